// Files whose HDF5 is in order and whose contents no writer of ours makes: attributes that are arrays, of
// another kind or without end, and arrays that claim more than there is. Each is refused in one sentence,
// whatever reads it.
#include "core/dataset/dataset_reader.h"
#include "core/dataset/hdf5_attributes.h"
#include "core/dataset/output_file.h"
#include "core/results/embedding.h"
#include "core/results/evaluation_results.h"
#include "core/results/feature_matrix.h"
#include "core/results/features_reader.h"
#include "core/results/features_writer.h"
#include "core/results/score_shards.h"
#include "tests/support/small_dataset.h"
#include "tests/support/test_program.h"

namespace hostile_file_test {

using namespace kinelens;

namespace {

// Opens a file that is there and puts something else in the place of what it holds.
class Spoiler {
public:
    explicit Spoiler(const Path& file)
        : file_(H5Fopen(file.c_str(), H5F_ACC_RDWR, H5P_DEFAULT)) {}

    bool attribute(const char* name, hid_t type, const std::vector<hsize_t>& sizes, const void* values) {
        if (H5Aexists(file_.id(), name) > 0) H5Adelete(file_.id(), name);
        const hdf5::Space space(H5Screate_simple(static_cast<int>(sizes.size()), sizes.data(), nullptr));
        // More than 64 kB fit an attribute in the newest format only.
        const hdf5::Attribute made(H5Acreate2(file_.id(), name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT));
        return made && H5Awrite(made.id(), type, values) >= 0;
    }
    bool numbers(const char* name, std::size_t count) {
        const std::vector<double> values(count + 1, 30.0); // never without a first one to point at
        return attribute(name, H5T_NATIVE_DOUBLE, {count}, values.data());
    }
    bool padded(const char* name, std::size_t count, std::size_t width) {
        const hdf5::Type type(H5Tcopy(H5T_C_S1));
        H5Tset_size(type.id(), width);
        const std::string bytes(count * width, 'x');
        return attribute(name, type.id(), {count}, bytes.data());
    }
    bool texts(const char* name, std::size_t count) {
        const std::vector<const char*> values(count, "text");
        return attribute(name, hdf5::string_type().id(), {count}, values.data());
    }
    bool pair(const char* name) {
        const hdf5::Type type(H5Tcreate(H5T_COMPOUND, 2 * sizeof(double)));
        H5Tinsert(type.id(), "a", 0, H5T_NATIVE_DOUBLE);
        H5Tinsert(type.id(), "b", sizeof(double), H5T_NATIVE_DOUBLE);
        const std::array<double, 2> values{1, 2};
        return attribute(name, type.id(), {1}, values.data());
    }
    bool nothing(const char* name, hid_t type) {
        if (H5Aexists(file_.id(), name) > 0) H5Adelete(file_.id(), name);
        const hdf5::Space space(H5Screate(H5S_NULL));
        return bool(
            hdf5::Attribute(H5Acreate2(file_.id(), name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT)));
    }
    // Chunks that nobody writes take no room.
    bool claims(const char* path, hid_t type, const std::vector<hsize_t>& sizes) {
        if (hdf5::exists(file_, path)) H5Ldelete(file_.id(), path, H5P_DEFAULT);
        const auto rank = static_cast<int>(sizes.size());
        const hdf5::Space space(H5Screate_simple(rank, sizes.data(), nullptr));
        const hdf5::Properties chunked(H5Pcreate(H5P_DATASET_CREATE));
        const std::vector<hsize_t> chunk(sizes.size(), 1);
        H5Pset_chunk(chunked.id(), rank, chunk.data());
        return bool(hdf5::Array(
            H5Dcreate2(file_.id(), path, type, space.id(), H5P_DEFAULT, chunked.id(), H5P_DEFAULT)));
    }

private:
    hdf5::File file_;
};

using Spoil = std::function<bool(Spoiler&)>;

} // namespace
} // namespace hostile_file_test

Q_DECLARE_METATYPE(hostile_file_test::Spoil)

namespace hostile_file_test {

class HostileFileTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void attributes_data();
    void attributes();
    void everyReaderRefuses();
    void singleValuesAreRead();
    void claims_data();
    void claims();

private:
    Path path(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void HostileFileTest::attributes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<Spoil>("spoil");
    const auto add = [](const char* what, const char* name, const Spoil& spoil) {
        QTest::newRow(what) << name << spoil;
    };
    add("rate: 5000 numbers", "frame_rate", [](Spoiler& s) { return s.numbers("frame_rate", 5000); });
    add("rate: no number", "frame_rate", [](Spoiler& s) { return s.numbers("frame_rate", 0); });
    add("rate: a text", "frame_rate", [](Spoiler& s) { return s.texts("frame_rate", 1); });
    add("rate: a pair", "frame_rate", [](Spoiler& s) { return s.pair("frame_rate"); });
    add("rate: nothing", "frame_rate", [](Spoiler& s) { return s.nothing("frame_rate", H5T_NATIVE_DOUBLE); });
    add("version: two numbers", "version", [](Spoiler& s) { return s.numbers("version", 2); });
    add("name: 8000 padded texts", "name", [](Spoiler& s) { return s.padded("name", 8000, 1); });
    add("name: 3000 texts", "name", [](Spoiler& s) { return s.texts("name", 3000); });
    add("name: a number", "name", [](Spoiler& s) { return s.numbers("name", 1); });
    add("unit: a pair", "unit", [](Spoiler& s) { return s.pair("unit"); });
    add("up: nothing", "up", [](Spoiler& s) { return s.nothing("up", hdf5::string_type().id()); });
    add("skeleton: two texts", "skeleton", [](Spoiler& s) { return s.texts("skeleton", 2); });
    add("hash: 50 texts", "content_hash", [](Spoiler& s) { return s.texts("content_hash", 50); });
    add("format: 50 texts", "format", [](Spoiler& s) { return s.texts("format", 50); });
}

void HostileFileTest::attributes() {
    QFETCH(QString, name);
    QFETCH(Spoil, spoil);
    QVERIFY(testing::write_small_dataset(path("d.h5"), 2).has_value());
    {
        Spoiler spoiler(path("d.h5"));
        QVERIFY(spoil(spoiler));
    }
    const auto opened = DatasetReader::open(path("d.h5"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::format_invalid);
    QCOMPARE(opened.error().subject, path("d.h5").string());
    const QString detail = QString::fromStdString(opened.error().detail);
    QVERIFY2(detail.startsWith("attribute " + name + ' '), qPrintable(detail));
}

void HostileFileTest::everyReaderRefuses() {
    const std::vector<float> row{1, 2, 3, 4};
    auto features = FeaturesWriter::create(path("f.h5"), {4, false, 0, 0, 0}, {{"checkpoint", "c.pt"}});
    QVERIFY(features->append({"one"}, {row.data()}) && features->finish());
    QVERIFY(Spoiler(path("f.h5")).texts("checkpoint", 3000));
    Embedding map;
    map.names = {"one"};
    map.coordinates = {0, 1};
    for (const char* name : {"iteration.h5", "report.h5"})
        QVERIFY(write_embedding(path(name), map).has_value());
    QVERIFY(Spoiler(path("iteration.h5")).numbers("iteration", 5000));
    QVERIFY(Spoiler(path("report.h5")).padded("report", 5000, 2));
    EmbeddingSnapshot snapshot;
    snapshot.coordinates = {0, 1};
    QVERIFY(write_embedding_snapshot(path("snapshot.h5"), snapshot).has_value());
    QVERIFY(Spoiler(path("snapshot.h5")).numbers("kl", 7));
    auto shards = ScoreShardWriter::create(path("s"), {{"a"}, {{"data_hash", "x"}}});
    QVERIFY(shards->begin("one") && shards->append(row.data(), 2) && shards->end() && shards->finish());
    QVERIFY(Spoiler(path("s") / "scores-00000.h5").texts("data_hash", 40));

    const auto refused = [](const auto& result) {
        return !result && result.error().code == ErrorCode::format_invalid &&
               result.error().detail.starts_with("attribute ");
    };
    QVERIFY(refused(read_features(path("f.h5"))));
    QVERIFY(refused(read_feature_matrix(path("f.h5"), FeatureDomain::instance, "")));
    QVERIFY(refused(read_embedding(path("iteration.h5"))));
    QVERIFY(refused(read_embedding(path("report.h5"))));
    QVERIFY(refused(read_embedding_snapshot(path("snapshot.h5"))));
    QVERIFY(refused(ScoreShardReader::open(path("s"))));
    QVERIFY(hdf5_format(path("f.h5")).empty() || hdf5_format(path("f.h5")) == "kinelens-features");
}

// Other programs write single values in many ways: scalars, arrays of one, integers, padded texts.
void HostileFileTest::singleValuesAreRead() {
    QVERIFY(testing::write_small_dataset(path("d.h5"), 2).has_value());
    {
        Spoiler spoiler(path("d.h5"));
        const std::int32_t rate = 25;
        QVERIFY(spoiler.attribute("frame_rate", H5T_NATIVE_INT32, {1}, &rate));
        QVERIFY(spoiler.padded("name", 1, 7));
        QVERIFY(spoiler.texts("unit", 1));
    }
    const auto opened = DatasetReader::open(path("d.h5"));
    QVERIFY2(opened.has_value(), opened ? "" : describe(opened.error()).c_str());
    QCOMPARE(opened->info().frame_rate, 25.0);
    QCOMPARE(opened->info().name, std::string("xxxxxxx"));
    QCOMPARE(opened->info().unit, std::string("text"));
}

void HostileFileTest::claims_data() {
    QTest::addColumn<Spoil>("spoil");
    constexpr hsize_t many = hsize_t(1) << 40, wraps = hsize_t(1) << 32;
    QTest::newRow("names") << Spoil(
        [](Spoiler& s) { return s.claims("/sequences/name", hdf5::string_type().id(), {many}); });
    QTest::newRow("starts") << Spoil(
        [](Spoiler& s) { return s.claims("/sequences/start", H5T_NATIVE_INT64, {many}); });
    QTest::newRow("frames") << Spoil([](Spoiler& s) {
        return s.claims("/frames/positions", H5T_NATIVE_FLOAT, {many, 1, 6, 3});
    });
    QTest::newRow("bodies") << Spoil([](Spoiler& s) {
        return s.claims("/frames/positions", H5T_NATIVE_FLOAT, {40, wraps + 1, 6, 3});
    });
    QTest::newRow("joints") << Spoil([](Spoiler& s) {
        return s.claims("/frames/positions", H5T_NATIVE_FLOAT, {0, 1, wraps - 1, 3});
    });
}

void HostileFileTest::claims() {
    QFETCH(Spoil, spoil);
    QVERIFY(testing::write_small_dataset(path("d.h5"), 2).has_value());
    {
        Spoiler spoiler(path("d.h5"));
        QVERIFY(spoil(spoiler));
    }
    const auto opened = DatasetReader::open(path("d.h5"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::format_invalid);
    QCOMPARE(opened.error().subject, path("d.h5").string());

    // The product of both sides is 0 in 64 bits.
    Embedding map;
    map.names = {"one"};
    map.coordinates = {0, 1};
    QVERIFY(write_embedding(path("m.h5"), map).has_value());
    QVERIFY(
        Spoiler(path("m.h5")).claims("/neighbours", H5T_NATIVE_INT32, {hsize_t(1) << 32, hsize_t(1) << 32}));
    QCOMPARE(read_embedding(path("m.h5")).error().code, ErrorCode::format_invalid);
}

KINELENS_TEST(HostileFileTest, nothing);

} // namespace hostile_file_test
#include "hostile_file_test.moc"
