// FileDrops: files that are dropped anywhere on a window, its floating docks and its text fields too, are to
// be opened. Always as a copy, whatever the file manager proposes: the cursor says so, and nobody takes the
// files away afterwards, as after a move.
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace kinelens::ui {

class FileDrops : public QObject {
    Q_OBJECT
public:
    explicit FileDrops(QWidget& window);

signals:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* target, QEvent* event) override;

private:
    bool holds(const QObject* target) const;

    QWidget& window_;
};

} // namespace kinelens::ui
