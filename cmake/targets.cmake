# Every target of the workbook is made by one of these, in one line.
#
# Most of a build is the reading of headers, so the sources of a library are compiled sixteen at a
# time (CMAKE_UNITY_BUILD). The clang build compiles each by itself, so that none leans on what
# another one includes.

# workbook_headers(<name> <header>... [LIBS <library>...])
#
# Headers that are read once for every target that then names <name> as its HEADERS (but by the clang
# and fuzz builds).
function(workbook_headers name)
  cmake_parse_arguments(ARG "" "" "LIBS" ${ARGN})
  file(CONFIGURE OUTPUT ${name}.cpp CONTENT "")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} workbook_warnings)
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  target_precompile_headers(${name} PRIVATE ${ARG_UNPARSED_ARGUMENTS})
endfunction()

# workbook_library(<name> SOURCES <source>... [PUBLIC <library>...] [PRIVATE <library>...]
#                  [HEADERS <headers>])
function(workbook_library name)
  cmake_parse_arguments(ARG "" "HEADERS" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE} workbook_warnings)
  if(ARG_HEADERS)
    target_precompile_headers(${name} REUSE_FROM ${ARG_HEADERS})
  endif()
endfunction()

# workbook_program(<name> SOURCES <source>... [LIBS <library>...])
function(workbook_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  set_target_properties(${name} PROPERTIES UNITY_BUILD OFF)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LIBS} workbook_warnings)
endfunction()

# workbook_test(<name> <source>... [LABELS <label>...] [LIBS <library>...])
#
# One Catch2 program and one ctest entry, which runs all of its test cases but those tagged
# [sweep]. If there are any of those, a second entry <name>_sweep runs them: the same with many more
# numbers, labelled sweep and rare.
function(workbook_test name)
  cmake_parse_arguments(ARG "" "" "LABELS;LIBS" ${ARGN})
  workbook_program(${name} SOURCES ${ARG_UNPARSED_ARGUMENTS}
    LIBS ${ARG_LIBS} Catch2::Catch2WithMain)
  target_precompile_headers(${name} REUSE_FROM test_headers)
  _workbook_count_test_cases(cases sweeps ${ARG_UNPARSED_ARGUMENTS})
  if(sweeps EQUAL 0)
    workbook_test_entry(${name} ${name} LABELS ${ARG_LABELS})
    return()
  endif()
  if(cases GREATER sweeps)
    workbook_test_entry(${name} ${name} "~[sweep]" LABELS ${ARG_LABELS})
  endif()
  workbook_test_entry(${name}_sweep ${name} "[sweep]" LABELS sweep rare ${ARG_LABELS})
endfunction()

# workbook_test_entry(<name> <command>... [LABELS <label>...])
#
# One ctest entry. 4 is the exit code of a Catch2 program whose test cases were all skipped.
function(workbook_test_entry name)
  cmake_parse_arguments(ARG "" "" "LABELS" ${ARGN})
  add_test(NAME ${name} COMMAND ${ARG_UNPARSED_ARGUMENTS} WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set(timeout 120)
  if("sweep" IN_LIST ARG_LABELS)
    set(timeout 1200)
  endif()
  set_tests_properties(${name} PROPERTIES
    SKIP_RETURN_CODE 4 TIMEOUT ${timeout} LABELS "${ARG_LABELS}")
endfunction()

# Counts the test cases in the sources and those tagged [sweep]; an edited source is counted again.
function(_workbook_count_test_cases cases_out sweeps_out)
  set(cases 0)
  set(sweeps 0)
  foreach(source IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    file(READ ${source} text)
    string(REGEX MATCHALL "(^|\n) *(TEMPLATE_[A-Z_]*)?(TEST_CASE|SCENARIO)" found "${text}")
    list(LENGTH found count)
    math(EXPR cases "${cases} + ${count}")
    string(REPLACE "[sweep]" "@sweep@" text "${text}")
    string(REGEX MATCHALL "@sweep@" found "${text}")
    list(LENGTH found count)
    math(EXPR sweeps "${sweeps} + ${count}")
  endforeach()
  set(${cases_out} ${cases} PARENT_SCOPE)
  set(${sweeps_out} ${sweeps} PARENT_SCOPE)
endfunction()
