// MapSelection: joins a point map with the program's one selection and clock, by the sequences' names, both
// ways. Ctrl adds to what is selected, Alt takes away.
#pragma once

#include "ui/state/shown_embedding.h"

#include <QObject>

namespace kinelens::viz {
class PointMap;
}

namespace kinelens::ui {

class Playhead;
class Selection;

class MapSelection : public QObject {
    Q_OBJECT
public:
    MapSelection(viz::PointMap& map, Selection& selection, Playhead& playhead, QObject* parent = nullptr);

    void setMap(const ShownEmbeddingPtr& shown);
    void selectShown();                   // all points that are not hidden
    void walk(QPointF direction);         // to the next point there
    void choose(const QString& sequence); // select and show it
    std::vector<int> selectedPoints() const;
    qint64 selectedAbsent() const { return absent_; } // selected sequences that are not on the map

signals:
    void changed();
    void areaWasEmpty();

private:
    void click(int point, Qt::KeyboardModifiers keys);
    void chooseArea(const std::vector<int>& points, Qt::KeyboardModifiers keys);
    void showSelected();
    void showCurrent();
    void goToFrame(); // that was clicked
    void showFrame();
    QStringList namesOf(const std::vector<int>& points) const;

    viz::PointMap& map_;
    Selection& selection_;
    Playhead& playhead_;
    ShownEmbeddingPtr shown_;
    std::int32_t wantedFrame_ = -1; // of the clip, until the sequence is there
    qint64 absent_ = 0;
};

} // namespace kinelens::ui
