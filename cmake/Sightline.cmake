# How a layer, a feature, a platform part and their tests become targets.
#
#   sightline_layer(base)                      one library from src/base/
#   sightline_part(sql LINKS SQLite::SQLite3)  one library from src/platform/sql/
#   sightline_feature(people USES journal)     one library from src/people/
#
# A file ending in _test.cpp belongs to the folder's test programme; every other
# .cpp belongs to the library. Each folder's tests are one entry of ctest.
# A part's testing.cpp is linked into the tests of that part and of every feature,
# and into nothing else.

option(SIGHTLINE_TESTS "Build the tests" ON)
option(SIGHTLINE_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(SIGHTLINE_BENCH "Build the measurements" OFF)
set(SIGHTLINE_SANITIZE "" CACHE STRING "Sanitizers, as for -fsanitize=")

add_library(sightline_options INTERFACE)
target_compile_options(sightline_options INTERFACE
  -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  -fstack-protector-strong)
# GCC 12 with optimisation sees overlap in ordinary std::string work where there is none (GCC bug 105651),
# and unset members in designated initialisers of structs that hold one.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sightline_options INTERFACE -Wno-restrict
    $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
endif()
target_compile_definitions(sightline_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(sightline_options INTERFACE -Wl,-z,relro,-z,now)
target_include_directories(sightline_options INTERFACE "${PROJECT_SOURCE_DIR}/src")
# Half a hundred test programs of a hundred megabytes and more are linked in a third of the time.
find_program(SIGHTLINE_MOLD mold)
if(SIGHTLINE_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(sightline_options INTERFACE -fuse-ld=mold)
endif()
# Line tables are all that a report needs; why optimised for debugging: ADR 0021.
if(SIGHTLINE_SANITIZE)
  target_compile_options(sightline_options INTERFACE
    -fsanitize=${SIGHTLINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sightline_options INTERFACE -Og)
  endif()
  target_link_options(sightline_options INTERFACE -fsanitize=${SIGHTLINE_SANITIZE})
  if(SIGHTLINE_SANITIZE STREQUAL "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(sightline_options INTERFACE -Wno-tsan)  # Asio counts references with a fence.
  endif()
endif()
if(SIGHTLINE_FUZZ)
  target_compile_options(sightline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
find_package(Threads REQUIRED)
target_link_libraries(sightline_options INTERFACE Threads::Threads)

if(SIGHTLINE_TESTS)
  find_package(doctest REQUIRED)
  add_library(sightline_test_main STATIC "${PROJECT_SOURCE_DIR}/tests/test_main.cpp")
  target_link_libraries(sightline_test_main PUBLIC sightline_options doctest::doctest)
  add_library(sightline_testing INTERFACE)
endif()

# sightline_folder(target folder links…): library and tests of one folder.
function(sightline_folder target folder)
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cpp")
  set(tests ${sources})
  set(support ${sources})
  list(FILTER sources EXCLUDE REGEX "(_test|/testing)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER support INCLUDE REGEX "/testing\\.cpp$")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC sightline_options ${ARGN})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE sightline_options ${ARGN})
  endif()
  if(SIGHTLINE_TESTS AND tests)
    add_executable(${target}_test ${tests})
    target_link_libraries(${target}_test PRIVATE ${target} sightline_test_main)
    add_test(NAME ${target} COMMAND ${target}_test WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  endif()
  if(SIGHTLINE_TESTS AND support)
    add_library(${target}_testing STATIC ${support})
    target_link_libraries(${target}_testing PUBLIC ${target} doctest::doctest)
    target_link_libraries(${target}_test PRIVATE ${target}_testing)
    target_link_libraries(sightline_testing INTERFACE ${target}_testing)
  endif()
endfunction()

function(sightline_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;PARTS")
  list(TRANSFORM arg_USES PREPEND sightline_)
  if(name STREQUAL "platform")
    add_subdirectory(platform)
  else()
    sightline_folder(sightline_${name} "${CMAKE_CURRENT_SOURCE_DIR}/${name}" ${arg_USES})
  endif()
endfunction()

function(sightline_feature name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
  list(TRANSFORM arg_USES PREPEND sightline_)
  sightline_folder(sightline_${name} "${CMAKE_CURRENT_SOURCE_DIR}/${name}"
    ${arg_USES} sightline_base sightline_platform)
  if(TARGET sightline_${name}_test)
    target_link_libraries(sightline_${name}_test PRIVATE sightline_testing)
  endif()
endfunction()

# A part of platform/: wraps the foreign libraries named after LINKS. One that stands
# APART is linked by those who name it, and by no feature.
function(sightline_part name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "APART" "" "LINKS;USES")
  list(TRANSFORM arg_USES PREPEND sightline_platform_)
  sightline_folder(sightline_platform_${name} "${CMAKE_CURRENT_SOURCE_DIR}/${name}"
    sightline_base ${arg_USES} ${arg_LINKS})
  if(NOT arg_APART)
    target_link_libraries(sightline_platform INTERFACE sightline_platform_${name})
  endif()
endfunction()
