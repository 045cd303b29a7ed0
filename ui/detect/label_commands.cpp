// The commands of LabelTools with their keys.
#include "ui/commands/action_registry.h"
#include "ui/detect/label_tools.h"
#include "ui/state/label_document.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>

namespace kinelens::ui {

void LabelTools::addCommands(ActionRegistry& registry) {
    const QString group = tr("Labels");
    const auto add = [&](const char* id, const QString& text, const char* icon, const QKeySequence& key,
                         std::function<void()> run) {
        return registry.add({QLatin1String(id), group, text, QLatin1String(icon)}, {key}, std::move(run));
    };
    lock_ = add("timeline.edit", tr("Edit labels"), "document-edit", Qt::Key_U, [] {});
    lock_->setCheckable(true);
    connect(lock_, &QAction::toggled, this, [this](bool on) { labels_.setLocked(!on); });
    connect(&labels_, &LabelDocument::lockedChanged, lock_,
            [this](bool locked) { lock_->setChecked(!locked); });
    add("timeline.from", tr("Label from here"), "media-record", Qt::Key_W, [this] { toggleGrowing(); });
    add("timeline.startHere", tr("Start at the clock"), "", Qt::Key_BracketLeft,
        [this] { setEdge(IntervalEdge::start); });
    add("timeline.endHere", tr("End at the clock"), "", Qt::Key_BracketRight,
        [this] { setEdge(IntervalEdge::end); });
    add("timeline.split", tr("Split at the clock"), "split", Qt::Key_S, [this] { split(); });
    add("timeline.merge", tr("Merge"), "merge", Qt::Key_M, [this] { merge(); });
    add("timeline.delete", tr("Delete"), "edit-delete", Qt::Key_Delete, [this] { erase(); });
    add("timeline.accept", tr("Copy the prediction into the labels"), "edit-copy", Qt::Key_A,
        [this] { accept(); });
    add("timeline.copy", tr("Copy"), "", QKeySequence::Copy, [this] { copy(); });
    add("timeline.paste", tr("Paste at the clock"), "edit-paste", QKeySequence::Paste, [this] { paste(); });
    add("timeline.class", tr("Choose a class"), "", Qt::Key_C, [this] {
        classes_->setFocus(Qt::ShortcutFocusReason);
        classes_->lineEdit()->selectAll();
    });
    for (int i = 0; i < std::ssize(classKeys_); ++i) {
        const auto key = static_cast<Qt::Key>(Qt::Key_1 + i);
        classKeys_[static_cast<std::size_t>(i)] = registry.add(
            {QStringLiteral("timeline.class%1").arg(i + 1), group, {}}, {key}, [this, i] { relabel(i); });
    }
    nameKeys();
}

} // namespace kinelens::ui
