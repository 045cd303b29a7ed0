// What a pretraining came to. Free of LibTorch.
#pragma once

#include "core/experiment/events.h"

namespace kinelens::learning {

struct PretrainSummary {
    Outcome outcome = Outcome::completed;
    std::int64_t epochs = 0;    // whole epochs done
    std::int64_t steps = 0;     // optimiser steps done
    std::vector<Metric> losses; // of the last step: loss_total, loss_<term>, loss_<term>_<domain>
    double samples_per_second = 0;
    double seconds = 0; // training time, pauses and interruptions left out
    std::string device;
    std::string checkpoint; // the newest, relative to the run folder; empty if none
};

// One JSON object: {"epochs", "steps", "loss_total", …, "samples_per_second", "seconds", …}.
std::string summary_json(const PretrainSummary& summary);

} // namespace kinelens::learning
