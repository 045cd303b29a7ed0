#include "core/learning/training/training_loop.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <array>
#include <cerrno>
#include <limits>
#include <sys/syscall.h>
#include <unistd.h>

namespace training_loop_test {

// Files whose path holds this find the disk full; empty: none does.
static std::string full_for;

// In place of the system's own, in this program alone.
extern "C" ssize_t write(int file, const void* bytes, size_t count) {
    if (!full_for.empty()) {
        std::array<char, 4096> path{};
        const auto place = "/proc/self/fd/" + std::to_string(file);
        if (::readlink(place.c_str(), path.data(), path.size() - 1) > 0 &&
            std::string(path.data()).find(full_for) != std::string::npos) {
            errno = ENOSPC;
            return -1;
        }
    }
    return ::syscall(SYS_write, file, bytes, count);
}

using namespace kinelens;
using namespace kinelens::learning;

namespace {

PretrainOptions tiny() {
    PretrainOptions options;
    options.hidden_size = 16;
    options.frames = 8;
    options.views = 2;
    options.batch_size = 6;
    options.epochs = 3;
    options.checkpoint_every = 1;
    options.keep_checkpoints = 2;
    return options;
}

// Four batches an epoch, drawn from (epoch, batch) alone.
class Drawn final : public BatchSource {
public:
    std::int64_t batches_per_epoch() const override { return 4; }
    std::int64_t samples_per_epoch() const override { return 24; }
    Result<void> start(std::int64_t epoch, std::int64_t first) override {
        epoch_ = epoch;
        next_ = first;
        return {};
    }
    Result<std::optional<Batch>> next() override {
        if (next_ == batches_per_epoch()) return std::optional<Batch>();
        const auto number = epoch_ * batches_per_epoch() + next_++;
        torch::manual_seed(static_cast<std::uint64_t>(number));
        Batch batch{scale * torch::randn({2, 6, 8, 1, 5, 3}), {}, {}};
        if (number == poisoned) batch.views.fill_(std::numeric_limits<float>::quiet_NaN());
        for (std::uint64_t i = 0; i < 6; ++i) batch.keys.push_back(i);
        return std::optional<Batch>(std::move(batch));
    }
    std::int64_t poisoned = -1;
    double scale = 1;

private:
    std::int64_t epoch_ = 0, next_ = 0;
};

struct Bench {
    explicit Bench(PretrainOptions chosen = tiny())
        : options(std::move(chosen))
        , trainer(options, 1, 5, torch::kCPU)
        , store(Path(place.path().toStdString()) / "checkpoints", options.keep_checkpoints) {
        about.layout = anonymous_layout(5);
    }

    Result<Outcome> run(TrainingState state) {
        RunContext context(
            telling([this](const Event& event) {
                events.push_back(event);
                if (on_event) on_event(event);
            }),
            [this] { return std::exchange(requests, {}); }, stop.get_token());
        TrainingLoop loop(options, trainer, source, store, about, context);
        auto outcome = loop.run(state);
        end = loop.state();
        return outcome;
    }
    Result<Outcome> run() {
        TrainingState state;
        state.epochs = options.epochs;
        return run(state);
    }

    template <class Kind>
    std::vector<Kind> all() const {
        std::vector<Kind> found;
        for (const Event& event : events)
            if (const auto* kind = std::get_if<Kind>(&event)) found.push_back(*kind);
        return found;
    }
    std::vector<double> losses() const {
        std::vector<double> values;
        for (const auto& logged : all<MetricsLogged>()) values.push_back(logged.metrics.front().value);
        return values;
    }

    QTemporaryDir place;
    PretrainOptions options;
    Trainer trainer;
    Drawn source;
    CheckpointStore store;
    CheckpointInfo about;
    std::vector<Event> events;
    std::function<void(const Event&)> on_event;
    std::vector<ControlCommand> requests;
    std::stop_source stop;
    TrainingState end;
};

void request_at_step(Bench& bench, std::int64_t step, std::vector<ControlCommand> commands) {
    bench.on_event = [&bench, step, commands](const Event& event) {
        const auto* logged = std::get_if<MetricsLogged>(&event);
        if (logged && logged->step == step) bench.requests = commands;
    };
}

} // namespace

class TrainingLoopTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runs_all_epochs_and_keeps_the_last_and_the_best() {
        Bench bench;
        QCOMPARE(bench.run().value(), Outcome::completed);
        QCOMPARE(bench.losses().size(), std::size_t(12));
        QCOMPARE(bench.all<EpochFinished>().size(), std::size_t(3));
        QCOMPARE(bench.all<CheckpointWritten>().size(), std::size_t(3));
        const auto kept = bench.store.list();
        QVERIFY(kept.size() == 2 || kept.size() == 3);
        QCOMPARE(kept.back().epoch, std::int64_t(3));
        QVERIFY(best_checkpoint(kept) != nullptr);
        const auto metrics = bench.all<MetricsLogged>().back().metrics;
        double sum = 0;
        for (const Metric& metric : metrics)
            for (const char* term : term_names)
                if (metric.name == std::string("loss_") + term) sum += metric.value;
        QVERIFY2(std::abs(sum / metrics.front().value - 1) < 1e-5,
                 QByteArray::number(sum) + " " + QByteArray::number(metrics.front().value));
    }

    void stopping_anywhere_and_resuming_changes_nothing() {
        Bench calm;
        QVERIFY(calm.run());
        for (const std::int64_t step : {1, 3, 4, 6, 11}) {
            Bench first;
            request_at_step(first, step, {{ControlRequest::stop, 0}});
            QCOMPARE(first.run().value(), Outcome::stopped);
            QCOMPARE(first.end.step, step);
            Bench second;
            const auto state = unpack_checkpoint(first.store.path(first.store.list().back()), second.trainer);
            QVERIFY(state);
            QVERIFY(*state == first.end);
            QCOMPARE(second.run(*state).value(), Outcome::completed);
            auto losses = first.losses();
            const auto rest = second.losses();
            losses.insert(losses.end(), rest.begin(), rest.end());
            QVERIFY(losses == calm.losses());
            QVERIFY(calm.all<EpochFinished>().back() == second.all<EpochFinished>().back());
        }
    }

    void pausing_waits_and_extending_adds_epochs() {
        Bench bench;
        request_at_step(bench, 2, {{ControlRequest::pause, 0}, {ControlRequest::extend, 1}});
        const auto& chosen = bench.on_event;
        bench.on_event = [&bench, chosen](const Event& event) {
            chosen(event);
            if (std::holds_alternative<RunPaused>(event)) bench.requests = {{ControlRequest::resume, 0}};
        };
        QCOMPARE(bench.run().value(), Outcome::completed);
        QCOMPARE(bench.all<RunPaused>().size(), std::size_t(1));
        QCOMPARE(bench.all<RunResumed>().size(), std::size_t(1));
        QCOMPARE(bench.end.epoch, std::int64_t(4));
    }

    void a_request_makes_a_checkpoint_within_an_epoch() {
        Bench bench;
        request_at_step(bench, 2, {{ControlRequest::checkpoint_now, 0}});
        QVERIFY(bench.run());
        QCOMPARE(bench.all<CheckpointWritten>().front().file, std::string("checkpoints/step-00000002.pt"));
    }

    void a_poisoned_batch_ends_the_run_and_spares_the_checkpoints() {
        Bench bench;
        bench.source.poisoned = 6;
        const auto outcome = bench.run();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::training_diverged);
        QCOMPARE(bench.end.step, std::int64_t(6));
        for (const auto& parameter : bench.trainer.model()->parameters())
            QVERIFY(torch::isfinite(parameter).all().item<bool>());
        QCOMPARE(bench.store.list().back().step, std::int64_t(4));
        QVERIFY(unpack_checkpoint(bench.store.path(bench.store.list().back()), bench.trainer));
    }

    void a_loss_above_the_limit_ends_the_run() {
        auto options = tiny();
        options.abort_loss = 1;
        Bench bench(options);
        QCOMPARE(bench.run().error().code, ErrorCode::training_diverged);
        QVERIFY(bench.store.list().empty());
    }

    void features_without_variance_end_the_run() {
        auto options = tiny();
        options.collapse_std = 1;
        options.collapse_checks = 3;
        options.learning_rate = 0;
        Bench bench(options);
        const auto outcome = bench.run();
        QCOMPARE(outcome.error().code, ErrorCode::features_collapsed);
        QCOMPARE(bench.end.step, std::int64_t(3));
    }

    // Full from the first checkpoint on.
    void a_full_disk_keeps_the_old_checkpoint() {
        Bench bench;
        const Path folder = Path(bench.place.path().toStdString()) / "checkpoints";
        bench.on_event = [&](const Event& event) {
            if (std::holds_alternative<CheckpointWritten>(event)) full_for = "epoch-0002.pt";
        };
        const auto outcome = bench.run();
        full_for.clear();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::disk_full);
        QCOMPARE(bench.all<WarningRaised>().size(), std::size_t(1));
        QCOMPARE(bench.store.list().size(), std::size_t(1));
        QVERIFY(unpack_checkpoint(bench.store.path(bench.store.list().front()), bench.trainer));
        QVERIFY(!std::filesystem::exists(folder / "epoch-0002.pt"));
    }

    void other_models_and_other_files_are_refused() {
        Bench bench;
        QVERIFY(bench.run());
        auto options = tiny();
        options.hidden_size = 32;
        Bench other(options);
        const Path file = bench.store.path(bench.store.list().back());
        QCOMPARE(unpack_checkpoint(file, other.trainer).error().code, ErrorCode::checkpoint_mismatch);
        const std::string text = *read_text_file(file);
        const Path torn = Path(bench.place.path().toStdString()) / "torn.pt";
        QVERIFY(write_file_atomically(torn, text.substr(0, text.size() / 2)));
        QCOMPARE(unpack_checkpoint(torn, bench.trainer).error().code, ErrorCode::format_invalid);
        QCOMPARE(unpack_checkpoint("/nowhere.pt", bench.trainer).error().code, ErrorCode::file_not_found);
    }
};

KINELENS_TEST(TrainingLoopTest, event_loop);

} // namespace training_loop_test
#include "training_loop_test.moc"
