// Recipe: how somebody's files are to be read, as JSON (resources/recipes/*.json, or a file of one's own).
// clang-format off
// {
//   "name": "precog2016",
//   "kind": "text",                           text (CSV and the like) or arrays (.npy, .npz)
//   "pattern": "Seq(\\d+)_(\\d+)",            regular expression over the whole name of a file or array, or its path
//   "groups": ["repetition", "subject"],      what its groups say: class subject camera setup repetition
//   "layout": "kinect20",                     built-in name, or a layout object
//   "frame_rate": 30, "scale": 1, "up": "y",  scale turns the file's unit into metres
//   "axes": ["x", "y", "z"],                  which source axis becomes x, y, z; "-z" negates
//   "separator": ";",                         text: between columns
//   "inner_separator": " ",                   text: within a joint's column
//   "header_lines": 1, "first_column": 0,     joints follow in the layout's order
//   "joint_columns": ["x", "y", "z", "visibility"],  columns of each joint: confidence, score, visibility or likelihood
//                                             is how sure its position is; others that are no axis are read over
//   "columns": {"left knee": ["LKneeX", "LKneeY", "LKneeZ"]},  instead of first_column: where each joint's columns
//                                             stand, in the order of joint_columns, by the name in the last header
//                                             line or by number, from 0; a joint of the layout that is not named is a
//                                             gap, and all other columns are read over
//   "frame_column": 0,                        optional: the number of the frame; numbers that are left out are gaps
//   "sequence_column": 0, "body_column": 3,   optional: several recordings or bodies in one table, told apart by what
//   "bodies": 2,                              stands there; as many bodies as there are places
//   "other_columns": "skip",                  columns behind the joints; without it they are an error
//   "label_column": 20, "background": "0",    optional: a class per frame, runs become intervals
//   "classes": {"1": "right punch"}           names of the numbers in names and label columns
// }
// A separator " " stands for any number of blanks. Other keys are errors.
// clang-format on
#pragma once

#include "core/dataset/dataset.h"
#include "core/foundation/files.h"
#include "core/import/source_file.h"

#include <array>
#include <map>
#include <regex>

namespace kinelens {

// A column of a table, by the name in its head or by its place.
struct RecipeColumn {
    std::string name;
    int index = -1;
};

struct Recipe {
    enum class Kind { text, arrays };
    std::string name;
    Kind kind = Kind::text;
    std::string pattern_text;
    std::regex pattern;
    std::vector<std::string> groups;
    SkeletonLayout layout; // no joints: taken from the first array, anonymous
    double frame_rate = 30;
    double scale = 1;
    std::string up = "y";
    std::array<int, 3> axis_source{0, 1, 2};
    std::array<double, 3> axis_sign{1, 1, 1};
    char separator = ',';
    char inner_separator = '\0'; // none: every coordinate has a column of its own
    int header_lines = 0;
    int first_column = 0;
    int label_column = -1;
    std::vector<std::string> joint_columns{"x", "y", "z"};    // of each joint; other names are read over
    std::map<std::string, std::vector<RecipeColumn>> columns; // by joint; empty: from first_column on
    int frame_column = -1;
    int sequence_column = -1;
    int body_column = -1;
    int bodies = 1;
    bool skips_other_columns = false; // behind the joints; else they are an error
    std::string background = "0";
    std::vector<std::pair<std::string, std::string>> classes; // key in the files -> name, in the class order

    // Name of a class key: its name in `classes`, or the key itself.
    std::string class_name(const std::string& key) const;

    // Fills what the pattern's groups say. False: the name does not match.
    bool read_name(const std::string& text, SequenceInfo& info, std::string& class_name) const;
    // The same for a file: by its stem, or by its whole path without the ending ("data/subject_01/walk").
    bool read_name(const SourceFile& source, SequenceInfo& info, std::string& class_name) const;

    // How files are to be named, for people: "like m[class]_s[subject]_e[repetition]". Patterns that say more
    // than numbers between letters are not spelled out: "as the recipe ui_prmd asks for".
    std::string names_wanted() const;

    // Source coordinates -> metres in the dataset's axes, in place.
    void convert(float* position) const;
};

Result<Recipe> recipe_from_json(std::string_view json, const std::string& source);

// A recipe of resources/recipes by name, or a JSON file by path.
Result<Recipe> load_recipe(const std::string& name_or_file);

} // namespace kinelens
