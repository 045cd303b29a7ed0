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
endfunction()
