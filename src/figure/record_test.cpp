// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A frozen figure is worked out again from its inputs: what was recorded since in the
// proper way does not change it, what was altered past the journal does. Handbook §7.32.

#include "figure/record.h"

#include <doctest/doctest.h>

#include "figure/figure_room_test.h"

using namespace sightline;
using namespace sightline::figure;
using namespace sightline::figure::testing;

namespace {

/// Every measure of the room, some over a period.
struct Frozen {
  Measure measure;
  Population population;
  Value value;
};

std::vector<Frozen> everything(FigureRoom& room) {
  const Population in_2026{.fieldwork_from = PartialDate::from_iso("2026"),
                           .fieldwork_until = PartialDate::from_iso("2026")};
  std::vector<Frozen> all;
  const auto freeze = [&](const Measure& measure, const Population& population) {
    all.push_back({measure, population, *room.comes_to(measure, population)});
  };
  for (const Population& population : {Population{}, in_2026}) {
    freeze(Inspections{}, population);
    freeze(Bodies{}, population);
    freeze(Cases{kScale}, population);
    freeze(ShareOfCases{kScale, "overall", {"Inadequate"}}, population);
    freeze(GradesByArea{kScale}, population);
    freeze(BodyAgainstInspectors{kScale, "overall"}, population);
    freeze(ThemeInspections{"investigation"}, population);
    freeze(ThemeForces{"drift"}, population);
    freeze(Themes{}, population);
    freeze(Findings{finding::Direction::Weakness}, population);
    freeze(Recommendations{recommendation::Term::WithinThreeMonths, people::OrganisationKind::PoliceForce},
           population);
    freeze(InspectionsByKind{}, population);
  }
  return all;
}

void check_as_frozen(FigureRoom& room, const std::vector<Frozen>& all) {
  for (const Frozen& each : all) {
    CAPTURE(word(kind_of(each.measure)));
    const Result<Value> again = room.again(each.measure, each.value.inputs, each.population);
    REQUIRE_MESSAGE(bool(again), (again ? "" : again.refusal().message));
    CHECK(*again == each.value);
  }
}

/// Which measures, frozen before, do not come to the same after that statement.
std::string changed_by(std::string_view statement) {
  std::string changed;
  sql::testing::on_each_engine([&](sql::Database& database) {
    FigureRoom room(database);
    room.publish();
    const std::vector<Frozen> all = everything(room);
    room.alter(statement);
    std::string here;
    for (const Frozen& each : all) {
      const Result<Value> again = room.again(each.measure, each.value.inputs, each.population);
      const std::string name(word(kind_of(each.measure)));
      if ((!again || !(*again == each.value)) && here.find(name + " ") == std::string::npos)
        here += name + " ";
    }
    CHECK((changed.empty() || changed == here));
    changed = here;
  });
  return changed;
}

}  // namespace

TEST_CASE("worked out again at once, every figure comes to the same and rests on the same") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    check_as_frozen(room, everything(room));
  });
}

TEST_CASE("a frozen figure comes to the same after a case was opened again and graded otherwise") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const std::vector<Frozen> all = everything(room);
    room.grade_anew();
    CHECK(room.number(ShareOfCases{kScale, "overall", {"Inadequate"}}) == Number{3, 5});
    check_as_frozen(room, all);
  });
}

TEST_CASE(
    "a frozen figure comes to the same after dates, themes, codings, findings and recommendations moved on") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const std::vector<Frozen> all = everything(room);
    const inspection::Dates dates{.fieldwork = inspection::Fieldwork{*Period::from_iso("2025-11")},
                                  .report = PartialDate::from_iso("2027-03")};
    REQUIRE(room.journal.perform(
        room.the_operator, inspection::SetDates{room.planned.id, room.inspection().dates_revision, dates}));
    REQUIRE(room.journal.perform(
        room.analyst, theme::ReviseTheme{"invented", "drift", 1, {"Slow going", "What it means now."}}));
    room.add_theme("another");
    room.move(inspection::StageAction::Reopen);
    REQUIRE(
        room.journal.perform(room.moderator, finding::ReopenFinding{{room.planned.key, 1, 3}, "Too broad."}));
    CHECK(room.number(Inspections{}, {.fieldwork_from = PartialDate::from_iso("2026")}).count == 0);
    check_as_frozen(room, all);
  });
}

TEST_CASE("a grade that was altered past the journal is found in every figure that counts it") {
  CHECK(changed_by("update judgement set grade_rank = 1 where area = 'overall' and grade_rank = 3 and "
                   "assessment_id in "
                   "(select id from assessment where assessor_type = 'inspectors')") ==
        "share-of-cases grades-by-area body-against-inspectors ");
}

TEST_CASE("a judgement that was deleted past the journal is found") {
  CHECK(
      changed_by(
          "delete from judgement_now where area = 'overall'; delete from judgement where area = 'overall'") ==
      "cases share-of-cases grades-by-area body-against-inspectors ");
}

TEST_CASE("an agreement that was taken back past the journal is found") {
  CHECK(changed_by("update assessment_revision set state = 'submitted' where state = 'agreed'") ==
        "cases share-of-cases grades-by-area body-against-inspectors ");
}

TEST_CASE("dates that were altered past the journal are found where a period is counted") {
  const std::string changed =
      changed_by("update inspection_dates set fieldwork = '2019' where fieldwork is not null");
  CHECK(changed.starts_with("inspections bodies cases "));
}

TEST_CASE("codings, findings and recommendations that were altered past the journal are found") {
  CHECK(changed_by("delete from coding_memo").empty());
  CHECK(changed_by("delete from coding") == "theme-inspections theme-bodies themes ");
  CHECK(changed_by("update finding_revision set direction = 'strength'") == "findings ");
  CHECK(changed_by("update recommendation_revision set term = 'immediately'") == "recommendations ");
  CHECK(changed_by("update theme_revision set name = 'Nothing'") == "themes ");
}

TEST_CASE("what was held at a revision is what was added by then and not yet taken away") {
  const Held<int> held{7, 2, 4};
  CHECK_FALSE(held.holds_at(1));
  CHECK(held.holds_at(2));
  CHECK(held.holds_at(3));
  CHECK_FALSE(held.holds_at(4));
}
