#include "ui/play/player_commands.h"

#include "ui/commands/action_registry.h"
#include "ui/commands/icons.h"
#include "ui/state/playhead.h"

#include <QCoreApplication>

namespace kinelens::ui {
namespace {

struct PlayerCommandsWords {
    Q_DECLARE_TR_FUNCTIONS(PlayerCommands)
};

void addSteps(ActionRegistry& registry, Playhead& playhead) {
    const QString group = PlayerCommandsWords::tr("Player");
    registry.add({"player.first", group, PlayerCommandsWords::tr("First frame"), "media-skip-backward"},
                 {Qt::Key_Home}, [&playhead] { playhead.toFirst(); });
    registry.add({"player.last", group, PlayerCommandsWords::tr("Last frame"), "media-skip-forward"},
                 {Qt::Key_End}, [&playhead] { playhead.toLast(); });
    registry.add({"player.back", group, PlayerCommandsWords::tr("One frame back"), "kinelens-frame-back"},
                 {Qt::Key_Left}, [&playhead] { playhead.stepFrames(-1); });
    registry.add(
        {"player.forward", group, PlayerCommandsWords::tr("One frame forward"), "kinelens-frame-forward"},
        {Qt::Key_Right}, [&playhead] { playhead.stepFrames(1); });
    registry.add({"player.back10", group, PlayerCommandsWords::tr("Ten frames back")},
                 {Qt::SHIFT | Qt::Key_Left}, [&playhead] { playhead.stepFrames(-10); });
    registry.add({"player.forward10", group, PlayerCommandsWords::tr("Ten frames forward")},
                 {Qt::SHIFT | Qt::Key_Right}, [&playhead] { playhead.stepFrames(10); });
    registry.add({"player.backSecond", group, PlayerCommandsWords::tr("One second back")},
                 {Qt::CTRL | Qt::Key_Left}, [&playhead] { playhead.stepSeconds(-1); });
    registry.add({"player.forwardSecond", group, PlayerCommandsWords::tr("One second forward")},
                 {Qt::CTRL | Qt::Key_Right}, [&playhead] { playhead.stepSeconds(1); });
}

void addLoop(ActionRegistry& registry, Playhead& playhead) {
    const QString group = PlayerCommandsWords::tr("Player");
    registry.add({"player.loopIn", group, PlayerCommandsWords::tr("Loop from here")}, {Qt::Key_I},
                 [&playhead] { playhead.setLoopIn(); });
    registry.add({"player.loopOut", group, PlayerCommandsWords::tr("Loop to here")}, {Qt::Key_O},
                 [&playhead] { playhead.setLoopOut(); });
    registry.add({"player.loopAll", group, PlayerCommandsWords::tr("Loop the whole sequence")},
                 {Qt::SHIFT | Qt::Key_L}, [&playhead] { playhead.clearLoopRange(); });
    QAction* loop = registry.add({"player.loop", group, PlayerCommandsWords::tr("Loop"), "media-repeat-all"},
                                 {Qt::Key_L}, [&playhead] { playhead.setLooping(!playhead.looping()); });
    loop->setCheckable(true);
    loop->setChecked(playhead.looping());
    QObject::connect(&playhead, &Playhead::loopChanged, loop,
                     [loop, &playhead] { loop->setChecked(playhead.looping()); });
}

} // namespace

void addPlayerCommands(ActionRegistry& registry, Playhead& playhead) {
    const QString group = PlayerCommandsWords::tr("Player");
    QAction* play =
        registry.add({"player.play", group, PlayerCommandsWords::tr("Play"), "media-playback-start"},
                     {Qt::Key_Space}, [&playhead] { playhead.toggle(); });
    QObject::connect(&playhead, &Playhead::playingChanged, play, [play](bool playing) {
        play->setText(playing ? PlayerCommandsWords::tr("Pause") : PlayerCommandsWords::tr("Play"));
        play->setIcon(
            icon(playing ? QStringLiteral("media-playback-pause") : QStringLiteral("media-playback-start")));
        play->setToolTip(toolTipWithKeys(*play));
    });
    addSteps(registry, playhead);
    registry.add({"player.slower", group, PlayerCommandsWords::tr("Slower")}, {Qt::Key_Comma},
                 [&playhead] { playhead.slower(); });
    registry.add({"player.faster", group, PlayerCommandsWords::tr("Faster")}, {Qt::Key_Period},
                 [&playhead] { playhead.faster(); });
    addLoop(registry, playhead);
}

void setPlayerCommandsEnabled(const ActionRegistry& registry, bool on) {
    for (const auto& [words, action] : registry.entries())
        if (words.id.startsWith(QStringLiteral("player."))) action->setEnabled(on);
}

} // namespace kinelens::ui
