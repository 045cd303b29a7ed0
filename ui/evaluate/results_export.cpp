#include "ui/evaluate/results_export.h"

#include "core/results/evaluation_summary.h"
#include "ui/background/when_done.h"
#include "ui/evaluate/evaluation_words.h"
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

Result<void> writeComparison(const ShownResults& first, const ShownResults& second, bool csv,
                             const QString& file) {
    KINELENS_TRY(summary, comparison_summary(first.results, second.results));
    const auto write = csv ? comparison_csv : comparison_json;
    return write_file_atomically(file.toStdString(),
                                 write(summary, first.results.stamp, second.results.stamp));
}

Result<void> savePicture(const QImage& image, const QString& file) {
    if (image.save(file)) return {};
    return fail(ErrorCode::file_unwritable, file.toStdString());
}

} // namespace

ResultsExport::ResultsExport(std::function<QWidget*()> page, QWidget* parent)
    : QToolButton(parent)
    , page_(std::move(page)) {
    setText(tr("Export"));
    setToolTip(tr("Write this evaluation for other programs"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    offer(tr("Sequences as CSV…"), EvaluationTable::samples, TableFormat::csv);
    offer(tr("Figures by fold, class and slice as CSV…"), EvaluationTable::figures, TableFormat::csv);
    offer(tr("Confusion as CSV…"), EvaluationTable::confusion, TableFormat::csv);
    offer(tr("All figures as JSON…"), EvaluationTable::figures, TableFormat::json);
    subset_ = offer(tr("Labelled sequences as CSV…"), EvaluationTable::subset, TableFormat::csv);
    weights_ = offer(tr("Accuracy over the weights as CSV…"), EvaluationTable::weights, TableFormat::csv);
    for (const TableFormat format : {TableFormat::csv, TableFormat::json}) {
        const QString ending = QString::fromStdString(name_of(format));
        comparisons_ << menu()->addAction(
            tr("Comparison by McNemar's test as %1…").arg(ending.toUpper()), this, [this, format, ending] {
                const QString file =
                    askForFile(QStringLiteral("comparison.") + ending, tr("Comparisons (*.%1)").arg(ending));
                if (!file.isEmpty()) exportComparison(format, file);
            });
    }
    menu()->addSeparator();
    menu()->addAction(tr("This page as PNG or PDF…"), this, [this] {
        const QString file = askForFile(QStringLiteral("page.png"), tr("Pictures (*.png *.pdf)"));
        if (!file.isEmpty()) exportPicture(file);
    });
    setResults(nullptr);
}

void ResultsExport::setResults(const ShownResultsPtr& shown) {
    shown_ = shown;
    setEnabled(shown_ != nullptr);
    subset_->setEnabled(shown_ && !shown_->results.subset.name.empty());
    weights_->setEnabled(shown_ && !shown_->results.map.accuracy.empty());
    setComparison(nullptr);
}

void ResultsExport::setComparison(const ShownResultsPtr& compared) {
    compared_ = compared;
    for (QAction* action : comparisons_) action->setEnabled(compared_ != nullptr);
}

QAction* ResultsExport::offer(const QString& words, EvaluationTable what, TableFormat format) {
    return menu()->addAction(words, this, [this, what, format] {
        const QString file =
            askForFile(QString::fromStdString(name_of(what) + "." + name_of(format)),
                       format == TableFormat::csv ? tr("Tables (*.csv)") : tr("JSON (*.json)"));
        if (!file.isEmpty()) exportTable(what, format, file);
    });
}

QString ResultsExport::askForFile(const QString& what, const QString& filter) {
    const QString run = QFileInfo(shown_->file).dir().dirName();
    return QFileDialog::getSaveFileName(this, tr("Export the evaluation"), run + QLatin1Char('-') + what,
                                        filter);
}

void ResultsExport::tell(const QString& file, const Result<void>& written) {
    if (written)
        emit done(file);
    else
        emit failed(written.error());
}

// The dialog has asked already whether a file may be replaced.
void ResultsExport::exportTable(EvaluationTable what, TableFormat format, const QString& file) {
    whenDone(QtConcurrent::run([shown = shown_, what, format, file]() -> Result<void> {
                 KINELENS_CHECK(export_results(shown->results, what, format, file.toStdString(), true));
                 return {};
             }),
             this, [this, file](const Result<void>& written) { tell(file, written); });
}

void ResultsExport::exportComparison(TableFormat format, const QString& file) {
    whenDone(QtConcurrent::run([first = shown_, second = compared_, csv = format == TableFormat::csv, file] {
                 return writeComparison(*first, *second, csv, file);
             }),
             this, [this, file](const Result<void>& written) { tell(file, written); });
}

// Drawn here, for widgets are; a picture of points is packed and written on another thread.
void ResultsExport::exportPicture(const QString& file) {
    QWidget& page = *page_();
    if (file.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive)) {
        if (writePdf(page, caption(), file)) return emit done(file);
        return emit failed({ErrorCode::file_unwritable, file.toStdString(), "", {}});
    }
    whenDone(
        QtConcurrent::run([image = sheetImage(page, caption()), file] { return savePicture(image, file); }),
        this, [this, file](const Result<void>& written) { tell(file, written); });
}

QString ResultsExport::caption() const {
    QStringList words = evaluationFacts(*shown_);
    for (const char* key : {"verb", "protocol", "data", "data_hash", "split_hash", "checkpoint", "features",
                            "seed", "code_version"})
        if (const std::string fact = shown_->results.stamp.text(key); !fact.empty())
            words << QStringLiteral("%1: %2").arg(
                QString::fromLatin1(key).replace(QLatin1Char('_'), QLatin1Char(' ')),
                QString::fromStdString(fact));
    return words.join(QStringLiteral("  ·  "));
}

} // namespace kinelens::ui
