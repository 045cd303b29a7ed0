#include "core/learning/training/model_tensors.h"
#include "core/learning/weights/legacy_layout.h"
#include "core/learning/weights/pickle_reader.h"
#include "core/learning/weights/pickle_writer.h"
#include "core/learning/weights/published_state.h"
#include "core/learning/weights/saved_model.h"
#include "core/learning/weights/state_export.h"
#include "core/learning/weights/weights_job.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>

namespace weights_test {

using namespace kinelens;
using namespace kinelens::learning;

namespace {

PretrainOptions small(EncoderKind encoder) {
    PretrainOptions options;
    options.encoder = encoder;
    options.hidden_size = 8;
    options.frames = 12;
    options.layers = 3;
    options.heads = 2;
    return options;
}

UsdrlModel model_of(const PretrainOptions& options) {
    UsdrlModel model(model_options(options, 2, 25));
    initialise(*model, 5);
    return model;
}

SkeletonLayout ntu() {
    return *built_in_layout("ntu25");
}

bool same_weights(UsdrlModel& left, UsdrlModel& right) {
    const auto others = model_tensors(right);
    for (const auto& [name, tensor] : model_tensors(left)) {
        const auto* other = find_tensor(others, name);
        if (!other || !torch::equal(tensor, *other)) return false;
    }
    return true;
}

// A tensor of `count` floats in a storage of `stored`.
void add_tensor(PickleWriter& pickle, std::int64_t count, std::int64_t stored) {
    pickle.global("torch._utils", "_rebuild_tensor_v2");
    pickle.begin();
    pickle.begin();
    pickle.text("storage");
    pickle.global("torch", "FloatStorage");
    pickle.text("7");
    pickle.text("cpu");
    pickle.integer(stored);
    pickle.tuple();
    pickle.storage();
    pickle.integer(0);
    pickle.integers({count});
    pickle.integers({1});
    pickle.no();
    pickle.ordered_dictionary();
    pickle.tuple();
    pickle.call();
}

std::string dictionary_pickle(std::int64_t count, std::int64_t stored) {
    PickleWriter pickle;
    pickle.empty_dictionary();
    pickle.begin();
    pickle.text("w");
    add_tensor(pickle, count, stored);
    pickle.set_items();
    pickle.end();
    return pickle.bytes();
}

std::string text_pickle(const std::string& body) {
    return "\x80\x02" + body + ".";
}

std::string number_bytes(std::int64_t number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

// What torch.save wrote before 1.6: {"w": three floats}.
std::string legacy_bytes() {
    const std::string magic =
        text_pickle(std::string("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12));
    const std::string keys = text_pickle(std::string("](X\x01\0\0\0", 7) + "7e");
    const float values[3] = {1.5F, -2.0F, 3.25F};
    return magic + text_pickle("M\xe9\x03") + text_pickle("}") + dictionary_pickle(3, 3) + keys +
           number_bytes(3) + std::string(reinterpret_cast<const char*>(values), sizeof values);
}

} // namespace

class WeightsTest : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    Path path(const char* name) const { return folder_.filePath(name).toStdString(); }
    static void write(const Path& file, const std::string& bytes) {
        QVERIFY(write_file_atomically(file, bytes).has_value());
    }

private Q_SLOTS:
    void export_and_import_give_the_same_model_data() {
        QTest::addColumn<QString>("encoder");
        QTest::newRow("dste") << "dste";
        QTest::newRow("sttr") << "sttr";
    }
    void export_and_import_give_the_same_model() {
        QFETCH(QString, encoder);
        auto options = small(*value_named<EncoderKind>(encoder.toStdString()));
        auto model = model_of(options);
        const auto listed = export_state(model, 12, "module.", path("out.pth"));
        QVERIFY(listed.has_value());
        auto given = PretrainOptions{};
        given.heads = 2;
        const auto imported = import_weights(path("out.pth"), path("in.pt"), given, ntu());
        QVERIFY2(imported.has_value(), imported ? "" : describe(imported.error()).c_str());
        QCOMPARE(imported->tensors, *listed);
        QCOMPARE(imported->matched, *listed);
        QVERIFY(imported->missing.empty() && imported->unexpected.empty());
        QCOMPARE(imported->epoch, 12);
        QCOMPARE(imported->options.layers, 3);
        QCOMPARE(imported->options.frames, 12);
        QCOMPARE(imported->bodies, 2);
        auto loaded = load_model(path("in.pt"));
        QVERIFY2(loaded.has_value(), loaded ? "" : describe(loaded.error()).c_str());
        QVERIFY(same_weights(model, loaded->model));
    }

    void switches_are_read_off_the_shapes() {
        auto options = small(EncoderKind::dste);
        options.mixing_bias = false;
        options.ca_convolution = ContextConvolution::depthwise;
        options.ca_kernel = 5;
        auto model = model_of(options);
        QVERIFY(export_state(model, 0, "", path("paper.pth")).has_value());
        const auto imported = import_weights(path("paper.pth"), path("paper.pt"), PretrainOptions{}, ntu());
        QVERIFY(imported.has_value());
        QCOMPARE(imported->options.mixing_bias, false);
        QCOMPARE(imported->options.ca_convolution, ContextConvolution::depthwise);
        QCOMPARE(imported->options.ca_kernel, 5);
    }

    void what_does_not_fit_is_refused() {
        auto model = model_of(small(EncoderKind::dste));
        QVERIFY(export_state(model, 0, "", path("fit.pth")).has_value());
        auto heads = PretrainOptions{};
        heads.heads = 3;
        const auto wrong_heads = import_weights(path("fit.pth"), path("x.pt"), heads, ntu());
        QCOMPARE(wrong_heads.error().code, ErrorCode::invalid_argument);
        const auto wrong_joints =
            import_weights(path("fit.pth"), path("x.pt"), PretrainOptions{}, *built_in_layout("kinect20"));
        QCOMPARE(wrong_joints.error().code, ErrorCode::checkpoint_mismatch);
        const auto wrong_name = import_weights(path("fit.pth"), path("x.bin"), PretrainOptions{}, ntu());
        QCOMPARE(wrong_name.error().code, ErrorCode::invalid_argument);
        write(path("other.pth"), "PK no zip at all");
        QCOMPARE(import_weights(path("other.pth"), path("x.pt"), {}, ntu()).error().code,
                 ErrorCode::format_invalid);
        write(path("words.pth"), "hello");
        QCOMPARE(import_weights(path("words.pth"), path("x.pt"), {}, ntu()).error().code,
                 ErrorCode::format_unknown);
        QVERIFY(!std::filesystem::exists(path("x.pt")));
    }

    // What is no part of a model is a name, whatever it would have done.
    void nothing_is_run() {
        const auto evil = read_pickle(text_pickle("cos\nsystem\n(X\x02\0\0\0lstR"));
        QVERIFY(!evil || evil->root->as<PickleOpaque>() != nullptr);
        const auto object = read_pickle(text_pickle("cargparse\nNamespace\n)\x81}b"));
        QVERIFY2(object.has_value(), object ? "" : describe(object.error()).c_str());
        QVERIFY(object->root->as<PickleOpaque>() != nullptr);
        QCOMPARE(object->root->as<PickleOpaque>()->name, std::string("argparse.Namespace"));
        const auto global = read_pickle(text_pickle("c__builtin__\neval\n"));
        QVERIFY(global.has_value() && global->root->as<PickleGlobal>() != nullptr);
    }

    // cases/29-checkpoints: the same weights, whatever lies beside them and however they are wrapped.
    void published_files_are_read_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"c_numpy_scalar_beside.pth.tar", "f_model_key.pth"})
            QTest::newRow(name) << name;
    }
    void published_files_are_read() {
        QFETCH(QString, name);
        const Path file = Path(KINELENS_SHARED_FOLDER) / "cases/29-checkpoints" / name.toStdString();
        if (!std::filesystem::exists(file)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
        PretrainOptions options;
        options.heads = 1;
        const auto imported = import_weights(file, path("case.pt"), options, ntu());
        QVERIFY2(imported.has_value(), imported ? "" : describe(imported.error()).c_str());
        QCOMPARE(imported->options.hidden_size, 8);
        QCOMPARE(imported->options.frames, 12);
        const auto state = open_published(file);
        const auto first = state->file.tensor(*state->find("backbone.ske_emb.t_embedding.0.weight"));
        QVERIFY(std::abs(first->flatten()[0].item<float>() - 0.204092F) < 1e-5F);
    }

    void prefixes_of_wrappers() {
        auto model = model_of(small(EncoderKind::sttr));
        for (const char* prefix :
             {"module.module.", "_orig_mod.", "encoder_q.", "module.encoder_q.", "model."}) {
            QVERIFY(export_state(model, 0, prefix, path("wrapped.pth")).has_value());
            const auto state = open_published(path("wrapped.pth"));
            QVERIFY2(state && state->find("backbone.spe"), prefix);
        }
        QVERIFY(export_state(model, 0, "mine.", path("wrapped.pth")).has_value());
        const auto unknown = import_weights(path("wrapped.pth"), path("x.pt"), PretrainOptions{}, ntu());
        QVERIFY(!unknown);
        QVERIFY2(unknown.error().detail.find("its names are mine.") != std::string::npos,
                 unknown.error().detail.c_str());
    }

    void weights_that_are_no_numbers() {
        const Path file = Path(KINELENS_SHARED_FOLDER) / "cases/29-checkpoints/o_nan_in_it.pth";
        if (!std::filesystem::exists(file)) QSKIP("the cases are not at hand (KINELENS_SHARED)");
        PretrainOptions options;
        options.heads = 1;
        const auto imported = import_weights(file, path("nan.pt"), options, ntu());
        QVERIFY(!imported);
        QCOMPARE(imported.error().code, ErrorCode::value_not_finite);
        QVERIFY(!std::filesystem::exists(path("nan.pt")));
    }

    // Damage ends in an error, never in a crash or an endless loop.
    void damaged_pickles_are_refused() {
        const std::string whole = dictionary_pickle(3, 3);
        QVERIFY(read_pickle(whole).has_value());
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(!read_pickle(std::string_view(whole).substr(0, length)));
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const int change : {0x01, 0x10, 0x80, 0xff}) {
                std::string damaged = whole;
                damaged[at] = static_cast<char>(damaged[at] ^ change);
                (void)read_pickle(damaged);
            }
    }

    void legacy_files_are_read() {
        write(path("old.pth"), legacy_bytes());
        const auto state = open_published(path("old.pth"));
        QVERIFY2(state.has_value(), state ? "" : describe(state.error()).c_str());
        const auto values = state->file.tensor(*state->find("w"));
        QVERIFY(values.has_value());
        QVERIFY(torch::equal(*values, torch::tensor({1.5F, -2.0F, 3.25F})));
        const std::string whole = legacy_bytes();
        for (std::size_t length = 0; length < whole.size(); ++length)
            QVERIFY(!read_legacy_layout(std::string_view(whole).substr(0, length)));
    }

    void tensors_stay_within_their_storage() {
        std::string bytes = legacy_bytes();
        const std::string honest = dictionary_pickle(3, 3), greedy = dictionary_pickle(4, 3);
        bytes.replace(bytes.find(honest), honest.size(), greedy);
        write(path("greedy.pth"), bytes);
        const auto state = open_published(path("greedy.pth"));
        QVERIFY(state.has_value());
        QCOMPARE(state->file.tensor(*state->find("w")).error().code, ErrorCode::format_invalid);
    }
};

KINELENS_TEST(WeightsTest, event_loop);

} // namespace weights_test
#include "weights_test.moc"
