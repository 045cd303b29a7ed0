// OptionSlider: a slider for a number among the options, moving with its row's editor. Small values get most
// of its way: thresholds and lengths matter most near their lower end.
#pragma once

#include <QSlider>

namespace kinelens::ui {

class OptionRow;

class OptionSlider : public QSlider {
    Q_OBJECT
public:
    // `most`: what its right end stands for; the editor takes larger values too.
    OptionSlider(OptionRow& row, double most, QWidget* parent = nullptr);

private:
    double valueAt(int position) const;
    int positionOf(double value) const;

    OptionRow& row_;
    double least_;
    double most_;
};

} // namespace kinelens::ui
