// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// One demonstration, made for real from the files of this repository, for all the
// tests that only look at it.

#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "demo.h"
#include "inspection/inspection_service.h"
#include "people/person_service.h"
#include "platform/clock/clock.h"
#include "platform/extract/extractor.h"

namespace sightline::demo {

using std::filesystem::path;

inline constexpr const char* kPassword = "invented for the tests";

/// Empty, and gone with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "sightline-demo-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(folder_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  path operator/(std::string_view name) const { return folder_ / name; }

 private:
  path folder_;
};

inline Result<Demonstration> make_in(const path& into, WithProgramme with_programme, const path& source = ".",
                                     const char* password = kPassword) {
  const TemporaryFolder web;
  for (const char* name : {"sightline.css", "sightline.js", "icon.svg"}) std::ofstream(web / name) << "/**/";
  return make({.into = into,
               .source = source,
               .web = web / "",
               .extractor = extract::program_beside_this_one(),
               .password = password,
               .with_programme = with_programme},
              [](std::uint64_t, std::uint64_t) {});
}

/// One demonstration for all the tests that only look at it.
struct Made {
  TemporaryFolder folder;
  path into = folder / "new";
  Demonstration demonstration = *make_in(into, WithProgramme::Yes);
  sql::Database database{(into / "sightline.db").string()};
  clock::SystemClock clock;
  journal::Journal journal{database, clock};

  /// `sql` outlives the database.
  std::int64_t count(std::string_view sql, sql::Binds binds = {}) {
    sql::Snapshot snapshot = journal.snapshot();
    return snapshot.read_one({sql, sql}, binds)->get<std::int64_t>("n");
  }
  people::Actor actor(std::string_view email) {
    sql::Snapshot snapshot = journal.snapshot();
    return people::actor_named(snapshot,
                               people::find_person_by_email(snapshot, people::the_operator(), email)->id)
        .value();
  }
  bool sees(std::string_view email, std::string_view inspection_key) {
    sql::Snapshot snapshot = journal.snapshot();
    return inspection::find_inspection(snapshot, actor(email), inspection_key).has_value();
  }
};

inline Made& made() {
  static Made only;
  return only;
}

inline std::string text_of(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

inline std::vector<std::string> lines_of(const path& file) {
  std::istringstream text(text_of(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

/// Rows below the header. No cell of these files spans lines.
inline std::int64_t rows_of(const path& file) {
  return static_cast<std::int64_t>(lines_of(file).size()) - 1;
}

inline std::int64_t lines_with(const path& file, std::string_view words) {
  const std::vector<std::string> lines = lines_of(file);
  return std::ranges::count_if(lines, [&](const std::string& line) { return line.find(words) != line.npos; });
}

/// A count in the summary: "invented", "cases".
inline std::int64_t counted(const json::Object& summary, std::string_view of, std::string_view what) {
  return *summary.find(of)->get_if<json::Object>()->find(what)->get_if<std::int64_t>();
}

}  // namespace sightline::demo
