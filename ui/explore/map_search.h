// MapSearch: finds points of the shown map by words: every word must be in the sequence's name or in what the
// point is coloured by.
#pragma once

#include "ui/state/shown_embedding.h"

#include <QWidget>

class QLineEdit;

namespace kinelens::ui {

class MapLegendModel;
class SteadyLabel;

class MapSearch : public QWidget {
    Q_OBJECT
public:
    explicit MapSearch(const MapLegendModel& legend, QWidget* parent = nullptr);

    void setMap(const ShownEmbeddingPtr& shown); // null: none
    const std::vector<int>& found() const { return found_; }
    QStringList foundNames() const; // of their sequences, each once
    void takeFocus();

signals:
    void chosen(); // what is found, with Enter

private:
    void look();

    const MapLegendModel& legend_;
    ShownEmbeddingPtr shown_;
    std::vector<int> found_; // points
    QLineEdit* words_;
    SteadyLabel* hits_;
};

} // namespace kinelens::ui
