// NeighboursPanel: the sequences nearest to the current one among the features themselves, not on the map.
// The map's file holds them where it was made here; otherwise they are looked for in the features file.
#pragma once

#include "ui/models/neighbours_model.h"
#include "ui/state/feature_space.h"
#include "ui/state/shown_embedding.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace kinelens::ui {

class DatasetService;
class MessageBar;
class Selection;

class NeighboursPanel : public QWidget {
    Q_OBJECT
public:
    NeighboursPanel(DatasetService& service, Selection& selection, QWidget* parent = nullptr);

    void setMap(const ShownEmbeddingPtr& shown); // null: none
    NeighboursModel& model() { return *model_; }
    QString factsText() const;

    static constexpr int most = 20;

signals:
    void found(const std::vector<int>& points); // on the map, nearest first

private:
    void build();
    void look();
    void lookInFile(const QString& name);
    void take(const QString& of, std::vector<NearSequence> near);
    void tell(const QString& words);

    DatasetService& service_;
    Selection& selection_;
    ShownEmbeddingPtr shown_;
    FeatureSpacePtr space_;
    QString spaceFile_; // of space_, or being read
    int generation_ = 0;
    NeighboursModel* model_;
    QTableView* table_;
    QLabel* facts_;
    MessageBar* message_;
    bool following_ = false; // the current sequence was chosen here: the list stays
};

} // namespace kinelens::ui
