// Archives as macOS, Windows and interrupted downloads leave them: what comes out is what was packed, or is
// told.
#include "core/dataset/dataset_reader.h"
#include "core/import/import_job.h"
#include "core/import/source_file.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace archives_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

Result<ImportReport> import(const Path& path, const Path& output, const std::string& skeleton = {}) {
    ImportOptions options;
    options.skeleton = skeleton;
    return run_import({path.string()}, output, options, [](const Event&) {}, {});
}

std::string reasons(const ImportReport& report) {
    std::string text;
    for (const Error& error : report.rejected) text += describe(error) + "\n";
    return text;
}

bool python(const QStringList& arguments) {
    return QProcess::execute("/usr/bin/python3", arguments) == 0;
}

} // namespace

class ArchivesTest : public QObject {
    Q_OBJECT
private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }
    void goodArchives_data();
    void goodArchives();
    void brokenArchives_data();
    void brokenArchives();
    void aDamagedMemberCostsItself_data();
    void aDamagedMemberCostsItself();
    void sameNamesInTwoFolders();
    void encryptedIsSaid();
    void endlessZipsWithinZips();
    void linksAreFollowedOnce();
    void litterOnDisk();

private:
    Path file(const char* name) const { return folder_->filePath(name).toStdString(); }
    std::unique_ptr<QTemporaryDir> folder_;
};

void ArchivesTest::goodArchives_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"from_a_mac.zip", "backslashes.zip", "names_in_gbk.zip", "bzip2.zip", "lzma.zip",
                             "stored.zip", "zip_in_zip.zip"})
        QTest::newRow(name) << name;
}

void ArchivesTest::goodArchives() {
    QFETCH(QString, name);
    const Path archive = cases / "23-zip-quirks" / name.toStdString();
    if (!std::filesystem::exists(archive)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(archive, file("d.h5"));
    QVERIFY2(report.has_value(), report ? "" : describe(report.error()).c_str());
    QVERIFY2(report->rejected.empty(), reasons(*report).c_str());
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences().size(), std::size_t(3));
    for (int i = 0; i < 3; ++i) {
        const SequenceInfo& sequence = reader->sequences()[static_cast<std::size_t>(i)];
        const std::string number = std::to_string(i + 1);
        QCOMPARE(sequence.name, "S001C001P00" + number + "R001A00" + number);
        QCOMPARE(sequence.label, i);
        QCOMPARE(sequence.subject, i + 1);
        QCOMPARE(sequence.length, std::int64_t(12));
    }
}

void ArchivesTest::brokenArchives_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("half a download") << "half_downloaded.zip"
                                     << "no zip archive, or only a part of one";
    QTest::newRow("a web page") << "web_page.zip"
                                << "no zip archive, or only a part of one";
    QTest::newRow("tar") << "skeletons.tar.gz"
                         << "a tar archive is not read: unpack it first";
}

void ArchivesTest::brokenArchives() {
    QFETCH(QString, name);
    QFETCH(QString, said);
    const Path archive = cases / "23-zip-quirks" / name.toStdString();
    if (!std::filesystem::exists(archive)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(archive, file("d.h5"));
    QVERIFY(!report);
    QCOMPARE(report.error().detail, said.toStdString());
    QVERIFY(!std::filesystem::exists(file("d.h5")));
}

void ArchivesTest::aDamagedMemberCostsItself_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("among others") << "23-zip-quirks/one_member_damaged.zip";
    QTest::newRow("stored") << "34-zip-checksum/stored_one_digit_flipped.zip";
    QTest::newRow("deflated") << "34-zip-checksum/deflated_one_digit_flipped.zip";
}

void ArchivesTest::aDamagedMemberCostsItself() {
    QFETCH(QString, name);
    const Path archive = cases / name.toStdString();
    if (!std::filesystem::exists(archive)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(archive, file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(2));
    QCOMPARE(report->rejected.size(), std::size_t(1));
    QCOMPARE(report->rejected[0].code, ErrorCode::format_invalid);
    QVERIFY2(report->rejected[0].detail.starts_with("damaged in the archive:"), reasons(*report).c_str());
}

void ArchivesTest::sameNamesInTwoFolders() {
    const Path archive = cases / "23-zip-quirks/same_names_in_two_folders.zip";
    if (!std::filesystem::exists(archive)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto report = import(archive, file("d.h5"));
    QVERIFY(report.has_value());
    QCOMPARE(report->sequences, std::int64_t(6));
    const auto reader = DatasetReader::open(file("d.h5"));
    QCOMPARE(reader->sequences()[0].name, std::string("cam1/S001C001P001R001A001"));
    QCOMPARE(reader->sequences()[5].name, std::string("cam2/S001C001P003R001A003"));
    QCOMPARE(reader->sequences()[5].label, 2);
}

// No program here writes encrypted archives: bit 0 of the flags says so in both headers.
void ArchivesTest::encryptedIsSaid() {
    const QString script = "import sys,zipfile\n"
                           "with zipfile.ZipFile(sys.argv[1],'w') as z: z.writestr('a.skeleton','1\\n0\\n')\n"
                           "b=bytearray(open(sys.argv[1],'rb').read())\n"
                           "for mark,place in ((b'PK\\x03\\x04',6),(b'PK\\x01\\x02',8)):\n"
                           "    b[b.find(mark)+place]|=1\n"
                           "open(sys.argv[1],'wb').write(b)\n";
    if (!python({"-c", script, folder_->filePath("locked.zip")})) QSKIP("python3 is needed to make a zip");
    const auto report = import(file("locked.zip"), file("d.h5"));
    QVERIFY(!report);
    QCOMPARE(report.error().detail,
             std::string("it is encrypted: unpack the archive with its password first"));
}

void ArchivesTest::endlessZipsWithinZips() {
    const QString script = "import io,sys,zipfile\n"
                           "data=b'x'\n"
                           "name='a.skeleton'\n"
                           "for level in range(12):\n"
                           "    f=io.BytesIO()\n"
                           "    with zipfile.ZipFile(f,'w') as z: z.writestr(name,data)\n"
                           "    data,name=f.getvalue(),'inner.zip'\n"
                           "open(sys.argv[1],'wb').write(data)\n";
    if (!python({"-c", script, folder_->filePath("deep.zip")})) QSKIP("python3 is needed to make a zip");
    const auto report = import(file("deep.zip"), file("d.h5"));
    QVERIFY(!report);
    QCOMPARE(report.error().detail,
             std::string("a zip within a zip, too large or too deep: unpack it first"));
}

void ArchivesTest::linksAreFollowedOnce() {
    const std::string text = "1\n0\n";
    std::filesystem::create_directories(file("set") / "real");
    std::ofstream(file("set") / "real" / "a.skeleton") << text;
    std::filesystem::create_directories(file("elsewhere"));
    std::ofstream(file("elsewhere") / "b.skeleton") << text;
    std::filesystem::create_directory_symlink(file("elsewhere"), file("set") / "link");
    std::filesystem::create_directory_symlink(file("set"), file("set") / "real" / "loop");
    std::filesystem::create_symlink(file("gone"), file("set") / "dangling.skeleton");
    const auto sources = list_sources({file("set").string()});
    QVERIFY(sources.has_value());
    QStringList names;
    for (const SourceFile& source : *sources) {
        names << QString::fromStdString(source.stem);
        QCOMPARE(source.fault.has_value(), source.stem == "dangling");
    }
    names.sort();
    QCOMPARE(names, QStringList({"a", "b", "dangling"}));
}

void ArchivesTest::litterOnDisk() {
    std::filesystem::create_directories(file("set") / "__MACOSX");
    for (const char* name : {"a.skeleton", "._a.skeleton", ".DS_Store", "Thumbs.db", "__MACOSX/a.skeleton"})
        std::ofstream(file("set") / name) << "1\n0\n";
    const auto sources = list_sources({file("set").string()});
    QCOMPARE(sources->size(), std::size_t(1));
    QCOMPARE(sources->front().path, (file("set") / "a.skeleton").string());
}

KINELENS_TEST(ArchivesTest, nothing);

} // namespace archives_test
#include "archives_test.moc"
