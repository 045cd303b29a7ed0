#include "core/learning/detection/detector.h"

#include "core/foundation/json_check.h"
#include "core/foundation/json_text.h"
#include "core/learning/evaluation/linear_head.h"
#include "core/learning/training/model_tensors.h"
#include "core/options/option_json.h"
#include "core/skeleton/joint_map.h"

namespace kinelens::learning {
namespace {

using Json = nlohmann::ordered_json;

// An untrained encoder as load_model() would give it.
Result<SavedModel> untrained(const DatasetInfo& data, const DetectTrainOptions& options, std::uint64_t seed) {
    auto pretrain = preset_options<PretrainOptions>("pretrain", options.scratch);
    if (!pretrain) return fail(std::move(pretrain.error()));
    CheckpointInfo info;
    info.verb = "detect-train";
    info.options = options_to_json(option_table<PretrainOptions>(), option_values(*pretrain));
    info.layout = data.layout;
    info.bodies = std::min(pretrain->bodies, data.bodies);
    UsdrlModel model(model_options(*pretrain, info.bodies, data.joints()));
    initialise(*model, seed);
    return SavedModel{model, *pretrain, info};
}

std::string detection_text(const Detector& detector) {
    const auto& table = option_table<DetectTrainOptions>();
    return json_line({{"classes", detector.class_names},
                      {"options", Json::parse(options_to_json(table, option_values(detector.options)))}});
}

NamedTensors head_tensors(Detector& detector) {
    return {{"weight", detector.head->weight}, {"bias", detector.head->bias}};
}

Result<void> read_detection(Detector& detector, const std::string& text, const std::string& file) {
    KINELENS_CHECK(check_json_object(text, file));
    const Json json = Json::parse(text);
    if (!json.contains("classes") || !json.contains("options"))
        return fail(ErrorCode::format_invalid, file, "what it says of its detector");
    try {
        detector.class_names = json["classes"].get<std::vector<std::string>>();
    } catch (const nlohmann::json::exception& error) { // no list, or not of names
        return fail(ErrorCode::format_invalid, file, error.what());
    }
    KINELENS_TRY(values,
                 options_over_file(option_table<DetectTrainOptions>(), option_values(DetectTrainOptions{}),
                                   json["options"].dump(), file));
    detector.options = options_from_values<DetectTrainOptions>(values);
    return validate(detector.options);
}

} // namespace

Result<Detector> begin_detector(const Path& checkpoint, const DatasetInfo& data,
                                const DetectTrainOptions& options, std::uint64_t fold) {
    const auto seed = static_cast<std::uint64_t>(options.seed);
    KINELENS_TRY(saved, checkpoint.empty() ? untrained(data, options, seed) : load_model(checkpoint));
    Detector detector{std::move(saved), nullptr, data.class_names, options};
    if (options.preprocess == Normalisation::trained)
        detector.options.preprocess = detector.saved.options.preprocess;
    detector.head = linear_head(2 * detector.saved.model->options().hidden, detector.outputs(), seed, fold);
    return detector;
}

Result<Detector> load_detector(const Path& checkpoint) {
    KINELENS_TRY(saved, load_model(checkpoint));
    KINELENS_TRY(archive, unpack(checkpoint));
    const std::string file = checkpoint.string();
    if (!archive.groups.contains("head") || !archive.texts.contains("detection"))
        return fail(ErrorCode::checkpoint_mismatch, file,
                    "it has no classifier of frames; detect-train makes one");
    Detector detector{std::move(saved), nullptr, {}, {}};
    KINELENS_CHECK(read_detection(detector, archive.texts["detection"], file));
    detector.head = Linear(2 * detector.saved.model->options().hidden, detector.outputs());
    KINELENS_CHECK(copy_into(head_tensors(detector), archive.groups["head"], file));
    return detector;
}

Archive detector_archive(Detector& detector) {
    Archive archive;
    archive.groups["model"] = model_tensors(detector.saved.model);
    archive.groups["head"] = head_tensors(detector);
    archive.texts["options"] = detector.saved.info.options;
    archive.texts["detection"] = detection_text(detector);
    return archive;
}

Result<WindowShape> window_shape(const Detector& detector, const DatasetInfo& data) {
    WindowShape shape;
    shape.layout = detector.saved.info.layout;
    KINELENS_TRY(joints, joint_map(data.layout, shape.layout));
    if (!is_identity(joints, data.joints())) shape.joints = std::move(joints);
    shape.normalisation =
        normalisation_options(detector.options.preprocess, detector.saved.info.bodies, data.up);
    shape.frames = detector.frames();
    shape.stream = detector.saved.options.stream;
    return shape;
}

} // namespace kinelens::learning
