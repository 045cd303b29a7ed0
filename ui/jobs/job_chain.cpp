#include "ui/jobs/job_chain.h"

#include "ui/jobs/run_scanner.h"

namespace kinelens::ui {

JobChain::JobChain(JobRunner& runner, RunScanner& scanner, QObject* parent)
    : QObject(parent)
    , runner_(runner)
    , scanner_(scanner) {
    connect(&scanner_, &RunScanner::changed, this, &JobChain::look);
    connect(&runner_, &JobRunner::startFailed, this, [this](const QString& folder) {
        if (folder == current_) emit broken(std::exchange(current_, {}));
    });
}

Result<void> JobChain::start(const std::vector<JobRequest>& jobs) {
    waiting_ = {jobs.begin(), jobs.end()};
    done_.clear();
    current_.clear();
    return startNext();
}

Result<void> JobChain::startNext() {
    const JobRequest next = waiting_.front();
    waiting_.pop_front();
    KINELENS_CHECK(runner_.start(next));
    current_ = next.folder;
    emit started(current_);
    return {};
}

void JobChain::look() {
    const RunEntry* run = running() ? scanner_.find(current_) : nullptr;
    if (!run) return;
    if (run->state == RunState::stopped || run->state == RunState::failed || run->state == RunState::lost) {
        emit broken(std::exchange(current_, {}));
        return;
    }
    if (run->state != RunState::completed) return;
    done_ << std::exchange(current_, {});
    if (waiting_.empty()) {
        emit completed(done_);
        return;
    }
    const QString folder = waiting_.front().folder;
    if (!startNext()) emit broken(folder);
}

} // namespace kinelens::ui
