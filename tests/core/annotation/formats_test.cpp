#include "core/annotation/csv_format.h"
#include "core/annotation/eaf_format.h"
#include "core/annotation/json_format.h"
#include "core/annotation/pku_text.h"
#include "core/foundation/random.h"
#include "tests/support/test_program.h"

namespace formats_test {

using namespace kinelens;

namespace {

const std::vector<std::string> odd_names{
    "drink water", "a,b", "say \"stop\"", "<&>'", "喝水", "zwei\nZeilen", " spaces ", " ",
    "tab\there",   "…",   "=1+1",         "-5",   "𝄞",    "a;b",          "#"};
const std::vector<std::string> sources{"truth", "Ännchen, B.", "truth 2", "", "<x>"};

template <class T>
const T& one_of(CounterRandom& random, const std::vector<T>& values) {
    return values[random.below(values.size())];
}

AnnotatedSequence random_sequence(CounterRandom& random, const std::string& name, double frame_rate) {
    AnnotatedSequence sequence{name, 1000, frame_rate, {}};
    const auto count = random.below(40);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto start = static_cast<std::int64_t>(random.below(999));
        const auto length = 1 + static_cast<std::int64_t>(random.below(i % 3 == 0 ? 300 : 5));
        const float confidence = i % 2 == 0 ? 1.0f : static_cast<float>(random.uniform(-2, 100));
        sequence.intervals.push_back({0, static_cast<int>(random.below(odd_names.size())), start,
                                      std::min<std::int64_t>(1000, start + length), confidence,
                                      one_of(random, sources)});
    }
    sort_intervals(sequence.intervals);
    return sequence;
}

// Intervals that begin and end together may come back in another order.
std::vector<Interval> in_order(std::vector<Interval> intervals) {
    std::sort(intervals.begin(), intervals.end(), [](const Interval& a, const Interval& b) {
        return std::tie(a.start, a.end, a.label, a.confidence, a.source) <
               std::tie(b.start, b.end, b.label, b.confidence, b.source);
    });
    return intervals;
}

const char* reason(const auto& result) {
    static std::string text;
    text = result ? "" : describe(result.error());
    return text.c_str();
}

} // namespace

class FormatsTest : public QObject {
    Q_OBJECT
private slots:
    void csvGivesBack();
    void jsonGivesBack();
    void pkuTextGivesBack();
    void eafGivesBack();
    void csvOfSpreadsheets();
    void malformedCsv();
    void malformedJson_data();
    void malformedJson();
    void eafOfElan();
    void eafTiersDoNotOverlap();
    void eafSlotsStandInOrderOfTime();
    void eafOfOlderElan();
    void malformedEaf();
    void namesThatCannotBeKept();
    void autosave();
    void whatIsKeptBeside();
};

void FormatsTest::csvGivesBack() {
    CounterRandom random(1);
    for (int turn = 0; turn < 50; ++turn) {
        Annotations annotations{odd_names, {}};
        for (const std::string& name : odd_names)
            annotations.sequences.push_back(random_sequence(random, name, 30));
        annotations.sequences[static_cast<std::size_t>(turn) % odd_names.size()].intervals.clear();
        QVERIFY2(validate(annotations).has_value(), reason(validate(annotations)));
        const auto reading = annotations_from_csv(annotations_to_csv(annotations), {"a.csv", odd_names});
        QVERIFY2(reading.has_value() && reading->faults.empty(), reason(reading));
        Annotations wanted = annotations; // CSV does not know of lengths
        for (AnnotatedSequence& sequence : wanted.sequences) sequence.frames = 0;
        QCOMPARE(reading->annotations, wanted);
    }
}

void FormatsTest::jsonGivesBack() {
    CounterRandom random(2);
    for (int turn = 0; turn < 50; ++turn) {
        AnnotationDocument document{{odd_names, {}}, {"/data/d.h5", "xxh3-128:1"}};
        for (const std::string& name : odd_names)
            document.annotations.sequences.push_back(random_sequence(random, name, 12.5));
        const auto read =
            annotations_from_json(annotations_to_json(document.annotations, document.origin), "a.json");
        QVERIFY2(read.has_value(), reason(read));
        QCOMPARE(read->annotations, document.annotations);
        QCOMPARE(read->origin, document.origin);
    }
}

void FormatsTest::pkuTextGivesBack() {
    CounterRandom random(3);
    for (int turn = 0; turn < 50; ++turn) {
        auto intervals = random_sequence(random, "0002-L", 30).intervals;
        for (Interval& interval : intervals) interval.source = "truth"; // has no column there
        const PkuText text =
            read_pku_text(pku_text(intervals), "0002-L.txt", static_cast<int>(odd_names.size()));
        QVERIFY(text.faults.empty());
        QCOMPARE(text.intervals, intervals);
    }
    QCOMPARE(pku_text({{0, 2, 9, 20, 2}}), std::string("3,10,20,2\n"));
}

void FormatsTest::eafGivesBack() {
    CounterRandom random(4);
    for (const double frame_rate : {30.0, 29.97, 25.0, 120.0, 999.0, 0.5})
        for (int turn = 0; turn < 20; ++turn) {
            const auto sequence = random_sequence(random, one_of(random, odd_names), frame_rate);
            const std::string text = annotations_to_eaf(sequence, odd_names);
            for (const auto& known : {odd_names, std::vector<std::string>{}}) {
                const auto reading = annotations_from_eaf(text, {"a.eaf", known, 30});
                QVERIFY2(reading.has_value(), reason(reading));
                QVERIFY(reading->faults.empty());
                QCOMPARE(reading->annotations.class_names, odd_names);
                const auto& back = reading->annotations.sequences.front();
                QCOMPARE(back.name, sequence.name);
                QCOMPARE(back.frames, sequence.frames);
                QCOMPARE(back.frame_rate, frame_rate);
                QCOMPARE(in_order(back.intervals), in_order(sequence.intervals));
            }
            QCOMPARE(annotations_to_eaf(sequence, odd_names), text);
        }
}

void FormatsTest::csvOfSpreadsheets() {
    const std::string text = "\xEF\xBB\xBF"
                             "end,note,class,start\r\n20,\"a \"\"b\"\",\n c\",walk,10\r\n\r\n30,,\"run\",15";
    const auto reading = annotations_from_csv(text, {"a.csv", {"run"}});
    QVERIFY2(reading.has_value() && reading->faults.empty(), reason(reading));
    QCOMPARE(reading->annotations.class_names, (std::vector<std::string>{"run", "walk"}));
    const std::vector<Interval> wanted{{0, 1, 10, 20}, {0, 0, 15, 30}};
    QCOMPARE(reading->annotations.sequences[0].intervals, wanted);
}

void FormatsTest::malformedCsv() {
    for (const char* text : {"", "walk,1,2\n", "class,start\n", "start,end\n1,2\n"}) {
        const auto reading = annotations_from_csv(text, {"a.csv"});
        QVERIFY2(!reading, text);
        QCOMPARE(reading.error().code, ErrorCode::format_invalid);
    }
    const auto reading =
        annotations_from_csv("class,start,end,confidence\nwalk,1,5,1\nwalk,a,5,1\nwalk,7,5,1\n"
                             "walk,-1,5,1\n,1,5,1\nwalk,1\nwalk,1,5,nan\nrun,2,6,0.5\n",
                             {"a.csv"});
    QCOMPARE(reading->annotations.sequences[0].intervals.size(), std::size_t(2));
    QCOMPARE(reading->faults.size(), std::size_t(6));
    for (std::size_t i = 0; i < 6; ++i)
        QCOMPARE(reading->faults[i].place.line, std::optional<long long>(static_cast<long long>(i) + 3));
}

void FormatsTest::malformedJson_data() {
    QTest::addColumn<QString>("text");
    const auto with = [](const char* interval) {
        return QString(R"({"format": "kinelens-annotations", "classes": ["a"],
                           "sequences": [{"name": "s", "frames": 10, "intervals": [%1]}]})")
            .arg(interval);
    };
    QTest::newRow("no JSON") << "[1,";
    QTest::newRow("a list") << "[]";
    QTest::newRow("another format") << "{}";
    QTest::newRow("newer") << R"({"format": "kinelens-annotations", "version": 9})";
    QTest::newRow("no classes") << R"({"format": "kinelens-annotations", "sequences": []})";
    QTest::newRow("no such class") << with(R"({"class": 1, "start": 1, "end": 2})");
    QTest::newRow("a class by name") << with(R"({"class": "a", "start": 1, "end": 2})");
    QTest::newRow("beyond the end") << with(R"({"class": 0, "start": 1, "end": 11})");
    QTest::newRow("empty") << with(R"({"class": 0, "start": 1, "end": 1})");
}

void FormatsTest::malformedJson() {
    QFETCH(QString, text);
    const auto read = annotations_from_json(text.toStdString(), "a.json");
    QVERIFY(!read);
    QCOMPARE(read.error().subject, std::string("a.json"));
}

void FormatsTest::eafOfElan() {
    const std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2020-01-01T00:00:00+00:00" FORMAT="3.0" VERSION="3.0">
    <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"/>
    <TIME_ORDER>
        <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/>
        <TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2010"/>
        <TIME_SLOT TIME_SLOT_ID="ts3"/>
    </TIME_ORDER>
    <TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="gesture">
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
            <ANNOTATION_VALUE>wave &amp; nod</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
            <ANNOTATION_VALUE>nod</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
        <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
            <ANNOTATION_VALUE/></ALIGNABLE_ANNOTATION></ANNOTATION>
    </TIER>
</ANNOTATION_DOCUMENT>)";
    const auto reading = annotations_from_eaf(text, {"folder/film.eaf", {"nod"}, 25});
    QVERIFY2(reading.has_value(), reason(reading));
    const auto& sequence = reading->annotations.sequences.front();
    QCOMPARE(sequence.name, std::string("film"));
    const std::vector<Interval> wanted{{0, 1, 25, 50, 1, "gesture"}};
    QCOMPARE(sequence.intervals, wanted);
    QCOMPARE(reading->annotations.class_names[1], std::string("wave & nod"));
    QCOMPARE(reading->faults.size(), std::size_t(2));
    QCOMPARE(reading->faults[0].place.line, std::optional<long long>(12));
}

// ELAN refuses tiers whose annotations overlap.
void FormatsTest::eafTiersDoNotOverlap() {
    AnnotatedSequence sequence{"s", 100, 30, {}};
    for (int i = 0; i < 6; ++i) sequence.intervals.push_back({0, 0, i * 10, i * 10 + 25});
    const QString text = QString::fromStdString(annotations_to_eaf(sequence, {"a"}));
    QCOMPARE(text.count("<TIER "), 3);
    QVERIFY(text.contains("TIER_ID=\"truth 3\""));
    for (const QString& tier : text.split("<TIER ").mid(1)) QCOMPARE(tier.count("<ALIGNABLE_ANNOTATION"), 2);
}

void FormatsTest::eafSlotsStandInOrderOfTime() {
    const AnnotatedSequence sequence{"s", 100, 30, {{0, 0, 0, 90}, {0, 0, 10, 20}, {0, 0, 50, 60}}};
    const QString text = QString::fromStdString(annotations_to_eaf(sequence, {"a"}));
    std::vector<long long> times;
    for (const QString& part : text.split("TIME_VALUE=\"").mid(1))
        times.push_back(part.section('"', 0, 0).toLongLong());
    QCOMPARE(times, (std::vector<long long>{0, 333, 667, 1667, 2000, 3000}));
}

void FormatsTest::eafOfOlderElan() {
    const QString text = R"(<ANNOTATION_DOCUMENT AUTHOR="" FORMAT="2.7" VERSION="2.7">
<HEADER MEDIA_FILE="" TIME_UNITS="%1"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="50"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="100"/>
</TIME_ORDER>
<TIER LINGUISTIC_TYPE_REF="default-lt" TIER_ID="gesture"><ANNOTATION><ALIGNABLE_ANNOTATION
ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>wave</ANNOTATION_VALUE>
</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<CONTROLLED_VOCABULARY CV_ID="classes" DESCRIPTION=""><CV_ENTRY DESCRIPTION="">nod</CV_ENTRY>
<CV_ENTRY DESCRIPTION="">wave</CV_ENTRY></CONTROLLED_VOCABULARY>
</ANNOTATION_DOCUMENT>)";
    const auto read = [&text](const char* units) {
        return annotations_from_eaf(text.arg(units).toStdString(), {"a.eaf"});
    };
    const auto pal = read("PAL-frames"); // 25 a second
    QVERIFY2(pal.has_value() && pal->faults.empty(), reason(pal));
    QCOMPARE(pal->annotations.class_names, (std::vector<std::string>{"nod", "wave"}));
    QCOMPARE(pal->annotations.sequences[0].intervals, (std::vector<Interval>{{0, 1, 60, 120, 1, "gesture"}}));
    const auto ntsc = read("NTSC-frames");
    QCOMPARE(ntsc->annotations.sequences[0].intervals,
             (std::vector<Interval>{{0, 1, 50, 100, 1, "gesture"}}));
    const auto other = read("fortnights");
    QVERIFY(!other);
    QCOMPARE(other.error().code, ErrorCode::format_invalid);
}

void FormatsTest::malformedEaf() {
    const std::string whole = annotations_to_eaf({"s", 100, 30, {{0, 0, 0, 10, 0.5f}}}, {"a"});
    for (const std::size_t size : {std::size_t(0), std::size_t(30), whole.size() / 2, whole.size() - 8}) {
        const auto reading = annotations_from_eaf(whole.substr(0, size), {"a.eaf"});
        QVERIFY(!reading);
        QCOMPARE(reading.error().code, ErrorCode::format_invalid);
    }
    QVERIFY(!annotations_from_eaf("<html/>", {"a.eaf"}));
    std::string wrong = whole;
    wrong.replace(wrong.find(">30<"), 4, ">-3<");
    QVERIFY(!annotations_from_eaf(wrong, {"a.eaf"}));
    CounterRandom random(8); // single bytes changed: anything but a crash
    for (int turn = 0; turn < 2000; ++turn) {
        std::string damaged = whole;
        damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        const auto reading = annotations_from_eaf(damaged, {"a.eaf"});
        if (reading)
            for (const Interval& interval : reading->annotations.sequences.front().intervals)
                QVERIFY(interval.start >= 0 && interval.start < interval.end);
    }
}

void FormatsTest::namesThatCannotBeKept() {
    for (const std::string name :
         {"\x01", "\xFF", "\xC3", "\xED\xA0\x80", "\xC0\x80", "\xEF\xBF\xBF", "a\rb", ""}) {
        const Annotations annotations{{name}, {}};
        QVERIFY(!validate(annotations));
    }
    QVERIFY(!validate(Annotations{{"a", "a"}, {}}));
    QVERIFY(!validate(Annotations{{"a"}, {{"s", 10, 30, {{0, 0, 5, 11}}}}}));
    QVERIFY(!validate(Annotations{{"a"}, {{"s", 10, 1000, {}}}}));
    QVERIFY(validate(Annotations{{"a"}, {{"s", 0, 30, {{0, 0, 5, 11}}}}}).has_value());
}

void FormatsTest::autosave() {
    QTemporaryDir folder;
    const Path file = folder.filePath("work.json").toStdString();
    const AnnotationDocument document{{{"a"}, {{"s", 10, 30, {{0, 0, 5, 9}}}}}, {"d.h5", "hash"}};
    QVERIFY(save_annotations(autosave_file(file), document).has_value());
    QCOMPARE(load_annotations(autosave_file(file))->annotations, document.annotations);
    QVERIFY(autosave_file(file) != file);
    AnnotationDocument wrong = document;
    wrong.annotations.sequences[0].intervals[0].label = 7;
    QVERIFY(!save_annotations(autosave_file(file), wrong));
    QCOMPARE(load_annotations(autosave_file(file))->annotations, document.annotations); // left as it was
    QCOMPARE(load_annotations(file).error().code, ErrorCode::file_not_found);
}

void FormatsTest::whatIsKeptBeside() {
    QTemporaryDir folder;
    const auto place = [&folder](const char* name) { return Path(folder.filePath(name).toStdString()); };
    QVERIFY(keep_beside(place(".d.json")).has_value()); // there is nothing to keep
    for (const char* text : {"first", "second"}) {
        QVERIFY(write_file_atomically(place(".d.json"), text).has_value());
        QVERIFY(keep_beside(place(".d.json")).has_value());
    }
    QCOMPARE(read_text_file(place("d.json.bak")).value_or(""), std::string("first"));
    QCOMPARE(read_text_file(place("d.json.2.bak")).value_or(""), std::string("second"));
    QCOMPARE(read_text_file(place(".d.json")).value_or(""), std::string("second"));
}

KINELENS_TEST(FormatsTest, nothing);

} // namespace formats_test
#include "formats_test.moc"
