#include "ui/panels/neighbours_panel.h"

#include "ui/messages/message_bar.h"
#include "ui/state/dataset_service.h"
#include "ui/state/selection.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace kinelens::ui {

NeighboursPanel::NeighboursPanel(DatasetService& service, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , service_(service)
    , selection_(selection)
    , model_(new NeighboursModel(this))
    , table_(new QTableView(this))
    , facts_(new QLabel(this))
    , message_(new MessageBar(this)) {
    build();
    connect(&selection_, &Selection::currentChanged, this, [this] {
        if (!following_) look();
    });
    connect(&service_, &DatasetService::opened, this, &NeighboursPanel::look);
    connect(&service_, &DatasetService::closed, this, &NeighboursPanel::look);
    // Going through the list plays each neighbour and leaves the list as it is.
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!now.isValid()) return;
                following_ = true;
                selection_.setCurrent(model_->nameAt(now.row()));
                following_ = false;
            });
    look();
}

void NeighboursPanel::build() {
    table_->setModel(model_);
    table_->setAccessibleName(tr("Nearest sequences among the features"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setIconSize({10, 10});
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(NeighboursModel::Name, QHeaderView::Stretch);
    table_->horizontalHeader()->setSectionResizeMode(NeighboursModel::Class, QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(NeighboursModel::Distance,
                                                     QHeaderView::ResizeToContents);
    facts_->setTextFormat(Qt::PlainText);
    facts_->setWordWrap(true);
    auto* choose = new QPushButton(tr("Select them all"), this);
    choose->setToolTip(tr("Select the sequence and its neighbours, on the map and in the table"));
    connect(choose, &QPushButton::clicked, this, [this] {
        QStringList names;
        for (const NearSequence& one : model_->neighbours()) names << one.name;
        selection_.setSelected(names);
    });
    connect(model_, &QAbstractItemModel::modelReset, choose,
            [this, choose] { choose->setEnabled(model_->rowCount() > 0); });
    choose->setEnabled(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(facts_);
    layout->addWidget(message_);
    layout->addWidget(table_, 1);
    layout->addWidget(choose, 0, Qt::AlignLeft);
}

QString NeighboursPanel::factsText() const {
    return facts_->text();
}

void NeighboursPanel::setMap(const ShownEmbeddingPtr& shown) {
    shown_ = shown;
    look();
}

void NeighboursPanel::tell(const QString& words) {
    model_->setNeighbours(service_.dataset(), {}, {});
    table_->hide();
    facts_->setText(words);
    emit found({});
}

void NeighboursPanel::look() {
    ++generation_;
    message_->hide();
    const QString name = selection_.current();
    if (!shown_)
        return tell(tr("The neighbours of a point among the features appear here when a map is shown."));
    const auto points = shown_->pointsOf(name);
    if (name.isEmpty() || points.empty()) return tell(tr("Click a point to see its nearest sequences."));
    const Embedding& map = shown_->embedding;
    if (map.k == 0) return lookInFile(name);
    const auto row = static_cast<std::size_t>(points.front()) * map.k;
    std::vector<NearSequence> near;
    for (std::size_t i = 0; i < std::min<std::size_t>(map.k, most); ++i)
        near.push_back({shown_->nameAt(map.neighbours[row + i]), static_cast<double>(map.distances[row + i]),
                        map.neighbours[row + i]});
    take(name, std::move(near));
}

void NeighboursPanel::lookInFile(const QString& name) {
    const QString file = shown_->stamp("features");
    if (file.isEmpty() || !QFile::exists(file))
        return tell(tr("This map names no features file that is still there, so the neighbours among the "
                       "features are not known."));
    if (spaceFile_ != file) {
        spaceFile_ = file;
        space_.reset();
        tell(tr("Reading the features…"));
        readFeatureSpaceLater(file).then(this, [this, file](const Result<FeatureSpacePtr>& read) {
            if (file != spaceFile_) return;
            if (!read) return message_->showError(read.error());
            space_ = *read;
            look();
        });
    }
    if (!space_) return;
    nearestLater(space_, name, most, shown_->options && shown_->options->distance == "cosine")
        .then(this, [this, name, generation = generation_](const std::vector<NearRow>& rows) {
            if (generation != generation_) return;
            std::vector<NearSequence> near;
            for (const NearRow& row : rows) {
                const auto points = shown_->pointsOf(row.name);
                near.push_back({row.name, row.distance, points.empty() ? -1 : points.front()});
            }
            take(name, std::move(near));
        });
}

void NeighboursPanel::take(const QString& of, std::vector<NearSequence> near) {
    std::vector<int> points;
    for (const NearSequence& one : near)
        if (one.point >= 0) points.push_back(one.point);
    const auto count = static_cast<int>(near.size());
    {
        const QSignalBlocker quiet(table_->selectionModel());
        model_->setNeighbours(service_.dataset(), of, std::move(near));
    }
    table_->show();
    const int same = model_->agreeing();
    facts_->setText(
        same < 0
            ? tr("Nearest to %1 among the features").arg(of)
            : tr("Nearest to %1 among the features: %2 of %3 are of its class").arg(of).arg(same).arg(count));
    emit found(points);
}

} // namespace kinelens::ui
