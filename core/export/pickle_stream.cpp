#include "core/export/pickle_stream.h"

#include <limits>

namespace kinelens {
namespace {

std::string with_size(char code, std::size_t size) {
    std::string head(1, code);
    add_bytes(head, static_cast<std::uint32_t>(size));
    return head;
}

} // namespace

PickleStream::PickleStream(OutputStream& output)
    : output_(output) {
    code("\x80\x04");
}

void PickleStream::open_dict() {
    code("}(");
}
void PickleStream::close_dict() {
    code("u");
}
void PickleStream::open_list() {
    code("](");
}
void PickleStream::close_list() {
    code("e");
}
void PickleStream::stop() {
    code(".");
}

void PickleStream::text(std::string_view value) {
    code(with_size('X', value.size()));
    code(value);
}

void PickleStream::integer(std::int64_t value) {
    std::string head;
    if (value == static_cast<std::int32_t>(value)) {
        head = "J";
        add_bytes(head, static_cast<std::int32_t>(value));
    } else {
        head = "\x8a\x08";
        add_bytes(head, value);
    }
    code(head);
}

void PickleStream::tuple(const std::vector<std::int64_t>& values) {
    code("(");
    for (const std::int64_t value : values) integer(value);
    code("t");
}

void PickleStream::global(std::string_view module, std::string_view name) {
    text(module);
    text(name);
    code("\x93");
}

void PickleStream::bytes(std::string_view value) {
    if (value.size() <= std::numeric_limits<std::uint32_t>::max()) {
        code(with_size('B', value.size()));
    } else {
        std::string head("\x8e");
        add_bytes(head, static_cast<std::uint64_t>(value.size()));
        code(head);
    }
    code(value);
}

// numpy.dtype(name, False, True), then its state: version 3, the least byte first, nothing else.
void PickleStream::type(const char* name) {
    global("numpy", "dtype");
    text(name);
    code("\x89\x88\x87R(");
    integer(3);
    text("<");
    code("NNN");
    for (const int value : {-1, -1, 0}) integer(value);
    code("tb");
}

// What NumPy's own pickles call: an empty array, and then its state.
void PickleStream::array(const char* element, const std::vector<std::int64_t>& shape,
                         std::string_view values) {
    global("numpy.core.multiarray", "_reconstruct");
    global("numpy", "ndarray");
    tuple({0});
    bytes("b");
    code("\x87R(");
    integer(1);
    tuple(shape);
    type(element);
    code("\x89");
    bytes(values);
    code("tb");
}

} // namespace kinelens
