// EmbeddingPanel: what an encoder learned, as a map: which map is shown, how it is coloured, and the next
// one.
#pragma once

#include "ui/background/latest.h"
#include "ui/explore/embed_form.h"
#include "ui/explore/embedding_view.h"
#include "ui/explore/live_map.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/map_list.h"

class QSplitter;
class QTabWidget;

namespace kinelens::ui {

class ChosenRuns;
class MapRunStrip;
class MapSeriesBar;
class ShownEvaluation;

class EmbeddingPanel : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        FormParts jobs;
        ChosenRuns& chosen;
        ShownEvaluation& evaluation; // colours the points by what it found
        ShownMap& map;
        DatasetService& service;
        Selection& selection;
        Playhead& playhead;
        const SequenceTableModel& sequences;
    };
    explicit EmbeddingPanel(const Parts& parts, QWidget* parent = nullptr);

    // Runs of any verb: those that made maps are shown.
    void showRuns(const QStringList& folders);
    void openMaps(const QStringList& files); // several are compared
    void chooseMap();

    EmbeddingView* view() const { return view_; }
    MapLegend* legend() const { return legend_; }
    MapList* list() const { return list_; }
    LiveMap* live() const { return live_; }
    EmbedForm* form() const { return form_; }
    MapSeriesBar* series() const { return series_; }

private:
    void build();
    QWidget* buildFoot();
    void connectLive();
    void askForMap(); // shows the form
    void refreshKnowledge();
    void takeResults();
    QStringList readyOf(const QStringList& places);
    void showPlaces(const QStringList& chosen);
    void showSeries(const QStringList& places);
    void takeWanted(const QString& run);
    void keepShown(const Error& error);
    void tellState();
    void tellBroken(const QString& folder); // of the jobs one after the other

    Parts parts_;
    Latest reading_{*this};
    MapKnowledge known_;
    MapLegend* legend_;
    MapList* list_;
    EmbeddingView* view_;
    LiveMap* live_;
    MapRunStrip* strip_;
    MapSeriesBar* series_;
    EmbedForm* form_;
    QTabWidget* tabs_;
    QSplitter* splitter_;
    QStringList wanted_; // files and folders that are shown or being read
    QStringList shown_;
};

} // namespace kinelens::ui
