#include "core/dataset/hdf5_attributes.h"

#include <cmath>
#include <cstring>
#include <memory>

namespace kinelens::hdf5 {
namespace {

// A padded text may claim to be as long as its type can say, which is gigabytes.
constexpr std::size_t longest_text = std::size_t(16) << 20;
constexpr hssize_t most_numbers = 100;

std::string name_of(const File& file) {
    const ssize_t length = H5Fget_name(file.id(), nullptr, 0);
    std::string name(length > 0 ? static_cast<std::size_t>(length) : 0, '\0');
    if (length > 0) H5Fget_name(file.id(), name.data(), name.size() + 1);
    return name;
}

tl::unexpected<Error> wrong(const File& file, const char* name, const std::string& what) {
    return fail(ErrorCode::format_invalid, name_of(file), "attribute " + std::string(name) + " " + what);
}

struct Opened {
    Attribute attribute;
    Type type;
};

// H5Aread writes as many values as the file says there are: only one that holds a single value may be read.
Result<Opened> open_single(const File& file, const char* name) {
    Opened opened{Attribute(H5Aopen(file.id(), name, H5P_DEFAULT)), {}};
    const Space space(opened.attribute ? H5Aget_space(opened.attribute.id()) : H5I_INVALID_HID);
    opened.type = Type(opened.attribute ? H5Aget_type(opened.attribute.id()) : H5I_INVALID_HID);
    if (!space || !opened.type) return wrong(file, name, "cannot be read");
    const hssize_t values = H5Sget_simple_extent_npoints(space.id());
    if (values == 1) return opened;
    return wrong(file, name, "holds " + std::to_string(values) + " values, not one");
}

Result<std::string> variable_text(const File& file, const char* name, const Opened& opened) {
    char* text = nullptr;
    if (H5Aread(opened.attribute.id(), opened.type.id(), &text) < 0)
        return wrong(file, name, "cannot be read");
    const std::unique_ptr<char, herr_t (*)(void*)> owned(text, H5free_memory);
    return text ? std::string(text) : std::string();
}

Result<std::string> padded_text(const File& file, const char* name, const Opened& opened) {
    const std::size_t size = H5Tget_size(opened.type.id());
    if (size > longest_text) return wrong(file, name, "claims to be " + std::to_string(size) + " bytes long");
    std::string text(size, '\0');
    if (H5Aread(opened.attribute.id(), opened.type.id(), text.data()) < 0)
        return wrong(file, name, "cannot be read");
    text.resize(strnlen(text.data(), text.size()));
    return text;
}

Result<std::string> text_of(const File& file, const char* name) {
    KINELENS_TRY(opened, open_single(file, name));
    if (H5Tget_class(opened.type.id()) != H5T_STRING) return wrong(file, name, "holds no text");
    return H5Tis_variable_str(opened.type.id()) > 0 ? variable_text(file, name, opened)
                                                    : padded_text(file, name, opened);
}

bool has(const File& file, const char* name) {
    return H5Aexists(file.id(), name) > 0;
}

} // namespace

Result<std::string> read_text_attribute(const File& file, const char* name, std::string otherwise) {
    return has(file, name) ? text_of(file, name) : std::move(otherwise);
}

Result<double> read_number_attribute(const File& file, const char* name, double otherwise) {
    if (!has(file, name)) return otherwise;
    KINELENS_TRY(opened, open_single(file, name));
    const H5T_class_t kind = H5Tget_class(opened.type.id());
    double value = 0;
    if ((kind != H5T_FLOAT && kind != H5T_INTEGER) ||
        H5Aread(opened.attribute.id(), H5T_NATIVE_DOUBLE, &value) < 0)
        return wrong(file, name, "holds no number");
    return value;
}

Result<std::int64_t> read_whole_attribute(const File& file, const char* name, std::int64_t otherwise) {
    KINELENS_TRY(value, read_number_attribute(file, name, static_cast<double>(otherwise)));
    if (!(std::abs(value) <= 0x1p53)) return wrong(file, name, "is no whole number");
    return static_cast<std::int64_t>(value);
}

Result<Texts> read_text_attributes(const File& file, std::initializer_list<const char*> names) {
    Texts texts;
    for (const char* name : names) {
        if (!has(file, name)) continue;
        KINELENS_TRY(text, text_of(file, name));
        texts[name] = std::move(text);
    }
    return texts;
}

Result<std::vector<double>> read_numbers_attribute(const File& file, const char* name) {
    if (!has(file, name)) return std::vector<double>{};
    const Attribute attribute(H5Aopen(file.id(), name, H5P_DEFAULT));
    const Space space(attribute ? H5Aget_space(attribute.id()) : H5I_INVALID_HID);
    const Type type(attribute ? H5Aget_type(attribute.id()) : H5I_INVALID_HID);
    if (!space || !type) return wrong(file, name, "cannot be read");
    const hssize_t count = H5Sget_simple_extent_npoints(space.id());
    const H5T_class_t kind = H5Tget_class(type.id());
    if (count < 0 || count > most_numbers || (kind != H5T_FLOAT && kind != H5T_INTEGER))
        return wrong(file, name, "holds no list of numbers");
    std::vector<double> values(static_cast<std::size_t>(count));
    if (count > 0 && H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, values.data()) < 0)
        return wrong(file, name, "cannot be read");
    return values;
}

bool write_numbers_attribute(const File& file, const char* name, const std::vector<double>& values) {
    const hsize_t count = values.size();
    const Space space(H5Screate_simple(1, &count, nullptr));
    const Attribute attribute(
        H5Acreate2(file.id(), name, H5T_NATIVE_DOUBLE, space.id(), H5P_DEFAULT, H5P_DEFAULT));
    return attribute && H5Awrite(attribute.id(), H5T_NATIVE_DOUBLE, values.data()) >= 0;
}

bool write_text_attribute(const File& file, const char* name, const std::string& text) {
    const Type type = string_type();
    const Space space(H5Screate(H5S_SCALAR));
    const Attribute attribute(H5Acreate2(file.id(), name, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT));
    const char* pointer = text.c_str();
    return attribute && H5Awrite(attribute.id(), type.id(), &pointer) >= 0;
}

bool write_number_attribute(const File& file, const char* name, double value) {
    const Space space(H5Screate(H5S_SCALAR));
    const Attribute attribute(
        H5Acreate2(file.id(), name, H5T_NATIVE_DOUBLE, space.id(), H5P_DEFAULT, H5P_DEFAULT));
    return attribute && H5Awrite(attribute.id(), H5T_NATIVE_DOUBLE, &value) >= 0;
}

bool write_integer_attribute(const File& file, const char* name, std::int64_t value) {
    const Space space(H5Screate(H5S_SCALAR));
    const Attribute attribute(
        H5Acreate2(file.id(), name, H5T_NATIVE_INT64, space.id(), H5P_DEFAULT, H5P_DEFAULT));
    return attribute && H5Awrite(attribute.id(), H5T_NATIVE_INT64, &value) >= 0;
}

} // namespace kinelens::hdf5
