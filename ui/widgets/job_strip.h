// JobStrip: the verb a panel waits for: what it does, how far it is, and Cancel.
#pragma once

#include "ui/jobs/verb_process.h"

#include <QFrame>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kinelens::ui {

class JobStrip : public QFrame {
    Q_OBJECT
public:
    explicit JobStrip(const QString& program, QWidget* parent = nullptr);

    // Runs one verb at a time; `then` hears how it ended.
    void start(const QString& title, const QStringList& arguments, std::function<void(const VerbEnd&)> then);
    bool running() const { return process_.running(); }

private:
    VerbProcess process_;
    QString title_;
    QLabel* label_;
    QProgressBar* bar_;
    QPushButton* cancel_;
    bool cancelling_ = false;
    std::function<void(const VerbEnd&)> then_;
};

} // namespace kinelens::ui
