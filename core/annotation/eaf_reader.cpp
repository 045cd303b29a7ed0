#include "core/annotation/eaf_format.h"

#include "core/annotation/eaf_times.h"
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

// Blanks and line breaks at the ends, and several in a row, come from typing. Our own files keep every
// letter.
std::string plain_words(std::string_view text) {
    std::string words;
    for (const char letter : text) {
        const bool blank = letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
        if (blank && (words.empty() || words.back() == ' ')) continue;
        words += blank ? ' ' : letter;
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

class EafReader {
public:
    // `milliseconds`: of a unit of time.
    EafReader(pugi::xml_node root, std::string_view text, const LabelFile& file, double milliseconds)
        : root_(root)
        , text_(text)
        , file_(file)
        , times_(root, milliseconds) {}

    Result<AnnotationReading> read() {
        Annotations& annotations = reading_.annotations;
        annotations.class_names = file_.class_names;
        annotations.sequences.push_back({Path(file_.path).stem().string(), 0, file_.frame_rate, {}});
        sequence_ = &annotations.sequences.front();
        read_header();
        read_vocabulary();
        read_confidences();
        KINELENS_CHECK(read_tiers());
        sort_intervals(sequence_->intervals);
        return std::move(reading_);
    }

private:
    void read_header() {
        const auto header = root_.child("HEADER");
        for (const auto property : header.children("PROPERTY")) {
            const std::string_view name = property.attribute("NAME").value();
            const std::string value = property.text().get();
            own_ = own_ || name.starts_with("kinelens:");
            if (name == "kinelens:sequence") sequence_->name = value;
            if (name == "kinelens:frames") parse_number(value, sequence_->frames);
            if (name == "kinelens:frame-rate") parse_number(value, sequence_->frame_rate);
        }
        for (const auto media : header.children("MEDIA_DESCRIPTOR"))
            if (const auto origin = media.attribute("TIME_ORIGIN"); origin && origin.as_llong() != 0)
                fault(media, ErrorCode::part_left_out,
                      "its film starts " + std::string(origin.value()) +
                          " ms into the film's own time (TIME_ORIGIN); times are taken as they stand");
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

    std::string class_text(const char* text) const { return own_ ? text : plain_words(text); }

    void add_class(const char* text) {
        if (const std::string name = class_text(text); !name.empty()) reading_.annotations.class_index(name);
    }

    static bool holds_confidences(pugi::xml_node tier) {
        return std::string_view(tier.attribute("LINGUISTIC_TYPE_REF").value()) == "confidence";
    }

    void read_confidences() {
        for (const auto tier : root_.children("TIER")) {
            if (!holds_confidences(tier)) continue;
            for (const auto annotation : tier.children("ANNOTATION")) {
                const auto reference = annotation.child("REF_ANNOTATION");
                float confidence = 1;
                if (parse_number(reference.child("ANNOTATION_VALUE").text().get(), confidence) &&
                    std::isfinite(confidence))
                    confidences_[reference.attribute("ANNOTATION_REF").value()] = confidence;
                else
                    fault(annotation, ErrorCode::format_invalid, "the confidence is not a number");
            }
        }
    }

    // Labels of one kind: the tier that was asked for, or those that stand by themselves. What hangs on them
    // (phases, comments) would be a second opinion on the same frames.
    Result<void> read_tiers() {
        std::string names;
        bool found = file_.tier.empty();
        for (const auto tier : root_.children("TIER")) {
            if (holds_confidences(tier)) continue;
            const std::string name = tier.attribute("TIER_ID").value();
            names += (names.empty() ? "" : ", ") + name;
            found = found || name == file_.tier;
            if (file_.tier.empty() ? !tier.attribute("PARENT_REF") : name == file_.tier)
                read_tier(tier);
            else if (file_.tier.empty())
                tell_left_out(tier, name);
        }
        if (!found) return fail(ErrorCode::not_found, "tier " + file_.tier, "its tiers are " + names);
        return {};
    }

    void tell_left_out(pugi::xml_node tier, const std::string& name) {
        const auto annotations = tier.children("ANNOTATION");
        const auto count = std::distance(annotations.begin(), annotations.end());
        if (count > 0)
            fault(tier, ErrorCode::part_left_out,
                  "tier '" + name + "' (" + counted(count, "annotation") +
                      ") hangs on another and is read where it is asked for by name");
    }

    void read_tier(pugi::xml_node tier) {
        const auto annotator = tier.attribute("ANNOTATOR");
        const std::string source = annotator ? annotator.value() : tier.attribute("TIER_ID").value();
        for (const auto annotation : tier.children("ANNOTATION"))
            if (annotation.first_child()) add(annotation.first_child(), source);
    }

    std::int64_t frame_of(double milliseconds) const {
        return std::llround(milliseconds * sequence_->frame_rate / 1000);
    }

    void add(pugi::xml_node annotation, const std::string& source) {
        const auto wrong = [&](const char* why) { fault(annotation, ErrorCode::format_invalid, why); };
        const auto span = times_.of(annotation);
        const std::string value = class_text(annotation.child("ANNOTATION_VALUE").text().get());
        if (!span || !(std::abs(span->start) < 1e12 && std::abs(span->end) < 1e12))
            return wrong("it has no times");
        const std::int64_t start = std::max<std::int64_t>(frame_of(span->start), 0);
        const std::int64_t end = frame_of(span->end);
        if (end <= 0) return wrong("it ends before the recording begins");
        if (end <= start) return wrong("it is shorter than a frame");
        if (value.empty()) return wrong("it has no value");
        if (span->start < 0)
            fault(annotation, ErrorCode::part_left_out,
                  "it begins before the recording does and is cut there");
        const auto confidence = confidences_.find(annotation.attribute("ANNOTATION_ID").value());
        sequence_->intervals.push_back({0, reading_.annotations.class_index(value), start, end,
                                        confidence == confidences_.end() ? 1.0f : confidence->second,
                                        source});
    }

    void fault(pugi::xml_node node, ErrorCode code, std::string why) {
        reading_.faults.push_back(
            {code, file_.path, std::move(why), {line_of(text_, node.offset_debug()), {}, {}}});
    }

    pugi::xml_node root_;
    std::string_view text_;
    const LabelFile& file_;
    EafTimes times_;
    bool own_ = false; // written by this program
    AnnotationReading reading_;
    AnnotatedSequence* sequence_ = nullptr;
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

Result<AnnotationReading> annotations_from_eaf(std::string_view text, const LabelFile& file) {
    pugi::xml_document document;
    const auto parsed = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_auto);
    if (!parsed)
        return fail(ErrorCode::format_invalid, file.path, std::string("no XML: ") + parsed.description(),
                    {line_of(text, parsed.offset), {}, {}});
    const auto root = document.child("ANNOTATION_DOCUMENT");
    if (!root) return fail(ErrorCode::format_invalid, file.path, "it is XML, but no EAF");
    const auto unit = unit_of_time(root);
    if (!unit)
        return fail(ErrorCode::format_invalid, file.path,
                    "its times are neither milliseconds nor frames of PAL or NTSC");
    KINELENS_TRY(reading, EafReader(root, text, file, *unit).read());
    const double rate = reading.annotations.sequences.front().frame_rate;
    if (!(rate > 0 && rate < 1000))
        return fail(ErrorCode::format_invalid, file.path, "its frame rate cannot be used");
    return reading;
}

} // namespace kinelens
