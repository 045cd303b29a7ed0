#include "ui/state/sequence_filter.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace kinelens::ui {
namespace {

void collectProblems(const SequenceQuality& quality, std::vector<int>& values) {
    if (quality.fine()) values.push_back(noProblem);
    if (quality.empty_frames > 0) values.push_back(emptyFrames);
    if (quality.drop_outs > 0) values.push_back(dropOuts);
    if (quality.frames_with_gaps > 0) values.push_back(jointGaps);
    if (quality.doubts.any()) values.push_back(oddBodies);
    if (quality.jumps > 0) values.push_back(jumps);
}

void collectClasses(const OpenDataset& dataset, int row, std::vector<int>& values) {
    if (const int own = dataset.sequences[static_cast<std::size_t>(row)].label; own >= 0)
        return values.push_back(own);
    for (const Interval& interval : dataset.intervalsOf(row))
        if (interval.label >= 0) values.push_back(interval.label);
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

int lengthBin(std::int64_t frames) {
    const auto above = std::upper_bound(lengthBins.begin(), lengthBins.end(), frames);
    return static_cast<int>(above - lengthBins.begin()) - 1;
}

// The values of one sequence in one facet: one, but for classes and problems that may be several.
void collect(Facet facet, const OpenDataset& dataset, int row, const SequenceQuality* quality,
             std::vector<int>& values) {
    values.clear();
    if (facet == Facet::sequenceClass && dataset.untrimmed())
        collectClasses(dataset, row, values);
    else if (facet == Facet::problems && quality)
        collectProblems(*quality, values);
    if (values.empty())
        values.push_back(facetValue(facet, dataset.sequences[static_cast<std::size_t>(row)], quality));
}

bool accepts(const std::set<int>& chosen, const std::vector<int>& values) {
    return chosen.empty() || std::ranges::any_of(values, [&](int value) { return chosen.contains(value); });
}

bool sameLetter(char left, char lowerRight) {
    return std::tolower(static_cast<unsigned char>(left)) == lowerRight;
}

bool holds(const std::string& text, std::string_view lowerWord) {
    return std::search(text.begin(), text.end(), lowerWord.begin(), lowerWord.end(), sameLetter) !=
           text.end();
}

// Every word must be in the name or in one of the classes.
bool matches(std::string_view search, const OpenDataset& dataset, int row, const std::vector<int>& classes) {
    const std::vector<std::string>& names = dataset.info.class_names;
    const auto inClass = [&](std::string_view word) {
        return std::ranges::any_of(classes, [&](int label) {
            return label >= 0 && label < static_cast<int>(names.size()) &&
                   holds(names[static_cast<std::size_t>(label)], word);
        });
    };
    std::size_t begin = 0;
    while (begin < search.size()) {
        const std::size_t end = std::min(search.find(' ', begin), search.size());
        const std::string_view word = search.substr(begin, end - begin);
        if (!word.empty() && !holds(dataset.sequences[static_cast<std::size_t>(row)].name, word) &&
            !inClass(word))
            return false;
        begin = end + 1;
    }
    return true;
}

// Counts by value. Nearly all values are small; whatever a file calls its subjects costs no memory.
class Counter {
public:
    void add(int value) { ++place(value); }
    void mention(int value) { place(value); } // it exists in the dataset, though nothing passes now
    std::vector<FacetValue> values() const {
        std::vector<FacetValue> list;
        for (std::size_t i = 0; i < small_.size(); ++i)
            if (small_[i] >= 0) list.push_back({static_cast<int>(i) - 1, small_[i]});
        for (const auto& [value, count] : large_) list.push_back({value, count});
        return list;
    }

private:
    int& place(int value) {
        if (value < -1 || value > mostSmall) return large_[value];
        const auto at = static_cast<std::size_t>(value + 1);
        if (at >= small_.size()) small_.resize(at + 1, -1);
        small_[at] = std::max(small_[at], 0);
        return small_[at];
    }

    static constexpr int mostSmall = 4096;
    std::vector<int> small_; // by value + 1; -1: not there
    std::map<int, int> large_;
};

} // namespace

int facetValue(Facet facet, const SequenceInfo& sequence, const SequenceQuality* quality) {
    switch (facet) {
    case Facet::sequenceClass:
        return sequence.label;
    case Facet::subject:
        return sequence.subject;
    case Facet::camera:
        return sequence.camera;
    case Facet::setup:
        return sequence.setup;
    case Facet::repetition:
        return sequence.repetition;
    case Facet::length:
        return lengthBin(sequence.length);
    case Facet::bodies:
        return quality ? quality->bodies : -1;
    case Facet::problems:
        break;
    }
    if (!quality) return notScanned;
    std::vector<int> problems;
    collectProblems(*quality, problems);
    return problems.front();
}

std::vector<int> classesOf(const OpenDataset& dataset, int sequence) {
    std::vector<int> classes;
    collectClasses(dataset, sequence, classes);
    return classes;
}

void SequenceFilter::setSearch(const QString& text) {
    typed_ = text.simplified();
    search_ = typed_.toLower().toStdString();
}

QStringList SequenceFilter::words() const {
    return typed_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
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
    setSearch({});
    only_.clear();
    for (auto& set : chosen_) set.clear();
}

SequenceFilter::Outcome SequenceFilter::apply(const OpenDataset& dataset,
                                              const std::vector<SequenceQuality>& qualities,
                                              int scanned) const {
    Outcome outcome;
    std::array<Counter, facetCount> counters;
    std::array<std::vector<int>, facetCount> values;
    const auto& classes = values[static_cast<std::size_t>(Facet::sequenceClass)];
    for (int row = 0; row < static_cast<int>(dataset.sequences.size()); ++row) {
        const SequenceInfo& sequence = dataset.sequences[static_cast<std::size_t>(row)];
        if (!only_.empty() && !only_.contains(sequence.name)) continue;
        const SequenceQuality* quality = row < scanned ? &qualities[static_cast<std::size_t>(row)] : nullptr;
        std::size_t refusals = 0;
        std::size_t refusing = 0;
        for (const Facet facet : allFacets) {
            const auto i = static_cast<std::size_t>(facet);
            collect(facet, dataset, row, quality, values[i]);
            for (const int value : values[i]) counters[i].mention(value);
            if (accepts(chosen_[i], values[i])) continue;
            ++refusals;
            refusing = i;
        }
        if (refusals > 1) continue;
        if (!matches(search_, dataset, row, classes)) continue;
        if (refusals == 0) outcome.rows.push_back(row);
        // A facet's counts ignore its own choice: a sequence that only one facet refuses counts there alone.
        for (std::size_t i = 0; i < facetCount; ++i)
            if (refusals == 0 || i == refusing)
                for (const int value : values[i]) counters[i].add(value);
    }
    for (std::size_t i = 0; i < facetCount; ++i) outcome.facets[i] = counters[i].values();
    return outcome;
}

} // namespace kinelens::ui
