// ResultsExport: the button that writes an evaluation for other programs: its sequences, figures, confusion,
// labelled subset and weights as tables, all figures as JSON, its comparison with another by McNemar's test,
// and the page that is open as a picture with its receipt below.
#pragma once

#include "core/results/evaluation_export.h"
#include "ui/state/shown_results.h"

#include <QToolButton>
#include <functional>

namespace kinelens::ui {

class ResultsExport : public QToolButton {
    Q_OBJECT
public:
    // `page` gives the widget that is drawn into pictures.
    ResultsExport(std::function<QWidget*()> page, QWidget* parent = nullptr);

    void setResults(const ShownResultsPtr& shown);       // compared with nothing
    void setComparison(const ShownResultsPtr& compared); // with what is shown

    // On another thread; done() or failed() tells. Pictures: by the ending png or pdf.
    void exportTable(EvaluationTable what, TableFormat format, const QString& file);
    void exportComparison(TableFormat format, const QString& file);
    void exportPicture(const QString& file);
    QString caption() const; // below a picture

signals:
    void done(const QString& file);
    void failed(const kinelens::Error& error);

private:
    QAction* offer(const QString& words, EvaluationTable what, TableFormat format);
    QString askForFile(const QString& what, const QString& filter);
    void tell(const QString& file, const Result<void>& written);

    std::function<QWidget*()> page_;
    ShownResultsPtr shown_, compared_;
    QList<QAction*> comparisons_;
    QAction* subset_;
    QAction* weights_;
};

} // namespace kinelens::ui
