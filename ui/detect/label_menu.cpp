#include "ui/detect/label_menu.h"

#include "ui/background/when_done.h"
#include "ui/commands/action_registry.h"
#include "ui/detect/detections.h"
#include "ui/detect/label_tools.h"
#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"
#include "ui/state/dataset_service.h"
#include "ui/state/label_document.h"
#include "ui/state/label_files.h"
#include "ui/widgets/message_bar.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QtConcurrent>
#include <array>

namespace kinelens::ui {
namespace {

struct Format {
    const char* name;
    const char* title;
};
constexpr std::array formats{
    Format{"csv", QT_TRANSLATE_NOOP("kinelens::ui::LabelMenu", "CSV…")},
    Format{"frames", QT_TRANSLATE_NOOP("kinelens::ui::LabelMenu", "CSV, a row for each frame…")},
    Format{"json", QT_TRANSLATE_NOOP("kinelens::ui::LabelMenu", "JSON…")},
    Format{"pku", QT_TRANSLATE_NOOP("kinelens::ui::LabelMenu", "PKU-MMD text…")},
    Format{"eaf", QT_TRANSLATE_NOOP("kinelens::ui::LabelMenu", "ELAN (.eaf)…")}};

Result<Annotations> predictedIn(const OpenDataset& dataset, const std::vector<std::string>& names,
                                const LaneTask& task, bool anew) {
    Annotations all{names, {}};
    for (const SequenceInfo& sequence : dataset.sequences) {
        KINELENS_TRY(found, intervalsIn(task, anew, QString::fromStdString(sequence.name)));
        if (!found) continue;
        sort_intervals(*found);
        all.sequences.push_back({sequence.name, sequence.length, dataset.info.frame_rate, std::move(*found)});
    }
    return all;
}

constexpr int mostNamed = 5;

// Sentences to go behind another one: recordings that were passed over, and lines that cannot be used.
QString faultsText(const std::vector<Error>& faults) {
    QStringList passed;
    for (const Error& fault : faults)
        if (fault.code == ErrorCode::not_found)
            passed << QStringLiteral("%1 (%2)").arg(
                QString::fromStdString(fault.detail),
                QFileInfo(QString::fromStdString(fault.subject)).fileName());
    const auto lines = std::ssize(faults) - passed.size();
    QString text;
    if (!passed.isEmpty())
        text += LabelMenu::tr(" Passed over, since the dataset does not hold them: %1.")
                    .arg(passed.size() <= mostNamed
                             ? passed.join(QStringLiteral(", "))
                             : LabelMenu::tr("%1 and %2 more")
                                   .arg(passed.mid(0, mostNamed).join(QStringLiteral(", ")),
                                        countText(passed.size() - mostNamed)));
    if (lines > 0) text += LabelMenu::tr(" Lines that could not be used: %1.").arg(countText(lines));
    return text;
}

QString faultsDetails(const std::vector<Error>& faults) {
    QStringList sentences;
    for (const Error& fault : faults) sentences << errorSentence(fault);
    return sentences.join(QLatin1Char('\n'));
}

} // namespace

LabelMenu::LabelMenu(DatasetService& datasets, LabelDocument& labels, Detections& detections,
                     LabelTools& tools, MessageBar& message, QWidget* parent)
    : QToolButton(parent)
    , datasets_(datasets)
    , labels_(labels)
    , detections_(detections)
    , tools_(tools)
    , message_(message) {
    setText(tr("Labels"));
    setToolTip(tr("Save, import and export labels"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
}

void LabelMenu::addCommands(ActionRegistry& registry) {
    const QString group = tr("Labels");
    QAction* save = registry.add({"timeline.save", group, tr("Save labels"), "document-save"},
                                 {Qt::CTRL | Qt::Key_L}, [this] { labels_.save(); });
    connect(&labels_, &LabelDocument::savedChanged, this, [this] {
        setText(labels_.modified() ? tr("Labels •") : tr("Labels"));
        setToolTip(labels_.modified() ? tr("Labels have changes that are not saved yet (Ctrl+L saves them)")
                                      : tr("Save, import and export labels"));
    });
    menu()->addAction(save);
    menu()->addSeparator();
    menu()->addAction(registry.add({"timeline.import", group, tr("Import labels…"), "document-import"}, {},
                                   [this] { chooseImport(); }));
    addExports(registry, QStringLiteral("timeline.export-"), tr("Export labels"), &LabelMenu::exportLabels);
    addExports(registry, QStringLiteral("timeline.exportPrediction-"), tr("Export the prediction"),
               &LabelMenu::exportPrediction);
}

void LabelMenu::addExports(ActionRegistry& registry, const QString& id, const QString& title, Export run) {
    QMenu* sub = menu()->addMenu(title);
    for (const Format& format : formats) {
        const QString name = QLatin1String(format.name);
        QAction* whole = registry.add({id + name, tr("Export"), tr("%1: %2").arg(title, tr(format.title))},
                                      {}, [this, name, title, run] {
                                          const QString place = choosePlace(name, title);
                                          if (!place.isEmpty()) (this->*run)(name, place);
                                      });
        QAction* brief =
            sub->addAction(tr(format.title), whole, &QAction::trigger); // the title says the rest
        connect(whole, &QAction::enabledChanged, brief, &QAction::setEnabled);
    }
}

QString LabelMenu::choosePlace(const QString& format, const QString& title) {
    const OpenDatasetPtr dataset = datasets_.dataset();
    if (!dataset) return {};
    const QFileInfo source(dataset->file);
    const bool folder = format == QStringLiteral("pku") || format == QStringLiteral("eaf");
    const QString proposed =
        source.dir().filePath(source.completeBaseName() + QStringLiteral("-labels") +
                              (folder                             ? QString()
                               : format == QStringLiteral("json") ? QStringLiteral(".json")
                                                                  : QStringLiteral(".csv")));
    return folder ? QFileDialog::getExistingDirectory(this, title, source.absolutePath())
                  : QFileDialog::getSaveFileName(this, title, proposed, {}, nullptr,
                                                 QFileDialog::DontConfirmOverwrite); // nothing is overwritten
}

void LabelMenu::exportLabels(const QString& format, const QString& place) {
    whenDone(QtConcurrent::run([annotations = labels_.annotations(), format, place] {
                 return writeLabelFiles(annotations, format, place);
             }),
             this, [this, format, place](const Result<int>& written) { tell(written, format, place); });
}

void LabelMenu::exportPrediction(const QString& format, const QString& place) {
    const OpenDatasetPtr dataset = datasets_.dataset();
    if (!detections_.first() || !dataset)
        return message_.show(MessageBar::Kind::information, tr("There is no prediction to export."));
    whenDone(QtConcurrent::run([task = detections_.firstTask(), anew = detections_.tuned(),
                                names = labels_.classNames(), dataset, format, place]() -> Result<int> {
                 KINELENS_TRY(annotations, predictedIn(*dataset, names, task, anew));
                 return writeLabelFiles(annotations, format, place);
             }),
             this, [this, format, place](const Result<int>& written) { tell(written, format, place); });
}

void LabelMenu::tell(const Result<int>& written, const QString& format, const QString& place) {
    if (written) {
        QString text = *written == 1 ? tr("Written to %1.").arg(place)
                                     : tr("%1 files written to %2.").arg(countText(*written), place);
        if (format == QStringLiteral("pku"))
            text += tr(" PKU-MMD text numbers the classes and holds no names, nor who labelled: the other "
                       "formats do.");
        message_.show(MessageBar::Kind::information, text);
    } else
        message_.showError(written.error());
    emit ended();
}

void LabelMenu::chooseImport() {
    const OpenDatasetPtr dataset = datasets_.dataset();
    if (!dataset || !tools_.unlocked()) return;
    importFiles(QFileDialog::getOpenFileNames(this, tr("Import labels"),
                                              QFileInfo(dataset->file).absolutePath(),
                                              tr("Labels (*.csv *.json *.txt *.eaf)")));
}

void LabelMenu::importFiles(const QStringList& files) {
    const OpenDatasetPtr dataset = datasets_.dataset();
    if (files.isEmpty() || !dataset || !tools_.unlocked()) return;
    LabelContext context{
        labels_.classNames(), {}, detections_.sequence().toStdString(), dataset->info.frame_rate};
    for (const SequenceInfo& sequence : dataset->sequences) context.sequences.push_back(sequence.name);
    whenDone(QtConcurrent::run([files, context] { return readLabelFiles(files, context); }), this,
             [this, files](const Result<AnnotationReading>& reading) {
                 const auto done =
                     reading ? labels_.take(reading->annotations,
                                            tr("Import %1").arg(QFileInfo(files.first()).fileName()))
                             : Result<int>(fail(reading.error()));
                 const QString faults = reading ? faultsText(reading->faults) : QString();
                 if (!done)
                     message_.show(MessageBar::Kind::error, errorSentence(done.error()) + faults);
                 else
                     message_.show(
                         faults.isEmpty() ? MessageBar::Kind::information : MessageBar::Kind::warning,
                         (*done == 1 ? tr("Labels of one recording were imported.")
                                     : tr("Labels of %1 recordings were imported.").arg(countText(*done))) +
                             faults,
                         reading ? faultsDetails(reading->faults) : QString());
                 emit ended();
             });
}

} // namespace kinelens::ui
