// Files as earlier versions wrote them (tests/data/formats), unpacked into a folder of the test's own.
#pragma once

#include "core/foundation/files.h"

#include <QTemporaryDir>
#include <array>
#include <fstream>
#include <zlib.h>

namespace kinelens::testing {

class KeptFiles {
public:
    explicit KeptFiles(const std::string& version) {
        const Path from = Path(KINELENS_SOURCE_FOLDER) / "tests/data/formats" / version;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(from))
            if (entry.is_regular_file()) unpack(entry.path(), entry.path().lexically_relative(from));
    }

    Path path(const std::string& name) const { return Path(folder_.path().toStdString()) / name; }

private:
    // "map.h5.gz" becomes "map.h5"; other files are copied.
    void unpack(const Path& packed, const Path& name) const {
        Path target = path(name.string());
        if (target.extension() == ".gz") target.replace_extension();
        std::filesystem::create_directories(target.parent_path());
        std::ofstream out(target, std::ios::binary);
        gzFile in = gzopen(packed.c_str(), "rb"); // reads files that are not packed as they are
        std::array<char, 65536> block{};
        for (int read = 0; (read = gzread(in, block.data(), block.size())) > 0;)
            out.write(block.data(), read);
        gzclose(in);
    }

    QTemporaryDir folder_;
};

} // namespace kinelens::testing
