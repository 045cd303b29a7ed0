#include "core/preparation/augmentation.h"
#include "core/preparation/resampling.h"
#include "core/preparation/stream.h"
#include "tests/support/golden_clips.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>
#include <set>

namespace augmentation_test {

using namespace kinelens;
using namespace kinelens::test;

namespace {

// The recorded draws of the published feeder, in call order.
class DrawList {
public:
    explicit DrawList(const std::string& file) { std::ifstream(golden(file)) >> calls_; }
    double next() { return calls_[at_++][1][0].get<double>(); }
    std::vector<int> next_list() { return calls_[at_++][1].get<std::vector<int>>(); }

private:
    nlohmann::json calls_;
    std::size_t at_ = 0;
};

ViewDraw recorded_view(DrawList& list, std::int64_t n) {
    ViewDraw draw;
    const double ratio = 0.1 + 0.9 * list.next();
    draw.crop.length = crop_length(n, ratio, 64);
    draw.crop.start = static_cast<std::int64_t>(list.next());
    if (list.next() < 0.5) {
        CorruptionDraw corruption;
        corruption.zero = list.next() < 0.5;
        corruption.joints = list.next_list();
        if (!corruption.zero)
            for (double& entry : corruption.mixing) entry = list.next();
        draw.change = corruption;
    } else {
        ShearDraw change;
        for (const std::size_t place : {1u, 2u, 3u, 5u, 6u, 7u}) change.shear[place] = list.next();
        draw.change = change;
    }
    return draw;
}

Matrix3 matrix_of(const std::string& file) {
    Matrix3 matrix{};
    const NpyArray array = read_npy(golden(file));
    std::copy_n(array.values.begin(), 9, matrix.begin());
    return matrix;
}

} // namespace

class AugmentationTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void wholeClips_data();
    void wholeClips();
    void centreCrops();
    void randomCrops();
    void corruption();
    void shearing();
    void publishedFeeder();
    void streams();
    void drawsAreBounded();
};

void AugmentationTest::initTestCase() {
    if (!has_golden()) QSKIP("golden numbers are not at hand (KINELENS_SHARED)");
}

void AugmentationTest::wholeClips_data() {
    QTest::addColumn<int>("frames");
    for (const int n : {10, 40, 63, 64, 65, 70, 103, 128, 200, 300}) QTest::addRow("%d frames", n) << n;
}

void AugmentationTest::wholeClips() {
    QFETCH(int, frames);
    const Clip clip = to_clip(read_npy(golden("preproc/clip300.npy")));
    const Clip wanted = to_clip(read_npy(golden("preproc/center_l100_n" + std::to_string(frames) + ".npy")));
    QVERIFY(largest_difference(resample(clip, 0, frames, 64).data, wanted.data) < 1e-6);
}

void AugmentationTest::centreCrops() {
    Clip clip = to_clip(read_npy(golden("preproc/clip300.npy")));
    for (const int n : {300, 103, 40}) {
        clip.frames = n;
        clip.data.resize(clip.row_size() * static_cast<std::size_t>(n));
        const Clip wanted = to_clip(read_npy(golden("preproc/center_l095_n" + std::to_string(n) + ".npy")));
        QVERIFY(largest_difference(centre_crop(clip, 0.95, 64).data, wanted.data) < 1e-6);
    }
}

void AugmentationTest::randomCrops() {
    const Clip clip = to_clip(read_npy(golden("preproc/clip300.npy")));
    const NpyArray draws = read_npy(golden("preproc/tcrop_draws.npy"));
    for (std::size_t k = 0; k < 6; ++k) {
        const auto n = static_cast<std::int64_t>(draws.values[k * 4]);
        const auto length = static_cast<std::int64_t>(draws.values[k * 4 + 2]);
        QCOMPARE(crop_length(n, 0.1 + 0.9 * draws.values[k * 4 + 1], 64), length);
        const auto start = static_cast<std::int64_t>(draws.values[k * 4 + 3]);
        const Clip wanted = to_clip(read_npy(golden("preproc/tcrop_" + std::to_string(k) + ".npy")));
        QVERIFY(largest_difference(resample(clip, start, length, 64).data, wanted.data) < 1e-6);
    }
}

void AugmentationTest::corruption() {
    for (int k = 0; k < 4; ++k) {
        const std::string name = "preproc/corrupt_" + std::to_string(k);
        Clip clip = to_clip(read_npy(golden("preproc/center_l100_n300.npy")));
        CorruptionDraw draw;
        for (const double joint : read_npy(golden(name + "_joints.npy")).values)
            draw.joints.push_back(int(joint));
        draw.zero = k % 2 == 0;
        if (!draw.zero) draw.mixing = matrix_of(name + "_matrix.npy");
        corrupt_joints(clip.data.data(), 64, 2, 25, draw);
        QVERIFY(largest_difference(clip.data, to_clip(read_npy(golden(name + ".npy"))).data) < 1e-6);
    }
}

void AugmentationTest::shearing() {
    for (int k = 0; k < 2; ++k) {
        const std::string name = "preproc/shear_" + std::to_string(k);
        Clip clip = to_clip(read_npy(golden("preproc/center_l100_n300.npy")));
        shear(clip.data.data(), 64, 2, 25, {matrix_of(name + "_matrix.npy")});
        QVERIFY(largest_difference(clip.data, to_clip(read_npy(golden(name + ".npy"))).data) < 1e-6);
    }
}

// Whole items of the published pretraining feeder from its own draws.
void AugmentationTest::publishedFeeder() {
    const NpyArray prepared = read_npy(golden("preproc/prenorm_umurl.npy"));
    const NpyArray lengths = read_npy(golden("preproc/num_frame.npy"));
    for (const int item : {0, 1, 3}) {
        const std::string name = "preproc/feeder_pre_" + std::to_string(item);
        DrawList draws(name + "_draws.json");
        const Clip clip = to_clip(prepared, item);
        for (int view = 0; view < 4; ++view) {
            const auto n = static_cast<std::int64_t>(lengths.values[static_cast<std::size_t>(item)]);
            Clip made(64, 2, 25);
            make_view(clip, {}, recorded_view(draws, n), made.data.data());
            const Clip wanted = to_clip(read_npy(golden(name + "_v" + std::to_string(view) + ".npy")));
            QVERIFY2(largest_difference(made.data, wanted.data) < 1e-6,
                     qPrintable(QString::number(item * 10 + view)));
        }
    }
}

void AugmentationTest::streams() {
    const NpyArray prepared = read_npy(golden("preproc/prenorm_umurl.npy"));
    const NpyArray lengths = read_npy(golden("preproc/num_frame.npy"));
    const NpyArray order = read_npy(golden("preproc/feeder_down_order.npy"));
    for (int item = 0; item < 5; ++item) {
        const auto source = static_cast<std::int64_t>(order.values[static_cast<std::size_t>(item)]);
        const auto n = static_cast<std::int64_t>(lengths.values[static_cast<std::size_t>(source)]);
        const Clip joint = resample(to_clip(prepared, source), 0, n, 64);
        for (const auto& [stream, letter] :
             {std::pair{Stream::joint, "j"}, {Stream::bone, "b"}, {Stream::motion, "m"}}) {
            Clip clip = joint;
            apply_stream(clip.data.data(), 64, 2, *built_in_layout("ntu25"), stream);
            const NpyArray wanted =
                read_npy(golden("preproc/feeder_down_" + std::to_string(item) + "_" + letter + "t.npy"));
            const std::vector<float> values(wanted.values.begin(), wanted.values.end());
            QVERIFY(largest_difference(clip.data, values) < 1e-6);
        }
    }
}

void AugmentationTest::drawsAreBounded() {
    ViewOptions options;
    options.crop_minimum = 16;
    int corrupted = 0;
    for (std::uint64_t key = 0; key < 2000; ++key) {
        const std::int64_t n = 1 + static_cast<std::int64_t>(key % 90);
        const ViewDraw draw = draw_view(CounterRandom(key), options, n, 20);
        QVERIFY(draw.crop.start >= 0 && draw.crop.length >= 1 && draw.crop.start + draw.crop.length <= n);
        QVERIFY(draw.crop.length >= std::min<std::int64_t>(16, n));
        const auto* corruption = std::get_if<CorruptionDraw>(&draw.change);
        if (!corruption) continue;
        ++corrupted;
        QCOMPARE(std::set<int>(corruption->joints.begin(), corruption->joints.end()).size(), std::size_t(12));
    }
    QVERIFY(std::abs(corrupted - 1000) < 100);
}

KINELENS_TEST(AugmentationTest, nothing);

} // namespace augmentation_test
#include "augmentation_test.moc"
