// Which sequences of a dataset are shown: chosen values per field, and words searched in the names.
#pragma once

#include "core/dataset/sequence_quality.h"
#include "ui/state/open_dataset.h"

#include <QStringList>
#include <array>
#include <set>
#include <unordered_set>
#include <vector>

namespace kinelens::ui {

// Fields whose values are counted beside the table.
enum class Facet { sequenceClass, subject, camera, setup, repetition, length, bodies, problems };
inline constexpr std::array allFacets{Facet::sequenceClass, Facet::subject,  Facet::camera, Facet::setup,
                                      Facet::repetition,    Facet::problems, Facet::bodies, Facet::length};
inline constexpr std::size_t facetCount = allFacets.size();

// Values of Facet::problems; a sequence may have several kinds, it then counts in each. So does one without a
// class of its own in each class of its intervals.
enum Problem {
    noProblem = 0,
    emptyFrames = 1,
    dropOuts = 2,
    jumps = 3,
    notScanned = 4,
    jointGaps = 5,
    oddBodies = 6
};

struct FacetValue {
    int value = 0;
    int count = 0; // among the sequences that all other fields let through
};

// The value of one sequence in a facet, its own class and not its intervals'; of several problems the first.
// `quality`: null where it was not measured yet.
int facetValue(Facet facet, const SequenceInfo& sequence, const SequenceQuality* quality);

// The class of one sequence, or if it has none those of its intervals, ascending; {}: neither.
std::vector<int> classesOf(const OpenDataset& dataset, int sequence);

class SequenceFilter {
public:
    void setSearch(const QString& text);
    const QString& search() const { return typed_; }
    QStringList words() const;                         // of the search
    void setChosen(Facet facet, std::set<int> values); // empty: all
    const std::set<int>& chosen(Facet facet) const { return chosen_[static_cast<std::size_t>(facet)]; }
    void setOnly(const std::vector<std::string>& names); // no others are let through; empty: all
    bool onlySome() const { return !only_.empty(); }
    bool active() const;
    void clear();
    bool operator==(const SequenceFilter&) const = default;

    // Rows that pass, ascending, and for every facet the counts that follow the other facets.
    struct Outcome {
        std::vector<int> rows;
        std::array<std::vector<FacetValue>, facetCount> facets; // by value
    };
    Outcome apply(const OpenDataset& dataset, const std::vector<SequenceQuality>& qualities,
                  int scanned) const;

private:
    QString typed_;
    std::string search_;                   // the same in lower case
    std::unordered_set<std::string> only_; // names; empty: all
    std::array<std::set<int>, facetCount> chosen_;
};

// Lower end of the bins of Facet::length, in frames.
inline constexpr std::array lengthBins{0, 50, 100, 200, 400, 800, 1600};

} // namespace kinelens::ui
