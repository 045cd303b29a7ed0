// Arrays for Python: a plain .npz, and the containers of CTR-GCN and PYSKL.
#include "core/export/export_work.h"
#include "core/export/npy_bytes.h"
#include "core/export/pickle_stream.h"
#include "core/preparation/protocol.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>

namespace kinelens {
namespace {

constexpr int ctrgcn_bodies = 2; // its loaders count on them

std::string_view as_bytes(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

// Gaps as "not a number"; of pictures x and y only.
std::vector<float> values_with_gaps(const Motion& motion) {
    std::vector<float> values;
    values.reserve(motion.positions.size());
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int body = 0; body < motion.bodies; ++body)
            for (int joint = 0; joint < motion.joints; ++joint) {
                const bool gap = motion.is_tracked(frame, body) && !motion.is_measured(frame, body, joint);
                for (int axis = 0; axis < motion.dimensions; ++axis)
                    values.push_back(gap ? std::numeric_limits<float>::quiet_NaN()
                                         : motion.joint(frame, body, joint)[axis]);
            }
    return values;
}

std::string free_name(std::string name, std::set<std::string>& taken) {
    while (!taken.insert(name).second) name += "_";
    return name;
}

void add_facts(NpzStream& npz, ExportWork& work, const std::vector<std::string>& names) {
    const DatasetInfo& info = work.info();
    std::vector<std::int64_t> labels;
    for (const SequenceInfo& sequence : work.sequences()) labels.push_back(sequence.label);
    npz.add("fps", npy_of(info.frame_rate));
    npz.add("names", npy_of(names));
    npz.add("labels", npy_of(labels));
    npz.add("classes", npy_of(info.class_names));
    npz.add("joints", npy_of(info.layout.joint_names));
    npz.add("parents",
            npy_of(std::vector<std::int64_t>(info.layout.parents.begin(), info.layout.parents.end())));
    npz.add("up", npy_of(info.up));
}

} // namespace

int bodies_seen(const Motion& motion) {
    for (int body = motion.bodies - 1; body > 0; --body)
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            if (motion.is_tracked(frame, body)) return body + 1;
    return 1;
}

std::string bytes_by_body(const Motion& motion, int bodies) {
    std::string bytes;
    for (int body = 0; body < bodies; ++body)
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            for (int joint = 0; joint < motion.joints; ++joint)
                for (int axis = 0; axis < motion.dimensions; ++axis)
                    add_bytes(bytes, motion.joint(frame, body, joint)[axis]);
    return bytes;
}

Result<void> write_npz(ExportWork& work, OutputStream& output) {
    NpzStream npz(output);
    std::set<std::string> taken{"fps", "names", "labels", "classes", "joints", "parents", "up"};
    std::vector<std::string> names;
    for (std::size_t i = 0; i < work.sequences().size(); ++i) {
        KINELENS_TRY(motion, work.take(i));
        names.push_back(free_name(work.sequences()[i].name, taken));
        std::vector<std::int64_t> shape{motion.frames, motion.joints, motion.dimensions};
        if (motion.bodies > 1) shape.insert(shape.begin() + 1, motion.bodies);
        npz.begin(names.back());
        npz.write(npy_header("<f4", shape));
        npz.write(as_bytes(values_with_gaps(motion)));
        npz.end();
        KINELENS_CHECK(output.check());
    }
    add_facts(npz, work, names);
    npz.close();
    return {};
}

namespace {

Result<void> write_side(ExportWork& work, NpzStream& npz, const std::vector<std::size_t>& side,
                        std::int64_t frames, const std::string& name) {
    const auto row = static_cast<std::size_t>(ctrgcn_bodies * work.info().joints() * 3);
    npz.begin("x_" + name);
    npz.write(
        npy_header("<f4", {static_cast<std::int64_t>(side.size()), frames, static_cast<std::int64_t>(row)}));
    for (const std::size_t index : side) {
        KINELENS_TRY(motion, work.take(index));
        std::vector<float> values(static_cast<std::size_t>(frames) * row);
        for (std::int64_t frame = 0; frame < motion.frames; ++frame)
            std::copy_n(motion.joint(frame, 0, 0), std::min(motion.bodies, ctrgcn_bodies) * motion.joints * 3,
                        values.data() + static_cast<std::size_t>(frame) * row);
        npz.write(as_bytes(values));
    }
    npz.end();
    const auto classes = static_cast<std::int64_t>(work.info().class_names.size());
    npz.begin("y_" + name);
    npz.write(npy_header("<f4", {static_cast<std::int64_t>(side.size()), classes}));
    for (const std::size_t index : side) {
        std::vector<float> one_hot(static_cast<std::size_t>(classes));
        if (const int label = work.sequences()[index].label; label >= 0 && label < classes)
            one_hot[static_cast<std::size_t>(label)] = 1;
        npz.write(as_bytes(one_hot));
    }
    npz.end();
    return {};
}

} // namespace

// x_train and x_test: (sequences, frames, 2 bodies x joints x 3), zeros behind the last frame; y one-hot.
Result<void> write_ctrgcn(ExportWork& work, OutputStream& output) {
    KINELENS_TRY(split, split_sequences(work.sequences(), work.options.protocol,
                                        static_cast<std::uint64_t>(work.options.seed)));
    std::int64_t frames = 0;
    for (const SequenceInfo& sequence : work.sequences()) frames = std::max(frames, sequence.length);
    NpzStream npz(output);
    KINELENS_CHECK(write_side(work, npz, split.train, frames, "train"));
    KINELENS_CHECK(write_side(work, npz, split.test, frames, "test"));
    npz.close();
    if (work.further_bodies > 0)
        work.tell("CTR-GCN's arrays hold two bodies: further ones of " + std::to_string(work.further_bodies) +
                  " sequences are left out");
    return {};
}

namespace {

void add_names(PickleStream& pickle, const char* side, const std::vector<std::size_t>& indices,
               const std::vector<SequenceInfo>& sequences) {
    pickle.text(side);
    pickle.open_list();
    for (const std::size_t index : indices) pickle.text(sequences[index].name);
    pickle.close_list();
}

void add_annotation(PickleStream& pickle, const SequenceInfo& sequence, const Motion& motion) {
    const int bodies = bodies_seen(motion);
    pickle.open_dict();
    pickle.text("frame_dir");
    pickle.text(sequence.name);
    pickle.text("label");
    pickle.integer(sequence.label);
    pickle.text("total_frames");
    pickle.integer(motion.frames);
    if (motion.dimensions == 2)
        for (const char* key : {"img_shape", "original_shape"}) {
            pickle.text(key);
            pickle.tuple({motion.image_size[1], motion.image_size[0]});
        }
    pickle.text("keypoint");
    pickle.array("f4", {bodies, motion.frames, motion.joints, motion.dimensions},
                 bytes_by_body(motion, bodies));
    if (motion.dimensions == 2 || !motion.confidence.empty()) {
        std::string scores;
        for (int body = 0; body < bodies; ++body)
            for (std::int64_t frame = 0; frame < motion.frames; ++frame)
                for (int joint = 0; joint < motion.joints; ++joint) {
                    const auto at =
                        static_cast<std::size_t>((frame * motion.bodies + body) * motion.joints + joint);
                    const float measured = motion.confidence.empty() ? 1.0f : motion.confidence[at];
                    add_bytes(scores, motion.is_tracked(frame, body) ? measured : 0.0f);
                }
        pickle.text("keypoint_score");
        pickle.array("f4", {bodies, motion.frames, motion.joints}, scores);
    }
    pickle.close_dict();
}

} // namespace

// {"split": {"train": [names], "test": [names]}, "annotations": [{…}]}, keypoint (bodies, frames, joints, 3).
Result<void> write_pyskl(ExportWork& work, OutputStream& output) {
    KINELENS_TRY(split, split_sequences(work.sequences(), work.options.protocol,
                                        static_cast<std::uint64_t>(work.options.seed)));
    PickleStream pickle(output);
    pickle.open_dict();
    pickle.text("split");
    pickle.open_dict();
    add_names(pickle, "train", split.train, work.sequences());
    add_names(pickle, "test", split.test, work.sequences());
    pickle.close_dict();
    pickle.text("annotations");
    pickle.open_list();
    for (std::size_t i = 0; i < work.sequences().size(); ++i) {
        KINELENS_TRY(motion, work.take(i));
        add_annotation(pickle, work.sequences()[i], motion);
        KINELENS_CHECK(output.check());
    }
    pickle.close_list();
    pickle.close_dict();
    pickle.stop();
    return {};
}

} // namespace kinelens
