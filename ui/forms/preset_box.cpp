#include "ui/forms/preset_box.h"

#include "core/foundation/resources.h"
#include "core/options/option_json.h"
#include "core/options/verb_descriptions.h"
#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"

namespace kinelens::ui {

PresetBox::PresetBox(QString verb, const QString& first, QWidget* parent)
    : QComboBox(parent)
    , verb_(std::move(verb)) {
    setAccessibleName(tr("Preset"));
    if (first.isEmpty()) addItem(tr("the usual values"));
    for (const std::string& name : resource_names("presets/" + verb_.toStdString())) {
        const QString text = QString::fromStdString(name);
        addItem(presetWords(text), text);
        setItemData(count() - 1, verbWords(preset_help(name)), Qt::ToolTipRole);
    }
    choose(first);
}

void PresetBox::choose(const QString& name) {
    if (const int place = findData(name); place >= 0) setCurrentIndex(place);
}

bool PresetBox::hasPresets() const {
    return !resource_names("presets/" + verb_.toStdString()).empty();
}

Result<OptionValues> PresetBox::values(const OptionTable& table, const OptionValues& defaults) const {
    if (name().isEmpty()) return defaults;
    return preset_values(table, defaults, verb_.toStdString(), name().toStdString());
}

} // namespace kinelens::ui
