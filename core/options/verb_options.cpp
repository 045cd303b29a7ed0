#include "core/options/verb_options.h"

#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/features_options.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"

namespace kinelens {
namespace {

struct VerbOptions {
    std::string verb;
    const OptionTable& table;
    std::string defaults;
};

template <class Options>
VerbOptions of(const char* verb) {
    const OptionTable& table = option_table<Options>();
    return {verb, table, options_to_json(table, option_values(Options{}))};
}

const std::vector<VerbOptions>& all() {
    static const std::vector<VerbOptions> verbs{
        of<PretrainOptions>("pretrain"), of<ProbeOptions>("probe"),
        of<RetrieveOptions>("retrieve"), of<FinetuneOptions>("finetune"),
        of<EnsembleOptions>("ensemble"), of<FeaturesOptions>("features"),
        of<EmbedOptions>("embed"),       of<DetectTrainOptions>("detect-train"),
        of<DetectOptions>("detect"),     of<SegmentationOptions>("segment")};
    return verbs;
}

const VerbOptions* find(std::string_view verb) {
    for (const VerbOptions& one : all())
        if (one.verb == verb) return &one;
    return nullptr;
}

} // namespace

const std::vector<std::string>& verbs_with_options() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const VerbOptions& one : all()) list.push_back(one.verb);
        return list;
    }();
    return names;
}

const OptionTable* options_of_verb(std::string_view verb) {
    const VerbOptions* found = find(verb);
    return found ? &found->table : nullptr;
}

OptionEffect option_effect(std::string_view key) {
    for (const VerbOptions& one : all())
        if (const auto place = option_index(one.table, key)) return one.table[*place].effect;
    return OptionEffect::result;
}

std::string default_options(std::string_view verb) {
    const VerbOptions* found = find(verb);
    return found ? found->defaults : "{}";
}

} // namespace kinelens
