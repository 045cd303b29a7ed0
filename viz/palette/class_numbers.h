// Which colour of class_colour() each class has. A class keeps its own for the whole session, whatever place
// datasets and evaluations give it in their lists: colours follow the name. The window's thread alone asks.
#pragma once

#include "viz/palette/palette.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kinelens::viz {

// What is remembered: a name that was seen before has the number it had; a new one that of its place in the
// list, or the lowest that nobody has. Of several classes of one name each has its own.
class ClassNumbers {
public:
    std::vector<int> of(const std::vector<std::string>& names);

private:
    using Name = std::pair<std::string, int>; // and which of those that are called so
    int give(const Name& name, int wanted);

    std::map<Name, int> given_;
    std::set<int> taken_;
};

// The session's own. Parallel to `names`.
std::vector<int> class_numbers(const std::vector<std::string>& names);

// From now on labels are of these classes: those of the open dataset.
void set_open_classes(const std::vector<std::string>& names);

// Of a label of the open dataset; a label that it does not name is its own number.
int class_number(int label);
Colour label_colour(int label, Theme theme);

} // namespace kinelens::viz
