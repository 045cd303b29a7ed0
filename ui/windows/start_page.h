// StartPage: the first minute: the demo, importing, a workspace, recent files, and what each mode is for.
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace kinelens::ui {

class Preferences;
class RecentList;

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(Preferences& preferences, QWidget* parent = nullptr);

signals:
    void demoWanted();
    void importWanted();
    void openWanted();
    void fileWanted(const QString& file);
    void modeWanted(const QString& mode);

protected:
    void changeEvent(QEvent* event) override;

private:
    QVBoxLayout* beginnings();
    void addModes(QVBoxLayout& column);
    void colour();

    RecentList* recent_;
    QList<QWidget*> muted_;
};

} // namespace kinelens::ui
