#include "core/import/capture/c3d_parameters.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace kinelens {

class C3dParameterReader {
public:
    C3dParameterReader(const C3dBytes& bytes, const std::string& path)
        : bytes_(bytes)
        , path_(path) {}

    Result<C3dParameters> read(std::size_t at) {
        at += 4; // their number of blocks and the machine
        while (bytes_.holds(at, 2)) {
            const auto letters = static_cast<std::size_t>(std::abs(signed_byte(at)));
            const int group = signed_byte(at + 1);
            if (letters == 0) break;
            if (!bytes_.holds(at, letters + 4)) return wrong(at);
            const std::string name = capitals(bytes_.text(at + 2, letters));
            const std::size_t link = at + 2 + letters;
            if (group < 0)
                groups_[-group] = name;
            else if (!read_value(link + 2, group, name))
                return wrong(at);
            const std::uint16_t next = bytes_.word(link);
            if (next == 0) break; // the last one
            at = link + next;
        }
        return finished();
    }

private:
    tl::unexpected<Error> wrong(std::size_t at) const {
        return fail(ErrorCode::format_invalid, path_,
                    "the parameter at byte " + std::to_string(at) + " reaches behind the end of the file");
    }

    int signed_byte(std::size_t at) const { return static_cast<std::int8_t>(bytes_.byte(at)); }

    static std::string capitals(std::string_view text) {
        std::string name(text);
        std::ranges::transform(name, name.begin(),
                               [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
        return name;
    }

    struct Array {
        int type = 0; // -1 letters, 1 bytes, 2 integers, 4 reals
        std::vector<std::size_t> sizes;
        std::size_t count = 1;
        std::size_t at = 0;
    };

    bool read_value(std::size_t at, int group, const std::string& name) {
        if (!bytes_.holds(at, 2)) return false;
        Array array;
        array.type = signed_byte(at);
        const std::size_t dimensions = bytes_.byte(at + 1);
        if (!bytes_.holds(at + 2, dimensions)) return false;
        for (std::size_t i = 0; i < dimensions; ++i) array.sizes.push_back(bytes_.byte(at + 2 + i));
        for (const std::size_t size : array.sizes) {
            array.count *= size;
            if (array.count > bytes_.size()) return false;
        }
        array.at = at + 2 + dimensions;
        const auto width = static_cast<std::size_t>(std::abs(array.type));
        if (width > 4 || !bytes_.holds(array.at, array.count * std::max<std::size_t>(width, 1))) return false;
        C3dParameters::Value value;
        if (array.type == -1)
            value.texts = texts_of(array);
        else
            value.numbers = numbers_of(array);
        read_.push_back({group, name, std::move(value)});
        return true;
    }

    std::vector<std::string> texts_of(const Array& array) const {
        const std::size_t length = array.sizes.empty() ? 1 : array.sizes.front();
        std::vector<std::string> texts;
        for (std::size_t i = 0; length > 0 && i < array.count / length; ++i) {
            std::string text(bytes_.text(array.at + i * length, length));
            const auto end = text.find_last_not_of(std::string_view(" \0\t", 3));
            text.resize(end == std::string::npos ? 0 : end + 1);
            texts.push_back(std::move(text));
        }
        return texts;
    }

    std::vector<double> numbers_of(const Array& array) const {
        std::vector<double> numbers;
        for (std::size_t i = 0; i < array.count; ++i) {
            if (array.type == 1) numbers.push_back(bytes_.byte(array.at + i));
            if (array.type == 2) numbers.push_back(bytes_.integer(array.at + i * 2));
            if (array.type == 4) numbers.push_back(bytes_.real(array.at + i * 4));
        }
        return numbers;
    }

    // A group may be named behind its parameters.
    C3dParameters finished() {
        C3dParameters parameters;
        for (auto& [group, name, value] : read_)
            parameters.values_[groups_[group] + ":" + name] = std::move(value);
        return parameters;
    }

    struct Read {
        int group;
        std::string name;
        C3dParameters::Value value;
    };
    const C3dBytes& bytes_;
    const std::string& path_;
    std::map<int, std::string> groups_;
    std::vector<Read> read_;
};

Result<C3dParameters> C3dParameters::read(const C3dBytes& bytes, std::size_t at, const std::string& path) {
    return C3dParameterReader(bytes, path).read(at);
}

std::vector<double> C3dParameters::numbers(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<double>{} : found->second.numbers;
}

std::optional<double> C3dParameters::number(const std::string& name) const {
    const auto all = numbers(name);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<std::string> C3dParameters::texts(const std::string& name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second.texts;
}

} // namespace kinelens
