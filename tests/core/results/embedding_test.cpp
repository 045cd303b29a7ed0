#include "core/results/embedding.h"

#include "core/options/embed_options.h"
#include "core/options/option_info.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <limits>

namespace embedding_test {

using namespace kinelens;

namespace {

Embedding example() {
    Embedding embedding;
    embedding.names = {"a", "ü", "c"};
    embedding.coordinates = {0, 1, 2, 3, -4, 5.5F};
    embedding.iteration = 2;
    embedding.divergence = {{1, 1.5}, {2, 1.0 / 3}};
    embedding.preservation = {1, 0.5F, 0};
    embedding.trustworthiness = {1, 0.75F, 0.5F};
    embedding.k = 2;
    embedding.neighbours = {1, 2, 0, 2, 1, 0};
    embedding.distances = {1, 2, 1, 3, 3, 2};
    embedding.velocity = {0, 0, 1, 1, 2, 2};
    embedding.gains = {1, 1, 0.8F, 1.2F, 1, 1};
    embedding.options = R"({"perplexity":30})";
    embedding.report = R"({"kl":0.33})";
    embedding.stamp = {{"features_hash", "h"}, {"code_version", "v"}};
    return embedding;
}

} // namespace

class EmbeddingTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }

private slots:
    void what_is_written_is_read() {
        auto embedding = example();
        QVERIFY(write_embedding(path("e.h5"), embedding).has_value());
        auto read = read_embedding(path("e.h5"));
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QVERIFY(*read == embedding);
        embedding.frames = {0, 1, 63};
        embedding.clip_frames = 64;
        embedding.velocity.clear();
        embedding.gains.clear();
        embedding.preservation.clear();
        QVERIFY(write_embedding(path("e.h5"), embedding).has_value()); // may be made again
        read = read_embedding(path("e.h5"));
        QVERIFY(read.has_value());
        QVERIFY(*read == embedding);
        QVERIFY(!std::filesystem::exists(temporary_name(path("e.h5"))));
        QVERIFY(is_embedding(path("e.h5")));
        QVERIFY(!is_embedding(path("nothing.h5")));
    }

    void snapshots_hold_the_coordinates_alone() {
        const EmbeddingSnapshot snapshot{{1, 2, 3, 4}, 50, 1000, 2.25};
        QVERIFY(write_embedding_snapshot(path("s.h5"), snapshot).has_value());
        const auto read = read_embedding_snapshot(path("s.h5"));
        QVERIFY(read.has_value());
        QVERIFY(*read == snapshot);
        QCOMPARE(read_embedding(path("s.h5")).error().code, ErrorCode::format_invalid); // no names
    }

    void files_that_do_not_fit_are_refused() {
        QCOMPARE(read_embedding(path("none.h5")).error().code, ErrorCode::file_not_found);
        QVERIFY(write_file_atomically(path("text.h5"), "hello").has_value());
        QCOMPARE(read_embedding(path("text.h5")).error().code, ErrorCode::format_unknown);
        QCOMPARE(write_embedding(path("text.h5"), example()).error().code, ErrorCode::already_exists);
        auto wrong = example();
        wrong.neighbours[3] = 3;
        QVERIFY(write_embedding(path("w.h5"), wrong).has_value());
        QCOMPARE(read_embedding(path("w.h5")).error().detail,
                 std::string("/neighbours does not fit the other arrays"));
        wrong = example();
        wrong.names.emplace_back("d");
        QVERIFY(write_embedding(path("w.h5"), wrong).has_value());
        QCOMPARE(read_embedding(path("w.h5")).error().code, ErrorCode::format_invalid);
        wrong = example();
        wrong.coordinates[2] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(write_embedding(path("w.h5"), wrong).has_value());
        QCOMPARE(read_embedding(path("w.h5")).error().code, ErrorCode::value_not_finite);
    }

    void names_and_coordinates_are_enough() {
        Embedding least;
        least.names = {"x", "y"};
        least.coordinates = {1, 2, 3, 4};
        QVERIFY(write_embedding(path("least.h5"), least).has_value());
        const auto read = read_embedding(path("least.h5"));
        QVERIFY2(read.has_value(), read ? "" : describe(read.error()).c_str());
        QVERIFY(*read == least);
    }

    void options_that_contradict_each_other_are_refused() {
        EmbedOptions options;
        QVERIFY(validate(options).has_value());
        QVERIFY(kinelens::validate(option_table<EmbedOptions>(), option_values(options)).has_value());
        options.start = MapStart::map;
        QCOMPARE(validate(options).error().code, ErrorCode::argument_missing);
        options.start_from = "e.h5";
        QVERIFY(validate(options).has_value());
        options.start = MapStart::pca;
        QCOMPARE(validate(options).error().code, ErrorCode::invalid_argument);
    }

    void learning_rate_follows_the_points() {
        EmbedOptions options;
        QCOMPARE(learning_rate_of(options, 120'000), 10'000.0);
        QCOMPARE(learning_rate_of(options, 100), 200.0);
        options.learning_rate = 7;
        QCOMPARE(learning_rate_of(options, 120'000), 7.0);
    }
};

KINELENS_TEST(EmbeddingTest, nothing);

} // namespace embedding_test
#include "embedding_test.moc"
