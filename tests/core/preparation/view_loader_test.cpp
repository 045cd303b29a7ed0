#include "core/preparation/view_loader.h"
#include "tests/support/test_program.h"

#include <set>

namespace view_loader_test {

using namespace kinelens;

namespace {

Result<Motion> read_synthetic(std::size_t sequence, std::int64_t first, std::int64_t count) {
    Motion motion(count, 2, 20);
    CounterRandom random(sequence);
    for (float& value : motion.positions) value = static_cast<float>(random.uniform(-1, 1)) + float(first);
    return motion;
}

std::shared_ptr<ClipStore> make_store(std::size_t count, std::size_t budget = 1 << 20) {
    std::vector<ClipSource> sources;
    for (std::size_t i = 0; i < count; ++i)
        sources.push_back({i, 0, 30 + std::int64_t(i) % 50, "sequence " + std::to_string(i)});
    return std::make_shared<ClipStore>(sources, read_synthetic, *built_in_layout("kinect20"),
                                       NormalisationOptions{}, budget);
}

ViewLoaderOptions small_options(int threads) {
    ViewLoaderOptions options;
    options.batch_size = 8;
    options.threads = threads;
    options.view.crop_minimum = 16;
    options.seed = 3;
    return options;
}

std::vector<ViewBatch> whole_epoch(ViewLoader& loader, std::int64_t epoch, std::int64_t first = 0) {
    std::vector<ViewBatch> batches;
    loader.start(epoch, first);
    for (std::int64_t i = first; i < loader.batches_per_epoch(); ++i) batches.push_back(*loader.next());
    return batches;
}

} // namespace

class ViewLoaderTest : public QObject {
    Q_OBJECT
private slots:
    void threadsAndBudgetChangeNothing();
    void resumedEpochContinuesTheSame();
    void everySampleOncePerEpoch();
    void viewsDifferAndEpochsDiffer();
    void restOfOneJoinsItsNeighbour();
    void readingErrorsArrive();
    void abandonedEpochsAreForgotten();
    void windowsCoverTheSequence();
};

void ViewLoaderTest::threadsAndBudgetChangeNothing() {
    ViewLoader one(make_store(37), small_options(1));
    ViewLoader many(make_store(37, 0), small_options(4));
    const auto a = whole_epoch(one, 2);
    const auto b = whole_epoch(many, 2);
    QCOMPARE(a.size(), std::size_t(5));
    for (std::size_t i = 0; i < a.size(); ++i) {
        QVERIFY(a[i].clips == b[i].clips);
        QVERIFY(a[i].data == b[i].data);
        QCOMPARE(a[i].data.size(), std::size_t(4) * a[i].clips.size() * 64 * 2 * 20 * 3);
    }
}

void ViewLoaderTest::resumedEpochContinuesTheSame() {
    ViewLoader loader(make_store(37), small_options(2));
    const auto whole = whole_epoch(loader, 1);
    const auto rest = whole_epoch(loader, 1, 3);
    QCOMPARE(rest.size(), std::size_t(2));
    QVERIFY(rest[0].data == whole[3].data);
    QCOMPARE(rest[1].index, std::int64_t(4));
}

void ViewLoaderTest::everySampleOncePerEpoch() {
    ViewLoader loader(make_store(37), small_options(2));
    std::multiset<std::size_t> seen;
    for (const ViewBatch& batch : whole_epoch(loader, 0)) seen.insert(batch.clips.begin(), batch.clips.end());
    QCOMPARE(seen.size(), std::size_t(37));
    QCOMPARE(std::set<std::size_t>(seen.begin(), seen.end()).size(), std::size_t(37));
}

void ViewLoaderTest::viewsDifferAndEpochsDiffer() {
    ViewLoader loader(make_store(16), small_options(1));
    const auto first = whole_epoch(loader, 0);
    const std::size_t view = first[0].data.size() / 4;
    QVERIFY(!std::equal(first[0].data.begin(), first[0].data.begin() + std::ptrdiff_t(view),
                        first[0].data.begin() + std::ptrdiff_t(view)));
    QVERIFY(first[0].clips != whole_epoch(loader, 1)[0].clips);
}

void ViewLoaderTest::restOfOneJoinsItsNeighbour() {
    QCOMPARE(batch_sizes(33, 8), (std::vector<std::int64_t>{8, 8, 8, 9}));
    QCOMPARE(batch_sizes(34, 8), (std::vector<std::int64_t>{8, 8, 8, 8, 2}));
    QCOMPARE(batch_sizes(1, 8), std::vector<std::int64_t>{1});
    QVERIFY(batch_sizes(0, 8).empty());
}

void ViewLoaderTest::readingErrorsArrive() {
    const MotionReader broken = [](std::size_t, std::int64_t, std::int64_t) -> Result<Motion> {
        return fail(ErrorCode::file_unreadable, "gone.h5");
    };
    auto store = std::make_shared<ClipStore>(std::vector<ClipSource>{{0, 0, 10, "a"}, {1, 0, 10, "b"}},
                                             broken, *built_in_layout("kinect20"), NormalisationOptions{});
    ViewLoader loader(store, small_options(2));
    loader.start(0);
    QCOMPARE(loader.next().error().subject, std::string("gone.h5"));
}

void ViewLoaderTest::abandonedEpochsAreForgotten() {
    ViewLoader loader(make_store(200), small_options(3));
    for (std::int64_t epoch = 0; epoch < 30; ++epoch) {
        loader.start(epoch);
        QCOMPARE(loader.next()->epoch, epoch);
    }
}

void ViewLoaderTest::windowsCoverTheSequence() {
    std::vector<SequenceInfo> sequences(2);
    sequences[0] = {.name = "long", .length = 100};
    sequences[1] = {.name = "short", .length = 20};
    const auto windows = clip_sources(sequences, {}, {0, 1}, Segments::windows, 64, 32);
    QCOMPARE(windows.size(), std::size_t(4));
    QCOMPARE(windows[2].first, std::int64_t(36));
    QCOMPARE(windows[3].count, std::int64_t(20));
    const auto parts = clip_sources(sequences, {{0, 0, 5, 25}, {0, 1, 30, 30}, {0, 1, 40, 50}}, {0},
                                    Segments::intervals, 0, 0);
    QCOMPARE(parts.size(), std::size_t(2));
    QCOMPARE(parts[1].name, std::string("long#3"));
}

KINELENS_TEST(ViewLoaderTest, nothing);

} // namespace view_loader_test
#include "view_loader_test.moc"
