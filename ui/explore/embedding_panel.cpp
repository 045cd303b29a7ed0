#include "ui/explore/embedding_panel.h"

#include "ui/explore/map_run_strip.h"
#include "ui/explore/map_series_bar.h"
#include "ui/jobs/run_scanner.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/messages/progress_words.h"
#include "ui/messages/run_words.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/dataset_service.h"
#include "ui/state/shown_evaluation.h"
#include "ui/train/run_list_model.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/overlay.h"
#include "viz/charts/point_map.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QTabWidget>

namespace kinelens::ui {
namespace {

constexpr QSize curveSize(360, 150);

} // namespace

EmbeddingPanel::EmbeddingPanel(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , known_{&parts.sequences, nullptr}
    , legend_(new MapLegend(this))
    , list_(new MapList(parts.jobs.scanner, this))
    , view_(new EmbeddingView({parts.service, parts.selection, parts.playhead, *legend_, parts.map}, this))
    , live_(new LiveMap(this))
    , strip_(new MapRunStrip(*live_, this))
    , series_(new MapSeriesBar(this))
    , form_(new EmbedForm(parts.jobs, this))
    , tabs_(new QTabWidget(this))
    , splitter_(new QSplitter(Qt::Horizontal, this)) {
    build();
    view_->setKnowledge(known_);
    connect(&parts_.service, &DatasetService::opened, this, &EmbeddingPanel::refreshKnowledge,
            Qt::QueuedConnection); // when the table has taken it
    connect(&parts_.service, &DatasetService::closed, this, &EmbeddingPanel::refreshKnowledge,
            Qt::QueuedConnection);
    connect(&parts_.service, &DatasetService::scanFinished, this, &EmbeddingPanel::refreshKnowledge,
            Qt::QueuedConnection);
    connect(&parts_.evaluation, &ShownEvaluation::changed, this, &EmbeddingPanel::takeResults);
    connect(&parts_.chosen, &ChosenRuns::chosen, this, &EmbeddingPanel::showRuns);
    connect(list_, &MapList::mapsChosen, this, &EmbeddingPanel::showPlaces);
    connect(list_, &MapList::openWanted, this, &EmbeddingPanel::chooseMap);
    connectLive();
    view_->showNothing(tr("No map is shown"),
                       tr("A map shows every sequence as a point, near those whose features are alike. Make "
                          "one of a checkpoint's features, or open one under Maps."));
    view_->setFiller(tr("Make a map…"), [this] { askForMap(); });
}

void EmbeddingPanel::connectLive() {
    connect(live_, &LiveMap::mapReady, &parts_.map, &ShownMap::set);
    connect(live_, &LiveMap::moved, this,
            [this](const std::vector<viz::MapPoint>& points, qint64 iteration, double divergence) {
                view_->move(points,
                            tr("iteration %1, KL %2").arg(countText(iteration), numberText(divergence)),
                            true);
            });
    connect(live_, &LiveMap::failed, this, [this](const Error& error) { view_->message().showError(error); });
    connect(live_, &LiveMap::updated, this, &EmbeddingPanel::tellState);
    connect(series_, &MapSeriesBar::moved, this, [this](double place) {
        const MapSeriesPtr& series = series_->series();
        if (parts_.map.map() != series->nearest(place)) parts_.map.set(series->nearest(place));
        view_->move(series->at(place), series->between(place) ? series->facts(place) : QString(), false);
    });
    connect(series_, &MapSeriesBar::sideBySideChanged, this,
            [this](bool on) { view_->showSheet(on ? series_->series() : nullptr); });
    connect(strip_, &MapRunStrip::asked, &parts_.jobs.scanner, &RunScanner::lookNow);
    connect(strip_, &MapRunStrip::failed, this, [this](const Error& error) {
        view_->message().show(MessageBar::Kind::error, notAskedText(error));
    });
    connect(strip_, &MapRunStrip::continueWanted, this, [this](const QString& embedding) {
        form_->continueFrom(embedding, true);
        askForMap();
    });
    connect(&form_->chain(), &JobChain::started, this, [this](const QString& folder) {
        showPlaces({folder});
        parts_.chosen.want(folder);
    });
    connect(&form_->chain(), &JobChain::completed, this, &EmbeddingPanel::showRuns);
    connect(&form_->chain(), &JobChain::broken, this, &EmbeddingPanel::tellBroken);
    connect(form_, &EmbedForm::started, this, [this](const QString& folder) {
        list_->select({folder});
        showPlaces({folder});
        tabs_->setCurrentWidget(legend_);
        parts_.chosen.want(folder);
    });
}

void EmbeddingPanel::build() {
    tabs_->setDocumentMode(true);
    tabs_->addTab(legend_, tr("Colours"));
    tabs_->addTab(list_, tr("Maps"));
    tabs_->addTab(form_, tr("New map"));
    auto* stage = new QWidget(this);
    auto* column = makeColumn(stage);
    column->addWidget(view_, 1);
    column->addWidget(buildFoot());
    splitter_->addWidget(tabs_);
    splitter_->addWidget(stage);
    splitter_->setStretchFactor(0, 0);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({250, 600});
    splitter_->setChildrenCollapsible(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
}

// Below the map there is always the same room, for the run that makes it or for going through several; where
// there are both, for both.
QWidget* EmbeddingPanel::buildFoot() {
    auto* foot = new QWidget(this);
    auto* rows = makeColumn(foot);
    rows->addWidget(series_);
    rows->addWidget(strip_);
    foot->setMinimumHeight(std::max(series_->sizeHint().height(), strip_->sizeHint().height()));
    foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layOver(*strip_->curve(), view_->map(), curveSize);
    return foot;
}

void EmbeddingPanel::askForMap() {
    tabs_->setCurrentWidget(form_);
    form_->setFocus();
}

void EmbeddingPanel::refreshKnowledge() {
    view_->setKnowledge(known_);
}

// What the last one found stays while another is awaited.
void EmbeddingPanel::takeResults() {
    if (!parts_.evaluation.results()) return;
    known_.results = parts_.evaluation.results();
    refreshKnowledge();
}

void EmbeddingPanel::showRuns(const QStringList& folders) {
    QStringList maps;
    for (const QString& folder : folders)
        if (const RunEntry* run = parts_.jobs.scanner.find(folder); run && run->experiment.verb == "embed")
            maps << folder;
    if (maps.isEmpty()) return; // another kind of run was chosen: what is shown stays
    list_->select(maps);
    showPlaces(maps);
}

// Of several places those that have a finished map can be laid over each other; the first, where none has
// one.
QStringList EmbeddingPanel::readyOf(const QStringList& places) {
    QStringList ready, unfinished;
    for (const QString& place : places) {
        const RunEntry* run = parts_.jobs.scanner.find(place);
        const bool made = !run || run->state == RunState::completed || run->state == RunState::stopped;
        (made ? ready : unfinished) << place;
    }
    if (places.size() < 2 || unfinished.isEmpty()) return places;
    QStringList names;
    for (const QString& place : unfinished) names << QFileInfo(place).fileName();
    view_->message().show(MessageBar::Kind::information,
                          tr("Left out, without a finished map: %1.").arg(names.join(QStringLiteral(", "))));
    return ready.isEmpty() ? places.mid(0, 1) : ready;
}

void EmbeddingPanel::showPlaces(const QStringList& chosen) {
    const QStringList places = readyOf(chosen);
    if (places == wanted_) return;
    wanted_ = places;
    reading_.forget();
    const bool run = places.size() == 1 && QFileInfo(places.first()).isDir();
    if (run) return takeWanted(places.first());
    if (places.size() > 1) return showSeries(places);
    reading_.ask(readShownEmbeddingLater(places.first()), [this](const Result<ShownEmbeddingPtr>& read) {
        if (!read) return keepShown(read.error());
        takeWanted({});
        parts_.map.set(*read);
    });
}

// `run`: the folder of a run that is followed. What was shown goes only now that the other is there.
void EmbeddingPanel::takeWanted(const QString& run) {
    shown_ = wanted_;
    series_->setSeries(nullptr);
    live_->follow(run);
    for (const QString& place : shown_)
        if (!QFileInfo(place).isDir()) list_->addFile(place);
    list_->select(shown_);
}

void EmbeddingPanel::keepShown(const Error& error) {
    wanted_ = shown_;
    list_->select(shown_);
    view_->message().showError(error);
}

void EmbeddingPanel::showSeries(const QStringList& places) {
    reading_.ask(readMapSeriesLater(places), [this](const Result<MapSeriesPtr>& read) {
        if (!read) return keepShown(read.error());
        takeWanted({});
        parts_.map.set((*read)->maps.front());
        series_->setSeries(*read);
        view_->move((*read)->at(0), {}, false);
        if (series_->sideBySide()) view_->showSheet(*read);
    });
}

void EmbeddingPanel::openMaps(const QStringList& files) {
    showPlaces(files);
}

void EmbeddingPanel::chooseMap() {
    const QStringList files = QFileDialog::getOpenFileNames(
        this, tr("Open maps"), parts_.jobs.scanner.runsFolder(), tr("Embeddings (*.h5 *.hdf5)"));
    if (!files.isEmpty()) openMaps(files);
}

void EmbeddingPanel::tellBroken(const QString& folder) {
    const RunEntry* run = parts_.jobs.scanner.find(folder);
    view_->message().show(
        MessageBar::Kind::warning,
        tr("%1 did not complete; the maps after it were not made.").arg(QFileInfo(folder).fileName()),
        run ? runReason(*run) : QString());
}

// While a run has no map to show yet, the page says how it goes.
void EmbeddingPanel::tellState() {
    const RunFeed* feed = live_->feed();
    if (!feed || live_->map()) return;
    const auto& ended = feed->history().overview().finished;
    if (parts_.map.map()) { // the map before stays until there is another
        if (ended && ended->error) view_->message().showError(*ended->error);
        return;
    }
    const QString name = QFileInfo(feed->folder()).fileName();
    if (feed->gone())
        return view_->showNothing(tr("%1 is no longer there").arg(name),
                                  tr("Its folder was moved or deleted. Choose another map under Maps."));
    if (ended && ended->error)
        return view_->showNothing(tr("%1 failed").arg(name), errorSentence(*ended->error));
    const QString title = tr("%1: %2").arg(name, runStateText(feed->state(), feed->pending()));
    if (!feed->lastWords().isEmpty()) return view_->showNothing(title, feed->lastWords());
    const auto& progress = feed->history().overview().progress;
    view_->showNothing(title, progress.total > 0
                                  ? tr("%1 of %2 %3 are done.")
                                        .arg(countText(progress.done), countText(progress.total),
                                             progressUnitText(progress.unit))
                                  : tr("The map appears here when its points are known."));
}

} // namespace kinelens::ui
