#include "ui/panels/empty_page.h"

#include "viz/palette/qt_theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kinelens::ui {

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
    explanation_->setMaximumWidth(400);
    button_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(title_);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(explanation_, 8);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addSpacing(8);
    layout->addWidget(button_, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    colour();
}

void EmptyPage::setWords(const QString& title, const QString& explanation) {
    title_->setText(title);
    explanation_->setText(explanation);
    explanation_->setVisible(!explanation.isEmpty());
}

void EmptyPage::setButton(const QString& text, std::function<void()> action) {
    button_->setText(text);
    button_->disconnect(this);
    if (action) connect(button_, &QPushButton::clicked, this, [action = std::move(action)] { action(); });
    button_->setVisible(!text.isEmpty());
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
