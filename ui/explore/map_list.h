// MapList: the maps there are: those of `embed` runs, newest first, and files that were opened. Several at
// once are compared.
#pragma once

#include <QWidget>

class QTreeWidget;

namespace kinelens::ui {

class RunScanner;

class MapList : public QWidget {
    Q_OBJECT
public:
    explicit MapList(RunScanner& scanner, QWidget* parent = nullptr);

    void select(const QStringList& places); // folders of runs, or files
    QStringList selected() const;
    void addFile(const QString& file);

signals:
    void mapsChosen(const QStringList& places);
    void openWanted();

private:
    void refresh();

    RunScanner& scanner_;
    QStringList files_;
    QTreeWidget* list_;
};

} // namespace kinelens::ui
