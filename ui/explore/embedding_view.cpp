#include "ui/explore/embedding_view.h"

#include "ui/explore/map_export.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/map_preview.h"
#include "ui/explore/map_selection.h"
#include "ui/explore/map_sheet.h"
#include "ui/messages/figures.h"
#include "ui/state/selection.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/overlay.h"
#include "ui/widgets/steady_label.h"
#include "viz/charts/figure_sheet.h"
#include "viz/charts/point_map.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace kinelens::ui {

EmbeddingView::EmbeddingView(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , title_(new SteadyLabel(1, this))
    , facts_(new SteadyLabel(3, this))
    , counts_(new SteadyLabel(2, this))
    , bar_(new QToolBar(this))
    , search_(new QLineEdit(this))
    , hits_(new SteadyLabel(1, this))
    , exports_(new QMenu(tr("Export"), this))
    , map_(new viz::PointMap(this))
    , preview_(new MapPreview(parts.service, map_))
    , sheet_(new MapSheet(parts.service, parts.selection, parts.playhead, this))
    , stage_(new QStackedWidget(this))
    , link_(new MapSelection(*map_, parts.selection, parts.playhead, this)) {
    build();
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
    connect(search_, &QLineEdit::textChanged, this, &EmbeddingView::search);
    connect(search_, &QLineEdit::returnPressed, this, &EmbeddingView::chooseFound);
    showNothing(tr("No map is shown"), {});
}

void EmbeddingView::build() {
    QFont strong = title_->font();
    strong.setWeight(QFont::DemiBold);
    title_->setFont(strong);
    counts_->setContentsMargins(8, 4, 8, 4);
    hits_->setFixedWidth(fontMetrics().horizontalAdvance(tr("%1 found").arg(countText(100'000))) + 4);
    hits_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    bar_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    search_->setPlaceholderText(tr("Search"));
    search_->setAccessibleName(tr("Search on the map"));
    search_->setToolTip(tr("Names of sequences and classes; Enter selects what was found and goes there"));
    search_->setClearButtonEnabled(true);
    search_->setFixedWidth(152); // also when its clear button appears
    auto* head = new QVBoxLayout;
    head->setContentsMargins(8, 4, 8, 4);
    head->setSpacing(4);
    head->addWidget(title_);
    head->addWidget(facts_);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(4, 4, 8, 0);
    tools->setSpacing(8);
    tools->addWidget(bar_, 1);
    tools->addWidget(hits_);
    tools->addWidget(search_);
    auto* inside = new QVBoxLayout(this);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(tools); // first: what is said of a map has its room kept while there is none
    inside->addLayout(head);
    stage_->addWidget(map_);
    stage_->addWidget(sheet_);
    stage_->addWidget(empty_);
    inside->addWidget(stage_, 1);
    inside->addWidget(counts_);
    layOver(*message_, *this);
}

void EmbeddingView::setFiller(const QString& text, std::function<void()> action) {
    empty_->setButton(text, std::move(action));
}

void EmbeddingView::showNothing(const QString& title, const QString& explanation) {
    shown_.reset();
    link_->setMap(nullptr);
    parts_.legend.setMap(nullptr, known_);
    empty_->setWords(title, explanation);
    stage_->setCurrentWidget(empty_);
    for (QLabel* label : std::initializer_list<QLabel*>{title_, facts_, counts_, hits_}) label->clear();
    search_->setEnabled(false);
    emit shownChanged();
}

void EmbeddingView::show(const ShownEmbeddingPtr& shown) {
    // The end of a map that was watched: what was looked at stays in view.
    const bool same = shown_ && shown_->embedding.names == shown->embedding.names &&
                      shown_->embedding.frames == shown->embedding.frames;
    link_->setMap(nullptr);
    showSheet(nullptr);
    shown_ = shown;
    moved_ = false;
    message_->hide();
    same ? map_->movePoints(shown_->points) : map_->setPoints(shown_->points);
    title_->setText(shown_->title());
    title_->setToolTip(shown_->file);
    facts_->setText(caption().join(QLatin1Char('\n')));
    parts_.legend.setMap(shown_, known_);
    takeTrust();
    link_->setMap(shown_);
    search_->setEnabled(true);
    search(search_->text());
    if (!sideBySide()) stage_->setCurrentWidget(map_);
    refreshCounts();
    emit shownChanged();
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
    if (!shown_) return;
    for (viz::PointMap* map : sheet_->maps()) {
        map->setTool(map_->tool());
        map->setLabels(map_->hasLabels());
    }
    takeColours();
    takeTrust();
    title_->setText(series ? tr("Side by side") : shown_->title());
    facts_->setText(caption().join(QLatin1Char('\n')));
    refreshCommands();
}

void EmbeddingView::move(std::vector<viz::MapPoint> points, const QString& facts, bool glide) {
    if (!shown_ || points.size() != shown_->points.size()) return;
    glide ? map_->glideTo(std::move(points)) : map_->movePoints(std::move(points));
    moved_ = true;
    movedFacts_ = facts;
    facts_->setText(caption().join(QLatin1Char('\n')));
}

void EmbeddingView::setKnowledge(const MapKnowledge& known) {
    known_ = known;
    if (!shown_) return;
    parts_.legend.setMap(shown_, known_);
    link_->setMap(shown_);
    refreshCounts();
}

void EmbeddingView::showNeighbours(const std::vector<int>& points) {
    map_->setLinks(points);
}

QStringList EmbeddingView::caption() const {
    if (sideBySide()) return {sheet_->series()->sheetFacts()};
    QStringList lines{shown_->caption()};
    if (moved_ && !movedFacts_.isEmpty())
        lines << movedFacts_;
    else if (const QString figures = shown_->figures(); !figures.isEmpty())
        lines << figures;
    return lines;
}

void EmbeddingView::takeColours() {
    if (!shown_) return;
    for (viz::PointMap* map : maps()) {
        map->setColouring(parts_.legend.model().colours().colouring);
        map->setHidden(parts_.legend.model().hidden());
    }
    refreshCounts();
}

void EmbeddingView::takeTrust() {
    map_->setStrength(shown_ && parts_.legend.fadesByTrust() ? shown_->embedding.preservation
                                                             : std::vector<float>());
    sheet_->setFaded(parts_.legend.fadesByTrust());
}

QString EmbeddingView::countsText() const {
    if (!shown_) return {};
    const auto points = static_cast<qint64>(shown_->points.size());
    QStringList parts{shown_->dense() ? tr("%1 frames of %2 sequences, each resampled to %3 frames")
                                            .arg(countText(points), countText(shown_->names.size()),
                                                 countText(shown_->embedding.clip_frames))
                                      : countedText(points, tr("1 sequence"), tr("%1 sequences"))};
    const MapCoverage coverage = coverageOf(*shown_, known_);
    if (!parts_.service.dataset())
        parts << tr("no dataset is open: colours and figures need the one the map was made of");
    else if (coverage.strangers > 0)
        parts << countedText(coverage.strangers, tr("1 is not in the open dataset"),
                             tr("%1 are not in the open dataset"));
    if (const qint64 hidden = parts_.legend.model().hiddenPoints(); hidden > 0)
        parts << tr("%1 hidden by the legend").arg(countText(hidden));
    const auto selected = parts_.selection.selected().size();
    if (selected > 1) parts << tr("%1 selected").arg(countText(selected));
    if (selected > 1 && link_->selectedAbsent() > 0)
        parts << countedText(link_->selectedAbsent(), tr("1 of them is not on this map"),
                             tr("%1 of them are not on this map"));
    if (coverage.absent > 0)
        parts << countedText(
            coverage.absent, tr("1 sequence of the open dataset is not on the map: it was made without it"),
            tr("%1 sequences of the open dataset are not on the map: it was made without them"));
    return parts.join(QStringLiteral("  ·  "));
}

void EmbeddingView::refreshCounts() {
    counts_->setText(countsText());
}

QString EmbeddingView::factsOf(int point) const {
    const auto& colours = parts_.legend.model().colours().colouring;
    const auto group = static_cast<std::size_t>(colours.group[static_cast<std::size_t>(point)]);
    const OpenDatasetPtr dataset = parts_.service.dataset();
    const int row = dataset ? dataset->rowOf.value(shown_->nameAt(point), -1) : -1;
    QString facts =
        row < 0 ? tr("not in the open dataset") : dataset->className(classAt(*shown_, *dataset, point));
    if (const QString name = QString::fromStdString(colours.groups[group].name);
        !name.isEmpty() && name != facts)
        facts += QStringLiteral(" · ") + name;
    return facts;
}

void EmbeddingView::hover(viz::PointMap& map, MapPreview& preview, int point) {
    if (point < 0 || !shown_) return preview.show({}, {}, {}, -1);
    const auto index = static_cast<std::size_t>(point);
    const std::int64_t frames = shown_->embedding.clip_frames;
    const double share =
        shown_->dense() && frames > 1
            ? static_cast<double>(shown_->embedding.frames[index]) / static_cast<double>(frames - 1)
            : -1;
    preview.show(shown_->nameAt(point), factsOf(point), map.view().to_screen(map.points()[index]).toPoint(),
                 share);
}

// Every word must be in the name or in what the point is coloured by.
void EmbeddingView::search(const QString& words) {
    found_.clear();
    const QStringList wanted = words.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty() || !shown_) return hits_->clear();
    const auto& colours = parts_.legend.model().colours().colouring;
    QStringList groups;
    for (const viz::PointGroup& group : colours.groups)
        groups << QString::fromStdString(group.name).toLower();
    for (std::size_t i = 0; i < shown_->points.size(); ++i) {
        const QString name = shown_->nameAt(static_cast<int>(i)).toLower();
        const QString& group = groups[colours.group[i]];
        if (std::ranges::all_of(
                wanted, [&](const QString& word) { return name.contains(word) || group.contains(word); }))
            found_.push_back(static_cast<int>(i));
    }
    hits_->setText(tr("%1 found").arg(countText(static_cast<qint64>(found_.size()))));
}

void EmbeddingView::chooseFound() {
    if (found_.empty()) return;
    QStringList names;
    for (const int point : found_)
        if (const QString name = shown_->nameAt(point); names.isEmpty() || names.back() != name)
            names << name;
    names.removeDuplicates();
    parts_.selection.setSelected(names);
    parts_.selection.setCurrent(names.front());
    for (viz::PointMap* map : maps()) map->fitTo(found_);
    stage_->currentWidget()->setFocus();
}

bool EmbeddingView::exportSheet(const QString& file) const {
    viz::FigureSheet sheet = sheet_->figure();
    for (const ShownEmbeddingPtr& map : sheet_->series()->maps) sheet.foot.caption << map->caption();
    sheet.foot.caption.removeDuplicates();
    sheet.foot.caption << sheet_->series()->sheetFacts()
                       << tr("Coloured by %1. %2.").arg(colourTitle(parts_.legend.colourBy()), countsText());
    return viz::write_sheet(file, sheet);
}

bool EmbeddingView::exportPicture(const QString& file) const {
    if (sideBySide()) return exportSheet(file);
    viz::MapFigure figure = map_->figure();
    figure.caption = QStringList{title_->text()} + caption();
    figure.caption << tr("Coloured by %1. %2.").arg(colourTitle(parts_.legend.colourBy()), countsText());
    return viz::write_figure(file, figure);
}

bool EmbeddingView::exportCoordinates(const QString& file) const {
    return saveText(file, mapCsv(*shown_, map_->points(), known_, parts_.selection.selected()));
}

bool EmbeddingView::exportSelected(const QString& file) const {
    return saveText(file, parts_.selection.selected().join(QLatin1Char('\n')) + QLatin1Char('\n'));
}

void EmbeddingView::saveAs(const QString& title, const QString& kinds,
                           bool (EmbeddingView::*save)(const QString&) const) {
    const QString file = QFileDialog::getSaveFileName(this, title, shown_->title(), kinds);
    if (file.isEmpty()) return;
    const bool written = (this->*save)(file);
    message_->show(written ? MessageBar::Kind::information : MessageBar::Kind::error,
                   written ? tr("Saved to %1.").arg(file) : tr("%1 could not be written.").arg(file));
}

} // namespace kinelens::ui
