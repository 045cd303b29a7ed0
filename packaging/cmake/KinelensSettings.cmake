# Compiler settings shared by every target of the project.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# Where programs look for libraries is written once, the same for the build and the installed tree: the folders outside
# the system's own that something was linked from. Left to itself CMake would end the build tree's list in an empty
# element, room for the installed one, and an empty element is the folder that a program is started in: whoever leaves
# a libz.so.1 there runs in it.
set(CMAKE_BUILD_WITH_INSTALL_RPATH ON)
set(CMAKE_INSTALL_RPATH_USE_LINK_PATH ON)

find_program(KINELENS_CCACHE ccache)
option(KINELENS_USE_CCACHE "Compile through ccache where it is installed" ON)
if(KINELENS_CCACHE AND KINELENS_USE_CCACHE)
  # Precompiled headers are only cached when ccache may ignore their time stamps. It goes by the compiler's lists of
  # included files (CCACHE_DEPEND): its own preprocessing would read the old precompiled header where a new one is to
  # be made of a changed torch_include.h, and serve what it once made of that.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_DEPEND=1 CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
      "${KINELENS_CCACHE}")
endif()

if(NOT KINELENS_SHARED)
  if(DEFINED ENV{KINELENS_SHARED})
    set(KINELENS_SHARED "$ENV{KINELENS_SHARED}")
  else()
    set(KINELENS_SHARED "${CMAKE_SOURCE_DIR}/../shared")
  endif()
endif()

add_library(kinelens_settings INTERFACE)
target_compile_options(kinelens_settings INTERFACE -Wall -Wextra -Wshadow -Wconversion)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(kinelens_settings INTERFACE -Wno-restrict) # GCC bug 105329: false alarms on std::string +
endif()
if(KINELENS_WERROR)
  target_compile_options(kinelens_settings INTERFACE -Werror)
endif()
if(KINELENS_SANITIZE)
  # GCC 12 takes std::regex for uninitialised where it instruments it.
  target_compile_options(kinelens_settings INTERFACE -fsanitize=${KINELENS_SANITIZE} -fno-omit-frame-pointer
                         -Wno-maybe-uninitialized)
  set(suppressions "suppressions=${CMAKE_SOURCE_DIR}/packaging/sanitizers")
  set(KINELENS_TEST_ENVIRONMENT ";LSAN_OPTIONS=${suppressions}/leaks.txt;TSAN_OPTIONS=${suppressions}/threads.txt:die_after_fork=0")
  # Mesa's driver is unloaded before the leak checker looks: what it keeps has no name that could be left out; and
  # it holds more locks at a time than the deadlock detector can count.
  set(KINELENS_DISPLAY_TEST_ENVIRONMENT
      "${KINELENS_TEST_ENVIRONMENT}:detect_deadlocks=0;ASAN_OPTIONS=detect_leaks=0")
  target_link_options(kinelens_settings INTERFACE -fsanitize=${KINELENS_SANITIZE})
endif()
# A hundred links of a build are a minute of ld's and some seconds of mold's.
find_program(KINELENS_MOLD mold)
if(KINELENS_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  target_link_options(kinelens_settings INTERFACE -fuse-ld=mold)
endif()
# For windows, verbs and tests, which wait for people and disks: what counts is done in the core and the drawing.
set(KINELENS_LIGHT_OPTIONS $<$<CONFIG:Release>:-O2>)
set(KINELENS_TEST_OPTIONS $<$<CONFIG:Release>:-O1>)
# For sources whose loops are to become vector code (core/foundation/vector_code.h).
set(KINELENS_VECTOR_OPTIONS -O3 -fopenmp-simd -ffp-contract=fast -fno-math-errno -fno-trapping-math -Wno-psabi)
target_compile_definitions(kinelens_settings INTERFACE KINELENS_VERSION="${PROJECT_VERSION}")
