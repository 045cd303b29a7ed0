#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"
#include "ui/panels/job_form.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

Result<void> nothingMore(const OptionValues&) {
    return {};
}

// What a detector needs to run; how intervals are made of its scores is tried with the sliders afterwards.
const OptionTable& runningTable() {
    static const OptionTable table = [] {
        OptionTable rest;
        const OptionTable& made = option_table<SegmentationOptions>();
        for (const OptionInfo& info : option_table<DetectOptions>())
            if (std::none_of(made.begin(), made.end(),
                             [&](const OptionInfo& one) { return one.key == info.key; }))
                rest.push_back(info);
        return rest;
    }();
    return table;
}

OptionValues runningDefaults() {
    OptionValues rest;
    for (const auto& field : option_fields<DetectOptions>())
        for (const OptionInfo& info : runningTable())
            if (info.key == field.info.key) rest.push_back(field.get(DetectOptions{}));
    return rest;
}

} // namespace

JobKind pretrainingKind() {
    return {
        QStringLiteral("pretrain"),
        JobForm::tr("Pretraining"),
        JobForm::tr("Start pretraining"),
        QStringLiteral("compact"),
        {},
        option_table<PretrainOptions>(),
        option_values(PretrainOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<PretrainOptions>(values)); }};
}

JobKind probeKind() {
    return {QStringLiteral("probe"),
            JobForm::tr("Linear probe"),
            JobForm::tr("Start probe"),
            QStringLiteral("small"),
            QStringLiteral("folds:subject/4"),
            option_table<ProbeOptions>(),
            option_values(ProbeOptions{}),
            [](const OptionValues& values) {
                const FitOptions& fit = options_from_values<ProbeOptions>(values);
                return validate(fit);
            }};
}

JobKind retrievalKind() {
    return {QStringLiteral("retrieve"),        JobForm::tr("Retrieval"),
            JobForm::tr("Start retrieval"),    QStringLiteral("published"),
            QStringLiteral("folds:subject/4"), option_table<RetrieveOptions>(),
            option_values(RetrieveOptions{}),  nothingMore};
}

JobKind finetuningKind() {
    return {
        QStringLiteral("finetune"),
        JobForm::tr("Fine-tuning"),
        JobForm::tr("Start fine-tuning"),
        QStringLiteral("community"),
        QStringLiteral("folds:subject/4"),
        option_table<FinetuneOptions>(),
        option_values(FinetuneOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<FinetuneOptions>(values)); }};
}

JobKind detectionKind() {
    return {QStringLiteral("detect"),
            JobForm::tr("Detect with a trained detector"),
            JobForm::tr("Start detecting"),
            {},
            {},
            runningTable(),
            runningDefaults(),
            nothingMore,
            false,
            QStringLiteral("."),
            true};
}

JobKind detectionTrainingKind() {
    return {
        QStringLiteral("detect-train"),
        JobForm::tr("Train a detector"),
        JobForm::tr("Start training"),
        {},
        QStringLiteral("folds:subject/4"),
        option_table<DetectTrainOptions>(),
        option_values(DetectTrainOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<DetectTrainOptions>(values)); },
        true,
        {},
        false,
        true};
}

JobKind embeddingKind() {
    return {QStringLiteral("embed"),
            JobForm::tr("Map"),
            JobForm::tr("Make the map"),
            {},
            {},
            option_table<EmbedOptions>(),
            option_values(EmbedOptions{}),
            [](const OptionValues& values) { return validate(options_from_values<EmbedOptions>(values)); },
            false,
            QStringLiteral("embedding.h5")};
}

} // namespace kinelens::ui
