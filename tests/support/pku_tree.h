// Small PKU-MMD-like trees for tests, whole and damaged: skeleton/NAME.txt and label/NAME.txt.
#pragma once

#include "core/foundation/files.h"

#include <fstream>
#include <string>
#include <zlib.h>

namespace kinelens::testing {

// `frames` rows of 150 numbers; joint j of body b stands at (b + 1, (24 - j) / 10, 2 + frame / 100). With one
// body the second is zeros.
inline std::string pku_rows(int frames, int bodies = 2, const std::string& line_break = "\n") {
    std::string text;
    for (int frame = 0; frame < frames; ++frame) {
        for (int body = 0; body < 2; ++body)
            for (int joint = 0; joint < 25; ++joint)
                text += body < bodies ? std::to_string(body + 1) + " " + std::to_string((24 - joint) / 10.0) +
                                            " " + std::to_string(2 + frame / 100.0) + " "
                                      : "0 0 0 ";
        text += line_break;
    }
    return text;
}

class PkuTree {
public:
    explicit PkuTree(Path folder)
        : folder_(std::move(folder)) {
        std::filesystem::create_directories(folder_ / "skeleton");
        std::filesystem::create_directories(folder_ / "label");
    }

    void skeleton(const std::string& name, const std::string& text) const { write("skeleton/" + name, text); }
    void label(const std::string& name, const std::string& text) const { write("label/" + name, text); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    void write_zipped(const std::string& name, const std::string& text) const {
        gzFile file = gzopen((folder_ / name).c_str(), "wb");
        gzwrite(file, text.data(), static_cast<unsigned>(text.size()));
        gzclose(file);
    }
    std::string path(const std::string& name = {}) const {
        return name.empty() ? folder_.string() : (folder_ / name).string();
    }

private:
    Path folder_;
};

} // namespace kinelens::testing
