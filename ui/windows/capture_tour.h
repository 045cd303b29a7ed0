// CaptureTour: waits until the window shows living things, then saves a picture of the window and of every
// panel in every mode, light and dark. For machines without a display, and for whoever reviews the look.
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QTimer>
#include <vector>

class QWidget;

namespace kinelens::ui {

class MainWindow;
class ThemeKeeper;

class CaptureTour : public QObject {
    Q_OBJECT
public:
    // `training`: a run must have logged losses before the first picture.
    CaptureTour(MainWindow& window, ThemeKeeper& theme, QString folder, bool training);

    void start();

signals:
    void finished(int exitCode); // 0, or 3 if something is missing or blank

private:
    struct Stop {
        QString theme;
        QString mode;
    };
    void lookWhetherAlive();
    bool alive() const;
    void visitNext();
    void takePictures(const Stop& stop);
    void save(QWidget& widget, const QString& name);
    void finish();

    MainWindow& window_;
    ThemeKeeper& theme_;
    QString folder_;
    bool training_;
    QTimer poll_;
    QElapsedTimer clock_;
    std::vector<Stop> stops_;
    QJsonArray pictures_;
    QStringList faults_;
};

} // namespace kinelens::ui
