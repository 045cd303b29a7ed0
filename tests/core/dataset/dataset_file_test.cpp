#include "core/dataset/dataset_reader.h"
#include "core/dataset/dataset_writer.h"
#include "core/foundation/random.h"
#include "tests/support/test_program.h"

#include <fcntl.h>
#include <fstream>
#include <limits>
#include <sys/file.h>
#include <unistd.h>

namespace dataset_file_test {

using namespace kinelens;

namespace {

DatasetInfo example_info(int bodies = 2) {
    DatasetInfo info;
    info.name = "example";
    info.layout = *built_in_layout("kinect20");
    info.bodies = bodies;
    info.class_names = {"punch", "kick"};
    return info;
}

Motion random_motion(std::int64_t frames, int bodies, std::uint64_t key) {
    Motion motion(frames, bodies, 20);
    CounterRandom random(key);
    for (float& value : motion.positions) value = static_cast<float>(random.uniform(-1, 1));
    std::fill(motion.tracked.begin(), motion.tracked.end(), std::uint8_t{1});
    return motion;
}

Result<void> write_example(const Path& file, std::uint64_t key = 5) {
    KINELENS_TRY(writer, DatasetWriter::create(file, example_info()));
    for (int i = 0; i < 40; ++i) {
        SequenceInfo sequence;
        sequence.name = "s" + std::to_string(i);
        sequence.label = i % 2;
        sequence.subject = i / 8;
        KINELENS_CHECK(writer.append(sequence, random_motion(100 + 7 * i, 1 + i % 2, key + std::uint64_t(i)),
                                     {{0, 1, 10, 20}, {0, 0, 2, 9}}));
    }
    return writer.finish();
}

} // namespace

class DatasetFileTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void whatWasWrittenIsRead();
    void partOfASequence();
    void hashNamesTheContent();
    void unfinishedFileLeavesNothing();
    void badMotionIsRefused();
    void damagedFilesAreErrorsNotCrashes();
    void otherFilesAreNamed();
    void otherProgramsReadIt();
    void filesOfOtherProgramsAreRead();

private:
    Path file(const char* name = "d.h5") const { return folder_->filePath(name).toStdString(); }
    int python(const QString& script) const {
        return QProcess::execute("/usr/bin/python3", {"-c", script, QString::fromStdString(file().string())});
    }
    bool has_h5py() const { return QProcess::execute("/usr/bin/python3", {"-c", "import h5py"}) == 0; }
    std::unique_ptr<QTemporaryDir> folder_;
};

void DatasetFileTest::whatWasWrittenIsRead() {
    QVERIFY(write_example(file()).has_value());
    const auto reader = DatasetReader::open(file());
    QVERIFY(reader.has_value());
    QCOMPARE(reader->sequences().size(), std::size_t(40));
    QCOMPARE(reader->intervals().size(), std::size_t(80));
    QCOMPARE(reader->intervals()[0].start, std::int64_t(2));
    QCOMPARE(reader->info().layout.name, std::string("kinect20"));
    QCOMPARE(reader->info().class_names[1], std::string("kick"));
    QVERIFY(reader->hash_is_ours());
    for (const std::size_t i : {std::size_t(0), std::size_t(17), std::size_t(39)}) {
        const Motion expected = random_motion(100 + 7 * std::int64_t(i), 1 + int(i) % 2, 5 + i);
        const auto motion = reader->read(i);
        QVERIFY(motion.has_value());
        QCOMPARE(motion->frames, expected.frames);
        QCOMPARE(motion->bodies, 2);
        QCOMPARE(motion->joint(9, 0, 3)[1], expected.joint(9, 0, 3)[1]);
        QCOMPARE(motion->is_tracked(9, 1), i % 2 == 1);
    }
}

void DatasetFileTest::partOfASequence() {
    QVERIFY(write_example(file()).has_value());
    const auto reader = DatasetReader::open(file());
    const auto whole = reader->read(3);
    const auto part = reader->read(3, 50, 10);
    QCOMPARE(part->frames, std::int64_t(10));
    QCOMPARE(part->joint(0, 0, 0)[0], whole->joint(50, 0, 0)[0]);
    QCOMPARE(reader->read(3, 118, 100)->frames, std::int64_t(3));
    QVERIFY(!reader->read(40));
}

void DatasetFileTest::hashNamesTheContent() {
    QVERIFY(write_example(file("a.h5")).has_value());
    QVERIFY(write_example(file("b.h5")).has_value());
    QVERIFY(write_example(file("c.h5"), 6).has_value());
    const auto hash = [&](const char* name) { return DatasetReader::open(file(name))->info().content_hash; };
    QCOMPARE(hash("a.h5"), hash("b.h5"));
    QVERIFY(hash("a.h5") != hash("c.h5"));
}

void DatasetFileTest::unfinishedFileLeavesNothing() {
    {
        auto writer = DatasetWriter::create(file(), example_info());
        QVERIFY(writer->append({.name = "a"}, random_motion(5, 1, 1)).has_value());
        QVERIFY(!std::filesystem::exists(file()));
    }
    QVERIFY(std::filesystem::is_empty(folder_->path().toStdString()));
    auto empty = DatasetWriter::create(file(), example_info());
    QCOMPARE(empty->finish().error().code, ErrorCode::dataset_empty);
    QCOMPARE(DatasetWriter::create("/nonexistent/d.h5", example_info()).error().code,
             ErrorCode::file_not_found);
}

void DatasetFileTest::badMotionIsRefused() {
    auto writer = DatasetWriter::create(file(), example_info());
    Motion motion = random_motion(5, 1, 1);
    motion.joint(3, 0, 2)[1] = std::numeric_limits<float>::quiet_NaN();
    const auto refused = writer->append({.name = "a"}, motion);
    QCOMPARE(refused.error().code, ErrorCode::value_not_finite);
    QCOMPARE(refused.error().place.frame.value_or(-1), 3LL);
    QCOMPARE(writer->append({.name = "a"}, Motion(5, 1, 19)).error().code, ErrorCode::joint_count_wrong);
    QCOMPARE(writer->append({.name = "a"}, Motion(5, 3, 20)).error().code, ErrorCode::shape_mismatch);
    QVERIFY(writer->append({.name = "a"}, random_motion(5, 1, 1)).has_value());
    QCOMPARE(writer->append({.name = "a"}, random_motion(5, 1, 1)).error().code, ErrorCode::already_exists);
}

void DatasetFileTest::damagedFilesAreErrorsNotCrashes() {
    QVERIFY(write_example(file()).has_value());
    const std::string whole = *read_text_file(file());
    CounterRandom random(11);
    for (int round = 0; round < 60; ++round) {
        std::string damaged = whole;
        if (round % 2 == 0)
            damaged.resize(random.below(whole.size()));
        else
            for (int i = 0; i < 20; ++i)
                damaged[random.below(whole.size())] = static_cast<char>(random.next());
        std::ofstream(file("damaged.h5"), std::ios::binary | std::ios::trunc) << damaged;
        const auto reader = DatasetReader::open(file("damaged.h5"));
        if (reader) (void)reader->read(7);
        QVERIFY(round % 2 == 1 || !reader);
        QVERIFY(reader || reader.error().code != ErrorCode::locked);
    }
}

void DatasetFileTest::otherFilesAreNamed() {
    QCOMPARE(DatasetReader::open(file("none.h5")).error().code, ErrorCode::file_not_found);
    std::ofstream(file("text.h5")) << "hello";
    QCOMPARE(DatasetReader::open(file("text.h5")).error().code, ErrorCode::format_unknown);
    QVERIFY(write_example(file()).has_value());
    const int holder = ::open(file().c_str(), O_RDWR);
    QCOMPARE(::flock(holder, LOCK_EX), 0);
    const auto held = DatasetReader::open(file());
    ::close(holder);
    QVERIFY(!held);
    QCOMPARE(held.error().code, ErrorCode::locked);
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
    QCOMPARE(DatasetReader::open(file()).error().code, ErrorCode::file_truncated);
}

void DatasetFileTest::otherProgramsReadIt() {
    if (!has_h5py()) QSKIP("python3-h5py is not installed");
    QVERIFY(write_example(file()).has_value());
    QCOMPARE(
        python("import h5py,sys\n"
               "f=h5py.File(sys.argv[1])\n"
               "assert f.attrs['format']=='kinelens-dataset' and f.attrs['skeleton']=='kinect20'\n"
               "assert f['/frames/positions'].shape[1:]==(2,20,3) and f['/frames/positions'].dtype=='f4'\n"
               "assert f['/sequences/name'].asstr()[3]=='s3' and f['/sequences/length'][3]==121\n"
               "assert f['/intervals/source'].asstr()[0]=='truth' and f['/frames/tracked'].dtype=='u1'\n"),
        0);
}

void DatasetFileTest::filesOfOtherProgramsAreRead() {
    if (!has_h5py()) QSKIP("python3-h5py is not installed");
    QCOMPARE(python("import h5py,sys,numpy as np\n"
                    "f=h5py.File(sys.argv[1],'w')\n"
                    "f.attrs['format']='kinelens-dataset'\n"
                    "p=np.ones((30,1,4,3)); p[5]=0; p[6,0,0,0]=np.nan\n"
                    "f['/frames/positions']=p\n"
                    "f['/sequences/name']=np.array(['a','bb'],dtype='S8')\n"
                    "f['/sequences/start']=[0,10]; f['/sequences/length']=[10,20]\n"),
             0);
    const auto reader = DatasetReader::open(file());
    QVERIFY2(reader.has_value(), reader ? "" : describe(reader.error()).c_str());
    QCOMPARE(reader->sequences()[1].name, std::string("bb"));
    QCOMPARE(reader->sequences()[1].label, -1);
    QVERIFY(!reader->hash_is_ours());
    const auto motion = reader->read(0);
    QVERIFY(motion->is_tracked(4, 0) && !motion->is_tracked(5, 0));
    QCOMPARE(motion->joint(6, 0, 0)[0], 0.0f);
}

KINELENS_TEST(DatasetFileTest, event_loop);

} // namespace dataset_file_test
#include "dataset_file_test.moc"
