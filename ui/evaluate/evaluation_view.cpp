#include "ui/evaluate/evaluation_view.h"

#include "ui/commands/action_registry.h"
#include "ui/evaluate/confusion_page.h"
#include "ui/evaluate/evaluation_words.h"
#include "ui/evaluate/figures_tree.h"
#include "ui/evaluate/results_export.h"
#include "ui/messages/option_words.h"
#include "ui/messages/stamp_words.h"
#include "ui/state/dataset_service.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/current_page.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/neighbour_board.h"
#include "ui/widgets/turning_splitter.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/weight_triangle.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>

namespace kinelens::ui {
namespace {

QLabel* label(QWidget* parent, bool strong) {
    auto* text = new QLabel(parent);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    QFont font = text->font();
    if (strong) font.setWeight(QFont::DemiBold);
    text->setFont(font);
    return text;
}

std::vector<viz::ClassBar> barsOf(const ShownResults& shown) {
    std::vector<viz::ClassBar> bars;
    for (std::size_t i = 0; i < shown.figures.per_class.size(); ++i)
        bars.push_back({static_cast<int>(i), shown.results.class_names[i], shown.figures.per_class[i].right,
                        shown.figures.per_class[i].count});
    return bars;
}

} // namespace

EvaluationView::EvaluationView(const Parts& parts, QWidget* parent)
    : QWidget(parent)
    , parts_(parts)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , otherData_(new MessageBar(this))
    , title_(label(this, true))
    , facts_(label(this, false))
    , comparison_(label(this, false))
    , tabs_(new QTabWidget(this))
    , figures_(new FiguresTree(tabs_))
    , confusion_(new ConfusionPage(parts.selection, tabs_))
    , bars_(new viz::ClassBars(tabs_))
    , weights_(new viz::WeightTriangle(tabs_))
    , sequences_(new TestedSequences(parts.selection, this))
    , export_(new ResultsExport([this] { return tabs_->currentWidget(); }, this))
    , board_(new NeighbourBoard(parts.service, parts.playhead, this))
    , boardArea_(new QScrollArea(this))
    , splitter_(new TurningSplitter(0.6, 0.72, 720, this)) {
    build();
    connectParts();
}

void EvaluationView::build() {
    auto* page = new QWidget(this);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(export_);
    auto* head = makeColumn(nullptr, {8, 8, 8, 4}, 4);
    head->addLayout(top);
    for (QLabel* line : {facts_, comparison_}) head->addWidget(line);
    comparison_->hide();
    buildTabs();
    splitter_->addWidget(tabs_);
    splitter_->addWidget(sequences_);
    auto* inside = makeColumn(page);
    inside->addLayout(head);
    inside->addWidget(splitter_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    followCurrentPage(*stack_);
    auto* layout = makeColumn(this);
    layout->addWidget(message_);
    layout->addWidget(otherData_);
    layout->addWidget(stack_, 1);
}

void EvaluationView::buildTabs() {
    tabs_->setDocumentMode(true);
    tabs_->addTab(figures_, tr("Figures"));
    tabs_->addTab(confusion_, tr("Confusion"));
    tabs_->addTab(bars_, tr("By class"));
    tabs_->addTab(weights_, tr("Weights"));
    boardArea_->setWidget(board_);
    boardArea_->setWidgetResizable(true);
    boardArea_->setFrameShape(QFrame::NoFrame);
    boardArea_->setFocusPolicy(Qt::NoFocus); // the board has the keys
    tabs_->addTab(boardArea_, tr("Neighbours"));
}

void EvaluationView::connectParts() {
    connect(&parts_.evaluation, &ShownEvaluation::asked, message_, &QWidget::hide);
    connect(&parts_.evaluation, &ShownEvaluation::failed, message_, &MessageBar::showError);
    connect(&parts_.evaluation, &ShownEvaluation::changed, this, &EvaluationView::take);
    connect(&parts_.evaluation, &ShownEvaluation::compared, this, &EvaluationView::takeComparison);
    connect(&parts_.service, &DatasetService::opened, this, &EvaluationView::compareData);
    connect(&parts_.service, &DatasetService::closed, this, &EvaluationView::compareData);
    connect(confusion_, &ConfusionPage::cellChosen, this, [this](int truth, int said) {
        const ShownResults& shown = *parts_.evaluation.results();
        sequences_->setFilter({false, truth, said},
                              tr("%1 taken for %2").arg(shown.className(truth), shown.className(said)));
    });
    connect(bars_, &viz::ClassBars::classChosen, this, [this](int truth) {
        sequences_->setFilter({false, truth, -1}, parts_.evaluation.results()->className(truth));
    });
    connect(sequences_, &TestedSequences::queryChanged, this, &EvaluationView::showNeighbours);
    connect(sequences_, &TestedSequences::subsetWanted, this, &EvaluationView::subsetWanted);
    connect(board_, &NeighbourBoard::chosen, &parts_.selection, &Selection::setCurrent);
    connect(export_, &ResultsExport::done, this, [this](const QString& file) {
        message_->show(MessageBar::Kind::information, tr("Written: %1").arg(file));
    });
    connect(export_, &ResultsExport::failed, message_, &MessageBar::showError);
}

void EvaluationView::addCommands(ActionRegistry& registry) {
    registry.assign(QStringLiteral("evaluation."), {}, [this](const QString&) {
        return parts_.evaluation.results() ? QString() : tr("no evaluation is shown");
    });
    QAction* only = registry.add(
        {QStringLiteral("evaluation.subset"), tr("Evaluation"), tr("Only the listed sequences in the table")},
        {}, [this] { sequences_->offerSubset(); });
    const auto refresh = [this, only] { only->setEnabled(parts_.evaluation.results() != nullptr); };
    connect(&parts_.evaluation, &ShownEvaluation::changed, only, refresh);
    refresh();
}

void EvaluationView::showNothing(const QString& title, const QString& explanation) {
    parts_.evaluation.clear();
    otherData_->dismiss();
    empty_->setWords(title, explanation);
    stack_->setCurrentIndex(0);
}

void EvaluationView::setFiller(const QString& text, std::function<void()> action) {
    empty_->setButton(text, std::move(action));
}

QJsonObject EvaluationView::state() const {
    QJsonObject state = splitter_->state();
    state[QStringLiteral("page")] = tabs_->currentIndex();
    return state;
}

void EvaluationView::restore(const QJsonObject& state) {
    splitter_->restore(state);
    const int page = state[QStringLiteral("page")].toInt();
    if (page >= 0 && page < tabs_->count()) tabs_->setCurrentIndex(page);
}

viz::ConfusionMatrix& EvaluationView::matrix() {
    return confusion_->matrix();
}

void EvaluationView::take() {
    const ShownResultsPtr shown = parts_.evaluation.results();
    if (!shown) return;
    comparison_->hide();
    title_->setText(evaluationTitle(*shown));
    facts_->setText(evaluationFacts(*shown).join(QLatin1Char('\n')));
    figures_->setResults(shown);
    confusion_->setResults(shown);
    bars_->setBars(barsOf(*shown));
    showWeights(*shown);
    const QString stamp = stampText(shown->results.stamp);
    for (QWidget* widget : std::initializer_list<QWidget*>{title_, facts_, &matrix(), bars_, weights_})
        widget->setToolTip(stamp);
    export_->setResults(shown);
    tabs_->setTabVisible(tabs_->indexOf(boardArea_), shown->results.retrieved.k > 0);
    sequences_->setResults(shown);
    stack_->setCurrentIndex(1);
    compareData();
}

void EvaluationView::showWeights(const ShownResults& shown) {
    const WeightMap& map = shown.results.map;
    const bool drawn = !map.accuracy.empty() && (map.members == 2 || map.members == 3);
    tabs_->setTabVisible(tabs_->indexOf(weights_), drawn);
    viz::WeightMixes mixes;
    if (drawn) {
        const QStringList names = shown.memberNames();
        mixes = {{}, map.weights, map.accuracy};
        for (std::size_t member = 0; member < map.members; ++member) {
            const QString name = names.value(static_cast<qsizetype>(member));
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
    const ShownResultsPtr shown = parts_.evaluation.results();
    const OpenDatasetPtr open = parts_.service.dataset();
    if (!shown || !open) return;
    const auto of = [&shown](const char* key) { return shown->results.stamp.text(key); };
    const std::string hash = of("data_hash");
    if (hash.empty() || hash == open->info.content_hash) return;
    otherData_->show(
        MessageBar::Kind::warning,
        tr("These results were not made on the open dataset %1: what plays here has the same names "
           "at most.")
            .arg(QString::fromStdString(open->info.name)));
    if (const QString file = QString::fromStdString(of("data")); !file.isEmpty())
        otherData_->setAction(tr("Open theirs"), [this, file] { parts_.service.open(file); });
}

void EvaluationView::takeComparison(const ShownComparison& compared) {
    const ShownResults& shown = *parts_.evaluation.results();
    QStringList lines{comparisonWords(shown, compared)};
    if (const int leftOut = parts_.evaluation.leftOut(); leftOut > 0)
        lines << tr("Two are compared at a time: %n more of the chosen are not looked at.", nullptr, leftOut);
    comparison_->setText(lines.join(QLatin1Char('\n')));
    comparison_->setToolTip(comparisonStamps(shown, compared));
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

// The query and whatever lies nearest to it; a neighbour is right where it has the query's class.
void EvaluationView::showNeighbours(int row) {
    if (!parts_.evaluation.results()) return;
    const ShownResults& shown = *parts_.evaluation.results();
    const EvaluationResults& results = shown.results;
    const RetrievedNeighbours& found = results.retrieved;
    if (found.k == 0 || row >= sequences().rowCount()) return board_->setTiles({});
    const std::size_t query = sequences().sampleAt(row);
    std::vector<BoardTile> tiles{{QString::fromStdString(results.names[query]),
                                  shown.className(results.truth[query]), tr("query"), BoardTile::Mark::none}};
    for (std::size_t i = query * found.k; i < (query + 1) * found.k; ++i) {
        const auto place = static_cast<std::size_t>(found.indices[i]);
        const std::int32_t truth = found.gallery_truth[place];
        tiles.push_back({QString::fromStdString(found.gallery_names[place]), shown.className(truth),
                         tr("%1 away").arg(QString::number(double(found.distances[i]), 'f', 4)),
                         truth == results.truth[query] ? BoardTile::Mark::right : BoardTile::Mark::wrong});
    }
    board_->setTiles(tiles);
}

} // namespace kinelens::ui
