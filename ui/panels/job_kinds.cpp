#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"
#include "ui/panels/job_form.h"

namespace kinelens::ui {
namespace {

Result<void> nothingMore(const OptionValues&) {
    return {};
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

JobKind embeddingKind() {
    return {QStringLiteral("embed"),
            JobForm::tr("Map"),
            JobForm::tr("Make the map"),
            QStringLiteral("published"),
            {},
            option_table<EmbedOptions>(),
            option_values(EmbedOptions{}),
            [](const OptionValues& values) { return validate(options_from_values<EmbedOptions>(values)); },
            false,
            QStringLiteral("embedding.h5")};
}

} // namespace kinelens::ui
