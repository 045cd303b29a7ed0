#include "ui/play/player_panel.h"

#include "ui/commands/action_registry.h"
#include "ui/messages/figures.h"
#include "ui/messages/sequence_words.h"
#include "ui/play/interval_strip.h"
#include "ui/play/joint_names.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/widgets/boxes.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/message_bar.h"
#include "viz/palette/qt_theme.h"
#include "viz/view/scene_view.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr int captionMargin = 12;

} // namespace

PlayerPanel::PlayerPanel(DatasetService& service, Selection& selection, Playhead& playhead,
                         LabelDocument& labels, QWidget* parent)
    : QWidget(parent)
    , service_(service)
    , selection_(selection)
    , playhead_(playhead)
    , stack_(new QStackedWidget(this))
    , empty_(new EmptyPage(this))
    , message_(new MessageBar(this)) {
    stack_->addWidget(empty_);
    stack_->addWidget(makeStage(labels));
    auto* layout = makeColumn(this);
    layout->addWidget(message_);
    layout->addWidget(stack_, 1);
    empty_->setWords(tr("Nothing to play"), tr("Choose a sequence in Datasets and it plays here."));
    connect(&selection_, &Selection::currentChanged, this, &PlayerPanel::wanted);
    connect(&service_, &DatasetService::motionReady, this, &PlayerPanel::show);
    connect(&service_, &DatasetService::motionFailed, this,
            [this](int, const Error& error) { message_->showError(error); });
    connect(&service_, &DatasetService::opened, this, [this] { framed_ = false; });
    connect(&service_, &DatasetService::closed, this, &PlayerPanel::showNothing);
    connect(&playhead_, &Playhead::frameChanged, this, &PlayerPanel::showFrame);
}

QWidget* PlayerPanel::makeStage(LabelDocument& labels) {
    auto* stage = new QWidget(this);
    auto* layout = makeColumn(stage);
    bar_ = new QToolBar(stage); // folds what does not fit
    bar_->setContentsMargins(4, 0, 4, 0);
    view_ = new viz::SceneView(stage);
    info_ = new QLabel(view_);
    transform_ = new QLabel(view_);
    for (QLabel* label : {info_, transform_}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        label->setTextFormat(Qt::PlainText);
    }
    names_ = new JointNames(*view_);
    strip_ = new IntervalStrip(playhead_, labels, stage);
    connect(strip_, &IntervalStrip::changed, this, &PlayerPanel::updateInfo);
    layout->addWidget(bar_);
    layout->addWidget(view_, 1);
    layout->addWidget(strip_);
    view_->installEventFilter(this);
    connect(view_, &viz::SceneView::cameraMoved, names_, qOverload<>(&QWidget::update));
    colourInfo();
    return stage;
}

void PlayerPanel::addCommands(ActionRegistry& registry) {
    const QString group = tr("Player");
    auto view = [&](const char* id, const QString& text, const QList<QKeySequence>& keys,
                    viz::Viewpoint from) {
        bar_->addAction(registry.add({QLatin1String(id), group, text}, keys, [this, from] { look(from); }));
    };
    const auto pad = [](Qt::Key key) { return QKeyCombination(Qt::KeypadModifier, key); };
    view("player.viewReset", tr("Reset view"), {Qt::Key_R}, viz::Viewpoint::home);
    view("player.viewFront", tr("Front"), {Qt::SHIFT | Qt::Key_F, pad(Qt::Key_1)}, viz::Viewpoint::front);
    view("player.viewSide", tr("Side"), {Qt::SHIFT | Qt::Key_S, pad(Qt::Key_3)}, viz::Viewpoint::side);
    view("player.viewTop", tr("Top"), {Qt::SHIFT | Qt::Key_T, pad(Qt::Key_7)}, viz::Viewpoint::top);
    bar_->addSeparator();
    auto option = [&](const char* id, const QString& text, QKeySequence key, bool on,
                      std::function<void(bool)> set) {
        QAction* action = registry.add({QLatin1String(id), group, text}, {key}, [] {});
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::toggled, this, [this, set = std::move(set)](bool checked) {
            set(checked);
            view_->scene().set_options(options_);
            updateOverlays();
            view_->refresh();
        });
        bar_->addAction(action);
    };
    option("player.trails", tr("Trails"), Qt::Key_T, false, [this](bool on) { options_.trails = on; });
    option("player.follow", tr("Follow"), Qt::Key_F, false, [this](bool on) { options_.follow = on; });
    option("player.names", tr("Joint names"), Qt::Key_J, false,
           [this](bool on) { names_->setVisible(on && overlays_); });
    option("player.overlays", tr("Overlays"), Qt::Key_H, true, [this, &registry](bool on) {
        overlays_ = on;
        options_.floor = on;
        names_->setVisible(on && registry.action(QStringLiteral("player.names"))->isChecked());
    });
}

void PlayerPanel::setFiller(const QString& text, std::function<void()> action) {
    empty_->setButton(text, std::move(action));
}

void PlayerPanel::look(viz::Viewpoint viewpoint) {
    view_->scene().look_from(viewpoint);
    names_->update();
    view_->refresh();
}

void PlayerPanel::wanted(const QString& sequence) {
    message_->hide();
    const OpenDatasetPtr dataset = service_.dataset();
    const int row = dataset ? dataset->rowOf.value(sequence, -1) : -1;
    if (row >= 0)
        service_.requestMotion(row);
    else
        showNothing();
}

void PlayerPanel::show(int sequence, const MotionPtr& motion) {
    const OpenDatasetPtr dataset = service_.dataset();
    const bool playing = playhead_.playing();
    motion_ = motion;
    sequence_ = sequence;
    doubts_ = doubts_of(*motion, body_plan(dataset->info.layout), dataset->info.up);
    view_->scene().set_motion(motion_, dataset->info.layout, dataset->info.up, !framed_ || !options_.follow);
    framed_ = true;
    names_->setLayout(dataset->info.layout, motion_->bodies);
    strip_->setSequence(QString::fromStdString(dataset->sequences[static_cast<std::size_t>(sequence)].name));
    stack_->setCurrentIndex(1);
    playhead_.setSequence(motion_->frames, dataset->info.frame_rate);
    if (playing) playhead_.play(); // going through the list while it plays
    updateOverlays();
    view_->refresh();
}

void PlayerPanel::showFrame(qint64 frame) {
    if (!motion_) return;
    view_->scene().set_frame(frame);
    view_->refresh();
    updateInfo();
    if (names_->isVisible()) names_->update();
}

void PlayerPanel::showNothing() {
    motion_.reset();
    sequence_ = -1;
    playhead_.setSequence(0, 30);
    strip_->setSequence({});
    stack_->setCurrentIndex(0);
}

void PlayerPanel::updateInfo() {
    const OpenDatasetPtr dataset = service_.dataset();
    if (!dataset || sequence_ < 0) return;
    const SequenceInfo& info = dataset->sequences[static_cast<std::size_t>(sequence_)];
    const qint64 frame = playhead_.frame();
    const QString now = strip_->classAt(frame);
    QString text = QString::fromStdString(info.name);
    if (info.label >= 0) text += QLatin1Char('\n') + dataset->className(info.label);
    if (!now.isEmpty()) text += QLatin1Char('\n') + now;
    int seen = 0;
    for (int body = 0; body < motion_->bodies && frame < motion_->frames; ++body)
        seen += motion_->is_tracked(frame, body) ? 1 : 0;
    if (seen == 0) text += QLatin1Char('\n') + tr("no body in this frame");
    if (const QString doubts = doubtsText(doubts_); !doubts.isEmpty()) text += QLatin1Char('\n') + doubts;
    if (text == info_->text()) return;
    info_->setText(text);
    fitCaption(*info_);
}

// As wide as its words, but no wider than the view: then lines are broken.
void PlayerPanel::fitCaption(QLabel& caption) {
    caption.setWordWrap(false);
    const int room = std::max(view_->width() - 2 * captionMargin, 1);
    const QSize natural = caption.sizeHint();
    caption.setWordWrap(natural.width() > room);
    caption.resize(caption.wordWrap() ? QSize(room, caption.heightForWidth(room)) : natural);
}

void PlayerPanel::updateOverlays() {
    info_->setVisible(overlays_);
    transform_->setVisible(overlays_);
    transform_->setText(options_.follow ? tr("raw coordinates · camera follows the first body")
                                        : tr("raw coordinates"));
    fitCaption(*transform_);
    updateInfo();
    fitCaption(*info_);
    info_->move(captionMargin, 8);
    transform_->move(captionMargin, view_->height() - transform_->height() - 8);
    names_->setGeometry(view_->rect());
}

void PlayerPanel::colourInfo() {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    auto paint = [](QLabel* label, viz::Colour colour) {
        QPalette own = label->palette();
        if (own.color(QPalette::WindowText) == viz::to_qcolor(colour)) return;
        own.setColor(QPalette::WindowText, viz::to_qcolor(colour));
        label->setPalette(own);
    };
    paint(info_, colours.text);
    paint(transform_, colours.muted_text);
}

void PlayerPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colourInfo();
}

bool PlayerPanel::eventFilter(QObject* target, QEvent* event) {
    if (target == view_ && event->type() == QEvent::Resize) updateOverlays();
    return QWidget::eventFilter(target, event);
}

} // namespace kinelens::ui
