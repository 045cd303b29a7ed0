#include "app/command_line/inspections.h"
#include "app/command_line/text_lines.h"
#include "core/dataset/dataset_facts.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/sequence_quality.h"
#include "core/preparation/protocol.h"

#include <cstdio>
#include <nlohmann/json.hpp>

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

// "1 84, 2 84"; a fact that no sequence has is left out.
std::string counts_line(const std::string& name, const Json& counts) {
    if (counts.size() == 1 && counts.contains("unknown")) return {};
    std::string text;
    for (const auto& [key, count] : counts.items())
        text += (text.empty() ? "" : ", ") + key + " " + std::to_string(count.get<std::int64_t>());
    return line(name, text);
}

// The published protocols are offered where both of their sides hold something.
Json protocol_counts(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences) {
    Json counts = Json::object();
    if (info.layout.name != "ntu25") return counts;
    for (const char* protocol : {"ntu60-xsub", "ntu60-xview", "ntu120-xsub", "ntu120-xset"}) {
        const auto split = split_sequences(sequences, protocol, 0);
        if (split && !split->test.empty())
            counts[protocol] = {{"train", split->train.size()}, {"test", split->test.size()}};
    }
    return counts;
}

struct Scan {
    std::int64_t frames = 0;
    std::int64_t tracked_frames = 0; // at least one body was seen
    std::map<std::string, std::int64_t> problems{
        {"empty frames", 0}, {"drop-outs", 0}, {"jumps", 0}, {"none", 0}}; // sequences
};

Result<Scan> scan(const DatasetReader& reader) {
    Scan scan;
    for (std::size_t i = 0; i < reader.sequences().size(); ++i) {
        KINELENS_TRY(motion, reader.read(i));
        const SequenceQuality quality = measure_quality(motion, reader.info().frame_rate);
        scan.frames += motion.frames;
        scan.tracked_frames += motion.frames - quality.empty_frames;
        scan.problems["empty frames"] += quality.empty_frames > 0 ? 1 : 0;
        scan.problems["drop-outs"] += quality.drop_outs > 0 ? 1 : 0;
        scan.problems["jumps"] += quality.jumps > 0 ? 1 : 0;
        scan.problems["none"] += quality.fine() ? 1 : 0;
    }
    return scan;
}

Json facts_json(const DatasetReader& reader, const DatasetFacts& facts) {
    const DatasetInfo& info = reader.info();
    return {{"kind", "dataset"},
            {"name", info.name},
            {"skeleton", info.layout.name},
            {"joints", info.joints()},
            {"bodies", info.bodies},
            {"frame_rate", info.frame_rate},
            {"unit", info.unit},
            {"up", info.up},
            {"content_hash", info.content_hash},
            {"hash_is_ours", reader.hash_is_ours()},
            {"sequences", facts.sequences},
            {"frames", facts.frames},
            {"intervals", facts.intervals},
            {"lengths", {{"shortest", facts.shortest}, {"median", facts.median}, {"longest", facts.longest}}},
            {"classes", counts_json(facts.per_class)},
            {"subjects", counts_json(facts.per_subject)},
            {"cameras", counts_json(facts.per_camera)},
            {"setups", counts_json(facts.per_setup)},
            {"protocols", protocol_counts(info, reader.sequences())}};
}

std::string facts_text(const DatasetReader& reader, const DatasetFacts& facts, const Json& json) {
    const DatasetInfo& info = reader.info();
    char rate[32];
    std::snprintf(rate, sizeof rate, "%g", info.frame_rate);
    std::string text =
        line("dataset", info.name) +
        line("skeleton", info.layout.name + ", " + counted(info.joints(), "joint", "joints") + ", " +
                             counted(info.bodies, "body", "bodies")) +
        line("sequences", std::to_string(facts.sequences)) +
        line("frames", std::to_string(facts.frames) + " at " + rate + " a second") +
        line("lengths", std::to_string(facts.shortest) + " to " + std::to_string(facts.longest) +
                            " frames, median " + std::to_string(facts.median));
    if (facts.intervals > 0) text += line("intervals", std::to_string(facts.intervals));
    for (const char* what : {"classes", "subjects", "cameras", "setups"})
        text += counts_line(what, json[what]);
    for (const auto& [protocol, sides] : json["protocols"].items())
        text += line(protocol, std::to_string(sides["train"].get<std::int64_t>()) + " train, " +
                                   std::to_string(sides["test"].get<std::int64_t>()) + " test");
    return text + line("content", info.content_hash +
                                      (reader.hash_is_ours() ? "" : " (another program wrote this file)"));
}

} // namespace

VerbResult inspect_dataset(const Path& file, bool every_frame) {
    KINELENS_TRY(reader, DatasetReader::open(file));
    const DatasetFacts facts = count_facts(reader.info(), reader.sequences(), reader.intervals());
    Json json = facts_json(reader, facts);
    std::string text = facts_text(reader, facts, json);
    if (every_frame) {
        KINELENS_TRY(found, scan(reader));
        const double share = found.frames > 0 ? 100.0 * static_cast<double>(found.tracked_frames) /
                                                    static_cast<double>(found.frames)
                                              : 0;
        json["tracked_share"] = share / 100;
        json["problems"] = counts_json(found.problems);
        char percent[32];
        std::snprintf(percent, sizeof percent, "%.2f %% of the frames", share);
        text += line("tracked", percent) + counts_line("problems", json["problems"]);
    }
    text.pop_back();
    return VerbOutcome{Outcome::completed, json.dump(), text};
}

} // namespace kinelens
