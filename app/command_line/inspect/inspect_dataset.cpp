#include "app/command_line/inspect/inspections.h"
#include "app/command_line/words.h"
#include "core/dataset/dataset_facts.h"
#include "core/dataset/dataset_hash.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/sequence_quality.h"
#include "core/foundation/json_text.h"
#include "core/preparation/protocol.h"
#include "core/preparation/protocol_fit.h"

#include <algorithm>
#include <cstdio>

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

template <class Key>
Json counts_json(const std::map<Key, std::int64_t>& counts) {
    Json json = Json::object();
    for (const auto& [key, count] : counts) {
        if constexpr (std::is_same_v<Key, int>)
            json[key < 0 ? "unknown" : std::to_string(key)] = count;
        else
            json[key] = count;
    }
    return json;
}

// "2 subjects: 1 (84), 2 (84), unknown (2)", "19 of 60 classes: …"; nothing where none is known.
std::string counts_text(const Json& counts, const std::string& one, const std::string& several,
                        std::size_t all = 0) {
    const auto known =
        static_cast<std::int64_t>(counts.size() - counts.count("unknown") - counts.count("(none)"));
    if (known == 0) return {};
    std::string list;
    for (const auto& [key, count] : counts.items())
        list += (list.empty() ? ": " : ", ") + key + " (" + std::to_string(count.get<std::int64_t>()) + ")";
    return counted_of(known, std::max(known, static_cast<std::int64_t>(all)), one, several) + list;
}

// The splits that leave sequences on both sides; the published ones of their own recordings alone.
Json protocols_json(const DatasetReader& reader) {
    const DividedData data{reader.info(), reader.sequences(), reader.intervals(), reader.file().string()};
    Json json = Json::object();
    for (const std::string& name : common_splits(reader.sequences())) {
        if (!offered_protocol(data, name, 0, LearnsFrom::sequences).fits()) continue;
        const auto sizes = split_sizes(reader.sequences(), name, 0);
        if (sizes && sizes->train > 0 && sizes->test > 0)
            json[name] = {{"train", sizes->train}, {"test", sizes->test}};
    }
    return json;
}

// Rounds of one protocol (the part before #) in one row: the sizes of their sides.
std::string protocols_text(const Json& protocols) {
    struct Rounds {
        std::vector<std::int64_t> train;
        std::vector<std::int64_t> test;
    };
    std::vector<std::pair<std::string, Rounds>> list;
    for (const auto& [name, sizes] : protocols.items()) {
        const std::string kind = name.substr(0, name.find('#'));
        if (list.empty() || list.back().first != kind) list.emplace_back(kind, Rounds());
        list.back().second.train.push_back(sizes["train"].get<std::int64_t>());
        list.back().second.test.push_back(sizes["test"].get<std::int64_t>());
    }
    const auto range = [](const std::vector<std::int64_t>& values) {
        const auto [low, high] = std::ranges::minmax(values);
        return std::to_string(low) + (low == high ? "" : " to " + std::to_string(high));
    };
    std::string text;
    for (const auto& [kind, rounds] : list) {
        const auto count = static_cast<std::int64_t>(rounds.train.size());
        text += row(text.empty() ? "protocols" : "", kind + ": " + range(rounds.train) + " train, " +
                                                         range(rounds.test) + " test" +
                                                         (count > 1 ? ", " + counted(count, "round") : ""));
    }
    return text;
}

std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "0 %";
    const std::int64_t tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

Json tracking_json(const TrackingFacts& facts) {
    return {{"frames_with_body", facts.frames_with_body},
            {"frames_with_two", facts.frames_with_two},
            {"sequences_empty", facts.sequences_empty},
            {"sequences_with_gaps", facts.sequences_with_gaps},
            {"sequences_with_losses", facts.sequences_with_losses}};
}

std::string tracking_text(const TrackingFacts& facts, std::int64_t frames) {
    std::string problems;
    const auto add = [&problems](std::int64_t count, const std::string& what) {
        if (count > 0) problems += (problems.empty() ? "" : "; ") + counted(count, "sequence") + " " + what;
    };
    add(facts.sequences_empty, "without any body");
    add(facts.sequences_with_gaps, "with frames without a body");
    add(facts.sequences_with_losses, "in which a body is lost and found again");
    return row("tracked", percent(facts.frames_with_body, frames) + " of the frames show a body, " +
                              percent(facts.frames_with_two, frames) + " two or more") +
           row("problems", problems.empty() ? "none found in the tracked flags" : problems);
}

struct QualityCounts {
    std::int64_t jumping = 0;   // sequences in which a body moves faster than people do
    std::int64_t with_gaps = 0; // sequences in which a joint is missing somewhere
    std::int64_t doubted = 0;   // sequences whose bodies look like no person (core/dataset/plausibility.h)
};

Result<QualityCounts> count_quality(const DatasetReader& reader) {
    QualityCounts counts;
    const BodyPlan plan = body_plan(reader.info().layout);
    for (std::size_t i = 0; i < reader.sequences().size(); ++i) {
        KINELENS_TRY(motion, reader.read(i));
        const SequenceQuality quality = measure_quality(motion, reader.info(), plan);
        counts.jumping += quality.jumps > 0 ? 1 : 0;
        counts.with_gaps += quality.frames_with_gaps > 0 ? 1 : 0;
        counts.doubted += quality.doubts.any() ? 1 : 0;
    }
    return counts;
}

Json facts_json(const DatasetInfo& info, const DatasetFacts& facts) {
    return {{"kind", "dataset"},
            {"name", info.name},
            {"skeleton", info.layout.name},
            {"joints", info.joints()},
            {"bodies", info.bodies},
            {"frame_rate", info.frame_rate},
            {"unit", info.unit},
            {"dimensions", info.dimensions},
            {"up", info.up},
            {"content_hash", info.content_hash},
            {"sequences", facts.sequences},
            {"frames", facts.frames},
            {"intervals", facts.intervals},
            {"lengths", {{"shortest", facts.shortest}, {"median", facts.median}, {"longest", facts.longest}}},
            {"classes", counts_json(facts.per_class)},
            {"intervals_per_class", counts_json(facts.intervals_per_class)},
            {"subjects", counts_json(facts.per_subject)},
            {"cameras", counts_json(facts.per_camera)},
            {"setups", counts_json(facts.per_setup)}};
}

std::string facts_text(const DatasetInfo& info, const DatasetFacts& facts, const Json& json) {
    const auto median = counted(facts.median, "frame");
    return row("dataset", info.name) +
           row("skeleton", info.layout.name + ", " + counted(info.joints(), "joint") + ", " +
                               counted(info.bodies, "body", "bodies")) +
           row("sequences", counted(facts.sequences, "sequence") + " of " + std::to_string(facts.shortest) +
                                " to " + std::to_string(facts.longest) + " frames, median " + median) +
           row("frames",
               counted(facts.frames, "frame") + " at " + number_text(info.frame_rate) + " a second") +
           row("classes", counts_text(json["classes"], "class", "classes", info.class_names.size())) +
           row("intervals",
               counts_text(json["intervals_per_class"], "class", "classes", info.class_names.size())) +
           row("subjects", counts_text(json["subjects"], "subject", "subjects")) +
           row("cameras", counts_text(json["cameras"], "camera", "cameras")) +
           row("setups", counts_text(json["setups"], "setup", "setups"));
}

} // namespace

namespace {

// A line of somebody else's that is no JSON stays a text.
Json history_json(const std::string& line) {
    const auto step = parse_json_object(line, "history");
    return step ? Json(*step) : Json(line);
}

} // namespace

VerbResult inspect_dataset(const Path& file, bool every_frame) {
    KINELENS_TRY(reader, DatasetReader::open(file));
    const DatasetInfo& info = reader.info();
    const DatasetFacts facts = count_facts(info, reader.sequences(), reader.intervals());
    Json json = facts_json(info, facts);
    json["hash_is_ours"] = reader.hash_is_ours();
    std::string text = facts_text(info, facts, json);
    if (const auto flags = reader.tracked_flags()) {
        const TrackingFacts tracking = count_tracking(*flags, info.bodies, reader.sequences());
        json["tracking"] = tracking_json(tracking);
        text += tracking_text(tracking, facts.frames);
    }
    if (every_frame) {
        KINELENS_CHECK(check_content(reader));
        KINELENS_TRY(counts, count_quality(reader));
        const auto in = [](std::int64_t count) {
            return count == 0 ? "in no sequence" : "in " + counted(count, "sequence");
        };
        json["sequences_with_jumps"] = counts.jumping;
        json["sequences_with_missing_joints"] = counts.with_gaps;
        json["sequences_doubted"] = counts.doubted;
        text += row("jumps", in(counts.jumping)) + row("missing joints", in(counts.with_gaps)) +
                row("doubted bodies", in(counts.doubted));
    }
    json["history"] = Json::array();
    for (const std::string& step : info.history) json["history"].push_back(history_json(step));
    json["protocols"] = protocols_json(reader);
    text += protocols_text(json["protocols"]) + row("content", info.content_hash);
    if (!reader.hash_is_ours())
        text += row("warning", error_sentence({ErrorCode::content_foreign, file.string(), {}, {}}));
    text.pop_back();
    return VerbOutcome{Outcome::completed, json_line(json), text};
}

} // namespace kinelens
