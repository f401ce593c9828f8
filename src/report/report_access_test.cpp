// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with reports: every role, every command and question. The table is
// the expectation.

#include <doctest/doctest.h>

#include <string>

#include "inspection/holder_test.h"
#include "report/report_room_test.h"

using namespace sightline;
using namespace sightline::report;
using namespace sightline::report::testing;
using inspection::testing::holder;
using people::testing::check_names_every_role;
using people::testing::mark_of;

namespace {

// list, read, history, one revision, offered figures; start and revise a report; add, revise, move, remove a
// section, set a text aside
// +  done    0  answered, and refused, as if it were not there
struct Expected {
  const char* role;
  const char* marks;
};

constexpr const char* kNothing = "000000000000";
constexpr const char* kReading = "++0000000000";
constexpr const char* kAll = "++++++++++++";
constexpr Expected kExpected[] = {
    {"administrator", kNothing}, {"programme-manager", kNothing},
    {"methodologist", kNothing}, {"moderator", kNothing},
    {"analyst", kAll},           {"editor", kAll},
    {"press-officer", kReading}, {"disclosure-reviewer", kReading},
    {"evaluator", kNothing},     {"home-office-official", kNothing},
    {"panel-member", kNothing},  {"lead-inspector", kNothing},
    {"inspector", kNothing},     {"partner-inspector", kNothing},
    {"hm-inspector", kReading},  {"liaison-officer", kNothing},
    {"body-auditor", kNothing},  {"chief-officer", kNothing},
    {"local-partner", kNothing}, {"policing-body-officer", kNothing},
    {"nobody", kNothing},
};

std::string marks(ReportRoom& room, const people::Actor& actor) {
  static int asked = 0;
  const std::string fresh = "fresh-" + std::to_string(++asked);
  const char *programme = ReportRoom::kProgramme, *key = ReportRoom::kReport;
  const Section mine = room.add("To be changed", "Text."), other = room.add("To be removed", "Text.");
  sql::Snapshot snapshot = room.office.journal.snapshot();
  std::string row;
  row += mark_of(reports_of(snapshot, actor, programme, 1).cut.total > 0 &&
                 !programmes_with_reports(snapshot, actor).empty());
  row += mark_of(room.report(actor).has_value() && report_view(snapshot, actor, programme, key));
  row += mark_of(room.history(actor, 1));
  row += mark_of(room.revision(actor, 1, 1));
  row += mark_of(room.offered(actor).cut.total > 0);
  row += mark_of(room.office.journal, actor, StartReport{programme, fresh, "Fresh"});
  row += mark_of(room.office.journal, actor,
                 ReviseReport{programme, key, room.report().revision, "Title " + fresh});
  row += mark_of(room.office.journal, actor, AddSection{programme, key, "Added", "Text."});
  row +=
      mark_of(room.office.journal, actor, ReviseSection{programme, key, mine.number, 1, "Changed", "Text."});
  row += mark_of(room.office.journal, actor, MoveSection{programme, key, mine.number, Direction::Up});
  row += mark_of(room.office.journal, actor, RemoveSection{programme, key, other.number, "A reason."});
  row += mark_of(room.office.journal, actor, SetTextAside{programme, key, other.number, 0, "Title", "Text."});
  return row;
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with reports") {
  check_names_every_role(kExpected);
}

TEST_CASE(
    "analysts and editors write reports, and press officers, disclosure reviewers and HM inspectors read "
    "them; everybody else is refused as if there were none") {
  in_each_report_room([](ReportRoom& room) {  // Handbook §2.8, §12
    const inspection::InspectionId inspection = room.planned();
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room.office, expected.role, room.force, inspection)) == expected.marks);
    }
  });
}
