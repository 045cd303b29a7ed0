#include "tests/support/test_program.h"
#include "ui/state/undo_history.h"

#include <QSignalSpy>
#include <QTest>

namespace undo_history_test {

using namespace kinelens::ui;

namespace {

// Adds its letter to a text, and takes it away again.
class Letter : public QUndoCommand {
public:
    Letter(QString& text, QChar letter, const QString& words, bool fails = false)
        : QUndoCommand(words)
        , text_(text)
        , letter_(letter)
        , fails_(fails) {}
    void undo() override { fails_ ? setObsolete(true) : text_.chop(1); }
    void redo() override { text_ += letter_; }

private:
    QString& text_;
    QChar letter_;
    bool fails_;
};

} // namespace

class UndoHistoryTest : public QObject {
    Q_OBJECT
    struct Desk {
        QUndoStack labels, runs;
        UndoHistory history;
        QString label, run;
        bool labelsSeen = true, runsSeen = true, mayLabel = true;
        Desk() {
            history.add(labels, "Labels");
            history.add(runs, "Runs");
            history.setSeen(
                labels, [this] { return labelsSeen; }, [this] { return mayLabel; });
            history.setSeen(runs, [this] { return runsSeen; });
        }
        void addLabel(QChar letter) { labels.push(new Letter(label, letter, QString("Draw ") + letter)); }
        void trash(QChar letter, bool fails = false) {
            const QString name(letter);
            runs.push(new Letter(run, letter, "Moved " + name + "\nMove " + name, fails));
        }
    };

private slots:
    void theLastOneDoneComesFirstWhateverItsStack() {
        Desk desk;
        desk.addLabel('a');
        desk.trash('x');
        desk.addLabel('b');
        QCOMPARE(desk.history.undoText(), QString("Draw b"));
        desk.history.undo();
        QCOMPARE(desk.history.undoText(), QString("Move x"));
        QCOMPARE(desk.history.title(desk.history.nextUndo()), QString("Runs"));
        desk.history.undo();
        desk.history.undo();
        QCOMPARE(desk.label + desk.run, QString());
        QVERIFY(!desk.history.nextUndo());
        desk.history.redo(); // in the order in which they were done
        QCOMPARE(desk.label, QString("a"));
        desk.history.redo();
        QCOMPARE(desk.run, QString("x"));
        desk.history.redo();
        QCOMPARE(desk.label, QString("ab"));
        QVERIFY(!desk.history.nextRedo());
    }
    void whatIsNotInViewIsLeftAlone() {
        Desk desk;
        desk.addLabel('a');
        desk.trash('x');
        desk.runsSeen = false;
        desk.history.look();
        QCOMPARE(desk.history.undoText(), QString("Draw a"));
        desk.history.undo();
        QCOMPARE(desk.run, QString("x"));
        desk.history.undo();
        QCOMPARE(desk.run, QString("x")); // nothing that is seen is left
        desk.runsSeen = true;
        desk.labelsSeen = false;
        desk.history.look();
        QCOMPARE(desk.history.redoText(), QString());
        desk.history.undo();
        QCOMPARE(desk.run, QString());
        QCOMPARE(desk.history.redoText(), QString("Move x"));
        desk.history.forgetPanels();
        QVERIFY(!desk.history.nextRedo());
    }
    void whatTakesSomethingAwayIsTold() {
        Desk desk;
        QSignalSpy told(&desk.history, &UndoHistory::told);
        QSignalSpy undone(&desk.history, &UndoHistory::undone);
        desk.addLabel('a');
        QCOMPARE(told.size(), 0);
        desk.trash('x');
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][1].toString(), QString("Moved x"));
        desk.history.undo();
        desk.history.redo();
        QCOMPARE(told.size(), 1); // once: doing it again is told as such
        QCOMPARE(undone.size(), 1);
        QCOMPARE(undone[0][1].toString(), QString("Move x"));
    }
    void aStepIsUndoneAloneAndOnlyWhileItIsTheLast() {
        Desk desk;
        QSignalSpy told(&desk.history, &UndoHistory::told);
        desk.trash('x');
        const auto first = told[0][0].value<UndoHistory::Step>();
        desk.addLabel('a'); // elsewhere: nothing to do with it
        QVERIFY(desk.history.isLast(first));
        desk.trash('y');
        QVERIFY(!desk.history.isLast(first));
        desk.history.undo(first);
        QCOMPARE(desk.run, QString("xy"));
        const auto second = told[1][0].value<UndoHistory::Step>();
        desk.history.undo(second);
        QCOMPARE(desk.run, QString("x"));
        QCOMPARE(desk.label, QString("a"));
        desk.history.undo(second); // once
        QCOMPARE(desk.run, QString("x"));
        QVERIFY(desk.history.isNextRedo(desk.history.nextRedo()));
    }
    void aStepThatMayNotStays() {
        Desk desk;
        desk.addLabel('a');
        desk.mayLabel = false;
        QSignalSpy undone(&desk.history, &UndoHistory::undone);
        desk.history.undo();
        QCOMPARE(desk.label, QString("a"));
        QCOMPARE(undone.size(), 0);
        QCOMPARE(desk.history.undoText(), QString("Draw a"));
        desk.mayLabel = true;
        desk.history.undo();
        QCOMPARE(desk.label, QString());
    }
    void aStepThatFailsIsNotSaidToBeUndone() {
        Desk desk;
        desk.trash('x', true);
        QSignalSpy undone(&desk.history, &UndoHistory::undone);
        desk.history.undo();
        QCOMPARE(undone.size(), 0);
        QVERIFY(!desk.history.nextUndo() && !desk.history.nextRedo());
    }
    void aStackThatIsClearedHasNoSteps() {
        Desk desk;
        desk.addLabel('a');
        desk.trash('x');
        desk.runs.clear();
        QCOMPARE(desk.history.undoText(), QString("Draw a"));
        desk.trash('y');
        QCOMPARE(desk.history.undoText(), QString("Move y"));
    }
};

KINELENS_TEST(UndoHistoryTest, event_loop);

} // namespace undo_history_test
#include "undo_history_test.moc"
