#include "ui/evaluate/evaluation_view.h"

#include "ui/background/when_done.h"
#include "ui/commands/action_registry.h"
#include "ui/evaluate/evaluation_words.h"
#include "ui/evaluate/figures_tree.h"
#include "ui/evaluate/results_export.h"
#include "ui/messages/figures.h"
#include "ui/messages/option_words.h"
#include "ui/messages/stamp_words.h"
#include "ui/state/dataset_service.h"
#include "ui/state/selection.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/neighbour_board.h"
#include "ui/widgets/turning_splitter.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/weight_triangle.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>

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

} // namespace

void EvaluationView::addCommands(ActionRegistry& registry) {
    registry.assign(QStringLiteral("evaluation."), {},
                    [this](const QString&) { return shown_ ? QString() : tr("no evaluation is shown"); });
    QAction* only = registry.add(
        {QStringLiteral("evaluation.subset"), tr("Evaluation"), tr("Only the listed sequences in the table")},
        {}, [this] { subset_->click(); });
    only->setEnabled(shown_ != nullptr);
    connect(this, &EvaluationView::loaded, only, [only] { only->setEnabled(true); });
}

void EvaluationView::showNothing(const QString& title, const QString& explanation) {
    ++generation_;
    shown_.reset();
    otherData_->dismiss();
    empty_->setWords(title, explanation);
    stack_->setCurrentIndex(0);
}

void EvaluationView::setFiller(const QString& text, std::function<void()> action) {
    empty_->setButton(text, std::move(action));
}

QJsonObject EvaluationView::state() const {
    QJsonObject state = parts_->state();
    state[QStringLiteral("page")] = tabs_->currentIndex();
    return state;
}

void EvaluationView::restore(const QJsonObject& state) {
    parts_->restore(state);
    const int page = state[QStringLiteral("page")].toInt();
    if (page >= 0 && page < tabs_->count()) tabs_->setCurrentIndex(page);
}

void EvaluationView::showFiles(const QStringList& files) {
    if (files.isEmpty()) return;
    const int generation = ++generation_;
    const QString second = files.value(1);
    leftOut_ = std::max(0, static_cast<int>(files.size()) - 2);
    message_->hide();
    const auto ifNewest = [this, generation](auto act) {
        return [this, generation, act]<class T>(const Result<T>& read) {
            if (generation != generation_) return;
            if (!read)
                message_->showError(read.error());
            else
                act(*read);
        };
    };
    whenDone(readShownResultsLater(files.first()), this,
             ifNewest([this, second, ifNewest](const ShownResultsPtr& shown) {
                 take(shown);
                 if (!second.isEmpty())
                     whenDone(compareLater(shown, second), this,
                              ifNewest([this](const ShownComparison& found) { take(found); }));
             }));
}

void EvaluationView::take(const ShownResultsPtr& shown) {
    shown_ = shown;
    comparison_->hide();
    title_->setText(evaluationTitle(*shown_));
    facts_->setText(evaluationFacts(*shown_).join(QLatin1Char('\n')));
    figures_->setResults(shown_);
    matrix_->setCounts(countsOf(*shown_));
    bars_->setBars(barsOf(*shown_));
    showWeights();
    showStamp();
    model_->setResults(shown_);
    export_->setResults(shown_);
    tabs_->setTabVisible(tabs_->indexOf(boardArea_), shown_->results.retrieved.k > 0);
    markSelected();
    setFilter({}, {});
    table_->resizeColumnsToContents();
    stack_->setCurrentIndex(1);
    compareData();
    emit loaded();
}

void EvaluationView::showStamp() {
    const QString stamp = stampText(shown_->results.stamp);
    for (QWidget* widget : std::initializer_list<QWidget*>{title_, facts_, matrix_, bars_, weights_})
        widget->setToolTip(stamp);
}

void EvaluationView::showWeights() {
    const WeightMap& map = shown_->results.map;
    const bool drawn = !map.accuracy.empty() && (map.members == 2 || map.members == 3);
    tabs_->setTabVisible(tabs_->indexOf(weights_), drawn);
    viz::WeightMixes mixes;
    if (drawn) {
        mixes = {{}, map.weights, map.accuracy};
        for (std::size_t member = 0; member < map.members; ++member) {
            const QString name = shown_->report.members.value(static_cast<qsizetype>(member));
            mixes.members.push_back((name.isEmpty() ? tr("member %1").arg(member + 1) : name).toStdString());
        }
    }
    weights_->setMixes(std::move(mixes));
}

bool EvaluationView::weightsShown() const {
    return tabs_->isTabVisible(tabs_->indexOf(weights_));
}

// Sequences are found by name, and another dataset may have the same names.
void EvaluationView::compareData() {
    otherData_->dismiss();
    const OpenDatasetPtr open = service_.dataset();
    if (!shown_ || !open) return;
    const auto of = [this](const char* key) {
        const auto found = shown_->results.stamp.find(key);
        return found == shown_->results.stamp.end() ? std::string() : found->second;
    };
    const std::string hash = of("data_hash");
    if (hash.empty() || hash == open->info.content_hash) return;
    otherData_->show(
        MessageBar::Kind::warning,
        tr("These results were not made on the open dataset %1: what plays here has the same names "
           "at most.")
            .arg(QString::fromStdString(open->info.name)));
    if (const QString file = QString::fromStdString(of("data")); !file.isEmpty())
        otherData_->setAction(tr("Open theirs"), [this, file] { service_.open(file); });
}

void EvaluationView::take(const ShownComparison& compared) {
    QStringList lines{comparisonWords(*shown_, compared)};
    if (leftOut_ > 0)
        lines << tr("Two are compared at a time: %n more of the chosen are not looked at.", nullptr,
                    leftOut_);
    comparison_->setText(lines.join(QLatin1Char('\n')));
    comparison_->setToolTip(comparisonStamps(*shown_, compared));
    comparison_->show();
    export_->setComparison(compared.other);
    if (compared.differing.empty()) return;
    QStringList keys;
    for (const std::string& key : compared.differing) keys << factLabel(QString::fromStdString(key));
    message_->show(
        MessageBar::Kind::warning,
        tr("The two are not of the same kind: they differ in %1.").arg(keys.join(QStringLiteral(", "))));
}

QString EvaluationView::factsText() const {
    return facts_->text();
}

QString EvaluationView::comparisonText() const {
    return comparison_->isHidden() ? QString() : comparison_->text();
}

// The choice becomes the program's selection: the browser's table and the map show it too. What is current
// goes first, for the table then chooses that one alone.
void EvaluationView::setFilter(const TestedFilter& filter, const QString& words) {
    model_->setFilter(filter);
    while (list_->count() > Chosen) list_->removeItem(Chosen);
    if (!words.isEmpty()) list_->addItem(words);
    list_->setCurrentIndex(words.isEmpty() ? (filter.wrongOnly ? Wrong : All) : Chosen);
    const auto all = static_cast<int>(shown_->results.names.size());
    count_->setText(model_->rowCount() < all
                        ? tr("%1 of %2 sequences").arg(countText(model_->rowCount()), countText(all))
                    : all == 1 ? tr("1 sequence")
                               : tr("%1 sequences").arg(countText(all)));
    showNeighbours(0);
    if (words.isEmpty() && !filter.wrongOnly) return;
    if (model_->rowCount() > 0) table_->selectRow(0);
    selection_.setSelected(model_->names());
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
