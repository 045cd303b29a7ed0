#include "core/import/gzip.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace kinelens {
namespace {

constexpr std::size_t inflated_block = 1 << 18;
constexpr std::size_t most = std::size_t(2) << 30;

class Inflater {
public:
    Inflater() { ready_ = inflateInit2(&stream_, MAX_WBITS + 16) == Z_OK; } // + 16: gzip's frame
    ~Inflater() {
        if (ready_) inflateEnd(&stream_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    Result<std::string> run(std::string_view bytes, const std::string& path) {
        if (!ready_) return fail(ErrorCode::out_of_memory, path);
        if (bytes.size() > std::numeric_limits<uInt>::max())
            return fail(ErrorCode::out_of_memory, path, "above 4 GiB: unpack it first");
        // zlib's interface is older than const.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        std::string text;
        for (int state = Z_OK;;) {
            if (state == Z_STREAM_END && stream_.avail_in == 0) return text;
            if (state == Z_STREAM_END) inflateReset(&stream_);
            if (text.size() + inflated_block > most)
                return fail(ErrorCode::out_of_memory, path, "it unpacks to more than 2 GiB");
            state = step(text);
            if (state == Z_BUF_ERROR) return fail(ErrorCode::file_truncated, path, "its gzip is cut off");
            if (state != Z_OK && state != Z_STREAM_END)
                return fail(ErrorCode::format_invalid, path, "its gzip is damaged");
        }
    }

private:
    int step(std::string& text) {
        const std::size_t before = text.size();
        text.resize(before + inflated_block);
        stream_.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream_.avail_out = static_cast<uInt>(inflated_block);
        const int state = inflate(&stream_, Z_NO_FLUSH);
        text.resize(before + inflated_block - stream_.avail_out);
        return state;
    }

    z_stream stream_{};
    bool ready_ = false;
};

} // namespace

Result<std::string> unzip(std::string_view bytes, const std::string& path) {
    return Inflater().run(bytes, path);
}

std::string unzipped_head(const std::string& path, std::size_t size) {
    std::string head(size, '\0');
    const gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return {};
    head.resize(
        static_cast<std::size_t>(std::max(0, gzread(file, head.data(), static_cast<unsigned>(size)))));
    gzclose(file);
    return head;
}

} // namespace kinelens
