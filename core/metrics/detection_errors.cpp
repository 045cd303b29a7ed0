#include "core/metrics/detection_errors.h"

#include "core/dataset/interval_overlap.h"
#include "core/metrics/detection_matching.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

namespace kinelens {
namespace {

constexpr double most = 0.5; // of an interval

// A prediction and a truth that have frames in common.
struct Contact {
    int prediction = 0;
    int truth = 0;
    double overlap = 0;
    bool inside = false; // most of the prediction lies in the truth
    bool covers = false; // most of the truth lies in the prediction
    bool same_class = false;
};

double share_of(std::int64_t common, const Interval& interval) {
    return static_cast<double>(common) /
           static_cast<double>(std::max<std::int64_t>(1, interval.end - interval.start));
}

class Judge {
public:
    Judge(const std::vector<Interval>& predictions, const std::vector<Interval>& truth, double overlap,
          double touch)
        : predictions_(predictions)
        , truth_(truth)
        , overlap_(overlap)
        , touch_(touch)
        , matches_(match_once(predictions, truth, overlap))
        , contacts_(predictions.size())
        , inside_(truth.size()) {
        find_contacts();
    }

    DetectionFinding judge(std::size_t prediction) const {
        const int number = static_cast<int>(prediction);
        if (const int match = matches_[prediction]; match != unmatched)
            return {DetectionVerdict::correct, number, match,
                    temporal_overlap(predictions_[prediction], truth_[static_cast<std::size_t>(match)])};
        const Contact* same = best(prediction, true);
        const Contact* other = best(prediction, false);
        if (other && other->overlap >= overlap_ && (!same || other->overlap > same->overlap))
            return {DetectionVerdict::wrong_class, number, other->truth, other->overlap};
        if (same)
            if (const auto verdict = placed(prediction, *same))
                return {*verdict, number, same->truth, same->overlap};
        if (other && other->overlap >= touch_)
            return {DetectionVerdict::wrong_class, number, other->truth, other->overlap};
        return {DetectionVerdict::background, number, -1, 0};
    }

private:
    // Truths by start, so that only those near a prediction are looked at.
    void find_contacts() {
        std::map<int, std::multimap<std::int64_t, int>> starts;
        std::map<int, std::int64_t> longest;
        for (std::size_t i = 0; i < truth_.size(); ++i) {
            const Interval& interval = truth_[i];
            starts[interval.sequence].emplace(interval.start, static_cast<int>(i));
            longest[interval.sequence] = std::max(longest[interval.sequence], interval.end - interval.start);
        }
        for (std::size_t i = 0; i < predictions_.size(); ++i) {
            const Interval& prediction = predictions_[i];
            const auto& near = starts[prediction.sequence];
            const auto first = near.lower_bound(prediction.start - longest[prediction.sequence]);
            for (auto at = first; at != near.end() && at->first < prediction.end; ++at)
                add_contact(static_cast<int>(i), at->second);
        }
    }

    void add_contact(int prediction, int truth) {
        const Interval& p = predictions_[static_cast<std::size_t>(prediction)];
        const Interval& t = truth_[static_cast<std::size_t>(truth)];
        const std::int64_t common = std::min(p.end, t.end) - std::max(p.start, t.start);
        if (common <= 0) return;
        const Contact contact{prediction,
                              truth,
                              temporal_overlap(p, t),
                              share_of(common, p) > most,
                              share_of(common, t) > most,
                              p.label == t.label};
        contacts_[static_cast<std::size_t>(prediction)].push_back(contact);
        if (contact.same_class && contact.inside) ++inside_[static_cast<std::size_t>(truth)];
    }

    const Contact* best(std::size_t prediction, bool same_class) const {
        const Contact* best = nullptr;
        for (const Contact& contact : contacts_[prediction])
            if (contact.same_class == same_class && (!best || contact.overlap > best->overlap))
                best = &contact;
        return best;
    }

    // What is wrong with a prediction whose class is right; nothing if it hardly touches the truth.
    std::optional<DetectionVerdict> placed(std::size_t prediction, const Contact& best) const {
        if (best.overlap >= overlap_) return DetectionVerdict::doubled;
        const auto& all = contacts_[prediction];
        const auto covered = std::count_if(all.begin(), all.end(), [](const Contact& contact) {
            return contact.same_class && contact.covers;
        });
        if (covered > 1) return DetectionVerdict::merged;
        const auto truth = static_cast<std::size_t>(best.truth);
        if (best.inside && inside_[truth] > 1) return DetectionVerdict::split;
        if (best.overlap < touch_) return std::nullopt;
        const std::int64_t start = predictions_[prediction].start - truth_[truth].start;
        const std::int64_t end = predictions_[prediction].end - truth_[truth].end;
        return (std::abs(start) >= std::abs(end) ? start : end) < 0 ? DetectionVerdict::early
                                                                    : DetectionVerdict::late;
    }

    const std::vector<Interval>& predictions_;
    const std::vector<Interval>& truth_;
    double overlap_, touch_;
    std::vector<int> matches_;
    std::vector<std::vector<Contact>> contacts_; // of every prediction
    std::vector<int> inside_;                    // predictions of its class mostly inside every truth
};

} // namespace

std::string_view verdict_name(DetectionVerdict verdict) {
    static constexpr std::array<std::string_view, detection_verdicts> names{
        "correct", "wrong_class", "early", "late", "split", "merged", "double", "background", "missed"};
    return names[static_cast<std::size_t>(verdict)];
}

std::vector<DetectionFinding> detection_findings(const std::vector<Interval>& predictions,
                                                 const std::vector<Interval>& truth, double overlap,
                                                 double touch) {
    const Judge judge(predictions, truth, overlap, touch);
    std::vector<DetectionFinding> findings;
    std::vector<bool> noticed(truth.size());
    for (std::size_t i = 0; i < predictions.size(); ++i) {
        findings.push_back(judge.judge(i));
        if (const int about = findings.back().truth; about >= 0)
            noticed[static_cast<std::size_t>(about)] = true;
    }
    for (std::size_t i = 0; i < truth.size(); ++i)
        if (!noticed[i]) findings.push_back({DetectionVerdict::missed, -1, static_cast<int>(i), 0});
    return findings;
}

std::map<DetectionVerdict, std::int64_t> count_verdicts(const std::vector<DetectionFinding>& findings) {
    std::map<DetectionVerdict, std::int64_t> counts;
    for (int verdict = 0; verdict < detection_verdicts; ++verdict)
        counts[static_cast<DetectionVerdict>(verdict)] = 0;
    for (const DetectionFinding& finding : findings) ++counts[finding.verdict];
    return counts;
}

} // namespace kinelens
