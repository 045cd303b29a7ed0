// Where the programs look for their libraries: in no folder that depends on where somebody starts them.

#include "tests/support/test_program.h"

namespace library_folders_test {

namespace {

struct Binary {
    QString file;
    QStringList folders; // of its RUNPATH and RPATH, as they are written
};

QString output_of(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit;
    return ended && process.exitCode() == 0 ? QString::fromUtf8(process.readAll()) : QString();
}

bool is_binary(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) && opened.read(4) == QByteArray("\x7f"
                                                                            "ELF");
}

// " 0x000000000000001d (RUNPATH)            Library runpath: [/usr/lib:/opt/lib]"
QStringList folders_of(const QString& dynamic_section) {
    static const QRegularExpression line(QStringLiteral(R"(\((?:RUNPATH|RPATH)\)[^\[\n]*\[([^\]\n]*)\])"));
    QStringList folders;
    for (auto found = line.globalMatch(dynamic_section); found.hasNext();)
        folders << found.next().captured(1).split(':');
    return folders;
}

QList<Binary> binaries_in(const QString& folder) {
    QList<Binary> binaries;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
        if (const QString file = files.next(); is_binary(file))
            binaries.append({file, folders_of(output_of("readelf", {"-d", "-W", file}))});
    return binaries;
}

// $ORIGIN is where the binary lies, not where it is started.
bool is_fixed(const QString& folder) {
    return folder.startsWith('/') || folder.startsWith("$ORIGIN") || folder.startsWith("${ORIGIN}");
}

} // namespace

class LibraryFoldersTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatReadelfSays();
    void builtAndInstalled_data();
    void builtAndInstalled();
};

// The test itself sees an empty element, at the end too, and both names of the entry.
void LibraryFoldersTest::readsWhatReadelfSays() {
    const QString before = "  0x1d (RUNPATH)            Library runpath: [/usr/lib/hdf5/serial:]\n"
                           "  0x0f (RPATH)              Library rpath: [lib:$ORIGIN/../lib]\n"
                           "  0x01 (NEEDED)             Shared library: [libz.so.1]\n";
    QCOMPARE(folders_of(before), (QStringList{"/usr/lib/hdf5/serial", "", "lib", "$ORIGIN/../lib"}));
    QVERIFY(is_fixed("/usr/lib/hdf5/serial") && is_fixed("$ORIGIN/../lib"));
    QVERIFY(!is_fixed("") && !is_fixed("lib"));
}

void LibraryFoldersTest::builtAndInstalled_data() {
    QTest::addColumn<bool>("installed");
    QTest::newRow("built") << false;
    QTest::newRow("installed") << true;
}

void LibraryFoldersTest::builtAndInstalled() {
    QFETCH(bool, installed);
    QVERIFY2(!output_of("readelf", {"--version"}).isEmpty(), "readelf (binutils) is not there");
    const QString build = KINELENS_BINARY_FOLDER;
    QTemporaryDir prefix;
    QList<Binary> binaries;
    if (installed) {
        QVERIFY(!output_of(KINELENS_CMAKE, {"--install", build, "--prefix", prefix.path()}).isEmpty());
        binaries = binaries_in(prefix.path());
    } else {
        binaries = binaries_in(build + "/bin") + binaries_in(build + "/tests");
    }
    QStringList names;
    for (const Binary& binary : binaries) {
        names << QFileInfo(binary.file).fileName();
        for (const QString& folder : binary.folders)
            QVERIFY2(is_fixed(folder), qPrintable(binary.file + " looks for libraries in '" + folder + "'"));
    }
    QVERIFY(names.contains("kinelens-cli"));
    if (!installed) QVERIFY(names.contains(QFileInfo(QCoreApplication::applicationFilePath()).fileName()));
}

KINELENS_TEST(LibraryFoldersTest, event_loop);

} // namespace library_folders_test
#include "library_folders_test.moc"
