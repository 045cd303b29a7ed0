// Times the player's picture: milliseconds a frame of a SceneView that plays a recording, in a window of the
// size asked for. With --picture it writes the last picture instead of only timing it.
//
//     xvfb-run -a -s "-screen 0 1600x1000x24" viz_scene_bench demo.h5 --sequence 3 --frames 300 --size
//     900x700
#include "core/dataset/dataset_reader.h"
#include "viz/palette/apply_theme.h"
#include "viz/view/scene_view.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QImage>
#include <QSurfaceFormat>
#include <algorithm>
#include <cstdio>

using namespace kinelens;
using namespace kinelens::viz;

namespace {

void use_core_profile() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSamples(0);
    QSurfaceFormat::setDefaultFormat(format);
}

void describe(QCommandLineParser& parser) {
    parser.addHelpOption();
    parser.addPositionalArgument("dataset", "Dataset file (.h5).");
    parser.addOptions({{"sequence", "Index of the sequence.", "n", "0"},
                       {"frame", "Frame of the picture; -1: the middle.", "n", "-1"},
                       {"frames", "Frames to time.", "n", "200"},
                       {"size", "Window size.", "WxH", "900x700"},
                       {"dark", "Dark theme."},
                       {"trails", "With trails."},
                       {"from", "home, front, side or top.", "view", "home"},
                       {"picture", "PNG to write.", "file"}});
}

Viewpoint viewpoint(const QString& name) {
    if (name == QLatin1String("front")) return Viewpoint::front;
    if (name == QLatin1String("side")) return Viewpoint::side;
    return name == QLatin1String("top") ? Viewpoint::top : Viewpoint::home;
}

void settle() {
    for (int i = 0; i < 10; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

void report(const char* what, std::vector<double> values) {
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-20s median %6.2f ms, 10 %% %6.2f ms, 90 %% %6.2f ms, %4.0f a second\n", what, at(0.5),
                at(0.1), at(0.9), 1000 / at(0.5));
}

// Every frame: new pose, one render, composed into the window and shown.
void time_frames(SceneView& view, std::int64_t length, int frames) {
    std::vector<double> whole, render, pose;
    for (int i = 0; i < frames; ++i) {
        QElapsedTimer clock;
        clock.start();
        const qint64 before = view.framesRendered();
        view.scene().set_frame((i + 1) % length);
        pose.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        view.refresh();
        while (view.framesRendered() == before) QCoreApplication::processEvents();
        whole.push_back(static_cast<double>(clock.nsecsElapsed()) * 1e-6);
        render.push_back(view.lastRenderSeconds() * 1e3);
    }
    report("frame to frame", whole);
    report("  pose to triangles", pose);
    report("  render", render);
}

} // namespace

int main(int argc, char** argv) {
    use_core_profile();
    QApplication application(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    if (parser.positionalArguments().isEmpty()) parser.showHelp(2);
    apply_theme(application, parser.isSet("dark") ? Theme::dark : Theme::light);
    const auto dataset = DatasetReader::open(parser.positionalArguments().first().toStdString());
    if (!dataset) return std::fprintf(stderr, "cannot open the dataset\n"), 1;
    auto motion = dataset->read(parser.value("sequence").toULongLong());
    if (!motion || motion->frames == 0) return std::fprintf(stderr, "cannot read the sequence\n"), 1;
    const auto shown = std::make_shared<const Motion>(std::move(*motion));

    SceneView view;
    const QStringList size = parser.value("size").split('x');
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.show();
    SceneOptions options;
    options.trails = parser.isSet("trails");
    view.scene().set_options(options);
    view.scene().set_motion(shown, dataset->info().layout, dataset->info().up);
    view.scene().look_from(viewpoint(parser.value("from")));
    settle();
    if (const int frames = parser.value("frames").toInt(); frames > 0 && shown->frames > 1)
        time_frames(view, shown->frames, frames);
    if (parser.isSet("picture")) {
        const std::int64_t frame = parser.value("frame").toInt();
        view.scene().set_frame(frame < 0 ? shown->frames / 2 : frame);
        view.refresh();
        settle();
        view.picture().save(parser.value("picture"));
    }
    return 0;
}
