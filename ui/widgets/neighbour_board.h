// NeighbourBoard: a sequence and those that are nearest to it, side by side and in step: at every moment each
// shows the same share of its length, as the encoder sees them. Right and wrong ones are marked.
#pragma once

#include "ui/state/dataset_service.h"
#include "viz/charts/stick_figure.h"

#include <QTimer>
#include <QWidget>

namespace kinelens::ui {

class Playhead;

struct BoardTile {
    enum class Mark { none, right, wrong };
    QString name; // of the sequence
    QString className;
    QString detail; // "distance 0.1234"
    Mark mark = Mark::none;
    bool operator==(const BoardTile&) const = default;
};

class NeighbourBoard : public QWidget {
    Q_OBJECT
public:
    NeighbourBoard(DatasetService& service, Playhead& playhead, QWidget* parent = nullptr);

    // The first tile is the query. An unchanged list changes nothing.
    void setTiles(const std::vector<BoardTile>& tiles);
    const std::vector<BoardTile>& tiles() const { return tiles_; }
    bool moving(int tile) const { return !figures_[static_cast<std::size_t>(tile)].empty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString& sequence); // by click or Return

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect place(int tile) const;
    int tileAt(QPoint point) const;
    void readMotions();
    void take(int sequence, const MotionPtr& motion);
    void paintTile(QPainter& painter, int tile);
    void paintWords(QPainter& painter, const BoardTile& tile, const QRect& room);
    void choose(int tile);
    double share() const; // of the length that has gone by

    DatasetService& service_;
    Playhead& playhead_;
    std::vector<BoardTile> tiles_;
    std::vector<viz::StickFigure> figures_; // parallel; empty until read
    int current_ = 0;
    QTimer settle_; // rows that fly by are not read
};

} // namespace kinelens::ui
