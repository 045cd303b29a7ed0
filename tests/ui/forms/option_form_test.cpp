// A form of options at any size: every option that is shown can be read and used.
#include "core/options/detection_options.h"
#include "core/options/pretrain_options.h"
#include "tests/support/test_program.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/widgets/scroll_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

namespace option_form_test {

using namespace kinelens;
using namespace kinelens::ui;

namespace {

// What is wrong with the rows that are shown; empty where all is well.
QString faultOf(const OptionForm& form) {
    for (const OptionInfo& info : option_table<PretrainOptions>()) {
        const OptionRow* row = form.row(info.key);
        if (!row->field()->isVisibleTo(&form)) continue;
        const QString key = QString::fromStdString(info.key);
        const QWidget& editor = *row->editor();
        if (editor.height() < editor.minimumSizeHint().height())
            return QStringLiteral("%1 is %2 high").arg(key).arg(editor.height());
        if (editor.width() < editor.minimumWidth())
            return QStringLiteral("%1 is %2 wide").arg(key).arg(editor.width());
        if (row->label()->height() < row->label()->minimumSizeHint().height())
            return QStringLiteral("the label of %1 is %2 high").arg(key).arg(row->label()->height());
        if (row->label()->geometry().intersects(row->field()->geometry()))
            return QStringLiteral("%1 lies over its label").arg(key);
    }
    return {};
}

} // namespace

class OptionFormTest : public QObject {
    Q_OBJECT
private slots:
    void everyRowHasItsHeight_data() {
        QTest::addColumn<bool>("all");
        QTest::addColumn<int>("points"); // of the font
        for (const int points : {7, 9, 13})
            for (const bool all : {false, true})
                QTest::addRow("%d points, %s", points, all ? "all options" : "the usual ones")
                    << all << points;
    }

    // Narrower and wider again, a pixel at a time: labels go above their fields and come back.
    void everyRowHasItsHeight() {
        QFETCH(bool, all);
        QFETCH(int, points);
        auto* form = new OptionForm(option_table<PretrainOptions>());
        form->setBaseline(option_values(PretrainOptions{}));
        form->findChild<QCheckBox*>()->setChecked(all);
        QFont font = form->font();
        font.setPointSize(points);
        form->setFont(font);
        ScrollPanel panel(form);
        panel.resize(460, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        std::vector<int> widths;
        for (int width = 460; width > panel.minimumSizeHint().width(); --width) widths.push_back(width);
        for (std::size_t i = widths.size(); i-- > 0;) widths.push_back(widths[i]);
        for (const int width : widths) {
            panel.resize(width, 400);
            QCoreApplication::processEvents();
            const QString fault = faultOf(*form);
            QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1 px: %2").arg(width).arg(fault)));
        }
    }
};

KINELENS_TEST(OptionFormTest, widgets);

} // namespace option_form_test

#include "option_form_test.moc"
