#include "core/options/pretrain_options.h"

#include "core/options/option_json.h"
#include "tests/support/test_program.h"

#include <set>

namespace pretrain_options_test {

using namespace kinelens;

class PretrainOptionsTest : public QObject {
    Q_OBJECT
private slots:
    void every_field_has_words_and_a_fitting_default() {
        const auto& table = option_table<PretrainOptions>();
        std::set<std::string> keys;
        for (const OptionInfo& info : table) {
            QVERIFY2(*info.label && *info.help && *info.group, info.key.c_str());
            QVERIFY2(keys.insert(info.key).second, info.key.c_str());
        }
        QVERIFY(validate(PretrainOptions{}));
    }

    void presets_are_valid_and_differ_where_the_method_says() {
        const auto& table = option_table<PretrainOptions>();
        const auto released = preset_options<PretrainOptions>("pretrain", "released");
        const auto paper = preset_options<PretrainOptions>("pretrain", "paper");
        const auto compact = preset_options<PretrainOptions>("pretrain", "compact");
        QVERIFY(released && paper && compact);
        QVERIFY(validate(*released) && validate(*paper) && validate(*compact));
        QVERIFY(differing_options(table, option_values(*released), option_values(PretrainOptions{})).empty());
        const std::vector<std::string> expected = {
            "drop_path", "dense_shift", "mixing_bias", "dsa_reduction", "ca_convolution",
            "ca_kernel", "ca_residual", "similarity",  "invariance",    "variance"};
        QVERIFY(differing_options(table, option_values(*released), option_values(*paper)) == expected);
        QCOMPARE(compact->hidden_size, 128);
        QCOMPARE(compact->crop_frames_minimum, 16);
    }

    void rules_between_fields() {
        const auto subject = [](auto change) {
            PretrainOptions options;
            change(options);
            const auto checked = validate(options);
            return checked ? std::string() : checked.error().subject;
        };
        QCOMPARE(subject([](auto& o) { o.heads = 3; }), std::string("heads"));
        QCOMPARE(subject([](auto& o) { o.ca_kernel = 3; }), std::string("ca_kernel"));
        QCOMPARE(subject([](auto& o) { o.ca_convolution = ContextConvolution::depthwise, o.ca_kernel = 4; }),
                 std::string("ca_kernel"));
        QCOMPARE(subject([](auto& o) { o.milestones = "10,x"; }), std::string("milestones"));
        QCOMPARE(subject([](auto& o) { o.batch_size = 1; }), std::string("batch_size"));
    }

    void milestones() {
        QVERIFY(parse_milestones("").value().empty());
        QVERIFY((parse_milestones("351,451").value() == std::vector<int>{351, 451}));
        for (const char* wrong : {"1,", ",1", "a", "-3", "1 2", "99999999999"})
            QVERIFY(!parse_milestones(wrong));
    }
};

KINELENS_TEST(PretrainOptionsTest, nothing);

} // namespace pretrain_options_test
#include "pretrain_options_test.moc"
