// ModeFocus: after a mode was entered the keys are with its main view, wherever they were before: by whatever
// way it was entered, and not with a box or a button that happens to come next.
#pragma once

#include <QHash>
#include <QObject>
#include <QWidget>

namespace kinelens::ui {

class ModeArrangements;

class ModeFocus : public QObject {
    Q_OBJECT
public:
    // Of each mode its main view, then what stands there while it has nothing to show.
    using Views = QHash<QString, QList<QWidget*>>;
    ModeFocus(ModeArrangements& modes, Views views);

    QWidget* viewOf(const QString& mode) const; // the first that is in view; nullptr: none

protected:
    bool eventFilter(QObject* view, QEvent* event) override;

private:
    void give();

    ModeArrangements& modes_;
    Views views_;
    const QWidget* given_ = nullptr; // who got it last, to compare with
};

} // namespace kinelens::ui
