#include "core/annotation/eaf_format.h"

#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace kinelens {
namespace {

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

pugi::xml_node child(pugi::xml_node parent, const char* name, Attributes attributes = {}) {
    pugi::xml_node node = parent.append_child(name);
    for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
    return node;
}

struct Lane {
    std::string source;
    int number = 1; // of its source
    std::vector<const Interval*> intervals;

    std::string tier() const {
        const std::string name = source.empty() ? "annotations" : source;
        return number == 1 ? name : name + " " + std::to_string(number);
    }
};

// Every interval into the first lane of its source that is free again when it starts.
std::vector<Lane> lanes_of(std::vector<const Interval*> intervals) {
    std::stable_sort(intervals.begin(), intervals.end(),
                     [](const auto* a, const auto* b) { return comes_before(*a, *b); });
    std::vector<Lane> lanes;
    for (const Interval* interval : intervals) {
        int number = 1;
        auto lane = lanes.begin();
        for (; lane != lanes.end(); ++lane) {
            if (lane->source != interval->source) continue;
            if (lane->intervals.back()->end <= interval->start) break;
            ++number;
        }
        if (lane == lanes.end()) lane = lanes.insert(lane, {interval->source, number, {}});
        lane->intervals.push_back(interval);
    }
    return lanes;
}

class EafWriter {
public:
    EafWriter(const AnnotatedSequence& sequence, const std::vector<std::string>& class_names)
        : sequence_(sequence)
        , class_names_(class_names) {}

    std::string write(const std::string& media) {
        auto declaration = document_.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        root_ = child(document_, "ANNOTATION_DOCUMENT",
                      {{"AUTHOR", "Kinelens"},
                       {"DATE", "1970-01-01T00:00:00+00:00"}, // the same annotations make the same file
                       {"FORMAT", "3.0"},
                       {"VERSION", "3.0"},
                       {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"},
                       {"xsi:noNamespaceSchemaLocation", "http://www.mpi.nl/tools/elan/EAFv3.0.xsd"}});
        write_header(media);
        auto times = child(root_, "TIME_ORDER");
        std::vector<const Interval*> intervals;
        for (const Interval& interval : sequence_.intervals) intervals.push_back(&interval);
        for (const Lane& lane : lanes_of(std::move(intervals))) write_lane(lane);
        write_slots(times);
        write_types();
        write_vocabulary();
        std::ostringstream text;
        document_.save(text, " ", pugi::format_indent, pugi::encoding_utf8);
        return text.str();
    }

private:
    void property(pugi::xml_node header, const char* name, const std::string& value) {
        child(header, "PROPERTY", {{"NAME", name}}).text().set(value.c_str());
    }

    void write_header(const std::string& media) {
        auto header = child(root_, "HEADER", {{"MEDIA_FILE", ""}, {"TIME_UNITS", "milliseconds"}});
        if (!media.empty())
            child(header, "MEDIA_DESCRIPTOR", {{"MEDIA_URL", media}, {"MIME_TYPE", "video/mp4"}});
        property(header, "kinelens:sequence", sequence_.name);
        property(header, "kinelens:frames", std::to_string(sequence_.frames));
        property(header, "kinelens:frame-rate", number_text(sequence_.frame_rate));
    }

    std::string slot(std::int64_t frame) {
        const auto time = std::llround(static_cast<double>(frame) * 1000 / sequence_.frame_rate);
        slots_.emplace_back(time, "ts" + std::to_string(slots_.size() + 1));
        return slots_.back().second;
    }

    // In order of time, as the format wants them.
    void write_slots(pugi::xml_node times) {
        std::stable_sort(slots_.begin(), slots_.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [time, id] : slots_)
            child(times, "TIME_SLOT", {{"TIME_SLOT_ID", id}, {"TIME_VALUE", std::to_string(time)}});
    }

    // An annotation of either kind; returns its id.
    std::string annotation(pugi::xml_node tier, const char* kind, Attributes attributes,
                           const std::string& value) {
        std::string id = "a" + std::to_string(++annotations_);
        auto node = child(child(tier, "ANNOTATION"), kind, {{"ANNOTATION_ID", id}});
        for (const auto& [key, text] : attributes) node.append_attribute(key) = text.c_str();
        child(node, "ANNOTATION_VALUE").text().set(value.c_str());
        return id;
    }

    // Sources may bear names like "truth 2".
    std::string unused(std::string tier) {
        while (!tiers_.insert(tier).second) tier += "'";
        return tier;
    }

    void write_lane(const Lane& lane) {
        const std::string name = unused(lane.tier());
        auto tier = child(root_, "TIER",
                          {{"TIER_ID", name}, {"ANNOTATOR", lane.source}, {"LINGUISTIC_TYPE_REF", "action"}});
        pugi::xml_node dependent;
        for (const Interval* interval : lane.intervals) {
            const std::string first = slot(interval->start);
            const std::string id =
                annotation(tier, "ALIGNABLE_ANNOTATION",
                           {{"TIME_SLOT_REF1", first}, {"TIME_SLOT_REF2", slot(interval->end)}},
                           class_names_[static_cast<std::size_t>(interval->label)]);
            if (interval->confidence == 1) continue;
            if (!dependent)
                dependent = child(root_, "TIER",
                                  {{"TIER_ID", unused(name + " confidence")},
                                   {"LINGUISTIC_TYPE_REF", "confidence"},
                                   {"PARENT_REF", name}});
            annotation(dependent, "REF_ANNOTATION", {{"ANNOTATION_REF", id}},
                       number_text(interval->confidence));
        }
    }

    void write_types() {
        child(root_, "LINGUISTIC_TYPE",
              {{"LINGUISTIC_TYPE_ID", "action"},
               {"TIME_ALIGNABLE", "true"},
               {"GRAPHIC_REFERENCES", "false"},
               {"CONTROLLED_VOCABULARY_REF", "classes"}});
        child(root_, "LINGUISTIC_TYPE",
              {{"LINGUISTIC_TYPE_ID", "confidence"},
               {"TIME_ALIGNABLE", "false"},
               {"GRAPHIC_REFERENCES", "false"},
               {"CONSTRAINTS", "Symbolic_Association"}});
        child(root_, "LANGUAGE",
              {{"LANG_ID", "und"},
               {"LANG_DEF", "http://cdb.iso.org/lg/CDB-00130975-001"},
               {"LANG_LABEL", "undetermined (und)"}});
        child(root_, "CONSTRAINT",
              {{"STEREOTYPE", "Symbolic_Association"},
               {"DESCRIPTION", "1-1 association with a parent annotation"}});
    }

    void write_vocabulary() {
        auto vocabulary = child(root_, "CONTROLLED_VOCABULARY", {{"CV_ID", "classes"}});
        child(vocabulary, "DESCRIPTION", {{"LANG_REF", "und"}});
        for (std::size_t i = 0; i < class_names_.size(); ++i) {
            auto entry = child(vocabulary, "CV_ENTRY_ML", {{"CVE_ID", "cve" + std::to_string(i)}});
            child(entry, "CVE_VALUE", {{"LANG_REF", "und"}}).text().set(class_names_[i].c_str());
        }
    }

    const AnnotatedSequence& sequence_;
    const std::vector<std::string>& class_names_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    std::set<std::string> tiers_;
    std::vector<std::pair<long long, std::string>> slots_; // milliseconds, id
    int annotations_ = 0;
};

} // namespace

std::string annotations_to_eaf(const AnnotatedSequence& sequence, const std::vector<std::string>& class_names,
                               const std::string& media) {
    return EafWriter(sequence, class_names).write(media);
}

} // namespace kinelens
