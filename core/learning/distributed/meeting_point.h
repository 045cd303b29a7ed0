// Where the processes of a run find each other: a key-value store on rank 0's machine (c10d::TCPStore), or
// the one that torchrun's agent opened.
#pragma once

#include "core/foundation/result.h"
#include "core/learning/distributed/launch.h"
#include "core/learning/torch_include.h"

#include <memory>
#include <torch/csrc/distributed/c10d/Store.hpp>

namespace kinelens::learning {

class MeetingPoint {
public:
    // Waits until all processes are there. process_failed if they do not come together.
    static Result<std::shared_ptr<MeetingPoint>> open(const LaunchPlace& place);

    // Rank 0's text, on every rank. Every rank makes the same calls in the same order. Throws RankLost.
    std::string share(const std::string& text);

    // At the end of a run that went well. Rank 0 waits (a minute at most) until the others have left: its
    // store goes with it.
    void leave();

    const LaunchPlace& place() const { return place_; }
    const c10::intrusive_ptr<c10d::Store>& store() const { return store_; }

    // Another connection to the same store, for a thread of its own.
    c10::intrusive_ptr<c10d::Store> connect_again() const;

private:
    LaunchPlace place_;
    c10::intrusive_ptr<c10d::Store> store_;
    std::int64_t shared_ = 0; // texts so far
};

// `failed` as the error of processes that did not come together.
Error not_met(const LaunchPlace& place, const std::exception& failed);

} // namespace kinelens::learning
