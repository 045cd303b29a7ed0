// A recipe for somebody's table, proposed from its first rows.
#pragma once

#include "core/foundation/files.h"

#include <string>
#include <vector>

namespace kinelens {

struct ProposedColumn {
    std::int64_t index = 0; // from 0
    std::string name;       // in the table's head; empty where it has none
    std::string role;       // "x", "confidence", "time", "other" …
    std::string joint;      // of coordinates and confidence: in the layout
};

struct RecipeProposal {
    std::string recipe; // JSON, as core/import/recipe.h has it
    std::vector<ProposedColumn> columns;
    std::string layout;          // built-in name, or "of the table's own names"
    double frame_rate = 30;      // frames a second
    double metres = 1;           // of one of the file's units
    std::vector<Error> warnings; // what the table does not say, and what was taken instead
};

// text: the beginning of the file, UTF-8. Errors: format_unknown (no rows of numbers, or no columns of
// positions in space among them).
Result<RecipeProposal> propose_recipe(std::string_view text, const std::string& path);

// The same of a file, with its first megabytes.
Result<RecipeProposal> propose_recipe(const Path& file);

// {"columns": [{"index", "name", "role", "joint"}], "layout", "frame_rate", "metres", "warnings"}.
std::string proposal_to_json(const RecipeProposal& proposal);

} // namespace kinelens
