#include "ui/train/training_panel.h"

#include "ui/state/chosen_runs.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/scroll_panel.h"

#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

namespace kinelens::ui {

TrainingPanel::TrainingPanel(const FormParts& parts, ChosenRuns& chosen, QWidget* parent)
    : QWidget(parent)
    , view_(new RunView(parts.runner, this))
    , form_(new JobForm(pretrainingKind(), parts, this))
    , tabs_(new QTabBar(this))
    , splitter_(new QSplitter(Qt::Horizontal, this)) {
    splitter_->addWidget(new ScrollPanel(view_, this));
    splitter_->addWidget(form_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({700, 340});
    splitter_->setChildrenCollapsible(false);
    tabs_->addTab(tr("Run"));
    tabs_->addTab(tr("New run"));
    tabs_->setDocumentMode(true);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Run or new run"));
    auto* layout = makeColumn(this, {0, 0, 0, 0}, 0);
    layout->addWidget(tabs_);
    layout->addWidget(splitter_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, &TrainingPanel::arrange);
    connect(&chosen, &ChosenRuns::chosen, this, &TrainingPanel::showRuns);
    connect(view_, &RunView::coloursChanged, &chosen, &ChosenRuns::setColours);
    // One error is told in one place: by the run's own view, where that is shown.
    form_->setToldElsewhere([this](const QString& folder) { return view_->shownRuns().value(0) == folder; });
    connect(form_, &JobForm::started, this, [this, &chosen](const QString& folder) {
        showRuns({folder});
        chosen.want(folder);
    });
    arrange();
}

void TrainingPanel::showRuns(const QStringList& folders) {
    if (folders != view_->shownRuns()) tabs_->setCurrentIndex(0);
    view_->showRuns(folders);
}

// Of the two one at a time: they can always be had behind each other.
QSize TrainingPanel::minimumSizeHint() const {
    const QSize run = splitter_->widget(0)->minimumSizeHint(), form = form_->minimumSizeHint();
    return run.expandedTo(form) + QSize(0, tabs_->sizeHint().height());
}

void TrainingPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void TrainingPanel::arrange() {
    const int beside = splitter_->widget(0)->minimumSizeHint().width() + splitter_->handleWidth() +
                       form_->minimumSizeHint().width();
    const bool narrow = width() < beside;
    tabs_->setVisible(narrow);
    splitter_->widget(0)->setVisible(!narrow || tabs_->currentIndex() == 0);
    form_->setVisible(!narrow || tabs_->currentIndex() == 1);
}

} // namespace kinelens::ui
