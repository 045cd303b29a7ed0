# Run as a script at every build: writes OUTPUT, a C++ file with the short hash of FOLDER's commit, where that is a git
# checkout of its own (and not a tarball unpacked inside another). An unchanged file keeps its time.
set(revision "")
if(EXISTS "${FOLDER}/.git")
  execute_process(COMMAND git -C "${FOLDER}" rev-parse --short=9 HEAD
                  OUTPUT_VARIABLE revision RESULT_VARIABLE failed ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failed)
    set(revision "")
  endif()
endif()
file(WRITE "${OUTPUT}.new"
"// Generated from the git checkout: do not edit.
#include \"core/experiment/code_revision.h\"

namespace kinelens {
const char* code_revision() {
    return \"${revision}\";
}
} // namespace kinelens
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
