// UndoHistory: what Undo and Redo are about. The workspace, the labels and the runs each keep a stack of
// their own, and each is seen in a panel. The rule: Undo takes back what was done last among those whose
// panel is in view, Redo does again what was taken back last among them; so neither ever changes what nobody
// sees. A step is named by its action ("Delete a label"); one whose text has a sentence before a line break
// ("Deleted a label\nDelete a label") takes something away, and the sentence is told when it is done.
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>
#include <functional>
#include <vector>

namespace kinelens::ui {

class UndoHistory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // One step of one stack, for as long as it is the last one done there.
    struct Step {
        const QUndoStack* stack = nullptr;
        qint64 moment = 0;
        explicit operator bool() const { return stack != nullptr; }
        bool operator==(const Step&) const = default;
    };

    // `title`: what the stack is of, as people call it. Until somebody says where it is seen, it is.
    void add(QUndoStack& stack, const QString& title);
    // `inView`: whether what its steps change is seen. `may`: asked before a step is taken back or done
    // again; where it may not, it says why itself.
    void setSeen(const QUndoStack& stack, std::function<bool()> inView, std::function<bool()> may = {});
    void look();         // something came into view or went
    void forgetPanels(); // nothing is in view any more

    Step nextUndo() const { return undo_; } // none: there is nothing to take back
    Step nextRedo() const { return redo_; }
    QString undoText() const; // "Delete a label"
    QString redoText() const;
    QString title(const Step& step) const;
    void undo() { undo(undo_); }
    void redo() { redo(redo_); }

    bool isLast(const Step& step) const;     // nothing was done after it in its stack
    bool isNextRedo(const Step& step) const; // it was taken back, and nothing was done since in its stack
    void undo(const Step& step);             // it and no other: nothing happens unless isLast()
    void redo(const Step& step);             // nothing happens unless isNextRedo()
    bool stepping() const { return stepping_; }

signals:
    void changed(); // what is next, or whether an earlier step is the last still
    void told(const kinelens::ui::UndoHistory::Step& step, const QString& sentence);
    void undone(const kinelens::ui::UndoHistory::Step& redo, const QString& text);
    void redone(const kinelens::ui::UndoHistory::Step& step, const QString& text);

private:
    struct Context {
        QUndoStack* stack;
        QString title;
        std::function<bool()> inView, may;
        std::vector<qint64> moments; // when each step was last done or taken back
        int index = 0;
        qint64 momentAt(int place) const; // 0: there is no such step
    };
    const Context* find(const QUndoStack* stack) const;
    void follow(Context& context);
    void step(const QUndoStack* stack, bool forward);
    static bool seen(const Context& context) { return !context.inView || context.inView(); }

    std::vector<Context> contexts_;
    Step undo_, redo_;
    qint64 now_ = 0;
    bool stepping_ = false;
};

} // namespace kinelens::ui
