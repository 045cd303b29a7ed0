// The Detect mode's panels with an untrimmed, labelled dataset and a detection in it, in a folder of its own.
#pragma once

#include "tests/support/detected_dataset.h"
#include "ui/commands/action_registry.h"
#include "ui/detect/errors_panel.h"
#include "ui/detect/timeline_panel.h"
#include "ui/detect/tuning_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace kinelens::ui {

class TimelineBench : public QObject {
protected:
    // To be called once, then at the beginning of every test.
    void write() {
        QVERIFY(testing::write_untrimmed(path("d.h5").toStdString()));
        QVERIFY(testing::write_untrimmed(path("bare.h5").toStdString(), false));
        QVERIFY(testing::write_detection(path("detect-0001").toStdString()));
    }
    void make() {
        QDir().mkpath(path("runs"));
        for (const char* kept : {".d.labels.json.autosave", "d.labels.json", ".bare.labels.json.autosave"})
            QFile::remove(path(kept));
        p = std::make_unique<Parts>(folder_.path());
        p->timeline.resize(1000, 420);
    }

    QTemporaryDir folder_;
    struct Parts {
        DatasetService datasets;
        Selection selection;
        Playhead playhead;
        ActionRegistry actions;
        LabelDocument labels;
        Detections detections;
        RunScanner scanner;
        TimelinePanel timeline;
        ErrorsPanel errors;
        TuningPanel tuning;
        explicit Parts(const QString& folder)
            : labels(datasets, folder + "/state")
            , detections(datasets, selection, labels)
            , scanner(folder + "/runs")
            , timeline({datasets, selection, playhead, labels, detections, scanner})
            , errors(detections, labels, selection, playhead)
            , tuning(detections) {
            errors.addCommands(actions);
            timeline.addCommands(actions);
            timeline.setCommandsEnabled(true);
            QObject::connect(&errors, &ErrorsPanel::errorShown, &timeline.view(), &TimelineView::chooseError);
            // The player does this with the motion.
            QObject::connect(&selection, &Selection::currentChanged, &playhead, [this](const QString& name) {
                playhead.setSequence(std::max<qint64>(0, labels.frames(name)), 30);
            });
        }
    };
    std::unique_ptr<Parts> p;

    QString path(const QString& name) const { return folder_.filePath(name); }
    void press(const char* id) {
        QAction* action = p->actions.action(id);
        QVERIFY2(action && action->isEnabled(), id);
        action->trigger();
    }
    const IntervalList& labels() const { return p->labels.intervals("R1"); }
    void open(const QString& file = "d.h5") {
        p->datasets.open(path(file));
        QTRY_VERIFY(p->labels.ready());
        p->selection.setCurrent("R1");
    }
    void detect() {
        p->detections.show({path("detect-0001")});
        QTRY_COMPARE(p->detections.lanes().size(), 1U);
        QTRY_VERIFY(p->detections.scores());
    }
};

} // namespace kinelens::ui
