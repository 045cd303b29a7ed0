#include "ui/windows/start_page.h"

#include "ui/commands/icons.h"
#include "ui/widgets/scroll_panel.h"
#include "ui/windows/mode_arrangements.h"
#include "ui/windows/recent_list.h"
#include "viz/palette/qt_theme.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

QLabel* heading(const QString& text, double size, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QCommandLinkButton* link(const QString& iconName, const QString& text, const QString& explanation,
                         QWidget* parent) {
    auto* button = new QCommandLinkButton(text, explanation, parent);
    button->setIcon(icon(iconName));
    button->setIconSize({22, 22});
    return button;
}

} // namespace

StartPage::StartPage(Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , recent_(new RecentList(preferences, this)) {
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(760);
    auto* column = new QVBoxLayout(middle);
    column->setSpacing(8);
    column->addWidget(heading(QStringLiteral("Kinelens"), 2.2, middle));
    auto* what = new QLabel(tr("A workbench for skeleton action analysis."), middle);
    muted_ << what;
    column->addWidget(what);
    column->addSpacing(16);

    auto* halves = new QHBoxLayout;
    halves->setSpacing(32);
    halves->addLayout(beginnings(), 3);
    auto* last = new QVBoxLayout;
    last->setSpacing(4);
    last->addWidget(heading(tr("Recent"), 1.15, middle));
    last->addWidget(recent_);
    last->addStretch(1);
    halves->addLayout(last, 2);
    column->addLayout(halves);
    column->addSpacing(16);

    column->addWidget(heading(tr("Modes"), 1.15, middle));
    addModes(*column);

    auto* page = new QWidget(this); // scrolled in a low window: cards keep their second line
    auto* outer = new QGridLayout(page);
    outer->setContentsMargins(32, 16, 32, 16);
    outer->addWidget(middle, 1, 1);
    outer->setRowStretch(0, 1);
    outer->setRowStretch(2, 2);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(1, 8);
    outer->setColumnStretch(2, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new ScrollPanel(page, this));
    connect(recent_, &RecentList::fileWanted, this, &StartPage::fileWanted);
    colour();
}

QVBoxLayout* StartPage::beginnings() {
    auto* begin = new QVBoxLayout;
    begin->setSpacing(4);
    begin->addWidget(heading(tr("Begin"), 1.15, this));
    auto* demo = link(QStringLiteral("media-playback-start"), tr("Open the demo"),
                      tr("Synthetic people doing everyday actions; made in a moment"), this);
    auto* importing = link(QStringLiteral("document-import"), tr("Import recordings…"),
                           tr("NTU .skeleton, text and CSV by recipe, NumPy arrays, zips"), this);
    auto* open = link(QStringLiteral("document-open"), tr("Open a workspace…"),
                      tr("Or a dataset, or a run's folder"), this);
    for (auto* button : {demo, importing, open}) begin->addWidget(button);
    begin->addStretch(1);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoWanted);
    connect(importing, &QPushButton::clicked, this, &StartPage::importWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    return begin;
}

void StartPage::addModes(QVBoxLayout& column) {
    for (const QString& mode : ModeArrangements::modes()) {
        auto* row = new QHBoxLayout;
        row->setSpacing(12);
        auto* button = new QPushButton(ModeArrangements::title(mode), this);
        button->setMinimumWidth(96);
        auto* purpose = new QLabel(ModeArrangements::purpose(mode), this);
        muted_ << purpose;
        row->addWidget(button);
        row->addWidget(purpose, 1);
        column.addLayout(row);
        connect(button, &QPushButton::clicked, this, [this, mode] { emit modeWanted(mode); });
    }
}

void StartPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour();
}

void StartPage::colour() {
    const QColor wanted = viz::to_qcolor(viz::palette_for(viz::theme_of(palette())).muted_text);
    for (QWidget* widget : muted_) {
        QPalette own = widget->palette();
        if (own.color(QPalette::WindowText) == wanted) continue;
        own.setColor(QPalette::WindowText, wanted);
        widget->setPalette(own);
    }
}

} // namespace kinelens::ui
