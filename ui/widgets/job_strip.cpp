#include "ui/widgets/job_strip.h"

#include "ui/messages/figures.h"
#include "ui/widgets/boxes.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace kinelens::ui {

JobStrip::JobStrip(const QString& program, QWidget* parent)
    : QFrame(parent)
    , process_(program)
    , label_(new QLabel(this))
    , bar_(new QProgressBar(this))
    , cancel_(new QPushButton(tr("Cancel"), this)) {
    auto* layout = makeRow(this, {8, 4, 8, 4}, 8);
    layout->addWidget(label_);
    layout->addWidget(bar_, 1);
    layout->addWidget(cancel_);
    bar_->setTextVisible(false);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (cancelling_) return process_.kill();
        cancelling_ = true;
        cancel_->setText(tr("End at once"));
        cancel_->setToolTip(tr("Do not wait until it has finished what it is at"));
        label_->setText(tr("Cancelling…"));
        process_.cancel();
    });
    connect(
        &process_, &VerbProcess::progressed, this, [this](qint64 done, qint64 total, const QString& unit) {
            bar_->setRange(0, total > 0 ? 1000 : 0);
            if (total > 0) bar_->setValue(static_cast<int>(1000 * done / total));
            if (cancelling_) return; // what is said stays said
            label_->setText(total > 0
                                ? tr("%1: %2 of %3 %4").arg(title_, countText(done), countText(total), unit)
                                : tr("%1: %2 %3").arg(title_, countText(done), unit));
        });
    connect(&process_, &VerbProcess::ended, this, [this](const VerbEnd& end) {
        hide();
        if (const auto then = std::exchange(then_, {})) then(end);
    });
    hide();
}

void JobStrip::start(const QString& title, const QStringList& arguments,
                     std::function<void(const VerbEnd&)> then) {
    if (running()) return;
    title_ = title;
    then_ = std::move(then);
    label_->setText(title_ + QStringLiteral("…"));
    bar_->setRange(0, 0);
    cancelling_ = false;
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip({});
    show();
    process_.start(arguments);
}

} // namespace kinelens::ui
