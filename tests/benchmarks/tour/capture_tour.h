// CaptureTour: waits until the window shows living things, then saves a picture of the window and of every
// panel in every mode, light and dark. For machines without a display, and for whoever reviews the look.
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QTimer>
#include <vector>

class QTabWidget;
class QWidget;

namespace kinelens {
struct Workbench;
namespace ui {
class MainWindow;
}
} // namespace kinelens

namespace kinelens::tour {

enum class Awaited {
    nothing,  // the start page is the picture
    opened,   // what was asked for is shown, or why it cannot be
    training, // and a run has logged losses; it is stopped at the end
};

class CaptureTour : public QObject {
    Q_OBJECT
public:
    CaptureTour(Workbench& workbench, QString folder, Awaited awaited);

    void start();

signals:
    void finished(int exitCode); // 0, or 3 if something is missing or blank

private:
    struct Stop {
        QString theme;
        QString mode; // empty: the start page
    };
    void lookWhetherAlive();
    bool alive() const;
    void visitNext();
    void takePictures(const Stop& stop);
    void takeTabs(QTabWidget& tabs, const Stop& stop);
    void takeErrors(const Stop& stop);
    void save(QWidget& widget, const QString& name);
    bool opened() const;
    void endTraining();
    void finish();

    Workbench& workbench_;
    ui::MainWindow& window_;
    QString folder_;
    Awaited awaited_;
    QTimer poll_;
    QElapsedTimer clock_;
    QElapsedTimer stopping_;
    std::vector<Stop> stops_;
    QJsonArray pictures_;
    QStringList faults_;
};

} // namespace kinelens::tour
