#include "core/experiment/replace_file.h"

#include <fstream>

namespace kinelens {

Result<void> replace_file(const Path& file, std::string_view text) {
    const Path temporary = temporary_name(file);
    {
        std::ofstream out(temporary, std::ios::binary);
        out << text;
        if (!out.flush()) return fail(error_from_errno(ErrorCode::file_unwritable, file.string()));
    }
    std::error_code failed;
    std::filesystem::rename(temporary, file, failed);
    if (failed) return fail(ErrorCode::file_unwritable, file.string(), failed.message());
    return {};
}

} // namespace kinelens
