#include "core/import/import_job.h"

namespace kinelens {

#define IMPORT_TEXT(text) KINELENS_TEXT("ImportOptions", text)

template <>
const OptionFields<ImportOptions>& option_fields<ImportOptions>() {
    using O = ImportOptions;
    static const OptionFields<O> fields{
        option_field(&O::format,
                     {.key = "format",
                      .kind = OptionKind::choice,
                      .label = IMPORT_TEXT("Format"),
                      .help = IMPORT_TEXT("Kind of files; auto decides by their names and endings."),
                      .choices = {"auto", "ntu", "pku", "recipe", "npz", "npy"}}),
        option_field(&O::recipe, {.key = "recipe",
                                  .kind = OptionKind::text,
                                  .label = IMPORT_TEXT("Recipe"),
                                  .help = IMPORT_TEXT("How text or array files are laid out: a built-in name "
                                                      "(precog2016, ui_prmd) or a JSON file.")}),
        option_field(&O::skeleton,
                     {.key = "skeleton",
                      .kind = OptionKind::text,
                      .label = IMPORT_TEXT("Skeleton"),
                      .help = IMPORT_TEXT("Joint layout of arrays without a recipe: a built-in name "
                                          "(ntu25, kinect20, uiprmd22) or a JSON file.")}),
        option_field(&O::exclude,
                     {.key = "exclude",
                      .kind = OptionKind::path,
                      .label = IMPORT_TEXT("Leave out"),
                      .help = IMPORT_TEXT("A list of recordings to leave out, one name a line.")}),
        option_field(&O::name, {.key = "name",
                                .kind = OptionKind::text,
                                .label = IMPORT_TEXT("Dataset name"),
                                .help = IMPORT_TEXT(
                                    "Empty: the output file's name, or where that says nothing (data, csv, "
                                    "skeletons) the recipe's or the folder's.")}),
        option_field(&O::trim, {.key = "trim",
                                .kind = OptionKind::boolean,
                                .label = IMPORT_TEXT("Trim to intervals"),
                                .help = IMPORT_TEXT("Make one sequence of every labelled interval.")}),
        option_field(&O::bodies,
                     {.key = "bodies",
                      .kind = OptionKind::integer,
                      .label = IMPORT_TEXT("Bodies"),
                      .help = IMPORT_TEXT("Bodies kept of each Kinect recording, the most energetic first."),
                      .symbol = "M",
                      .minimum = 1,
                      .maximum = 4}),
        option_field(&O::threads, {.key = "threads",
                                   .kind = OptionKind::integer,
                                   .label = IMPORT_TEXT("Threads"),
                                   .help = IMPORT_TEXT("Files read at a time; 0 uses every core."),
                                   .minimum = 0,
                                   .maximum = 256,
                                   .expert = true})};
    return fields;
}

} // namespace kinelens
