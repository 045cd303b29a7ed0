// Maps of made-up features, beside scikit-learn's and openTSNE's (tests/benchmarks/tsne_peers.py): minutes,
// and one judge for how good they are.
#include "app/command_line/bench/benches.h"
#include "app/command_line/bench/child_process.h"
#include "app/command_line/bench/scratch_folder.h"
#include "core/foundation/parallel.h"
#include "core/foundation/random.h"
#include "core/results/features_writer.h"

#include <chrono>
#include <cstdio>
#include <memory>

namespace kinelens {
namespace {

constexpr std::int64_t dimension = 256, clusters = 60, directions = 6;
constexpr double longest = 24 * 3600; // s

// Sixty classes, each spread along six directions of its own besides noise in all.
Result<void> write_features(const Path& file, std::int64_t points) {
    KINELENS_TRY(writer, FeaturesWriter::create(file, {dimension, false, 0, 0}, {}));
    const CounterRandom random(1);
    const auto drawn = [&](const char* what, std::int64_t which, std::int64_t count) {
        CounterRandom own = random.fork(what).fork(static_cast<std::uint64_t>(which));
        std::vector<double> values(static_cast<std::size_t>(count));
        for (double& value : values) value = own.normal();
        return values;
    };
    std::vector<std::vector<double>> centres, spreads;
    for (std::int64_t c = 0; c < clusters; ++c) {
        centres.push_back(drawn("centre", c, dimension));
        spreads.push_back(drawn("spread", c, directions * dimension));
    }
    for (std::int64_t i = 0; i < points; ++i) {
        const auto c = static_cast<std::size_t>(i % clusters);
        const auto along = drawn("along", i, directions), noise = drawn("noise", i, dimension);
        std::vector<float> row;
        for (std::size_t d = 0; d < dimension; ++d) {
            double value = centres[c][d] + 0.3 * noise[d];
            for (std::size_t a = 0; a < directions; ++a)
                value += 0.4 * along[a] * spreads[c][a * dimension + d];
            row.push_back(static_cast<float>(value));
        }
        KINELENS_CHECK(writer.append({"point" + std::to_string(i)}, {row.data()}));
    }
    return writer.finish();
}

std::string thousands(std::int64_t points) {
    return points % 1000 == 0 ? std::to_string(points / 1000) + "k" : std::to_string(points);
}

class Tsne {
public:
    explicit Tsne(const BenchRequest& request)
        : request_(request)
        , name_("tsne-" + thousands(request.points)) {}

    Result<std::vector<BenchCase>> measure() {
        KINELENS_CHECK(write_features(features_, request_.points));
        std::vector<BenchCase> cases;
        const std::string venv =
            request_.venv.empty() ? request_.python : (request_.venv / "bin/python").string();
        add(cases, name_, "sklearn", request_.python);
        add(cases, name_ + "-opentsne", "opentsne", venv);
        return cases;
    }

private:
    Path features_of(const char* name) const { return folder_.path() / name; }

    double ours() const {
        const auto start = std::chrono::steady_clock::now();
        const int code =
            wait_for(start_process({learning_program(), "embed", "--features", features_.string(), "--output",
                                    ours_.string(), "--iterations", "1000", "--trust", "none", "--quiet"}),
                     longest);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        return code == 0 ? 60 / seconds.count() : 0;
    }

    // The first line that the script prints.
    std::string answer(const std::string& python, const std::string& words) const {
        const Path script = request_.peers / "tsne_peers.py";
        if (!std::filesystem::exists(script)) return {};
        const std::string command = "'" + python + "' '" + script.string() + "' " + words + " 2>/dev/null";
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
        char line[128] = {};
        return pipe && std::fgets(line, sizeof line, pipe.get()) ? line : std::string();
    }

    std::optional<double> peer(const std::string& name, const std::string& python) const {
        double seconds = 0;
        const std::string said = answer(python, name + " '" + features_.string() + "' '" + theirs_.string() +
                                                    "' " + std::to_string(thread_count(0)));
        if (std::sscanf(said.c_str(), "%lf", &seconds) != 1 || seconds <= 0) return std::nullopt;
        return 60 / seconds;
    }

    void add(std::vector<BenchCase>& cases, const std::string& name, const std::string& program,
             const std::string& python) const {
        cases.push_back(measure_rates(
            name, "maps/min", request_.pairs, [&] { return ours(); }, [&] { return peer(program, python); }));
        if (!cases.back().peer) return;
        const auto mine = judged(ours_), other = judged(theirs_);
        if (!mine || !other) return;
        cases.push_back({name + "-kl", "KL, less is better", mine->first, other->first,
                         other->first / mine->first, other->first / mine->first, 1});
        cases.push_back({name + "-kept", "of the 10 nearest kept", mine->second, other->second,
                         mine->second / other->second, mine->second / other->second, 1});
    }

    // Divergence and neighbours kept, by the same judge for all.
    std::optional<std::pair<double, double>> judged(const Path& map) const {
        double kl = 0, kept = 0;
        const std::string said =
            answer(request_.python, "judge '" + features_.string() + "' '" + map.string() + "'");
        if (std::sscanf(said.c_str(), "%lf %lf", &kl, &kept) != 2) return std::nullopt;
        return std::pair(kl, kept);
    }

    const BenchRequest& request_;
    std::string name_;
    ScratchFolder folder_;
    Path features_ = features_of("features.h5"), ours_ = features_of("ours.h5"),
         theirs_ = features_of("theirs.npy");
};

} // namespace

Result<std::vector<BenchCase>> bench_tsne(const BenchRequest& request) {
    return Tsne(request).measure();
}

} // namespace kinelens
