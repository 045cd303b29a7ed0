#include "ui/panels/results_export.h"

#include "core/results/evaluation_export.h"
#include "ui/panels/figures_tree.h"
#include "viz/palette/qt_theme.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QPdfWriter>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

constexpr double pictureScale = 2;
constexpr int pdfDotsPerInch = 96;

// The page as it is drawn, and the words below it.
void paintSheet(QPainter& painter, QWidget& page, const QString& caption, const QRect& words) {
    page.render(&painter, {}, {}, QWidget::DrawWindowBackground | QWidget::DrawChildren);
    painter.setPen(page.palette().color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption);
}

QRect wordsBelow(QWidget& page, const QString& caption) {
    constexpr int margin = 8;
    const QRect room(margin, page.height() + margin, page.width() - 2 * margin, 10000);
    return page.fontMetrics().boundingRect(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption);
}

QImage sheetImage(QWidget& page, const QString& caption) {
    const QRect words = wordsBelow(page, caption);
    QImage image(QSize(page.width(), words.bottom() + 8) * pictureScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pictureScale);
    image.fill(page.palette().color(QPalette::Window));
    QPainter painter(&image);
    painter.setFont(page.font());
    paintSheet(painter, page, caption, words);
    return image;
}

bool writePdf(QWidget& page, const QString& caption, const QString& file) {
    const QRect words = wordsBelow(page, caption);
    QPdfWriter writer(file);
    writer.setResolution(pdfDotsPerInch);
    const QSizeF size(page.width(), words.bottom() + 8);
    writer.setPageSize(QPageSize(size * 72.0 / pdfDotsPerInch, QPageSize::Point));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer)) return false;
    painter.fillRect(QRectF({}, size), page.palette().color(QPalette::Window));
    painter.setFont(page.font());
    paintSheet(painter, page, caption, words);
    return painter.end();
}

} // namespace

ResultsExport::ResultsExport(std::function<QWidget*()> page, QWidget* parent)
    : QToolButton(parent)
    , page_(std::move(page)) {
    setText(tr("Export"));
    setToolTip(tr("Write this evaluation for other programs"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    offer(tr("Sequences as CSV…"), QStringLiteral("samples"), QStringLiteral("csv"));
    offer(tr("Figures by fold, class and slice as CSV…"), QStringLiteral("figures"), QStringLiteral("csv"));
    offer(tr("Confusion as CSV…"), QStringLiteral("confusion"), QStringLiteral("csv"));
    offer(tr("All figures as JSON…"), QStringLiteral("figures"), QStringLiteral("json"));
    menu()->addSeparator();
    menu()->addAction(tr("This page as PNG or PDF…"), this, [this] {
        const QString file = askForFile(QStringLiteral("page.png"), tr("Pictures (*.png *.pdf)"));
        if (!file.isEmpty()) exportPicture(file);
    });
    setEnabled(false);
}

void ResultsExport::setResults(const ShownResultsPtr& shown) {
    shown_ = shown;
    setEnabled(shown_ != nullptr);
}

void ResultsExport::offer(const QString& words, const QString& what, const QString& format) {
    menu()->addAction(words, this, [this, what, format] {
        const QString file =
            askForFile(what + QLatin1Char('.') + format,
                       format == QLatin1String("csv") ? tr("Tables (*.csv)") : tr("JSON (*.json)"));
        if (!file.isEmpty()) exportTable(what, format, file);
    });
}

QString ResultsExport::askForFile(const QString& what, const QString& filter) {
    const QString run = QFileInfo(shown_->file).dir().dirName();
    return QFileDialog::getSaveFileName(this, tr("Export the evaluation"), run + QLatin1Char('-') + what,
                                        filter);
}

// The dialog has asked already whether a file may be replaced.
void ResultsExport::exportTable(const QString& what, const QString& format, const QString& file) {
    QtConcurrent::run([shown = shown_, what, format, file] {
        return export_results(shown->results, what.toStdString(), format.toStdString(), file.toStdString(),
                              true);
    }).then(this, [this, file](const Result<std::vector<Path>>& written) {
        if (written)
            emit done(file);
        else
            emit failed(written.error());
    });
}

void ResultsExport::exportPicture(const QString& file) {
    QWidget& page = *page_();
    const bool written = file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)
                             ? writePdf(page, caption(), file)
                             : sheetImage(page, caption()).save(file);
    if (written)
        emit done(file);
    else
        emit failed({ErrorCode::file_unwritable, file.toStdString(), "", {}});
}

QString ResultsExport::caption() const {
    QStringList words{
        tr("Top-1 %1 of %2 sequences").arg(shareText(shown_->figures.top1)).arg(shown_->figures.samples)};
    for (const char* key : {"verb", "protocol", "data", "checkpoint", "features", "seed", "code_version"})
        if (const auto found = shown_->results.stamp.find(key);
            found != shown_->results.stamp.end() && !found->second.empty())
            words << QStringLiteral("%1 %2").arg(
                QString::fromLatin1(key).replace(QLatin1Char('_'), QLatin1Char(' ')),
                QString::fromStdString(found->second));
    return words.join(QStringLiteral("  ·  "));
}

} // namespace kinelens::ui
