#include "ui/windows/recent_list.h"

#include "ui/commands/icons.h"
#include "ui/state/preferences.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

constexpr int mostListed = 6;
constexpr int textRoom = 250; // pixels; the tool tip has the whole

} // namespace

RecentList::RecentList(Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , preferences_(preferences)
    , rows_(new QVBoxLayout(this)) {
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(4);
    connect(&preferences_, &Preferences::recentFilesChanged, this, &RecentList::lookForFiles);
    list();
}

void RecentList::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    lookForFiles();
}

void RecentList::lookForFiles() {
    looking_.ask(QtConcurrent::run([files = preferences_.knownRecentFiles().mid(0, mostListed)] {
                     QSet<QString> gone;
                     for (const QString& file : files)
                         if (!QFileInfo::exists(file)) gone.insert(file);
                     return gone;
                 }),
                 [this](const QSet<QString>& gone) {
                     if (gone == gone_ && listed_ == preferences_.knownRecentFiles().mid(0, mostListed))
                         return;
                     gone_ = gone;
                     list();
                 });
}

void RecentList::list() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater(); // perhaps the one that was clicked
        delete item;
    }
    listed_ = preferences_.knownRecentFiles().mid(0, mostListed);
    for (const QString& file : listed_) rows_->addWidget(row(file));
    if (listed_.isEmpty()) rows_->addWidget(new QLabel(tr("What you open will be listed here."), this));
}

QWidget* RecentList::row(const QString& file) {
    const bool gone = gone_.contains(file);
    const QFileInfo info(file);
    const QFontMetrics metrics = fontMetrics();
    const auto shortened = [&](const QString& text) {
        return metrics.elidedText(text, Qt::ElideMiddle, textRoom);
    };
    const QString folder = QDir::toNativeSeparators(info.path());
    auto* link = new QCommandLinkButton(shortened(info.fileName()), this);
    link->setDescription(shortened(gone ? tr("no longer in %1").arg(folder) : folder));
    link->setIcon(icon(gone ? QStringLiteral("dialog-warning") : QStringLiteral("view-list-details")));
    link->setIconSize({22, 22});
    link->setToolTip(QDir::toNativeSeparators(file));
    link->setEnabled(!gone);
    connect(link, &QPushButton::clicked, this, [this, file] { emit fileWanted(file); });
    if (!gone) return link;
    auto* both = new QWidget(this);
    auto* remove = new QToolButton(both);
    remove->setIcon(icon(QStringLiteral("edit-delete-remove")));
    remove->setText(tr("Take off the list"));
    remove->setToolTip(remove->text());
    remove->setAutoRaise(true);
    connect(remove, &QToolButton::clicked, this, [this, file] { preferences_.removeRecentFile(file); });
    auto* layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(link, 1);
    layout->addWidget(remove);
    return both;
}

} // namespace kinelens::ui
