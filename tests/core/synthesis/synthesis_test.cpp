#include "core/synthesis/synthesis.h"

#include "core/dataset/dataset_reader.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <limits>
#include <map>
#include <set>

namespace synthesis_test {

using namespace kinelens;

namespace {

SynthesisOptions small(int sequences = 30) {
    SynthesisOptions options;
    options.sequences = sequences;
    options.threads = 2;
    return options;
}

SynthesisOptions untrimmed(int sequences) {
    SynthesisOptions options = small(sequences);
    options.untrimmed = true;
    options.seconds_min = 20;
    options.seconds_max = 40;
    return options;
}

SyntheticSequence sequence(const SynthesisOptions& options, std::int64_t index) {
    auto made = synthesize_sequence(options, index);
    if (!made) qFatal("%s", describe(made.error()).c_str());
    return std::move(*made);
}

Result<SynthesisReport> write(const SynthesisOptions& options, const QTemporaryDir& folder,
                              const char* name) {
    return run_synthesis(options, folder.filePath(name).toStdString(), [](const Event&) {}, {});
}

// Joints of the first body relative to its spine, at 16 moments.
std::vector<float> signature(const Motion& motion) {
    std::vector<float> values;
    for (int k = 0; k < 16; ++k) {
        const std::int64_t frame = k * (motion.frames - 1) / 15;
        for (int v = 0; v < motion.joints; ++v)
            for (int axis = 0; axis < 3; ++axis)
                values.push_back(motion.joint(frame, 0, v)[axis] - motion.joint(frame, 0, 1)[axis]);
    }
    return values;
}

} // namespace

class SynthesisTest : public QObject {
    Q_OBJECT
private slots:
    void sameSeedSameBytesWhateverTheThreads() {
        QTemporaryDir folder;
        SynthesisOptions one = small(), four = small(), other = small();
        one.threads = 1;
        four.threads = 4;
        other.seed = 1;
        const auto a = write(one, folder, "a.h5"), b = write(four, folder, "b.h5");
        const auto c = write(other, folder, "c.h5");
        QVERIFY(a && b && c);
        QCOMPARE(a->content_hash, b->content_hash);
        QVERIFY(a->content_hash != c->content_hash);
    }

    void fileHoldsWhatWasMade() {
        QTemporaryDir folder;
        const auto report = write(small(), folder, "a.h5");
        QVERIFY(report);
        QCOMPARE(report->sequences, 30);
        auto reader = DatasetReader::open(folder.filePath("a.h5").toStdString());
        QVERIFY(reader);
        QVERIFY(QString::fromStdString(reader->info().name).contains("synthetic"));
        QCOMPARE(reader->info().layout.name, std::string("ntu25"));
        const SyntheticSequence made = sequence(small(), 17); // alone
        QCOMPARE(reader->sequences()[17].name, made.info.name);
        QCOMPARE(reader->sequences()[17].label, made.info.label);
        auto motion = reader->read(17);
        QVERIFY(motion);
        QVERIFY(motion->positions == made.motion.positions);
        QVERIFY(motion->tracked == made.motion.tracked);
    }

    void namesSayWhatTheInfoSays() {
        std::set<std::string> names;
        for (std::int64_t i = 0; i < 400; ++i) {
            const SequenceInfo info = sequence(small(), i).info;
            char text[40];
            std::snprintf(text, sizeof text, "S%03dC%03dP%03dR%03dA%03d", info.setup, info.camera,
                          info.subject, info.repetition, info.label + 1);
            QCOMPARE(info.name, std::string(text));
            names.insert(info.name);
        }
        QCOMPARE(names.size(), std::size_t(400));
    }

    void classesAreBalanced() {
        const SynthesisOptions options = small(300);
        std::map<int, int> counts;
        for (std::int64_t i = 0; i < 300; ++i) ++counts[sequence(options, i).info.label];
        QCOMPARE(counts.size(), synthetic_class_names().size());
        for (const auto& [label, count] : counts) QVERIFY(count >= 9 && count <= 12);
    }

    void fewSequencesShowManyActors() {
        std::set<int> subjects;
        for (std::int64_t i = 0; i < 90; ++i) subjects.insert(sequence(small(), i).info.subject);
        QCOMPARE(subjects.size(), std::size_t(12));
    }

    void lengthsStayWithinTheBounds() {
        for (auto [low, high] : {std::pair{60, 120}, {45, 60}, {100, 100}, {150, 300}}) {
            SynthesisOptions options = small();
            options.frames_min = low;
            options.frames_max = high;
            for (std::int64_t i = 0; i < 90; i += 3) {
                const auto frames = sequence(options, i).motion.frames;
                QVERIFY2(frames >= low && frames <= high, qPrintable(QString::number(frames)));
            }
        }
    }

    // The same performance from two cameras, without noise: one rigid motion apart.
    void camerasShareTheMotion() {
        SynthesisOptions options = small();
        options.noise = options.dropouts = 0;
        options.classes = "kick";
        const Motion a = sequence(options, 0).motion, b = sequence(options, 1).motion;
        QCOMPARE(a.frames, b.frames);
        for (std::int64_t frame = 0; frame < a.frames; frame += 5) {
            const auto distance = [&](const Motion& motion, int v) {
                const float *p = motion.joint(frame, 0, v), *q = motion.joint(0, 0, 3);
                return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
            };
            for (int v = 0; v < a.joints; ++v) QVERIFY(std::abs(distance(a, v) - distance(b, v)) < 1e-4f);
        }
        options.noise = 1;
        QVERIFY(sequence(options, 0).motion.positions != a.positions);
    }

    void coordinatesAreThoseOfAKinect() {
        for (std::int64_t i = 0; i < 90; ++i) {
            const Motion motion = sequence(small(), i).motion;
            const float* centre = motion.joint(motion.frames / 2, 0, 1);
            if (!motion.is_tracked(motion.frames / 2, 0)) continue;
            QVERIFY(centre[2] > 1.5f && centre[2] < 5.0f);
            QVERIFY(std::abs(centre[0]) < 1.5f);
            const float head = motion.joint(0, 0, 3)[1], foot = motion.joint(0, 0, 15)[1];
            QVERIFY(head > foot + 0.8f); // y is up
        }
    }

    void frontCameraSeesTheRightShoulderAtLargerX() { // as in NTU RGB+D: facing the sensor
        SynthesisOptions options = small();
        options.classes = "bow";
        const Motion motion = sequence(options, 0).motion;
        QVERIFY(motion.joint(0, 0, 8)[0] > motion.joint(0, 0, 4)[0] + 0.1f);
    }

    void noiseGrowsWithItsOption() {
        const auto error = [](double noise) {
            SynthesisOptions options = small();
            options.noise = noise;
            options.dropouts = 0;
            const Motion noisy = sequence(options, 0).motion;
            options.noise = 0;
            const Motion exact = sequence(options, 0).motion;
            double sum = 0;
            for (std::size_t i = 0; i < exact.positions.size(); ++i)
                sum += std::abs(noisy.positions[i] - exact.positions[i]);
            return sum;
        };
        QVERIFY(error(0) == 0);
        QVERIFY(error(1) > 0);
        QVERIFY(std::abs(error(2) / error(1) - 2) < 0.05);
    }

    void dropOutsLoseBodiesButNotRecordings() {
        SynthesisOptions options = small();
        options.dropouts = 10;
        int lost = 0, ghosts = 0;
        for (std::int64_t i = 0; i < 60; ++i) {
            const Motion motion = sequence(options, i).motion;
            int seen = 0, second = 0;
            for (std::int64_t frame = 0; frame < motion.frames; ++frame) {
                seen += motion.is_tracked(frame, 0);
                second += motion.is_tracked(frame, 1);
                for (int v = 0; v < motion.joints && !motion.is_tracked(frame, 0); ++v)
                    QCOMPARE(motion.joint(frame, 0, v)[1], 0.0f);
            }
            QVERIFY(seen > motion.frames / 3);
            lost += seen < motion.frames;
            ghosts += second > 0 && second < motion.frames - 20;
            for (float value : motion.positions) QVERIFY(std::isfinite(value));
        }
        QVERIFY(lost > 10);
        QVERIFY(ghosts > 0);
    }

    void intervalsAreApartAndInside() {
        int count = 0;
        for (std::int64_t i = 0; i < 12; ++i) {
            const SyntheticSequence made = sequence(untrimmed(12), i);
            QCOMPARE(made.info.label, -1);
            QVERIFY(made.motion.frames >= 20 * 30 - 1 && made.motion.frames <= 40 * 30 + 15);
            std::int64_t end = 0;
            for (const Interval& interval : made.intervals) {
                QVERIFY(interval.start >= end + 15);
                QVERIFY(interval.end > interval.start + 30);
                QVERIFY(interval.label >= 0 && interval.label < int(synthetic_class_names().size()));
                end = interval.end;
                ++count;
            }
            QVERIFY(end < made.motion.frames);
        }
        QVERIFY(count > 40);
    }

    void untrimmedMovesContinuously() {
        SynthesisOptions options = untrimmed(24);
        options.noise = options.dropouts = 0;
        options.cameras = 1;
        for (std::int64_t i = 0; i < 24; ++i) {
            const SyntheticSequence made = sequence(options, i);
            const Motion& motion = made.motion;
            for (std::int64_t frame = 1; frame < motion.frames; ++frame)
                for (int body = 0; body < 2; ++body)
                    for (int v = 0; v < motion.joints; ++v) {
                        const float *a = motion.joint(frame - 1, body, v), *b = motion.joint(frame, body, v);
                        const double step = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
                        QVERIFY2(step < 0.40, qPrintable(QString("%1 frame %2 joint %3: %4 m")
                                                             .arg(made.info.name.c_str())
                                                             .arg(frame)
                                                             .arg(v)
                                                             .arg(step)));
                    }
        }
    }

    // A raw nearest neighbour across actors: the data is learnable, but not trivial.
    void nearestNeighbourSeparatesClassesButNotPerfectly() {
        SynthesisOptions options = small();
        options.cameras = 1;
        const int classes = static_cast<int>(synthetic_class_names().size());
        std::vector<std::vector<float>> known, asked;
        std::vector<int> known_labels, asked_labels;
        for (std::int64_t i = 0; i < classes * 12; ++i) {
            const SyntheticSequence made = sequence(options, i);
            const bool training = made.info.subject % 2 == 1;
            (training ? known : asked).push_back(signature(made.motion));
            (training ? known_labels : asked_labels).push_back(made.info.label);
        }
        int right = 0;
        for (std::size_t q = 0; q < asked.size(); ++q) {
            float best = std::numeric_limits<float>::max();
            int label = -1;
            for (std::size_t k = 0; k < known.size(); ++k) {
                float distance = 0;
                for (std::size_t i = 0; i < asked[q].size(); ++i)
                    distance += (asked[q][i] - known[k][i]) * (asked[q][i] - known[k][i]);
                if (distance < best) best = distance, label = known_labels[k];
            }
            right += label == asked_labels[q];
        }
        const double accuracy = right / static_cast<double>(asked.size());
        qInfo("cross-subject 1-NN: %.1f %% of %zu", 100 * accuracy, asked.size());
        QVERIFY(accuracy > 0.3); // chance is 0.03
        QVERIFY(accuracy < 0.98);
    }

    void badOptionsAreSaid() {
        SynthesisOptions options = small();
        options.classes = "wave hand, levitate";
        auto made = synthesize_sequence(options, 0);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::not_found);
        QCOMPARE(made.error().subject, std::string("levitate"));
        options = small();
        options.frames_max = 50;
        QCOMPARE(describe_synthesis(options).error().subject, std::string("frames_max"));
        options = small();
        options.noise = -1;
        QCOMPARE(describe_synthesis(options).error().subject, std::string("noise"));
    }

    void chosenClassesOnly() {
        SynthesisOptions options = small();
        options.classes = "punch, drink";
        const auto info = describe_synthesis(options);
        QVERIFY(info);
        QCOMPARE(info->class_names, (std::vector<std::string>{"drink", "punch"}));
        QCOMPARE(sequence(options, 3).info.label, 1);
    }

    void oneActorCanStillShakeHands() {
        SynthesisOptions options = small();
        options.actors = 1;
        options.classes = "handshake";
        QVERIFY(sequence(options, 0).motion.is_tracked(0, 1));
    }

    void stoppingLeavesNoFile() {
        QTemporaryDir folder;
        std::stop_source stop;
        stop.request_stop();
        const auto report = run_synthesis(
            small(), folder.filePath("a.h5").toStdString(), [](const Event&) {}, stop.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::cancelled);
        QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    }
};

KINELENS_TEST(SynthesisTest, nothing);

} // namespace synthesis_test
#include "synthesis_test.moc"
