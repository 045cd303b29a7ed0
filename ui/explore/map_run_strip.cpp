#include "ui/explore/map_run_strip.h"

#include "core/experiment/control.h"
#include "core/experiment/run_state.h"
#include "ui/messages/figures.h"
#include "ui/messages/run_words.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/steady_label.h"
#include "viz/charts/line_chart.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace kinelens::ui {
namespace {

std::vector<viz::ChartSeries> divergenceOf(const RunHistory& history) {
    const auto found = history.series().find("kl");
    if (found == history.series().end()) return {};
    viz::ChartSeries curve{"KL", {}, {}, 0};
    for (const MetricPoint& point : found->second) {
        curve.x.push_back(static_cast<double>(point.step));
        curve.y.push_back(point.value);
    }
    return {curve};
}

} // namespace

MapRunStrip::MapRunStrip(LiveMap& live, QWidget* parent)
    : QFrame(parent)
    , live_(live)
    , facts_(new SteadyLabel(2, this))
    , progress_(new QProgressBar(this))
    , pause_(new QPushButton(tr("Pause"), this))
    , resume_(new QPushButton(tr("Continue"), this))
    , stop_(new QPushButton(tr("Stop"), this))
    , curve_(new QToolButton(this))
    , chart_(new viz::LineChart(this)) {
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(8);
    progress_->setAccessibleName(tr("Progress of the map"));
    pause_->setToolTip(tr("Finish the iteration, then wait"));
    stop_->setToolTip(tr("Finish the iteration and keep the map as it is then; it can be continued"));
    resume_->setToolTip(tr("Go on from where the map is"));
    chart_->setAxisTitles(tr("iteration"), tr("KL divergence"));
    chart_->setWholeSteps(true);
    chart_->setEmptyText(tr("The divergence appears here."));
    chart_->hide();
    curve_->setText(tr("KL curve"));
    curve_->setToolTip(tr("How the divergence between features and map went down"));
    curve_->setCheckable(true);
    curve_->setAutoRaise(true);
    connect(curve_, &QToolButton::toggled, chart_, &QWidget::setVisible);
    // Each keeps its place, whichever of them there are.
    for (QWidget* part : std::initializer_list<QWidget*>{progress_, pause_, resume_, stop_, curve_}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(facts_, 1);
    for (QPushButton* button : {pause_, resume_, stop_}) buttons->addWidget(button);
    buttons->addWidget(curve_);
    auto* layout = makeColumn(this, {8, 4, 8, 4}, 4);
    layout->addLayout(buttons);
    layout->addWidget(progress_);
    connect(pause_, &QPushButton::clicked, this, [this] { ask(ControlRequest::pause); });
    connect(stop_, &QPushButton::clicked, this, [this] { ask(ControlRequest::stop); });
    connect(resume_, &QPushButton::clicked, this, [this] {
        if (live_.feed()->state() == RunState::paused)
            ask(ControlRequest::resume);
        else
            emit continueWanted(live_.map()->file);
    });
    connect(&live_, &LiveMap::updated, this, &MapRunStrip::refresh);
    hide();
}

QWidget* MapRunStrip::curve() const {
    return chart_;
}

void MapRunStrip::ask(ControlRequest request) {
    if (!live_.feed()) return;
    const Path folder = live_.folder().toStdString();
    const auto left =
        request == ControlRequest::stop ? stop_run(folder) : request_control(folder, {request, 0});
    if (!left) return emit failed(left.error());
    emit asked();
}

void MapRunStrip::refreshGone() {
    facts_->setText(tr("%1 is no longer there.").arg(QFileInfo(live_.folder()).fileName()));
    for (QWidget* part : std::initializer_list<QWidget*>{progress_, pause_, resume_, stop_}) part->hide();
}

void MapRunStrip::refresh() {
    const RunFeed* feed = live_.feed();
    setVisible(feed != nullptr);
    if (!feed) return curve_->setChecked(false);
    if (feed->gone()) return refreshGone();
    const RunState state = feed->state();
    const auto pending = feed->pending();
    const RunOverview& run = feed->history().overview();
    QStringList facts{QFileInfo(feed->folder()).fileName(), runStateText(state, pending)};
    const bool descending = feed->history().series().contains("kl");
    if (descending) facts << tr("iteration %1").arg(countText(run.step));
    if (const auto divergence = run.metric("kl")) facts << tr("KL %1").arg(numberText(*divergence));
    if (const auto left = run.metric("eta_seconds"); left && state == RunState::running && !pending)
        facts << tr("%1 left").arg(durationText(*left));
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    const auto share = run.share_done();
    progress_->setVisible(live_.going());
    progress_->setRange(0, share ? 1000 : 0);
    if (share) progress_->setValue(static_cast<int>(1000 * *share));
    pause_->setVisible(state == RunState::running && can_pause(feed->verb()));
    pause_->setEnabled(!pending);
    stop_->setVisible(live_.going());
    stop_->setEnabled(pending != ControlRequest::stop);
    // A stopped run left its map with all that going on needs.
    const bool kept = state == RunState::stopped && live_.map() && !live_.map()->embedding.gains.empty();
    resume_->setVisible(state == RunState::paused || kept);
    resume_->setEnabled(!pending);
    chart_->setSeries(divergenceOf(feed->history()));
    curve_->setVisible(descending);
    // It opens by itself while the map is made.
    const bool goes = live_.going() && descending;
    if (std::exchange(went_, goes) != goes) curve_->setChecked(goes);
    if (!descending) curve_->setChecked(false);
}

} // namespace kinelens::ui
