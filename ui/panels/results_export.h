// ResultsExport: the button that writes an evaluation for other programs: its sequences, figures and
// confusion as tables, all figures as JSON, and the page that is open as a picture with its receipt below.
#pragma once

#include "ui/state/shown_results.h"

#include <QToolButton>
#include <functional>

namespace kinelens::ui {

class ResultsExport : public QToolButton {
    Q_OBJECT
public:
    // `page` gives the widget that is drawn into pictures.
    ResultsExport(std::function<QWidget*()> page, QWidget* parent = nullptr);

    void setResults(const ShownResultsPtr& shown);

    // On another thread; done() or failed() tells. Pictures: by the ending png or pdf.
    void exportTable(const QString& what, const QString& format, const QString& file);
    void exportPicture(const QString& file);

signals:
    void done(const QString& file);
    void failed(const kinelens::Error& error);

private:
    void offer(const QString& words, const QString& what, const QString& format);
    QString askForFile(const QString& what, const QString& filter);
    QString caption() const;

    std::function<QWidget*()> page_;
    ShownResultsPtr shown_;
};

} // namespace kinelens::ui
