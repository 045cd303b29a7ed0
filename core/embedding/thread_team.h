// ThreadTeam: threads that stay between the many short loops of one computation.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kinelens {

class ThreadTeam {
public:
    explicit ThreadTeam(unsigned threads);
    ThreadTeam(const ThreadTeam&) = delete;
    ThreadTeam& operator=(const ThreadTeam&) = delete;
    ~ThreadTeam();

    unsigned size() const { return static_cast<unsigned>(helpers_.size()) + 1; }

    // work(i) for i in [0, count), in any order; returns when all are done. Only for the thread that made it.
    void run(std::size_t count, const std::function<void(std::size_t)>& work);

    // work(first, last) for consecutive parts of [0, count) of at most `part`: what is added up in each part
    // does not depend on the number of threads.
    void run_parts(std::size_t count, std::size_t part,
                   const std::function<void(std::size_t, std::size_t)>& work);

private:
    void help();
    void loop();

    std::mutex mutex_;
    std::condition_variable begin_, end_;
    const std::function<void(std::size_t)>* work_ = nullptr;
    std::size_t count_ = 0;
    std::atomic<std::size_t> next_{0};
    std::size_t turn_ = 0;
    std::size_t busy_ = 0;
    bool closing_ = false;
    std::vector<std::thread> helpers_;
};

} // namespace kinelens
