#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"
#include "ui/forms/job_form.h"

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
    const OptionTable& all = option_table<DetectOptions>();
    const OptionValues defaults = option_values(DetectOptions{});
    for (const OptionInfo& info : runningTable())
        if (const auto place = option_index(all, info.key)) rest.push_back(defaults[*place]);
    return rest;
}

// Whole recordings or windows need no label; a batch is of two samples at least.
Result<void> pretrainingFits(const OptionValues& values, const Division& division, const OpenDataset& data) {
    const auto options = options_from_values<PretrainOptions>(values);
    const std::string file = data.file.toStdString();
    if (options.segments == Segments::intervals && !data.untrimmed())
        return fail(ErrorCode::invalid_argument, "segments", "the dataset has no intervals");
    if (options.segments == Segments::whole && division.splits > 0 && division.least_train < 2)
        return fail(ErrorCode::dataset_empty, file,
                    std::to_string(division.least_train) + " samples on the training side");
    return {};
}

Result<void> finetuningFits(const OptionValues& values, const Division& division, const OpenDataset&) {
    if (division.splits == 0) return {}; // not known yet
    return check_label_fraction(options_from_values<FinetuneOptions>(values).label_fraction, division);
}

} // namespace

JobKind pretrainingKind() {
    JobKind kind{
        QStringLiteral("pretrain"),
        JobForm::tr("Pretraining"),
        JobForm::tr("Start pretraining"),
        QStringLiteral("compact"),
        {},
        option_table<PretrainOptions>(),
        option_values(PretrainOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<PretrainOptions>(values)); }};
    kind.fits = pretrainingFits;
    return kind;
}

JobKind probeKind() {
    JobKind kind{QStringLiteral("probe"),
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
    kind.from = LearnsFrom::classes;
    return kind;
}

JobKind retrievalKind() {
    JobKind kind{QStringLiteral("retrieve"),        JobForm::tr("Retrieval"),
                 JobForm::tr("Start retrieval"),    QStringLiteral("published"),
                 QStringLiteral("folds:subject/4"), option_table<RetrieveOptions>(),
                 option_values(RetrieveOptions{}),  nothingMore};
    kind.from = LearnsFrom::classes;
    return kind;
}

JobKind finetuningKind() {
    JobKind kind{
        QStringLiteral("finetune"),
        JobForm::tr("Fine-tuning"),
        JobForm::tr("Start fine-tuning"),
        QStringLiteral("community"),
        QStringLiteral("folds:subject/4"),
        option_table<FinetuneOptions>(),
        option_values(FinetuneOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<FinetuneOptions>(values)); }};
    kind.from = LearnsFrom::classes;
    kind.fits = finetuningFits;
    return kind;
}

JobKind detectionKind() {
    JobKind kind{QStringLiteral("detect"),
                 JobForm::tr("Detect with a trained detector"),
                 JobForm::tr("Start detecting"),
                 {},
                 {},
                 runningTable(),
                 runningDefaults(),
                 nothingMore};
    kind.splits = false;
    kind.output = QStringLiteral(".");
    kind.use = CheckpointUse::detect;
    return kind;
}

JobKind detectionTrainingKind() {
    JobKind kind{
        QStringLiteral("detect-train"),
        JobForm::tr("Train a detector"),
        JobForm::tr("Start training"),
        {},
        QStringLiteral("folds:subject/4"),
        option_table<DetectTrainOptions>(),
        option_values(DetectTrainOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<DetectTrainOptions>(values)); }};
    kind.from = LearnsFrom::intervals;
    kind.use = CheckpointUse::begin_detector;
    kind.scratch = true;
    return kind;
}

JobKind embeddingKind() {
    JobKind kind{
        QStringLiteral("embed"),
        JobForm::tr("Map"),
        JobForm::tr("Make the map"),
        {},
        {},
        option_table<EmbedOptions>(),
        option_values(EmbedOptions{}),
        [](const OptionValues& values) { return validate(options_from_values<EmbedOptions>(values)); }};
    kind.splits = false;
    kind.output = QStringLiteral("embedding.h5");
    return kind;
}

QString presetHelp(const QString& name) {
    if (name == "compact") return JobForm::tr("The method at a size for two processor cores");
    if (name == "released") return JobForm::tr("What the published code executes");
    if (name == "paper") return JobForm::tr("The paper's text");
    if (name == "contrastive") return JobForm::tr("The baseline with negatives");
    if (name == "compact-contrastive")
        return JobForm::tr("The baseline with negatives, at a size for two processor cores");
    if (name == "ntu60") return JobForm::tr("The published recipe for NTU RGB+D 60");
    if (name == "ntu120") return JobForm::tr("The published recipe for NTU RGB+D 120");
    if (name == "pku2") return JobForm::tr("The published recipe for PKU-MMD II");
    if (name == "published") return JobForm::tr("As the published code does it");
    if (name == "small") return JobForm::tr("For some hundreds of sequences");
    if (name == "frozen") return JobForm::tr("The encoder stays; only the classifier of frames learns");
    if (name == "community") return JobForm::tr("The schedule that the field shares");
    return {};
}

} // namespace kinelens::ui
