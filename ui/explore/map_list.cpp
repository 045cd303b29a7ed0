#include "ui/explore/map_list.h"

#include "ui/jobs/run_scanner.h"
#include "ui/messages/run_words.h"
#include "ui/train/run_list_model.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/roomy_rows.h"
#include "viz/palette/swatch.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

namespace kinelens::ui {
namespace {

constexpr int placeRole = Qt::UserRole;

struct Line {
    QString place, name, facts;
    bool failed = false;
};

} // namespace

MapList::MapList(RunScanner& scanner, QWidget* parent)
    : QWidget(parent)
    , scanner_(scanner)
    , list_(new QTreeWidget(this)) {
    list_->setColumnCount(2);
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setItemDelegate(new RoomyRows(list_));
    list_->setTextElideMode(Qt::ElideMiddle); // maps differ at both ends of their names
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Maps"));
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* words = new QLabel(tr("Choose several (Ctrl or Shift) to compare them: their points are matched by "
                                "name and the maps laid over each other."),
                             this);
    words->setWordWrap(true);
    words->setForegroundRole(QPalette::PlaceholderText);
    auto* open = new QPushButton(tr("Open a map…"), this);
    open->setToolTip(tr("An embedding file of this or another program"));
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 8);
    layout->addWidget(words);
    layout->addWidget(list_, 1);
    layout->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, &MapList::openWanted);
    connect(list_, &QTreeWidget::itemSelectionChanged, this, [this] {
        if (const QStringList places = selected(); !places.isEmpty()) emit mapsChosen(places);
    });
    connect(&scanner_, &RunScanner::changed, this, &MapList::refresh);
    refresh();
}

void MapList::addFile(const QString& file) {
    if (!files_.contains(file)) files_.prepend(file);
    refresh();
}

// Lines are changed in place, so that what is chosen stays chosen.
void MapList::refresh() {
    std::vector<Line> lines;
    for (const QString& file : files_)
        lines.push_back({file, QFileInfo(file).completeBaseName(), tr("file")});
    const auto titles = mapTitles(scanner_.runs());
    for (const RunEntry& run : scanner_.runs())
        if (run.experiment.verb == "embed")
            lines.push_back({run.folder, titles.value(run.folder), runStateText(run.state, run.pending),
                             run.state == RunState::failed || run.state == RunState::lost});
    const QSignalBlocker quiet(list_);
    const QStringList chosen = selected();
    while (list_->topLevelItemCount() > static_cast<int>(lines.size()))
        delete list_->takeTopLevelItem(list_->topLevelItemCount() - 1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (static_cast<int>(i) == list_->topLevelItemCount()) new QTreeWidgetItem(list_);
        QTreeWidgetItem* item = list_->topLevelItem(static_cast<int>(i));
        item->setText(0, lines[i].name);
        item->setText(1, lines[i].facts);
        item->setData(0, placeRole, lines[i].place);
        item->setToolTip(0, lines[i].name + QLatin1Char('\n') + QDir::toNativeSeparators(lines[i].place));
        item->setIcon(1, lines[i].failed ? viz::failure_sign() : QIcon());
        item->setSelected(chosen.contains(lines[i].place));
    }
}

QStringList MapList::selected() const {
    QStringList places;
    for (int i = 0; i < list_->topLevelItemCount(); ++i)
        if (list_->topLevelItem(i)->isSelected())
            places << list_->topLevelItem(i)->data(0, placeRole).toString();
    return places;
}

void MapList::select(const QStringList& places) {
    const QSignalBlocker quiet(list_);
    for (int i = 0; i < list_->topLevelItemCount(); ++i)
        list_->topLevelItem(i)->setSelected(
            places.contains(list_->topLevelItem(i)->data(0, placeRole).toString()));
}

} // namespace kinelens::ui
