#include "ui/explore/map_search.h"

#include "ui/explore/map_legend_model.h"
#include "ui/messages/figures.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/steady_label.h"

#include <QLineEdit>
#include <algorithm>

namespace kinelens::ui {

MapSearch::MapSearch(const MapLegendModel& legend, QWidget* parent)
    : QWidget(parent)
    , legend_(legend)
    , words_(new QLineEdit(this))
    , hits_(new SteadyLabel(1, this)) {
    hits_->setFixedWidth(fontMetrics().horizontalAdvance(tr("%1 found").arg(countText(100'000))) + 4);
    hits_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    words_->setPlaceholderText(tr("Search"));
    words_->setAccessibleName(tr("Search on the map"));
    words_->setToolTip(tr("Names of sequences and classes; Enter selects what was found and goes there"));
    words_->setClearButtonEnabled(true);
    words_->setFixedWidth(152); // also when its clear button appears
    auto* layout = makeRow(this, {}, 8);
    layout->addWidget(hits_);
    layout->addWidget(words_);
    connect(words_, &QLineEdit::textChanged, this, &MapSearch::look);
    connect(words_, &QLineEdit::returnPressed, this, [this] {
        if (!found_.empty()) emit chosen();
    });
}

void MapSearch::setMap(const ShownEmbeddingPtr& shown) {
    shown_ = shown;
    words_->setEnabled(shown_ != nullptr);
    look();
}

void MapSearch::takeFocus() {
    words_->setFocus();
    words_->selectAll();
}

void MapSearch::look() {
    found_.clear();
    const QStringList wanted =
        words_->text().simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (wanted.isEmpty() || !shown_) return hits_->clear();
    const viz::PointColouring& colours = legend_.colours().colouring;
    QStringList groups;
    for (const viz::PointGroup& group : colours.groups)
        groups << QString::fromStdString(group.name).toLower();
    for (std::size_t i = 0; i < shown_->points.size(); ++i) {
        const QString name = shown_->nameAt(static_cast<int>(i)).toLower();
        const QString& group = groups[colours.group[i]];
        if (std::ranges::all_of(
                wanted, [&](const QString& word) { return name.contains(word) || group.contains(word); }))
            found_.push_back(static_cast<int>(i));
    }
    hits_->setText(tr("%1 found").arg(countText(static_cast<qint64>(found_.size()))));
}

QStringList MapSearch::foundNames() const {
    QStringList names;
    for (const int point : found_)
        if (const QString name = shown_->nameAt(point); names.isEmpty() || names.back() != name)
            names << name;
    names.removeDuplicates();
    return names;
}

} // namespace kinelens::ui
