// WeightTriangle: the accuracy of an ensemble of two or three members over the mixes of their weights. A
// corner is a member alone; the best mix and the one nearest to equal weights are marked. Hovering and the
// arrow keys tell a mix.
#pragma once

#include <QWidget>
#include <string>
#include <vector>

namespace kinelens::viz {

struct WeightMixes {
    std::vector<std::string> members; // 2 or 3
    std::vector<float> weights;       // (mixes, members), each row adds up to 1
    std::vector<float> accuracy;      // shares of one
    int count() const { return static_cast<int>(accuracy.size()); }
    float weight(int mix, std::size_t member) const {
        return weights[static_cast<std::size_t>(mix) * members.size() + member];
    }
};

class WeightTriangle : public QWidget {
    Q_OBJECT
public:
    explicit WeightTriangle(QWidget* parent = nullptr);

    // Precondition: the sizes fit each other.
    void setMixes(WeightMixes mixes);

    int best() const { return best_; }   // -1: there are none
    int equal() const { return equal_; } // the nearest to equal weights
    int current() const { return current_; }
    int mixAt(const QPointF& place) const; // -1: none is near
    QPointF placeOf(int mix) const;
    QString text(int mix) const; // "joint 0.4 · bone 0.6: 87.1 %"

    QSize minimumSizeHint() const override { return {220, 180}; }
    QSize sizeHint() const override { return {420, 360}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setCurrent(int mix);
    QRectF room() const;
    double spacing() const; // between neighbouring mixes, pixels
    void drawMixes(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawWords(QPainter& painter) const;

    WeightMixes mixes_;
    int best_ = -1, equal_ = -1, current_ = -1;
};

} // namespace kinelens::viz
