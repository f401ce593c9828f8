// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/public_record_service.h"

#include "exchange/public_record_cli.h"
#include "exchange/record_files_service.h"
#include "exchange/record_folder_test.h"
#include "inspection/inspection_service.h"
#include "people/office_test.h"
#include "response/response_service.h"

namespace sightline::exchange {
namespace {

using people::testing::in_each_office;
using people::testing::is_refused;
using people::testing::Office;
using testing::kFrameworks;
using testing::kRecord;
using testing::RecordFolder;

Result<Imported> import_from(Office& office, const std::filesystem::path& folder) {
  return import_public_record(office.journal, people::the_operator(), folder, {kFrameworks});
}

RecordCounts on_record(Office& office) {
  sql::Snapshot snapshot = office.journal.snapshot();
  return counts_on_record(snapshot, Date(2026, 11, 23));
}

std::int64_t entries(Office& office) {
  sql::Snapshot snapshot = office.journal.snapshot();
  return journal::position(snapshot);
}

TEST_CASE("the public record comes in whole, as one entry of the journal") {
  in_each_office([](Office& office) {
    const auto imported = import_from(office, kRecord);
    REQUIRE_MESSAGE(imported, (imported ? "" : imported.refusal().message));
    CHECK(entries(office) == 1);
    CHECK(imported->named.size() == 11);
    const RecordCounts counts = on_record(office);
    CHECK(counts == imported->record);
    CHECK(counts.forces == 43);
    CHECK(counts.inspections == 70);
    CHECK(counts.responses_expected == 43);
    CHECK(counts.responses_received == 11);
    CHECK(office.journal.verify().entries == 1);
  });
}

TEST_CASE("the same record imported again changes nothing and leaves no entry") {
  in_each_office([](Office& office) {
    REQUIRE(import_from(office, kRecord));
    const RecordCounts before = on_record(office);
    const auto again = import_from(office, kRecord);
    REQUIRE_MESSAGE(again, (again ? "" : again.refusal().message));
    CHECK(again->new_facts == 0);
    CHECK(entries(office) == 1);
    CHECK(on_record(office) == before);
  });
}

TEST_CASE("a record with one more fact brings that fact alone") {
  in_each_office([](Office& office) {
    REQUIRE(import_from(office, kRecord));
    const RecordFolder folder;
    folder.replace("responses.csv", "thematic-2019,Dorset",
                   "thematic-2019,Kent,text,2020-04-22,,a letter,other,\nthematic-2019,Dorset");
    const auto imported = import_from(office, folder.path());
    REQUIRE_MESSAGE(imported, (imported ? "" : imported.refusal().message));
    CHECK(imported->new_facts == 1);
    CHECK(on_record(office).responses_received == 12);
  });
}

TEST_CASE("a record that contradicts what is on record is refused, and nothing of it stays") {
  in_each_office([](Office& office) {
    REQUIRE(import_from(office, kRecord));
    const RecordCounts before = on_record(office);
    // New facts come first in the files, the contradiction after them.
    for (const auto& [file, from, to] :
         {std::tuple{"responses.csv", "Wiltshire,web page", "Wiltshire,pdf document"},
          std::tuple{"published_totals.csv", "177,179,n/a,220", "178,179,n/a,219"},
          std::tuple{"inspections.csv", "2015-01-13", "2015-01-14"},
          std::tuple{"publication.csv", "HMICFRS,,", "HMIC,,"},
          std::tuple{"forces.csv", "Essex,East", "Essex,West"}}) {
      const RecordFolder folder;
      folder.replace("area_to_force.csv", "Croydon,", "Norwich,Norfolk,a test,other\nCroydon,");
      folder.replace(file, from, to);
      const auto imported = import_from(office, folder.path());
      CAPTURE(file);
      CHECK(is_refused(imported, Refusal::Kind::Conflict));
      CHECK(on_record(office) == before);
      CHECK(entries(office) == 1);
    }
  });
}

TEST_CASE("a broken file leaves the database and the journal as they were") {
  in_each_office([](Office& office) {
    const RecordFolder folder;
    folder.replace("responses.csv", "thematic-2019,Wiltshire", "thematic-2019,Wiltshir");
    CHECK(is_refused(import_from(office, folder.path()), Refusal::Kind::Invalid));
    CHECK(on_record(office) == RecordCounts{});
    CHECK(entries(office) == 0);
  });
}

TEST_CASE("the board tells received from no record for all 43 bodies, and the last day is 22 April 2020") {
  in_each_office([](Office& office) {
    REQUIRE(import_from(office, kRecord));
    sql::Snapshot snapshot = office.journal.snapshot();
    const auto board = response::board_of(snapshot, "thematic-2019", Date(2026, 11, 23), {}, 1, 50);
    REQUIRE(board);
    CHECK(board->clock.last_day().in_words() == "22 April 2020");
    CHECK(board->lines.items.size() == 43);
    for (const response::StateCount& count : board->counts) {
      if (count.state == response::BoardState::ReceivedDayUnknown)
        CHECK(count.duties == 11);
      else if (count.state == response::BoardState::NoRecord)
        CHECK(count.duties == 32);
      else
        CHECK(count.duties == 0);
    }
    for (const response::BoardLine& line : board->lines.items) {
      if (line.force_name == "North Yorkshire")  // a mayor by 2024, but not on the day of publication
        CHECK(line.body_name == "Police, Fire and Crime Commissioner for North Yorkshire");
      if (line.force_name == "Greater Manchester") CHECK(line.body_name == "mayor (Greater Manchester)");
    }
  });
}

TEST_CASE("the terminal is told the counts and every row by name") {
  const Imported imported{
      .new_facts = 3,
      .record = {.forces = 43},
      .named = {{"a-total", assessment::SumCheck::DoesNotAddUp, "1 + 1 = 2, reported as 3"}}};
  const std::string words = in_words(imported);
  CHECK(words.find("43 police forces") != std::string::npos);
  CHECK(words.find("a-total: does not add up (1 + 1 = 2, reported as 3)") != std::string::npos);
  CHECK(json::write(in_json(imported)).find("\"verdict\":\"does not add up\"") != std::string::npos);
}

}  // namespace
}  // namespace sightline::exchange
