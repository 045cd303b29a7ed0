// The whole window with a dataset of twelve recordings of two people, in a folder of its own; what the tests
// of it are made of.
#pragma once

#include "core/dataset/dataset_writer.h"
#include "core/skeleton/skeleton_layout.h"
#include "ui/browse/datasets_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace kinelens::testing {

// Two people who stand and wave an arm; every third recording is of a class of its own.
inline void write_waving(const QString& file, int sequences) {
    DatasetInfo info;
    info.name = "waving";
    info.layout = *built_in_layout("ntu25");
    info.bodies = 2;
    info.class_names = {"wave", "stand"};
    auto writer = DatasetWriter::create(file.toStdString(), info);
    QVERIFY(writer);
    for (int i = 0; i < sequences; ++i) {
        Motion motion(40 + i, 2, 25);
        for (qint64 frame = 0; frame < motion.frames; ++frame)
            for (int body = 0; body < 2; ++body) {
                motion.set_tracked(frame, body, true);
                for (int joint = 0; joint < 25; ++joint) {
                    float* at = motion.joint(frame, body, joint);
                    at[0] = static_cast<float>(body) + 0.1f * static_cast<float>(joint % 5);
                    at[1] = 0.07f * static_cast<float>(joint) + 0.005f * static_cast<float>(frame % 20);
                    at[2] = 3;
                }
            }
        SequenceInfo info_;
        info_.name = "W" + std::to_string(100 + i);
        info_.label = i % 3 == 0 ? 1 : 0;
        info_.subject = i % 4 + 1;
        QVERIFY(writer->append(info_, motion,
                               i == 2 ? std::vector<Interval>{{0, 0, 5, 20, 1, "truth"}}
                                      : std::vector<Interval>{}));
    }
    QVERIFY(writer->finish());
}

class WavingWindow : public QObject {
protected:
    // To be called at the beginning and the end of every test.
    void make() {
        folder_ = std::make_unique<QTemporaryDir>();
        dataset_ = path("waving.h5");
        write_waving(dataset_, 12);
        start();
    }
    void remove() {
        stop();
        folder_.reset();
    }

    std::unique_ptr<QTemporaryDir> folder_;
    QString dataset_;
    std::unique_ptr<ui::Desktop> desktop_;
    std::unique_ptr<ui::MainWindow> window_;

    QString path(const QString& name) const { return folder_->filePath(name); }
    void start() {
        ui::DesktopPlaces places;
        places.program = QStringLiteral(KINELENS_BINARY_FOLDER "/bin/kinelens-cli");
        places.settings = path("settings.ini");
        places.state = path("state");
        places.runs = path("runs");
        places.data = path("data");
        desktop_ = std::make_unique<ui::Desktop>(places);
        window_ = std::make_unique<ui::MainWindow>(*desktop_);
        window_->restoreSession();
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        window_->activateWindow();
    }
    void stop() {
        window_.reset();
        desktop_.reset();
    }
    void openDataset() {
        window_->openPaths({dataset_});
        QTRY_VERIFY(desktop_->datasets.dataset());
        QTRY_COMPARE(desktop_->playhead.frames(), 40);
    }
    // Through the window, to whatever has the focus, as a keyboard does.
    void pressKey(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window_->windowHandle(), key, modifiers);
    }
};

} // namespace kinelens::testing
