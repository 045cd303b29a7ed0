// The whole window with an untrimmed, labelled dataset and a map of it, in a folder of its own.
#pragma once

#include "core/results/embedding.h"
#include "tests/support/untrimmed_dataset.h"
#include "ui/explore/embedding_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace kinelens::testing {

class WindowBench {
public:
    WindowBench() {
        ui::DesktopPlaces places;
        places.program = QStringLiteral(KINELENS_BINARY_FOLDER "/bin/kinelens-cli");
        places.settings = path("settings.ini");
        places.state = path("state");
        places.runs = path("runs");
        places.data = path("data");
        desktop = std::make_unique<ui::Desktop>(places);
        window = std::make_unique<ui::MainWindow>(*desktop);
        window->restoreSession();
        window->show();
        window->activateWindow();
        ready_ = QTest::qWaitForWindowExposed(window.get());
    }

    QString path(const QString& name) const { return folder_.filePath(name); }

    // The dataset's first recording is in the player, its map in Explore.
    bool open() {
        if (!ready_ || !write_untrimmed_dataset(path("untrimmed.h5").toStdString(), 6)) return false;
        Embedding map;
        for (int i = 0; i < 6; ++i) {
            map.names.push_back("recording" + std::to_string(i));
            map.coordinates.push_back(static_cast<float>(i % 3));
            map.coordinates.push_back(static_cast<float>(i / 3));
        }
        if (!write_embedding(path("map.h5").toStdString(), map)) return false;
        window->openPaths({path("untrimmed.h5")});
        if (!QTest::qWaitFor([this] { return desktop->playhead.frames() == 180 && desktop->labels.ready(); }))
            return false;
        window->openPaths({path("map.h5")});
        return QTest::qWaitFor([this] { return window->embedding().view()->shown() != nullptr; });
    }

    bool enter(const QString& mode) {
        window->enterMode(mode);
        QTest::qWait(50); // docks find their places, the mode gives the focus
        return window->modes().mode() == mode;
    }

    // Through the window, to whatever has the focus, as a keyboard does.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(window->windowHandle(), key, modifiers);
    }

    std::unique_ptr<ui::Desktop> desktop;
    std::unique_ptr<ui::MainWindow> window;

private:
    QTemporaryDir folder_;
    bool ready_ = false;
};

} // namespace kinelens::testing
