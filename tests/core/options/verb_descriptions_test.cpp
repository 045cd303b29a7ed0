#include "core/options/verb_descriptions.h"

#include "core/foundation/resources.h"
#include "core/options/option_json.h"
#include "core/options/verb_options.h"
#include "tests/support/test_program.h"

#include <algorithm>
#include <set>

namespace verb_descriptions_test {

using namespace kinelens;

class VerbDescriptionsTest : public QObject {
    Q_OBJECT
private slots:
    void every_verb_is_described_once() {
        std::set<std::string> names;
        for (const VerbDescription& verb : verb_descriptions()) {
            QVERIFY2(names.insert(verb.name).second, verb.name);
            QVERIFY2(*verb.purpose, verb.name);
            QCOMPARE(&described_verb(verb.name), &verb);
        }
        for (const std::string& verb : verbs_with_options())
            if (verb != "segment")
                QVERIFY2(names.contains(verb), verb.c_str()); // the options of detect-score
    }

    void presets_are_where_they_are_said_to_be() {
        std::set<std::string> folders;
        for (const VerbDescription& verb : verb_descriptions()) {
            if (!*verb.presets) continue;
            const auto presets = resource_names("presets/" + std::string(verb.presets));
            QVERIFY2(!presets.empty(), verb.name);
            folders.insert(verb.presets);
            const std::string first = verb.form.preset;
            QVERIFY2(first.empty() || std::ranges::find(presets, first) != presets.end(), verb.name);
        }
        for (const char* folder : {"pretrain", "probe", "retrieve", "finetune", "detect-train", "segment"})
            QVERIFY2(folders.contains(folder), folder);
    }

    // A form's help is about a preset that there is.
    void help_is_of_presets_that_there_are() {
        std::set<std::string> known;
        for (const VerbDescription& verb : verb_descriptions())
            if (*verb.presets)
                for (const std::string& preset : resource_names("presets/" + std::string(verb.presets)))
                    known.insert(preset);
        int told = 0;
        for (const std::string& preset : known) told += *preset_help(preset) ? 1 : 0;
        QCOMPARE(told, 12);
        QCOMPARE(std::string(preset_help("no such preset")), std::string());
    }

    void forms_have_all_their_words() {
        int forms = 0;
        for (const VerbDescription& verb : verb_descriptions()) {
            QVERIFY2(!*verb.form.title == !*verb.form.start, verb.name);
            QVERIFY2(!*verb.form.protocol || verb.has(VerbInput::protocol), verb.name);
            forms += *verb.form.title ? 1 : 0;
        }
        QCOMPARE(forms, 7);
    }

    void a_run_is_shown_in_its_mode() {
        QCOMPARE(mode_of_verb("embed"), WorkMode::explore);
        QCOMPARE(mode_of_verb("detect"), WorkMode::detect);
        QCOMPARE(mode_of_verb("ensemble"), WorkMode::evaluate);
        QCOMPARE(mode_of_verb("pretrain"), WorkMode::train);
        QCOMPARE(mode_of_verb("of a later version"), WorkMode::train);
    }
};

KINELENS_TEST(VerbDescriptionsTest, nothing);

} // namespace verb_descriptions_test
#include "verb_descriptions_test.moc"
