#include "ui/windows/mode_arrangements.h"

namespace kinelens::ui {
namespace {
constexpr int arrangementVersion = 3; // raise when docks come or go: older arrangements are then left aside
}

ModeArrangements::ModeArrangements(QMainWindow& window, const PanelDocks& docks)
    : QObject(&window)
    , window_(window)
    , docks_(docks) {}

QStringList ModeArrangements::modes() {
    return {QStringLiteral("browse"), QStringLiteral("train"), QStringLiteral("evaluate"),
            QStringLiteral("explore"), QStringLiteral("detect")};
}

QString ModeArrangements::title(const QString& mode) {
    if (mode == QStringLiteral("evaluate")) return tr("Evaluate");
    if (mode == QStringLiteral("detect")) return tr("Detect");
    if (mode == QStringLiteral("explore")) return tr("Explore");
    return mode == QStringLiteral("train") ? tr("Train") : tr("Browse");
}

QString ModeArrangements::purpose(const QString& mode) {
    if (mode == QStringLiteral("evaluate"))
        return tr("See what an encoder gets right, what wrong, and the recordings behind it.");
    if (mode == QStringLiteral("detect"))
        return tr("See what happens when in long recordings, and label it.");
    if (mode == QStringLiteral("explore"))
        return tr("See what an encoder learned: every sequence as a point, near its like.");
    return mode == QStringLiteral("train") ? tr("Start, watch, compare, stop and resume training runs.")
                                           : tr("Find, check and play recordings.");
}

QString ModeArrangements::ofVerb(const std::string& verb) {
    if (verb == "embed") return QStringLiteral("explore");
    if (verb == "detect" || verb == "detect-train") return QStringLiteral("detect");
    for (const char* evaluation : {"probe", "retrieve", "finetune", "ensemble"})
        if (verb == evaluation) return QStringLiteral("evaluate");
    return QStringLiteral("train");
}

QList<QDockWidget*> ModeArrangements::all() const {
    return {docks_.datasets,   docks_.player,    docks_.training,   docks_.runs,
            docks_.evaluation, docks_.embedding, docks_.neighbours, docks_.timeline,
            docks_.errors,     docks_.tuning,    docks_.detecting};
}

void ModeArrangements::remember() {
    if (!mode_.isEmpty()) arrangements_[mode_] = window_.saveState(arrangementVersion);
}

// Docks that come and go may need more room for a moment than the arrangement they end in; a window that
// grew for it would stay so.
void ModeArrangements::keepSize() {
    if (keepingSize_ || window_.isMaximized() || window_.isFullScreen()) return;
    keepingSize_ = true;
    QMetaObject::invokeMethod(
        this,
        [this, size = window_.size()] {
            keepingSize_ = false;
            window_.resize(size);
        },
        Qt::QueuedConnection);
}

void ModeArrangements::enter(const QString& mode) {
    if (mode == mode_ || !modes().contains(mode)) return;
    remember();
    keepSize();
    mode_ = mode;
    emit modeChanged(mode_); // first: the start page would take its share of the place
    const QByteArray kept = arrangements_.value(mode, defaults_.value(mode));
    if (kept.isEmpty() || !window_.restoreState(kept, arrangementVersion)) arrange(mode);
}

void ModeArrangements::leave() {
    remember();
    mode_.clear();
    for (QDockWidget* dock : all()) dock->hide();
    emit modeChanged(mode_);
}

void ModeArrangements::resetToDefault() {
    if (mode_.isEmpty()) return;
    const QByteArray own = defaults_.value(mode_);
    const bool again = !afterReset_.isEmpty() && afterReset_ == window_.saveState(arrangementVersion);
    if (own.isEmpty() || again || !window_.restoreState(own, arrangementVersion)) arrange(mode_);
    afterReset_ = again ? QByteArray() : window_.saveState(arrangementVersion);
}

void ModeArrangements::resetToFactory() {
    if (!mode_.isEmpty()) arrange(mode_);
}

void ModeArrangements::saveAsDefault() {
    if (!mode_.isEmpty()) defaults_[mode_] = window_.saveState(arrangementVersion);
}

void ModeArrangements::raise(const QString& name) {
    for (QDockWidget* dock : all())
        if (dock->objectName() == name) {
            dock->show();
            dock->raise();
        }
}

void ModeArrangements::arrange(const QString& mode) {
    keepSize();
    for (QDockWidget* dock : all()) {
        dock->setFloating(false);
        window_.removeDockWidget(dock);
    }
    if (mode == QStringLiteral("evaluate")) return arrangeEvaluate();
    if (mode == QStringLiteral("detect")) return arrangeDetect();
    if (mode == QStringLiteral("explore")) return arrangeExplore();
    mode == QStringLiteral("train") ? arrangeTrain() : arrangeBrowse();
}

void ModeArrangements::arrangeBrowse() {
    window_.addDockWidget(Qt::LeftDockWidgetArea, docks_.datasets);
    window_.splitDockWidget(docks_.datasets, docks_.player, Qt::Horizontal);
    docks_.datasets->show();
    docks_.player->show();
    window_.resizeDocks({docks_.datasets, docks_.player}, {56, 44}, Qt::Horizontal);
}

void ModeArrangements::arrangeTrain() {
    window_.addDockWidget(Qt::LeftDockWidgetArea, docks_.runs);
    window_.splitDockWidget(docks_.runs, docks_.training, Qt::Horizontal);
    window_.splitDockWidget(docks_.runs, docks_.player, Qt::Vertical);
    docks_.runs->show();
    docks_.training->show();
    docks_.player->show();
    window_.resizeDocks({docks_.runs, docks_.training}, {34, 66}, Qt::Horizontal);
    window_.resizeDocks({docks_.runs, docks_.player}, {45, 55}, Qt::Vertical);
}

void ModeArrangements::arrangeEvaluate() {
    window_.addDockWidget(Qt::LeftDockWidgetArea, docks_.runs);
    window_.splitDockWidget(docks_.runs, docks_.evaluation, Qt::Horizontal);
    window_.splitDockWidget(docks_.runs, docks_.player, Qt::Vertical);
    docks_.runs->show();
    docks_.evaluation->show();
    docks_.player->show();
    window_.resizeDocks({docks_.runs, docks_.evaluation}, {30, 70}, Qt::Horizontal);
    window_.resizeDocks({docks_.runs, docks_.player}, {45, 55}, Qt::Vertical);
}

void ModeArrangements::arrangeExplore() {
    window_.addDockWidget(Qt::LeftDockWidgetArea, docks_.embedding);
    window_.splitDockWidget(docks_.embedding, docks_.player, Qt::Horizontal);
    window_.splitDockWidget(docks_.player, docks_.neighbours, Qt::Vertical);
    docks_.embedding->show();
    docks_.player->show();
    docks_.neighbours->show();
    window_.resizeDocks({docks_.embedding, docks_.player}, {70, 30}, Qt::Horizontal);
    window_.resizeDocks({docks_.player, docks_.neighbours}, {58, 42}, Qt::Vertical);
}

void ModeArrangements::arrangeDetect() {
    window_.addDockWidget(Qt::LeftDockWidgetArea, docks_.errors);
    window_.splitDockWidget(docks_.errors, docks_.timeline, Qt::Vertical);
    window_.splitDockWidget(docks_.errors, docks_.player, Qt::Horizontal);
    window_.splitDockWidget(docks_.player, docks_.tuning, Qt::Horizontal);
    window_.tabifyDockWidget(docks_.errors, docks_.datasets);
    window_.tabifyDockWidget(docks_.datasets, docks_.runs);
    window_.tabifyDockWidget(docks_.runs, docks_.detecting);
    for (QDockWidget* dock : {docks_.errors, docks_.datasets, docks_.runs, docks_.detecting, docks_.player,
                              docks_.tuning, docks_.timeline})
        dock->show();
    docks_.errors->raise();
    window_.resizeDocks({docks_.errors, docks_.player, docks_.tuning}, {32, 43, 25}, Qt::Horizontal);
    window_.resizeDocks({docks_.errors, docks_.timeline}, {48, 52}, Qt::Vertical);
}

void ModeArrangements::readFrom(const Session& session) {
    arrangements_ = session.arrangements;
    defaults_ = session.defaults;
}

void ModeArrangements::writeTo(Session& session) {
    remember();
    session.mode = mode_;
    session.arrangements = arrangements_;
    session.defaults = defaults_;
}

} // namespace kinelens::ui
