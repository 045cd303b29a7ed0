// Every word of the window has its translation: what lupdate finds in the sources now stands in each .ts,
// finished and with the same places to fill in; and lupdate finds all that the sources mark.
#include "tests/support/test_program.h"
#include "ui/messages/language.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

namespace translations_test {

using namespace kinelens::ui;

struct Entry {
    QString context, source, comment;
    QStringList forms; // of a number: one for each of the language's
    bool plural = false, finished = true;
    QString key() const { return context + QLatin1String(" | ") + source + QLatin1String(" | ") + comment; }
};

QString readFile(const QString& path) {
    QFile file(path);
    return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Entry readEntry(QXmlStreamReader& xml, const QString& context) {
    Entry entry;
    entry.context = context;
    entry.plural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            entry.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entry.finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!entry.plural) entry.forms << xml.readElementText();
            while (entry.plural && xml.readNextStartElement()) entry.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

QList<Entry> readEntries(const QString& file) {
    const QString text = readFile(file);
    QXmlStreamReader xml(text);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement()) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) entries << readEntry(xml, context);
    }
    return entries;
}

// "%1 of %2" -> {"%1", "%2"}; a plural form may leave its number out: "one sequence".
QStringList placesOf(const QString& text, bool plural) {
    static const QRegularExpression place(QStringLiteral("%L?([1-9][0-9]?|n)"));
    QStringList places;
    for (const QRegularExpressionMatch& match : place.globalMatch(text))
        if (!plural || match.captured(1) != QLatin1String("n")) places << match.captured();
    places.removeDuplicates();
    places.sort();
    return places;
}

qsizetype keysOf(const QString& text) {
    return QString(text)
        .remove(QLatin1String("&&"))
        .remove(QRegularExpression(QStringLiteral("&\\w+;")))
        .count('&');
}

// What is wrong with it, if anything.
QString faultOf(const Entry& entry, int forms) {
    if (!entry.finished) return QStringLiteral("not translated");
    if (entry.forms.size() != (entry.plural ? forms : 1)) return QStringLiteral("number of forms");
    for (const QString& form : entry.forms) {
        if (form.isEmpty()) return QStringLiteral("empty");
        if (placesOf(form, entry.plural) != placesOf(entry.source, entry.plural))
            return QStringLiteral("places: ") + form;
        if (keysOf(form) != keysOf(entry.source)) return QStringLiteral("keys: ") + form;
        if (form.count('\n') != entry.source.count('\n')) return QStringLiteral("lines: ") + form;
        for (const bool atEnd : {false, true}) {
            const auto edge = [atEnd](const QString& text) { return atEnd ? text.back() : text.front(); };
            if (edge(form).isSpace() != edge(entry.source).isSpace())
                return QStringLiteral("blanks: ") + form;
        }
    }
    return {};
}

class TranslationsTest : public QObject {
    Q_OBJECT

    const QString root_ = QStringLiteral(KINELENS_SOURCE_FOLDER);
    QTemporaryDir folder_;
    QList<Entry> marked_; // what lupdate finds now
    QByteArray warnings_;

    QStringList files() const {
        return QDir(root_ + QStringLiteral("/translations")).entryList({QStringLiteral("kinelens_*.ts")});
    }
    QString path(const QString& file) const { return root_ + QStringLiteral("/translations/") + file; }

private slots:
    void initTestCase();
    void lupdateIsContent();
    void lupdateFindsAllThatIsMarked();
    void everyWordIsTranslated_data();
    void everyWordIsTranslated();
    void faultsAreTold();
    void theWindowSpeaks();
};

void TranslationsTest::initTestCase() {
    const QString file = folder_.filePath(QStringLiteral("now.ts"));
    QProcess lupdate;
    lupdate.start(root_ + QStringLiteral("/translations/update.sh"), {file});
    QVERIFY(lupdate.waitForFinished());
    warnings_ = lupdate.readAllStandardError() + lupdate.readAllStandardOutput();
    QVERIFY2(lupdate.exitCode() == 0, warnings_.constData());
    marked_ = readEntries(file);
    QVERIFY(marked_.size() > 1000);
}

// A warning says that a word's context is not the one that it is looked up by.
void TranslationsTest::lupdateIsContent() {
    QVERIFY2(warnings_.isEmpty(), warnings_.constData());
}

// Some calls it passes over without a word.
void TranslationsTest::lupdateFindsAllThatIsMarked() {
    static const QRegularExpression call(QStringLiteral(
        R"((?:\btr\(|\btranslate\(\s*"[^"]*",|\w+_(?:NOOP|TEXT)\(\s*"[^"]*",)\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+))"));
    static const QRegularExpression seam(QStringLiteral(R"("\s*")"));
    QSet<QString> known;
    for (const Entry& entry : marked_) known.insert(entry.source);
    int calls = 0;
    for (const char* part : {"ui", "viz", "core", "app/desktop"}) {
        QDirIterator sources(root_ + QLatin1Char('/') + QLatin1String(part), {"*.cpp", "*.h"}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString text = readFile(sources.next());
            for (const QRegularExpressionMatch& match : call.globalMatch(text)) {
                QString words = match.captured(1).trimmed().remove(seam);
                words = words.mid(1, words.size() - 2).replace("\\n", "\n").replace("\\\"", "\"");
                ++calls;
                QVERIFY2(known.contains(words), qPrintable(sources.fileName() + QLatin1String(": ") + words));
            }
        }
    }
    QVERIFY(calls > 1000);
}

void TranslationsTest::everyWordIsTranslated_data() {
    QTest::addColumn<QString>("file");
    for (const QString& file : files()) QTest::newRow(qPrintable(file)) << file;
}

void TranslationsTest::everyWordIsTranslated() {
    QFETCH(QString, file);
    const QList<Entry> entries = readEntries(path(file));
    int forms = 0;
    for (const Entry& entry : entries)
        if (entry.plural) forms = std::max(forms, static_cast<int>(entry.forms.size()));
    QSet<QString> there, wanted;
    for (const Entry& entry : entries) there.insert(entry.key());
    for (const Entry& entry : marked_) wanted.insert(entry.key());
    QStringList faults;
    for (const QString& key : wanted - there) faults << QStringLiteral("lacks: ") + key;
    for (const QString& key : there - wanted) faults << QStringLiteral("nobody says it any more: ") + key;
    for (const Entry& entry : entries)
        if (const QString fault = faultOf(entry, forms); !fault.isEmpty())
            faults << entry.key() + ": " + fault;
    faults.sort();
    QVERIFY2(faults.isEmpty(),
             qPrintable("run translations/update.sh, then translate:\n" + faults.join('\n')));
}

void TranslationsTest::faultsAreTold() {
    const auto fault = [](const char* source, QStringList forms, bool plural = false, bool finished = true) {
        return faultOf({"C", source, {}, std::move(forms), plural, finished}, 2);
    };
    QVERIFY(fault("&Open %1", {"%1 &öffnen"}).isEmpty());
    QVERIFY(fault("%n maps", {"eine Karte", "%n Karten"}, true).isEmpty());
    QVERIFY(!fault("Open", {"Öffnen"}, false, false).isEmpty());
    QVERIFY(!fault("Open", {""}).isEmpty());
    QVERIFY(!fault("Open %1", {"Öffnen"}).isEmpty());
    QVERIFY(!fault("%1 of %2", {"%1 von %3"}).isEmpty());
    QVERIFY(!fault("&Open", {"Öffnen"}).isEmpty());
    QVERIFY(!fault(" and more", {"und mehr"}).isEmpty());
    QVERIFY(!fault("%n maps", {"%n Karten"}, true).isEmpty());
}

void TranslationsTest::theWindowSpeaks() {
    QCOMPARE(languages().size(), files().size() + 1);
    for (const QString& file : files()) {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/translations/") + QFileInfo(file).completeBaseName()));
        for (const Entry& entry : readEntries(path(file))) {
            const QString said =
                translator.translate(entry.context.toUtf8().constData(), entry.source.toUtf8().constData(),
                                     entry.comment.toUtf8().constData(), entry.plural ? 1 : -1);
            QCOMPARE(said, entry.forms.first());
        }
    }
}

KINELENS_TEST(TranslationsTest, event_loop);

} // namespace translations_test
#include "translations_test.moc"
