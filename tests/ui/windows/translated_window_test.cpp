// The window in German: every word that it asks for is there, under the context that it asks in.
#include "tests/support/test_program.h"
#include "tests/ui/windows/window_bench.h"

#include <QSet>
#include <QTranslator>

namespace translated_window_test {

using namespace kinelens;
using namespace kinelens::ui;

// Answers from the German file and remembers what is not in it.
class Listener : public QTranslator {
public:
    bool begin() {
        return words_.load(QStringLiteral(":/translations/kinelens_de")) &&
               QCoreApplication::installTranslator(this);
    }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int n) const override {
        const QString found = words_.translate(context, source, comment, n);
        const QString asked = QLatin1String(context);
        const bool qts = asked.startsWith(QLatin1Char('Q')) || asked == QLatin1String("MAC_APPLICATION_MENU");
        // Options are looked for in one context after the other.
        if (found.isEmpty() && !qts && !asked.endsWith(QLatin1String("Options")))
            missing.insert(asked + QStringLiteral(" | ") + QString::fromUtf8(source));
        return found;
    }

    mutable QSet<QString> missing;

private:
    QTranslator words_;
};

class TranslatedWindowTest : public QObject {
    Q_OBJECT
private slots:
    void everyWordIsFound() {
        Listener listener;
        QVERIFY(listener.begin());
        testing::WindowBench bench;
        QVERIFY(bench.open());
        for (const QString& mode : ModeArrangements::modes()) QVERIFY(bench.enter(mode));
        QCOMPARE(ModeArrangements::title(QStringLiteral("train")), QStringLiteral("Trainieren"));
        const QStringList missing(listener.missing.begin(), listener.missing.end());
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }
};

KINELENS_TEST(TranslatedWindowTest, widgets);

} // namespace translated_window_test
#include "translated_window_test.moc"
