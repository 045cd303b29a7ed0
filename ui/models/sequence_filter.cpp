#include "ui/models/sequence_filter.h"

#include <QStringList>
#include <algorithm>
#include <cctype>
#include <map>

namespace kinelens::ui {
namespace {

// The values of one sequence in one facet: one, but for problems that may be several.
struct Values {
    std::array<int, 3> value{};
    int count = 1;
};

Values problemsOf(const SequenceQuality& quality) {
    if (quality.fine()) return {{noProblem}, 1};
    Values values{{}, 0};
    auto add = [&values](bool has, int problem) {
        if (has) values.value[static_cast<std::size_t>(values.count++)] = problem;
    };
    add(quality.empty_frames > 0, emptyFrames);
    add(quality.drop_outs > 0, dropOuts);
    add(quality.jumps > 0, jumps);
    return values;
}

int lengthBin(std::int64_t frames) {
    const auto above = std::upper_bound(lengthBins.begin(), lengthBins.end(), frames);
    return static_cast<int>(above - lengthBins.begin()) - 1;
}

Values valuesOf(Facet facet, const SequenceInfo& sequence, const SequenceQuality* quality) {
    switch (facet) {
    case Facet::sequenceClass:
        return {{sequence.label}, 1};
    case Facet::subject:
        return {{sequence.subject}, 1};
    case Facet::camera:
        return {{sequence.camera}, 1};
    case Facet::setup:
        return {{sequence.setup}, 1};
    case Facet::repetition:
        return {{sequence.repetition}, 1};
    case Facet::length:
        return {{lengthBin(sequence.length)}, 1};
    case Facet::bodies:
        return {{quality ? quality->bodies : -1}, 1};
    case Facet::problems:
        return quality ? problemsOf(*quality) : Values{{notScanned}, 1};
    }
    return {};
}

bool accepts(const std::set<int>& chosen, const Values& values) {
    if (chosen.empty()) return true;
    for (int i = 0; i < values.count; ++i)
        if (chosen.contains(values.value[static_cast<std::size_t>(i)])) return true;
    return false;
}

bool sameLetter(char left, char lowerRight) {
    return std::tolower(static_cast<unsigned char>(left)) == lowerRight;
}

bool holds(const std::string& text, std::string_view lowerWord) {
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(), sameLetter) !=
           text.end();
}

// Every word must be in the name or in the class.
bool matches(std::string_view search, const std::string& name, const std::string& className) {
    std::size_t begin = 0;
    while (begin < search.size()) {
        const std::size_t end = std::min(search.find(' ', begin), search.size());
        const std::string_view word = search.substr(begin, end - begin);
        if (!word.empty() && !holds(name, word) && !holds(className, word)) return false;
        begin = end + 1;
    }
    return true;
}

// Counts by value; values are small integers from -1 on.
class Counter {
public:
    void add(int value) {
        const auto place = static_cast<std::size_t>(value + 1);
        if (place >= counts_.size()) counts_.resize(place + 1, -1);
        counts_[place] = std::max(counts_[place], 0) + 1;
    }
    void mention(int value) { // a value that exists in the dataset, though nothing passes now
        const auto place = static_cast<std::size_t>(value + 1);
        if (place >= counts_.size()) counts_.resize(place + 1, -1);
        counts_[place] = std::max(counts_[place], 0);
    }
    std::vector<FacetValue> values() const {
        std::vector<FacetValue> list;
        for (std::size_t i = 0; i < counts_.size(); ++i)
            if (counts_[i] >= 0) list.push_back({static_cast<int>(i) - 1, counts_[i]});
        return list;
    }

private:
    std::vector<int> counts_;
};

} // namespace

int facetValue(Facet facet, const SequenceInfo& sequence, const SequenceQuality* quality) {
    return valuesOf(facet, sequence, quality).value[0];
}

void SequenceFilter::setSearch(const QString& text) {
    search_ = text.simplified().toLower().toStdString();
}

void SequenceFilter::setChosen(Facet facet, std::set<int> values) {
    chosen_[static_cast<std::size_t>(facet)] = std::move(values);
}

void SequenceFilter::setOnly(const std::vector<std::string>& names) {
    only_ = {names.begin(), names.end()};
}

bool SequenceFilter::active() const {
    return !search_.empty() || !only_.empty() ||
           std::any_of(chosen_.begin(), chosen_.end(), [](const auto& set) { return !set.empty(); });
}

void SequenceFilter::clear() {
    search_.clear();
    only_.clear();
    for (auto& set : chosen_) set.clear();
}

SequenceFilter::Outcome SequenceFilter::apply(const OpenDataset& dataset,
                                              const std::vector<SequenceQuality>& qualities,
                                              int scanned) const {
    static const std::string none;
    Outcome outcome;
    std::array<Counter, facetCount> counters;
    std::array<Values, facetCount> values;
    const auto& names = dataset.info.class_names;
    for (int row = 0; row < static_cast<int>(dataset.sequences.size()); ++row) {
        const SequenceInfo& sequence = dataset.sequences[static_cast<std::size_t>(row)];
        if (!only_.empty() && !only_.contains(sequence.name)) continue;
        const SequenceQuality* quality = row < scanned ? &qualities[static_cast<std::size_t>(row)] : nullptr;
        std::size_t refusals = 0;
        std::size_t refusing = 0;
        for (const Facet facet : allFacets) {
            const auto i = static_cast<std::size_t>(facet);
            values[i] = valuesOf(facet, sequence, quality);
            counters[i].mention(values[i].value[0]);
            if (accepts(chosen_[i], values[i])) continue;
            ++refusals;
            refusing = i;
        }
        if (refusals > 1) continue;
        const bool hasClass = sequence.label >= 0 && sequence.label < static_cast<int>(names.size());
        if (!matches(search_, sequence.name,
                     hasClass ? names[static_cast<std::size_t>(sequence.label)] : none))
            continue;
        if (refusals == 0) outcome.rows.push_back(row);
        // A facet's counts ignore its own choice: a sequence that only one facet refuses counts there alone.
        for (std::size_t i = 0; i < facetCount; ++i)
            if (refusals == 0 || i == refusing)
                for (int v = 0; v < values[i].count; ++v)
                    counters[i].add(values[i].value[static_cast<std::size_t>(v)]);
    }
    for (std::size_t i = 0; i < facetCount; ++i) outcome.facets[i] = counters[i].values();
    return outcome;
}

} // namespace kinelens::ui
