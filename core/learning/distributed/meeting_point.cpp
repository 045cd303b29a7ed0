#include "core/learning/distributed/meeting_point.h"

#include "core/learning/distributed/rank_lost.h"

#include <cstdlib>
#include <thread>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace kinelens::learning {
namespace {

// A rank may be this many texts behind rank 0.
constexpr std::int64_t kept_texts = 4096;

std::string text_key(std::int64_t number) {
    return "text/" + std::to_string(number);
}

// torchrun keeps its store when it starts the processes again.
c10::intrusive_ptr<c10d::Store> connected(const LaunchPlace& place, bool serves, bool waits) {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = serves;
    if (waits) options.numWorkers = static_cast<std::size_t>(place.size);
    options.waitWorkers = waits;
    options.timeout = std::chrono::minutes(5);
    const char* attempt = std::getenv("TORCHELASTIC_RESTART_COUNT");
    return c10::make_intrusive<c10d::PrefixStore>(std::string("kinelens/") + (attempt ? attempt : "0"),
                                                  c10::make_intrusive<c10d::TCPStore>(place.host, options));
}

} // namespace

Error not_met(const LaunchPlace& place, const std::exception& failed) {
    const std::string message = failed.what();
    return {ErrorCode::process_failed,
            place.host + ":" + std::to_string(place.port),
            "the " + std::to_string(place.size) +
                " processes did not meet: " + message.substr(0, message.find('\n')),
            {}};
}

Result<std::shared_ptr<MeetingPoint>> MeetingPoint::open(const LaunchPlace& place) {
    try {
        auto point = std::make_shared<MeetingPoint>();
        point->place_ = place;
        point->store_ = connected(place, place.rank == 0 && !place.store_is_there, !place.store_is_there);
        return point;
    } catch (const std::exception& error) {
        return fail(not_met(place, error));
    }
}

std::string MeetingPoint::share(const std::string& text) {
    const std::int64_t number = shared_++;
    try {
        if (place_.rank == 0) {
            store_->set(text_key(number), std::vector<std::uint8_t>(text.begin(), text.end()));
            if (number >= kept_texts) store_->deleteKey(text_key(number - kept_texts));
            return text;
        }
        const auto bytes = store_->get(text_key(number));
        return {bytes.begin(), bytes.end()};
    } catch (const std::exception& error) {
        throw RankLost(error.what());
    }
}

void MeetingPoint::leave() {
    const auto until = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    try {
        auto left = store_->add("left", 1);
        while (place_.rank == 0 && left < place_.size && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            left = store_->add("left", 0);
        }
    } catch (const std::exception&) { // torchrun's agent may be gone by now: nobody waits any more
    }
}

c10::intrusive_ptr<c10d::Store> MeetingPoint::connect_again() const {
    return connected(place_, false, false);
}

} // namespace kinelens::learning
