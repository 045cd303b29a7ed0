#include "tests/support/test_program.h"
#include "viz/palette/fitting_name.h"

#include <QSet>

namespace fitting_name_test {

using namespace kinelens::viz;

class FittingNameTest : public QObject {
    Q_OBJECT
private slots:
    void namesThatDifferAtTheirEndsStayApart() {
        const QFontMetrics font{QFont()};
        QSet<QString> middle, end;
        for (const char* last : {"abduction", "extension", "rotation left", "scaption"}) {
            const QString name = QStringLiteral("standing shoulder ") + QLatin1String(last);
            const int room = font.horizontalAdvance(QStringLiteral("standing shou…"));
            const QString fitted = fitting_name(name, font, room);
            QVERIFY(font.horizontalAdvance(fitted) <= room && fitted.contains(QChar(0x2026)));
            middle << fitted;
            end << font.elidedText(name, Qt::ElideRight, room);
        }
        QCOMPARE(middle.size(), 4);
        QCOMPARE(end.size(), 1); // as they were cut before
    }

    void whatFitsIsWhole() {
        const QFontMetrics font{QFont()};
        QCOMPARE(fitting_name(std::string("wave"), font, 500), QString("wave"));
    }
};

KINELENS_TEST(FittingNameTest, widgets);

} // namespace fitting_name_test
#include "fitting_name_test.moc"
