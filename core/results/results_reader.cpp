#include "core/dataset/hdf5_attributes.h"
#include "core/results/evaluation_results.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

namespace kinelens {
namespace {

// Reads one array where it is there. False once something was malformed; `error` then says what.
class Arrays {
public:
    explicit Arrays(const hdf5::File& file)
        : file_(file) {}

    template <class T>
    void column(const char* path, std::vector<T>& values) {
        take(
            path, [&] { return hdf5::read_column<T>(file_, path); }, values);
    }
    void strings(const char* path, std::vector<std::string>& values) {
        take(
            path, [&] { return hdf5::read_strings(file_, path); }, values);
    }
    template <class T>
    void matrix(const char* path, std::vector<T>& values, std::size_t& columns) {
        hdf5::Matrix<T> read;
        take(
            path, [&] { return hdf5::read_matrix<T>(file_, path); }, read);
        columns = read.columns;
        values = std::move(read.values);
    }
    const std::string& error() const { return error_; }

private:
    template <class Read, class Value>
    void take(const char* path, const Read& read, Value& value) {
        if (!error_.empty() || !hdf5::exists(file_, path)) return;
        auto found = read();
        if (found)
            value = std::move(*found);
        else
            error_ = std::string(path) + ": " + found.error().detail;
    }

    const hdf5::File& file_;
    std::string error_;
};

bool all_below(const std::vector<std::int32_t>& values, std::size_t bound) {
    return std::all_of(values.begin(), values.end(), [&](std::int32_t value) {
        return value >= 0 && static_cast<std::size_t>(value) < bound;
    });
}

bool all_finite(const std::vector<float>& values) {
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

// The first array that does not fit the others; empty if all do.
std::string misfit(const EvaluationResults& results) {
    const std::size_t samples = results.names.size(), classes = results.classes();
    const auto& retrieved = results.retrieved;
    const auto& facts = results.facts;
    const bool whole_facts = facts.subject.size() == samples && facts.camera.size() == samples &&
                             facts.setup.size() == samples && facts.problems.size() == samples;
    if (samples == 0) return "/names holds nothing";
    if (std::unordered_set<std::string>(results.names.begin(), results.names.end()).size() != samples)
        return "/names holds a name twice";
    if (results.truth.size() != samples || !all_below(results.truth, classes)) return "/truth";
    if (results.predicted.size() != samples || !all_below(results.predicted, classes)) return "/predicted";
    if (results.fold.size() != samples || !all_below(results.fold, results.fold_names.size())) return "/fold";
    if (facts.size() > 0 && (facts.size() != samples || !whole_facts)) return "/facts";
    if (!results.scores.empty() && results.scores.size() != samples * classes) return "/scores";
    if (results.repeats.size() % samples != 0 || !all_below(results.repeats, classes)) return "/repeats";
    if (retrieved.indices.size() != samples * retrieved.k ||
        retrieved.distances.size() != samples * retrieved.k ||
        !all_below(retrieved.indices, retrieved.gallery_names.size()))
        return "/neighbours";
    if (retrieved.gallery_truth.size() != retrieved.gallery_names.size() ||
        !all_below(retrieved.gallery_truth, classes))
        return "/gallery_truth";
    if (results.subset.fold.size() != results.subset.name.size() ||
        results.subset.repeat.size() != results.subset.name.size() ||
        !all_below(results.subset.fold, results.fold_names.size()))
        return "/subset";
    if (results.map.weights.size() != results.map.accuracy.size() * results.map.members) return "/map";
    return {};
}

Result<Stamp> stamp_of(const hdf5::File& file) {
    return hdf5::read_text_attributes(file, {"data", "data_hash", "split_hash", "protocol", "checkpoint",
                                             "checkpoint_hash", "encoder", "objective", "features",
                                             "features_hash", "seed", "code_version", "verb", "stream",
                                             "preprocess", "options", "row"});
}

// What files of other programs may leave out.
void complete(EvaluationResults& results) {
    if (results.class_names.empty() && !results.truth.empty()) {
        const auto most = *std::max_element(results.truth.begin(), results.truth.end());
        const auto other = results.predicted.empty()
                               ? most
                               : *std::max_element(results.predicted.begin(), results.predicted.end());
        constexpr std::int32_t most_classes = 100'000; // a number above is no class, and found as a misfit
        for (std::int32_t c = 0; c <= std::max(most, other) && c < most_classes; ++c)
            results.class_names.push_back("class " + std::to_string(c));
    }
    if (results.predicted.empty()) results.predicted = greatest_scores(results.scores, results.classes());
    if (results.fold.empty()) results.fold.assign(results.names.size(), 0);
    if (results.fold_names.empty()) results.fold_names.push_back(results.stamp["protocol"]);
}

} // namespace

Result<EvaluationResults> read_results(const Path& file) {
    const hdf5::QuietErrors quiet;
    if (!std::filesystem::exists(file)) return fail(ErrorCode::file_not_found, file.string());
    const hdf5::File opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT));
    if (!opened || !hdf5::exists(opened, "/names") || !hdf5::exists(opened, "/truth"))
        return fail(ErrorCode::format_unknown, file.string(), "not a results file");
    EvaluationResults results;
    Arrays arrays(opened);
    std::size_t columns = 0;
    arrays.strings("/class_names", results.class_names);
    arrays.strings("/names", results.names);
    arrays.column("/truth", results.truth);
    arrays.column("/predicted", results.predicted);
    arrays.column("/fold", results.fold);
    arrays.strings("/fold_names", results.fold_names);
    arrays.column("/facts/subject", results.facts.subject);
    arrays.column("/facts/camera", results.facts.camera);
    arrays.column("/facts/setup", results.facts.setup);
    arrays.column("/facts/length", results.facts.length);
    arrays.column("/facts/problems", results.facts.problems);
    arrays.matrix("/scores", results.scores, columns);
    arrays.matrix("/repeats", results.repeats, columns);
    arrays.strings("/gallery_names", results.retrieved.gallery_names);
    arrays.column("/gallery_truth", results.retrieved.gallery_truth);
    arrays.matrix("/neighbours", results.retrieved.indices, results.retrieved.k);
    arrays.matrix("/distances", results.retrieved.distances, columns);
    arrays.strings("/subset/name", results.subset.name);
    arrays.column("/subset/fold", results.subset.fold);
    arrays.column("/subset/repeat", results.subset.repeat);
    arrays.matrix("/map/weights", results.map.weights, results.map.members);
    arrays.column("/map/accuracy", results.map.accuracy);
    if (!arrays.error().empty()) return fail(ErrorCode::format_invalid, file.string(), arrays.error());
    KINELENS_TRY(stamp, stamp_of(opened));
    KINELENS_TRY(report, hdf5::read_text_attribute(opened, "report", "{}"));
    results.stamp = std::move(stamp);
    results.report = report_from_json(report);
    complete(results);
    if (const std::string wrong = misfit(results); !wrong.empty())
        return fail(ErrorCode::format_invalid, file.string(), wrong + " does not fit the other arrays");
    if (!all_finite(results.scores)) return fail(ErrorCode::value_not_finite, file.string(), "/scores");
    return results;
}

} // namespace kinelens
