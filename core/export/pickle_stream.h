// PickleStream: values of Python as a pickle of protocol 4, written piece by piece; arrays as NumPy rebuilds
// them. Everything is put on Python's stack in the order of the calls.
//
//     pickle.open_dict();
//     pickle.text("labels");
//     pickle.array("f4", {2, 3}, bytes);
//     pickle.close_dict();
//     pickle.stop();
#pragma once

#include "core/export/output_stream.h"

#include <vector>

namespace kinelens {

class PickleStream {
public:
    explicit PickleStream(OutputStream& output);

    void open_dict(); // keys and values follow in turn
    void close_dict();
    void open_list();
    void close_list();
    void text(std::string_view value);
    void integer(std::int64_t value);
    void tuple(const std::vector<std::int64_t>& values);
    void array(const char* type, const std::vector<std::int64_t>& shape, std::string_view bytes);
    void stop();

private:
    void code(std::string_view bytes) { output_.write(bytes); }
    void global(std::string_view module, std::string_view name);
    void bytes(std::string_view value);
    void type(const char* name);

    OutputStream& output_;
};

} // namespace kinelens
