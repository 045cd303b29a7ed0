// parallel_for: calls work(i) for i in [0, count) on up to `threads` threads; returns when all are done.
// The calls must not depend on one another.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace kinelens {

// 0 means as many as the machine has.
inline unsigned thread_count(int wanted) {
    return wanted > 0 ? static_cast<unsigned>(wanted) : std::max(1u, std::thread::hardware_concurrency());
}

// Where part `part` of `parts` begins when `count` things are dealt out in consecutive parts that differ by
// at most one; it ends where the next begins.
inline std::int64_t part_begin(std::int64_t count, int part, int parts) {
    return count * part / parts;
}

template <class Work>
void parallel_for(std::size_t count, unsigned threads, const Work& work) {
    std::atomic<std::size_t> next{0};
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, count); ++i) helpers.emplace_back(loop);
    loop();
}

} // namespace kinelens
