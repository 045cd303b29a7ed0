// EmbeddingView: the map that is shown: its points, or several maps side by side, and what is known of them.
#pragma once

#include "ui/explore/map_colouring.h"
#include "ui/explore/map_series.h"
#include "ui/state/shown_map.h"

#include <QWidget>

class QStackedWidget;
class QToolBar;

namespace kinelens::viz {
class PointMap;
}

namespace kinelens::ui {

class DatasetService;
class EmptyPage;
class MapLegend;
class MapPreview;
class MapSearch;
class MapSelection;
class MapSheet;
class MessageBar;
class Playhead;
class Selection;
class SteadyLabel;

class EmbeddingView : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        DatasetService& service;
        Selection& selection;
        Playhead& playhead;
        MapLegend& legend;
        ShownMap& map;
    };
    explicit EmbeddingView(const Parts& parts, QWidget* parent = nullptr);

    void setKnowledge(const MapKnowledge& known); // beside the map that is shown
    const MapKnowledge& knowledge() const { return known_; }
    void move(std::vector<viz::MapPoint> points, const QString& facts,
              bool glide); // the map's points, elsewhere
    // Several maps side by side instead of the one; null: the one again.
    void showSheet(const MapSeriesPtr& series);
    bool sideBySide() const;
    void showNothing(const QString& title, const QString& explanation); // no map is shown any more
    void setFiller(const QString& text, std::function<void()> action);  // the empty page's button

    const Parts& parts() const { return parts_; }
    const ShownEmbeddingPtr& shown() const { return parts_.map.map(); }
    viz::PointMap& map() const { return *map_; }
    const MapSheet& sheet() const { return *sheet_; }
    std::vector<viz::PointMap*> maps() const; // the one, and those side by side
    MapSelection& link() { return *link_; }   // of the one map with what is selected
    MapSearch& search() { return *search_; }
    QToolBar& toolBar() { return *bar_; }
    MessageBar& message() { return *message_; }
    QString countsText() const; // "353 points · 12 are not in the open dataset"
    QString titleText() const;
    QStringList caption() const;

signals:
    void arrangementChanged(); // one map, or several side by side

private:
    void build();
    void connectParts();
    void take(const ShownEmbeddingPtr& before);
    void takeNothing();
    void takeColours();
    void takeTrust();
    void hover(viz::PointMap& map, MapPreview& preview, int point);
    void chooseFound();
    void refreshFacts();
    void refreshCounts();

    Parts parts_;
    MapKnowledge known_;
    bool moved_ = false; // the points are not where the file has them
    QString movedFacts_;
    EmptyPage* empty_;
    MessageBar* message_;
    SteadyLabel* title_;
    SteadyLabel* facts_;
    SteadyLabel* counts_;
    QToolBar* bar_;
    MapSearch* search_;
    viz::PointMap* map_;
    MapPreview* preview_;
    MapSheet* sheet_;
    QStackedWidget* stage_; // the map, the sheet, or the empty page
    MapSelection* link_;
};

} // namespace kinelens::ui
