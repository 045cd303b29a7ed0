#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/pretrain_options.h"
#include "core/options/verb_descriptions.h"
#include "ui/forms/job_form.h"
#include "ui/messages/option_words.h"

#include <algorithm>

namespace kinelens::ui {
namespace {

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

JobKind kindOf(const char* verb, const OptionTable& table, OptionValues defaults) {
    const VerbDescription& about = described_verb(verb);
    JobKind kind{QString::fromUtf8(verb),
                 verbWords(about.form.title),
                 verbWords(about.form.start),
                 QString::fromUtf8(about.form.preset),
                 QString::fromUtf8(about.form.protocol),
                 table,
                 std::move(defaults)};
    kind.splits = about.has(VerbInput::protocol);
    kind.output = QString::fromUtf8(about.form.output);
    return kind;
}

template <class Options>
JobKind kindOf(const char* verb) {
    return kindOf(verb, option_table<Options>(), option_values(Options{}));
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
    JobKind kind = kindOf<PretrainOptions>("pretrain");
    kind.check = [](const OptionValues& values) {
        return validate(options_from_values<PretrainOptions>(values));
    };
    kind.fits = pretrainingFits;
    return kind;
}

JobKind probeKind() {
    JobKind kind = kindOf<ProbeOptions>("probe");
    kind.check = [](const OptionValues& values) {
        const FitOptions& fit = options_from_values<ProbeOptions>(values);
        return validate(fit);
    };
    kind.from = LearnsFrom::classes;
    return kind;
}

JobKind retrievalKind() {
    JobKind kind = kindOf<RetrieveOptions>("retrieve");
    kind.from = LearnsFrom::classes;
    return kind;
}

JobKind finetuningKind() {
    JobKind kind = kindOf<FinetuneOptions>("finetune");
    kind.check = [](const OptionValues& values) {
        return validate(options_from_values<FinetuneOptions>(values));
    };
    kind.from = LearnsFrom::classes;
    kind.fits = finetuningFits;
    return kind;
}

JobKind detectionKind() {
    JobKind kind = kindOf("detect", runningTable(), runningDefaults());
    kind.use = CheckpointUse::detect;
    return kind;
}

JobKind detectionTrainingKind() {
    JobKind kind = kindOf<DetectTrainOptions>("detect-train");
    kind.check = [](const OptionValues& values) {
        return validate(options_from_values<DetectTrainOptions>(values));
    };
    kind.from = LearnsFrom::intervals;
    kind.use = CheckpointUse::begin_detector;
    kind.scratch = true;
    return kind;
}

JobKind embeddingKind() {
    JobKind kind = kindOf<EmbedOptions>("embed");
    kind.check = [](const OptionValues& values) {
        return validate(options_from_values<EmbedOptions>(values));
    };
    return kind;
}

} // namespace kinelens::ui
