// Preferences: what a person chose once for every workspace, kept by QSettings.
#pragma once

#include <QObject>
#include <QSettings>
#include <QStringList>

namespace kinelens::ui {

enum class ThemeChoice { system, light, dark };

class Preferences : public QObject {
    Q_OBJECT
public:
    // `file`: where they are kept; empty: the system's place for them.
    explicit Preferences(const QString& file = {}, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QString dataFolder() const; // where datasets made here are written
    QString runsFolder() const;
    void setRunsFolder(const QString& folder);

    // For this session only: given on the command line, not remembered. Empty: as chosen.
    void useFolders(const QString& data, const QString& runs);

    QStringList recentFiles() const;      // datasets and workspaces, newest first, those that still exist
    QStringList knownRecentFiles() const; // also those that are gone: the disk is not asked
    void addRecentFile(const QString& file);
    void removeRecentFile(const QString& file);
    void clearRecentFiles();

signals:
    void themeChanged(kinelens::ui::ThemeChoice theme);
    void recentFilesChanged();
    void foldersChanged();

private:
    QString folder(const char* key, const QString& name) const;

    std::unique_ptr<QSettings> settings_;
    QString sessionData_;
    QString sessionRuns_;
};

} // namespace kinelens::ui
