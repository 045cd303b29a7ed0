# kinelens_test_program(NAME FOLDER... [LINK LIBRARY...] [DISPLAY PATTERN] [TIMEOUT SECONDS] [ENVIRONMENT VARIABLE=VALUE...])
# One program of all *_test.cpp below the folders (tests/support/test_program.h), and one CTest entry a file, named by
# its path below tests/ and labelled with its first part. Files whose path fits PATTERN draw with OpenGL: they run under
# xvfb-run, others on Qt's offscreen platform. CONFIGURE_DEPENDS finds new files.
find_program(KINELENS_XVFB_RUN xvfb-run)

function(kinelens_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 argument "" "DISPLAY;TIMEOUT" "LINK;ENVIRONMENT")
  set(tests "${CMAKE_SOURCE_DIR}/tests")
  set(files)
  foreach(folder IN LISTS argument_UNPARSED_ARGUMENTS)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${tests}/${folder}/*_test.cpp")
    list(APPEND files ${found})
  endforeach()
  add_executable(${name} ${files} "${tests}/support/test_program.cpp")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  kinelens_moc(${name})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE kinelens_settings Qt6::Test ${argument_LINK})
  target_compile_options(${name} PRIVATE ${KINELENS_TEST_OPTIONS}) # nothing is measured here
  target_compile_definitions(${name} PRIVATE
    KINELENS_SOURCE_FOLDER="${CMAKE_SOURCE_DIR}" KINELENS_BINARY_FOLDER="${CMAKE_BINARY_DIR}"
    KINELENS_SHARED_FOLDER="${KINELENS_SHARED}")
  kinelens_unite(${name})
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path "${tests}" "${file}")
    get_filename_component(stem "${path}" NAME_WLE)
    get_filename_component(folder "${path}" DIRECTORY)
    kinelens_add_test("${folder}/${stem}" ${name} ${stem})
  endforeach()
endfunction()

# One CTest entry; takes what kinelens_test_program() was asked for from its caller.
function(kinelens_add_test test program stem)
  string(REGEX REPLACE "/.*" "" label "${test}")
  if(test MATCHES "^core/learning/")
    list(APPEND label learning)
  endif()
  set(launcher)
  set(environment "LC_ALL=C.UTF-8" "QT_QPA_PLATFORM=offscreen" ${KINELENS_TEST_ENVIRONMENT})
  if(argument_DISPLAY AND test MATCHES "${argument_DISPLAY}" AND KINELENS_XVFB_RUN)
    set(launcher "${KINELENS_XVFB_RUN}" -a -s "-screen 0 1600x1000x24")
    set(environment "LC_ALL=C.UTF-8" "QT_QPA_PLATFORM=xcb" ${KINELENS_DISPLAY_TEST_ENVIRONMENT})
  endif()
  if(NOT argument_TIMEOUT)
    set(argument_TIMEOUT 300)
  endif()
  add_test(NAME "${test}" COMMAND ${launcher} $<TARGET_FILE:${program}> ${stem})
  set_tests_properties("${test}" PROPERTIES LABELS "${label}" TIMEOUT ${argument_TIMEOUT}
    ENVIRONMENT "${environment};${argument_ENVIRONMENT}")
endfunction()
