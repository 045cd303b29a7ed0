// The first page in windows of any size: what its cards say is read whole.
#include "tests/support/test_program.h"
#include "ui/state/preferences.h"
#include "ui/windows/start_page.h"

#include <QCommandLinkButton>
#include <QTemporaryDir>

namespace start_page_test {

using namespace kinelens::ui;

class StartPageTest : public QObject {
    Q_OBJECT
private slots:
    void cardsKeepTheirLines_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(900, 500), QSize(960, 430), QSize(640, 400), QSize(1440, 800)})
            QTest::addRow("%d x %d", size.width(), size.height()) << size;
    }
    void cardsKeepTheirLines() {
        QFETCH(const QSize, size);
        QTemporaryDir folder;
        Preferences preferences(folder.filePath("settings.ini"));
        StartPage page(preferences);
        page.resize(size);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto cards = page.findChildren<QCommandLinkButton*>();
        QVERIFY(cards.size() >= 3);
        for (const auto* card : cards)
            QVERIFY2(card->height() >= card->heightForWidth(card->width()), qPrintable(card->text()));
    }
};

KINELENS_TEST(StartPageTest, widgets);

} // namespace start_page_test
#include "start_page_test.moc"
