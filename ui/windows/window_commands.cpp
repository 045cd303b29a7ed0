#include "ui/windows/window_commands.h"

#include "ui/browse/datasets_panel.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/key_sheet.h"
#include "ui/messages/error_sentences.h"
#include "ui/train/runs_panel.h"
#include "ui/train/training_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/edit_menu.h"
#include "ui/windows/main_window.h"
#include "ui/windows/small_windows.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolBar>
#include <memory>
#include <utility>

namespace kinelens::ui {
namespace {

struct WindowCommandsWords {
    Q_DECLARE_TR_FUNCTIONS(WindowCommands)
};

void tellFailure(MainWindow& window, const Result<void>& result) {
    if (!result)
        QMessageBox::warning(&window, WindowCommandsWords::tr("Not saved"), errorSentence(result.error()));
}

void saveAs(MainWindow& window) {
    QString file = QFileDialog::getSaveFileName(&window, WindowCommandsWords::tr("Save the workspace"), {},
                                                WindowCommandsWords::tr("Workspaces (*.kinelens)"));
    if (file.isEmpty()) return;
    if (!file.endsWith(QStringLiteral(".kinelens"))) file += QStringLiteral(".kinelens");
    const auto saved = window.desktop().workspace.saveAs(file);
    tellFailure(window, saved);
    if (saved) window.desktop().preferences.addRecentFile(file);
}

void open(MainWindow& window) {
    const QString file = QFileDialog::getOpenFileName(
        &window, WindowCommandsWords::tr("Open"), window.desktop().preferences.dataFolder(),
        WindowCommandsWords::tr("Workspaces and datasets (*.kinelens *.h5 *.hdf5)"));
    if (!file.isEmpty()) window.openPaths({file});
}

void addRecentFiles(MainWindow& window, QMenu& menu) {
    QMenu* recent = menu.addMenu(WindowCommandsWords::tr("Open &recent"));
    QObject::connect(recent, &QMenu::aboutToShow, &window, [recent, &window] {
        recent->clear();
        for (const QString& file : window.desktop().preferences.recentFiles())
            recent
                ->addAction(QFileInfo(file).fileName(), &window,
                            [&window, file] { window.openPaths({file}); })
                ->setToolTip(file);
        recent->addSeparator();
        recent->addAction(WindowCommandsWords::tr("Clear the list"), &window.desktop().preferences,
                          &Preferences::clearRecentFiles);
    });
}

// A dataset that is removed closes, and opens again where that is undone.
void addRemoveDataset(MainWindow& window, QMenu& menu) {
    Desktop& desktop = window.desktop();
    const auto removed = std::make_shared<QString>();
    menu.addAction(desktop.actions.add({"file.removeDataset", WindowCommandsWords::tr("File"),
                                        WindowCommandsWords::tr("&Remove the dataset from the workspace"),
                                        "list-remove"},
                                       {}, [&desktop, removed] {
                                           const OpenDatasetPtr shown = desktop.datasets.dataset();
                                           if (!shown) return;
                                           desktop.workspace.removeDataset(shown->file);
                                           desktop.datasets.close();
                                           *removed = shown->file;
                                       }));
    QObject::connect(&desktop.workspace, &WorkspaceDocument::changed, &window, [&window, &desktop, removed] {
        if (removed->isEmpty() || !desktop.workspace.datasets().contains(*removed)) return;
        const QString file = std::exchange(*removed, {});
        if (!desktop.datasets.dataset()) window.datasets().openDataset(file);
    });
}

void addFileCommands(MainWindow& window, QMenu& menu) {
    ActionRegistry& actions = window.desktop().actions;
    const QString group = WindowCommandsWords::tr("File");
    DatasetsPanel& datasets = window.datasets();
    auto browse = [&window] { window.enterMode(QStringLiteral("browse")); };
    menu.addAction(actions.add({"file.open", group, WindowCommandsWords::tr("&Open…"), "document-open"},
                               {QKeySequence::Open}, [&window] { open(window); }));
    addRecentFiles(window, menu);
    menu.addAction(
        actions.add({"file.import", group, WindowCommandsWords::tr("&Import recordings…"), "document-import"},
                    {Qt::CTRL | Qt::Key_I}, [browse, &datasets] {
                        browse();
                        datasets.chooseRecordings();
                    }));
    menu.addAction(
        actions.add({"file.importFolder", group, WindowCommandsWords::tr("Import a &folder…"), "folder-open"},
                    {Qt::CTRL | Qt::SHIFT | Qt::Key_I}, [browse, &datasets] {
                        browse();
                        datasets.chooseFolder();
                    }));
    menu.addAction(
        actions.add({"file.demo", group, WindowCommandsWords::tr("Open the &demo"), "tools-wizard"}, {},
                    [&window] { window.startDemo(false); }));
    menu.addSeparator();
    menu.addAction(
        actions.add({"file.save", group, WindowCommandsWords::tr("&Save the workspace"), "document-save"},
                    {QKeySequence::Save}, [&window] {
                        window.desktop().workspace.file().isEmpty()
                            ? saveAs(window)
                            : tellFailure(window, window.desktop().workspace.save());
                    }));
    menu.addAction(actions.add(
        {"file.saveAs", group, WindowCommandsWords::tr("Save the workspace &as…"), "document-save-as"},
        {QKeySequence::SaveAs}, [&window] { saveAs(window); }));
    addRemoveDataset(window, menu);
    menu.addSeparator();
    menu.addAction(actions.add({"file.start", group, WindowCommandsWords::tr("S&tart page"), "go-home"}, {},
                               [&window] { window.showStartPage(); }));
    menu.addAction(actions.add({"file.quit", group, WindowCommandsWords::tr("&Quit"), "application-exit"},
                               {QKeySequence::Quit}, [&window] { window.close(); }));
}

QActionGroup* addModes(MainWindow& window, QMenu& menu) {
    ActionRegistry& actions = window.desktop().actions;
    auto* group = new QActionGroup(&window);
    int number = 0;
    for (const QString& mode : ModeArrangements::modes()) {
        QAction* action = actions.add(
            {QStringLiteral("mode.") + mode, WindowCommandsWords::tr("Modes"), ModeArrangements::title(mode)},
            {QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + number++))},
            [&window, mode] { window.enterMode(mode); });
        action->setCheckable(true);
        action->setToolTip(ModeArrangements::purpose(mode) + QStringLiteral("  (") +
                           action->shortcut().toString(QKeySequence::NativeText) + QLatin1Char(')'));
        group->addAction(action);
        menu.addAction(action);
        QObject::connect(&window.modes(), &ModeArrangements::modeChanged, action,
                         [action, group, mode](const QString& now) {
                             group->setExclusionPolicy(now.isEmpty()
                                                           ? QActionGroup::ExclusionPolicy::None
                                                           : QActionGroup::ExclusionPolicy::Exclusive);
                             action->setChecked(now == mode);
                         });
    }
    return group;
}

void addThemes(MainWindow& window, QMenu& menu) {
    Preferences& preferences = window.desktop().preferences;
    QMenu* themes = menu.addMenu(WindowCommandsWords::tr("&Theme"));
    auto* group = new QActionGroup(themes);
    auto add = [&](const char* id, const QString& text, ThemeChoice choice) {
        QAction* action =
            window.desktop().actions.add({QLatin1String(id), WindowCommandsWords::tr("View"), text}, {},
                                         [&preferences, choice] { preferences.setTheme(choice); });
        action->setCheckable(true);
        action->setChecked(preferences.theme() == choice);
        group->addAction(action);
        themes->addAction(action);
    };
    add("view.themeSystem", WindowCommandsWords::tr("As the desktop"), ThemeChoice::system);
    add("view.themeLight", WindowCommandsWords::tr("Light"), ThemeChoice::light);
    add("view.themeDark", WindowCommandsWords::tr("Dark"), ThemeChoice::dark);
}

QActionGroup* addViewCommands(MainWindow& window, QMenu& menu) {
    ActionRegistry& actions = window.desktop().actions;
    const QString group = WindowCommandsWords::tr("View");
    QActionGroup* modes = addModes(window, menu);
    menu.addSeparator();
    menu.addAction(actions.add({"view.reset", group, WindowCommandsWords::tr("&Reset mode"), "view-restore"},
                               {Qt::CTRL | Qt::Key_0}, [&window] { window.modes().resetToDefault(); }));
    menu.addAction(actions.add(
        {"view.saveDefault", group, WindowCommandsWords::tr("Use this arrangement as my &default")}, {},
        [&window] { window.modes().saveAsDefault(); }));
    menu.addSeparator();
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) menu.addAction(dock->toggleViewAction());
    menu.addSeparator();
    addThemes(window, menu);
    return modes;
}

void showPalette(MainWindow& window) {
    PaletteModes modes{window.modes().mode(), &ModeArrangements::title,
                       [&window](const QString& mode) { window.enterMode(mode); }};
    (new CommandPalette(window.desktop().actions, std::move(modes), &window))->show();
}

void addHelpCommands(MainWindow& window, QMenu& menu) {
    ActionRegistry& actions = window.desktop().actions;
    const QString group = WindowCommandsWords::tr("Help");
    menu.addAction(actions.add({"help.palette", group, WindowCommandsWords::tr("&Commands…"), "search"},
                               {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, [&window] { showPalette(window); }));
    menu.addAction(actions.add({"help.keys", group, WindowCommandsWords::tr("&Keys"), "input-keyboard"},
                               {Qt::CTRL | Qt::Key_Slash},
                               [&window] { (new KeySheet(window.desktop().actions, &window))->show(); }));
    menu.addAction(actions.add({"help.issues", group, WindowCommandsWords::tr("&Issues")}, {},
                               [&window] { showIssues(window.desktop().issues, &window); }));
    menu.addSeparator();
    menu.addAction(
        actions.add({"help.about", group, WindowCommandsWords::tr("&About Kinelens"), "help-about"}, {},
                    [&window] { showAbout(&window); }));
}

// The first group stands in the menu itself, the others in menus of their own.
void addTimelineCommands(MainWindow& window, QMenu& menu) {
    QMap<QString, QMenu*> groups;
    for (const auto& [words, action] : window.desktop().actions.entries()) {
        if (!words.id.startsWith(QStringLiteral("timeline."))) continue;
        if (!groups.contains(words.group))
            groups[words.group] = groups.isEmpty() ? &menu : new QMenu(words.group, &menu);
        groups[words.group]->addAction(action);
    }
    menu.addSeparator();
    for (QMenu* group : groups)
        if (group != &menu) menu.addMenu(group);
}

void addModeBar(MainWindow& window, QActionGroup& modes) {
    auto* bar = new QToolBar(WindowCommandsWords::tr("Modes"), &window);
    bar->setObjectName(QStringLiteral("modes"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions(modes.actions());
    window.addToolBar(Qt::TopToolBarArea, bar);
}

} // namespace

void addWindowCommands(MainWindow& window) {
    QMenuBar& bar = *window.menuBar();
    addFileCommands(window, *bar.addMenu(WindowCommandsWords::tr("&File")));
    addEditCommands(window, *bar.addMenu(WindowCommandsWords::tr("&Edit")));
    QActionGroup* modes = addViewCommands(window, *bar.addMenu(WindowCommandsWords::tr("&View")));
    QMenu& run = *bar.addMenu(WindowCommandsWords::tr("&Run"));
    run.addAction(window.desktop().actions.add(
        {"run.train", WindowCommandsWords::tr("Run"), WindowCommandsWords::tr("&Train…"), "media-record"},
        {Qt::CTRL | Qt::Key_T}, [&window] { window.enterMode(QStringLiteral("train")); }));
    run.addSeparator();
    run.addActions(window.runs().runActions());
    QMenu& play = *bar.addMenu(WindowCommandsWords::tr("&Player"));
    for (const auto& [words, action] : window.desktop().actions.entries())
        if (words.id.startsWith(QStringLiteral("player."))) play.addAction(action);
    addTimelineCommands(window, *bar.addMenu(WindowCommandsWords::tr("&Timeline")));
    QMenu& map = *bar.addMenu(WindowCommandsWords::tr("&Map"));
    for (const auto& [words, action] : window.desktop().actions.entries())
        if (words.id.startsWith(QStringLiteral("map."))) map.addAction(action);
    addHelpCommands(window, *bar.addMenu(WindowCommandsWords::tr("&Help")));
    for (const auto& entry : window.desktop().actions.entries()) window.addAction(entry.action);
    addModeBar(window, *modes);
}

} // namespace kinelens::ui
