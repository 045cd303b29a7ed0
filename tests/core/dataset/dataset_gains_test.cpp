// What files of version 2 hold beside those of version 1: confidence, 2-D, bodies of intervals, observed
// joints, history.
#include "core/dataset/dataset_hash.h"
#include "core/dataset/dataset_reader.h"
#include "core/dataset/dataset_writer.h"
#include "core/dataset/history.h"
#include "tests/support/kept_files.h"
#include "tests/support/test_program.h"

namespace dataset_gains_test {

using namespace kinelens;

namespace {

DatasetInfo example_info() {
    DatasetInfo info;
    info.name = "example";
    info.layout = anonymous_layout(3);
    info.bodies = 2;
    info.class_names = {"kick"};
    return info;
}

Motion walking(std::int64_t frames, int bodies) {
    Motion motion(frames, bodies, 3);
    for (std::size_t i = 0; i < motion.positions.size(); ++i) motion.positions[i] = 1 + static_cast<float>(i);
    std::fill(motion.tracked.begin(), motion.tracked.end(), std::uint8_t{1});
    return motion;
}

SequenceInfo named(const std::string& name) {
    SequenceInfo info;
    info.name = name;
    return info;
}

} // namespace

class DatasetGainsTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void confidenceComesBack();
    void confidenceThatComesLateSaysOthersWereMeasured();
    void filesWithoutItKeepTheirHash();
    void planarDataKeepsItsPicture();
    void observedBodiesAndHistory();
    void otherProgramsReadIt();
    void notANumberIsAGap();
    void whatWasWrittenIsItsHash();
    void changedDataIsRefused_data();
    void changedDataIsRefused();
    void whatIsOutOfBoundsIsRefused_data();
    void whatIsOutOfBoundsIsRefused();

private:
    Path file() const { return folder_->filePath("d.h5").toStdString(); }
    bool python(const QString& script) const {
        return QProcess::execute("/usr/bin/python3", {"-c", "import h5py, numpy, sys\n" + script,
                                                      QString::fromStdString(file().string())}) == 0;
    }
    Result<void> write(const DatasetInfo& info, const std::vector<Motion>& motions) const {
        KINELENS_TRY(writer, DatasetWriter::create(file(), info));
        for (std::size_t i = 0; i < motions.size(); ++i)
            KINELENS_CHECK(writer.append(named("s" + std::to_string(i)), motions[i]));
        return writer.finish();
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

void DatasetGainsTest::confidenceComesBack() {
    Motion motion = walking(5, 1);
    motion.set_missing(2, 0, 1);
    motion.set_confidence(3, 0, 2, 0.25f);
    QVERIFY(write(example_info(), {motion}));
    const auto read = DatasetReader::open(file())->read(0);
    QVERIFY(read);
    QVERIFY(!read->is_measured(2, 0, 1));
    QCOMPARE(read->joint(2, 0, 1)[0], 0.0f);
    QCOMPARE(read->confidence[(3 * 2 + 0) * 3 + 2], 0.25f);
    QVERIFY(read->is_measured(3, 0, 2));
    QVERIFY(!read->is_measured(3, 1, 2)); // no such body
    QCOMPARE(DatasetReader::open(file())->read(0, 2, 1)->confidence.size(), std::size_t(6));
}

void DatasetGainsTest::confidenceThatComesLateSaysOthersWereMeasured() {
    std::vector<Motion> motions;
    for (int i = 0; i < 30; ++i) motions.push_back(walking(300, 1 + i % 2)); // over a block of frames
    motions[20].set_missing(7, 0, 0);
    QVERIFY(write(example_info(), motions));
    const auto reader = DatasetReader::open(file());
    for (const std::size_t sequence : {0u, 1u, 19u, 20u, 29u}) {
        const auto read = reader->read(sequence);
        for (std::int64_t frame = 0; frame < 300; ++frame)
            for (int joint = 0; joint < 3; ++joint) {
                const bool gap = sequence == 20 && frame == 7 && joint == 0;
                QCOMPARE(read->is_measured(frame, 0, joint), !gap);
                QCOMPARE(read->is_measured(frame, 1, joint), sequence % 2 == 1);
            }
    }
}

// A file of version 1, written once more.
void DatasetGainsTest::filesWithoutItKeepTheirHash() {
    const testing::KeptFiles kept("0.1");
    const auto before = DatasetReader::open(kept.path("dataset.h5"));
    QVERIFY(before);
    for (const bool gap : {false, true}) {
        auto writer = DatasetWriter::create(file(), before->info());
        std::size_t next = 0; // interval
        for (std::size_t i = 0; i < before->sequences().size(); ++i) {
            std::vector<Interval> intervals;
            for (; next < before->intervals().size() &&
                   before->intervals()[next].sequence == static_cast<int>(i);
                 ++next)
                intervals.push_back(before->intervals()[next]);
            Motion motion = *before->read(i);
            if (gap && i == 0) motion.set_confidence(0, 0, 0, 0.5f);
            QVERIFY(writer->append(before->sequences()[i], motion, intervals));
        }
        QVERIFY(writer->finish());
        QCOMPARE(DatasetReader::open(file())->info().content_hash == before->info().content_hash, !gap);
    }
}

void DatasetGainsTest::planarDataKeepsItsPicture() {
    DatasetInfo info = example_info();
    info.dimensions = 2;
    info.unit = "pixel";
    info.image_size = {640, 480};
    Motion motion = walking(4, 2);
    for (std::size_t i = 2; i < motion.positions.size(); i += 3) motion.positions[i] = 0;
    QVERIFY(write(info, {motion}));
    const auto reader = DatasetReader::open(file());
    QVERIFY(reader);
    QCOMPARE(reader->info().dimensions, 2);
    QCOMPARE(reader->info().unit, std::string("pixel"));
    QCOMPARE(reader->info().image_size, (std::array{640, 480}));
    const auto read = reader->read(0);
    QCOMPARE(read->positions, motion.positions);
    QCOMPARE(read->dimensions, 2);
    QCOMPARE(read->image_size, (std::array{640, 480}));
}

void DatasetGainsTest::observedBodiesAndHistory() {
    DatasetInfo info = example_info();
    info.history = {history_line({"import", {}, {{"recipe", "mine"}}}),
                    history_line({"transform", "xxh3-128:1", {}})};
    auto writer = DatasetWriter::create(file(), info);
    SequenceInfo mapped = named("mapped");
    mapped.observed = {1, 0, 1};
    QVERIFY(writer->append(named("whole"), walking(9, 2), {{0, 0, 2, 5, 1, "truth", 1}}));
    QVERIFY(writer->append(mapped, walking(9, 1), {{0, 0, 2, 5}}));
    QVERIFY(writer->finish());
    const auto reader = DatasetReader::open(file());
    QVERIFY(reader->sequences()[0].observed.empty());
    QCOMPARE(reader->sequences()[1].observed, (std::vector<std::uint8_t>{1, 0, 1}));
    QCOMPARE(reader->intervals()[0].body, 1);
    QCOMPARE(reader->intervals()[1].body, -1);
    QCOMPARE(reader->info().history, info.history);
}

void DatasetGainsTest::otherProgramsReadIt() {
    if (!python("")) QSKIP("h5py is not there");
    DatasetInfo info = example_info();
    info.dimensions = 2;
    info.image_size = {640, 480};
    info.history = {history_line({"import", {}, {}})};
    Motion motion = walking(4, 1);
    motion.set_missing(1, 0, 2);
    QVERIFY(write(info, {motion}));
    QVERIFY(python(R"(
f = h5py.File(sys.argv[1])
assert f.attrs['version'] == 2 and f.attrs['dimensions'] == 2 and list(f.attrs['image_size']) == [640, 480]
assert f['frames/positions'].shape == (4, 2, 3, 2)
c = f['frames/confidence'][...]
assert c.shape == (4, 2, 3) and c[1, 0, 2] == 0 and c[0, 0].min() == 1 and c[:, 1].max() == 0
import json
assert json.loads(f.attrs['history'].splitlines()[0])['verb'] == 'import'
)"));
}

void DatasetGainsTest::notANumberIsAGap() {
    QVERIFY(write(example_info(), {walking(4, 2)}));
    if (!python("f = h5py.File(sys.argv[1], 'r+'); f['frames/positions'][1, 0, 2, 1] = numpy.nan"))
        QSKIP("h5py is not there");
    const auto read = DatasetReader::open(file())->read(0);
    QVERIFY(read);
    QVERIFY(!read->is_measured(1, 0, 2));
    QVERIFY(read->is_measured(1, 0, 1) && read->is_measured(1, 1, 2));
    QCOMPARE(read->joint(1, 0, 2)[0], 0.0f);
}

void DatasetGainsTest::whatWasWrittenIsItsHash() {
    const testing::KeptFiles kept("0.1");
    QVERIFY(check_content(*DatasetReader::open(kept.path("dataset.h5"))));
    DatasetInfo info = example_info();
    info.dimensions = 2;
    info.image_size = {640, 480};
    auto writer = DatasetWriter::create(file(), info);
    SequenceInfo mapped = named("mapped");
    mapped.observed = {1, 0, 1};
    Motion gap = walking(9, 1);
    for (std::size_t i = 2; i < gap.positions.size(); i += 3) gap.positions[i] = 0;
    const Motion whole = gap;
    gap.set_confidence(2, 0, 1, 0); // its position stays, until it is written
    QVERIFY(writer->append(named("unsorted"), whole, {{0, 0, 5, 8}, {0, 0, 2, 5, 1, "truth", 0}}));
    QVERIFY(writer->append(mapped, gap));
    QVERIFY(writer->finish());
    auto reader = DatasetReader::open(file());
    const auto same = check_content(*reader);
    QVERIFY2(same.has_value(), same ? "" : describe(same.error()).c_str());
    reader->set_intervals({"other"}, {{0, 0, 1, 2}}); // somebody's labels change nothing of the file
    QVERIFY(check_content(*reader));
}

void DatasetGainsTest::changedDataIsRefused_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("refused");
    QTest::newRow("nothing") << "pass" << false;
    QTest::newRow("a position") << "f['frames/positions'][1, 0, 1, 1] += 1" << true;
    QTest::newRow("a label") << "f['sequences/label'][0] = 0" << true;
    QTest::newRow("an interval") << "f['intervals/end'][0] = 4" << true;
    QTest::newRow("another program's hash")
        << "f['frames/positions'][1, 0, 1, 1] += 1; f.attrs['content_hash'] = 'mine'" << false;
    QTest::newRow("no hash") << "f['frames/positions'][1, 0, 1, 1] += 1; del f.attrs['content_hash']"
                             << false;
}

void DatasetGainsTest::changedDataIsRefused() {
    auto writer = DatasetWriter::create(file(), example_info());
    QVERIFY(writer->append(named("s"), walking(4, 2), {{0, 0, 2, 3}}));
    QVERIFY(writer->finish());
    QFETCH(QString, change);
    QFETCH(bool, refused);
    if (!python("f = h5py.File(sys.argv[1], 'r+'); " + change)) QSKIP("h5py is not there");
    const auto checked = check_content(*DatasetReader::open(file()));
    QCOMPARE(!checked, refused);
    if (refused) QVERIFY(checked.error().code == ErrorCode::format_invalid);
}

void DatasetGainsTest::whatIsOutOfBoundsIsRefused_data() {
    QTest::addColumn<QString>("change");
    QTest::addRow("newer version") << "f.attrs['version'] = 3";
    QTest::addRow("dimensions") << "f.attrs['dimensions'] = 4";
    QTest::addRow("dimensions that the frames have not") << "f.attrs['dimensions'] = 2";
    QTest::addRow("picture") << "f.attrs['image_size'] = numpy.array([1, 2, 3])";
    QTest::addRow("endless picture") << "f.attrs['image_size'] = numpy.array([1e300, numpy.nan])";
    QTest::addRow("confidence of another shape") << "f['frames/confidence'] = numpy.zeros((4, 2, 2), 'f4')";
    QTest::addRow("confidence that is text") << "f['frames/confidence'] = numpy.zeros((4, 2, 3), 'S4')";
    QTest::addRow("observed of another shape") << "f['sequences/observed'] = numpy.zeros((1, 2), 'u1')";
    QTest::addRow("nobody's body") << "f['intervals/body'][0] = 2";
}

void DatasetGainsTest::whatIsOutOfBoundsIsRefused() {
    auto writer = DatasetWriter::create(file(), example_info());
    QVERIFY(writer->append(named("s"), walking(4, 2), {{0, 0, 2, 3}}));
    QVERIFY(writer->finish());
    QFETCH(QString, change);
    if (!python("f = h5py.File(sys.argv[1], 'r+'); " + change)) QSKIP("h5py is not there");
    const auto reader = DatasetReader::open(file());
    const auto motion = reader ? reader->read(0) : Result<Motion>(fail(reader.error()));
    QVERIFY(!motion);
    QVERIFY2(motion.error().code == ErrorCode::format_invalid ||
                 motion.error().code == ErrorCode::version_unsupported,
             describe(motion.error()).c_str());
}

KINELENS_TEST(DatasetGainsTest, event_loop);

} // namespace dataset_gains_test
#include "dataset_gains_test.moc"
