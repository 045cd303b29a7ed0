// The widgets of EvaluationView.
#include "ui/evaluate/evaluation_view.h"
#include "ui/evaluate/figures_tree.h"
#include "ui/evaluate/results_export.h"
#include "ui/state/dataset_service.h"
#include "ui/state/selection.h"
#include "ui/widgets/current_page.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/neighbour_board.h"
#include "ui/widgets/turning_splitter.h"
#include "viz/charts/class_bars.h"
#include "viz/charts/confusion_matrix.h"
#include "viz/charts/weight_triangle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

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

} // namespace

EvaluationView::EvaluationView(DatasetService& service, Selection& selection, Playhead& playhead,
                               QWidget* parent)
    : QWidget(parent)
    , service_(service)
    , selection_(selection)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this))
    , otherData_(new MessageBar(this))
    , title_(label(this, true))
    , facts_(label(this, false))
    , comparison_(label(this, false))
    , export_(new ResultsExport([this] { return tabs_->currentWidget(); }, this))
    , board_(new NeighbourBoard(service, playhead, this))
    , boardArea_(new QScrollArea(this))
    , parts_(new TurningSplitter(0.6, 0.72, 720, this)) {
    connect(&selection_, &Selection::selectedChanged, this, &EvaluationView::markSelected);
    connect(&service_, &DatasetService::opened, this, &EvaluationView::compareData);
    connect(&service_, &DatasetService::closed, this, &EvaluationView::compareData);
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
    parts_->addWidget(buildTabs());
    parts_->addWidget(buildSequences());
    auto* inside = new QVBoxLayout(page);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addLayout(head);
    inside->addWidget(parts_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    followCurrentPage(*stack_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(message_);
    layout->addWidget(otherData_);
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
    layout->addWidget(buildTold(page));
    return page;
}

// What is under the pointer, in a place of its own: it never lies on the row and column that are compared.
QWidget* EvaluationView::buildTold(QWidget* page) {
    auto* told = label(page, false);
    told->setObjectName(QStringLiteral("confusion.told"));
    told->setContentsMargins(8, 2, 8, 4);
    told->setFixedHeight(2 * told->fontMetrics().lineSpacing() + 6); // of two long names
    told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    connect(matrix_, &viz::ConfusionMatrix::told, told, &QLabel::setText);
    return told;
}

QWidget* EvaluationView::buildTabs() {
    tabs_ = new QTabWidget(this);
    tabs_->setDocumentMode(true);
    figures_ = new FiguresTree(tabs_);
    bars_ = new viz::ClassBars(tabs_);
    weights_ = new viz::WeightTriangle(tabs_);
    connect(bars_, &viz::ClassBars::classChosen, this, [this](int truth) {
        setFilter({false, truth, -1}, shown_->className(truth));
    });
    tabs_->addTab(figures_, tr("Figures"));
    tabs_->addTab(buildMatrix(), tr("Confusion"));
    tabs_->addTab(bars_, tr("By class"));
    tabs_->addTab(weights_, tr("Weights"));
    boardArea_->setWidget(board_);
    boardArea_->setWidgetResizable(true);
    boardArea_->setFrameShape(QFrame::NoFrame);
    boardArea_->setFocusPolicy(Qt::NoFocus); // the board has the keys
    connect(board_, &NeighbourBoard::chosen, &selection_, &Selection::setCurrent);
    tabs_->addTab(boardArea_, tr("Neighbours"));
    return tabs_;
}

QWidget* EvaluationView::buildSequences() {
    auto* page = new QWidget(this);
    list_ = new QComboBox(page);
    list_->setAccessibleName(tr("Which sequences are listed"));
    list_->addItems({tr("All tested sequences"), tr("Wrong ones")});
    list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setMinimumContentsLength(12);
    count_ = new QLabel(page);
    count_->setForegroundRole(QPalette::PlaceholderText);
    count_->setContentsMargins(8, 4, 8, 4);
    subset_ = new QPushButton(tr("Only these in the table"), page);
    subset_->setToolTip(tr("Show exactly the sequences of this list in Browse"));
    connect(subset_, &QPushButton::clicked, this, [this] {
        if (shown_) emit subsetWanted(model_->names());
    });
    model_ = new TestedSequencesModel(this);
    table_ = new QTableView(page);
    table_->setModel(model_);
    table_->setAccessibleName(tr("Tested sequences"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTextElideMode(Qt::ElideMiddle);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(list_, &QComboBox::activated, this, &EvaluationView::chooseList);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, &EvaluationView::showRow);
    connect(table_, &QTableView::clicked, this, &EvaluationView::showRow); // again, after something else
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(12);
    bar->addWidget(list_, 1);
    bar->addWidget(subset_);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(table_, 1);
    layout->addWidget(count_);
    return page;
}

} // namespace kinelens::ui
