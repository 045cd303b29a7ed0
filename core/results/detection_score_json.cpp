#include "core/foundation/json_text.h"
#include "core/foundation/number_text.h"
#include "core/results/detection_scoring.h"

namespace kinelens {
namespace {

using Json = nlohmann::ordered_json;

template <class Value>
Json by_overlap(const DetectionScore& score, const Value& value) {
    Json json = Json::object();
    for (std::size_t i = 0; i < score.figures.size(); ++i)
        json[number_text(score.figures[i].overlap)] = value(i);
    return json;
}

Json figure(const DetectionScore& score, double DetectionFigures::*member) {
    return by_overlap(score, [&](std::size_t i) { return score.figures[i].*member; });
}

// Classes without truth have no figure.
Json classes_json(const DetectionScore& score, const DetectionFigures& figures) {
    Json json = Json::object();
    for (std::size_t label = 0; label < score.class_names.size(); ++label)
        if (const auto& pku = figures.pku_class_ap[label])
            json[score.class_names[label]] = {{"pku", *pku}, {"voc", *figures.voc_class_ap[label]}};
    return json;
}

Json errors_json(const std::map<DetectionVerdict, std::int64_t>& counts) {
    Json json = Json::object();
    for (const auto& [verdict, count] : counts) json[std::string(verdict_name(verdict))] = count;
    return json;
}

} // namespace

std::string score_to_json(const DetectionScore& score) {
    using F = DetectionFigures;
    return json_line(
        {{"sequences", score.sequences},
         {"predictions", score.predictions},
         {"truth", score.truth},
         {"classes", score.class_names.size()},
         {"classes_averaged",
          score.averaged_classes}, // by mAP_a, but for "released": that is over all classes
         {"mAP_a",
          {{"pku", figure(score, &F::pku_map_a)},
           {"voc", figure(score, &F::voc_map_a)},
           {"released", figure(score, &F::released_map_a)}}},
         {"mAP_v", {{"pku", figure(score, &F::pku_map_v)}, {"voc", figure(score, &F::voc_map_v)}}},
         {"f1", figure(score, &F::f1)},
         {"f1_definition", "pku"}, // also of precision, recall and ap
         {"precision", figure(score, &F::precision)},
         {"recall", figure(score, &F::recall)},
         {"ap", figure(score, &F::ap)},
         {"frame_accuracy", score.frame_accuracy},
         {"frame_accuracy_from", score.frames_from_scores ? "scores" : "intervals"},
         {"errors", by_overlap(score, [&](std::size_t i) { return errors_json(score.errors[i]); })},
         {"per_class",
          by_overlap(score, [&](std::size_t i) { return classes_json(score, score.figures[i]); })}});
}

} // namespace kinelens
