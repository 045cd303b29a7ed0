#include "ui/windows/small_windows.h"

#include "core/experiment/experiment.h"
#include "ui/messages/issue_log.h"
#include "viz/view/versions.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace kinelens::ui {
namespace {

struct SmallWindowsWords {
    Q_DECLARE_TR_FUNCTIONS(SmallWindows)
};

// A window with a text to read and to copy.
QDialog* textWindow(const QString& title, const QString& heading, const QString& text, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* label = new QLabel(heading, dialog);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    auto* edit = new QPlainTextEdit(text, dialog);
    edit->setReadOnly(true);
    edit->setAccessibleName(title);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    auto* copy = buttons->addButton(SmallWindowsWords::tr("Copy"), QDialogButtonBox::ActionRole);
    QObject::connect(copy, &QPushButton::clicked, edit,
                     [edit] { QGuiApplication::clipboard()->setText(edit->toPlainText()); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->setSpacing(12);
    layout->addWidget(label);
    layout->addWidget(edit, 1);
    layout->addWidget(buttons);
    dialog->resize(560, 360);
    return dialog;
}

} // namespace

void showIssues(IssueLog& log, QWidget* parent) {
    QDialog* dialog = textWindow(SmallWindowsWords::tr("Issues"),
                                 SmallWindowsWords::tr("What went wrong since the program was started."),
                                 log.text(), parent);
    auto* edit = dialog->findChild<QPlainTextEdit*>();
    QObject::connect(&log, &IssueLog::changed, edit, [&log, edit] { edit->setPlainText(log.text()); });
    dialog->show();
}

void showAbout(QWidget* parent) {
    QStringList lines{QStringLiteral("Kinelens ") + QString::fromStdString(code_version()),
                      QStringLiteral("Qt ") + QLatin1String(qVersion())};
    for (const std::string& library : viz::drawing_libraries()) lines << QString::fromStdString(library);
    lines << QSysInfo::prettyProductName()
          << QSysInfo::kernelType() + QLatin1Char(' ') + QSysInfo::kernelVersion()
          << QSysInfo::currentCpuArchitecture()
          << SmallWindowsWords::tr("window system: %1").arg(QGuiApplication::platformName());
    textWindow(
        SmallWindowsWords::tr("About Kinelens"),
        SmallWindowsWords::tr(
            "<b>Kinelens</b>: a workbench for skeleton action analysis.<br>Free software under the GNU "
            "General Public License, version 3 or later. Without any warranty."),
        lines.join(QLatin1Char('\n')), parent)
        ->show();
}

} // namespace kinelens::ui
