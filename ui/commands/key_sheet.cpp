#include "ui/commands/key_sheet.h"

#include "ui/commands/action_registry.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kinelens::ui {

KeySheet::KeySheet(const ActionRegistry& registry, QWidget* parent)
    : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setSelectionMode(QAbstractItemView::NoSelection);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    for (const auto& [words, action] : registry.entries()) {
        if (action->shortcut().isEmpty()) continue;
        const QList<QTreeWidgetItem*> found = tree->findItems(words.group, Qt::MatchExactly);
        auto* group = found.isEmpty() ? new QTreeWidgetItem(tree, {words.group}) : found.first();
        auto* item = new QTreeWidgetItem(
            group, {action->text().remove(QLatin1Char('&')),
                    QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    tree->expandAll();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(tree);
    resize(440, 560);
}

} // namespace kinelens::ui
