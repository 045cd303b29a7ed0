// Every struct of options, whatever its fields: what holds for all tables.
#include "core/foundation/named_values.h"
#include "core/foundation/resources.h"
#include "core/import/import_job.h"
#include "core/options/detection_options.h"
#include "core/options/embed_options.h"
#include "core/options/evaluation_options.h"
#include "core/options/features_options.h"
#include "core/options/option_json.h"
#include "core/options/pretrain_options.h"
#include "core/options/verb_options.h"
#include "core/synthesis/synthesis_options.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <map>
#include <set>

namespace option_structs_test {

using namespace kinelens;

// A struct of options behind its table: what it holds after reading a JSON text.
struct Struct {
    const char* name;
    const OptionTable& table;
    OptionValues defaults;
    Result<OptionValues> (*read)(const std::string& json);
};

template <class Options>
Struct described(const char* name) {
    return {name, option_table<Options>(), option_values(Options{}),
            [](const std::string& json) -> Result<OptionValues> {
                KINELENS_TRY(values, options_over_json(option_table<Options>(), option_values(Options{}),
                                                       json, "memory"));
                return option_values(options_from_values<Options>(values)); // through the members
            }};
}

std::vector<Struct> structs() {
    return {described<PretrainOptions>("pretrain"), described<ProbeOptions>("probe"),
            described<RetrieveOptions>("retrieve"), described<FinetuneOptions>("finetune"),
            described<EnsembleOptions>("ensemble"), described<FeaturesOptions>("features"),
            described<EmbedOptions>("embed"),       described<DetectTrainOptions>("detect-train"),
            described<DetectOptions>("detect"),     described<SegmentationOptions>("segment"),
            described<ImportOptions>("import"),     described<SynthesisOptions>("synthesize")};
}

// A value that is allowed and not the default.
std::string another_value(const OptionInfo& info, const OptionValue& value) {
    switch (info.kind) {
    case OptionKind::boolean:
        return std::get<bool>(value) ? "false" : "true";
    case OptionKind::integer:
        return option_text(info.maximum) == option_text(value) ? option_text(info.minimum)
                                                               : option_text(info.maximum);
    case OptionKind::real:
        return std::get<double>(value) == info.maximum ? option_text(info.minimum)
                                                       : option_text(info.maximum);
    case OptionKind::choice:
        return '"' +
               (info.choices.front() == option_text(value) ? info.choices.back() : info.choices.front()) +
               '"';
    default:
        return "\"some text\"";
    }
}

std::string object(const std::string& key, const std::string& value) {
    return "{\"" + key + "\": " + value + "}";
}

class OptionStructsTest : public QObject {
    Q_OBJECT
private slots:
    void defaults_are_allowed_and_come_back_from_json() {
        for (const Struct& one : structs()) {
            QVERIFY2(validate(one.table, one.defaults).has_value(), one.name);
            const auto back = one.read(options_to_json(one.table, one.defaults));
            QVERIFY2(back.has_value() && *back == one.defaults, one.name);
        }
    }

    // Each key reaches a member of its own, and no other.
    void each_option_reaches_its_member() {
        for (const Struct& one : structs())
            for (const OptionInfo& info : one.table) {
                const std::string what = std::string(one.name) + " " + info.key;
                const std::size_t place = *option_index(one.table, info.key);
                const auto read = one.read(object(info.key, another_value(info, one.defaults[place])));
                QVERIFY2(read.has_value(), what.c_str());
                QVERIFY2(differing_options(one.table, *read, one.defaults) == std::vector{info.key},
                         what.c_str());
            }
    }

    void every_choice_is_taken_and_another_refused_with_the_list() {
        int choices = 0;
        for (const Struct& one : structs())
            for (std::size_t i = 0; i < one.table.size(); ++i) {
                const OptionInfo& info = one.table[i];
                if (info.kind != OptionKind::choice) continue;
                std::string list;
                for (const std::string& choice : info.choices) {
                    ++choices;
                    list += (list.empty() ? "" : ", ") + choice;
                    const auto read = one.read(object(info.key, '"' + choice + '"'));
                    QVERIFY2(read && option_text((*read)[i]) == choice, (info.key + " " + choice).c_str());
                }
                for (const char* wrong : {"", "something else", "Released"}) {
                    const auto refused = one.read(object(info.key, '"' + std::string(wrong) + '"'));
                    QVERIFY2(!refused, info.key.c_str());
                    QCOMPARE(refused.error().subject, info.key);
                    QCOMPARE(refused.error().detail, "'" + std::string(wrong) + "' is none of " + list);
                }
            }
        QVERIFY(choices > 80);
    }

    void bounds_are_kept() {
        for (const Struct& one : structs())
            for (const OptionInfo& info : one.table) {
                if (info.kind != OptionKind::integer && info.kind != OptionKind::real) continue;
                QVERIFY2(info.minimum < info.maximum, info.key.c_str());
                QVERIFY(parse_option(info, option_text(info.minimum)).has_value());
                QVERIFY(parse_option(info, option_text(info.maximum)).has_value());
                const auto below = parse_option(info, option_text(info.minimum - 1));
                QVERIFY2(!below && below.error().subject == info.key, info.key.c_str());
            }
    }

    void keys_are_words_and_stand_once() {
        const QRegularExpression word("^[a-z]+(_[a-z]+)*$");
        for (const Struct& one : structs()) {
            std::set<std::string> keys;
            for (const OptionInfo& info : one.table) {
                QVERIFY2(word.match(QString::fromStdString(info.key)).hasMatch(), info.key.c_str());
                QVERIFY2(keys.insert(info.key).second, info.key.c_str());
                QVERIFY2(*info.label && *info.help, info.key.c_str());
            }
        }
    }

    // `option_effect` is asked by key alone.
    void a_key_has_one_effect_in_all_verbs() {
        std::map<std::string, OptionEffect> known;
        for (const Struct& one : structs())
            for (const OptionInfo& info : one.table) {
                const auto [place, first] = known.emplace(info.key, info.effect);
                QVERIFY2(first || place->second == info.effect, info.key.c_str());
            }
        for (const auto& [key, effect] : known)
            if (options_have(key)) QCOMPARE(option_effect(key), effect);
        QCOMPARE(option_effect("no_such_option"), OptionEffect::result);
    }

    void only_what_changes_no_figure_is_said_to() {
        std::map<OptionEffect, std::set<std::string>> found;
        for (const Struct& one : structs())
            for (const OptionInfo& info : one.table) found[info.effect].insert(info.key);
        QCOMPARE(found[OptionEffect::none], (std::set<std::string>{"checkpoint_every", "device", "threads"}));
        QCOMPARE(
            found[OptionEffect::course],
            (std::set<std::string>{"abort_loss", "chunk_size", "collapse_checks", "collapse_std",
                                   "encode_batch_size", "keep_checkpoints", "loader_threads", "log_every",
                                   "map", "map_step", "probe_every", "probe_protocol", "snapshot_every"}));
    }

    void every_preset_can_be_read() {
        int presets = 0;
        for (const Struct& one : structs())
            for (const std::string& name : resource_names("presets/" + std::string(one.name))) {
                const auto values = preset_values(one.table, one.defaults, one.name, name);
                QVERIFY2(values.has_value(), (std::string(one.name) + " " + name).c_str());
                QVERIFY(validate(one.table, *values).has_value());
                ++presets;
            }
        QVERIFY(presets >= 20);
        const auto unknown = preset_values(option_table<PretrainOptions>(), {}, "pretrain", "none such");
        QCOMPARE(unknown.error().code, ErrorCode::not_found);
        QVERIFY(unknown.error().detail.find("released") != std::string::npos);
    }

    void a_wrong_kind_of_value_is_refused() {
        for (const Struct& one : structs())
            for (const OptionInfo& info : one.table)
                for (const char* wrong : {"[1]", "null", "{}"})
                    QVERIFY2(!one.read(object(info.key, wrong)), info.key.c_str());
    }

private:
    static bool options_have(const std::string& key) {
        for (const std::string& verb : verbs_with_options())
            if (option_index(*options_of_verb(verb), key)) return true;
        return false;
    }
};

KINELENS_TEST(OptionStructsTest, nothing);

} // namespace option_structs_test
#include "option_structs_test.moc"
