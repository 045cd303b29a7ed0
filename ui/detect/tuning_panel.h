// TuningPanel: how intervals are made of the scores, by sliders whose intervals are seen at once, and what
// they are worth: in the recording that is shown, and a moment later in all recordings of the run.
#pragma once

#include "core/options/option_info.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kinelens::ui {

class Detections;
class EmptyPage;
class OptionRow;
class WorthTable;

class TuningPanel : public QWidget {
    Q_OBJECT
public:
    explicit TuningPanel(Detections& detections, QWidget* parent = nullptr);

    OptionRow* row(std::string_view key) const;
    WorthTable& worth() { return *worth_; }

private:
    QWidget* buildOptions();
    void addRow(QGridLayout& grid, const OptionInfo& info);
    void takeRun();
    void tune();
    void showRows();
    void refresh();

    Detections& detections_;
    std::vector<OptionRow*> rows_;
    std::vector<QWidget*> sliders_; // parallel; null where an option has none
    QStackedWidget* stack_;
    EmptyPage* empty_;
    QComboBox* overlap_;
    QPushButton* reset_;
    WorthTable* worth_;
    bool taking_ = false;
};

} // namespace kinelens::ui
