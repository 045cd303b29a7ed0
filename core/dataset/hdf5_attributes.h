// Attributes of a file's root: single texts and numbers. What a file holds is never trusted: an attribute
// with any other number of values than one, or of another kind, is format_invalid with the file as subject
// and the attribute in the detail. Only for .cpp files.
#pragma once

#include "core/dataset/hdf5_handle.h"

#include <initializer_list>
#include <map>

namespace kinelens::hdf5 {

// `otherwise` where there is no such attribute.
Result<std::string> read_text_attribute(const File& file, const char* name, std::string otherwise = {});
Result<double> read_number_attribute(const File& file, const char* name, double otherwise);
Result<std::int64_t> read_whole_attribute(const File& file, const char* name, std::int64_t otherwise);

// The texts that are there, by name.
using Texts = std::map<std::string, std::string>;
Result<Texts> read_text_attributes(const File& file, std::initializer_list<const char*> names);

// Several numbers, at most 100; nothing where there is no such attribute.
Result<std::vector<double>> read_numbers_attribute(const File& file, const char* name);

bool write_numbers_attribute(const File& file, const char* name, const std::vector<double>& values);
bool write_text_attribute(const File& file, const char* name, const std::string& text);
bool write_number_attribute(const File& file, const char* name, double value);
bool write_integer_attribute(const File& file, const char* name, std::int64_t value);

} // namespace kinelens::hdf5
