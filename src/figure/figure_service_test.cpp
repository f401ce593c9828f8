// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The figures of a programme: how they are defined and changed, what counts, and what
// they rest on.

#include "figure/figure_service.h"

#include <doctest/doctest.h>

#include "figure/basis_store.h"
#include "figure/facts_store.h"
#include "figure/figure_room_test.h"
#include "figure/figure_store.h"
#include "figure/record_store.h"
#include "people/conflict_service.h"
#include "platform/sql/testing.h"

using namespace sightline;
using namespace sightline::figure;
using namespace sightline::figure::testing;

namespace {

std::int64_t count_of(FigureRoom& room, std::string_view statement) {
  sql::Snapshot snapshot = room.journal.snapshot();
  return snapshot.read_one({"figure.test_count", statement})->get<std::int64_t>("n");
}

/// "counted: 2 of 3, used: 1 of 1": things of records.
std::string parts_of(const Explanation& explanation) {
  std::string parts;
  for (const Group& group : explanation.groups)
    parts += (parts.empty() ? "" : ", ") + std::string(word(group.part)) + ": " +
             std::to_string(group.things) + " of " + std::to_string(group.records);
  return parts;
}

}  // namespace

TEST_CASE("every query about figures runs on both engines") {
  sql::testing::check_queries(figures::queries());
  sql::testing::check_queries(facts::queries());
  sql::testing::check_queries(records::queries());
  sql::testing::check_queries(bases::queries());
}

TEST_CASE("an analyst defines a figure and an editor changes it; what it counted before stays on record") {
  in_each_figure_room([](FigureRoom& room) {
    const auto defined =
        room.journal.perform(room.analyst, DefineFigure{"invented", "inadequate", room.share()});
    REQUIRE(defined);
    CHECK(defined->revision == 1);
    const FigureDetails other = FigureRoom::details(Cases{kScale});
    const auto revised = room.journal.perform(room.editor, ReviseFigure{"invented", "inadequate", 1, other});
    REQUIRE(revised);
    CHECK(revised->revision == 2);
    sql::Snapshot snapshot = room.journal.snapshot();
    CHECK(find_figure(snapshot, room.analyst, "invented", "inadequate")->figure.details == other);
    CHECK(count_of(room, "select count(*) as n from figure_revision") == 2);
  });
}

TEST_CASE("a figure is refused with everything that is wrong with it at once, and nothing of it stays") {
  in_each_figure_room([](FigureRoom& room) {
    FigureDetails details = FigureRoom::details(ShareOfCases{"five-stars", "overall", {}});
    details.title = " ";
    const auto refused = room.journal.perform(room.analyst, DefineFigure{"invented", "Not a key", details});
    for (const char* field : {"key", "title", "scale", "grades"}) CHECK(is_refused_for(refused, field));
    details = FigureRoom::details(ShareOfCases{kScale, "weather", {"Excellent"}});
    const auto unknown = room.journal.perform(room.analyst, DefineFigure{"invented", "a-key", details});
    for (const char* field : {"area", "grades"}) CHECK(is_refused_for(unknown, field));
    details = FigureRoom::details(ThemeForces{"weather"});
    CHECK(is_refused_for(room.journal.perform(room.analyst, DefineFigure{"invented", "a-key", details}),
                         "theme"));
    CHECK(count_of(room, "select count(*) as n from figure") == 0);
    CHECK(is_refused(room.journal.perform(room.analyst, DefineFigure{"elsewhere", "a-key", room.share()}),
                     Refusal::Kind::NotFound));
  });
}

TEST_CASE("two figures of a programme never have one key") {
  in_each_figure_room([](FigureRoom& room) {
    room.defined("inadequate", room.share());
    CHECK(is_refused_for(
        room.journal.perform(room.analyst, DefineFigure{"invented", "inadequate", room.share()}), "key"));
  });
}

TEST_CASE("whoever changes a figure that was changed meanwhile is told, and changes nothing") {
  in_each_figure_room([](FigureRoom& room) {
    room.defined("inadequate", room.share());
    REQUIRE(room.journal.perform(
        room.editor, ReviseFigure{"invented", "inadequate", 1, FigureRoom::details(Inspections{})}));
    CHECK(is_refused(room.journal.perform(room.analyst, ReviseFigure{"invented", "inadequate", 1,
                                                                     FigureRoom::details(Bodies{})}),
                     Refusal::Kind::Conflict));
    CHECK(count_of(room, "select count(*) as n from figure_revision") == 2);
  });
}

TEST_CASE("changing a figure to what it is already leaves no trace") {
  in_each_figure_room([](FigureRoom& room) {
    room.defined("inadequate", room.share());
    REQUIRE(room.journal.perform(room.editor, ReviseFigure{"invented", "inadequate", 1, room.share()}));
    CHECK(count_of(room, "select count(*) as n from figure_revision") == 1);
  });
}

TEST_CASE("nothing of an inspection counts before it is published") {  // Handbook §7.25
  in_each_figure_room([](FigureRoom& room) {
    CHECK(room.number(Inspections{}).count == 0);
    CHECK(room.number(Findings{}).count == 0);
    CHECK(room.number(Recommendations{}).count == 0);
    CHECK(room.comes_to(Cases{kScale}).refusal().message == "No inspection here uses the scale \"three\".");
    room.publish();
    CHECK(room.number(Inspections{}).count == 1);
    room.move(inspection::StageAction::Reopen);
    CHECK(room.number(Inspections{}).count == 0);
  });
}

TEST_CASE("only what inspectors agreed, what stands and what was settled counts") {  // Handbook §7.25
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    CHECK(room.number(Cases{kScale}).count == 5);
    CHECK(room.number(ShareOfCases{kScale, "overall", {"Inadequate"}}) == Number{2, 5});
    CHECK(room.number(Bodies{}).count == 1);
    CHECK(room.number(ThemeInspections{"investigation"}) == Number{1, 1});
    CHECK(room.number(ThemeForces{"drift"}).count == 1);
    CHECK(room.number(Findings{}).count == 1);
    CHECK(room.number(Findings{finding::Direction::Strength}).count == 0);
    CHECK(room.number(Recommendations{recommendation::Term::WithinThreeMonths, {}}).count == 1);
    CHECK(room.number(Recommendations{{}, people::OrganisationKind::Government}).count == 0);
  });
}

TEST_CASE("the tables of a programme have a row for every area, grade, theme and kind of inspection") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const auto table = [&](const Measure& measure) {
      return std::get<Table>(room.comes_to(measure)->content);
    };
    const Table areas = table(GradesByArea{kScale});
    REQUIRE(areas.rows.size() == 2);
    CHECK(areas.rows[1] == Table::Row{"The case as a whole", {1, 2, 2}});
    const Table compared = table(BodyAgainstInspectors{kScale, "overall"});
    CHECK(compared.rows[0] == Table::Row{"Good", {1, 0, 0}});
    const Table themes = table(Themes{});
    REQUIRE(themes.rows.size() == 2);
    CHECK(themes.rows[0] == Table::Row{"About investigation", {1, 1}});
    CHECK(table(InspectionsByKind{}).rows == std::vector<Table::Row>{{"Child protection inspection", {1}}});
  });
}

TEST_CASE("all figures of a report are worked out of one moment, and those that cannot be are named") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    room.defined("inadequate", room.share());
    room.defined("initial", room.details(ThemeForces{"drift"}));
    room.defined("later", room.details(Cases{kScale}, {.fieldwork_from = PartialDate::from_iso("2040")}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const WorkedFigures all =
        work_out_all(snapshot, room.programme, {"inadequate", "initial", "later", "missing"});
    CHECK(all.entry == journal::position(snapshot));
    CHECK(all.worked.size() == 2);
    CHECK(std::get<Number>(all.worked.at("inadequate").value.content) == Number{2, 5});
    REQUIRE(all.refused.size() == 2);
    CHECK(all.refused[0].first == "later");
    CHECK(all.refused[0].second.kind == Refusal::Kind::Invalid);
    CHECK(all.refused[1].first == "missing");
    CHECK(all.refused[1].second.kind == Refusal::Kind::NotFound);
  });
}

TEST_CASE("the list of figures is cut into pages and says of each what it comes to or why it cannot") {
  in_each_figure_room([](FigureRoom& room) {
    for (int i = 0; i < kFiguresOnAPage; ++i)
      room.defined("figure-" + std::to_string(100 + i), room.details(Inspections{}));
    room.defined("z-cases", room.details(Cases{kScale}));
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto first = figures_of(snapshot, room.editor, "invented", 1);
    const auto second = figures_of(snapshot, room.editor, "invented", 2);
    REQUIRE(first);
    CHECK(first->figures.items.size() == kFiguresOnAPage);
    CHECK(first->figures.items[0].value);
    REQUIRE(second->figures.items.size() == 1);
    CHECK(second->figures.items[0].figure.key == "z-cases");
    CHECK_FALSE(second->figures.items[0].value);
  });
}

TEST_CASE("a value leads to every record behind it, each with its address and the revision that counted") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const Value share = *room.comes_to(ShareOfCases{kScale, "overall", {"Inadequate"}});
    const Explanation all = room.explained(room.analyst, share);
    CHECK(all.hidden == 0);
    REQUIRE(all.shown.items.size() == 6);  // five cases and the inspection
    CHECK(all.shown.items[2].address == "/inspections/" + room.planned.key + "/cases/" + room.first);
    CHECK(all.shown.items[2].revision == 3);
    CHECK(all.shown.items[5].record == "The inspection and its dates");
    const Explanation second = room.explained(room.analyst, share, 2, 4);
    CHECK(second.shown.cut.pages == 2);
    CHECK(second.shown.items.size() == 2);
    const Explanation recommended = room.explained(room.analyst, *room.comes_to(Recommendations{}));
    REQUIRE(recommended.shown.items.size() == 2);
    CHECK(recommended.shown.items[0].address ==
          "/programmes/invented/recommendations/" + recommendation::key_of(room.recommended));
  });
}

TEST_CASE("of the five cases behind a share the two that were counted come first, the other three next") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const Explanation all =
        room.explained(room.analyst, *room.comes_to(ShareOfCases{kScale, "overall", {"Inadequate"}}));
    CHECK(parts_of(all) == "counted: 2 of 2, in-the-whole: 3 of 3, used: 1 of 1");
    const Explanation grades = room.explained(room.analyst, *room.comes_to(GradesByArea{kScale}));
    CHECK(parts_of(grades) == "counted: 5 of 5, used: 1 of 1");
    REQUIRE(grades.shown.items[0].counted_in.size() == 2);  // an area, and the case as a whole
    CHECK(in_words(grades.shown.items[0].counted_in[1]) == "The case as a whole, Good");
    CHECK(parts_of(room.explained(room.analyst, *room.comes_to(BodyAgainstInspectors{kScale, "overall"}))) ==
          "counted: 1 of 2, used: 1 of 1");
    const Explanation themes = room.explained(room.analyst, *room.comes_to(Themes{}));
    CHECK(in_words(themes.shown.items[0].counted_in[0]) == "About investigation, Inspections and Forces");
  });
}

TEST_CASE("an inspection is not said to be counted for a theme to whoever may read none of its evidence") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    for (const Measure& measure :
         std::initializer_list<Measure>{ThemeInspections{"drift"}, ThemeForces{"drift"}, Themes{}}) {
      const Value value = *room.comes_to(measure);
      CHECK(parts_of(room.explained(room.analyst, value)).starts_with("counted: 1 of 1, used: "));
      const Explanation to_editor = room.explained(room.editor, value);
      CHECK(parts_of(to_editor) == "used: 1 of 1");
      CHECK(to_editor.shown.items[0].counted_in.empty());
    }
  });
}

TEST_CASE("whoever may not see a record is told only that there are more") {  // Handbook §2.7, §7.31
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const Value share = *room.comes_to(ShareOfCases{kScale, "overall", {"Inadequate"}});
    const Explanation to_editor = room.explained(room.editor, share);
    CHECK(parts_of(to_editor) == "used: 1 of 1");  // that there was an inspection, but none of its cases
    CHECK_FALSE(to_editor.hidden);  // five cases: their number is for those who may read them (§9.20)
    CHECK(to_editor.hidden_inspections == 1);
    const people::Actor barred = room.person("barred", {{.role = people::Role::Analyst, .organisation = {}}});
    REQUIRE(room.journal.perform(barred,
                                 people::DeclareConflict{room.force, "Served there.", Date(2026, 11, 23)}));
    for (const Measure& measure : std::initializer_list<Measure>{
             ShareOfCases{kScale, "overall", {"Inadequate"}}, ThemeInspections{"drift"}, Findings{}}) {
      const Value value = *room.comes_to(measure);
      const Explanation nothing = room.explained(barred, value);
      CHECK(nothing.shown.items.empty());
      CHECK(nothing.hidden_inspections == 1);
      CHECK(nothing.hidden.value_or(0) > 1);
    }
  });
}

TEST_CASE("the public is told the inspections behind a figure and how much lies there, never a case") {
  in_each_figure_room([](FigureRoom& room) {
    room.publish();
    const Value share = *room.comes_to(ShareOfCases{kScale, "overall", {"Inadequate"}});
    sql::Snapshot snapshot = room.journal.snapshot();
    const auto behind = InspectionsBehind(snapshot, room.programme).of(share.inputs);
    REQUIRE(behind.size() == 1);
    CHECK(behind[0].title == "Invented inspection");
    CHECK(behind[0].body == "Organisation invented-force");
    CHECK(behind[0].records == 5);
  });
}
