#include "core/embedding/embed_job.h"

#include "core/foundation/json_text.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

void add(Json& json, const char* key, const std::optional<double>& value) {
    if (value) json[key] = *value;
}

} // namespace

std::string summary_json(const EmbedSummary& summary) {
    Json json{{"points", summary.points}, {"dimension", summary.dimension}};
    if (summary.explained.empty()) {
        json["kl"] = summary.kl;
        json["iterations"] = summary.iterations;
        json["repulsion"] = name_of(summary.repulsion);
        json["device"] = summary.device;
    } else {
        json["explained_variance"] = summary.explained;
    }
    if (summary.neighbours) json["neighbours"] = name_of(*summary.neighbours);
    if (summary.neighbours == NeighbourSearch::approximate) {
        json["recall"] = summary.recall;
        json["recall_points"] = summary.recall_points;
    }
    add(json, "trustworthiness", summary.trustworthiness);
    add(json, "neighbourhood_preservation", summary.preservation);
    if (summary.labelled > 0) json["labelled"] = summary.labelled;
    add(json, "silhouette", summary.silhouette);
    add(json, "one_nearest_neighbour", summary.one_nearest);
    add(json, "one_nearest_neighbour_features", summary.one_nearest_features);
    json["seconds"] = summary.seconds;
    json["seconds_neighbours"] = summary.neighbour_seconds;
    json["seconds_descent"] = summary.descent_seconds;
    json["seconds_trust"] = summary.trust_seconds;
    return json_line(json);
}

} // namespace kinelens
