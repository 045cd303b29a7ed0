#include "ui/windows/mode_arrangements.h"

#include "core/options/verb_descriptions.h"

#include <QAction>
#include <QLayout>

namespace kinelens::ui {
namespace {

// Its states leave out the docks that were not shown, or hold those of other modes that had been left behind.
constexpr int versionWithoutHidden = 3;

constexpr int lowWindow = 720; // pixels

} // namespace

ModeArrangements::ModeArrangements(QMainWindow& window, const PanelDocks& docks)
    : QObject(&window)
    , window_(window)
    , docks_(docks) {
    for (QDockWidget* dock : all()) {
        // Qt's own constraint keeps a dock at its least size where the window has less to give: docks would
        // lie over each other.
        dock->layout()->setSizeConstraint(QLayout::SetNoConstraint);
        // One that is asked for comes in front of those that share its place.
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool shown) {
            if (shown) dock->raise();
        });
    }
}

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
    return QString::fromStdString(name_of(mode_of_verb(verb)));
}

QList<QDockWidget*> ModeArrangements::all() const {
    return {docks_.datasets,   docks_.player,    docks_.training,   docks_.runs,
            docks_.evaluation, docks_.embedding, docks_.neighbours, docks_.timeline,
            docks_.errors,     docks_.tuning,    docks_.detecting};
}

QList<QDockWidget*> ModeArrangements::shownIn(const QString& mode) const {
    if (mode == QStringLiteral("evaluate")) return {docks_.evaluation, docks_.runs, docks_.player};
    if (mode == QStringLiteral("explore")) return {docks_.embedding, docks_.player, docks_.neighbours};
    if (mode == QStringLiteral("detect"))
        return {docks_.errors, docks_.datasets, docks_.runs,    docks_.detecting,
                docks_.player, docks_.tuning,   docks_.timeline};
    if (mode == QStringLiteral("train")) return {docks_.training, docks_.runs, docks_.player};
    return {docks_.datasets, docks_.player};
}

void ModeArrangements::remember() {
    if (!mode_.isEmpty()) arrangements_[mode_] = state();
}

void ModeArrangements::enter(const QString& mode) {
    if (mode == mode_ || !modes().contains(mode)) return;
    remember();
    mode_ = mode;
    emit modeChanged(mode_); // first: the start page would take its share of the place
    if (!restore(mode, arrangements_.value(mode)) && !restore(mode, defaults_.value(mode))) arrange(mode);
}

void ModeArrangements::leave() {
    remember();
    mode_.clear();
    for (QDockWidget* dock : all()) dock->hide();
    emit modeChanged(mode_);
}

void ModeArrangements::resetToDefault() {
    if (mode_.isEmpty()) return;
    const bool again = !afterReset_.isEmpty() && afterReset_ == state();
    if (again || !restore(mode_, defaults_.value(mode_))) arrange(mode_);
    afterReset_ = again ? QByteArray() : state();
}

void ModeArrangements::resetToFactory() {
    if (!mode_.isEmpty()) arrange(mode_);
}

void ModeArrangements::saveAsDefault() {
    if (!mode_.isEmpty()) defaults_[mode_] = state();
}

void ModeArrangements::raise(const QString& name) {
    for (QDockWidget* dock : all())
        if (dock->objectName() == name) {
            dock->show();
            dock->raise();
        }
}

bool ModeArrangements::restore(const QString& mode, const QByteArray& state) {
    if (state.isEmpty()) return false;
    return window_.restoreState(state, arrangementVersion) || restoreOld(mode, state);
}

// Only where it shows nothing but the mode's own docks: others were left behind, or put there by somebody,
// which cannot be told from it.
bool ModeArrangements::restoreOld(const QString& mode, const QByteArray& state) {
    arrange(mode);
    for (QDockWidget* dock : all()) window_.removeDockWidget(dock);
    if (!window_.restoreState(state, versionWithoutHidden)) return false;
    const QList<QDockWidget*> own = shownIn(mode);
    int shown = 0;
    for (QDockWidget* dock : all())
        if (!dock->isHidden()) {
            if (!own.contains(dock)) return false;
            ++shown;
        }
    if (shown == 0) return false;
    placeHidden(mode);
    return true;
}

void ModeArrangements::arrange(const QString& mode) {
    for (QDockWidget* dock : all()) {
        dock->setFloating(false);
        window_.removeDockWidget(dock);
    }
    placeFactory(mode);
    placeHidden(mode);
}

void ModeArrangements::placeFactory(const QString& mode) {
    if (mode == QStringLiteral("evaluate")) return arrangeEvaluate();
    if (mode == QStringLiteral("detect")) return arrangeDetect();
    if (mode == QStringLiteral("explore")) return arrangeExplore();
    mode == QStringLiteral("train") ? arrangeTrain() : arrangeBrowse();
}

// Docks without a place get a hidden one.
void ModeArrangements::placeHidden(const QString& mode) {
    QDockWidget* main = shownIn(mode).front();
    for (QDockWidget* dock : all()) {
        if (window_.dockWidgetArea(dock) != Qt::NoDockWidgetArea) continue;
        window_.tabifyDockWidget(main, dock);
        dock->hide();
    }
    if (!main->isHidden()) main->raise();
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
    // A form above needs its rows more than the timeline its empty ground.
    const bool low = window_.height() < lowWindow;
    window_.resizeDocks({docks_.errors, docks_.timeline}, {low ? 58 : 48, low ? 42 : 52}, Qt::Vertical);
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
