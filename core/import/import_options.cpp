#include "core/import/import_options.h"

#include "core/import/people/body_places.h"
#include "core/options/option_table.h"

namespace kinelens {

template <>
const OptionFields<ImportOptions>& option_fields<ImportOptions>() {
    using O = ImportOptions;
    static const OptionFields<O> fields{
        {&O::format,
         {.key = "format",
          .label = KINELENS_TEXT("Options", "Format"),
          .help = KINELENS_TEXT("Options", "Kind of files; auto decides by their names and endings.")}},
        {&O::recipe,
         {.key = "recipe",
          .label = KINELENS_TEXT("Options", "Recipe"),
          .help = KINELENS_TEXT("Options", "How text or array files are laid out: a built-in name "
                                           "(precog2016, ui_prmd) or a JSON file.")}},
        {&O::skeleton,
         {.key = "skeleton",
          .label = KINELENS_TEXT("Options", "Skeleton"),
          .help = KINELENS_TEXT("Options", "Joint layout of arrays without a recipe: a built-in name (ntu25, "
                                           "kinect20, coco17) or a JSON file.")}},
        {&O::axes,
         {.key = "axes",
          .label = KINELENS_TEXT("Options", "Axes of arrays"),
          .help = KINELENS_TEXT("Options",
                                "Their order: t frames, m bodies, v joints, c coordinates, such as tvc "
                                "or ctvm; empty: told by the shape where that leaves no doubt.")}},
        {&O::exclude,
         {.key = "exclude",
          .kind = OptionKind::path,
          .label = KINELENS_TEXT("Options", "Leave out"),
          .help = KINELENS_TEXT("Options", "A list of recordings to leave out, one name a line.")}},
        {&O::name,
         {.key = "name",
          .label = KINELENS_TEXT("Options", "Dataset name"),
          .help = KINELENS_TEXT("Options", "Empty: the output file's name, or where that says nothing (data, "
                                           "csv, skeletons) the recipe's or the folder's.")}},
        {&O::trim,
         {.key = "trim",
          .label = KINELENS_TEXT("Options", "Trim to intervals"),
          .help = KINELENS_TEXT("Options", "Make one sequence of every labelled interval.")}},
        {&O::bodies,
         {.key = "bodies",
          .label = KINELENS_TEXT("Options", "Bodies"),
          .help = KINELENS_TEXT("Options", "How many are kept of each recording, the most energetic first."),
          .symbol = "M"}},
        {&O::body_places,
         {.key = "body_places",
          .label = KINELENS_TEXT("Options", "Places of bodies"),
          .help = KINELENS_TEXT("Options",
                                "Person: a body keeps its place whatever its number and wherever it is "
                                "listed, ghosts are left out. Listed: as the sensor lists them, which "
                                "published preparations do and their numbers need."),
          .expert = true}},
        {&O::threads,
         {.key = "threads",
          .label = KINELENS_TEXT("Options", "Threads"),
          .help = KINELENS_TEXT("Options", "Files read at a time; 0 uses every core."),
          .minimum = 0,
          .maximum = 256,
          .expert = true,
          .effect = OptionEffect::none}}};
    return fields;
}

template struct OptionAccess<ImportOptions>;

int places_for(BodyCount bodies) {
    return bodies == BodyCount::all ? most_people : static_cast<int>(bodies);
}

} // namespace kinelens
