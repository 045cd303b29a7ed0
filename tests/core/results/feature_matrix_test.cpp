// Rows for maps, of our files and of other programs': which array is taken, and what is said where there is
// none.
#include "core/results/embedding.h"
#include "core/results/feature_matrix.h"
#include "core/results/features_writer.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QTemporaryDir>

namespace feature_matrix_test {

using namespace kinelens;

class FeatureMatrixTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

    static Error error_of(const Path& file, const char* domain, const char* array) {
        const auto read = read_feature_matrix(file, *value_named<FeatureDomain>(domain), array);
        return read ? Error{ErrorCode::internal, "it was read", {}, {}} : read.error();
    }
    // (rows, columns) of zeros to the number of rows.
    void write_npy(const char* name, int rows, const std::string& shape) {
        std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        header.resize(117, ' ');
        header += '\n';
        std::string bytes("\x93NUMPY\x01\x00", 8);
        bytes += static_cast<char>(header.size());
        bytes += '\0';
        bytes += header;
        bytes.append(static_cast<std::size_t>(rows) * 2 * sizeof(float), '\0');
        QVERIFY(write_file_atomically(path(name), bytes));
    }

private slots:
    void initTestCase() {
        for (const bool dense : {false, true}) {
            auto writer = *FeaturesWriter::create(path(dense ? "dense.h5" : "plain.h5"),
                                                  {4, dense, dense ? 3 : 0, dense ? 2 : 0}, {});
            const std::vector<float> row(12, 1);
            QVERIFY(writer.append({"a", "b"}, {row.data(), row.data(), row.data()}));
            QVERIFY(writer.finish());
        }
        Embedding other; // two matrices of numbers, as another program's file may have
        other.names = {"a", "b"};
        other.coordinates = {1, 2, 3, 4};
        other.divergence = {{1, 2.5}};
        QVERIFY(write_embedding(path("other.h5"), other));
        write_npy("rows.npy", 3, "(3, 2)");
        write_npy("ROWS.NPY", 3, "(3, 2)");
        write_npy("flat.npy", 3, "(6,)");
    }

    void what_is_read_says_which_domain_it_is() {
        const auto domain_of = [&](const char* name, const char* domain, const char* array) {
            const auto read = read_feature_matrix(path(name), *value_named<FeatureDomain>(domain), array);
            return read ? read->stamp.text("domain") + " " + std::to_string(read->rows()) + "x" +
                              std::to_string(read->dimension)
                        : describe(read.error());
        };
        QCOMPARE(domain_of("plain.h5", "instance", ""), std::string("instance 2x4"));
        QCOMPARE(domain_of("plain.h5", "spatial", "/instance"), std::string("spatial 2x2"));
        QCOMPARE(domain_of("dense.h5", "frames", ""), std::string("frames 6x2"));
        QCOMPARE(domain_of("dense.h5", "instance", "temporal"), std::string("frames 6x2"));
        QCOMPARE(domain_of("other.h5", "instance", "coordinates"), std::string("instance 2x2"));
        QCOMPARE(domain_of("rows.npy", "instance", ""), std::string("instance 3x2"));
        QCOMPARE(domain_of("ROWS.NPY", "instance", ""), std::string("instance 3x2"));
        QVERIFY(
            std::filesystem::path(
                read_feature_matrix(path("rows.npy"), FeatureDomain::instance, "")->stamp.text("features"))
                .is_absolute());
    }

    void what_a_file_has_not_is_refused_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("array");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* file, const char* domain, const char* array, const char* said) {
            QTest::addRow("%s %s %s", file, domain, array) << file << domain << array << said;
        };
        row("rows.npy", "temporal", "", "domain: invalid_argument: * holds one matrix, without domains");
        row("rows.npy", "frames", "", "domain: invalid_argument: * holds one matrix, without domains");
        row("rows.npy", "instance", "/x", "array: invalid_argument: * holds one matrix, without a name");
        row("flat.npy", "instance", "", "*flat.npy: format_invalid: its rank is 1, not 2");
        row("other.h5", "spatial", "",
            "domain: invalid_argument: * holds no /instance with a temporal and a spatial half");
        row("other.h5", "temporal", "/coordinates",
            "domain: invalid_argument: temporal features are no part of /coordinates");
        row("other.h5", "instance", "", "array: argument_missing: * holds /coordinates, /kl");
        row("other.h5", "instance", "/none", "array: invalid_argument: * holds no /none");
        row("plain.h5", "projection", "",
            "domain: invalid_argument: * holds no projections; features --projection writes them");
        row("plain.h5", "frames", "",
            "domain: invalid_argument: * holds no frames; features --dense writes them");
    }

    void what_a_file_has_not_is_refused() {
        QFETCH(QString, file);
        QFETCH(QString, domain);
        QFETCH(QString, array);
        QFETCH(QString, said);
        const Error error = error_of(path(qPrintable(file)), qPrintable(domain), qPrintable(array));
        const QString text = QString::fromStdString(describe(error));
        const QString pattern = QRegularExpression::escape(said).replace("\\*", ".*");
        QVERIFY2(QRegularExpression("^" + pattern + "$").match(text).hasMatch(), qPrintable(text));
    }

    void broken_files_are_told_from_foreign_ones() {
        const auto whole = *read_text_file(path("dense.h5"));
        QVERIFY(write_file_atomically(path("cut.h5"), whole.substr(0, whole.size() / 2)));
        QCOMPARE(error_of(path("cut.h5"), "instance", "").code, ErrorCode::file_truncated);
        QCOMPARE(read_embedding(path("cut.h5")).error().code, ErrorCode::file_truncated);
        QVERIFY(write_file_atomically(path("text.h5"), "hello"));
        QCOMPARE(describe(error_of(path("text.h5"), "instance", "")),
                 path("text.h5").string() + ": format_unknown: neither HDF5 nor .npy");
        QVERIFY(write_file_atomically(path("rows.npz"), "PK"));
        QCOMPARE(error_of(path("rows.npz"), "instance", "").detail,
                 std::string(".npz is not read; save the matrix as .npy"));
        QCOMPARE(error_of(path("none.npy"), "instance", "").code, ErrorCode::file_not_found);
    }

    void outputs_are_named_with_their_article() {
        const auto refused = write_embedding(path("map.csv"), {});
        QCOMPARE(refused.error().detail, std::string("the name of an embedding file ends in .h5"));
    }
};

KINELENS_TEST(FeatureMatrixTest, nothing);

} // namespace feature_matrix_test
#include "feature_matrix_test.moc"
