#include "ui/jobs/run_colours.h"

#include "core/foundation/random.h"
#include "viz/palette/line_styles.h"

#include <QFileInfo>
#include <array>

namespace kinelens::ui {

void RunColours::show(const QStringList& folders) {
    std::array<bool, viz::line_colours> taken{};
    shown_.removeIf([&](const auto& one) { return !folders.contains(one.key()); });
    for (const int colour : std::as_const(shown_)) taken[static_cast<std::size_t>(colour)] = true;
    for (const QString& folder : folders) {
        if (shown_.contains(folder)) continue;
        auto colour = hash_text(QFileInfo(folder).fileName().toStdString()) % taken.size();
        for (std::size_t tries = 0; tries < taken.size() && taken[colour]; ++tries)
            colour = (colour + 1) % taken.size();
        taken[colour] = true;
        shown_.insert(folder, static_cast<int>(colour));
    }
}

} // namespace kinelens::ui
