// C3D (c3d.org) as Intel machines write it: real numbers in millimetres, residual -1 where a marker was not
// seen. The vertical axis is the dataset's own, told by POINT:Y_SCREEN.
#include "core/export/export_work.h"
#include "core/export/marker_names.h"

#include <algorithm>
#include <cmath>

namespace kinelens {
namespace {

constexpr std::size_t block = 512;
constexpr std::size_t most_labels = 255; // of one list
constexpr std::int64_t most_frames = 65535;

// The section of parameters: groups and their arrays.
class Parameters {
public:
    void group(int number, const std::string& name) {
        entry(-number, name);
        close_entry();
    }
    void integer(int group, const std::string& name, std::int64_t value) {
        entry(group, name);
        bytes_ += std::string("\x02\x00", 2);
        add_bytes(bytes_, static_cast<std::uint16_t>(std::min<std::int64_t>(value, most_frames)));
        close_entry();
    }
    void words(int group, const std::string& name, std::int64_t low_and_high) {
        entry(group, name);
        bytes_ += "\x02\x01\x02";
        add_bytes(bytes_, static_cast<std::uint32_t>(low_and_high));
        close_entry();
    }
    void real(int group, const std::string& name, float value) {
        entry(group, name);
        bytes_ += std::string("\x04\x00", 2);
        add_bytes(bytes_, value);
        close_entry();
    }
    void text(int group, const std::string& name, const std::string& value) {
        entry(group, name);
        bytes_ += std::string("\xff\x01", 2) + static_cast<char>(value.size()) + value;
        close_entry();
    }
    void texts(int group, const std::string& name, const std::vector<std::string>& values) {
        std::size_t longest = 1;
        for (const std::string& value : values)
            longest = std::max(longest, std::min<std::size_t>(value.size(), 127));
        entry(group, name);
        bytes_ += std::string("\xff\x02", 2) + static_cast<char>(longest) + static_cast<char>(values.size());
        for (std::string value : values) {
            value.resize(longest, ' ');
            bytes_ += value;
        }
        close_entry();
    }
    // Whole blocks, with their number and the machine (84: Intel) in front.
    std::string finished() const {
        std::string section = bytes_ + std::string(2, '\0');
        section.resize((section.size() + 4 + block - 1) / block * block - 4);
        std::string head("\x01\x50", 2);
        head += static_cast<char>((section.size() + 4) / block);
        return head + static_cast<char>(84) + section;
    }

private:
    void entry(int group, const std::string& name) {
        bytes_ += static_cast<char>(name.size());
        bytes_ += static_cast<char>(group);
        bytes_ += name;
        link_ = bytes_.size();
        bytes_ += std::string(2, '\0');
    }
    // An empty description, and how far it is to the next entry.
    void close_entry() {
        bytes_ += '\0';
        const std::size_t way = bytes_.size() - link_;
        bytes_[link_] = static_cast<char>(way & 0xff);
        bytes_[link_ + 1] = static_cast<char>(way >> 8);
    }

    std::string bytes_;
    std::size_t link_ = 0;
};

void add_labels(Parameters& parameters, const std::vector<std::string>& names) {
    for (std::size_t first = 0, part = 1; first < names.size(); first += most_labels, ++part) {
        const std::size_t end = std::min(names.size(), first + most_labels);
        parameters.texts(1, part == 1 ? "LABELS" : "LABELS" + std::to_string(part),
                         {names.begin() + static_cast<std::ptrdiff_t>(first),
                          names.begin() + static_cast<std::ptrdiff_t>(end)});
    }
}

std::string parameters_of(const Recording& recording, std::int64_t first_data_block) {
    const auto rate = static_cast<float>(recording.frame_rate);
    Parameters parameters;
    parameters.group(1, "POINT");
    parameters.integer(1, "USED", recording.motion.joints);
    parameters.integer(1, "FRAMES", recording.motion.frames);
    parameters.real(1, "SCALE", -1);
    parameters.real(1, "RATE", rate);
    parameters.integer(1, "DATA_START", first_data_block);
    parameters.text(1, "UNITS", "mm");
    parameters.text(1, "X_SCREEN", "+X");
    parameters.text(1, "Y_SCREEN", recording.up == "z" ? "+Z" : "+Y");
    parameters.real(1, "LONG_FRAMES", static_cast<float>(recording.motion.frames));
    add_labels(parameters, marker_names(recording.layout));
    parameters.group(2, "ANALOG");
    parameters.integer(2, "USED", 0);
    parameters.real(2, "RATE", rate);
    parameters.group(3, "TRIAL");
    parameters.words(3, "ACTUAL_START_FIELD", 1);
    parameters.words(3, "ACTUAL_END_FIELD", recording.motion.frames);
    parameters.real(3, "CAMERA_RATE", rate);
    return parameters.finished();
}

std::string head_block(const Recording& recording, std::int64_t first_data_block) {
    std::string head("\x02\x50", 2);
    const auto word = [&](std::int64_t value) {
        add_bytes(head, static_cast<std::uint16_t>(std::min(value, most_frames)));
    };
    word(recording.motion.joints);
    word(0); // analogue values
    word(1);
    word(recording.motion.frames);
    word(0); // gaps that were filled
    add_bytes(head, -1.0f);
    word(first_data_block);
    word(0); // analogue values for each frame
    add_bytes(head, static_cast<float>(recording.frame_rate));
    head.resize(block);
    return head;
}

} // namespace

std::string c3d_bytes(const Recording& recording) {
    const Motion& motion = recording.motion;
    // The section is as long whatever number it names.
    const auto first = static_cast<std::int64_t>(2 + parameters_of(recording, 0).size() / block);
    std::string bytes = head_block(recording, first) + parameters_of(recording, first);
    for (std::int64_t frame = 0; frame < motion.frames; ++frame)
        for (int joint = 0; joint < motion.joints; ++joint) {
            const bool there = motion.is_measured(frame, 0, joint);
            for (int axis = 0; axis < 3; ++axis)
                add_bytes(bytes, there ? motion.joint(frame, 0, joint)[axis] * 1000.0f : 0.0f);
            add_bytes(bytes, there ? 0.0f : -1.0f);
        }
    bytes.resize((bytes.size() + block - 1) / block * block);
    return bytes;
}

} // namespace kinelens
