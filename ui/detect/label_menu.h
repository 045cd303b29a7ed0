// LabelMenu: labels in and out: saved beside the dataset, read from and written to the files of other
// programs. Predictions are written the same way.
#pragma once

#include "core/annotation/annotations.h"

#include <QToolButton>

namespace kinelens::ui {

class ActionRegistry;
class DatasetService;
class Detections;
class LabelDocument;
class LabelTools;
class MessageBar;

class LabelMenu : public QToolButton {
    Q_OBJECT
public:
    LabelMenu(DatasetService& datasets, LabelDocument& labels, Detections& detections, LabelTools& tools,
              MessageBar& message, QWidget* parent = nullptr);

    void addCommands(ActionRegistry& registry);
    void importFiles(const QStringList& files);
    // "csv", "frames", "json": a file; "pku", "eaf": a folder.
    void exportLabels(const QString& format, const QString& place);
    void exportPrediction(const QString& format, const QString& place);

signals:
    void ended(); // of reading or writing, with a message

private:
    using Export = void (LabelMenu::*)(const QString& format, const QString& place);
    void addExports(ActionRegistry& registry, const QString& id, const QString& title, Export run);
    void chooseImport();
    QString choosePlace(const QString& format, const QString& title);
    void tell(const Result<int>& written, const QString& format, const QString& place);

    DatasetService& datasets_;
    LabelDocument& labels_;
    Detections& detections_;
    LabelTools& tools_;
    MessageBar& message_;
};

} // namespace kinelens::ui
