#include "core/annotation/eaf_times.h"

#include "core/foundation/number_text.h"

#include <vector>

namespace kinelens {
namespace {

constexpr int longest_chain_of_references = 16;

const char* id_of(pugi::xml_node annotation) {
    return annotation.attribute("ANNOTATION_ID").value();
}

} // namespace

EafTimes::EafTimes(pugi::xml_node root, double milliseconds) {
    read_slots(root, milliseconds);
    for (const auto tier : root.children("TIER")) {
        for (const auto annotation : tier.children("ANNOTATION"))
            annotations_.emplace(id_of(annotation.first_child()), annotation.first_child());
        share_evenly(tier);
        read_references(tier);
    }
}

void EafTimes::read_slots(pugi::xml_node root, double milliseconds) {
    for (const auto slot : root.child("TIME_ORDER").children("TIME_SLOT"))
        if (double time = 0; parse_number(slot.attribute("TIME_VALUE").value(), time))
            slots_[slot.attribute("TIME_SLOT_ID").value()] = time * milliseconds;
}

// Follows annotations from a slot with a time over slots without one to the next that has one.
void EafTimes::share_evenly(pugi::xml_node tier) {
    std::map<std::string, std::string> next; // slot -> slot, where the annotation between starts untimed
    for (const auto annotation : tier.children("ANNOTATION"))
        if (const auto aligned = annotation.child("ALIGNABLE_ANNOTATION"))
            next.emplace(aligned.attribute("TIME_SLOT_REF1").value(),
                         aligned.attribute("TIME_SLOT_REF2").value());
    for (const auto& [first, second] : next) {
        if (!slots_.contains(first) || slots_.contains(second)) continue;
        std::vector<std::string> untimed;
        std::string slot = second;
        while (!slots_.contains(slot) && next.contains(slot) && untimed.size() < next.size()) {
            untimed.push_back(slot);
            slot = next.at(slot);
        }
        if (!slots_.contains(slot)) continue;
        const double start = slots_.at(first);
        const double step = (slots_.at(slot) - start) / static_cast<double>(untimed.size() + 1);
        for (std::size_t i = 0; i < untimed.size(); ++i)
            slots_[untimed[i]] = start + step * static_cast<double>(i + 1);
    }
}

void EafTimes::read_references(pugi::xml_node tier) {
    std::map<std::string, std::vector<std::string>> referring; // by what they refer to
    for (const auto annotation : tier.children("ANNOTATION"))
        if (const auto reference = annotation.child("REF_ANNOTATION"))
            referring[reference.attribute("ANNOTATION_REF").value()].emplace_back(id_of(reference));
    for (const auto& [parent, ids] : referring)
        for (std::size_t i = 0; i < ids.size(); ++i)
            shares_[ids[i]] = {static_cast<int>(i), static_cast<int>(ids.size())};
}

std::optional<EafTimes::Span> EafTimes::of(pugi::xml_node annotation) const {
    return of(annotation, 0);
}

std::optional<EafTimes::Span> EafTimes::of(pugi::xml_node annotation, int depth) const {
    if (std::string_view(annotation.name()) == "ALIGNABLE_ANNOTATION") {
        const auto start = slots_.find(annotation.attribute("TIME_SLOT_REF1").value());
        const auto end = slots_.find(annotation.attribute("TIME_SLOT_REF2").value());
        if (start == slots_.end() || end == slots_.end()) return std::nullopt;
        return Span{start->second, end->second};
    }
    const auto parent = annotations_.find(annotation.attribute("ANNOTATION_REF").value());
    const auto share = shares_.find(id_of(annotation));
    if (parent == annotations_.end() || share == shares_.end() || depth > longest_chain_of_references)
        return std::nullopt;
    const auto whole = of(parent->second, depth + 1);
    if (!whole) return std::nullopt;
    const double part = (whole->end - whole->start) / share->second.count;
    const double start = whole->start + part * share->second.place;
    return Span{start, share->second.place + 1 == share->second.count ? whole->end : start + part};
}

} // namespace kinelens
