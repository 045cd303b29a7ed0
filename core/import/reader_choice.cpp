#include "core/import/reader_choice.h"

#include "core/import/array_axes.h"
#include "core/import/capture/acclaim_reader.h"
#include "core/import/capture/bvh_reader.h"
#include "core/import/capture/c3d_file.h"
#include "core/import/capture/marker_reader.h"
#include "core/import/capture/motive_file.h"
#include "core/import/capture/trc_file.h"
#include "core/import/estimators/readers.h"
#include "core/import/ntu_reader.h"
#include "core/import/pku_reader.h"
#include "core/import/recipe_readers.h"

#include <algorithm>
#include <set>

namespace kinelens {
namespace {

using Sources = std::vector<SourceFile>;

// A format that is recognised by its files. Those further up are asked first.
struct Kind {
    ImportFormat format;
    std::vector<std::string_view> endings;  // of its files
    bool (*fits)(const SourceFile& source); // a file with such an ending; null: the ending says enough
    Result<std::unique_ptr<Reader>> (*make)(const ImportOptions& options, const Sources& sources);
};

Result<std::unique_ptr<Reader>> plain_array_reader(const ImportOptions& options, const Sources& sources) {
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

template <EstimatorFormat (*Format)()>
Kind estimator(ImportFormat format) {
    return {format, Format().endings, Format().fits,
            [](const ImportOptions& options, const Sources& sources) {
                return make_estimator_reader(Format(), options, sources);
            }};
}

const std::vector<Kind>& kinds() {
    using enum ImportFormat;
    static const std::vector<Kind> list{
        {pku,
         {"", ".txt", ".skeleton", ".label"},
         is_pku_file,
         [](const ImportOptions& options, const Sources& sources) -> Result<std::unique_ptr<Reader>> {
             return make_pku_reader(places_for(options.bodies), sources);
         }},
        {ntu,
         {".skeleton"},
         nullptr,
         [](const ImportOptions& options, const Sources&) -> Result<std::unique_ptr<Reader>> {
             return make_ntu_reader(options);
         }},
        {bvh,
         {".bvh"},
         nullptr,
         [](const ImportOptions&, const Sources&) -> Result<std::unique_ptr<Reader>> {
             return make_bvh_reader();
         }},
        {amc,
         {".amc"},
         nullptr,
         [](const ImportOptions&, const Sources& sources) -> Result<std::unique_ptr<Reader>> {
             return make_acclaim_reader(sources);
         }},
        {c3d,
         {".c3d"},
         is_c3d,
         [](const ImportOptions&, const Sources& sources) -> Result<std::unique_ptr<Reader>> {
             return make_marker_reader({".c3d", nullptr, parse_c3d}, sources);
         }},
        {trc,
         {".trc"},
         nullptr,
         [](const ImportOptions&, const Sources& sources) -> Result<std::unique_ptr<Reader>> {
             return make_marker_reader({".trc", nullptr, parse_trc}, sources);
         }},
        {motive,
         {".csv"},
         is_motive,
         [](const ImportOptions&, const Sources& sources) -> Result<std::unique_ptr<Reader>> {
             return make_marker_reader({".csv", is_motive, parse_motive}, sources);
         }},
        estimator<azure_kinect_format>(azure),
        {openpose, {".json"}, is_openpose, make_openpose_reader},
        estimator<mmpose_format>(mmpose),
        estimator<alphapose_format>(alphapose),
        estimator<coco_format>(coco),
        estimator<mediapipe_format>(mediapipe),
        estimator<deeplabcut_format>(deeplabcut),
        estimator<sleap_format>(sleap),
        {npz, {".npz"}, nullptr, plain_array_reader},
        {npy, {".npy"}, nullptr, plain_array_reader},
    };
    return list;
}

// A folder of other files with the same ending is not read through to the last.
constexpr int files_looked_into = 20;

bool recognises(const Kind& kind, const Sources& sources) {
    int looked = 0;
    for (const SourceFile& source : sources) {
        if (source.fault || std::ranges::find(kind.endings, source.ending) == kind.endings.end()) continue;
        if (!kind.fits || kind.fits(source)) return true;
        if (++looked == files_looked_into && kind.format != ImportFormat::pku) return false;
    }
    return false;
}

Result<const Kind*> detect(const Sources& sources) {
    for (const Kind& kind : kinds())
        if (recognises(kind, sources)) return &kind;
    const bool hdf5 = std::ranges::any_of(
        sources, [](const SourceFile& source) { return source.ending == ".h5" || source.ending == ".hdf5"; });
    if (hdf5)
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
    if (options.format == ImportFormat::recipe)
        return fail(ErrorCode::argument_missing, "recipe", "the format 'recipe' is described by one");
    if (options.format == ImportFormat::automatic) {
        KINELENS_TRY(kind, detect(sources));
        return kind->make(options, sources);
    }
    return std::ranges::find(kinds(), options.format, &Kind::format)->make(options, sources);
}

bool has_reader(const SourceFile& source) {
    return std::ranges::any_of(kinds(), [&](const Kind& kind) {
        return kind.format != ImportFormat::pku &&
               std::ranges::find(kind.endings, source.ending) != kind.endings.end() &&
               (!kind.fits || kind.fits(source));
    });
}

} // namespace kinelens
