#include "ui/explore/neighbours_panel.h"

#include "ui/background/when_done.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/steady_choice.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <cmath>

namespace kinelens::ui {

NeighboursPanel::NeighboursPanel(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , model_(new NeighboursModel(this))
    , table_(new QTableView(this))
    , facts_(new QLabel(this))
    , message_(new MessageBar(this)) {
    build();
    connect(&parts_.selection, &Selection::currentChanged, this, [this] {
        if (!following_) look();
    });
    connect(&parts_.map, &ShownMap::changed, this, &NeighboursPanel::look);
    connect(&parts_.service, &DatasetService::opened, this, &NeighboursPanel::look);
    connect(&parts_.service, &DatasetService::closed, this, &NeighboursPanel::look);
    connect(&parts_.playhead, &Playhead::frameChanged, this, &NeighboursPanel::lookAgain);
    connect(&parts_.playhead, &Playhead::playingChanged, this, &NeighboursPanel::lookAgain);
    // Going through the list plays each neighbour and leaves the list as it is.
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!now.isValid()) return;
                following_ = true;
                parts_.selection.setCurrent(model_->nameAt(now.row()));
                following_ = false;
            });
    look();
}

void NeighboursPanel::build() {
    table_->setModel(model_);
    keepChoiceFromFocus(*table_);
    table_->setAccessibleName(tr("Nearest sequences among the features"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTextElideMode(Qt::ElideMiddle);
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
        parts_.selection.setSelected(names);
    });
    connect(model_, &QAbstractItemModel::modelReset, choose,
            [this, choose] { choose->setEnabled(model_->rowCount() > 0); });
    choose->setEnabled(false);
    auto* layout = makeColumn(this, {8, 8, 8, 8}, 8);
    layout->addWidget(facts_);
    layout->addWidget(message_);
    layout->addWidget(table_, 1);
    layout->addWidget(choose, 0, Qt::AlignLeft);
}

QString NeighboursPanel::factsText() const {
    return facts_->text();
}

const ShownEmbedding& NeighboursPanel::shown() const {
    return *parts_.map.map();
}

int NeighboursPanel::pointNow(const QString& name) const {
    const auto points = shown().pointsOf(name);
    if (points.empty() || name.isEmpty()) return -1;
    if (!shown().dense()) return points.front();
    const double done = parts_.playhead.frames() > 1 ? static_cast<double>(parts_.playhead.frame()) /
                                                           static_cast<double>(parts_.playhead.frames() - 1)
                                                     : 0;
    return points[static_cast<std::size_t>(std::lround(done * static_cast<double>(points.size() - 1)))];
}

int NeighboursPanel::frameOf(int point) const {
    return shown().dense() ? shown().embedding.frames[static_cast<std::size_t>(point)] : -1;
}

int NeighboursPanel::pointOf(const QString& name, int frame) const {
    for (const int point : shown().pointsOf(name))
        if (frameOf(point) == frame) return point;
    return -1;
}

// While the sequence plays the list stays as it is: nobody can read it.
void NeighboursPanel::lookAgain() {
    if (!parts_.map.map() || !shown().dense() || parts_.playhead.playing() ||
        of_ != parts_.selection.current())
        return;
    if (pointNow(of_) != point_) look();
}

void NeighboursPanel::tell(const QString& words) {
    model_->setNeighbours(parts_.service.dataset(), {}, {});
    table_->hide();
    facts_->setText(words);
    parts_.map.setNearest({});
}

void NeighboursPanel::look() {
    again_ = asking_;
    message_->hide();
    const QString name = parts_.selection.current();
    if (!parts_.map.map())
        return tell(tr("The neighbours of a point among the features appear here when a map is shown."));
    of_ = name;
    point_ = pointNow(name);
    if (point_ < 0) return tell(tr("Click a point to see its nearest sequences."));
    const Embedding& map = shown().embedding;
    if (map.k == 0) return lookInFile(name, frameOf(point_));
    const auto row = static_cast<std::size_t>(point_) * map.k;
    std::vector<NearSequence> near;
    for (std::size_t i = 0; i < std::min<std::size_t>(map.k, most); ++i) {
        const int other = map.neighbours[row + i];
        near.push_back(
            {shown().nameAt(other), static_cast<double>(map.distances[row + i]), other, frameOf(other)});
    }
    take(name, frameOf(point_), std::move(near));
}

void NeighboursPanel::readFeatures(const FeatureSource& source) {
    source_ = source;
    space_.reset();
    tell(tr("Reading the features…"));
    reading_.ask(readFeatureSpaceLater(source), [this](const Result<FeatureSpacePtr>& read) {
        if (!read) {
            tell(tr("The neighbours among the features are not known: their file cannot be read."));
            return message_->showError(read.error());
        }
        space_ = *read;
        look();
    });
}

void NeighboursPanel::lookInFile(const QString& name, int frame) {
    const QString file = shown().stamp("features");
    if (file.isEmpty() || !QFile::exists(file))
        return tell(tr("This map names no features file that is still there, so the neighbours among the "
                       "features are not known."));
    const EmbedOptions options = shown().options.value_or(EmbedOptions{});
    const FeatureSource source{file, options.domain, options.array};
    if (source != source_) readFeatures(source);
    if (!space_ || asking_) return;
    const QString hash = shown().stamp("features_hash");
    if (!hash.isEmpty() && hash.toStdString() != space_->features.stamp.text("features_hash"))
        return tell(tr("%1 holds other features than when the map was made, so the neighbours among them are "
                       "not known.")
                        .arg(file));
    const int row = space_->rowOf(name, frame);
    if (row < 0) return tell(tr("%1 has no features of %2.").arg(file, name));
    asking_ = true;
    whenDone(nearestLater(space_, row, most, options.distance), this,
             [this, name, frame](const std::vector<NearRow>& rows) {
                 asking_ = false;
                 if (std::exchange(again_, false)) return look();
                 std::vector<NearSequence> near;
                 for (const NearRow& one : rows)
                     near.push_back({one.name, one.distance, pointOf(one.name, one.frame), one.frame});
                 take(name, frame, std::move(near));
             });
}

void NeighboursPanel::take(const QString& of, int frame, std::vector<NearSequence> near) {
    std::vector<int> points;
    for (const NearSequence& one : near)
        if (one.point >= 0) points.push_back(one.point);
    const auto count = static_cast<int>(near.size());
    {
        const QSignalBlocker quiet(table_->selectionModel());
        model_->setNeighbours(parts_.service.dataset(), of, std::move(near));
    }
    table_->show();
    const int same = model_->agreeing();
    const QString whose = frame < 0 ? of : tr("%1, clip frame %2,").arg(of).arg(frame);
    facts_->setText(same < 0 ? tr("Nearest to %1 among the features").arg(whose)
                             : tr("Nearest to %1 among the features: %2 of %3 are of its class")
                                   .arg(whose)
                                   .arg(same)
                                   .arg(count));
    parts_.map.setNearest(points);
}

} // namespace kinelens::ui
