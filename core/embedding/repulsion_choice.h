// Which way of computing the repulsion a map gets.
#pragma once

#include "core/embedding/attraction.h"
#include "core/embedding/repulsion.h"
#include "core/options/embed_options.h"

namespace kinelens {

struct ChosenRepulsion {
    std::unique_ptr<Repulsion> repulsion;
    Accuracy accuracy = Accuracy::single;            // of the attraction beside it
    RepulsionMethod method = RepulsionMethod::exact; // never automatic
    std::string device = "cpu";
    std::vector<Error> warnings;
};

// By options.repulsion, theta and device. Errors: invalid_argument, device_unavailable.
Result<ChosenRepulsion> choose_repulsion(const EmbedOptions& options, std::int64_t points, ThreadTeam& team);

} // namespace kinelens
