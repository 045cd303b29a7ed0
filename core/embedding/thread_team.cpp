#include "core/embedding/thread_team.h"

#include <algorithm>

namespace kinelens {

ThreadTeam::ThreadTeam(unsigned threads) {
    for (unsigned i = 1; i < threads; ++i) helpers_.emplace_back([this] { help(); });
}

ThreadTeam::~ThreadTeam() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    begin_.notify_all();
    for (std::thread& helper : helpers_) helper.join();
}

void ThreadTeam::loop() {
    for (std::size_t i = next_++; i < count_; i = next_++) (*work_)(i);
}

void ThreadTeam::help() {
    std::size_t seen = 0;
    std::unique_lock lock(mutex_);
    for (;;) {
        begin_.wait(lock, [&] { return closing_ || turn_ != seen; });
        if (closing_) return;
        seen = turn_;
        lock.unlock();
        loop();
        lock.lock();
        if (--busy_ == 0) end_.notify_one();
    }
}

void ThreadTeam::run(std::size_t count, const std::function<void(std::size_t)>& work) {
    if (helpers_.empty() || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    {
        const std::lock_guard lock(mutex_);
        work_ = &work;
        count_ = count;
        next_ = 0;
        busy_ = helpers_.size();
        ++turn_;
    }
    begin_.notify_all();
    loop();
    std::unique_lock lock(mutex_);
    end_.wait(lock, [&] { return busy_ == 0; });
}

void ThreadTeam::run_parts(std::size_t count, std::size_t part,
                           const std::function<void(std::size_t, std::size_t)>& work) {
    run((count + part - 1) / part, [&](std::size_t i) { work(i * part, std::min(count, (i + 1) * part)); });
}

} // namespace kinelens
