#include "ui/state/preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace kinelens::ui {
namespace {
constexpr int recentLimit = 12;
constexpr const char* themeKey = "theme";
constexpr const char* recentKey = "recent_files";
constexpr const char* dataKey = "data_folder";
constexpr const char* runsKey = "runs_folder";
const QStringList themeNames{QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")};
} // namespace

Preferences::Preferences(const QString& file, QObject* parent)
    : QObject(parent)
    , settings_(file.isEmpty() ? std::make_unique<QSettings>()
                               : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

ThemeChoice Preferences::theme() const {
    return static_cast<ThemeChoice>(
        std::max<qsizetype>(0, themeNames.indexOf(settings_->value(themeKey).toString())));
}

void Preferences::setTheme(ThemeChoice theme) {
    if (theme == this->theme()) return;
    settings_->setValue(themeKey, themeNames[static_cast<int>(theme)]);
    emit themeChanged(theme);
}

QString Preferences::folder(const char* key, const QString& name) const {
    const QString chosen = settings_->value(key).toString();
    if (!chosen.isEmpty()) return chosen;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1Char('/') + name;
}

QString Preferences::dataFolder() const {
    return sessionData_.isEmpty() ? folder(dataKey, QStringLiteral("datasets")) : sessionData_;
}

QString Preferences::runsFolder() const {
    return sessionRuns_.isEmpty() ? folder(runsKey, QStringLiteral("runs")) : sessionRuns_;
}

void Preferences::setRunsFolder(const QString& folder) {
    settings_->setValue(runsKey, folder);
    emit foldersChanged();
}

void Preferences::useFolders(const QString& data, const QString& runs) {
    if (!data.isEmpty()) sessionData_ = QDir(data).absolutePath();
    if (!runs.isEmpty()) sessionRuns_ = QDir(runs).absolutePath();
}

QStringList Preferences::knownRecentFiles() const {
    return settings_->value(recentKey).toStringList();
}

QStringList Preferences::recentFiles() const {
    QStringList files = knownRecentFiles();
    files.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    return files;
}

void Preferences::addRecentFile(const QString& file) {
    QStringList files = knownRecentFiles();
    const QString path = QFileInfo(file).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    settings_->setValue(recentKey, files.mid(0, recentLimit));
    emit recentFilesChanged();
}

void Preferences::removeRecentFile(const QString& file) {
    QStringList files = knownRecentFiles();
    if (files.removeAll(file) == 0) return;
    settings_->setValue(recentKey, files);
    emit recentFilesChanged();
}

void Preferences::clearRecentFiles() {
    settings_->remove(recentKey);
    emit recentFilesChanged();
}

} // namespace kinelens::ui
