// ShownEvaluation: the evaluation that is looked at, and the one that it is compared with. Their files are
// read on another thread; the latest wish wins.
#pragma once

#include "ui/background/latest.h"
#include "ui/state/shown_results.h"

#include <QObject>

namespace kinelens::ui {

class ShownEvaluation : public QObject {
    Q_OBJECT
public:
    explicit ShownEvaluation(QObject* parent = nullptr);

    // Results files: the first is shown, the second compared with it, more are left out.
    void show(const QStringList& files);
    void clear();

    const ShownResultsPtr& results() const { return results_; } // null: none is shown
    int leftOut() const { return leftOut_; }

signals:
    void asked();   // for files
    void changed(); // results()
    void compared(const kinelens::ui::ShownComparison& found);
    void failed(const kinelens::Error& error);

private:
    void compareWith(const QString& file);

    Latest reading_{*this};
    ShownResultsPtr results_;
    int leftOut_ = 0;
};

} // namespace kinelens::ui
