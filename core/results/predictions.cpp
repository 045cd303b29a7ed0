#include "core/results/predictions.h"

#include "core/foundation/json_text.h"
#include "core/options/option_json.h"

#include <cmath>
#include <unordered_map>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

class Parser {
public:
    Parser(const Json& json, const std::string& file)
        : json_(json)
        , file_(file) {}

    Result<Predictions> parse() {
        if (json_.value("format", "kinelens-predictions") != "kinelens-predictions")
            return fail(ErrorCode::format_unknown, file_, "not a file of predictions");
        if (json_.value("version", 1) > 1) return fail(ErrorCode::version_unsupported, file_);
        if (!json_.contains("sequences") || !json_["sequences"].is_array())
            return wrong("it has no list of sequences");
        for (const auto& name : json_.value("classes", Json::array())) add_class(name.get<std::string>());
        predictions_.stamp = json_.value("stamp", Stamp::Facts());
        if (json_.contains("segmentation")) KINELENS_CHECK(read_segmentation(json_["segmentation"]));
        for (const Json& sequence : json_["sequences"]) KINELENS_CHECK(add_sequence(sequence));
        return std::move(predictions_);
    }

private:
    tl::unexpected<Error> wrong(std::string detail) const {
        return fail(ErrorCode::format_invalid, file_, std::move(detail));
    }

    Result<void> read_segmentation(const Json& json) {
        const auto& table = option_table<SegmentationOptions>();
        KINELENS_TRY(values,
                     options_over_json(table, option_values(SegmentationOptions{}), json.dump(), file_));
        predictions_.segmentation = options_from_values<SegmentationOptions>(values);
        return {};
    }

    int add_class(const std::string& name) {
        const auto [place, added] = classes_.emplace(name, static_cast<int>(predictions_.class_names.size()));
        if (added) predictions_.class_names.push_back(name);
        return place->second;
    }

    Result<void> add_sequence(const Json& json) {
        PredictedSequence sequence;
        sequence.name = json.at("name").get<std::string>();
        sequence.frames = json.value("frames", std::int64_t{0});
        sequence.class_lengths = json.value("class_lengths", "");
        if (!parse_class_lengths(sequence.class_lengths))
            return wrong(sequence.name + ": '" + sequence.class_lengths + "' are no lengths of classes");
        for (const Json& interval : json.at("intervals")) {
            const std::string place =
                sequence.name + ", interval " + std::to_string(sequence.intervals.size() + 1);
            KINELENS_TRY(parsed, interval_of(interval, place));
            sequence.intervals.push_back(parsed);
        }
        predictions_.sequences.push_back(std::move(sequence));
        return {};
    }

    Result<Interval> interval_of(const Json& json, const std::string& place) {
        Interval interval;
        interval.source = "prediction";
        const Json& label = json.at("class");
        interval.label = label.is_string() ? add_class(label.get<std::string>()) : label.get<int>();
        if (interval.label < 0 || interval.label >= static_cast<int>(predictions_.class_names.size()))
            return wrong(place + ": there is no class " + std::to_string(interval.label));
        interval.start = json.at("start").get<std::int64_t>();
        interval.end = json.at("end").get<std::int64_t>();
        interval.confidence = json.value("confidence", 1.0f);
        interval.body = json.value("body", -1);
        if (interval.start < 0 || interval.end <= interval.start)
            return wrong(place + ": frames " + std::to_string(interval.start) + " to " +
                         std::to_string(interval.end) + " are no interval");
        if (!std::isfinite(interval.confidence))
            return fail(ErrorCode::value_not_finite, file_, place + ": confidence");
        return interval;
    }

    const Json& json_;
    const std::string& file_;
    Predictions predictions_;
    std::unordered_map<std::string, int> classes_;
};

Json json_of(const Interval& interval, const std::vector<std::string>& class_names) {
    Json json{{"class", class_names[static_cast<std::size_t>(interval.label)]},
              {"start", interval.start},
              {"end", interval.end},
              {"confidence", interval.confidence}};
    if (interval.body >= 0) json["body"] = interval.body;
    return json;
}

} // namespace

// A line an interval: sequences of an hour stay readable and can be compared line by line.
Result<void> write_predictions(const Path& file, const Predictions& predictions) {
    const auto& table = option_table<SegmentationOptions>();
    const Json options = Json::parse(options_to_json(table, option_values(predictions.segmentation)));
    std::string text = "{\"format\": \"kinelens-predictions\", \"version\": 1,\n\"stamp\": " +
                       json_line(Json(predictions.stamp.facts())) +
                       ",\n\"segmentation\": " + json_line(options) +
                       ",\n\"classes\": " + json_line(Json(predictions.class_names)) + ",\n\"sequences\": [";
    const char* before_sequence = "\n";
    for (const PredictedSequence& sequence : predictions.sequences) {
        text += before_sequence + ("{\"name\": " + json_line(Json(sequence.name))) +
                ", \"frames\": " + std::to_string(sequence.frames);
        if (!sequence.class_lengths.empty())
            text += ", \"class_lengths\": " + json_line(Json(sequence.class_lengths));
        text += ", \"intervals\": [";
        const char* before = "\n  ";
        for (const Interval& interval : sequence.intervals) {
            text += before + json_line(json_of(interval, predictions.class_names));
            before = ",\n  ";
        }
        text += "]}";
        before_sequence = ",\n";
    }
    return write_file_atomically(file, text + "]}\n");
}

Result<Predictions> read_predictions(const Path& file) {
    KINELENS_TRY(text, read_text_file(file));
    const std::string name = file.string();
    KINELENS_TRY(json, parse_json_object(text, name));
    return read_json(name, [&json = json, &name] { return Parser(json, name).parse(); });
}

} // namespace kinelens
