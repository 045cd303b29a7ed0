#include "core/import/reader_choice.h"

#include "core/import/array_axes.h"
#include "core/import/capture/acclaim_reader.h"
#include "core/import/capture/bvh_reader.h"
#include "core/import/ntu_reader.h"
#include "core/import/pku_reader.h"
#include "core/import/recipe_readers.h"

#include <algorithm>
#include <array>
#include <set>

namespace kinelens {
namespace {

bool has_ending(const std::vector<SourceFile>& sources, std::string_view ending) {
    return std::any_of(sources.begin(), sources.end(),
                       [&](const auto& source) { return source.ending == ending; });
}

Result<ImportFormat> detect(const std::vector<SourceFile>& sources) {
    if (std::ranges::any_of(sources, is_pku_file)) return ImportFormat::pku;
    if (has_ending(sources, ".skeleton")) return ImportFormat::ntu;
    if (has_ending(sources, ".bvh")) return ImportFormat::bvh;
    if (has_ending(sources, ".amc")) return ImportFormat::amc;
    if (has_ending(sources, ".npz")) return ImportFormat::npz;
    if (has_ending(sources, ".npy")) return ImportFormat::npy;
    if (has_ending(sources, ".h5") || has_ending(sources, ".hdf5"))
        return fail(ErrorCode::format_unknown, {}, "datasets (.h5) are opened as they are, not imported");
    std::set<std::string> endings;
    for (const SourceFile& source : sources)
        endings.insert(source.ending.empty() ? "files without ending" : source.ending);
    std::string found;
    for (const std::string& ending : endings)
        if (found.size() < 100) found += (found.empty() ? "" : ", ") + ending;
    if (sources.empty()) return fail(ErrorCode::format_unknown, {}, "found no files");
    return fail(ErrorCode::format_unknown, {}, "found " + found + "; text and CSV files need a recipe");
}

} // namespace

Result<std::unique_ptr<Reader>> choose_reader(const ImportOptions& options,
                                              const std::vector<SourceFile>& sources) {
    if (!options.axes.empty()) KINELENS_CHECK(check_axes(options.axes));
    if (!options.recipe.empty()) {
        KINELENS_TRY(recipe, load_recipe(options.recipe));
        return recipe.kind == Recipe::Kind::text ? make_text_reader(recipe)
                                                 : make_array_reader(recipe, options.axes, sources);
    }
    ImportFormat format = options.format;
    if (format == ImportFormat::recipe)
        return fail(ErrorCode::argument_missing, "recipe", "the format 'recipe' is described by one");
    if (format == ImportFormat::automatic) {
        KINELENS_TRY(detected, detect(sources));
        format = detected;
    }
    if (format == ImportFormat::amc) return make_acclaim_reader(sources);
    if (format == ImportFormat::bvh) return make_bvh_reader();
    if (format == ImportFormat::ntu) return make_ntu_reader(options.bodies);
    if (format == ImportFormat::pku) return make_pku_reader(options.bodies, sources);
    Recipe plain;
    plain.kind = Recipe::Kind::arrays;
    plain.pattern_text = "(.*)";
    plain.pattern = std::regex(plain.pattern_text);
    if (!options.skeleton.empty()) {
        KINELENS_TRY(layout, named_layout(options.skeleton));
        plain.layout = std::move(layout);
    }
    return make_array_reader(std::move(plain), options.axes, sources);
}

bool has_reader(std::string_view ending) {
    constexpr std::array endings{".skeleton", ".bvh", ".amc", ".npz", ".npy"};
    return std::ranges::find(endings, ending) != endings.end();
}

} // namespace kinelens
