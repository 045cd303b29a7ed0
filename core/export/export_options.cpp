#include "core/export/export_options.h"

#include "core/options/option_table.h"

namespace kinelens {

template <>
const OptionFields<ExportDataOptions>& option_fields<ExportDataOptions>() {
    using O = ExportDataOptions;
    static const OptionFields<O> fields{
        {&O::format,
         {.key = "format",
          .label = KINELENS_TEXT("Options", "Format"),
          .help =
              KINELENS_TEXT("Options", "What is written: tables (csv), arrays (npz, pyskl, ctrgcn), motion "
                                       "capture (bvh, trc, c3d) or NTU RGB+D's text (skeleton).")}},
        {&O::protocol,
         {.key = "protocol",
          .label = KINELENS_TEXT("Options", "Protocol"),
          .help = KINELENS_TEXT("Options", "Who is on the training side of a pyskl or ctrgcn file, such as "
                                           "ntu60-xsub; empty: everybody.")}},
        {&O::seed,
         {.key = "seed",
          .label = KINELENS_TEXT("Options", "Seed"),
          .help = KINELENS_TEXT("Options", "Of the protocol random: only."),
          .minimum = 0,
          .maximum = 2147483647,
          .expert = true}}};
    return fields;
}

template struct OptionAccess<ExportDataOptions>;

} // namespace kinelens
