#include "ui/evaluate/confusion_page.h"

#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "viz/charts/confusion_matrix.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSet>

namespace kinelens::ui {

ConfusionPage::ConfusionPage(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , selection_(selection)
    , matrix_(new viz::ConfusionMatrix(this)) {
    auto* layout = makeColumn(this);
    layout->addLayout(buildControls());
    layout->addWidget(matrix_, 1);
    layout->addWidget(buildTold());
    connect(matrix_, &viz::ConfusionMatrix::cellChosen, this, &ConfusionPage::cellChosen);
    connect(&selection_, &Selection::selectedChanged, this, &ConfusionPage::markSelected);
}

QLayout* ConfusionPage::buildControls() {
    auto* normalised = new QCheckBox(tr("Shares of the class"), this);
    normalised->setChecked(true);
    normalised->setToolTip(tr("Per cent of the true class's sequences instead of their number"));
    auto* order = new QComboBox(this);
    order->setAccessibleName(tr("Order of the classes"));
    order->addItems({tr("In the dataset's order"), tr("Worst class first"), tr("Confused classes together")});
    connect(normalised, &QCheckBox::toggled, matrix_, &viz::ConfusionMatrix::setNormalised);
    connect(order, &QComboBox::currentIndexChanged, matrix_,
            [this](int index) { matrix_->setOrder(static_cast<viz::ConfusionOrder>(index)); });
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(normalised);
    bar->addStretch(1);
    bar->addWidget(order);
    return bar;
}

// What is under the pointer, in a place of its own: it never lies on the row and column that are compared.
QWidget* ConfusionPage::buildTold() {
    auto* told = new QLabel(this);
    told->setTextFormat(Qt::PlainText);
    told->setWordWrap(true);
    told->setObjectName(QStringLiteral("confusion.told"));
    told->setContentsMargins(8, 2, 8, 4);
    told->setFixedHeight(2 * told->fontMetrics().lineSpacing() + 6); // of two long names
    told->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    connect(matrix_, &viz::ConfusionMatrix::told, told, &QLabel::setText);
    return told;
}

void ConfusionPage::setResults(const ShownResultsPtr& shown) {
    shown_ = shown;
    matrix_->setCounts({shown_->results.class_names, shown_->figures.confusion});
    markSelected();
}

void ConfusionPage::markSelected() {
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

} // namespace kinelens::ui
