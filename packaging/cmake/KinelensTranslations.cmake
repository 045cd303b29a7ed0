# kinelens_translations(TARGET): every translations/kinelens_<language>.ts becomes a .qm that the target holds under
# :/translations. Building the target `translations` brings the .ts up to date with the words in the sources.
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

function(kinelens_translations target)
  set(folder "${CMAKE_SOURCE_DIR}/translations")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/translations")
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/kinelens_*.ts")
  set(made)
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WLE)
    add_custom_command(
      OUTPUT "${output}/${name}.qm"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${output}"
      COMMAND Qt6::lrelease -silent "${source}" -qm "${output}/${name}.qm"
      DEPENDS "${source}"
      VERBATIM)
    list(APPEND made "${output}/${name}.qm")
  endforeach()
  qt_add_resources(${target} kinelens_translations PREFIX /translations BASE "${output}" FILES ${made})
  add_custom_target(translations COMMAND "${folder}/update.sh" VERBATIM)
endfunction()
