#include "viz/palette/class_numbers.h"

#include "viz/palette/class_colours.h"

namespace kinelens::viz {
namespace {

ClassNumbers& session_numbers() {
    static ClassNumbers numbers;
    return numbers;
}

std::vector<int>& open_numbers() {
    static std::vector<int> numbers;
    return numbers;
}

} // namespace

int ClassNumbers::give(const Name& name, int wanted) {
    const auto known = given_.find(name);
    if (known != given_.end()) return known->second;
    int number = wanted;
    if (taken_.contains(number))
        for (number = 0; taken_.contains(number);) ++number;
    taken_.insert(number);
    given_.emplace(name, number);
    return number;
}

std::vector<int> ClassNumbers::of(const std::vector<std::string>& names) {
    std::vector<int> numbers;
    std::map<std::string, int> seen;
    for (const std::string& name : names)
        numbers.push_back(give({name, seen[name]++}, static_cast<int>(numbers.size())));
    return numbers;
}

std::vector<int> class_numbers(const std::vector<std::string>& names) {
    return session_numbers().of(names);
}

void set_open_classes(const std::vector<std::string>& names) {
    open_numbers() = class_numbers(names);
}

int class_number(int label) {
    const std::vector<int>& numbers = open_numbers();
    const bool named = label >= 0 && label < static_cast<int>(numbers.size());
    return named ? numbers[static_cast<std::size_t>(label)] : label;
}

Colour label_colour(int label, Theme theme) {
    return class_colour(class_number(label), theme);
}

} // namespace kinelens::viz
