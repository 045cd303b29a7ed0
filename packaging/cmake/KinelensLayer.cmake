# kinelens_layer(TARGET FOLDER...): a static library of every source in the folders.
# Headers are included by their path from the project's root ("core/dataset/dataset_reader.h"),
# so that an include line names its layer; tests/architecture checks those lines.
function(kinelens_layer target)
  set(sources)
  foreach(folder IN LISTS ARGN)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h")
    list(APPEND sources ${found})
  endforeach()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${target} PRIVATE kinelens_settings)
  kinelens_unite(${target})
endfunction()

option(KINELENS_UNITE "Compile the files of a folder together, a dozen at a time: much faster" ON)
set(KINELENS_UNITE_FILES 12 CACHE STRING "How many files are compiled together")

# kinelens_unite(TARGET): the target's files are compiled in groups, each of one folder: what a change makes anew
# is a part of its folder, and names in unnamed namespaces need to differ within the folder only.
function(kinelens_unite target)
  if(NOT KINELENS_UNITE)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  get_target_property(home ${target} SOURCE_DIR)
  list(FILTER sources INCLUDE REGEX "\\.cpp$")
  foreach(source IN LISTS sources)
    file(RELATIVE_PATH folder "${home}" "${source}")
    get_filename_component(folder "${folder}" DIRECTORY)
    string(MAKE_C_IDENTIFIER "here_${folder}" folder)
    if(NOT DEFINED count_${folder})
      set(count_${folder} 0)
    endif()
    math(EXPR group "${count_${folder}} / ${KINELENS_UNITE_FILES}")
    math(EXPR count_${folder} "${count_${folder}} + 1")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${folder}_${group}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage) # it takes the files of a group for headers
  endif()
endfunction()

# kinelens_moc(TARGET): Qt's moc runs over the target's files, again whenever a file comes or goes (AUTOMOC alone looks
# only at files that it has seen).
function(kinelens_moc target)
  get_target_property(sources ${target} SOURCES)
  list(JOIN sources "\n" text)
  set(list "${CMAKE_CURRENT_BINARY_DIR}/${target}_files.txt")
  file(CONFIGURE OUTPUT "${list}" CONTENT "${text}\n" @ONLY)
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOGEN_TARGET_DEPENDS "${list}")
endfunction()
