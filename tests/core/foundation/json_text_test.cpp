// JSON of strangers: whatever it is, there is a value or an error, and nothing is thrown.
#include "core/annotation/json_format.h"
#include "core/dataset/workspace.h"
#include "core/experiment/checkpoint_info.h"
#include "core/experiment/experiment.h"
#include "core/foundation/json_text.h"
#include "core/import/recipe.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"
#include "core/results/predictions.h"
#include "tests/support/test_program.h"

namespace json_text_test {

using namespace kinelens;

namespace {

std::string nested(int levels, const std::string& inside = "") {
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + inside + std::string(count, ']');
}

} // namespace

class JsonTextTest : public QObject {
    Q_OBJECT
private slots:
    void numbersThatAreTooLarge();
    void depthIsBounded();
    void bracketsInTexts();
    void everyReader_data();
    void everyReader();
    void otherKindsOfValues();
    void namesNeedNotBeUtf8();
};

void JsonTextTest::numbersThatAreTooLarge() {
    const auto parsed = parse_json("{\"a\": 1,\n \"b\": 1e999}", "a.json");
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::format_invalid);
    QCOMPARE(parsed.error().subject, std::string("a.json"));
    QCOMPARE(parsed.error().place.line, std::optional<long long>(2));
    QVERIFY2(parsed.error().detail.find("1e999") != std::string::npos, parsed.error().detail.c_str());
    QVERIFY(!parse_json("-1e999", "a.json") && !parse_json("[[1e400]]", "a.json"));
    QVERIFY(parse_json("[1e308, -1e-400, 123456789012345678901234567890]", "a.json").has_value());
    QVERIFY(json_object_or_empty("{\"a\": 1e999}").empty());
}

void JsonTextTest::depthIsBounded() {
    QVERIFY(parse_json(nested(deepest_json), "a.json").has_value());
    for (const int levels : {deepest_json + 1, 1'000'000}) {
        const auto parsed = parse_json(nested(levels), "a.json");
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::format_invalid);
        QCOMPARE(parsed.error().place.column, std::optional<long long>(deepest_json + 1));
        QVERIFY(json_object_or_empty("{\"a\":" + nested(levels) + "}").empty());
    }
    QVERIFY(
        parse_json("[" + nested(1, nested(2)) + "," + nested(deepest_json - 1) + "]", "a.json").has_value());
}

void JsonTextTest::bracketsInTexts() {
    const std::string many(5000, '[');
    QVERIFY(parse_json("{\"a\": \"" + many + "\\\"" + many + "\\\\\"}", "a.json").has_value());
    QVERIFY(!parse_json("\"\\\"" + many, "a.json"));
    QVERIFY(!parse_json("\"\\", "a.json"));
}

void JsonTextTest::everyReader_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("too large a number") << QByteArray("1e999");
    QTest::newRow("too deep") << QByteArray::fromStdString(nested(200'000));
    QTest::newRow("a number") << QByteArray("5");
    QTest::newRow("a text") << QByteArray("\"x\"");
    QTest::newRow("a list") << QByteArray("[[1], {}]");
    QTest::newRow("null") << QByteArray("null");
}

// As the whole text, and as the value of every key that a reader knows. What fits is taken; nothing throws.
void JsonTextTest::everyReader() {
    QFETCH(QByteArray, value);
    QTemporaryDir folder;
    const Path file = folder.filePath("p.json").toStdString();
    std::vector<std::string> texts{value.toStdString()};
    for (const char* key : {"format",    "version", "verb",      "options",      "inputs",     "datasets",
                            "sequences", "classes", "stamp",     "segmentation", "pattern",    "groups",
                            "layout",    "axes",    "separator", "header_lines", "frame_rate", "joints",
                            "parents",   "pairs",   "epochs",    "losses",       "file",       "created"})
        for (const char* before : {"", R"("format": "kinelens-workspace", "version": 1, )",
                                   R"("format": "kinelens-experiment", )", R"("sequences": [], )"})
            texts.push_back("{" + std::string(before) + "\"" + key + "\": " + value.toStdString() + "}");
    for (const std::string& text : texts) {
        (void)experiment_from_json(text, "a.json");
        (void)checkpoint_info_from_json(text, "a.json");
        (void)event_from_line(text);
        (void)workspace_from_json(text, "/", "a.json");
        (void)annotations_from_json(text, "a.json");
        (void)recipe_from_json(text, "a.json");
        (void)layout_from_json(text, "a.json");
        (void)options_over_json(option_table<PretrainOptions>(), option_values(PretrainOptions{}), text,
                                "a.json");
        QVERIFY(write_file_atomically(file, text).has_value());
        (void)read_predictions(file);
    }
    QVERIFY(!experiment_from_json(texts.front(), "a.json"));
}

void JsonTextTest::otherKindsOfValues() {
    const auto read = [](const std::string& text) -> Result<int> {
        KINELENS_TRY(json, parse_json(text, "a.json"));
        return read_json("a.json", [&json = json]() -> Result<int> { return json.at("n").get<int>(); });
    };
    QCOMPARE(*read("{\"n\": 3}"), 3);
    for (const char* text : {"{\"n\": \"3\"}", "{}", "[]", "5"}) {
        const auto wrong = read(text);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::format_invalid);
        QVERIFY(!wrong.error().detail.empty() && wrong.error().detail.front() != '[');
    }
}

void JsonTextTest::namesNeedNotBeUtf8() {
    QCOMPARE(json_line({{"file", "w\xfc.h5"}}), std::string("{\"file\":\"w\xef\xbf\xbd.h5\"}"));
    SkeletonLayout layout = anonymous_layout(2);
    layout.name = "w\xfc";
    QVERIFY(!layout_to_json(layout).empty());
}

KINELENS_TEST(JsonTextTest, nothing);

} // namespace json_text_test
#include "json_text_test.moc"
