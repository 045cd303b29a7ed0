#include "ui/widgets/message_bar.h"

#include "ui/messages/error_sentences.h"
#include "viz/palette/qt_theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace kinelens::ui {
namespace {

viz::Colour kindColour(const viz::Palette& palette, MessageBar::Kind kind) {
    if (kind == MessageBar::Kind::error) return palette.error;
    return kind == MessageBar::Kind::warning ? palette.warning : palette.accent;
}

constexpr int ringRoom = 3; // pixels around the words, for the ring of the focus

QLabel* textLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setMargin(ringRoom);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , icon_(new QLabel(this))
    , text_(textLabel(this))
    , details_(textLabel(this))
    , details_button_(new QToolButton(this))
    , action_(new QPushButton(this))
    , close_(new QToolButton(this)) {
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 8 - ringRoom, 8, 8 - ringRoom);
    icon_->setContentsMargins(0, ringRoom, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(icon_, 0, 0, Qt::AlignTop);
    layout->addWidget(text_, 0, 1);
    layout->addWidget(details_button_, 0, 2, Qt::AlignTop);
    layout->addWidget(action_, 0, 3, Qt::AlignTop);
    layout->addWidget(close_, 0, 4, Qt::AlignTop);
    layout->addWidget(details_, 1, 1, 1, 4);
    layout->setColumnStretch(1, 1);
    details_button_->setText(tr("Details"));
    details_button_->setCheckable(true);
    details_button_->setAutoRaise(true);
    connect(details_button_, &QToolButton::toggled, details_, &QWidget::setVisible);
    close_->setAutoRaise(true);
    close_->setText(QStringLiteral("✕"));
    close_->setToolTip(tr("Dismiss this message"));
    close_->setAccessibleName(tr("Dismiss"));
    connect(close_, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        if (callback_) callback_();
    });
    hide();
}

void MessageBar::show(Kind kind, const QString& text, const QString& details) {
    kind_ = kind;
    cause_.clear();
    text_->setText(text);
    details_->setText(details);
    details_->hide();
    details_button_->setChecked(false);
    details_button_->setVisible(!details.isEmpty());
    action_->hide();
    callback_ = {};
    setAccessibleName(text);
    updateIcon();
    QFrame::show();
}

void MessageBar::showError(const Error& error) {
    show(Kind::error, errorText(error));
}

void MessageBar::setAction(const QString& text, std::function<void()> action) {
    callback_ = std::move(action);
    action_->setText(text);
    action_->show();
}

void MessageBar::end(const QString& cause) {
    if (!isHidden() && cause_ == cause) dismiss();
}

void MessageBar::dismiss() {
    cause_.clear();
    hide();
    emit dismissed();
}

QString MessageBar::text() const {
    return text_->text();
}

void MessageBar::updateIcon() {
    const QStyle::StandardPixmap icon = kind_ == Kind::error     ? QStyle::SP_MessageBoxCritical
                                        : kind_ == Kind::warning ? QStyle::SP_MessageBoxWarning
                                                                 : QStyle::SP_MessageBoxInformation;
    icon_->setPixmap(style()->standardIcon(icon).pixmap(18, 18));
}

void MessageBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    updateIcon();
    update();
}

// A tinted ground with a strip of the kind's colour: the icon and the words say the same without colour.
void MessageBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    const viz::Colour colour = kindColour(colours, kind_);
    painter.fillRect(rect(), viz::to_qcolor(viz::mix(colours.window, colour, 0.12)));
    painter.fillRect(0, 0, 4, height(), viz::to_qcolor(colour));
}

} // namespace kinelens::ui
