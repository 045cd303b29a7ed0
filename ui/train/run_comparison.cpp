#include "ui/train/run_comparison.h"

#include "core/experiment/experiment.h"
#include "core/experiment/run_paths.h"
#include "ui/messages/option_words.h"
#include "ui/messages/value_words.h"
#include "viz/palette/swatch.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QtConcurrent>

namespace kinelens::ui {
namespace {

constexpr int most_rows_at_first = 5;
constexpr int option_width = 168, least_name = 88, most_name = 240;
constexpr int beside_name = 48; // the line before it, and the margins

// A run that cannot be read has no options; its curves say the rest.
std::vector<Experiment> experimentsOf(const QStringList& folders) {
    std::vector<Experiment> experiments;
    for (const QString& folder : folders) {
        const Path file = RunPaths{folder.toStdString()}.experiment();
        const auto text = read_text_file(file);
        const auto read = text ? experiment_from_json(*text, file.string())
                               : Result<Experiment>(tl::unexpected(text.error()));
        experiments.push_back(read ? *read : Experiment{});
    }
    return experiments;
}

QString valueText(const std::string& what, const std::string& value, const QString& verb) {
    const QString text = QString::fromStdString(value);
    if (what == "data") return QFileInfo(text).completeBaseName();
    const QString words = valueWords(QString::fromStdString(what), text, verb);
    return words.isEmpty() ? QStringLiteral("–") : words;
}

} // namespace

RunComparison::RunComparison(QWidget* parent)
    : QTreeWidget(parent) {
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionMode(NoSelection);
    setAccessibleName(tr("Options in which the runs differ"));
    setIconSize({20, 16});
    header()->setStretchLastSection(false);
    hide();
}

void RunComparison::setRuns(const QStringList& folders, const QHash<QString, int>& colours) {
    if (folders == folders_) return;
    folders_ = folders;
    reading_.forget();
    clear();
    setVisible(folders.size() > 1);
    if (folders.size() < 2) return;
    setColumnCount(static_cast<int>(folders.size()) + 1);
    headerItem()->setText(0, tr("Differs in"));
    setColumnWidth(0, option_width);
    for (int i = 0; i < static_cast<int>(folders.size()); ++i) {
        const QString name = QFileInfo(folders[i]).fileName();
        const int room = std::clamp(header()->fontMetrics().horizontalAdvance(name), least_name, most_name);
        headerItem()->setText(i + 1, header()->fontMetrics().elidedText(name, Qt::ElideMiddle, room));
        headerItem()->setToolTip(i + 1, name + QLatin1Char('\n') + folders[i]);
        headerItem()->setIcon(i + 1, viz::line_swatch(colours.value(folders[i])));
        setColumnWidth(i + 1, room + beside_name);
    }
    reading_.ask(QtConcurrent::run([folders] { return experimentsOf(folders); }),
                 [this](const std::vector<Experiment>& experiments) { fill(experiments); });
}

void RunComparison::fill(const std::vector<Experiment>& experiments) {
    clear();
    const auto differing = differing_options(experiments);
    const QString verb = QString::fromStdString(experiments.front().verb);
    for (const DifferingOption& option : differing) {
        auto* row = new QTreeWidgetItem(this);
        const QString label = factLabel(QString::fromStdString(option.what), verb);
        row->setText(0, label);
        row->setToolTip(0, label);
        for (int i = 0; i < static_cast<int>(option.values.size()); ++i) {
            const std::string& value = option.values[static_cast<std::size_t>(i)];
            row->setText(i + 1, valueText(option.what, value, verb));
            row->setToolTip(i + 1, QString::fromStdString(value));
        }
    }
    if (differing.empty()) {
        auto* row = new QTreeWidgetItem(this, {tr("They were asked for the same.")});
        row->setFirstColumnSpanned(true);
    }
    updateGeometry();
    emit shown();
}

QSize RunComparison::sizeHint() const {
    const int rows = std::clamp(topLevelItemCount(), 1, most_rows_at_first);
    const int line = topLevelItemCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 4;
    return {400, header()->sizeHint().height() + rows * line + 2 * frameWidth()};
}

} // namespace kinelens::ui
