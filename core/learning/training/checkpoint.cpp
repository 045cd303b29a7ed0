#include "core/learning/training/checkpoint.h"

#include "core/learning/training/model_tensors.h"

namespace kinelens::learning {
namespace {

// Field by field, so that the order in the archive is fixed here alone.
template <class Visit>
void visit_state(TrainingState& state, Visit&& visit) {
    visit("step", state.step);
    visit("epoch", state.epoch);
    visit("batch", state.batch);
    visit("epochs", state.epochs);
    visit("seconds", state.seconds);
    visit("epoch_steps", state.epoch_steps);
    for (std::size_t i = 0; i < state.epoch_sums.size(); ++i)
        visit("epoch_sum_" + std::to_string(i), state.epoch_sums[i]);
    visit("collapsed_checks", state.collapsed_checks);
}

NamedTensors moments(const Adam& optimiser, torch::Tensor Adam::Slot::*moment) {
    NamedTensors tensors;
    for (const auto& slot : optimiser.slots()) tensors.emplace_back(slot.name, slot.*moment);
    return tensors;
}

} // namespace

CheckpointNumbers checkpoint_numbers(Trainer& trainer, const TrainingState& state) {
    CheckpointNumbers numbers;
    auto copy = state;
    visit_state(copy,
                [&](const std::string& name, auto& field) { numbers[name] = static_cast<double>(field); });
    numbers["optimiser_steps"] = static_cast<double>(trainer.optimiser().steps());
    numbers["loss_scale"] = trainer.loss_scale().value();
    numbers["loss_scale_good_steps"] = static_cast<double>(trainer.loss_scale().good_steps());
    if (const auto* contrast = trainer.contrast())
        numbers["bank_position"] = static_cast<double>(contrast->position());
    return numbers;
}

Result<TrainingState> restore_numbers(const CheckpointNumbers& numbers, Trainer& trainer,
                                      const std::string& file) {
    bool complete = true;
    const auto number = [&](const std::string& name) {
        const auto found = numbers.find(name);
        complete = complete && found != numbers.end();
        return found == numbers.end() ? 0 : found->second;
    };
    TrainingState state;
    visit_state(state, [&](const std::string& name, auto& field) {
        field = static_cast<std::decay_t<decltype(field)>>(number(name));
    });
    trainer.optimiser().set_steps(static_cast<std::int64_t>(number("optimiser_steps")));
    const double scale = number("loss_scale");
    trainer.loss_scale().restore(scale, static_cast<std::int64_t>(number("loss_scale_good_steps")));
    if (auto* contrast = trainer.contrast())
        contrast->set_position(static_cast<std::int64_t>(number("bank_position")));
    if (!complete) return fail(ErrorCode::format_invalid, file, "state is incomplete");
    return state;
}

NamedTensors checkpoint_tensors(Trainer& trainer) {
    NamedTensors all = model_tensors(trainer.model());
    const auto add = [&](const NamedTensors& more) { all.insert(all.end(), more.begin(), more.end()); };
    add(moments(trainer.optimiser(), &Adam::Slot::first_moment));
    add(moments(trainer.optimiser(), &Adam::Slot::second_moment));
    if (auto* contrast = trainer.contrast()) add(contrast->tensors());
    return all;
}

Result<std::string> pack_checkpoint(Trainer& trainer, const TrainingState& state,
                                    const std::string& options) {
    Archive archive;
    archive.groups["model"] = model_tensors(trainer.model());
    archive.groups["first_moment"] = moments(trainer.optimiser(), &Adam::Slot::first_moment);
    archive.groups["second_moment"] = moments(trainer.optimiser(), &Adam::Slot::second_moment);
    if (auto* contrast = trainer.contrast()) archive.groups["contrast"] = contrast->tensors();
    archive.texts["options"] = options;
    archive.numbers = checkpoint_numbers(trainer, state);
    return pack(archive);
}

Result<TrainingState> unpack_checkpoint(const Path& file, Trainer& trainer) {
    KINELENS_TRY(archive, unpack(file));
    const std::string name = file.string();
    KINELENS_CHECK(copy_into(model_tensors(trainer.model()), archive.groups["model"], name));
    KINELENS_CHECK(copy_into(moments(trainer.optimiser(), &Adam::Slot::first_moment),
                             archive.groups["first_moment"], name));
    KINELENS_CHECK(copy_into(moments(trainer.optimiser(), &Adam::Slot::second_moment),
                             archive.groups["second_moment"], name));
    if (auto* contrast = trainer.contrast())
        KINELENS_CHECK(copy_into(contrast->tensors(), archive.groups["contrast"], name));
    return restore_numbers(archive.numbers, trainer, name);
}

} // namespace kinelens::learning
