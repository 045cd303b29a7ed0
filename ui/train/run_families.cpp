#include "ui/train/run_families.h"

#include "core/experiment/run_source.h"
#include "ui/messages/value_words.h"
#include "ui/state/checkpoint_title.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace kinelens::ui {
namespace {

struct RunFamiliesWords {
    Q_DECLARE_TR_FUNCTIONS(RunFamilies)
};

bool isMade(const RunEntry& run) {
    return run.experiment.verb == "features" || run.experiment.verb == "embed";
}

QString sourceFile(const RunEntry& run) {
    const auto source = source_of(run.experiment);
    return source ? QDir::cleanPath(QString::fromStdString(source->file)) : QString();
}

// Runs by folder, and by the folder's name: a runs folder that was moved or copied says its old place in
// every experiment.
class RunFinder {
public:
    explicit RunFinder(const std::vector<RunEntry>& runs) {
        for (const RunEntry& run : runs) {
            folders_.insert(QDir::cleanPath(run.folder), &run);
            names_.insert(QFileInfo(run.folder).fileName(), &run);
        }
    }

    // The run in whose folder a file lies; nullptr: none of them.
    const RunEntry* holding(const QString& file) const {
        const QStringList parts = file.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        for (qsizetype count = parts.size() - 1; count > 0; --count) {
            const QString folder = QLatin1Char('/') + parts.mid(0, count).join(QLatin1Char('/'));
            if (const RunEntry* run = folders_.value(folder)) return run;
        }
        for (qsizetype i = parts.size() - 2; i >= 0; --i)
            if (const RunEntry* run = names_.value(parts[i])) return run;
        return nullptr;
    }

    const RunEntry* sourceOf(const RunEntry& run) const {
        const QString file = sourceFile(run);
        const RunEntry* found = file.isEmpty() ? nullptr : holding(file);
        return found == &run ? nullptr : found;
    }

    // The run at the beginning: of a map of features of a checkpoint, the run of that checkpoint.
    const RunEntry* rootOf(const RunEntry& run) const {
        const RunEntry* root = &run;
        for (int steps = 0; steps < 8 && isMade(*root); ++steps) {
            const RunEntry* before = sourceOf(*root);
            if (!before) break;
            root = before;
        }
        return root;
    }

private:
    QHash<QString, const RunEntry*> folders_, names_;
};

QString datasetWords(const std::string& file) {
    return QFileInfo(QString::fromStdString(file)).completeBaseName();
}

QString methodWords(const QJsonObject& options) {
    const QString method = options[QLatin1String("method")].toString();
    if (method != QLatin1String("tsne")) return choiceWords(method);
    const double perplexity = options[QLatin1String("perplexity")].toDouble(30);
    return perplexity == 30 ? RunFamiliesWords::tr("t-SNE")
                            : RunFamiliesWords::tr("t-SNE, perplexity %1").arg(perplexity);
}

QString mapTitle(const RunEntry& map, const RunFinder& finder, bool withRun) {
    const auto options = QJsonDocument::fromJson(QByteArray::fromStdString(map.experiment.options)).object();
    const RunEntry* features = finder.sourceOf(map);
    const RunEntry* run = finder.rootOf(map);
    const bool known = features && isMade(*features) && features->experiment.verb == "features";
    const QString data = datasetWords(known ? features->experiment.data : map.experiment.data);
    QStringList words;
    if (!data.isEmpty()) words << data;
    const QString checkpoint =
        known ? checkpointTitle(QFileInfo(sourceFile(*features)).completeBaseName()) : QString();
    const bool named = withRun && run != &map && run != features;
    const QString name = named ? QFileInfo(run->folder).fileName() : QString();
    const QString made = QStringList{name, checkpoint}.join(QLatin1Char(' ')).trimmed();
    if (!made.isEmpty())
        words << made;
    else if (const QString file = sourceFile(map); !file.isEmpty())
        words << QFileInfo(file).completeBaseName(); // of another program
    const QString domain = options[QLatin1String("domain")].toString();
    if (!domain.isEmpty() && domain != QLatin1String("instance")) words << domain;
    words << methodWords(options);
    words.removeAll({});
    return words.join(QStringLiteral(", "));
}

QString titleOf(const RunEntry& run, const RunFinder& finder, bool withRun) {
    const std::string& name = run.experiment.name;
    if (run.experiment.verb != "embed") return QFileInfo(run.folder).fileName();
    if (!name.empty() && name != run.experiment.verb) return QString::fromStdString(name);
    return mapTitle(run, finder, withRun);
}

} // namespace

std::vector<ListedRun> familiesOf(const std::vector<RunEntry>& runs) {
    const RunFinder finder(runs);
    std::vector<ListedRun> families;
    QHash<const RunEntry*, std::size_t> places;
    const auto rootOf = [&](const RunEntry& run) { return isMade(run) ? finder.rootOf(run) : &run; };
    for (const RunEntry& run : runs) {
        if (rootOf(run) != &run) continue;
        places.insert(&run, families.size());
        families.push_back({run, titleOf(run, finder, true), {}});
    }
    for (const RunEntry& run : runs)
        if (const RunEntry* root = rootOf(run); root != &run)
            families[places.value(root)].made.push_back({run, titleOf(run, finder, false), {}});
    return families;
}

QHash<QString, QString> mapTitles(const std::vector<RunEntry>& runs) {
    const RunFinder finder(runs);
    QHash<QString, QString> titles;
    QHash<QString, int> seen;
    for (const RunEntry& run : runs) {
        if (run.experiment.verb != "embed") continue;
        titles[run.folder] = titleOf(run, finder, true);
        ++seen[titles[run.folder]];
    }
    for (auto one = titles.begin(); one != titles.end(); ++one)
        if (seen[one.value()] > 1)
            one.value() = QStringLiteral("%1 (%2)").arg(one.value(), QFileInfo(one.key()).fileName());
    return titles;
}

} // namespace kinelens::ui
