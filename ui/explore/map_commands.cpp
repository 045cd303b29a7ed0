#include "ui/explore/map_commands.h"

#include "ui/commands/action_registry.h"
#include "ui/explore/embedding_view.h"
#include "ui/explore/map_export.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/map_search.h"
#include "ui/explore/map_selection.h"
#include "ui/state/selection.h"
#include "ui/widgets/message_bar.h"
#include "viz/charts/point_map.h"

#include <QActionGroup>
#include <QFileDialog>
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

MapCommands::MapCommands(EmbeddingView& view, ActionRegistry& registry)
    : QObject(&view)
    , view_(view)
    , registry_(registry) {
    registry.assign(QStringLiteral("map."), QStringLiteral("explore"),
                    [this](const QString& id) { return whyNot(id); });
    addTools();
    addMoves();
    addWalks();
    addExports();
    connect(&view_.parts().selection, &Selection::selectedChanged, this, &MapCommands::refresh);
    connect(&view_.parts().map, &ShownMap::changed, this, &MapCommands::refresh);
    connect(&view_, &EmbeddingView::arrangementChanged, this, &MapCommands::refresh);
    refresh();
}

QAction* MapCommands::add(const char* id, const QString& text, const QKeySequence& key,
                          std::function<void()> run) {
    const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key};
    QAction* action = registry_.add({QLatin1String(id), tr("Map"), text}, keys, [this, run = std::move(run)] {
        if (view_.shown() && view_.isVisible()) run();
    });
    actions_ << action;
    return action;
}

void MapCommands::addTools() {
    auto* group = new QActionGroup(this);
    const auto tool = [&](const char* id, const QString& text, const QString& tip, Qt::Key key,
                          viz::MapTool which) {
        QAction* action = add(id, text, key, [this, which] {
            for (viz::PointMap* map : view_.maps()) map->setTool(which);
        });
        action->setCheckable(true);
        action->setChecked(which == view_.map().tool());
        action->setToolTip(tip);
        group->addAction(action);
        view_.toolBar().addAction(action);
    };
    tool("map.move", tr("Move"), tr("Dragging moves the map; Shift+drag draws a lasso  (M)"), Qt::Key_M,
         viz::MapTool::move);
    tool("map.lasso", tr("Lasso"),
         tr("Dragging selects what it encloses; Ctrl adds, Alt takes away, Esc clears  (S)"), Qt::Key_S,
         viz::MapTool::lasso);
    tool("map.box", tr("Box"), tr("Dragging selects a rectangle; Ctrl adds, Alt takes away, Esc clears  (B)"),
         Qt::Key_B, viz::MapTool::box);
    view_.toolBar().addSeparator();
}

void MapCommands::addMoves() {
    view_.toolBar().addAction(add("map.fit", tr("Fit"), Qt::Key_Z, [this] {
        for (viz::PointMap* map : view_.maps()) map->fit();
    }));
    QAction* names = add("map.names", tr("Names"), Qt::Key_K, [] {});
    names->setCheckable(true);
    names->setChecked(true);
    connect(names, &QAction::toggled, this, [this](bool on) {
        for (viz::PointMap* map : view_.maps()) map->setLabels(on);
    });
    view_.toolBar().addAction(names);
    add("map.fitSelected", tr("Go to the selected"), Qt::SHIFT | Qt::Key_Z, [this] {
        for (viz::PointMap* map : view_.maps()) map->fitTo(view_.link().selectedPoints());
    });
    add("map.zoomIn", tr("Zoom the map in"), Qt::Key_Plus, [this] {
        for (viz::PointMap* map : view_.maps()) map->zoom(1.25);
    });
    add("map.zoomOut", tr("Zoom the map out"), Qt::Key_Minus, [this] {
        for (viz::PointMap* map : view_.maps()) map->zoom(0.8);
    });
    add("map.colour", tr("Colour the map by the next column"), Qt::Key_C,
        [this] { view_.parts().legend.colourByNext(); });
    add("map.all", tr("Select all points that are shown"), Qt::CTRL | Qt::SHIFT | Qt::Key_A,
        [this] { view_.link().selectShown(); });
    add("map.search", tr("Search on the map"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
        [this] { view_.search().takeFocus(); });
}

void MapCommands::addWalks() {
    const auto walk = [&](const char* id, const QString& text, Qt::Key key, QPointF direction) {
        add(id, text, Qt::ALT | key, [this, direction] { view_.link().walk(direction); });
    };
    walk("map.left", tr("Next point to the left"), Qt::Key_Left, {-1, 0});
    walk("map.right", tr("Next point to the right"), Qt::Key_Right, {1, 0});
    walk("map.up", tr("Next point above"), Qt::Key_Up, {0, -1});
    walk("map.down", tr("Next point below"), Qt::Key_Down, {0, 1});
}

void MapCommands::addExports() {
    auto* menu = new QMenu(tr("Export"), &view_);
    const auto offer = [&](const char* id, const QString& text, std::function<void()> run) {
        menu->addAction(add(id, text, {}, std::move(run)));
    };
    offer("map.picture", tr("Picture of the map…"), [this] {
        saveAs(tr("Export the map"), tr("Pictures (*.png *.svg *.pdf)"),
               [this](const QString& file) { return exportPicture(view_, file); });
    });
    offer("map.csv", tr("Coordinates…"), [this] {
        saveAs(tr("Export the coordinates"), tr("Tables (*.csv)"),
               [this](const QString& file) { return exportCoordinates(view_, file); });
    });
    offer("map.list", tr("Names of the selected sequences…"), [this] {
        saveAs(tr("Export the selected sequences"), tr("Lists, usable as protocol file:LIST (*.txt)"),
               [this](const QString& file) { return exportNames(view_.parts().selection.selected(), file); });
    });
    menu->addSeparator();
    offer("map.subset", tr("Only the selected in the table"),
          [this] { emit subsetWanted(view_.parts().selection.selected()); });
    auto* button = new QToolButton(&view_.toolBar());
    button->setText(tr("Export"));
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("What is shown as a picture with its caption, as a table or as a filter"));
    view_.toolBar().addWidget(button);
}

void MapCommands::saveAs(const QString& title, const QString& kinds, const Save& save) {
    const QString file = QFileDialog::getSaveFileName(&view_, title, view_.shown()->title(), kinds);
    if (file.isEmpty()) return;
    const bool written = save(file);
    view_.message().show(written ? MessageBar::Kind::information : MessageBar::Kind::error,
                         written ? tr("Saved to %1.").arg(file) : tr("%1 could not be written.").arg(file));
}

void MapCommands::setEnabled(bool on) {
    enabled_ = on;
    refresh();
}

void MapCommands::refresh() {
    for (QAction* action : actions_) action->setEnabled(enabled_ && whyNot(action->objectName()).isEmpty());
}

QString MapCommands::whyNot(const QString& id) const {
    if (!view_.shown()) return tr("no map is shown");
    if (view_.sideBySide() && id == QStringLiteral("map.csv")) return tr("several maps are shown");
    if (needsSelection(id) && view_.parts().selection.selected().isEmpty()) return tr("nothing is selected");
    return {};
}

} // namespace kinelens::ui
