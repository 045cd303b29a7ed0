#include "core/preparation/published_protocols.h"

#include "core/dataset/ntu_name.h"
#include "core/dataset/pku_name.h"
#include "core/import/ntu_reader.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace kinelens {
namespace {

// Recordings: those of the standard splits, the published lists of missing skeletons left out.
struct NtuRelease {
    const char* name;
    int classes;
    std::size_t subjects;
    std::int64_t recordings;
};
constexpr NtuRelease ntu60{"NTU RGB+D 60", 60, 40, 56'578};
constexpr NtuRelease ntu120{"NTU RGB+D 120", 120, 106, 113'945};
constexpr std::int64_t pku_recordings[]{1'076, 1'009}; // of phases I and II

constexpr std::array protocols{"ntu60-xsub",  "ntu60-xview", "ntu120-xsub",
                               "ntu120-xset", "pku-xsub",    "pku-xview"};

const NtuRelease* ntu_release(std::string_view protocol) {
    if (protocol.starts_with("ntu60-")) return &ntu60;
    return protocol.starts_with("ntu120-") ? &ntu120 : nullptr;
}

bool is_published(std::string_view protocol) {
    return std::ranges::find(protocols, protocol) != protocols.end();
}

bool have_ntu_names(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences) {
    NtuName name;
    return info.layout.name == "ntu25" && std::ranges::all_of(sequences, [&](const SequenceInfo& one) {
               return parse_ntu_name(one.name, name);
           });
}

// Synthetic recordings have names of the same kind; their classes are others.
bool have_ntu_classes(const DatasetInfo& info) {
    const auto& classes = ntu_class_names();
    return std::ranges::all_of(info.class_names, [&](const std::string& one) {
        return std::ranges::find(classes, one) != classes.end();
    });
}

// Under other names the numbers of people, setups and classes tell the whole release.
bool has_all_people(const std::vector<SequenceInfo>& sequences, const NtuRelease& release, int most_label) {
    std::set<int> subjects, setups;
    for (const SequenceInfo& sequence : sequences) {
        subjects.insert(sequence.subject);
        setups.insert(sequence.setup);
    }
    return most_label == release.classes - 1 && subjects.size() == release.subjects && *setups.begin() >= 1;
}

std::optional<PublishedShare>
share_of_ntu(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences, const NtuRelease& release) {
    if (info.layout.name != "ntu25") return std::nullopt;
    const int most = std::ranges::max_element(sequences, {}, &SequenceInfo::label)->label;
    if (most < 0 || most >= release.classes) return std::nullopt;
    const bool known = have_ntu_names(info, sequences) && have_ntu_classes(info);
    if (!known && !has_all_people(sequences, release, most)) return std::nullopt;
    return PublishedShare{release.name, static_cast<std::int64_t>(sequences.size()), release.recordings};
}

std::optional<PublishedShare> share_of_pku(const std::vector<SequenceInfo>& sequences) {
    std::unordered_set<std::string_view> recordings;
    int phase = 0;
    for (const SequenceInfo& sequence : sequences) {
        const auto name = parse_pku_name(sequence.name);
        if (!name || (phase != 0 && name->phase != phase)) return std::nullopt;
        phase = name->phase;
        const std::string_view whole = sequence.name;
        recordings.insert(whole.substr(0, whole.find('#')));
    }
    return PublishedShare{phase == 1 ? "PKU-MMD I" : "PKU-MMD II",
                          static_cast<std::int64_t>(recordings.size()), pku_recordings[phase - 1]};
}

} // namespace

std::vector<std::string> published_protocols() {
    return {protocols.begin(), protocols.end()};
}

std::optional<PublishedShare> published_share(const DatasetInfo& info,
                                              const std::vector<SequenceInfo>& sequences,
                                              std::string_view protocol) {
    if (sequences.empty() || !is_published(protocol)) return std::nullopt;
    const NtuRelease* release = ntu_release(protocol);
    return release ? share_of_ntu(info, sequences, *release) : share_of_pku(sequences);
}

bool has_published_names(const DatasetInfo& info, const std::vector<SequenceInfo>& sequences,
                         std::string_view protocol) {
    if (sequences.empty() || !is_published(protocol)) return false;
    if (ntu_release(protocol)) return have_ntu_names(info, sequences);
    return std::ranges::all_of(sequences,
                               [](const SequenceInfo& one) { return parse_pku_name(one.name).has_value(); });
}

std::string published_dataset(std::string_view protocol) {
    if (!is_published(protocol)) return {};
    const NtuRelease* release = ntu_release(protocol);
    return release ? release->name : "PKU-MMD";
}

} // namespace kinelens
