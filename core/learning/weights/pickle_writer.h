// The few words of the pickle protocol (2) that a dictionary of tensors takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kinelens::learning {

class PickleWriter {
public:
    PickleWriter() { bytes_.append("\x80\x02"); }

    void begin() { bytes_ += '('; } // mark
    void empty_dictionary() { bytes_ += '}'; }
    void set_items() { bytes_ += 'u'; } // pairs since the mark, into the dictionary below it
    void tuple() { bytes_ += 't'; }     // everything since the mark
    void call() { bytes_ += 'R'; }      // the global below a tuple of arguments
    void storage() { bytes_ += 'Q'; }   // the tuple on top names what is kept elsewhere
    void no() { bytes_ += '\x89'; }
    void end() { bytes_ += '.'; }

    void global(const char* module, const char* name) {
        bytes_.append("c").append(module).append("\n").append(name).append("\n");
    }

    void text(const std::string& value) {
        bytes_ += 'X';
        append_number(static_cast<std::uint32_t>(value.size()));
        bytes_ += value;
    }

    void integer(std::int64_t value) {
        bytes_ += "\x8a\x08";
        append_number(value);
    }

    void integers(const std::vector<std::int64_t>& values) {
        begin();
        for (const auto value : values) integer(value);
        tuple();
    }

    void ordered_dictionary() {
        global("collections", "OrderedDict");
        begin();
        tuple();
        call();
    }

    const std::string& bytes() const { return bytes_; }

private:
    template <class T>
    void append_number(T value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }

    std::string bytes_;
};

} // namespace kinelens::learning
