// What the tests of maps share: a dataset of three classes, a map of it, and the panel with all it needs.
#pragma once

#include "core/dataset/dataset_writer.h"
#include "ui/explore/embedding_panel.h"
#include "ui/jobs/run_scanner.h"
#include "ui/state/chosen_runs.h"
#include "ui/state/dataset_service.h"
#include "ui/state/playhead.h"
#include "ui/state/selection.h"
#include "ui/state/shown_evaluation.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace kinelens::ui {

inline constexpr int sequences = 24;

inline std::string nameOf(int i) {
    char name[16];
    std::snprintf(name, sizeof name, "S%05d", i);
    return name;
}

// Three classes on three heaps; each point's neighbours are the next two of its class.
inline Embedding example(int count = sequences) {
    Embedding made;
    for (int i = 0; i < count; ++i) {
        made.names.push_back(nameOf(i));
        made.coordinates.push_back(static_cast<float>(100 * (i % 3) + i / 3));
        made.coordinates.push_back(static_cast<float>(i % 7));
        made.preservation.push_back(static_cast<float>(i) / static_cast<float>(count));
        for (const int step : {3, 6}) {
            made.neighbours.push_back((i + step) % count);
            made.distances.push_back(static_cast<float>(step));
        }
    }
    made.k = 2;
    made.stamp = {{"data", "/d/wave.h5"}, {"checkpoint", "/r/pretrain-0001/checkpoints/epoch-0060.pt"}};
    made.options = R"({"perplexity": 12})";
    made.report = R"({"kl": 0.25, "silhouette": 0.5})";
    return made;
}

// All sequences of the example but the last two.
inline void writeExampleDataset(const QString& file) {
    DatasetInfo info;
    info.name = "wave";
    info.layout = *built_in_layout("ntu25");
    info.class_names = {"wave", "bow", "kick"};
    auto writer = DatasetWriter::create(file.toStdString(), info);
    QVERIFY(writer);
    for (int i = 0; i < sequences - 2; ++i) {
        SequenceInfo sequence;
        sequence.name = nameOf(i);
        sequence.label = i % 3;
        sequence.subject = i % 4 + 1;
        Motion motion(9, 1, 25);
        for (std::int64_t frame = 0; frame < 9; ++frame) {
            motion.set_tracked(frame, 0, true);
            for (int joint = 0; joint < 25; ++joint) motion.joint(frame, 0, joint)[1] = 0.1F * float(joint);
        }
        QVERIFY(writer->append(sequence, motion, {}));
    }
    QVERIFY(writer->finish());
}

// The map in a file of the folder; empty where it could not be written.
inline QString writeMap(const QTemporaryDir& folder, const char* name, const Embedding& map) {
    const QString file = folder.filePath(name);
    return write_embedding(file.toStdString(), map) ? file : QString();
}

struct EmbeddingBench {
    explicit EmbeddingBench(const QString& folder, const QString& program = {})
        : runner(program.isEmpty() ? folder + "/no-program" : program)
        , scanner(folder + "/runs")
        , panel({{runner, scanner, formDataset},
                 chosen,
                 evaluation,
                 shownMap,
                 service,
                 selection,
                 playhead,
                 model}) {
        panel.resize(900, 700);
        QObject::connect(&service, &DatasetService::opened, &model,
                         [this](const OpenDatasetPtr& open) { model.setDataset(open); });
    }
    DatasetService service;
    Selection selection;
    Playhead playhead;
    SequenceTableModel model;
    JobRunner runner;
    RunScanner scanner;
    CurrentDataset formDataset; // that of the form for the next map
    ChosenRuns chosen;
    ShownEvaluation evaluation;
    ShownMap shownMap;
    EmbeddingPanel panel;

    viz::PointMap& map() { return panel.view()->map(); }
    void openDataset(const QString& file) {
        QSignalSpy opened(&service, &DatasetService::opened);
        service.open(file);
        QVERIFY(opened.wait(5000));
        QCoreApplication::processEvents();
    }
};

} // namespace kinelens::ui
