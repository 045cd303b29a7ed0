#include "core/learning/training/checkpoint_store.h"

#include <algorithm>

namespace kinelens::learning {
namespace {

bool is_left_over(const Path& file) {
    std::error_code ignored;
    if (file.extension() == ".pt") return !std::filesystem::exists(checkpoint_sidecar(file), ignored);
    return file.extension() == ".part";
}

void remove_quietly(const Path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

} // namespace

Result<bool> CheckpointStore::write(const CheckpointInfo& info, std::string_view weights) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) return fail(ErrorCode::file_unwritable, folder_.string(), error.message());
    const Path file = folder_ / info.file;
    if (auto written = write_file_atomically(file, weights); !written) {
        remove_quietly(temporary_name(file));
        return fail(std::move(written.error()));
    }
    KINELENS_CHECK(write_file_atomically(checkpoint_sidecar(file), checkpoint_info_to_json(info)));
    const auto all = list();
    const auto* best = best_checkpoint(all);
    const bool is_best = best && best->file == info.file;
    prune(all);
    return is_best;
}

void CheckpointStore::prune(const std::vector<CheckpointInfo>& all) const {
    const auto* best = best_checkpoint(all);
    for (std::size_t i = 0; i + keep_ < all.size(); ++i) {
        if (best == &all[i]) continue;
        remove_quietly(checkpoint_sidecar(folder_ / all[i].file));
        remove_quietly(folder_ / all[i].file);
    }
    // What a killed process left: weights without their sidecar, half-written temporaries.
    std::error_code ignored;
    std::vector<Path> orphans;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, ignored))
        if (is_left_over(entry.path())) orphans.push_back(entry.path());
    std::ranges::for_each(orphans, remove_quietly);
}

} // namespace kinelens::learning
