#include "ui/explore/map_selection.h"

#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "viz/charts/point_map.h"

#include <QSet>
#include <cmath>

namespace kinelens::ui {

MapSelection::MapSelection(viz::PointMap& map, Selection& selection, Playhead& playhead, QObject* parent)
    : QObject(parent)
    , map_(map)
    , selection_(selection)
    , playhead_(playhead) {
    connect(&map_, &viz::PointMap::pointClicked, this, &MapSelection::click);
    connect(&map_, &viz::PointMap::areaChosen, this, &MapSelection::chooseArea);
    connect(&selection_, &Selection::selectedChanged, this, &MapSelection::showSelected);
    connect(&selection_, &Selection::currentChanged, this, &MapSelection::showCurrent);
    connect(&playhead_, &Playhead::frameChanged, this, &MapSelection::showFrame);
    connect(&playhead_, &Playhead::sequenceChanged, this, &MapSelection::goToFrame);
}

void MapSelection::setMap(const ShownEmbeddingPtr& shown) {
    shown_ = shown;
    showSelected();
    showCurrent();
}

QStringList MapSelection::namesOf(const std::vector<int>& points) const {
    std::vector<bool> taken(static_cast<std::size_t>(shown_->names.size()));
    for (const int point : points)
        taken[static_cast<std::size_t>(shown_->sequence[static_cast<std::size_t>(point)])] = true;
    QStringList names;
    for (qsizetype i = 0; i < shown_->names.size(); ++i)
        if (taken[static_cast<std::size_t>(i)]) names << shown_->names[i];
    return names;
}

void MapSelection::choose(const QString& sequence) {
    selection_.setSelected({sequence});
    selection_.setCurrent(sequence);
}

void MapSelection::click(int point, Qt::KeyboardModifiers keys) {
    if (!shown_) return;
    if (point < 0) {
        if (keys == Qt::NoModifier) selection_.setSelected({});
        return;
    }
    const QString name = shown_->nameAt(point);
    if (keys & Qt::ControlModifier) {
        QStringList names = selection_.selected();
        if (names.removeAll(name) == 0) names << name;
        return selection_.setSelected(names);
    }
    const bool same = selection_.current() == name;
    if (shown_->dense()) wantedFrame_ = shown_->embedding.frames[static_cast<std::size_t>(point)];
    choose(name);
    if (same) goToFrame(); // otherwise when its frames are there
}

void MapSelection::chooseArea(const std::vector<int>& points, Qt::KeyboardModifiers keys) {
    if (!shown_) return;
    if (points.empty()) emit areaWasEmpty();
    const QStringList inside = namesOf(points);
    QStringList names = selection_.selected();
    if (keys & Qt::AltModifier) {
        const QSet<QString> away(inside.begin(), inside.end());
        names.removeIf([&](const QString& name) { return away.contains(name); });
    } else if (keys & Qt::ControlModifier) {
        const QSet<QString> known(names.begin(), names.end());
        for (const QString& name : inside)
            if (!known.contains(name)) names << name;
    } else {
        names = inside;
    }
    selection_.setSelected(names);
}

void MapSelection::selectShown() {
    std::vector<int> points;
    for (std::size_t i = 0; shown_ && i < map_.points().size(); ++i)
        if (map_.isShown(static_cast<int>(i))) points.push_back(static_cast<int>(i));
    chooseArea(points, Qt::NoModifier);
}

void MapSelection::walk(QPointF direction) {
    if (const int point = map_.neighbourTowards(direction); shown_ && point >= 0)
        click(point, Qt::NoModifier);
}

std::vector<int> MapSelection::selectedPoints() const {
    std::vector<int> points;
    for (const QString& name : selection_.selected())
        if (shown_)
            for (const int point : shown_->pointsOf(name)) points.push_back(point);
    return points;
}

// One sequence alone is shown by its ring: nothing else fades for it.
void MapSelection::showSelected() {
    if (!shown_) return;
    absent_ = 0;
    for (const QString& name : selection_.selected())
        if (!shown_->sequenceOf.contains(name)) ++absent_;
    map_.setSelected(selection_.selected().size() > 1 ? selectedPoints() : std::vector<int>());
    emit changed();
}

void MapSelection::showCurrent() {
    if (!shown_) return;
    const auto points = shown_->pointsOf(selection_.current());
    map_.setCurrent(points.empty() ? -1 : points.front());
    map_.setPath(shown_->dense() ? std::vector<int>(points.begin(), points.end()) : std::vector<int>(), 0);
    showFrame();
}

void MapSelection::goToFrame() {
    if (playhead_.frames() < 1) return;
    const std::int32_t frame = std::exchange(wantedFrame_, -1);
    const std::int64_t clip = shown_ ? shown_->embedding.clip_frames : 0;
    if (frame >= 0 && clip > 1)
        playhead_.setFrame(
            std::llround(static_cast<double>(frame) * static_cast<double>(playhead_.frames() - 1) /
                         static_cast<double>(clip - 1)));
    showFrame();
}

void MapSelection::showFrame() {
    if (!shown_ || !shown_->dense()) return;
    const auto points = shown_->pointsOf(selection_.current());
    if (points.empty()) return;
    const double done = playhead_.frames() > 1 ? static_cast<double>(playhead_.frame()) /
                                                     static_cast<double>(playhead_.frames() - 1)
                                               : 0;
    map_.setPath({points.begin(), points.end()}, done * static_cast<double>(points.size() - 1));
}

} // namespace kinelens::ui
