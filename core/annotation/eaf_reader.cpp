#include "core/annotation/eaf_format.h"

#include "core/foundation/files.h"
#include "core/foundation/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace kinelens {
namespace {

long long line_of(std::string_view text, std::ptrdiff_t offset) {
    const auto end = std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)), text.size());
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
}

class EafReader {
public:
    EafReader(pugi::xml_node root, std::string_view text, const std::string& path)
        : root_(root)
        , text_(text)
        , path_(path) {}

    // `milliseconds`: of a unit of time.
    AnnotationReading read(std::vector<std::string> class_names, double frame_rate, double milliseconds) {
        Annotations& annotations = reading_.annotations;
        annotations.class_names = std::move(class_names);
        annotations.sequences.push_back({Path(path_).stem().string(), 0, frame_rate, {}});
        sequence_ = &annotations.sequences.front();
        read_header();
        read_vocabulary();
        for (const auto slot : root_.child("TIME_ORDER").children("TIME_SLOT"))
            if (double time = 0; parse_number(slot.attribute("TIME_VALUE").value(), time))
                times_[slot.attribute("TIME_SLOT_ID").value()] = time * milliseconds;
        read_confidences();
        for (const auto tier : root_.children("TIER")) read_tier(tier);
        sort_intervals(sequence_->intervals);
        return std::move(reading_);
    }

private:
    void read_header() {
        for (const auto property : root_.child("HEADER").children("PROPERTY")) {
            const std::string_view name = property.attribute("NAME").value();
            const std::string value = property.text().get();
            if (name == "kinelens:sequence") sequence_->name = value;
            if (name == "kinelens:frames") parse_number(value, sequence_->frames);
            if (name == "kinelens:frame-rate") parse_number(value, sequence_->frame_rate);
        }
    }

    // Classes that nothing is labelled with are kept too. Older files have CV_ENTRY.
    void read_vocabulary() {
        for (const auto vocabulary : root_.children("CONTROLLED_VOCABULARY")) {
            if (std::string_view(vocabulary.attribute("CV_ID").value()) != "classes") continue;
            for (const auto entry : vocabulary.children("CV_ENTRY_ML"))
                add_class(entry.child("CVE_VALUE").text().get());
            for (const auto entry : vocabulary.children("CV_ENTRY")) add_class(entry.text().get());
        }
    }

    void add_class(const std::string& name) {
        if (!name.empty()) reading_.annotations.class_index(name);
    }

    void read_confidences() {
        for (const auto tier : root_.children("TIER")) {
            if (std::string_view(tier.attribute("LINGUISTIC_TYPE_REF").value()) != "confidence") continue;
            for (const auto annotation : tier.children("ANNOTATION")) {
                const auto reference = annotation.child("REF_ANNOTATION");
                float confidence = 1;
                if (parse_number(reference.child("ANNOTATION_VALUE").text().get(), confidence) &&
                    std::isfinite(confidence))
                    confidences_[reference.attribute("ANNOTATION_REF").value()] = confidence;
                else
                    fault(annotation, "the confidence is not a number");
            }
        }
    }

    void read_tier(pugi::xml_node tier) {
        const auto annotator = tier.attribute("ANNOTATOR");
        const std::string source = annotator ? annotator.value() : tier.attribute("TIER_ID").value();
        for (const auto annotation : tier.children("ANNOTATION"))
            if (const auto aligned = annotation.child("ALIGNABLE_ANNOTATION")) add(aligned, source);
    }

    // A frame; nothing if the slot has no time or one before the first frame.
    std::optional<std::int64_t> frame_at(pugi::xml_node annotation, const char* reference) const {
        const auto time = times_.find(annotation.attribute(reference).value());
        if (time == times_.end() || !(time->second >= 0 && time->second < 1e12)) return std::nullopt;
        return std::llround(time->second * sequence_->frame_rate / 1000);
    }

    void add(pugi::xml_node annotation, const std::string& source) {
        const auto start = frame_at(annotation, "TIME_SLOT_REF1");
        const auto end = frame_at(annotation, "TIME_SLOT_REF2");
        const std::string value = annotation.child("ANNOTATION_VALUE").text().get();
        if (!start || !end) return fault(annotation, "it has no times");
        if (*end <= *start) return fault(annotation, "it is shorter than a frame");
        if (value.empty()) return fault(annotation, "it has no value");
        const auto confidence = confidences_.find(annotation.attribute("ANNOTATION_ID").value());
        sequence_->intervals.push_back({0, reading_.annotations.class_index(value), *start, *end,
                                        confidence == confidences_.end() ? 1.0f : confidence->second,
                                        source});
    }

    void fault(pugi::xml_node node, std::string why) {
        reading_.faults.push_back({ErrorCode::format_invalid,
                                   path_,
                                   std::move(why),
                                   {line_of(text_, node.offset_debug()), {}, {}}});
    }

    pugi::xml_node root_;
    std::string_view text_;
    const std::string& path_;
    AnnotationReading reading_;
    AnnotatedSequence* sequence_ = nullptr;
    std::map<std::string, double> times_; // milliseconds
    std::map<std::string, float> confidences_;
};

// Milliseconds of a unit of time; nothing if it is none that EAF knows.
std::optional<double> unit_of_time(pugi::xml_node root) {
    const std::string_view units = root.child("HEADER").attribute("TIME_UNITS").as_string("milliseconds");
    if (units == "milliseconds") return 1;
    if (units == "PAL-frames") return 1000 / 25.0;
    if (units == "NTSC-frames") return 1001 / 30.0;
    return std::nullopt;
}

} // namespace

Result<AnnotationReading> annotations_from_eaf(std::string_view text, const std::string& path,
                                               std::vector<std::string> class_names, double frame_rate) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_auto);
    if (!parsed)
        return fail(ErrorCode::format_invalid, path, std::string("no XML: ") + parsed.description(),
                    {line_of(text, parsed.offset), {}, {}});
    const auto root = document.child("ANNOTATION_DOCUMENT");
    if (!root) return fail(ErrorCode::format_invalid, path, "it is XML, but no EAF");
    const auto unit = unit_of_time(root);
    if (!unit)
        return fail(ErrorCode::format_invalid, path,
                    "its times are neither milliseconds nor frames of PAL or NTSC");
    auto reading = EafReader(root, text, path).read(std::move(class_names), frame_rate, *unit);
    const double rate = reading.annotations.sequences.front().frame_rate;
    if (!(rate > 0 && rate < 1000))
        return fail(ErrorCode::format_invalid, path, "its frame rate cannot be used");
    return reading;
}

} // namespace kinelens
