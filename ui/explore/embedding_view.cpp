#include "ui/explore/embedding_view.h"

#include "ui/explore/map_legend.h"
#include "ui/explore/map_preview.h"
#include "ui/explore/map_search.h"
#include "ui/explore/map_selection.h"
#include "ui/explore/map_sheet.h"
#include "ui/explore/map_words.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/steady_label.h"
#include "viz/charts/point_map.h"

#include <QStackedWidget>
#include <QToolBar>

namespace kinelens::ui {
namespace {

// How far into its sequence a point of a dense map is; negative: it stands for all of it.
double shareOf(const ShownEmbedding& map, int point) {
    const std::int64_t frames = map.embedding.clip_frames;
    if (!map.dense() || frames <= 1) return -1;
    return static_cast<double>(map.embedding.frames[static_cast<std::size_t>(point)]) /
           static_cast<double>(frames - 1);
}

} // namespace

EmbeddingView::EmbeddingView(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , title_(new SteadyLabel(1, this))
    , facts_(new SteadyLabel(3, this))
    , counts_(new SteadyLabel(2, this))
    , bar_(new QToolBar(this))
    , search_(new MapSearch(parts.legend.model(), this))
    , map_(new viz::PointMap(this))
    , preview_(new MapPreview(parts.service, map_))
    , sheet_(new MapSheet(parts.service, parts.selection, parts.playhead, this))
    , stage_(new QStackedWidget(this))
    , link_(new MapSelection(*map_, parts.selection, parts.playhead, this)) {
    build();
    connectParts();
    showNothing(tr("No map is shown"), {});
}

void EmbeddingView::build() {
    QFont strong = title_->font();
    strong.setWeight(QFont::DemiBold);
    title_->setFont(strong);
    counts_->setContentsMargins(8, 4, 8, 4);
    bar_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* head = makeColumn(nullptr, {8, 4, 8, 4}, 4);
    head->addWidget(title_);
    head->addWidget(facts_);
    auto* tools = makeRow(nullptr, {4, 4, 8, 0}, 8);
    tools->addWidget(bar_, 1);
    tools->addWidget(search_);
    auto* inside = makeColumn(this);
    inside->addLayout(tools); // first: what is said of a map has its room kept while there is none
    inside->addLayout(head);
    stage_->addWidget(map_);
    stage_->addWidget(sheet_);
    stage_->addWidget(empty_);
    inside->addWidget(stage_, 1);
    inside->addWidget(counts_);
    layOver(*message_, *this);
}

void EmbeddingView::connectParts() {
    connect(&parts_.map, &ShownMap::changed, this, &EmbeddingView::take);
    connect(&parts_.map, &ShownMap::nearestChanged, this, [this] { map_->setLinks(parts_.map.nearest()); });
    connect(&parts_.legend, &MapLegend::coloursChanged, this, &EmbeddingView::takeColours);
    connect(&parts_.legend, &MapLegend::trustChanged, this, &EmbeddingView::takeTrust);
    connect(&parts_.legend.model(), &MapLegendModel::hiddenChanged, this, [this] {
        for (viz::PointMap* map : maps()) map->setHidden(parts_.legend.model().hidden());
        refreshCounts();
    });
    connect(map_, &viz::PointMap::pointHovered, this,
            [this](int point, const QPoint&) { hover(*map_, *preview_, point); });
    connect(sheet_, &MapSheet::hovered, this,
            [this](viz::PointMap* map, MapPreview* preview, int point) { hover(*map, *preview, point); });
    connect(map_, &viz::PointMap::viewChanged, this, [this] { preview_->show({}, {}, {}, -1); });
    connect(link_, &MapSelection::changed, this, &EmbeddingView::refreshCounts);
    connect(link_, &MapSelection::areaWasEmpty, this,
            [this] { counts_->setText(tr("No point that is shown lies in this area.")); });
    connect(search_, &MapSearch::chosen, this, &EmbeddingView::chooseFound);
}

void EmbeddingView::setFiller(const QString& text, std::function<void()> action) {
    empty_->setButton(text, std::move(action));
}

void EmbeddingView::showNothing(const QString& title, const QString& explanation) {
    empty_->setWords(title, explanation);
    parts_.map.set(nullptr);
}

void EmbeddingView::takeNothing() {
    link_->setMap(nullptr);
    parts_.legend.setMap(nullptr, known_);
    search_->setMap(nullptr);
    stage_->setCurrentWidget(empty_);
    for (SteadyLabel* label : {title_, facts_, counts_}) label->clear();
}

void EmbeddingView::take(const ShownEmbeddingPtr& before) {
    if (!shown()) return takeNothing();
    // The end of a map that was watched: what was looked at stays in view.
    const bool same = before && before->embedding.names == shown()->embedding.names &&
                      before->embedding.frames == shown()->embedding.frames;
    link_->setMap(nullptr);
    showSheet(nullptr);
    moved_ = false;
    message_->hide();
    same ? map_->movePoints(shown()->points) : map_->setPoints(shown()->points);
    title_->setText(shown()->title());
    title_->setToolTip(shown()->file);
    refreshFacts();
    parts_.legend.setMap(shown(), known_);
    takeTrust();
    link_->setMap(shown());
    search_->setMap(shown());
    if (!sideBySide()) stage_->setCurrentWidget(map_);
    refreshCounts();
}

std::vector<viz::PointMap*> EmbeddingView::maps() const {
    std::vector<viz::PointMap*> all = sheet_->maps();
    all.push_back(map_);
    return all;
}

bool EmbeddingView::sideBySide() const {
    return stage_->currentWidget() == sheet_;
}

void EmbeddingView::showSheet(const MapSeriesPtr& series) {
    if (series == sheet_->series()) return;
    sheet_->setSeries(series);
    stage_->setCurrentWidget(series ? static_cast<QWidget*>(sheet_) : map_);
    if (!shown()) return;
    for (viz::PointMap* map : sheet_->maps()) {
        map->setTool(map_->tool());
        map->setLabels(map_->hasLabels());
    }
    takeColours();
    takeTrust();
    title_->setText(series ? tr("Side by side") : shown()->title());
    refreshFacts();
    emit arrangementChanged();
}

void EmbeddingView::move(std::vector<viz::MapPoint> points, const QString& facts, bool glide) {
    if (!shown() || points.size() != shown()->points.size()) return;
    glide ? map_->glideTo(std::move(points)) : map_->movePoints(std::move(points));
    moved_ = true;
    movedFacts_ = facts;
    refreshFacts();
}

void EmbeddingView::setKnowledge(const MapKnowledge& known) {
    known_ = known;
    if (!shown()) return;
    parts_.legend.setMap(shown(), known_);
    link_->setMap(shown());
    refreshCounts();
}

QString EmbeddingView::titleText() const {
    return title_->text();
}

QStringList EmbeddingView::caption() const {
    if (sideBySide()) return {sheet_->series()->sheetFacts()};
    QStringList lines{shown()->caption()};
    if (moved_ && !movedFacts_.isEmpty())
        lines << movedFacts_;
    else if (const QString figures = shown()->figures(); !figures.isEmpty())
        lines << figures;
    return lines;
}

void EmbeddingView::refreshFacts() {
    facts_->setText(caption().join(QLatin1Char('\n')));
}

void EmbeddingView::takeColours() {
    if (!shown()) return;
    for (viz::PointMap* map : maps()) {
        map->setColouring(parts_.legend.model().colours().colouring);
        map->setHidden(parts_.legend.model().hidden());
    }
    refreshCounts();
}

void EmbeddingView::takeTrust() {
    map_->setStrength(shown() && parts_.legend.fadesByTrust() ? shown()->embedding.preservation
                                                              : std::vector<float>());
    sheet_->setFaded(parts_.legend.fadesByTrust());
}

QString EmbeddingView::countsText() const {
    if (!shown()) return {};
    return mapCountsText(*shown(), known_,
                         {parts_.service.dataset() != nullptr, parts_.legend.model().hiddenPoints(),
                          parts_.selection.selected().size(), link_->selectedAbsent()});
}

void EmbeddingView::refreshCounts() {
    counts_->setText(countsText());
}

void EmbeddingView::hover(viz::PointMap& map, MapPreview& preview, int point) {
    if (point < 0 || !shown()) return preview.show({}, {}, {}, -1);
    const viz::MapPoint place = map.points()[static_cast<std::size_t>(point)];
    preview.show(
        shown()->nameAt(point),
        pointFacts(*shown(), point, parts_.service.dataset(), parts_.legend.model().colours().colouring),
        map.view().to_screen(place).toPoint(), shareOf(*shown(), point));
}

void EmbeddingView::chooseFound() {
    const QStringList names = search_->foundNames();
    parts_.selection.setSelected(names);
    parts_.selection.setCurrent(names.front());
    for (viz::PointMap* map : maps()) map->fitTo(search_->found());
    stage_->currentWidget()->setFocus();
}

} // namespace kinelens::ui
