#include "ui/train/run_list_model.h"

#include "ui/messages/figures.h"
#include "ui/messages/value_words.h"
#include "viz/palette/swatch.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <algorithm>

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

} // namespace

RunListModel::RunListModel(RunScanner& scanner, QObject* parent)
    : QAbstractItemModel(parent)
    , scanner_(scanner) {
    connect(&scanner_, &RunScanner::changed, this, &RunListModel::update);
    update();
}

// An index holds the key of the line above it; 0: it stands by itself.
QModelIndex RunListModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, parent.isValid() ? line(parent)->key : quintptr(0));
}

QModelIndex RunListModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0) return {};
    for (std::size_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].key == index.internalId()) return createIndex(static_cast<int>(i), 0, quintptr(0));
    return {};
}

const RunListModel::Line* RunListModel::line(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    const auto in = [&](const std::vector<Line>& lines) {
        const auto row = static_cast<std::size_t>(index.row());
        return row < lines.size() ? &lines[row] : nullptr;
    };
    if (index.internalId() == 0) return in(lines_);
    const Line* above = line(parent(index));
    return above ? in(above->below) : nullptr;
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(lines_.size());
    const Line* above = parent.column() == 0 ? line(parent) : nullptr;
    return above ? static_cast<int>(above->below.size()) : 0;
}

int RunListModel::columnCount(const QModelIndex&) const {
    return column_count;
}

const RunEntry* RunListModel::run(const QModelIndex& index) const {
    const Line* found = line(index);
    return found ? &found->run : nullptr;
}

void RunListModel::update() {
    take(lines_, familiesOf(scanner_.runs()), {});
}

namespace {

template <class Lines>
auto placeOf(const Lines& lines, const QString& folder, std::size_t from = 0) {
    return std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(std::min(from, lines.size())),
                        lines.end(), [&](const auto& line) { return line.run.folder == folder; });
}

} // namespace

// Lines go, move and come one by one until they stand as the fresh ones do.
void RunListModel::arrange(std::vector<Line>& lines, const std::vector<ListedRun>& fresh,
                           const QModelIndex& parent) {
    for (std::size_t row = lines.size(); row-- > 0;) {
        if (placeOf(fresh, lines[row].run.folder) != fresh.end()) continue;
        beginRemoveRows(parent, static_cast<int>(row), static_cast<int>(row));
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }
    for (std::size_t row = 0; row < fresh.size(); ++row) {
        const auto known = placeOf(lines, fresh[row].run.folder, row);
        const auto place = static_cast<std::size_t>(known - lines.begin());
        const int to = static_cast<int>(row);
        if (known == lines.end()) {
            beginInsertRows(parent, to, to);
            lines.insert(lines.begin() + to, Line{fresh[row].run, fresh[row].title, ++last_key_, {}});
            endInsertRows();
        } else if (place != row) {
            beginMoveRows(parent, static_cast<int>(place), static_cast<int>(place), parent, to);
            std::rotate(lines.begin() + to, lines.begin() + static_cast<std::ptrdiff_t>(place),
                        lines.begin() + static_cast<std::ptrdiff_t>(place) + 1);
            endMoveRows();
        }
    }
}

void RunListModel::take(std::vector<Line>& lines, const std::vector<ListedRun>& fresh,
                        const QModelIndex& parent) {
    arrange(lines, fresh, parent);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        lines[row].run = fresh[row].run;
        lines[row].title = fresh[row].title;
    }
    tellChanged(parent);
    if (parent.isValid()) return;
    for (std::size_t row = 0; row < lines.size(); ++row)
        take(lines[row].below, fresh[row].made, index(static_cast<int>(row), 0));
}

void RunListModel::tellChanged(const QModelIndex& parent) {
    if (const int rows = rowCount(parent); rows > 0)
        emit dataChanged(index(0, 0, parent), index(rows - 1, column_count - 1, parent));
}

void RunListModel::setColours(const QHash<QString, int>& colours) {
    if (colours == colours_) return;
    colours_ = colours;
    tellChanged({});
}

QVariant RunListModel::display(const Line& line, int column) const {
    const RunEntry& run = line.run;
    switch (column) {
    case State:
        return runStateText(run.state, run.pending);
    case Name:
        return line.title;
    case Progress:
        return runProgress(run.overview);
    case Figure:
        return resultText(run);
    case Dataset:
        return QFileInfo(QString::fromStdString(run.experiment.data)).completeBaseName();
    case Preset:
        return presetWords(QString::fromStdString(run.experiment.preset));
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

QVariant RunListModel::sortValue(const Line& line, int column) const {
    const RunEntry& run = line.run;
    if (column == Figure) return resultValue(run);
    if (column == Progress) return run.overview.share_done().value_or(-1);
    if (column == Duration) return run.overview.last_time - run.overview.first_time;
    return display(line, column);
}

// Failed ones are told by a sign and the word, compared ones by their line.
QVariant RunListModel::decoration(const RunEntry& run, int column) const {
    if (column == State && (run.state == RunState::failed || run.state == RunState::lost))
        return viz::failure_sign();
    const auto colour = column == Name ? colours_.constFind(run.folder) : colours_.constEnd();
    return colour == colours_.constEnd() ? QVariant() : viz::line_swatch(*colour);
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    const Line* found = line(index);
    if (!found) return {};
    const RunEntry& run = found->run;
    switch (role) {
    case Qt::DisplayRole:
        return display(*found, index.column());
    case Qt::DecorationRole:
        return decoration(run, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Figure || index.column() == Duration)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ToolTipRole: {
        const QString why = runReason(run);
        return why.isEmpty() ? run.folder : why + QLatin1Char('\n') + run.folder;
    }
    case SortRole:
        return sortValue(*found, index.column());
    case FolderRole:
        return run.folder;
    case SearchRole: // a map is found by its folder as well
        return index.column() == Name ? found->title + QLatin1Char(' ') + QFileInfo(run.folder).fileName()
                                      : display(*found, index.column());
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
