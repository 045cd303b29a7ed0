#include "ui/panels/evaluation_view.h"

#include "ui/messages/figures.h"
#include "ui/messages/message_bar.h"
#include "ui/panels/empty_page.h"
#include "ui/panels/figures_tree.h"
#include "ui/panels/neighbour_board.h"
#include "ui/panels/results_export.h"
#include "ui/state/selection.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

enum List { All, Wrong, Chosen };

viz::ConfusionCounts countsOf(const ShownResults& shown) {
    return {shown.results.class_names, shown.figures.confusion};
}

std::vector<viz::ClassBar> barsOf(const ShownResults& shown) {
    std::vector<viz::ClassBar> bars;
    for (std::size_t i = 0; i < shown.figures.per_class.size(); ++i)
        bars.push_back({static_cast<int>(i), shown.results.class_names[i], shown.figures.per_class[i].right,
                        shown.figures.per_class[i].count});
    return bars;
}

QString stampText(const Stamp& stamp) {
    QStringList lines;
    for (const auto& [key, value] : stamp)
        if (key != "options") lines << QString::fromStdString(key + ": " + value);
    return lines.join(QLatin1Char('\n'));
}

QString runName(const QString& file) {
    return QFileInfo(file).dir().dirName();
}

QLabel* label(QWidget* parent, bool strong) {
    auto* text = new QLabel(parent);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    QFont font = text->font();
    if (strong) font.setWeight(QFont::DemiBold);
    text->setFont(font);
    return text;
}

} // namespace

EvaluationView::EvaluationView(DatasetService& service, Selection& selection, Playhead& playhead,
                               QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , title_(label(this, true))
    , facts_(label(this, false))
    , comparison_(label(this, false))
    , export_(new ResultsExport([this] { return tabs_->currentWidget(); }, this))
    , board_(new NeighbourBoard(service, playhead, this))
    , boardArea_(new QScrollArea(this)) {
    connect(&selection_, &Selection::selectedChanged, this, &EvaluationView::markSelected);
    auto* page = new QWidget(this);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(8, 8, 8, 4);
    head->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(export_);
    head->addLayout(top);
    for (QLabel* line : {facts_, comparison_}) head->addWidget(line);
    connect(export_, &ResultsExport::done, this, [this](const QString& file) {
        message_->show(MessageBar::Kind::information, tr("Written: %1").arg(file));
    });
    connect(export_, &ResultsExport::failed, message_, &MessageBar::showError);
    comparison_->hide();
    auto* splitter = new QSplitter(Qt::Vertical, page);
    splitter->addWidget(buildTabs());
    splitter->addWidget(buildSequences());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 400});
    splitter->setChildrenCollapsible(false);
    auto* inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(head);
    inside->addWidget(splitter, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(message_);
    layout->addWidget(stack_, 1);
}

QWidget* EvaluationView::buildMatrix() {
    auto* page = new QWidget(this);
    matrix_ = new viz::ConfusionMatrix(page);
    auto* normalised = new QCheckBox(tr("Shares of the class"), page);
    normalised->setChecked(true);
    normalised->setToolTip(tr("Per cent of the true class's sequences instead of their number"));
    auto* order = new QComboBox(page);
    order->setAccessibleName(tr("Order of the classes"));
    order->addItems({tr("In the dataset's order"), tr("Worst class first"), tr("Confused classes together")});
    connect(normalised, &QCheckBox::toggled, matrix_, &viz::ConfusionMatrix::setNormalised);
    connect(order, &QComboBox::currentIndexChanged, matrix_,
            [this](int index) { matrix_->setOrder(static_cast<viz::ConfusionOrder>(index)); });
    connect(matrix_, &viz::ConfusionMatrix::cellChosen, this, [this](int truth, int said) {
        setFilter({false, truth, said},
                  tr("%1 taken for %2").arg(shown_->className(truth), shown_->className(said)));
    });
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(normalised);
    bar->addStretch(1);
    bar->addWidget(order);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(matrix_, 1);
    return page;
}

QWidget* EvaluationView::buildTabs() {
    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    figures_ = new FiguresTree(tabs_);
    bars_ = new viz::ClassBars(tabs_);
    connect(bars_, &viz::ClassBars::classChosen, this, [this](int truth) {
        setFilter({false, truth, -1}, shown_->className(truth));
    });
    tabs_->addTab(figures_, tr("Figures"));
    tabs_->addTab(buildMatrix(), tr("Confusion"));
    tabs_->addTab(bars_, tr("By class"));
    return tabs_;
}

QWidget* EvaluationView::buildSequences() {
    auto* page = new QWidget(this);
    list_ = new QComboBox(page);
    list_->setAccessibleName(tr("Which sequences are listed"));
    list_->addItems({tr("All tested sequences"), tr("Wrong ones")});
    count_ = new QLabel(page);
    count_->setForegroundRole(QPalette::PlaceholderText);
    model_ = new TestedSequencesModel(this);
    table_ = new QTableView(page);
    table_->setModel(model_);
    table_->setAccessibleName(tr("Tested sequences"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    connect(list_, &QComboBox::activated, this, &EvaluationView::chooseList);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &EvaluationView::showRow);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(12);
    bar->addWidget(list_);
    bar->addWidget(count_, 1);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(table_, 1);
    boardArea_->setWidget(board_);
    boardArea_->setWidgetResizable(true);
    boardArea_->setFrameShape(QFrame::NoFrame);
    boardArea_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    boardArea_->setFixedHeight(board_->minimumSizeHint().height() +
                               boardArea_->horizontalScrollBar()->sizeHint().height());
    boardArea_->hide();
    connect(board_, &NeighbourBoard::chosen, &selection_, &Selection::setCurrent);
    layout->addWidget(boardArea_);
    return page;
}

void EvaluationView::showNothing(const QString& title, const QString& explanation) {
    ++generation_;
    shown_.reset();
    empty_->setWords(title, explanation);
    stack_->setCurrentIndex(0);
}

void EvaluationView::showFiles(const QStringList& files) {
    if (files.isEmpty()) return;
    const int generation = ++generation_;
    const QString second = files.value(1);
    message_->hide();
    const auto ifNewest = [this, generation](auto act) {
        return [this, generation, act](const Result<ShownResultsPtr>& read) {
            if (generation != generation_) return;
            if (!read)
                message_->showError(read.error());
            else
                act(*read);
        };
    };
    readShownResultsLater(files.first())
        .then(this, ifNewest([this, second, ifNewest](const ShownResultsPtr& shown) {
                  take(shown);
                  if (!second.isEmpty())
                      readShownResultsLater(second).then(
                          this, ifNewest([this](const ShownResultsPtr& other) { compareWith(other); }));
              }));
}

void EvaluationView::take(const ShownResultsPtr& shown) {
    shown_ = shown;
    comparison_->hide();
    refreshHeader();
    figures_->setResults(shown_);
    matrix_->setCounts(countsOf(*shown_));
    bars_->setBars(barsOf(*shown_));
    model_->setResults(shown_);
    export_->setResults(shown_);
    boardArea_->setVisible(shown_->results.retrieved.k > 0);
    markSelected();
    setFilter({}, {});
    table_->resizeColumnsToContents();
    stack_->setCurrentIndex(1);
    emit loaded();
}

void EvaluationView::refreshHeader() {
    const Stamp& stamp = shown_->results.stamp;
    const auto of = [&](const char* key) {
        const auto found = stamp.find(key);
        return found == stamp.end() ? QString() : QString::fromStdString(found->second);
    };
    title_->setText(tr("%1: %2 on %3").arg(runName(shown_->file), of("verb"), of("protocol")));
    QStringList facts{tr("Top-1 %1 (95 %: %2 to %3)")
                          .arg(shareText(shown_->figures.top1), shareText(shown_->interval.low),
                               shareText(shown_->interval.high))};
    if (shown_->figures.top5) facts << tr("top-5 %1").arg(shareText(*shown_->figures.top5));
    facts << tr("mean of classes %1").arg(shareText(shown_->figures.mean_class))
          << tr("%1 sequences").arg(countText(shown_->figures.samples));
    facts_->setText(facts.join(QStringLiteral("  ·  ")));
    for (QLabel* line : {title_, facts_}) line->setToolTip(stampText(stamp));
}

void EvaluationView::compareWith(const ShownResultsPtr& other) {
    const auto test = mcnemar(right_by_name(shown_->results), right_by_name(other->results));
    if (!test) {
        message_->showError(test.error());
        return;
    }
    comparison_->setText(tr("Beside %1 (top-1 %2): %3 right here alone, %4 there alone; McNemar p = %5")
                             .arg(runName(other->file), shareText(other->figures.top1))
                             .arg(test->only_first)
                             .arg(test->only_second)
                             .arg(numberText(test->p)));
    comparison_->show();
    const auto differing = differing_stamps(shown_->results.stamp, other->results.stamp);
    if (differing.empty()) return;
    QStringList keys;
    for (const std::string& key : differing) keys << QString::fromStdString(key);
    message_->show(
        MessageBar::Kind::warning,
        tr("The two are not of the same kind: they differ in %1.").arg(keys.join(QStringLiteral(", "))));
}

QString EvaluationView::comparisonText() const {
    return comparison_->isHidden() ? QString() : comparison_->text();
}

void EvaluationView::setFilter(const TestedFilter& filter, const QString& words) {
    model_->setFilter(filter);
    while (list_->count() > Chosen) list_->removeItem(Chosen);
    if (!words.isEmpty()) list_->addItem(words);
    list_->setCurrentIndex(words.isEmpty() ? (filter.wrongOnly ? Wrong : All) : Chosen);
    count_->setText(tr("%1 of %2 sequences")
                        .arg(countText(model_->rowCount()),
                             countText(static_cast<qint64>(shown_->results.names.size()))));
    showNeighbours(0);
    if (words.isEmpty()) return;
    selection_.setSelected(model_->names());
    if (model_->rowCount() > 0) table_->selectRow(0);
}

// What is selected elsewhere is framed in the matrix.
void EvaluationView::markSelected() {
    if (!shown_) return;
    const QStringList list = selection_.selected();
    const EvaluationResults& results = shown_->results;
    const std::size_t classes = results.class_names.size();
    std::vector<std::int64_t> counts(list.isEmpty() ? 0 : classes * classes);
    const QSet<QString> names(list.begin(), list.end());
    for (std::size_t i = 0; !counts.empty() && i < results.names.size(); ++i) {
        const auto truth = static_cast<std::size_t>(results.truth[i]),
                   said = static_cast<std::size_t>(results.predicted[i]);
        if (truth < classes && said < classes && names.contains(QString::fromStdString(results.names[i])))
            ++counts[truth * classes + said];
    }
    matrix_->setSelected(std::move(counts));
}

void EvaluationView::chooseList(int index) {
    if (index != Chosen) setFilter({index == Wrong, -1, -1}, {});
}

void EvaluationView::showRow(const QModelIndex& index) {
    if (!index.isValid()) return;
    showNeighbours(index.row());
    const bool nearest = index.column() == TestedSequencesModel::Nearest;
    selection_.setCurrent(nearest ? model_->nearestAt(index.row()) : model_->nameAt(index.row()));
}

// The query and whatever lies nearest to it; a neighbour is right where it has the query's class.
void EvaluationView::showNeighbours(int row) {
    const EvaluationResults& results = shown_->results;
    const RetrievedNeighbours& found = results.retrieved;
    if (found.k == 0 || row >= model_->rowCount()) return board_->setTiles({});
    const std::size_t query = model_->sampleAt(row);
    std::vector<BoardTile> tiles{{QString::fromStdString(results.names[query]),
                                  shown_->className(results.truth[query]), tr("query"),
                                  BoardTile::Mark::none}};
    for (std::size_t i = query * found.k; i < (query + 1) * found.k; ++i) {
        const auto place = static_cast<std::size_t>(found.indices[i]);
        const std::int32_t label = found.gallery_truth[place];
        tiles.push_back({QString::fromStdString(found.gallery_names[place]), shown_->className(label),
                         tr("%1 away").arg(QString::number(double(found.distances[i]), 'f', 4)),
                         label == results.truth[query] ? BoardTile::Mark::right : BoardTile::Mark::wrong});
    }
    board_->setTiles(tiles);
}

} // namespace kinelens::ui
