// Labels of other programs: BORIS, spreadsheets of any country, tables of a row a frame; and ELAN's habits.
#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/label_file.h"
#include "core/foundation/table_rows.h"
#include "tests/support/test_program.h"

namespace label_tables_test {

using namespace kinelens;

namespace {

const Path cases = Path(KINELENS_SHARED_FOLDER) / "cases";

Result<AnnotationReading> read_case(const char* name, double frame_rate = 30) {
    const Path file = cases / name;
    const auto text = read_text_file(file);
    if (!text) return fail(text.error());
    return read_labels(*text, {file.string(), {}, frame_rate});
}

using Spans = std::map<std::string, std::pair<std::int64_t, std::int64_t>>; // by class

Spans spans_of(const AnnotationReading& reading) {
    Spans spans;
    for (const AnnotatedSequence& sequence : reading.annotations.sequences)
        for (const Interval& one : sequence.intervals)
            spans[reading.annotations.class_names[static_cast<std::size_t>(one.label)]] = {one.start,
                                                                                           one.end};
    return spans;
}

const Spans boris_spans{
    {"bow", {15, 45}}, {"hand waving", {36, 120}}, {"clapping", {150, 151}}, {"salute", {180, 299}}};

std::string said(const AnnotationReading& reading) {
    std::string text;
    for (const Error& fault : reading.faults) text += fault.detail + "\n";
    return text;
}

} // namespace

class LabelTablesTest : public QObject {
    Q_OBJECT
private slots:
    void dialects_data();
    void dialects();
    void rowsKnowTheirLines();
    void boris_data();
    void boris();
    void imagesOfAnotherRate();
    void aRowAFrame();
    void frameTableGivesBack();
    void duplicatesAreTold();
    void elanReadsOneKindOfTier();
    void elanTierByName_data();
    void elanTierByName();
    void unknownTier();
    void circlesOfReferences();
    void utf16();
};

void LabelTablesTest::dialects_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << QByteArray("a,b,c\n1.5,\"x, y\",3\n");
    QTest::newRow("semicolon") << QByteArray("a;b;c\n1,5;x, y;3\n");
    QTest::newRow("tab") << QByteArray("a\tb\tc\n1.5\tx, y\t3\n");
    QTest::newRow("sep=") << QByteArray("sep=;\r\na;b;c\r\n1,5;x, y;3\r\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a;b;c\n1,5;\"x, y\";3");
    QTest::newRow("old Macintosh") << QByteArray("a;b;c\r1,5;x, y;3\r");
}

void LabelTablesTest::dialects() {
    QFETCH(QByteArray, text);
    const std::string kept = text.toStdString();
    TableRows rows(kept);
    QCOMPARE(rows.row(), (std::vector<std::string>{"a", "b", "c"}));
    const auto fields = rows.row();
    double value = 0;
    QVERIFY(parse_cell(fields[0], rows.decimal_commas(), value));
    QCOMPARE(value, 1.5);
    QCOMPARE(fields[1], std::string("x, y"));
    QCOMPARE(fields[2], std::string("3"));
    QVERIFY(rows.at_end());
}

void LabelTablesTest::rowsKnowTheirLines() {
    TableRows rows("a,b\r\n\"two\nlines\",1\r\n\r\nlast,2");
    rows.row();
    QCOMPARE(rows.line(), 2LL);
    rows.row();
    QCOMPARE(rows.line(), 4LL);
    QCOMPARE(rows.row(), std::vector<std::string>{""});
    QCOMPARE(rows.line(), 5LL);
}

void LabelTablesTest::boris_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("told");
    QTest::newRow("aggregated") << "27-boris/aggregated_events.tsv"
                                << "";
    QTest::newRow("decimal commas") << "27-boris/aggregated_events_comma_decimal.csv"
                                    << "";
    QTest::newRow("tabular") << "27-boris/tabular_events_unpaired.csv"
                             << "'bow' starts at 8 s and never stops; it is left out\n";
    QTest::newRow("by hand") << "27-boris/as_kinelens_reads_it.csv"
                             << "";
}

void LabelTablesTest::boris() {
    QFETCH(QString, name);
    QFETCH(QString, told);
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto reading = read_case(name.toLatin1().constData());
    QVERIFY2(reading.has_value(), reading ? "" : describe(reading.error()).c_str());
    QCOMPARE(QString::fromStdString(said(*reading)), told);
    QCOMPARE(reading->annotations.sequences.front().name, std::string("0002-L"));
    QVERIFY(spans_of(*reading) == boris_spans);
}

// The film had 25 images a second where the recording has 30 frames: seconds count.
void LabelTablesTest::imagesOfAnotherRate() {
    const auto reading = annotations_from_csv(
        "Observation id,Subject,Behavior,Behavior type,Start (s),Stop (s),Image index start,"
        "Image index stop\nr,anna,bow,STATE,2.0,4.0,50,100\n",
        {"a.csv", {}, 30});
    QVERIFY(reading.has_value());
    QVERIFY(spans_of(*reading) == (Spans{{"bow", {60, 120}}}));
    QCOMPARE(reading->annotations.sequences[0].intervals[0].source, std::string("anna"));
}

void LabelTablesTest::aRowAFrame() {
    const auto reading =
        annotations_from_csv("sequence;Frame;Class\nr;0;\nr;1;walk\nr;2;walk\nr;3;walk\nr;3;wave\n"
                             "r;4;wave\nr;7;walk\nr;7;walk\nr;x;walk\ns;0;\n",
                             {"a.csv"});
    QVERIFY(reading.has_value());
    const auto& sequences = reading->annotations.sequences;
    QCOMPARE(sequences.size(), std::size_t(2));
    const std::vector<Interval> wanted{{0, 0, 1, 4}, {0, 1, 3, 5}, {0, 0, 7, 8}};
    QCOMPARE(sequences[0].intervals.size(), wanted.size());
    for (const Interval& one : wanted)
        QVERIFY(std::ranges::any_of(sequences[0].intervals, [&](const Interval& other) {
            return other.start == one.start && other.end == one.end;
        }));
    QCOMPARE(said(*reading),
             std::string("frame 7 has this class already\nthe frame must be a whole number from 0\n"));
    QCOMPARE(reading->faults[0].place.line.value_or(0), 9LL);
}

void LabelTablesTest::frameTableGivesBack() {
    const Annotations annotations{
        {"walk", "a, b"}, {{"r", 10, 30, {{0, 0, 0, 4}, {0, 1, 3, 6}, {0, 0, 8, 10}}}, {"s", 3, 30, {}}}};
    const auto reading =
        annotations_from_csv(annotations_to_frame_table(annotations), {"a.csv", {"walk", "a, b"}});
    QVERIFY(reading.has_value() && reading->faults.empty());
    Annotations wanted = annotations;
    for (AnnotatedSequence& sequence : wanted.sequences) sequence.frames = 0; // the table does not say it
    QCOMPARE(reading->annotations, wanted);
}

void LabelTablesTest::duplicatesAreTold() {
    const auto reading = read_labels("class,start,end\nbow,1,5\nbow,1,5\nbow,1,6\n", {"a.csv"});
    QVERIFY(reading.has_value());
    QCOMPARE(reading->annotations.sequences[0].intervals.size(), std::size_t(2));
    QCOMPARE(reading->faults.size(), std::size_t(1));
    QCOMPARE(reading->faults[0].code, ErrorCode::part_left_out);
    QVERIFY(said(*reading).find("stands there twice") != std::string::npos);
}

void LabelTablesTest::elanReadsOneKindOfTier() {
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const auto reading = read_case("26-elan/0002-L.eaf");
    QVERIFY2(reading.has_value(), reading ? "" : describe(reading.error()).c_str());
    const Spans wanted{{"bow", {0, 30}},  {"hand waving", {30, 120}}, {"clapping", {150, 151}},
                       {"drop", {0, 21}}, {"writing", {180, 360}},    {"salute", {105, 135}}};
    QVERIFY(spans_of(*reading) == wanted);
    const std::string told = said(*reading);
    for (const char* part : {"TIME_ORIGIN", "it begins before the recording does and is cut there",
                             "tier 'Phasen' (3 annotations)", "tier 'Kommentar' (2 annotations)"})
        QVERIFY2(told.find(part) != std::string::npos, part);
}

void LabelTablesTest::elanTierByName_data() {
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QStringList>("spans");
    QTest::newRow("time subdivision")
        << "Phasen" << QStringList{"preparation 30 60", "retraction 90 120", "stroke 60 90"};
    QTest::newRow("reference") << "Kommentar" << QStringList{"left hand 30 120"};
    QTest::newRow("reference of a reference") << "Kommentar zum Kommentar" << QStringList{"unsure 30 120"};
}

void LabelTablesTest::elanTierByName() {
    QFETCH(QString, tier);
    QFETCH(QStringList, spans);
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const std::string file = (cases / "26-elan/0002-L.eaf").string();
    const auto reading = read_labels(*read_text_file(file), {file, {}, 30, tier.toStdString()});
    QVERIFY2(reading.has_value(), reading ? "" : describe(reading.error()).c_str());
    QStringList found;
    for (const auto& [name, span] : spans_of(*reading))
        found << QString("%1 %2 %3").arg(QString::fromStdString(name)).arg(span.first).arg(span.second);
    QCOMPARE(found, spans);
}

void LabelTablesTest::unknownTier() {
    if (!std::filesystem::exists(cases)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
    const std::string file = (cases / "26-elan/0002-L.eaf").string();
    const auto reading = read_labels(*read_text_file(file), {file, {}, 30, "Phase"});
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, ErrorCode::not_found);
    QVERIFY(reading.error().detail.find("Phasen") != std::string::npos);
}

void LabelTablesTest::circlesOfReferences() {
    const std::string text =
        "<ANNOTATION_DOCUMENT><HEADER TIME_UNITS=\"milliseconds\"/><TIME_ORDER/><TIER TIER_ID=\"a\">"
        "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"x\" ANNOTATION_REF=\"y\"><ANNOTATION_VALUE>1"
        "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
        "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"y\" ANNOTATION_REF=\"x\"><ANNOTATION_VALUE>2"
        "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>";
    const auto reading = annotations_from_eaf(text, {"a.eaf"});
    QVERIFY(reading.has_value());
    QCOMPARE(said(*reading), std::string("it has no times\nit has no times\n"));
}

void LabelTablesTest::utf16() {
    std::string text = "\xFF\xFE";
    for (const char letter : std::string("class;start;end\r\nbow;1;5\r\n")) text += {letter, '\0'};
    const auto reading = annotations_from_csv(text, {"a.csv"});
    QVERIFY2(reading.has_value(), reading ? "" : describe(reading.error()).c_str());
    QVERIFY(spans_of(*reading) == (Spans{{"bow", {1, 5}}}));
}

KINELENS_TEST(LabelTablesTest, nothing);

} // namespace label_tables_test
#include "label_tables_test.moc"
