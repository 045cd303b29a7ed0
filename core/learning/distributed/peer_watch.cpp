#include "core/learning/distributed/peer_watch.h"

#include <condition_variable>
#include <mutex>

namespace kinelens::learning {
namespace {

using Clock = std::chrono::steady_clock;

class Rounds {
public:
    Rounds(c10::intrusive_ptr<c10d::Store> store, int rank, int size, WatchPace pace)
        : store_(std::move(store))
        , rank_(rank)
        , seen_(static_cast<std::size_t>(size))
        , heard_(static_cast<std::size_t>(size), Clock::now())
        , pace_(pace) {}

    // false: somebody is gone.
    bool round() {
        store_->add(key(rank_), 1);
        for (int peer = 0; peer < static_cast<int>(seen_.size()); ++peer)
            if (peer != rank_ && !lives(peer)) return false;
        return true;
    }

    void leave() { store_->add(key(rank_), done); }

private:
    static constexpr std::int64_t done = std::int64_t(1) << 40;

    static std::string key(int rank) { return "alive/" + std::to_string(rank); }

    bool lives(int peer) {
        const auto at = static_cast<std::size_t>(peer);
        const std::int64_t beats = store_->add(key(peer), 0);
        const auto now = Clock::now();
        if (beats != seen_[at]) heard_[at] = now;
        seen_[at] = beats;
        return beats >= done || now - heard_[at] < pace_.patience;
    }

    c10::intrusive_ptr<c10d::Store> store_;
    int rank_;
    std::vector<std::int64_t> seen_;
    std::vector<Clock::time_point> heard_;
    WatchPace pace_;
};

void watch(const std::stop_token& stop, Rounds& rounds, const std::function<void()>& lost, WatchPace pace) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    try {
        while (!stop.stop_requested()) {
            if (!rounds.round()) return lost();
            wake.wait_for(lock, stop, pace.beat, [] { return false; });
        }
        rounds.leave();
    } catch (const std::exception&) { // rank 0 took its store along
        if (!stop.stop_requested()) lost();
    }
}

} // namespace

PeerWatch::PeerWatch(const MeetingPoint& point, std::function<void()> lost, WatchPace pace)
    : thread_([rounds = Rounds(point.connect_again(), point.place().rank, point.place().size, pace),
               lost = std::move(lost),
               pace](const std::stop_token& stop) mutable { watch(stop, rounds, lost, pace); }) {}

PeerWatch::~PeerWatch() = default;

} // namespace kinelens::learning
