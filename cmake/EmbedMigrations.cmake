# Compiles the files db/migrations/NNNN_name.sql into a library, as the answer of
# sql::migrations(). Included, it defines sightline_embed_migrations; run as a
# script (cmake -DFROM=… -DTO=… -P), it writes the source file.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(SIGHTLINE_EMBED_MIGRATIONS "${CMAKE_CURRENT_LIST_FILE}")
  function(sightline_embed_migrations target folder)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*.sql")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/migrations.cpp")
    # The list of names is part of the command, so that a renamed or deleted file counts as a change.
    list(TRANSFORM files REPLACE ".*/" "" OUTPUT_VARIABLE names)
    list(JOIN names "," names)
    add_custom_command(OUTPUT "${source}"
      COMMAND "${CMAKE_COMMAND}" "-DFROM=${folder}" "-DTO=${source}" "-DNAMES=${names}"
        -P "${SIGHTLINE_EMBED_MIGRATIONS}"
      DEPENDS ${files} "${SIGHTLINE_EMBED_MIGRATIONS}"
      COMMENT "Embedding db/migrations" VERBATIM)
    target_sources(${target} PRIVATE "${source}")
    # clang-tidy reads units before anything is generated.
    set_property(SOURCE "${source}" PROPERTY SKIP_UNITY_BUILD_INCLUSION ON)
  endfunction()
  return()
endif()

string(REPLACE "," ";" NAMES "${NAMES}")
list(SORT NAMES)
set(entries "")
set(expected 0)
foreach(name IN LISTS NAMES)
  math(EXPR expected "${expected} + 1")
  if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_([a-z0-9_]+)\\.sql$")
    message(FATAL_ERROR "db/migrations/${name} is not named NNNN_name.sql")
  endif()
  set(title "${CMAKE_MATCH_2}")
  string(REGEX REPLACE "^0+" "" number "${CMAKE_MATCH_1}")
  if(NOT number STREQUAL "${expected}")
    message(FATAL_ERROR "db/migrations/${name}: the next free number is ${expected}; each is used once, without gaps")
  endif()
  file(READ "${FROM}/${name}" text)
  if(NOT text MATCHES "^--")
    message(FATAL_ERROR "db/migrations/${name} does not open with a comment that says why it exists")
  endif()
  string(APPEND entries "    {${number}, \"${title}\", R\"migration(${text})migration\"},\n")
endforeach()

if(expected EQUAL 0)
  set(body "  return {};\n")
else()
  set(body "  static constexpr Migration kMigrations[] = {\n${entries}  };\n  return kMigrations;\n")
endif()
file(WRITE "${TO}" "// Generated from db/migrations by cmake/EmbedMigrations.cmake.

#include \"platform/sql/migration.h\"

namespace sightline::sql {

std::span<const Migration> migrations() {
${body}}

}  // namespace sightline::sql
")
