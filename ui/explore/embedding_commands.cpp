// The commands of EmbeddingView: its tools, moves and exports, with their keys.
#include "ui/commands/action_registry.h"
#include "ui/explore/embedding_view.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/map_selection.h"
#include "ui/state/selection.h"
#include "viz/charts/point_map.h"

#include <QActionGroup>
#include <QLineEdit>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace kinelens::ui {
namespace {

bool needsSelection(const QString& command) {
    return command == QStringLiteral("map.list") || command == QStringLiteral("map.subset") ||
           command == QStringLiteral("map.fitSelected");
}

} // namespace

QAction* EmbeddingView::command(ActionRegistry& registry, const char* id, const QString& text,
                                const QKeySequence& key, std::function<void()> run) {
    const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key};
    QAction* action = registry.add({QLatin1String(id), tr("Map"), text}, keys, [this, run = std::move(run)] {
        if (shown_ && isVisible()) run();
    });
    actions_ << action;
    return action;
}

void EmbeddingView::addTools(ActionRegistry& registry) {
    auto* group = new QActionGroup(this);
    const auto tool = [&](const char* id, const QString& text, const QString& tip, Qt::Key key,
                          viz::MapTool which) {
        QAction* action = command(registry, id, text, key, [this, which] {
            for (viz::PointMap* map : maps()) map->setTool(which);
        });
        action->setCheckable(true);
        action->setChecked(which == map_->tool());
        action->setToolTip(tip);
        group->addAction(action);
        bar_->addAction(action);
    };
    tool("map.move", tr("Move"), tr("Dragging moves the map; Shift+drag draws a lasso  (M)"), Qt::Key_M,
         viz::MapTool::move);
    tool("map.lasso", tr("Lasso"),
         tr("Dragging selects what it encloses; Ctrl adds, Alt takes away, Esc clears  (S)"), Qt::Key_S,
         viz::MapTool::lasso);
    tool("map.box", tr("Box"), tr("Dragging selects a rectangle; Ctrl adds, Alt takes away, Esc clears  (B)"),
         Qt::Key_B, viz::MapTool::box);
    bar_->addSeparator();
}

void EmbeddingView::addMoves(ActionRegistry& registry) {
    bar_->addAction(command(registry, "map.fit", tr("Fit"), Qt::Key_Z, [this] {
        for (viz::PointMap* map : maps()) map->fit();
    }));
    QAction* names = command(registry, "map.names", tr("Names"), Qt::Key_K, [] {});
    names->setCheckable(true);
    names->setChecked(true);
    connect(names, &QAction::toggled, this, [this](bool on) {
        for (viz::PointMap* map : maps()) map->setLabels(on);
    });
    bar_->addAction(names);
    command(registry, "map.fitSelected", tr("Go to the selected"), Qt::SHIFT | Qt::Key_Z, [this] {
        for (viz::PointMap* map : maps()) map->fitTo(link_->selectedPoints());
    });
    command(registry, "map.zoomIn", tr("Zoom the map in"), Qt::Key_Plus, [this] {
        for (viz::PointMap* map : maps()) map->zoom(1.25);
    });
    command(registry, "map.zoomOut", tr("Zoom the map out"), Qt::Key_Minus, [this] {
        for (viz::PointMap* map : maps()) map->zoom(0.8);
    });
    command(registry, "map.colour", tr("Colour the map by the next column"), Qt::Key_C,
            [this] { parts_.legend.colourByNext(); });
    command(registry, "map.all", tr("Select all points that are shown"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
            [this] { link_->selectShown(); });
    command(registry, "map.search", tr("Search on the map"), Qt::CTRL | Qt::SHIFT | Qt::Key_F, [this] {
        search_->setFocus();
        search_->selectAll();
    });
    const auto walk = [&](const char* id, const QString& text, Qt::Key key, QPointF direction) {
        command(registry, id, text, Qt::ALT | key, [this, direction] { link_->walk(direction); });
    };
    walk("map.left", tr("Next point to the left"), Qt::Key_Left, {-1, 0});
    walk("map.right", tr("Next point to the right"), Qt::Key_Right, {1, 0});
    walk("map.up", tr("Next point above"), Qt::Key_Up, {0, -1});
    walk("map.down", tr("Next point below"), Qt::Key_Down, {0, 1});
}

void EmbeddingView::addExports(ActionRegistry& registry) {
    const auto add = [&](const char* id, const QString& text, std::function<void()> run) {
        exports_->addAction(command(registry, id, text, {}, std::move(run)));
    };
    add("map.picture", tr("Picture of the map…"), [this] {
        saveAs(tr("Export the map"), tr("Pictures (*.png *.svg *.pdf)"), &EmbeddingView::exportPicture);
    });
    add("map.csv", tr("Coordinates…"), [this] {
        saveAs(tr("Export the coordinates"), tr("Tables (*.csv)"), &EmbeddingView::exportCoordinates);
    });
    add("map.list", tr("Names of the selected sequences…"), [this] {
        saveAs(tr("Export the selected sequences"), tr("Lists, usable as protocol file:LIST (*.txt)"),
               &EmbeddingView::exportSelected);
    });
    exports_->addSeparator();
    add("map.subset", tr("Only the selected in the table"),
        [this] { emit subsetWanted(parts_.selection.selected()); });
    auto* button = new QToolButton(bar_);
    button->setText(tr("Export"));
    button->setMenu(exports_);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("What is shown as a picture with its caption, as a table or as a filter"));
    bar_->addWidget(button);
}

void EmbeddingView::addCommands(ActionRegistry& registry) {
    registry.assign(QStringLiteral("map."), QStringLiteral("explore"),
                    [this](const QString& id) { return whyNot(id); });
    addTools(registry);
    addMoves(registry);
    addExports(registry);
    connect(&parts_.selection, &Selection::selectedChanged, this, &EmbeddingView::refreshCommands);
    connect(this, &EmbeddingView::shownChanged, this, &EmbeddingView::refreshCommands);
    refreshCommands();
}

void EmbeddingView::setCommandsEnabled(bool on) {
    enabled_ = on;
    refreshCommands();
}

void EmbeddingView::refreshCommands() {
    for (QAction* action : actions_) action->setEnabled(enabled_ && whyNot(action->objectName()).isEmpty());
}

QString EmbeddingView::whyNot(const QString& id) const {
    if (!shown_) return tr("no map is shown");
    if (sideBySide() && id == QStringLiteral("map.csv")) return tr("several maps are shown");
    if (needsSelection(id) && parts_.selection.selected().isEmpty()) return tr("nothing is selected");
    return {};
}

} // namespace kinelens::ui
