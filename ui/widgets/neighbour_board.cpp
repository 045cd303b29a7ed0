#include "ui/widgets/neighbour_board.h"

#include "ui/state/playhead.h"
#include "viz/palette/fitting_name.h"
#include "viz/palette/qt_theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace kinelens::ui {
namespace {

constexpr int gap = 8;
constexpr int narrow = 96, wide = 176;
constexpr int figureHeight = 116;
constexpr int settleMilliseconds = 80;

} // namespace

NeighbourBoard::NeighbourBoard(DatasetService& service, Playhead& playhead, QWidget* parent)
    : QWidget(parent)
    , service_(service)
    , playhead_(playhead) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Query and nearest neighbours"));
    settle_.setSingleShot(true);
    settle_.setInterval(settleMilliseconds);
    connect(&settle_, &QTimer::timeout, this, &NeighbourBoard::readMotions);
    connect(&service_, &DatasetService::motionRead, this, &NeighbourBoard::take);
    connect(&service_, &DatasetService::opened, this, &NeighbourBoard::readMotions);
    connect(&playhead_, &Playhead::frameChanged, this, qOverload<>(&QWidget::update));
}

void NeighbourBoard::setTiles(const std::vector<BoardTile>& tiles) {
    if (tiles == tiles_) return;
    tiles_ = tiles;
    figures_.assign(tiles_.size(), {});
    current_ = 0;
    settle_.start();
    updateGeometry();
    update();
}

QSize NeighbourBoard::minimumSizeHint() const {
    const int count = static_cast<int>(tiles_.size());
    return {gap + count * (narrow + gap), 2 * gap + figureHeight + 3 * fontMetrics().height() + gap};
}

QSize NeighbourBoard::sizeHint() const {
    const int count = static_cast<int>(tiles_.size());
    return {gap + count * (wide + gap), minimumSizeHint().height()};
}

QRect NeighbourBoard::place(int tile) const {
    const int count = std::max<int>(1, static_cast<int>(tiles_.size()));
    const int each = std::clamp((width() - gap) / count - gap, narrow, wide);
    return {gap + tile * (each + gap), gap, each, height() - 2 * gap};
}

int NeighbourBoard::tileAt(QPoint point) const {
    for (int tile = 0; tile < static_cast<int>(tiles_.size()); ++tile)
        if (place(tile).contains(point)) return tile;
    return -1;
}

void NeighbourBoard::readMotions() {
    const OpenDatasetPtr dataset = service_.dataset();
    if (!dataset) return;
    for (const BoardTile& tile : tiles_)
        if (const int sequence = dataset->rowOf.value(tile.name, -1); sequence >= 0)
            service_.readMotion(sequence);
}

void NeighbourBoard::take(int sequence, const MotionPtr& motion) {
    const OpenDatasetPtr dataset = service_.dataset();
    if (!dataset) return;
    for (std::size_t i = 0; i < tiles_.size(); ++i)
        if (dataset->rowOf.value(tiles_[i].name, -1) == sequence && figures_[i].empty())
            figures_[i] = viz::StickFigure(motion, dataset->info.layout, dataset->info.up);
    update();
}

double NeighbourBoard::share() const {
    const auto last = static_cast<double>(playhead_.frames() - 1);
    return last > 0 ? static_cast<double>(playhead_.frame()) / last : 0;
}

void NeighbourBoard::paintWords(QPainter& painter, const BoardTile& tile, const QRect& room) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    const QString marks[]{{}, QStringLiteral("✓ "), QStringLiteral("✗ ")};
    const int line = fontMetrics().height();
    int y = room.bottom() - 3 * line;
    const auto write = [&](const QString& words, const viz::Colour& colour) {
        painter.setPen(viz::to_qcolor(colour));
        painter.drawText(QRect(room.left(), y, room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         viz::fitting_name(words, fontMetrics(), room.width()));
        y += line;
    };
    write(marks[static_cast<int>(tile.mark)] + tile.className, colours.text);
    write(tile.name, colours.muted_text);
    write(tile.detail, colours.muted_text);
}

void NeighbourBoard::paintTile(QPainter& painter, int tile) {
    const viz::Palette colours = viz::palette_for(viz::theme_of(palette()));
    const auto index = static_cast<std::size_t>(tile);
    const BoardTile& shown = tiles_[index];
    const QRect frame = place(tile);
    const bool focused = hasFocus() && tile == current_;
    const auto edge = shown.mark == BoardTile::Mark::wrong   ? colours.error
                      : shown.mark == BoardTile::Mark::right ? colours.success
                                                             : colours.border;
    painter.setBrush(viz::to_qcolor(colours.base));
    painter.setPen(QPen(viz::to_qcolor(focused ? colours.focus : edge), focused ? 2 : 1,
                        shown.mark == BoardTile::Mark::wrong ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), 4, 4);
    const QRect inside = frame.adjusted(gap, gap, -gap, -gap / 2);
    paintWords(painter, shown, inside);
    const QRect stage = inside.adjusted(0, 0, 0, -3 * fontMetrics().height() - gap);
    const viz::StickFigure& figure = figures_[index];
    if (!figure.empty()) {
        figure.paint(painter, stage, std::llround(share() * static_cast<double>(figure.frames() - 1)),
                     colours);
        return;
    }
    const OpenDatasetPtr dataset = service_.dataset();
    if (dataset && dataset->rowOf.contains(shown.name)) return; // on its way
    painter.setPen(viz::to_qcolor(colours.muted_text));
    painter.drawText(stage, Qt::AlignCenter | Qt::TextWordWrap, tr("not in the open dataset"));
}

void NeighbourBoard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int tile = 0; tile < static_cast<int>(tiles_.size()); ++tile) paintTile(painter, tile);
}

void NeighbourBoard::choose(int tile) {
    if (tile < 0 || tile >= static_cast<int>(tiles_.size())) return;
    current_ = tile;
    update();
    emit chosen(tiles_[static_cast<std::size_t>(tile)].name);
}

bool NeighbourBoard::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int tile = tileAt(help->pos());
        if (tile < 0) {
            QToolTip::hideText();
            return true;
        }
        const BoardTile& shown = tiles_[static_cast<std::size_t>(tile)];
        QToolTip::showText(help->globalPos(),
                           tr("%1\n%2\n%3\nClick or Return opens it in the player")
                               .arg(shown.name, shown.className, shown.detail),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void NeighbourBoard::mousePressEvent(QMouseEvent* event) {
    choose(tileAt(event->pos()));
}

void NeighbourBoard::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(tiles_.size()) - 1;
    const bool on = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (on || back) {
        current_ = std::clamp(current_ + (on ? 1 : -1), 0, std::max(0, last));
        update();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        choose(current_);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace kinelens::ui
