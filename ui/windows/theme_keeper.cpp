#include "ui/windows/theme_keeper.h"

#include "ui/commands/icons.h"
#include "viz/palette/apply_theme.h"
#include "viz/palette/qt_theme.h"

#include <QApplication>

namespace kinelens::ui {

ThemeKeeper::ThemeKeeper(QApplication& application, Preferences& preferences)
    : application_(application)
    , preferences_(preferences)
    , desktops_(viz::theme_of(QApplication::palette()))
    , choice_(preferences.theme()) {
    connect(&preferences_, &Preferences::themeChanged, this, &ThemeKeeper::force);
    apply();
}

viz::Theme ThemeKeeper::theme() const {
    if (choice_ == ThemeChoice::system) return desktops_;
    return choice_ == ThemeChoice::dark ? viz::Theme::dark : viz::Theme::light;
}

void ThemeKeeper::force(ThemeChoice choice) {
    choice_ = choice;
    apply();
}

void ThemeKeeper::apply() {
    setIconTheme(theme() == viz::Theme::dark);
    viz::apply_theme(application_, theme());
}

} // namespace kinelens::ui
