// A form of options at any size: every option that is shown can be read and used.
#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/pretrain_options.h"
#include "tests/support/test_program.h"
#include "ui/forms/option_form.h"
#include "ui/forms/option_row.h"
#include "ui/widgets/scroll_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSpinBox>

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

    // Zeros and names that only a program understands are read in words, and mean what they meant.
    void valuesAreReadInWords() {
        OptionForm form(option_table<EmbedOptions>());
        form.setBaseline(option_values(EmbedOptions{}));
        const auto kept = form.values();
        QVERIFY(kept && *kept == option_values(EmbedOptions{}));
        QVERIFY(form.changedKeys().empty());
        const auto editor = [&](const char* key) { return form.row(key)->editor(); };
        auto* rate = qobject_cast<QLineEdit*>(editor("learning_rate"));
        auto* device = qobject_cast<QComboBox*>(editor("device"));
        QCOMPARE(rate->text(), QString("automatic"));
        QCOMPARE(qobject_cast<QSpinBox*>(editor("threads"))->text(), QString("all cores"));
        QCOMPARE(device->currentText(), QString("automatic"));
        QCOMPARE(qobject_cast<QComboBox*>(editor("method"))->currentText(), QString("t-SNE"));
        rate->setText("0.5");
        device->setEditText("cuda:1");
        QVERIFY(form.row("learning_rate")->value() == OptionValue(0.5));
        QVERIFY(form.row("device")->value() == OptionValue(std::string("cuda:1")));
        rate->setText("0");
        device->setEditText("CPU");
        QVERIFY(form.row("learning_rate")->value() == OptionValue(0.0));
        QVERIFY(form.row("device")->value() == OptionValue(std::string("cpu")));
    }
};

KINELENS_TEST(OptionFormTest, widgets);

} // namespace option_form_test

#include "option_form_test.moc"
