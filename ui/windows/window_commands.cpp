#include "ui/windows/window_commands.h"

#include "ui/browse/datasets_panel.h"
#include "ui/commands/command_palette.h"
#include "ui/commands/key_sheet.h"
#include "ui/messages/error_sentences.h"
#include "ui/train/runs_panel.h"
#include "ui/windows/desktop.h"
#include "ui/windows/edit_menu.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/opener.h"
#include "ui/windows/small_windows.h"
#include "ui/windows/window_panels.h"
#include "ui/windows/window_parts.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
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

void tellFailure(QWidget& window, const Result<void>& result) {
    if (!result)
        QMessageBox::warning(&window, WindowCommandsWords::tr("Not saved"), errorSentence(result.error()));
}

void saveAs(QMainWindow& window, const WindowParts& parts) {
    QString file = QFileDialog::getSaveFileName(&window, WindowCommandsWords::tr("Save the workspace"), {},
                                                WindowCommandsWords::tr("Workspaces (*.kinelens)"));
    if (file.isEmpty()) return;
    if (!file.endsWith(QStringLiteral(".kinelens"))) file += QStringLiteral(".kinelens");
    const auto saved = parts.desktop.workspace.saveAs(file);
    tellFailure(window, saved);
    if (saved) parts.desktop.preferences.addRecentFile(file);
}

void open(QMainWindow& window, const WindowParts& parts) {
    const QString file = QFileDialog::getOpenFileName(
        &window, WindowCommandsWords::tr("Open"), parts.desktop.preferences.dataFolder(),
        WindowCommandsWords::tr("Workspaces and datasets (*.kinelens *.h5 *.hdf5)"));
    if (!file.isEmpty()) parts.opener.openPaths({file});
}

void addRecentFiles(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    QMenu* recent = menu.addMenu(WindowCommandsWords::tr("Open &recent"));
    QObject::connect(recent, &QMenu::aboutToShow, &window, [recent, &window, parts] {
        recent->clear();
        for (const QString& file : parts.desktop.preferences.recentFiles())
            recent
                ->addAction(QFileInfo(file).fileName(), &window,
                            [file, parts] { parts.opener.openPaths({file}); })
                ->setToolTip(file);
        recent->addSeparator();
        recent->addAction(WindowCommandsWords::tr("Clear the list"), &parts.desktop.preferences,
                          &Preferences::clearRecentFiles);
    });
}

// A dataset that is removed closes, and opens again where that is undone.
void addRemoveDataset(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    Desktop& desktop = parts.desktop;
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
    QObject::connect(&desktop.workspace, &WorkspaceDocument::changed, &window, [&desktop, removed, parts] {
        if (removed->isEmpty() || !desktop.workspace.datasets().contains(*removed)) return;
        const QString file = std::exchange(*removed, {});
        if (!desktop.datasets.dataset()) parts.panels.datasets->openDataset(file);
    });
}

void addFileCommands(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    ActionRegistry& actions = parts.desktop.actions;
    const QString group = WindowCommandsWords::tr("File");
    DatasetsPanel& datasets = *parts.panels.datasets;
    auto browse = [parts] { parts.modes.enter(QStringLiteral("browse")); };
    menu.addAction(actions.add({"file.open", group, WindowCommandsWords::tr("&Open…"), "document-open"},
                               {QKeySequence::Open}, [&window, parts] { open(window, parts); }));
    addRecentFiles(window, parts, menu);
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
                    [parts] { parts.opener.startDemo(false); }));
    menu.addSeparator();
    menu.addAction(actions.add(
        {"file.save", group, WindowCommandsWords::tr("&Save the workspace"), "document-save"},
        {QKeySequence::Save}, [&window, parts] {
            parts.desktop.workspace.file().isEmpty() ? saveAs(window, parts)
                                                     : tellFailure(window, parts.desktop.workspace.save());
        }));
    menu.addAction(actions.add(
        {"file.saveAs", group, WindowCommandsWords::tr("Save the workspace &as…"), "document-save-as"},
        {QKeySequence::SaveAs}, [&window, parts] { saveAs(window, parts); }));
    addRemoveDataset(window, parts, menu);
    menu.addSeparator();
    menu.addAction(actions.add({"file.start", group, WindowCommandsWords::tr("S&tart page"), "go-home"}, {},
                               [parts] { parts.modes.leave(); }));
    menu.addAction(actions.add({"file.quit", group, WindowCommandsWords::tr("&Quit"), "application-exit"},
                               {QKeySequence::Quit}, [&window] { window.close(); }));
}

QActionGroup* addModes(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    ActionRegistry& actions = parts.desktop.actions;
    auto* group = new QActionGroup(&window);
    int number = 0;
    for (const QString& mode : ModeArrangements::modes()) {
        QAction* action = actions.add(
            {QStringLiteral("mode.") + mode, WindowCommandsWords::tr("Modes"), ModeArrangements::title(mode)},
            {QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + number++))},
            [mode, parts] { parts.modes.enter(mode); });
        action->setCheckable(true);
        action->setToolTip(ModeArrangements::purpose(mode) + QStringLiteral("  (") +
                           action->shortcut().toString(QKeySequence::NativeText) + QLatin1Char(')'));
        group->addAction(action);
        menu.addAction(action);
        QObject::connect(
            &parts.modes, &ModeArrangements::modeChanged, action, [action, group, mode](const QString& now) {
                group->setExclusionPolicy(now.isEmpty() ? QActionGroup::ExclusionPolicy::None
                                                        : QActionGroup::ExclusionPolicy::Exclusive);
                action->setChecked(now == mode);
            });
    }
    return group;
}

void addThemes(const WindowParts& parts, QMenu& menu) {
    Preferences& preferences = parts.desktop.preferences;
    QMenu* themes = menu.addMenu(WindowCommandsWords::tr("&Theme"));
    auto* group = new QActionGroup(themes);
    auto add = [&](const char* id, const QString& text, ThemeChoice choice) {
        QAction* action =
            parts.desktop.actions.add({QLatin1String(id), WindowCommandsWords::tr("View"), text}, {},
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

QActionGroup* addViewCommands(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    ActionRegistry& actions = parts.desktop.actions;
    const QString group = WindowCommandsWords::tr("View");
    QActionGroup* modes = addModes(window, parts, menu);
    menu.addSeparator();
    menu.addAction(actions.add({"view.reset", group, WindowCommandsWords::tr("&Reset mode"), "view-restore"},
                               {Qt::CTRL | Qt::Key_0}, [parts] { parts.modes.resetToDefault(); }));
    menu.addAction(actions.add(
        {"view.saveDefault", group, WindowCommandsWords::tr("Use this arrangement as my &default")}, {},
        [parts] { parts.modes.saveAsDefault(); }));
    menu.addSeparator();
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) menu.addAction(dock->toggleViewAction());
    menu.addSeparator();
    addThemes(parts, menu);
    return modes;
}

void showPalette(QMainWindow& window, const WindowParts& parts) {
    PaletteModes modes{parts.modes.mode(), &ModeArrangements::title,
                       [parts](const QString& mode) { parts.modes.enter(mode); }};
    const ActionRegistry& actions = parts.desktop.actions;
    (new CommandPalette(actions, allCommands(actions, *window.menuBar()), std::move(modes), &window))->show();
}

void addHelpCommands(QMainWindow& window, const WindowParts& parts, QMenu& menu) {
    ActionRegistry& actions = parts.desktop.actions;
    const QString group = WindowCommandsWords::tr("Help");
    menu.addAction(actions.add({"help.palette", group, WindowCommandsWords::tr("&Commands…"), "search"},
                               {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
                               [&window, parts] { showPalette(window, parts); }));
    menu.addAction(actions.add({"help.keys", group, WindowCommandsWords::tr("&Keys"), "input-keyboard"},
                               {Qt::CTRL | Qt::Key_Slash},
                               [&window, parts] { (new KeySheet(parts.desktop.actions, &window))->show(); }));
    menu.addAction(actions.add({"help.issues", group, WindowCommandsWords::tr("&Issues")}, {},
                               [&window, parts] { showIssues(parts.desktop.issues, &window); }));
    menu.addSeparator();
    menu.addAction(
        actions.add({"help.about", group, WindowCommandsWords::tr("&About Kinelens"), "help-about"}, {},
                    [&window] { showAbout(&window); }));
}

// The first group stands in the menu itself, the others in menus of their own.
void addTimelineCommands(const WindowParts& parts, QMenu& menu) {
    QMap<QString, QMenu*> groups;
    for (const auto& [words, action] : parts.desktop.actions.entries()) {
        if (!words.id.startsWith(QStringLiteral("timeline."))) continue;
        if (!groups.contains(words.group))
            groups[words.group] = groups.isEmpty() ? &menu : new QMenu(words.group, &menu);
        groups[words.group]->addAction(action);
    }
    menu.addSeparator();
    for (QMenu* group : groups)
        if (group != &menu) menu.addMenu(group);
}

void addModeBar(QMainWindow& window, QActionGroup& modes) {
    auto* bar = new QToolBar(WindowCommandsWords::tr("Modes"), &window);
    bar->setObjectName(QStringLiteral("modes"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions(modes.actions());
    window.addToolBar(Qt::TopToolBarArea, bar);
}

} // namespace

void addWindowCommands(QMainWindow& window, const WindowParts& parts) {
    QMenuBar& bar = *window.menuBar();
    addFileCommands(window, parts, *bar.addMenu(WindowCommandsWords::tr("&File")));
    addEditCommands(window, parts, *bar.addMenu(WindowCommandsWords::tr("&Edit")));
    QActionGroup* modes = addViewCommands(window, parts, *bar.addMenu(WindowCommandsWords::tr("&View")));
    QMenu& run = *bar.addMenu(WindowCommandsWords::tr("&Run"));
    run.addAction(parts.desktop.actions.add(
        {"run.train", WindowCommandsWords::tr("Run"), WindowCommandsWords::tr("&Train…"), "media-record"},
        {Qt::CTRL | Qt::Key_T}, [parts] { parts.modes.enter(QStringLiteral("train")); }));
    run.addSeparator();
    run.addActions(parts.panels.runs->runActions());
    parts.desktop.actions.assign(QStringLiteral("runs."), {}, [parts](const QString&) {
        return parts.panels.runs->selectedRuns().isEmpty() ? WindowCommandsWords::tr("choose a run first")
                                                           : QString();
    });
    QMenu& play = *bar.addMenu(WindowCommandsWords::tr("&Player"));
    for (const auto& [words, action] : parts.desktop.actions.entries())
        if (words.id.startsWith(QStringLiteral("player."))) play.addAction(action);
    addTimelineCommands(parts, *bar.addMenu(WindowCommandsWords::tr("&Timeline")));
    QMenu& map = *bar.addMenu(WindowCommandsWords::tr("&Map"));
    for (const auto& [words, action] : parts.desktop.actions.entries())
        if (words.id.startsWith(QStringLiteral("map."))) map.addAction(action);
    addHelpCommands(window, parts, *bar.addMenu(WindowCommandsWords::tr("&Help")));
    for (const auto& entry : parts.desktop.actions.entries()) window.addAction(entry.action);
    addModeBar(window, *modes);
}

} // namespace kinelens::ui
