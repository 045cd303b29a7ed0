#include "ui/forms/option_slider.h"

#include "ui/forms/option_row.h"

#include <algorithm>
#include <cmath>

namespace kinelens::ui {
namespace {

constexpr int positions = 1000;

double number(const OptionValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    const auto* real = std::get_if<double>(&value);
    return real ? *real : 0;
}

} // namespace

OptionSlider::OptionSlider(OptionRow& row, double most, QWidget* parent)
    : QSlider(Qt::Horizontal, parent)
    , row_(row)
    , least_(row.info().minimum)
    , most_(std::min(most, row.info().maximum)) {
    setRange(0, positions);
    setSingleStep(5);
    setPageStep(50);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(row.editor()->accessibleName());
    setToolTip(row.editor()->toolTip());
    setMinimumWidth(72);
    connect(&row_, &OptionRow::edited, this, [this] {
        const auto value = row_.value();
        if (!value || isSliderDown()) return;
        const QSignalBlocker quiet(this);
        setValue(positionOf(number(*value)));
    });
    connect(this, &QSlider::valueChanged, this, [this](int position) {
        const double value = valueAt(position);
        if (row_.info().kind == OptionKind::integer)
            row_.setValue(OptionValue(static_cast<std::int64_t>(std::llround(value))));
        else
            row_.setValue(OptionValue(std::round(value * 1000) / 1000));
    });
}

double OptionSlider::valueAt(int position) const {
    const double share = static_cast<double>(position) / positions;
    return least_ + share * share * (most_ - least_);
}

int OptionSlider::positionOf(double value) const {
    const double share = std::clamp((value - least_) / std::max(1e-9, most_ - least_), 0.0, 1.0);
    return static_cast<int>(std::lround(std::sqrt(share) * positions));
}

} // namespace kinelens::ui
