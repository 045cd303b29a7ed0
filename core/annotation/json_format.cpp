#include "core/annotation/json_format.h"

#include "core/foundation/json_text.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const AnnotatedSequence& sequence) {
    Json intervals = Json::array();
    for (const Interval& interval : sequence.intervals) {
        intervals.push_back({{"class", interval.label},
                             {"start", interval.start},
                             {"end", interval.end},
                             {"confidence", interval.confidence},
                             {"source", interval.source}});
        if (interval.body >= 0) intervals.back()["body"] = interval.body;
    }
    return {{"name", sequence.name},
            {"frames", sequence.frames},
            {"frame_rate", sequence.frame_rate},
            {"intervals", std::move(intervals)}};
}

AnnotatedSequence sequence_of(const Json& json) {
    AnnotatedSequence sequence{json.at("name").get<std::string>(),
                               json.value("frames", std::int64_t{0}),
                               json.value("frame_rate", 30.0),
                               {}};
    for (const Json& interval : json.at("intervals"))
        sequence.intervals.push_back(
            {0, interval.at("class").get<int>(), interval.at("start").get<std::int64_t>(),
             interval.at("end").get<std::int64_t>(), interval.value("confidence", 1.0f),
             interval.value("source", "truth"), interval.value("body", -1)});
    sort_intervals(sequence.intervals);
    return sequence;
}

} // namespace

std::string annotations_to_json(const Annotations& annotations, const AnnotationOrigin& origin) {
    Json json{{"format", "kinelens-annotations"},
              {"version", 1},
              {"data", origin.data},
              {"data_hash", origin.data_hash},
              {"classes", annotations.class_names}};
    json["sequences"] = Json::array();
    for (const AnnotatedSequence& sequence : annotations.sequences)
        json["sequences"].push_back(json_of(sequence));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<AnnotationDocument> annotations_from_json(std::string_view text, const std::string& path) {
    KINELENS_TRY(json, parse_json_object(text, path));
    return read_json(path, [&json = json, &path]() -> Result<AnnotationDocument> {
        if (json.value("format", "") != "kinelens-annotations")
            return fail(ErrorCode::format_unknown, path, "not a file of annotations");
        if (json.value("version", 1) > 1) return fail(ErrorCode::version_unsupported, path);
        AnnotationDocument document;
        document.origin = {json.value("data", ""), json.value("data_hash", "")};
        document.annotations.class_names = json.at("classes").get<std::vector<std::string>>();
        for (const Json& sequence : json.at("sequences"))
            document.annotations.sequences.push_back(sequence_of(sequence));
        if (const auto valid = validate(document.annotations); !valid)
            return fail(ErrorCode::format_invalid, path, valid.error().subject + ": " + valid.error().detail);
        return document;
    });
}

Result<void> save_annotations(const Path& file, const AnnotationDocument& document) {
    KINELENS_CHECK(validate(document.annotations));
    return write_file_atomically(file, annotations_to_json(document.annotations, document.origin));
}

Result<AnnotationDocument> load_annotations(const Path& file) {
    KINELENS_TRY(text, read_text_file(file));
    return annotations_from_json(text, file.string());
}

Path autosave_file(const Path& file) {
    return file.parent_path() / ("." + file.filename().string() + ".autosave");
}

Result<void> keep_beside(const Path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return {};
    std::string name = file.filename().string();
    if (name.starts_with('.')) name.erase(0, 1);
    for (int number = 1;; ++number) {
        const Path place =
            file.parent_path() / (name + (number == 1 ? "" : "." + std::to_string(number)) + ".bak");
        if (std::filesystem::copy_file(file, place, failed)) return {};
        if (failed != std::errc::file_exists)
            return fail(failed == std::errc::no_space_on_device ? ErrorCode::disk_full
                                                                : ErrorCode::file_unwritable,
                        place.string(), failed.message());
    }
}

} // namespace kinelens
