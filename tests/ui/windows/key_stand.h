// The window with one control of each kind that a panel may hold, to press keys at; commands are noted and
// not run.
#pragma once

#include "tests/ui/windows/window_bench.h"
#include "ui/commands/action_registry.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/point_map.h"
#include "viz/view/scene_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace kinelens::testing {

struct Press {
    QString command;
    QKeyCombination key;
};

inline bool isPlain(const QKeySequence& keys) {
    return keys.count() == 1 &&
           !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

template <class T>
T* filled(T* box, const QStringList& items) {
    box->addItems(items);
    return box;
}

// One control of each kind that a panel may hold, over the window.
inline QMap<QString, QWidget*> makeProbes(QWidget* parent) {
    const QStringList words{"Subject", "Class", "Kind", "All", "move"};
    auto* table = new QTableWidget(3, 2, parent);
    for (int row = 0; row < 3; ++row) table->setItem(row, 0, new QTableWidgetItem(words[row]));
    auto* tree = new QTreeWidget(parent);
    for (const QString& word : words) new QTreeWidgetItem(new QTreeWidgetItem(tree, {word}), {"inside"});
    auto* tabs = new QTabBar(parent);
    for (const QString& word : words) tabs->addTab(word);
    auto* typed = filled(new QComboBox(parent), words);
    typed->setEditable(true);
    auto* editor = new QPlainTextEdit(parent);
    auto* log = new QPlainTextEdit("what was said", parent);
    log->setReadOnly(true);
    return {{"button", new QPushButton("Start", parent)},
            {"tool button", new QToolButton(parent)},
            {"check box", new QCheckBox("All", parent)},
            {"closed box", filled(new QComboBox(parent), words)},
            {"box to type in", typed},
            {"line edit", new QLineEdit(parent)},
            {"spin box", new QSpinBox(parent)},
            {"text editor", editor},
            {"log", log},
            {"slider", new QSlider(Qt::Horizontal, parent)},
            {"table", table},
            {"tree", tree},
            {"list", filled(new QListWidget(parent), words)},
            {"tabs", tabs},
            {"figure", new viz::SceneView(parent)},
            {"map", new viz::PointMap(parent)},
            {"matrix", new viz::ConfusionMatrix(parent)}};
}

inline const QStringList textProbes{"box to type in", "line edit", "spin box", "text editor"};

inline QString state(QWidget& probe) {
    if (auto* box = qobject_cast<QComboBox*>(&probe))
        return box->currentText() + (box->view()->isVisible() ? " open" : "");
    if (auto* list = qobject_cast<QAbstractItemView*>(&probe))
        return QString::number(list->currentIndex().row()) + ',' +
               QString::number(list->currentIndex().column());
    if (auto* button = qobject_cast<QAbstractButton*>(&probe))
        return button->isChecked() ? QStringLiteral("on") : QStringLiteral("off");
    if (auto* slider = qobject_cast<QSlider*>(&probe)) return QString::number(slider->value());
    if (auto* tabs = qobject_cast<QTabBar*>(&probe)) return QString::number(tabs->currentIndex());
    return {};
}

class KeyStand : public QObject {
protected:
    // To be called at the beginning and the end of every test.
    void make() {
        bench_ = std::make_unique<WindowBench>();
        QVERIFY(bench_->open());
    }
    void remove() {
        probes_.clear();
        stand_.reset();
        bench_.reset();
    }
    // For tests that are run once a mode.
    static void listModes() {
        QTest::addColumn<QString>("mode");
        for (const QString& mode : ui::ModeArrangements::modes()) QTest::newRow(qPrintable(mode)) << mode;
    }

    std::unique_ptr<WindowBench> bench_;
    std::unique_ptr<QWidget> stand_; // of the probes
    QMap<QString, QWidget*> probes_;
    QStringList ran_;

    // From now on commands are noted and not run, so that one does not change what the next meets.
    void noteCommands() {
        ui::ActionRegistry& registry = bench_->desktop->actions;
        for (const auto& entry : registry.entries()) {
            entry.action->disconnect(&registry);
            connect(entry.action, &QAction::triggered, this, [this, id = entry.words.id] { ran_ << id; });
        }
    }
    QList<Press> plainKeys(bool awake) const {
        QList<Press> keys;
        for (const auto& [words, action] : bench_->desktop->actions.entries())
            for (const QKeySequence& key : action->shortcuts())
                if (isPlain(key) && action->isEnabled() == awake) keys << Press{words.id, key[0]};
        return keys;
    }
    QStringList press(QKeyCombination key) {
        ran_.clear();
        bench_->press(key.key(), key.keyboardModifiers());
        return ran_;
    }
    void layOutProbes() {
        stand_ = std::make_unique<QWidget>(bench_->window.get());
        stand_->setGeometry(0, 0, 700, 500);
        probes_ = makeProbes(stand_.get());
        int place = 0;
        for (QWidget* probe : probes_) {
            probe->setGeometry(10 + place % 4 * 170, 10 + place / 4 * 90, 160, 80);
            ++place;
        }
        stand_->show();
    }
    bool focus(QWidget* widget) {
        widget->setFocus();
        return QTest::qWaitFor(
            [&] { return widget->hasFocus() || (widget->focusProxy() && widget->focusProxy()->hasFocus()); });
    }
};

} // namespace kinelens::testing
