#include "ui/widgets/turning_splitter.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

constexpr double leastShare = 0.1;

double shareFrom(const QJsonValue& value, double usual) {
    return std::clamp(value.toDouble(usual), leastShare, 1 - leastShare);
}

} // namespace

TurningSplitter::TurningSplitter(double beside, double below, int width, QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , beside_(beside)
    , below_(below)
    , width_(width) {
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] {
        const QList<int> parts = sizes();
        if (parts.size() == 2 && parts[0] + parts[1] > 0)
            share() = static_cast<double>(parts[0]) / (parts[0] + parts[1]);
    });
}

QJsonObject TurningSplitter::state() const {
    return {{QStringLiteral("beside"), beside_}, {QStringLiteral("below"), below_}};
}

void TurningSplitter::restore(const QJsonObject& state) {
    beside_ = shareFrom(state[QStringLiteral("beside")], beside_);
    below_ = shareFrom(state[QStringLiteral("below")], below_);
    apply();
}

QSize TurningSplitter::minimumSizeHint() const {
    QSize least(0, handleWidth());
    for (int i = 0; i < count(); ++i) {
        const QSize part = widget(i)->minimumSizeHint().expandedTo(widget(i)->minimumSize());
        least = {std::max(least.width(), part.width()), least.height() + part.height()};
    }
    return least;
}

void TurningSplitter::resizeEvent(QResizeEvent* event) {
    const auto wanted = width() >= width_ ? Qt::Horizontal : Qt::Vertical;
    if (wanted != orientation()) setOrientation(wanted);
    QSplitter::resizeEvent(event);
    apply();
}

void TurningSplitter::apply() {
    const int whole = (orientation() == Qt::Horizontal ? width() : height()) - handleWidth();
    const int first = static_cast<int>(share() * whole);
    if (count() == 2 && whole > 0) setSizes({first, whole - first});
}

} // namespace kinelens::ui
