#include "ui/models/run_list_model.h"

#include "ui/messages/error_sentences.h"
#include "ui/messages/figures.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <cmath>

namespace kinelens::ui {
namespace {

double lossOf(const RunEntry& run) {
    return run.overview.metric("loss_total").value_or(qQNaN());
}

// What a run came to: the loss of a pretraining, the accuracy of an evaluation.
QString resultText(const RunEntry& run) {
    if (const auto top1 = run.overview.result("top1"))
        return RunListModel::tr("%1 %").arg(QString::number(100 * *top1, 'f', 1));
    return run.overview.metric("loss_total") ? RunListModel::tr("loss %1").arg(numberText(lossOf(run)))
                                             : QString();
}

double resultValue(const RunEntry& run) {
    const auto top1 = run.overview.result("top1");
    return top1 ? *top1 : lossOf(run);
}

QString progressText(const RunOverview& overview) {
    if (overview.started.epochs > 0)
        return QCoreApplication::translate("RunListModel", "epoch %1 of %2")
            .arg(std::round(overview.epoch * 10) / 10)
            .arg(overview.started.epochs);
    const auto share = overview.share_done();
    return share ? QStringLiteral("%1 %").arg(qRound(*share * 100)) : QString();
}

} // namespace

QString runReason(const RunEntry& run) {
    if (run.state == RunState::lost)
        return can_resume(run.experiment.verb, run.state)
                   ? RunListModel::tr("The process is gone without a last word. It can be resumed.")
                   : RunListModel::tr("The process is gone without a last word. Start it anew.");
    if (run.state == RunState::failed && !run.overview.finished)
        return run.lastWords.isEmpty() ? RunListModel::tr("The job never began, and said nothing.")
                                       : RunListModel::tr("The job never began: %1").arg(run.lastWords);
    const auto& finished = run.overview.finished;
    return finished && finished->error ? errorSentence(*finished->error) : QString();
}

RunListModel::RunListModel(RunScanner& scanner, QObject* parent)
    : QAbstractTableModel(parent)
    , scanner_(scanner)
    , runs_(scanner.runs()) {
    connect(&scanner_, &RunScanner::changed, this, &RunListModel::update);
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}
int RunListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : column_count;
}

const RunEntry* RunListModel::run(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < runs_.size() ? &runs_[row] : nullptr;
}

void RunListModel::update() {
    const auto& fresh = scanner_.runs();
    bool same_rows = fresh.size() == runs_.size();
    for (std::size_t i = 0; same_rows && i < fresh.size(); ++i)
        same_rows = fresh[i].folder == runs_[i].folder;
    if (same_rows) {
        runs_ = fresh;
        if (!runs_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
        return;
    }
    beginResetModel();
    runs_ = fresh;
    endResetModel();
}

QVariant RunListModel::display(const RunEntry& run, int column) const {
    switch (column) {
    case State:
        return runStateText(run.state, run.pending);
    case Name:
        return QFileInfo(run.folder).fileName();
    case Progress:
        return progressText(run.overview);
    case Figure:
        return resultText(run);
    case Dataset:
        return QFileInfo(QString::fromStdString(run.experiment.data)).completeBaseName();
    case Preset:
        return QString::fromStdString(run.experiment.preset);
    case Started:
        return QDateTime::fromString(QString::fromStdString(run.experiment.created), Qt::ISODate)
            .toLocalTime()
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    case Duration:
        return run.overview.last_time > 0 ? durationText(run.overview.last_time - run.overview.first_time)
                                          : QString();
    default:
        return {};
    }
}

QVariant RunListModel::sortValue(const RunEntry& run, int column) const {
    if (column == Figure) return resultValue(run);
    if (column == Progress) return run.overview.share_done().value_or(-1);
    if (column == Duration) return run.overview.last_time - run.overview.first_time;
    return display(run, column);
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    const RunEntry* entry = run(index);
    if (!entry) return {};
    switch (role) {
    case Qt::DisplayRole:
        return display(*entry, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Figure || index.column() == Duration)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole: {
        const QString why = runReason(*entry);
        return why.isEmpty() ? entry->folder : why + QLatin1Char('\n') + entry->folder;
    }
    case SortRole:
        return sortValue(*entry, index.column());
    case FolderRole:
        return entry->folder;
    default:
        return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Run");
    case Progress:
        return tr("Progress");
    case Figure:
        return tr("Result");
    case Dataset:
        return tr("Dataset");
    case Preset:
        return tr("Preset");
    case Started:
        return tr("Started");
    case Duration:
        return tr("Duration");
    default:
        return {};
    }
}

} // namespace kinelens::ui
