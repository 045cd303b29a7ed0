#include "core/preparation/view_loader.h"

#include "core/foundation/parallel.h"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <numeric>
#include <thread>

namespace kinelens {

std::vector<std::size_t> epoch_order(const ClipStore& store, std::uint64_t seed, std::int64_t epoch) {
    const CounterRandom base = CounterRandom(seed).fork("order").fork(static_cast<std::uint64_t>(epoch));
    std::vector<std::pair<std::uint64_t, std::size_t>> keys;
    keys.reserve(store.size());
    for (std::size_t i = 0; i < store.size(); ++i)
        keys.emplace_back(base.fork(store.source(i).name).next(), i);
    std::sort(keys.begin(), keys.end());
    std::vector<std::size_t> order;
    order.reserve(keys.size());
    for (const auto& key : keys) order.push_back(key.second);
    return order;
}

std::vector<std::int64_t> batch_sizes(std::int64_t samples, std::int64_t batch_size) {
    std::vector<std::int64_t> sizes(static_cast<std::size_t>(samples / batch_size), batch_size);
    const std::int64_t rest = samples % batch_size;
    if (rest == 1 && !sizes.empty())
        ++sizes.back();
    else if (rest > 0)
        sizes.push_back(rest);
    return sizes;
}

class ViewLoader::Workers {
public:
    Workers(std::shared_ptr<ClipStore> store, const ViewLoaderOptions& options)
        : store_(std::move(store))
        , options_(options)
        , sizes_(batch_sizes(static_cast<std::int64_t>(store_->size()), options.batch_size)) {
        for (int i = 0; i < std::max(1, options.threads); ++i)
            threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    ~Workers() {
        for (std::jthread& thread : threads_) thread.request_stop();
        changed_.notify_all();
    }

    std::int64_t batch_count() const { return static_cast<std::int64_t>(sizes_.size()); }

    void start(std::int64_t epoch, std::int64_t first_batch) {
        auto order =
            std::make_shared<const std::vector<std::size_t>>(epoch_order(*store_, options_.seed, epoch));
        const std::scoped_lock lock(mutex_);
        ++generation_;
        epoch_ = epoch;
        order_ = std::move(order);
        next_to_make_ = next_to_take_ = first_batch;
        ready_.clear();
        changed_.notify_all();
    }

    Result<ViewBatch> next() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ready_.contains(next_to_take_); });
        auto node = ready_.extract(next_to_take_++);
        changed_.notify_all();
        return std::move(node.mapped());
    }

    void recycle(std::vector<float>&& memory) {
        const std::scoped_lock lock(mutex_);
        spare_.push_back(std::move(memory));
    }

private:
    struct Job {
        std::int64_t generation = 0;
        std::int64_t epoch = 0;
        std::int64_t index = 0;
        std::shared_ptr<const std::vector<std::size_t>> order;
        std::vector<float> memory;
    };

    void work(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            if (!changed_.wait(lock, stop, [this] { return has_work(); })) return;
            Job job = take_job();
            lock.unlock();
            auto batch = make_batch(job);
            lock.lock();
            if (job.generation == generation_) ready_.emplace(job.index, std::move(batch));
            changed_.notify_all();
        }
    }

    bool has_work() const {
        return order_ && next_to_make_ < batch_count() && next_to_make_ < next_to_take_ + options_.ahead;
    }

    Job take_job() {
        Job job{generation_, epoch_, next_to_make_++, order_, {}};
        if (!spare_.empty()) {
            job.memory = std::move(spare_.back());
            spare_.pop_back();
        }
        return job;
    }

    Result<ViewBatch> make_batch(Job& job) {
        ViewBatch batch;
        batch.epoch = job.epoch;
        batch.index = job.index;
        batch.views = options_.view.views;
        batch.frames = options_.view.frames;
        const auto at = static_cast<std::size_t>(job.index);
        const auto first = std::accumulate(sizes_.begin(), sizes_.begin() + job.index, std::int64_t{0});
        batch.all_samples = sizes_[at];
        const auto share = [&](int rank) {
            return job.order->begin() + first + part_begin(sizes_[at], rank, options_.ranks);
        };
        batch.clips.assign(share(options_.rank), share(options_.rank + 1));
        batch.samples = static_cast<int>(batch.clips.size());
        batch.data = std::move(job.memory);
        for (std::size_t n = 0; n < batch.clips.size(); ++n) KINELENS_CHECK(add_sample(batch, n));
        return batch;
    }

    Result<void> add_sample(ViewBatch& batch, std::size_t n) {
        KINELENS_TRY(clip, store_->clip(batch.clips[n]));
        const std::size_t size = clip->row_size() * static_cast<std::size_t>(batch.frames);
        if (n == 0) {
            batch.bodies = clip->bodies;
            batch.joints = clip->joints;
            batch.data.resize(size * batch.clips.size() * static_cast<std::size_t>(batch.views));
        }
        const CounterRandom base = CounterRandom(options_.seed)
                                       .fork("view")
                                       .fork(static_cast<std::uint64_t>(batch.epoch))
                                       .fork(store_->source(batch.clips[n]).name);
        for (int view = 0; view < batch.views; ++view) {
            float* out = batch.data.data() + (static_cast<std::size_t>(view) * batch.clips.size() + n) * size;
            const ViewDraw draw = draw_view(base.fork(static_cast<std::uint64_t>(view)), options_.view,
                                            clip->frames, clip->joints);
            make_view(*clip, options_.view, draw, out);
            if (options_.stream != Stream::joint)
                apply_stream(out, batch.frames, clip->bodies, store_->layout(), options_.stream);
        }
        return {};
    }

    std::shared_ptr<ClipStore> store_;
    ViewLoaderOptions options_;
    std::vector<std::int64_t> sizes_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::int64_t generation_ = 0;
    std::int64_t epoch_ = 0;
    std::shared_ptr<const std::vector<std::size_t>> order_;
    std::int64_t next_to_make_ = 0;
    std::int64_t next_to_take_ = 0;
    std::map<std::int64_t, Result<ViewBatch>> ready_;
    std::vector<std::vector<float>> spare_;
    std::vector<std::jthread> threads_; // last: stopped first
};

ViewLoader::ViewLoader(std::shared_ptr<ClipStore> store, const ViewLoaderOptions& options)
    : workers_(std::make_unique<Workers>(std::move(store), options)) {}
ViewLoader::~ViewLoader() = default;

std::int64_t ViewLoader::batches_per_epoch() const {
    return workers_->batch_count();
}
void ViewLoader::start(std::int64_t epoch, std::int64_t first_batch) {
    workers_->start(epoch, first_batch);
}
Result<ViewBatch> ViewLoader::next() {
    return workers_->next();
}
void ViewLoader::recycle(ViewBatch&& batch) {
    workers_->recycle(std::move(batch.data));
}

} // namespace kinelens
