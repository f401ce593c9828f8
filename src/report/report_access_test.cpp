// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Who may do what with reports: every role, every command and question. The table is
// the expectation.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "report/report_room_test.h"

using namespace sightline;
using namespace sightline::report;
using namespace sightline::report::testing;

namespace {

// list, read, history, one revision, offered figures; start and revise a report; add, revise, move, remove a
// section, set a text aside
// +  done    0  answered, and refused, as if it were not there
struct Expected {
  const char* role;
  const char* marks;
};

constexpr const char* kNothing = "000000000000";
constexpr const char* kAll = "++++++++++++";
constexpr Expected kExpected[] = {
    {"administrator", kNothing},
    {"programme-manager", kNothing},
    {"methodologist", kNothing},
    {"moderator", kNothing},
    {"analyst", kAll},
    {"editor", kAll},
    {"press-officer", kNothing},
    {"disclosure-reviewer", kNothing},
    {"lead-inspector", kNothing},
    {"inspector", kNothing},
    {"liaison-officer", kNothing},
    {"body-auditor", kNothing},
    {"chief-officer", kNothing},
    {"policing-body-officer", kNothing},
    {"nobody", kNothing},
};

char mark_of(bool is_there) {
  return is_there ? '+' : '0';
}
template <class T>
char mark_of(const Result<T>& result) {
  if (!result) CHECK(result.refusal().kind == Refusal::Kind::NotFound);
  return mark_of(static_cast<bool>(result));
}

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
  row += mark_of(room.perform(actor, StartReport{programme, fresh, "Fresh"}));
  row += mark_of(room.perform(actor, ReviseReport{programme, key, room.report().revision, "Title " + fresh}));
  row += mark_of(room.perform(actor, AddSection{programme, key, "Added", "Text."}));
  row += mark_of(room.perform(actor, ReviseSection{programme, key, mine.number, 1, "Changed", "Text."}));
  row += mark_of(room.perform(actor, MoveSection{programme, key, mine.number, Direction::Up}));
  row += mark_of(room.perform(actor, RemoveSection{programme, key, other.number, "A reason."}));
  row += mark_of(room.perform(actor, SetTextAside{programme, key, other.number, 0, "Title", "Text."}));
  return row;
}

people::Actor holder(ReportRoom& room, const std::string& role, inspection::InspectionId inspection) {
  const std::optional<people::Role> known = from_word<people::Role>(role);
  if (!known) return room.person(role);
  switch (people::describe(*known).reach) {
    case people::Reach::Everywhere:
      return room.person(role + "-here", {{.role = *known, .organisation = {}}});
    case people::Reach::OneOrganisation:
      return room.person(role + "-here", {{.role = *known, .organisation = room.force}});
    case people::Reach::OneInspection:
      break;
  }
  return room.member_of(inspection, role + "-here", *from_word<inspection::TeamRole>(role));
}

}  // namespace

TEST_CASE("every role is in the table of who may do what with reports") {
  for (const people::RoleDescription& description : people::roles()) {
    CAPTURE(word(description.role));
    CHECK(std::ranges::count(kExpected, word(description.role),
                             [](const Expected& row) { return std::string_view(row.role); }) == 1);
  }
}

TEST_CASE("analysts and editors write reports; everybody else is refused as if there were none") {
  in_each_report_room([](ReportRoom& room) {  // Handbook §2.8, §12
    const inspection::InspectionId inspection = room.planned();
    for (const Expected& expected : kExpected) {
      CAPTURE(expected.role);
      CHECK(marks(room, holder(room, expected.role, inspection)) == expected.marks);
    }
  });
}
