// EmbeddingView: one map of sequences: its points, tools, search and what is known of it.
#pragma once

#include "ui/explore/map_colouring.h"
#include "ui/explore/map_series.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace kinelens::viz {
class PointMap;
}

namespace kinelens::ui {

class ActionRegistry;
class DatasetService;
class EmptyPage;
class MapLegend;
class MapPreview;
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
    };
    explicit EmbeddingView(const Parts& parts, QWidget* parent = nullptr);

    void addCommands(ActionRegistry& registry);
    void setCommandsEnabled(bool on);             // their keys are other modes' keys too
    void setKnowledge(const MapKnowledge& known); // beside the map that is shown
    void show(const ShownEmbeddingPtr& shown);
    void move(std::vector<viz::MapPoint> points, const QString& facts,
              bool glide); // the map's points, elsewhere
    // Several maps side by side instead of the one; null: the one again.
    void showSheet(const MapSeriesPtr& series);
    const MapSheet& sheet() const { return *sheet_; }
    void showNothing(const QString& title, const QString& explanation);
    void setFiller(const QString& text, std::function<void()> action); // the empty page's button
    void showNeighbours(const std::vector<int>& points);               // of the current point

    const ShownEmbeddingPtr& shown() const { return shown_; }
    viz::PointMap& map() { return *map_; }
    MessageBar& message() { return *message_; }
    QString countsText() const; // "353 points · 12 are not in the open dataset"
    QStringList caption() const;

    // Files with what is shown: a picture by its ending, coordinates, the selected sequences' names. False:
    // could not be written.
    bool exportPicture(const QString& file) const;
    bool exportCoordinates(const QString& file) const;
    bool exportSelected(const QString& file) const;

signals:
    void subsetWanted(const QStringList& names); // the dataset's table shall show these alone
    void shownChanged();

private:
    void build();
    void addTools(ActionRegistry& registry);
    void addMoves(ActionRegistry& registry);
    void addExports(ActionRegistry& registry);
    void refreshCommands();
    QString whyNot(const QString& command) const; // it cannot run; empty: it can
    QAction* command(ActionRegistry& registry, const char* id, const QString& text, const QKeySequence& key,
                     std::function<void()> run);
    void takeColours();
    void takeTrust();
    void hover(viz::PointMap& map, MapPreview& preview, int point);
    std::vector<viz::PointMap*> maps() const; // the one, and those side by side
    bool sideBySide() const;
    bool exportSheet(const QString& file) const;
    void search(const QString& words);
    void chooseFound();
    void refreshCounts();
    void saveAs(const QString& title, const QString& kinds,
                bool (EmbeddingView::*save)(const QString&) const);
    QString factsOf(int point) const;

    Parts parts_;
    MapKnowledge known_;
    ShownEmbeddingPtr shown_;
    std::vector<int> found_;
    bool moved_ = false; // the points are not where the file has them
    QString movedFacts_;
    EmptyPage* empty_;
    MessageBar* message_;
    SteadyLabel* title_;
    SteadyLabel* facts_;
    SteadyLabel* counts_;
    QToolBar* bar_;
    QLineEdit* search_;
    SteadyLabel* hits_;
    QMenu* exports_;
    viz::PointMap* map_;
    MapPreview* preview_;
    MapSheet* sheet_;
    QStackedWidget* stage_; // the map, the sheet, or the empty page
    MapSelection* link_;
    bool enabled_ = true;
    QList<QAction*> actions_; // that need a map
};

} // namespace kinelens::ui
