#include "ui/detect/errors_panel.h"

#include "ui/commands/action_registry.h"
#include "ui/detect/detections.h"
#include "ui/messages/detection_words.h"
#include "ui/messages/figures.h"
#include "ui/state/label_document.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/steady_choice.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>

namespace kinelens::ui {
namespace {
const QString endCause = QStringLiteral("end");
}

ErrorsPanel::ErrorsPanel(Detections& detections, LabelDocument& labels, Selection& selection,
                         Playhead& playhead, QWidget* parent)
    : QWidget(parent)
    , detections_(detections)
    , labels_(labels)
    , selection_(selection)
    , playhead_(playhead)
    , model_(new DetectionErrorsModel(this))
    , message_(new MessageBar(this))
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , scope_(new QComboBox(this))
    , kind_(new QComboBox(this))
    , count_(new QLabel(this))
    , table_(new QTableView(this)) {
    build();
    for (const auto changed : {&Detections::scanned, &Detections::wholeScanned, &Detections::runsChanged,
                               &Detections::sequenceChanged})
        connect(&detections_, changed, this, &ErrorsPanel::fill);
    for (const auto changed :
         {&Detections::runsChanged, &Detections::sequenceChanged, &Detections::wholeScanned})
        connect(&detections_, changed, this, [this] { message_->end(endCause); });
    connect(scope_, &QComboBox::currentIndexChanged, this, [this] {
        message_->end(endCause);
        fill();
    });
    connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
        if (filling_) return;
        const QVariant kind = kind_->currentData();
        model_->setVerdict(kind.isValid() ? std::optional(static_cast<DetectionVerdict>(kind.toInt()))
                                          : std::nullopt);
        fill();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                if (!filling_ && index.isValid()) show(index.row());
            });
    connect(table_, &QTableView::clicked, this, [this](const QModelIndex& index) {
        const DetectionError& error = model_->at(index.row()); // still current, but left behind since
        if (error.sequence != selection_.current() || error.start != playhead_.frame()) show(index.row());
    });
    connect(&playhead_, &Playhead::sequenceChanged, this, &ErrorsPanel::arrive);
    fill();
}

void ErrorsPanel::build() {
    scope_->addItems({tr("This recording"), tr("All recordings")});
    scope_->setAccessibleName(tr("Of which recordings"));
    kind_->setAccessibleName(tr("Kind of error"));
    count_->setForegroundRole(QPalette::PlaceholderText);
    table_->setModel(model_);
    keepChoiceFromFocus(*table_);
    table_->setAccessibleName(tr("Errors"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->setWordWrap(false);
    table_->setTextElideMode(Qt::ElideMiddle); // names of classes differ at their ends
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* page = new QWidget(this);
    auto* bar = makeRow(nullptr, {8, 4, 8, 4}, 8);
    bar->addWidget(scope_);
    bar->addWidget(kind_);
    bar->addStretch(1);
    bar->addWidget(count_);
    auto* inside = makeColumn(page);
    inside->addLayout(bar);
    inside->addWidget(table_, 1);
    stack_->addWidget(empty_);
    stack_->addWidget(page);
    auto* layout = makeColumn(this);
    layout->addWidget(message_);
    layout->addWidget(stack_, 1);
}

void ErrorsPanel::addCommands(ActionRegistry& registry) {
    const QString group = tr("Timeline");
    registry.add({"timeline.nextError", group, tr("Next error"), "arrow-right-double"}, {Qt::Key_N},
                 [this] { go(true); });
    registry.add({"timeline.previousError", group, tr("Previous error"), "arrow-left-double"},
                 {Qt::SHIFT | Qt::Key_N}, [this] { go(false); });
}

void ErrorsPanel::listAll(bool all) {
    scope_->setCurrentIndex(all ? 1 : 0);
}

void ErrorsPanel::fill() {
    filling_ = true;
    const bool all = listsAll();
    std::vector<DetectionError> errors;
    if (all && detections_.wholeRun()) {
        errors = detections_.wholeRun()->errors;
    } else if (!detections_.lanes().empty()) {
        const DetectionLane& lane = detections_.lanes().front();
        errors = errorsOf(detections_.sequence(), lane.intervals, lane.truth, lane.findings);
    }
    QStringList names;
    for (const std::string& name : labels_.classNames()) names << QString::fromStdString(name);
    model_->setErrors(std::move(errors), names, playhead_.frameRate());
    table_->setColumnHidden(DetectionErrorsModel::Recording, !all);
    fillKinds();
    fillCount();
    refreshEmpty();
    filling_ = false;
}

bool ErrorsPanel::listsAll() const {
    return scope_->currentIndex() == 1;
}

void ErrorsPanel::fillCount() {
    const bool looked = listsAll() ? detections_.wholeRun() != nullptr : !detections_.lanes().empty();
    const int count = model_->rowCount();
    count_->setText(!looked      ? tr("Looking…")
                    : count == 1 ? tr("1 error")
                                 : tr("%1 errors").arg(countText(count)));
}

// A recording of which nothing is predicted, or in which nothing is labelled, has no errors to count.
void ErrorsPanel::refreshEmpty() {
    const DetectionRunPtr run = detections_.first();
    const DetectionLane* lane = detections_.lanes().empty() ? nullptr : &detections_.lanes().front();
    const bool here = run && !labels_.empty() && !listsAll() && lane;
    const bool judged = run && !labels_.empty() && !(here && (!lane->predicted || lane->truth.empty()));
    stack_->setCurrentIndex(judged ? 1 : 0);
    if (judged) return;
    empty_->setButton({}, {});
    if (!run)
        return empty_->setWords(
            tr("No detection is shown"),
            tr("What a detector gets wrong is listed here: wrong classes, edges that come "
               "too early or too late, what it missed."));
    if (!here)
        return empty_->setWords(
            tr("Nothing to judge by"),
            tr("Errors are found by comparing with labels, and this dataset holds none."));
    if (!lane->predicted)
        empty_->setWords(tr("Not predicted"), notPredictedReason(run->predictions, run->name));
    else
        empty_->setWords(tr("Nothing to judge by"),
                         tr("Errors are found by comparing with labels, and this recording holds none."));
    if (const int others = errorsElsewhere(); others > 0)
        empty_->setButton(tr("List the errors of all recordings (%1)").arg(countText(others)),
                          [this] { listAll(true); });
}

int ErrorsPanel::errorsElsewhere() const {
    if (!detections_.wholeRun()) return 0;
    const QVariant kind = kind_->currentData();
    const auto& errors = detections_.wholeRun()->errors;
    return static_cast<int>(std::count_if(errors.begin(), errors.end(), [&](const DetectionError& error) {
        return error.sequence != detections_.sequence() &&
               (!kind.isValid() || static_cast<int>(error.verdict) == kind.toInt());
    }));
}

void ErrorsPanel::fillKinds() {
    const QVariant chosen = kind_->currentData();
    const auto counts = model_->counts();
    int sum = 0;
    for (const auto& [verdict, count] : counts) sum += count;
    kind_->clear();
    kind_->addItem(tr("All kinds (%1)").arg(countText(sum)));
    for (int i = 0; i < detection_verdicts; ++i) {
        const auto verdict = static_cast<DetectionVerdict>(i);
        const auto found = counts.find(verdict);
        const bool kept = chosen.isValid() && chosen.toInt() == i; // a choice stays, also without errors
        if (found == counts.end() && !kept) continue;
        kind_->addItem(QStringLiteral("%1 (%2)").arg(verdictText(verdict),
                                                     countText(found == counts.end() ? 0 : found->second)),
                       i);
        kind_->setItemData(kind_->count() - 1, verdictMeaning(verdict), Qt::ToolTipRole);
        if (kept) kind_->setCurrentIndex(kind_->count() - 1);
    }
}

// From the error that is shown to the one beside it, of which several may begin at one frame; otherwise from
// the clock.
int ErrorsPanel::rowBeside(bool forward) const {
    const int row = table_->currentIndex().row();
    if (row >= 0 && model_->at(row).sequence == detections_.sequence() &&
        model_->at(row).start == playhead_.frame())
        return forward ? (row + 1 < model_->rowCount() ? row + 1 : -1) : row - 1;
    return model_->next(detections_.sequence(), playhead_.frame(), forward);
}

void ErrorsPanel::go(bool forward) {
    const int row = rowBeside(forward);
    row < 0 ? tellEnd(forward) : goTo(row);
}

void ErrorsPanel::tellEnd(bool forward) {
    const bool asked = message_->cause() == endCause; // and answered by the key
    const int others = listsAll() ? 0 : errorsElsewhere();
    if (others > 0 && asked) return goOn(forward);
    const bool looked = detections_.wholeRun() || !detections_.first();
    const bool nothing = model_->rowCount() == 0;
    QString text = nothing   ? tr("There is no error in this recording.")
                   : forward ? tr("That was the last error in this recording.")
                             : tr("That was the first error in this recording.");
    if (listsAll())
        text = nothing   ? tr("There is no error in any recording.")
               : forward ? tr("That was the last error of all recordings.")
                         : tr("That was the first error of all recordings.");
    else if (!detections_.first())
        text = tr("No detection is shown.");
    else if (!detections_.predicts(detections_.sequence()))
        text = tr("This recording is not predicted.");
    else if (labels_.intervals(detections_.sequence()).empty())
        text = tr("This recording holds no labels to judge by.");
    if (!looked) text += QLatin1Char(' ') + tr("The other recordings are still being looked through.");
    message_->show(MessageBar::Kind::information, text);
    message_->because(endCause);
    if (others > 0)
        message_->setAction(tr("Go on in all recordings (%1)").arg(countText(others)),
                            [this, forward] { goOn(forward); });
    emit told();
}

// From the recording that is shown to the one beside it, around the end if need be.
void ErrorsPanel::goOn(bool forward) {
    listAll(true);
    const int beside = model_->next(detections_.sequence(), playhead_.frame(), forward);
    const int row = beside >= 0 ? beside : forward ? 0 : model_->rowCount() - 1;
    if (row >= 0 && row < model_->rowCount()) goTo(row);
}

void ErrorsPanel::goTo(int row) {
    message_->end(endCause);
    {
        const QSignalBlocker quiet(table_->selectionModel());
        table_->setCurrentIndex(model_->index(row, 0));
    }
    table_->viewport()->update();
    count_->setText(tr("%1 of %2").arg(countText(row + 1), countText(model_->rowCount())));
    show(row);
}

void ErrorsPanel::show(int row) {
    wanted_ = model_->at(row);
    if (wanted_->sequence != selection_.current())
        selection_.setCurrent(wanted_->sequence); // its motion comes first
    else
        arrive();
}

void ErrorsPanel::arrive() {
    if (!wanted_ || wanted_->sequence != selection_.current() || playhead_.frames() <= wanted_->start) return;
    const DetectionError error = *std::exchange(wanted_, std::nullopt);
    playhead_.pause();
    playhead_.setFrame(error.start);
    emit errorShown(error);
}

} // namespace kinelens::ui
