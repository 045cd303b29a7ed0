// The commit that a program is built from. What defines it is generated at every build
// (packaging/cmake/KinelensRevision.cmake) and linked by the programs alone, which tell set_code_revision()
// of it: so a commit makes nothing else anew.
#pragma once

namespace kinelens {

const char* code_revision(); // "1a2b3c4d5"; empty where the sources are no git checkout

} // namespace kinelens
