#include "ui/windows/window_session.h"

#include "ui/browse/datasets_panel.h"
#include "ui/evaluate/evaluation_panel.h"
#include "ui/explore/embedding_panel.h"
#include "ui/train/training_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/detect_mode.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/window_panels.h"

#include <QMainWindow>
#include <QSplitter>

namespace kinelens::ui {
namespace {

constexpr int keepMilliseconds = 20'000; // what a power cut may cost of how the window stands

} // namespace

WindowSession::WindowSession(QMainWindow& window, Desktop& desktop, WindowPanels& panels,
                             ModeArrangements& modes)
    : QObject(&window)
    , window_(window)
    , desktop_(desktop)
    , panels_(panels)
    , modes_(modes) {
    keepPlayhead();
    keepForms();
    connect(panels_.datasets, &DatasetsPanel::datasetOpened, this, &WindowSession::takeOpened);
    connect(&desktop_.datasets, &DatasetService::openFailed, this, [this] { session_.dataset.clear(); });
    keepTimer_.setInterval(keepMilliseconds);
    connect(&keepTimer_, &QTimer::timeout, this, [this] {
        if (!opening()) (void)save();
    });
    keepTimer_.start();
}

void WindowSession::keepPlayhead() {
    Playhead& playhead = desktop_.playhead;
    keeper_.keep(
        QStringLiteral("speed"), [&playhead] { return playhead.speed(); },
        [&playhead](const QJsonValue& speed) { playhead.setSpeed(speed.toDouble(1)); });
    keeper_.keep(
        QStringLiteral("loop"), [&playhead] { return playhead.looping(); },
        [&playhead](const QJsonValue& loop) { playhead.setLooping(loop.toBool(true)); });
}

void WindowSession::keepForms() {
    const auto keep = [this](const char* name, auto* part) {
        keeper_.keep(
            QLatin1String(name), [part] { return part->state(); },
            [part](const QJsonValue& kept) { part->restore(kept.toObject()); });
    };
    keep("browse", panels_.datasets);
    keep("training", panels_.training->form());
    keep("evaluation", panels_.evaluation->view());
    keep("evaluation form", panels_.evaluation->form());
    keep("detection form", panels_.detect->form());
    keep("map form", panels_.embedding->form());
}

void WindowSession::restore() {
    session_ = keeper_.load(desktop_.sessionFile());
    modes_.readFrom(session_);
    if (!session_.geometry.isEmpty()) window_.restoreGeometry(session_.geometry);
    panels_.datasets->splitter().restoreState(session_.splitters.value(QStringLiteral("datasets")));
    if (session_.mode.isEmpty()) return;
    modes_.enter(session_.mode);
    if (!session_.dataset.isEmpty()) panels_.datasets->openDataset(session_.dataset); // gone: it says so
}

void WindowSession::takeOpened(const QString& file) {
    const OpenDatasetPtr open = desktop_.datasets.dataset();
    if (file == session_.dataset && open->rowOf.contains(session_.sequence))
        desktop_.selection.setCurrent(session_.sequence);
    session_.dataset.clear(); // once: later openings are the person's own
}

bool WindowSession::save() {
    Session session;
    modes_.writeTo(session);
    session.geometry = window_.saveGeometry();
    session.splitters[QStringLiteral("datasets")] = panels_.datasets->splitter().saveState();
    if (const OpenDatasetPtr open = desktop_.datasets.dataset()) session.dataset = open->file;
    session.sequence = desktop_.selection.current();
    return keeper_.save(std::move(session), desktop_.sessionFile());
}

} // namespace kinelens::ui
