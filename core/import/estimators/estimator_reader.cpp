#include "core/import/estimators/estimator_reader.h"

#include "core/foundation/number_text.h"

#include <algorithm>

namespace kinelens {
namespace {

constexpr std::size_t files_counted = 100; // in which individuals are counted

} // namespace

EstimatorReader::EstimatorReader(EstimatorFormat format, const ImportOptions& options)
    : format_(std::move(format))
    , wishes_{places_for(options.bodies), options.body_places == BodyPlaces::listed} {}

bool EstimatorReader::has_ending(const SourceFile& source) const {
    return std::ranges::find(format_.endings, source.ending) != format_.endings.end();
}

bool EstimatorReader::accepts(const SourceFile& source) const {
    return has_ending(source) && format_.fits(source);
}

Result<std::vector<SeenBodies>> EstimatorReader::seen_in(const SourceFile& source) const {
    KINELENS_TRY(bytes, source.read());
    return format_.parse(bytes, source.path);
}

void EstimatorReader::learn(const std::vector<SourceFile>& sources) {
    int individuals = 0;
    std::size_t looked = 0;
    for (const SourceFile& source : sources) {
        if (source.fault || !accepts(source)) continue;
        if (learned_ && (individuals == 0 || ++looked > files_counted)) break;
        const auto seen = seen_in(source);
        if (!seen && !first_error_) first_error_ = seen.error();
        if (!seen || seen->empty()) continue;
        for (const SeenBodies& one : *seen) individuals = std::max(individuals, one.individuals);
        if (learned_) continue;
        learned_ = true;
        const SeenBodies& first = seen->front();
        info_.layout = first.layout;
        info_.dimensions = first.dimensions;
        info_.image_size = first.image_size;
        info_.unit = first.dimensions == 2 ? "pixel" : "metre";
        info_.up = first.up;
        info_.frame_rate = first.frame_rate > 0 ? first.frame_rate : format_.usual_rate;
        if (first.frame_rate <= 0)
            remarks_.push_back({ErrorCode::rate_assumed,
                                source.path,
                                "taken for " + short_number_text(format_.usual_rate) +
                                    " frames a second, which it does not say",
                                {}});
    }
    if (individuals > 0) wishes_.places = std::min(wishes_.places, individuals);
    info_.bodies = wishes_.places;
}

Result<DatasetInfo> EstimatorReader::describe(const std::vector<SourceFile>&) const {
    if (!learned_ && first_error_) return fail(*first_error_);
    if (!learned_) return fail(ErrorCode::dataset_empty, {}, "no " + format_.title + " has frames");
    return info_;
}

std::vector<Error> EstimatorReader::remarks(const DatasetInfo&, const std::vector<SourceFile>&) const {
    return remarks_;
}

Result<std::vector<RawSequence>> EstimatorReader::read(const SourceFile& source) const {
    KINELENS_TRY(all, seen_in(source));
    if (all.empty()) return fail(ErrorCode::sequence_empty, source.path, "it has no frames");
    std::vector<RawSequence> sequences;
    for (SeenBodies& seen : all) {
        if (seen.dimensions != info_.dimensions)
            return fail(ErrorCode::shape_mismatch, source.path,
                        "its positions have " + std::to_string(seen.dimensions) +
                            " dimensions, those of the others " + std::to_string(info_.dimensions));
        if (info_.image_size[0] > 0 && seen.image_size[0] > 0 && seen.image_size != info_.image_size)
            seen.warnings.push_back({ErrorCode::data_doubted,
                                     source.path,
                                     "its picture has " + std::to_string(seen.image_size[0]) + " x " +
                                         std::to_string(seen.image_size[1]) + " pixels, not " +
                                         std::to_string(info_.image_size[0]) + " x " +
                                         std::to_string(info_.image_size[1]),
                                     {}});
        const std::string name = seen.name.empty() ? name_of(source) : seen.name;
        KINELENS_TRY(sequence, sequence_of(std::move(seen), wishes_, info_.frame_rate, source.path));
        sequence.info.name = name;
        sequences.push_back(std::move(sequence));
    }
    return sequences;
}

Result<std::unique_ptr<Reader>> make_estimator_reader(EstimatorFormat format, const ImportOptions& options,
                                                      const std::vector<SourceFile>& sources) {
    auto reader = std::make_unique<EstimatorReader>(std::move(format), options);
    reader->learn(sources);
    return reader;
}

} // namespace kinelens
