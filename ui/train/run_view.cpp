#include "ui/train/run_view.h"

#include "core/experiment/rank_watch.h"
#include "ui/jobs/run_trash.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/messages/option_words.h"
#include "ui/messages/run_words.h"
#include "ui/messages/value_words.h"
#include "ui/train/curve_board.h"
#include "ui/train/run_comparison.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/message_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSplitter>
#include <array>
#include <cmath>

namespace kinelens::ui {
namespace {

constexpr int overview = -1;
const std::vector<CurveSet> overviewSets{CurveSet::total, CurveSet::terms, CurveSet::domains,
                                         CurveSet::deviation};
constexpr std::array singleSets{CurveSet::total,     CurveSet::terms,     CurveSet::domains,
                                CurveSet::deviation, CurveSet::rank,      CurveSet::learning_rate,
                                CurveSet::gradient,  CurveSet::throughput};

QString rankFallText(const RankFall& fall) {
    return RunView::tr("in the %1 domain from %2 to %3 at step %4")
        .arg(domainText(fall.domain))
        .arg(fall.highest, 0, 'g', 3)
        .arg(fall.fallen, 0, 'g', 3)
        .arg(countText(fall.step));
}

QString rankAdvice(const RunHistory& history) {
    const auto label = [](const char* key) { return optionLabel(QLatin1String(key), "pretrain"); };
    if (history.series().contains("loss_contrastive"))
        return RunView::tr("Raise “%1”, or lower “%2”.").arg(label("batch_size"), label("learning_rate"));
    return RunView::tr("Raise “%1” or “%2”, or lower “%3”.")
        .arg(label("variance_weight"), label("covariance_weight"), label("learning_rate"));
}

} // namespace

RunView::RunView(JobRunner& runner, QWidget* parent)
    : QWidget(parent)
    , runner_(runner)
    , title_(new QLabel(this))
    , facts_(new QLabel(this))
    , progress_(new QProgressBar(this))
    , pause_(new QPushButton(tr("Pause"), this))
    , resume_(new QPushButton(tr("Resume"), this))
    , stop_(new QPushButton(tr("Stop"), this))
    , checkpoint_(new QPushButton(tr("Checkpoint now"), this))
    , message_(new MessageBar(this))
    , set_(new QComboBox(this))
    , axis_(new QComboBox(this))
    , logarithmic_(new QCheckBox(tr("Log scale"), this))
    , smoothing_(new QSlider(Qt::Horizontal, this))
    , board_(new CurveBoard(this))
    , rank_(new MessageBar(this))
    , comparison_(new RunComparison(this)) {
    build();
    connect(&runner_, &JobRunner::startFailed, this, [this](const QString& folder, const QString& words) {
        if (!feed() || feed()->folder() != folder) return;
        unstarted_ = words;
        announced_.reset();
        refreshState();
    });
    connect(&runner_, &JobRunner::launched, this, [this](const QString& folder) {
        if (feed() && feed()->folder() == folder) unstarted_.reset();
    });
    refresh();
}

void RunView::build() {
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 8);
    layout->addWidget(buildControls());
    layout->addWidget(message_);
    layout->addWidget(rank_);
    layout->addWidget(buildToolbar());
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(board_);
    splitter->addWidget(comparison_);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    layout->addWidget(splitter, 1);
    connect(comparison_, &RunComparison::shown, splitter, [this, splitter] {
        const int wanted = std::min(comparison_->sizeHint().height(), splitter->height() / 3);
        splitter->setSizes({splitter->height() - wanted, wanted});
    });
    connect(pause_, &QPushButton::clicked, this, [this] { request(ControlRequest::pause); });
    connect(stop_, &QPushButton::clicked, this, [this] { request(ControlRequest::stop); });
    connect(checkpoint_, &QPushButton::clicked, this, [this] { request(ControlRequest::checkpoint_now); });
    connect(resume_, &QPushButton::clicked, this, &RunView::resumeRun);
    for (QComboBox* box : {set_, axis_})
        connect(box, &QComboBox::currentIndexChanged, this, &RunView::chooseCurves);
    connect(logarithmic_, &QCheckBox::toggled, board_, &CurveBoard::setLogarithmic);
    connect(smoothing_, &QSlider::valueChanged, this,
            [this](int value) { board_->setSmoothing(value / 100.0); });
    smoothing_->setValue(60);
    chooseCurves();
}

QWidget* RunView::buildControls() {
    auto* box = new QWidget(this);
    auto* layout = makeColumn(box, {}, 4);
    QFont font = title_->font();
    font.setBold(true);
    title_->setFont(font);
    title_->setTextFormat(Qt::PlainText);
    facts_->setTextFormat(Qt::PlainText);
    facts_->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(title_, 1);
    for (QPushButton* button : {pause_, resume_, stop_, checkpoint_}) head->addWidget(button);
    const int width = std::max(pause_->sizeHint().width(), resume_->sizeHint().width());
    for (QPushButton* button : {pause_, resume_}) button->setMinimumWidth(width);
    pause_->setToolTip(tr("Finish the step, then wait"));
    checkpoint_->setToolTip(tr("Write a checkpoint after this step and go on"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(8);
    progress_->setAccessibleName(tr("Progress of the run"));
    layout->addLayout(head);
    layout->addWidget(progress_);
    layout->addWidget(facts_);
    return box;
}

QWidget* RunView::buildToolbar() {
    auto* box = new QWidget(this);
    auto* layout = makeRow(box, {}, 8);
    set_->addItem(tr("Overview"), overview);
    for (const CurveSet set : singleSets) set_->addItem(CurveBoard::title(set), static_cast<int>(set));
    axis_->addItem(tr("by step"), static_cast<int>(CurveAxis::step));
    axis_->addItem(tr("by epoch"), static_cast<int>(CurveAxis::epoch));
    axis_->addItem(tr("by time"), static_cast<int>(CurveAxis::time));
    set_->setAccessibleName(tr("Curves"));
    axis_->setAccessibleName(tr("Horizontal axis"));
    smoothing_->setRange(0, 99);
    smoothing_->setMinimumWidth(72);
    smoothing_->setMaximumWidth(140);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(tr("Weight of the moving average; the raw line stays behind"));
    auto* label = new QLabel(tr("Smoothing"), box);
    label->setBuddy(smoothing_);
    layout->addWidget(set_);
    layout->addWidget(axis_);
    layout->addWidget(logarithmic_);
    layout->addStretch(1);
    layout->addWidget(label);
    layout->addWidget(smoothing_);
    return box;
}

void RunView::showRuns(const QStringList& folders) {
    if (folders == shownRuns()) return;
    std::vector<std::unique_ptr<RunFeed>> feeds;
    for (const QString& folder : folders.mid(0, most_runs)) {
        auto known = std::find_if(feeds_.begin(), feeds_.end(),
                                  [&](const auto& feed) { return feed && feed->folder() == folder; });
        if (known != feeds_.end()) {
            feeds.push_back(std::move(*known));
            continue;
        }
        feeds.push_back(std::make_unique<RunFeed>(folder));
        connect(feeds.back().get(), &RunFeed::updated, this, &RunView::refresh);
    }
    feeds_ = std::move(feeds);
    colours_.show(shownRuns());
    comparison_->setRuns(shownRuns(), colours_.shown());
    emit coloursChanged(feeds_.size() > 1 ? colours_.shown() : QHash<QString, int>());
    announced_.reset();
    unstarted_.reset();
    message_->dismiss();
    board_->fit();
    refresh();
}

QStringList RunView::shownRuns() const {
    QStringList folders;
    for (const auto& feed : feeds_) folders << feed->folder();
    return folders;
}

void RunView::refresh() {
    refreshState();
    refreshRank();
    refreshCurves();
    emit updated();
}

QString RunView::gpuText(const RunOverview& run, double busy) {
    const auto gigabytes = [&](const char* name) { return run.metric(name).value_or(0) / 1000; };
    return tr("GPU %1 % busy, %2 of %3 GB")
        .arg(100 * busy, 0, 'f', 0)
        .arg(gigabytes("gpu_memory_megabytes"), 0, 'f', 1)
        .arg(gigabytes("gpu_memory_total_megabytes"), 0, 'f', 1);
}

QString RunView::factsText() const {
    const RunOverview& run = feed()->history().overview();
    QStringList facts{runStateText(feed()->state(), feed()->pending())};
    if (run.started.epochs > 0)
        facts << tr("epoch %1 of %2").arg(std::round(run.epoch * 10) / 10).arg(run.started.epochs);
    if (const auto loss = run.metric("loss_total")) facts << tr("loss %1").arg(numberText(*loss));
    if (feed()->state() == RunState::running && feed()->pending() != ControlRequest::stop) {
        if (const auto rate = run.metric("samples_per_second"))
            facts << tr("%1 sequences/s").arg(*rate, 0, 'f', 1);
        if (const auto left = run.metric("eta_seconds")) facts << tr("%1 left").arg(durationText(*left));
        if (const auto busy = run.metric("gpu_utilisation")) facts << gpuText(run, *busy);
    }
    if (run.seconds > 0) facts << tr("%1 trained").arg(durationText(run.seconds));
    if (!run.started.device.empty()) facts << deviceWords(QString::fromStdString(run.started.device));
    return facts.join(QStringLiteral("  ·  "));
}

void RunView::refreshGone() {
    for (QPushButton* button : {pause_, resume_, stop_, checkpoint_}) button->hide();
    progress_->hide();
    title_->setText(QFileInfo(feed()->folder()).fileName());
    facts_->setText(trash_ && trash_->holds(feed()->folder()) ? tr("In the trash") : tr("No longer there"));
    message_->dismiss();
    announced_.reset();
}

void RunView::refreshState() {
    const bool any = feed() != nullptr;
    if (any && feed()->gone()) return refreshGone();
    stop_->show();
    const RunState state = any ? feed()->state() : RunState::queued;
    const auto pending = any ? feed()->pending() : std::nullopt;
    const std::string verb = any ? feed()->verb() : std::string();
    const bool stopping = pending == ControlRequest::stop;
    const bool resumes = any && (state == RunState::paused || (feed()->begun() && can_resume(verb, state)));
    pause_->setVisible(!resumes); // one of the two stands there
    pause_->setEnabled(can_pause(verb) && state == RunState::running && !pending);
    stop_->setEnabled(any && is_going(state) && !stopping);
    checkpoint_->setEnabled(can_write_checkpoint(verb) && state == RunState::running && !stopping);
    resume_->setVisible(resumes);
    resume_->setEnabled(!pending);
    resume_->setToolTip(state == RunState::paused ? tr("Let the run go on") : resumeTip(verb));
    stop_->setToolTip(stopTip(verb));
    title_->setText(any ? QFileInfo(feed()->folder()).fileName() : tr("No run is shown"));
    facts_->setText(any ? factsText() : QString());
    progress_->setVisible(any);
    if (!any) return;
    const auto share = feed()->history().overview().share_done();
    progress_->setRange(0, is_going(state) && !share ? 0 : 1000); // nobody knows yet how far it is
    progress_->setValue(static_cast<int>(std::lround(share.value_or(0) * 1000)));
    if (announced_ == state) return;
    announced_ = state;
    announce(state);
}

void RunView::announce(RunState state) {
    const auto& finished = feed()->history().overview().finished;
    if (unstarted_ && !is_going(state))
        message_->show(MessageBar::Kind::error,
                       tr("%1 did not start.").arg(QFileInfo(feed()->folder()).fileName()), *unstarted_);
    else if (state == RunState::lost)
        message_->show(MessageBar::Kind::warning,
                       lostRunText(feed()->verb(), feed()->history().overview().checkpoints));
    else if (state == RunState::failed && finished && finished->error)
        announceFailure(*finished->error);
    else if (state == RunState::failed && !finished)
        message_->show(MessageBar::Kind::error,
                       tr("%1 ended before it began.").arg(QFileInfo(feed()->folder()).fileName()),
                       feed()->lastWords());
    else
        message_->dismiss();
}

// What a full disk left decides how the run goes on.
void RunView::announceFailure(const Error& error) {
    if (error.code != ErrorCode::disk_full) return message_->showError(error);
    const bool resumes = feed()->begun() && can_resume(feed()->verb(), feed()->state());
    const bool kept = resumes && !feed()->history().checkpoints().empty();
    message_->show(MessageBar::Kind::error,
                   errorSentence(error) + QLatin1Char(' ') +
                       (kept ? tr("Free some space, then resume: the last checkpoint is whole.")
                        : resumes
                            ? tr("Free some space, then resume: it left no checkpoint and begins again.")
                            : tr("Free some space, then start it anew.")));
}

// Told once for each fall, and taken back when the rank has recovered.
void RunView::refreshRank() {
    const auto falls = feed() && !feed()->gone() ? rank_falls(feed()->history()) : std::vector<RankFall>();
    QStringList told, facts;
    for (const RankFall& fall : falls) {
        told << QStringLiteral("%1 %2").arg(QString::fromStdString(fall.domain)).arg(fall.step);
        facts << rankFallText(fall);
    }
    if (!falls.empty()) told << feed()->folder();
    const QString key = told.join(QLatin1Char('\n'));
    if (key == rankTold_) return;
    rankTold_ = key;
    if (falls.empty()) return rank_->dismiss();
    rank_->show(MessageBar::Kind::warning,
                tr("The effective rank has fallen: %1. The features collapse onto few directions. %2")
                    .arg(facts.join(QStringLiteral("; ")), rankAdvice(feed()->history())));
}

void RunView::chooseCurves() {
    const int set = set_->currentData().toInt();
    board_->choose(set == overview ? overviewSets : std::vector{static_cast<CurveSet>(set)},
                   static_cast<CurveAxis>(axis_->currentData().toInt()));
    refreshCurves();
}

void RunView::refreshCurves() {
    std::vector<ShownRun> runs;
    for (const auto& feed : feeds_)
        if (!feed->gone())
            runs.push_back({QFileInfo(feed->folder()).fileName().toStdString(), &feed->history(),
                            colours_.shown().value(feed->folder())});
    board_->setEmptyText(emptyText());
    board_->draw(runs);
}

QString RunView::emptyText() const {
    if (!feed()) return {};
    const QString name = QFileInfo(feed()->folder()).fileName();
    if (feed()->gone() && trash_ && trash_->holds(feed()->folder()))
        return tr("%1 is in the trash.\nUndo brings it back, or choose another run in the list.").arg(name);
    if (feed()->gone())
        return tr("The folder of %1 is no longer there: it was moved or deleted.\nPut it back, or choose "
                  "another run in the list.")
            .arg(name);
    if (const QString place = resultPlaceText(feed()->verb()); !place.isEmpty()) return place;
    const bool waits = is_going(feed()->state()) || feed()->state() == RunState::queued;
    return waits ? tr("Waiting for the first losses…") : tr("This run left no losses.");
}

void RunView::request(ControlRequest wanted) {
    if (!feed()) return;
    if (const auto asked = runner_.ask(feed()->folder(), wanted); !asked)
        message_->show(MessageBar::Kind::error, notAskedText(asked.error()));
}

// A paused run hears a request; one that ended needs a new process.
void RunView::resumeRun() {
    if (!feed()) return;
    if (feed()->state() == RunState::paused) return request(ControlRequest::resume);
    if (const auto resumed = runner_.resume(feed()->folder()); !resumed) message_->showError(resumed.error());
}

} // namespace kinelens::ui
