// TurningSplitter: two parts beside each other where there is width for it, otherwise one below the other.
// The share of the first is kept for each of the two, whatever size the panel gets meanwhile.
#pragma once

#include <QJsonObject>
#include <QSplitter>

namespace kinelens::ui {

class TurningSplitter : public QSplitter {
    Q_OBJECT
public:
    // Shares of the first part; `width`: pixels from which on the parts stand beside each other.
    TurningSplitter(double beside, double below, int width, QWidget* parent = nullptr);

    QJsonObject state() const; // {"beside": 0.6, "below": 0.6}
    void restore(const QJsonObject& state);

    QSize minimumSizeHint() const override; // of the parts below each other: they can always be

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    double& share() { return orientation() == Qt::Horizontal ? beside_ : below_; }
    void apply();

    double beside_, below_;
    int width_;
};

} // namespace kinelens::ui
