# Run as a script: writes OUTPUT, a C++ file holding every file under FOLDER as a byte string.
# The core finds skeleton layouts, presets and recipes there, so a copied binary needs no data folder.
file(GLOB_RECURSE files RELATIVE "${FOLDER}" "${FOLDER}/*.json")
list(SORT files)
set(body "")
foreach(name IN LISTS files)
  file(READ "${FOLDER}/${name}" text)
  string(APPEND body "    {\"${name}\", R\"kinelens~(${text})kinelens~\"},\n")
endforeach()
file(WRITE "${OUTPUT}.new"
"// Generated from resources/: do not edit.
#include \"core/foundation/resources.h\"

namespace kinelens {
const std::vector<EmbeddedResource>& embedded_resources() {
    static const std::vector<EmbeddedResource> resources = {
${body}    };
    return resources;
}
} // namespace kinelens
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
