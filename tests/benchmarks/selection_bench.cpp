// Times a selection of 5,000 of 60,000 sequences, lassoed on the map, until every view that is linked shows
// it: the map itself, the dataset's table, the evaluation with its confusion matrix and list, and the nearest
// features. Run it with QT_QPA_PLATFORM=offscreen on a machine without a display.
#include "core/foundation/random.h"
#include "core/results/evaluation_results.h"
#include "ui/browse/sequence_table.h"
#include "ui/browse/sequence_table_model.h"
#include "ui/evaluate/evaluation_view.h"
#include "ui/explore/embedding_view.h"
#include "ui/explore/map_legend.h"
#include "ui/explore/neighbours_panel.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "viz/charts/point_map.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <cstdio>

using namespace kinelens;
using namespace kinelens::ui;

namespace {

constexpr int sequences = 60000, chosen = 5000, classes = 60, rounds = 9;

std::string name_of(int index) {
    return "S" + std::to_string(100000 + index);
}

OpenDatasetPtr dataset() {
    std::vector<SequenceInfo> infos(sequences);
    DatasetInfo about;
    for (int c = 0; c < classes; ++c) about.class_names.push_back("class " + std::to_string(c));
    for (int i = 0; i < sequences; ++i) {
        SequenceInfo& info = infos[static_cast<std::size_t>(i)];
        info.name = name_of(i);
        info.length = 60;
        info.label = i % classes;
    }
    return makeOpenDataset("d.h5", about, infos, {}, true);
}

Embedding map_of_all() {
    Embedding map;
    CounterRandom noise(1);
    for (int i = 0; i < sequences; ++i) {
        map.names.push_back(name_of(i));
        for (int axis = 0; axis < 2; ++axis)
            map.coordinates.push_back(
                static_cast<float>(10 * (axis ? i % classes / 8 : i % classes % 8) + noise.uniform(-4, 4)));
    }
    return map;
}

EvaluationResults results_of_all() {
    EvaluationResults results;
    results.stamp = {{"verb", "retrieve"}, {"protocol", "p"}};
    results.fold_names = {"p"};
    for (int c = 0; c < classes; ++c) results.class_names.push_back("class " + std::to_string(c));
    for (int i = 0; i < sequences; ++i) {
        results.names.push_back(name_of(i));
        results.truth.push_back(i % classes);
        results.predicted.push_back(i % 7 ? i % classes : (i + 1) % classes);
        results.fold.push_back(0);
    }
    return results;
}

double milliseconds_to_select(viz::PointMap& map, const std::vector<int>& points,
                              const std::vector<QWidget*>& windows) {
    QElapsedTimer clock;
    clock.start();
    emit map.areaChosen(points, Qt::NoModifier);
    for (int turn = 0; turn < 3; ++turn) QCoreApplication::processEvents(); // what was put off, and painting
    for (QWidget* window : windows) window->repaint();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

} // namespace

int main(int count, char** words) {
    const QApplication application(count, words);
    const QTemporaryDir folder;
    DatasetService service;
    Selection selection;
    Playhead playhead;
    SequenceTableModel model;
    model.setDataset(dataset());
    SequenceTable table(model, selection);
    MapLegend legend;
    ShownMap map;
    ShownEvaluation shown;
    EmbeddingView view({service, selection, playhead, legend, map});
    view.setKnowledge({&model, nullptr});
    NeighboursPanel neighbours({service, selection, playhead, map});
    map.set(makeShownEmbedding("m.h5", map_of_all()));
    EvaluationView evaluation({service, selection, playhead, shown});
    const QString file = folder.filePath(QStringLiteral("results.h5"));
    if (!write_results(file.toStdString(), results_of_all())) return 1;
    QEventLoop loop;
    QObject::connect(&shown, &ShownEvaluation::changed, &loop, &QEventLoop::quit);
    shown.show({file});
    loop.exec();
    const std::vector<QWidget*> windows{&table, &view, &neighbours, &evaluation};
    for (QWidget* window : windows) {
        window->resize(900, 700);
        window->setVisible(true);
    }
    QCoreApplication::processEvents();
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        std::vector<int> points;
        for (int i = 0; i < chosen; ++i) points.push_back(i * (sequences / chosen) + round);
        times.push_back(milliseconds_to_select(view.map(), points, windows));
    }
    std::ranges::sort(times);
    std::printf(
        "%d of %d selected and shown in the map, the table, the evaluation and the nearest features:\n"
        "median %.0f ms, slowest of %d: %.0f ms\n",
        chosen, sequences, times[rounds / 2], rounds, times.back());
    return selection.selected().size() == chosen ? 0 : 1;
}
