// The order of an array's axes: told by its shape, asked for, never guessed.
#include "core/dataset/dataset_reader.h"
#include "core/import/array_axes.h"
#include "core/import/import_job.h"
#include "tests/support/test_program.h"

namespace axes_test {

using namespace kinelens;

namespace {

const Path folder_of_orders = Path(KINELENS_SHARED_FOLDER) / "cases/11-npy-order-of-axes";

} // namespace

class AxesTest : public QObject {
    Q_OBJECT
private slots:
    void sameClip_data();
    void sameClip();
    void doubts_data();
    void doubts();
    void ordersThatAreNone_data();
    void ordersThatAreNone();
};

// One clip of 40 frames, 25 joints and one or two bodies in eight orders.
void AxesTest::sameClip_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("axes");
    QTest::addColumn<QString>("skeleton");
    QTest::addColumn<int>("bodies");
    QTest::newRow("tvc") << "tvc_40x25x3"
                         << ""
                         << "" << 1;
    QTest::newRow("tmvc") << "tmvc_40x2x25x3"
                          << ""
                          << "" << 2;
    QTest::newRow("rows of ntu25") << "t75_40x75"
                                   << ""
                                   << "ntu25" << 1;
    QTest::newRow("rows, asked for") << "t75_40x75"
                                     << "tf"
                                     << "" << 1;
    QTest::newRow("ctv") << "ctv_3x40x25"
                         << "ctv"
                         << "" << 1;
    QTest::newRow("ctvm") << "ctvm_3x40x25x2"
                          << "ctvm"
                          << "" << 2;
    QTest::newRow("mtvc") << "mtvc_2x40x25x3"
                          << "mtvc"
                          << "" << 2;
    QTest::newRow("tcv") << "tcv_40x3x25"
                         << "tcv"
                         << "" << 1;
    QTest::newRow("vct") << "vct_25x3x40"
                         << "vct"
                         << "" << 1;
    QTest::newRow("vtc") << "vtc_25x40x3"
                         << "vtc"
                         << "" << 1;
}

void AxesTest::sameClip() {
    QFETCH(QString, folder);
    QFETCH(QString, axes);
    QFETCH(QString, skeleton);
    QFETCH(int, bodies);
    if (!std::filesystem::exists(folder_of_orders)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    QTemporaryDir out;
    ImportOptions options;
    options.axes = axes.toStdString();
    options.skeleton = skeleton.toStdString();
    const Path output = out.filePath("d.h5").toStdString();
    const auto report = run_import({(folder_of_orders / folder.toStdString()).string()}, output, options,
                                   [](const Event&) {}, {});
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    const auto reader = DatasetReader::open(output);
    QCOMPARE(reader->sequences()[0].length, std::int64_t(40));
    QCOMPARE(reader->info().joints(), 25);
    QCOMPARE(reader->info().bodies, bodies);
    const auto motion = reader->read(0);
    const float* head = motion->joint(10, 0, 3);
    QVERIFY(std::abs(head[0] - 0.086603f) < 1e-5f && std::abs(head[1] - 0.7f) < 1e-5f &&
            std::abs(head[2] - 2.49f) < 1e-5f);
}

void AxesTest::doubts_data() {
    QTest::addColumn<std::vector<std::int64_t>>("shape");
    QTest::addColumn<int>("joints");
    QTest::addColumn<QString>("order"); // or a part of what is said
    using Shape = std::vector<std::int64_t>;
    QTest::newRow("frames first") << Shape{40, 25, 3} << 0 << "tvc";
    QTest::newRow("a short clip of usual joints") << Shape{10, 25, 3} << 0 << "tvc";
    QTest::newRow("joints first") << Shape{25, 40, 3} << 0 << "tvc or vtc";
    QTest::newRow("joints first, layout known") << Shape{25, 40, 3} << 25 << "tvc or vtc";
    QTest::newRow("both usual") << Shape{17, 25, 3} << 0 << "tvc or vtc";
    QTest::newRow("both usual, layout known") << Shape{17, 25, 3} << 25 << "tvc";
    QTest::newRow("nothing usual") << Shape{5, 7, 3} << 0 << "tvc or vtc";
    QTest::newRow("joints before frames") << Shape{25, 23, 3} << 0 << "tvc or vtc";
    QTest::newRow("two bodies") << Shape{40, 2, 25, 3} << 0 << "tmvc";
    QTest::newRow("bodies first") << Shape{2, 40, 25, 3} << 0 << "tmvc or mtvc";
    QTest::newRow("a crowd") << Shape{100, 40, 25, 3} << 0 << "tmvc or mtvc";
    QTest::newRow("coordinates first") << Shape{3, 40, 25} << 0 << "ctv or cvt";
    QTest::newRow("coordinates between") << Shape{40, 3, 25} << 0 << "tcv or vct";
    QTest::newRow("rows") << Shape{40, 75} << 0 << "rows of 25 joints";
    QTest::newRow("samples") << Shape{5, 3, 40, 25, 2} << 0 << "not frames x joints x 3";
}

void AxesTest::doubts() {
    QFETCH(std::vector<std::int64_t>, shape);
    QFETCH(int, joints);
    QFETCH(QString, order);
    const auto found = order_of_axes(shape, {}, joints, "a.npy");
    if (found)
        QCOMPARE(QString::fromStdString(*found), order);
    else
        QVERIFY2(found.error().detail.find(order.toStdString()) != std::string::npos,
                 found.error().detail.c_str());
}

void AxesTest::ordersThatAreNone_data() {
    QTest::addColumn<QString>("order");
    for (const char* order : {"tv", "tvv", "xyz", "tvcc", "TVC", "tmvcx"}) QTest::newRow(order) << order;
}

void AxesTest::ordersThatAreNone() {
    QFETCH(QString, order);
    const auto checked = check_axes(order.toStdString());
    QVERIFY(!checked);
    QCOMPARE(checked.error().subject, std::string("axes"));
}

KINELENS_TEST(AxesTest, nothing);

} // namespace axes_test
#include "axes_test.moc"
