// NeighboursPanel: the sequences nearest to the current one among the features themselves, not on the map; in
// a dense map the frames nearest to the one where the clock stands. The map's file holds them where it was
// made here; otherwise they are looked for in the features file.
#pragma once

#include "ui/background/latest.h"
#include "ui/explore/neighbours_model.h"
#include "ui/state/feature_space.h"
#include "ui/state/shown_map.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace kinelens::ui {

class DatasetService;
class MessageBar;
class Playhead;
class Selection;

class NeighboursPanel : public QWidget {
    Q_OBJECT
public:
    struct Parts {
        DatasetService& service;
        Selection& selection;
        Playhead& playhead;
        ShownMap& map; // learns which points are nearest
    };
    explicit NeighboursPanel(const Parts& parts, QWidget* parent = nullptr);

    NeighboursModel& model() { return *model_; }
    QString factsText() const;

    static constexpr int most = 20;

private:
    void build();
    void look();
    void lookAgain(); // where the clock stands now
    void readFeatures(const FeatureSource& source);
    void lookInFile(const QString& name, int frame);
    void take(const QString& of, int frame, std::vector<NearSequence> near);
    int pointNow(const QString& name) const; // of a dense map the one of the current frame; -1: none
    int frameOf(int point) const;            // of its clip; -1: a whole sequence
    int pointOf(const QString& name, int frame) const;
    void tell(const QString& words);
    const ShownEmbedding& shown() const; // there is one

    Parts parts_;
    Latest reading_{*this};
    FeatureSpacePtr space_;
    FeatureSource source_; // of space_, or being read
    QString of_;           // whose neighbours are listed
    int point_ = -1;       // its point then
    bool asking_ = false;  // one search at a time, however fast the clock is moved
    bool again_ = false;   // another point was chosen while a search went on
    NeighboursModel* model_;
    QTableView* table_;
    QLabel* facts_;
    MessageBar* message_;
    bool following_ = false; // the current sequence was chosen here: the list stays
};

} // namespace kinelens::ui
