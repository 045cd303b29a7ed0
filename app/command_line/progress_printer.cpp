#include "app/command_line/progress_printer.h"

#include "app/command_line/verb.h"
#include "app/command_line/words.h"
#include "core/foundation/number_text.h"

#include <cstdio>
#include <memory>
#include <unistd.h>

namespace kinelens {
namespace {

class Printer {
public:
    void show(const Event& event) {
        std::visit([this](const auto& held) { print(held); }, event);
    }
    ~Printer() { end_line(); }

private:
    void print(const RunStarted& event) {
        std::string text = event.verb + " on " + event.device;
        if (event.samples > 0) text += ", " + counted(event.samples, "sequence");
        if (event.epochs > 0) text += ", " + counted(event.epochs, "epoch");
        line(text);
    }
    void print(const MetricsLogged& event) {
        std::string text = "step " + std::to_string(event.step);
        for (const Metric& metric : event.metrics) {
            if (metric.name == "loss_total") text += "  loss " + short_number_text(metric.value);
            if (metric.name == "samples_per_second") text += number("  %.1f sequences/s", metric.value);
            if (metric.name == "eta_seconds") text += number("  %.0f s left", metric.value);
        }
        moving(text);
    }
    void print(const EpochFinished& event) {
        std::string text = "epoch " + std::to_string(event.epoch) + " finished";
        for (const Metric& metric : event.means)
            if (metric.name == "loss_total") text += ", loss " + short_number_text(metric.value);
        line(text);
    }
    void print(const ProbeMeasured& event) {
        std::string text = "probe after epoch " + std::to_string(event.epoch) + ":";
        for (const Metric& metric : event.accuracies) {
            text.append(metric.name == "probe_linear" ? " linear" : " nearest neighbour");
            text.append(number(" %.1f %%", 100 * metric.value));
        }
        line(text);
    }
    void print(const CheckpointWritten& event) { moving("checkpoint " + event.file); }
    void print(const ProgressMade& event) {
        const std::string total = event.total > 0 ? " of " + std::to_string(event.total) : "";
        moving(std::to_string(event.done) + total + " " + event.unit);
    }
    void print(const WarningRaised& event) { line("warning: " + error_sentence(event.error)); }
    void print(const RunPaused&) { line("paused"); }
    void print(const RunResumed&) { line("resumed"); }
    void print(const ArtifactReady& event) { line(event.type + " ready: " + event.file); }
    void print(const RunFinished& event) { line(std::string(outcome_name(event.outcome))); }

    static std::string number(const char* format, double value) {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, format, value);
        return buffer;
    }

    // On a terminal the line is overwritten; elsewhere about one in a hundred is kept.
    void moving(const std::string& text) {
        if (terminal_) {
            std::fprintf(stderr, "\r\033[K%s", text.c_str());
            open_line_ = true;
        } else if (moves_++ % 100 == 0) {
            std::fprintf(stderr, "%s\n", text.c_str());
        }
        std::fflush(stderr);
    }
    void line(const std::string& text) {
        end_line();
        std::fprintf(stderr, "%s\n", text.c_str());
    }
    void end_line() {
        if (open_line_) std::fprintf(stderr, "\n");
        open_line_ = false;
    }

    bool terminal_ = ::isatty(STDERR_FILENO) != 0;
    bool open_line_ = false;
    long moves_ = 0;
};

} // namespace

EventSink progress_printer(bool quiet) {
    if (quiet) return [](const Event&) {};
    return [printer = std::make_shared<Printer>()](const Event& event) { printer->show(event); };
}

} // namespace kinelens
