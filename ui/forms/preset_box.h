// PresetBox: the presets of a verb, with what each is for as its tool tip.
#pragma once

#include "core/options/option_info.h"

#include <QComboBox>

namespace kinelens::ui {

class PresetBox : public QComboBox {
    Q_OBJECT
public:
    // `first` is chosen; empty: the usual values, which then stand above the presets.
    PresetBox(QString verb, const QString& first, QWidget* parent);

    void choose(const QString& name);                         // what is not there changes nothing
    QString name() const { return currentData().toString(); } // empty: the usual values
    bool hasPresets() const;

    // The chosen preset's, over `defaults`. Errors: what reading the preset gives.
    Result<OptionValues> values(const OptionTable& table, const OptionValues& defaults) const;

private:
    QString verb_;
};

} // namespace kinelens::ui
