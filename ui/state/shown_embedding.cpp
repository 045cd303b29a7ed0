#include "ui/state/shown_embedding.h"

#include "core/options/option_json.h"
#include "ui/state/checkpoint_title.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>
#include <algorithm>
#include <numeric>

namespace kinelens::ui {
namespace {

struct EmbeddingWords {
    Q_DECLARE_TR_FUNCTIONS(Embedding)
};

QString fileName(const QString& path) {
    return QFileInfo(path).fileName();
}

// "pretrain-0003/checkpoints/epoch-0060.pt" as "pretrain-0003, epoch 60".
QString checkpointName(const QString& path) {
    const QDir folder = QFileInfo(path).dir();
    const QString name = QFileInfo(path).completeBaseName();
    if (folder.dirName() != QStringLiteral("checkpoints")) return name;
    return QFileInfo(folder.absolutePath()).dir().dirName() + QStringLiteral(", ") + checkpointTitle(name);
}

std::optional<EmbedOptions> optionsOf(const Embedding& embedding) {
    if (embedding.options == "{}") return std::nullopt;
    const auto values = options_over_json(option_table<EmbedOptions>(), option_values(EmbedOptions{}),
                                          embedding.options, "options");
    if (!values) return std::nullopt;
    return options_from_values<EmbedOptions>(*values);
}

QString parameters(const ShownEmbedding& shown) {
    if (!shown.options) return EmbeddingWords::tr("another program's map");
    const EmbedOptions& options = *shown.options;
    const QString domain = QString::fromStdString(name_of(options.domain));
    if (options.method == MapMethod::pca) return EmbeddingWords::tr("PCA of %1 features").arg(domain);
    const std::int64_t iterations = shown.embedding.iteration;
    return EmbeddingWords::tr("t-SNE of %1 features, perplexity %2, %3 iterations, seed %4")
        .arg(domain)
        .arg(options.perplexity)
        .arg(iterations > 0 ? iterations : options.iterations)
        .arg(options.seed);
}

} // namespace

std::span<const int> ShownEmbedding::pointsOf(const QString& name) const {
    const int place = sequenceOf.value(name, -1);
    if (place < 0) return {};
    const auto first = static_cast<std::size_t>(firstPoint[static_cast<std::size_t>(place)]),
               last = static_cast<std::size_t>(firstPoint[static_cast<std::size_t>(place) + 1]);
    return std::span(ordered).subspan(first, last - first);
}

QString ShownEmbedding::stamp(const char* key) const {
    return QString::fromStdString(embedding.stamp.text(key));
}

QString ShownEmbedding::title() const {
    const QFileInfo info(file);
    const QString name = info.completeBaseName();
    if (name == QStringLiteral("points") &&
        info.dir().dirName() == QStringLiteral("maps")) // of a running job
        return QFileInfo(info.dir().path()).dir().dirName();
    return name == QStringLiteral("embedding") || name == QStringLiteral("results") ? info.dir().dirName()
                                                                                    : name;
}

QString ShownEmbedding::madeOf() const {
    if (const QString checkpoint = stamp("checkpoint"); !checkpoint.isEmpty())
        return checkpointName(checkpoint);
    const QString features = stamp("features");
    return features.isEmpty() ? title() : fileName(features);
}

QString ShownEmbedding::heading() const {
    const QString name = title(), made = madeOf();
    return name == made ? name : name + QStringLiteral("  ·  ") + made;
}

QString ShownEmbedding::figures() const {
    const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromStdString(embedding.report)).object();
    QStringList parts;
    const auto add = [&](const char* key, const QString& words, double factor, int digits) {
        const QJsonValue value = report.value(QLatin1String(key));
        if (value.isDouble())
            parts << words.arg(factor * value.toDouble(), 0, 'f', digits)
                         .replace(QStringLiteral(" %"), QStringLiteral("\u00a0%")); // stays on its line
    };
    add("kl", EmbeddingWords::tr("KL %1"), 1, 3);
    add("neighbourhood_preservation", EmbeddingWords::tr("%1 % of the neighbours kept"), 100, 0);
    add("trustworthiness", EmbeddingWords::tr("trustworthiness %1"), 1, 3);
    add("silhouette", EmbeddingWords::tr("silhouette %1"), 1, 2);
    add("one_nearest_neighbour", EmbeddingWords::tr("1-NN on the map %1 %"), 100, 1);
    add("one_nearest_neighbour_features", EmbeddingWords::tr("among the features %1 %"), 100, 1);
    return parts.join(QStringLiteral("  ·  "));
}

QString ShownEmbedding::caption() const {
    QStringList parts;
    if (const QString data = stamp("data"); !data.isEmpty()) parts << fileName(data);
    parts << madeOf();
    parts << parameters(*this);
    return parts.join(QStringLiteral("  ·  "));
}

std::vector<viz::MapPoint> mapPoints(std::span<const float> coordinates) {
    std::vector<viz::MapPoint> points(coordinates.size() / 2);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] = {coordinates[2 * i], coordinates[2 * i + 1]};
    return points;
}

ShownEmbeddingPtr makeShownEmbedding(const QString& file, Embedding embedding) {
    auto shown = std::make_shared<ShownEmbedding>();
    shown->file = file;
    shown->points = mapPoints(embedding.coordinates);
    shown->options = optionsOf(embedding);
    const std::size_t count = embedding.names.size();
    shown->sequence.reserve(count);
    for (const std::string& text : embedding.names) {
        const QString name = QString::fromStdString(text);
        auto found = shown->sequenceOf.find(name);
        if (found == shown->sequenceOf.end()) {
            found = shown->sequenceOf.insert(name, static_cast<int>(shown->names.size()));
            shown->names << name;
        }
        shown->sequence.push_back(*found);
    }
    shown->ordered.resize(count);
    std::iota(shown->ordered.begin(), shown->ordered.end(), 0);
    std::ranges::sort(shown->ordered, {}, [&](int point) {
        const auto i = static_cast<std::size_t>(point);
        return std::tuple(shown->sequence[i], embedding.frames.empty() ? 0 : embedding.frames[i], point);
    });
    shown->firstPoint.assign(static_cast<std::size_t>(shown->names.size()) + 1, 0);
    for (const int place : shown->sequence) ++shown->firstPoint[static_cast<std::size_t>(place) + 1];
    std::partial_sum(shown->firstPoint.begin(), shown->firstPoint.end(), shown->firstPoint.begin());
    shown->embedding = std::move(embedding);
    return shown;
}

Result<ShownEmbeddingPtr> readShownEmbedding(const QString& file) {
    KINELENS_TRY(embedding, read_embedding(file.toStdString()));
    return makeShownEmbedding(file, std::move(embedding));
}

QFuture<Result<ShownEmbeddingPtr>> readShownEmbeddingLater(const QString& file) {
    return QtConcurrent::run([file] { return readShownEmbedding(file); });
}

} // namespace kinelens::ui
