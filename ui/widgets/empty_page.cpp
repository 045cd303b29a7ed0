#include "ui/widgets/empty_page.h"

#include "ui/widgets/boxes.h"

#include "viz/palette/qt_theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr int explanationWidth = 400;
constexpr int leastWidth = 192;
constexpr int wideMargin = 24;
constexpr int narrowMargin = 4;
constexpr int spacing = 8;

} // namespace

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent)
    , title_(new QLabel(this))
    , explanation_(new QLabel(this))
    , button_(new QPushButton(this)) {
    QFont font = title_->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    title_->setFont(font);
    for (QLabel* label : {title_, explanation_}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    explanation_->setMaximumWidth(explanationWidth);
    button_->hide();
    auto* layout = makeColumn(this, {wideMargin, wideMargin, wideMargin, wideMargin}, spacing);
    layout->addStretch(1);
    layout->addWidget(title_);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(explanation_, 1000); // what is left of its greatest width stands at both sides
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(spacing);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    colour();
}

void EmptyPage::setWords(const QString& title, const QString& explanation) {
    title_->setText(title);
    explanation_->setText(explanation);
    fit();
}

void EmptyPage::setButton(const QString& text, std::function<void()> action) {
    button_->setText(text);
    button_->disconnect(this);
    if (action) connect(button_, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
    button_->setVisible(!text.isEmpty());
    fit();
}

QSize EmptyPage::minimumSizeHint() const {
    const QSize button = button_->isHidden() ? QSize() : button_->minimumSizeHint() + QSize(0, spacing);
    return {std::max(button.width(), leastWidth) + 2 * narrowMargin,
            title_->heightForWidth(leastWidth) + button.height() + 2 * narrowMargin};
}

void EmptyPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void EmptyPage::fit() {
    const auto needed = [this](int margin, bool whole) {
        const int inside = std::max(width() - 2 * margin, 1);
        int height = title_->heightForWidth(inside) + 2 * margin;
        if (whole) height += explanation_->heightForWidth(std::min(inside, explanationWidth)) + spacing;
        if (!button_->isHidden()) height += button_->sizeHint().height() + 2 * spacing;
        return height;
    };
    const bool some = !explanation_->text().isEmpty();
    const int margin = needed(wideMargin, some) <= height() ? wideMargin : narrowMargin;
    const bool whole = some && needed(margin, true) <= height();
    layout()->setContentsMargins(margin, margin, margin, margin);
    explanation_->setVisible(whole);
    title_->setToolTip(some && !whole ? explanation_->text() : QString());
}

void EmptyPage::setButtonVisible(bool visible) {
    button_->setVisible(visible);
    fit();
}

void EmptyPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour();
}

void EmptyPage::colour() {
    QPalette muted = explanation_->palette();
    const QColor wanted = viz::to_qcolor(viz::palette_for(viz::theme_of(palette())).muted_text);
    if (muted.color(QPalette::WindowText) == wanted) return;
    muted.setColor(QPalette::WindowText, wanted);
    explanation_->setPalette(muted);
}

} // namespace kinelens::ui
