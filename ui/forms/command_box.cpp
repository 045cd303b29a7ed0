#include "ui/forms/command_box.h"

#include "ui/widgets/boxes.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kinelens::ui {

CommandBox::CommandBox(QWidget* parent)
    : QWidget(parent)
    , text_(new QPlainTextEdit(this)) {
    text_->setReadOnly(true);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setFixedHeight(72);
    text_->setTabChangesFocus(true);
    text_->setAccessibleName(tr("The command that Start runs"));
    auto* copy = new QPushButton(tr("Copy as command"), this);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text_->toPlainText()); });
    auto* layout = makeColumn(this, {8, 0, 8, 8}, 8);
    layout->addWidget(text_);
    layout->addWidget(copy, 0, Qt::AlignLeft);
}

void CommandBox::setCommands(const QStringList& commands) {
    text_->setPlainText(commands.join(QStringLiteral(" &&\n")));
}

} // namespace kinelens::ui
