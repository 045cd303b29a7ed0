#include "tests/ui/walk/walker.h"

#include "tests/ui/walk/shell_checks.h"
#include "ui/train/training_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QScreen>
#include <QTest>

namespace kinelens::walk {
namespace {

constexpr int startPatience = 120'000; // milliseconds until a training logs; a busy machine takes its time
constexpr int remembered = 25;
constexpr int enoughFaults = 5;

bool going(ui::MainWindow& window) {
    const ui::RunFeed* feed = window.training().view()->feed();
    return feed && is_going(feed->state());
}

} // namespace

Walker::Walker(Places places, quint32 seed, ui::ThemeChoice theme)
    : places_(std::move(places))
    , random_(seed)
    , theme_(theme) {
    connect(&dialogs_, &QTimer::timeout, this, &Walker::answerDialogs);
    dialogs_.start(150);
    open();
}

Walker::~Walker() = default;

void Walker::open() {
    ui::DesktopPlaces places;
    places.program = places_.program;
    places.settings = places_.folder + QStringLiteral("/settings.ini");
    places.state = places_.folder + QStringLiteral("/state");
    places.runs = places_.folder + QStringLiteral("/runs");
    places.data = places_.folder + QStringLiteral("/data");
    desktop_ = std::make_unique<ui::Desktop>(places);
    keeper_ = std::make_unique<ui::ThemeKeeper>(*qApp, desktop_->preferences);
    keeper_->force(theme_);
    window_ = std::make_unique<ui::MainWindow>(*desktop_);
    window_->restoreSession();
    window_->show();
    if (!QTest::qWaitForWindowExposed(window_.get())) tell(QStringLiteral("the window does not appear"));
    window_->activateWindow();
    settle();
    size_ = window_->size();
}

bool Walker::begin() {
    window_->startDemo(true);
    const bool started = QTest::qWaitFor([this] { return going(*window_); }, startPatience);
    settle(500);
    note();
    check();
    return started;
}

// Ended as a person ends it; it is stopped at the end of the program in any case.
void Walker::end() {
    for (const ui::RunEntry& run : desktop_->scanner.runs())
        (void)request_control(run.folder.toStdString(), {ControlRequest::stop, 0});
    (void)QTest::qWaitFor(
        [this] {
            for (const ui::RunEntry& run : desktop_->scanner.runs())
                if (is_going(run.state)) return false;
            return true;
        },
        60'000);
    window_.reset();
    keeper_.reset();
    desktop_.reset();
}

void Walker::settle(int milliseconds) {
    QTest::qWait(milliseconds);
}

void Walker::tell(const QString& fault) {
    if (faults_.size() >= enoughFaults) return;
    QDir().mkpath(places_.pictures);
    const QString picture =
        places_.pictures + QStringLiteral("/step-%1-%2.png").arg(steps_).arg(faults_.size());
    if (window_) {
        window_->screen()->grabWindow(0).save(picture);
        window_->grab().save(QString(picture).replace(QStringLiteral(".png"), QStringLiteral("-window.png")));
    }
    faults_ << QStringLiteral("step %1: %2\n    after %3")
                   .arg(steps_)
                   .arg(fault, lately_.join(QStringLiteral(", ")));
}

void Walker::check() {
    QStringList found = faultsOf(*window_);
    for (int look = 0; look < 4 && !found.isEmpty(); ++look) { // what is still being laid out is no fault
        settle(400);
        found = faultsOf(*window_);
    }
    for (const QString& fault : found) tell(fault);
    if (window_->size() != size_)
        tell(QStringLiteral("the window has another size: %1x%2, not %3x%4")
                 .arg(window_->width())
                 .arg(window_->height())
                 .arg(size_.width())
                 .arg(size_.height()));
    if (faults_.isEmpty()) return;
    size_ = window_->size(); // told once
}

// Questions are answered with No, file dialogs closed: the walk goes on as after a wrong click.
void Walker::answerDialogs() {
    if (QWidget* popup = QApplication::activePopupWidget()) {
        popup->close();
        return;
    }
    QWidget* modal = QApplication::activeModalWidget();
    if (!modal) return;
    if (!modal->screen()->availableGeometry().contains(modal->frameGeometry()))
        tell(QStringLiteral("a dialog does not fit the screen: %1").arg(modal->windowTitle()));
    if (auto* box = qobject_cast<QMessageBox*>(modal))
        for (const auto answer : {QMessageBox::Discard, QMessageBox::No, QMessageBox::Ok})
            if (QAbstractButton* button = box->button(answer)) return button->click();
    modal->close();
}

void Walker::step() {
    static constexpr Step steps[] = {&Walker::enterMode,      &Walker::enterMode,    &Walker::enterMode,
                                     &Walker::enterMode,      &Walker::useDock,      &Walker::useDock,
                                     &Walker::moveDock,       &Walker::moveDock,     &Walker::resetMode,
                                     &Walker::resizeWindow,   &Walker::pressKey,     &Walker::pressKey,
                                     &Walker::pressKey,       &Walker::clickControl, &Walker::clickControl,
                                     &Walker::clickControl,   &Walker::openFiles,    &Walker::undoOrRedo,
                                     &Walker::chooseSequence, &Walker::changeTheme,  &Walker::visitStartPage};
    ++steps_;
    lately_ << QString();
    if (lately_.size() > remembered) lately_.removeFirst();
    if (any(40) == 0)
        restart();
    else
        (this->*steps[any(static_cast<int>(std::size(steps)))])();
    settle();
    check();
    note();
}

} // namespace kinelens::walk
