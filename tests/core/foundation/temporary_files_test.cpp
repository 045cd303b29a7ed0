// The name that a file has while it is written can be told beforehand: a link that lies there is not
// followed.
#include "core/dataset/output_file.h"
#include "core/experiment/heartbeat.h"
#include "core/foundation/files.h"
#include "tests/support/test_program.h"

#include <fstream>

namespace temporary_files_test {

using namespace kinelens;

class TemporaryFilesTest : public QObject {
    Q_OBJECT
private slots:
    void linksAreNotFollowed();
};

void TemporaryFilesTest::linksAreNotFollowed() {
    QTemporaryDir folder;
    const auto path = [&](const char* name) { return Path(folder.filePath(name).toStdString()); };
    std::ofstream(path("victim")) << "mine";
    const auto plant = [&](const char* name) {
        std::filesystem::create_symlink(path("victim"), temporary_name(path(name)));
    };
    const auto is_left = [&] { return *read_text_file(path("victim")) == "mine"; };

    plant("out.csv");
    QVERIFY(write_file_atomically(path("out.csv"), "theirs").has_value());
    QCOMPARE(*read_text_file(path("out.csv")), std::string("theirs"));
    QVERIFY(is_left() && !std::filesystem::is_symlink(path("out.csv")));

    plant("heartbeat");
    {
        const Heartbeat heartbeat(path("heartbeat"));
        QVERIFY(is_left() && !std::filesystem::is_symlink(path("heartbeat")));
        QVERIFY(read_process_record(path("heartbeat")).has_value());
    }

    std::filesystem::create_symlink(path("new"), temporary_name(path("d.h5")));
    QVERIFY(check_output(path("d.h5"), "dataset", "kinelens-dataset").has_value());
    QVERIFY(!std::filesystem::exists(path("new"))); // nothing was made where the link points
}

KINELENS_TEST(TemporaryFilesTest, nothing);

} // namespace temporary_files_test
#include "temporary_files_test.moc"
