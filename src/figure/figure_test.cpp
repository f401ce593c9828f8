// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "figure/figure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace sightline::figure {

namespace {

using inspection::Kind;
using programme::Grade;

const std::string kThreeGrades = "three-grades";

programme::Scale scale_of(const std::string& key, std::vector<std::string> labels) {
  return {.key = key, .name = key, .labels = std::move(labels), .source = "invented for a test"};
}

InspectionFact inspection_of(std::int64_t id, Kind kind, const char* fieldwork, std::int64_t body) {
  return {.inspection = id,
          .dates_revision = 1,
          .kind = kind,
          .fieldwork = Period::from_iso(fieldwork),
          .body = body,
          .forces = {body},
          .framework = 1,
          .scale = kThreeGrades,
          .cases = {},
          .codings = {},
          .findings = {}};
}

/// A case whose overall area inspectors graded; `body` is the body's own grade, 0 for none.
CaseFact case_of(std::int64_t assessment, int inspectors, int body = 0) {
  CaseFact of{.inspectors = GradedCase{assessment, 3, {{"overall", Grade{inspectors}}}},
              .body = std::nullopt};
  if (body > 0) of.body = GradedCase{assessment + 1000, 2, {{"overall", Grade{body}}}};
  return of;
}

/// Two forces and one area; inspection 1 and 2 are of force 10, 3 of force 20, 4 of an area that force 10
/// polices.
Facts some_facts() {
  Facts facts;
  facts.names.scales.emplace(kThreeGrades,
                             scale_of(kThreeGrades, {"Inadequate", "Requires improvement", "Good"}));
  facts.names.scale_of[1] = kThreeGrades;
  facts.names.areas[1] = {{"initial-contact", "Initial contact"}, {"overall", "Overall"}};
  facts.names.themes = {{901, 1, "investigation", "Investigation"},
                        {902, 2, "supervision", "Supervision"},
                        {903, 1, "drift", "Drift and delay"}};
  facts.inspections = {inspection_of(1, Kind::ChildProtectionInspection, "2015-03", 10),
                       inspection_of(2, Kind::PostInspectionReview, "2016-04-04/2016-04-15", 10),
                       inspection_of(3, Kind::ChildProtectionInspection, "2016", 20),
                       inspection_of(4, Kind::JointTargetedAreaInspection, "2017-01", 30)};
  facts.inspections[0].cases = {case_of(101, 1, 3), case_of(102, 3, 3), case_of(103, 2)};
  facts.inspections[1].cases = {case_of(104, 1), {.inspectors = std::nullopt, .body = std::nullopt}};
  facts.inspections[3].scale = std::nullopt;
  facts.inspections[3].forces = {10};
  facts.inspections[0].codings = {{501, "supervision", "investigation"},
                                  {502, "supervision", "investigation"},
                                  {503, "drift", "investigation"}};
  facts.inspections[3].codings = {{504, "supervision", "investigation"}};
  facts.inspections[0].findings = {{601, 2, finding::Direction::Weakness},
                                   {602, 1, finding::Direction::Strength}};
  facts.inspections[2].findings = {{603, 1, finding::Direction::Weakness}};
  facts.recommendations = {
      {701, 2, recommendation::Term::Immediately, {people::OrganisationKind::PoliceForce}, {1}},
      {702,
       2,
       recommendation::Term::WithinThreeMonths,
       {people::OrganisationKind::PoliceForce, people::OrganisationKind::Other},
       {1, 3}},
  };
  return facts;
}

Value worked_out(const Measure& measure, const Population& population = {}) {
  const Result<Value> value = compute({measure, population}, some_facts());
  REQUIRE_MESSAGE(bool(value), (value ? "" : value.refusal().message));
  return *value;
}

/// In order, each once.
std::vector<Input> marked_in(const Value& value) {
  std::set<Input> records;
  for (const Mark& mark : value.marks) records.insert(mark.record);
  return {records.begin(), records.end()};
}

int things_in(const Value& value, std::size_t row, std::size_t column) {
  std::set<std::int64_t> things;
  for (const Mark& mark : value.marks)
    if (mark.row == row && mark.column == column) things.insert(mark.thing);
  return static_cast<int>(things.size());
}

std::vector<Measure> every_measure() {
  std::vector<Measure> all{Inspections{},
                           Bodies{},
                           Cases{kThreeGrades},
                           ShareOfCases{kThreeGrades, "overall", {"Inadequate"}},
                           GradesByArea{kThreeGrades},
                           BodyAgainstInspectors{kThreeGrades, "overall"},
                           ThemeInspections{"supervision"},
                           ThemeForces{"investigation"},
                           Themes{},
                           Findings{finding::Direction::Weakness},
                           Recommendations{std::nullopt, std::nullopt},
                           InspectionsByKind{}};
  REQUIRE(all.size() == std::variant_size_v<Measure>);
  return all;
}

Number number(const Measure& measure, const Population& population = {}) {
  return std::get<Number>(worked_out(measure, population).content);
}

std::string refused(const Measure& measure) {
  const Result<Value> value = compute({measure, {}}, some_facts());
  REQUIRE_FALSE(bool(value));
  return value.refusal().message;
}

}  // namespace

TEST_CASE("inspections are counted by kind and by when their fieldwork began") {
  CHECK(number(Inspections{}).count == 4);
  CHECK(number(Inspections{}, {.kinds = {Kind::ChildProtectionInspection}}).count == 2);
  CHECK(number(Inspections{}, {.fieldwork_until = PartialDate::from_iso("2016")}).count == 3);
  CHECK(number(Inspections{}, {.fieldwork_from = PartialDate::from_iso("2016-05")}).count == 1);
}

TEST_CASE("a partly known beginning of fieldwork counts only where all of it lies within the bounds") {
  // Inspection 3 began at some time in 2016: it may have been before May, and after March.
  CHECK(number(Inspections{}, {.fieldwork_from = PartialDate::from_iso("2016-05")}).count == 1);
  CHECK(number(Inspections{}, {.fieldwork_until = PartialDate::from_iso("2016-03")}).count == 1);
}

TEST_CASE("a force with an inspection and a review is two inspections and one body") {  // Handbook §7.22
  CHECK(number(Bodies{}).count == 3);
}

TEST_CASE("a share of cases keeps its parts and rests on every case in its whole") {
  const Value share = worked_out(ShareOfCases{kThreeGrades, "overall", {"Inadequate"}});
  CHECK(std::get<Number>(share.content) == Number{2, 4});
  CHECK(share.unit == Unit::People);
  CHECK(share.inputs == std::vector<Input>{{Input::Kind::Inspection, 1, 1},
                                           {Input::Kind::Inspection, 2, 1},
                                           {Input::Kind::Inspection, 3, 1},
                                           {Input::Kind::Assessment, 101, 3},
                                           {Input::Kind::Assessment, 102, 3},
                                           {Input::Kind::Assessment, 103, 3},
                                           {Input::Kind::Assessment, 104, 3}});
}

TEST_CASE("of the cases in a share those that have the grade are marked, and the rest are its whole") {
  const Value share = worked_out(ShareOfCases{kThreeGrades, "overall", {"Inadequate"}});
  CHECK(marked_in(share) ==
        std::vector<Input>{{Input::Kind::Assessment, 101, 3}, {Input::Kind::Assessment, 104, 3}});
  CHECK(share.whole == std::vector<Input>{{Input::Kind::Assessment, 101, 3},
                                          {Input::Kind::Assessment, 102, 3},
                                          {Input::Kind::Assessment, 103, 3},
                                          {Input::Kind::Assessment, 104, 3}});
}

TEST_CASE("whatever is measured, a number is how many things are marked, a cell how many are marked in it") {
  for (const Measure& measure : every_measure()) {
    CAPTURE(word(kind_of(measure)));
    const Value value = worked_out(measure);
    if (const auto* number = std::get_if<Number>(&value.content)) {
      CHECK(number->count == things_in(value, 0, 0));
      CHECK(number->of.value_or(0) == (number->of ? std::ssize(value.whole) : 0));
    } else {
      const Table& table = std::get<Table>(value.content);
      for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t column = 0; column < table.rows[row].counts.size(); ++column)
          CHECK(table.rows[row].counts[column] == things_in(value, row, column));
    }
    for (const Input& record : marked_in(value)) {
      CHECK(std::ranges::binary_search(value.inputs, record));
      CHECK((value.whole.empty() || std::ranges::binary_search(value.whole, record)));
    }
    for (const Input& record : value.whole) CHECK(std::ranges::binary_search(value.inputs, record));
  }
}

TEST_CASE("a body that was inspected twice is one, and both of its inspections are marked") {
  const Value bodies =
      worked_out(Bodies{}, {.kinds = {Kind::ChildProtectionInspection, Kind::PostInspectionReview}});
  CHECK(std::get<Number>(bodies.content).count == 2);
  CHECK(marked_in(bodies).size() == 3);
}

TEST_CASE("a theme marks the inspections it was coded in; passages show it and are not counted") {
  CHECK(marked_in(worked_out(ThemeInspections{"supervision"})) ==
        std::vector<Input>{{Input::Kind::Inspection, 1, 1}, {Input::Kind::Inspection, 4, 1}});
  CHECK(marked_in(worked_out(ThemeForces{"supervision"})).size() == 2);  // both of force 10
}

TEST_CASE("a case that both sides graded is marked in its cell by either assessment") {
  const Value value = worked_out(BodyAgainstInspectors{kThreeGrades, "overall"});
  CHECK(value.marks == std::vector<Mark>{{0, 0, 102, {Input::Kind::Assessment, 102, 3}},
                                         {0, 0, 102, {Input::Kind::Assessment, 1102, 2}},
                                         {0, 2, 101, {Input::Kind::Assessment, 101, 3}},
                                         {0, 2, 101, {Input::Kind::Assessment, 1101, 2}}});
}

TEST_CASE("a share may be of several grades together") {
  CHECK(number(ShareOfCases{kThreeGrades, "overall", {"Inadequate", "Requires improvement"}}) ==
        Number{3, 4});
}

TEST_CASE("no share is given of no cases") {  // Handbook §7.14
  CHECK(refused(ShareOfCases{kThreeGrades, "initial-contact", {"Good"}}) ==
        "No case was graded here, so there is no share to give.");
}

TEST_CASE("cases on another scale never enter a share") {  // Handbook §3.7
  Facts facts = some_facts();
  facts.names.scales.emplace("older", scale_of("older", {"Inadequate", "Adequate", "Good"}));
  facts.names.areas[2] = facts.names.areas[1];
  facts.inspections[0].framework = 2;
  facts.inspections[0].scale = "older";
  const Result<Value> share = compute({ShareOfCases{kThreeGrades, "overall", {"Inadequate"}}, {}}, facts);
  REQUIRE(bool(share));
  CHECK(std::get<Number>(share->content) == Number{1, 1});
}

TEST_CASE("an unknown scale, area, grade or theme is refused with what to write instead") {
  CHECK(refused(Cases{"five-stars"}) == "No inspection here uses the scale \"five-stars\".");
  CHECK(refused(ShareOfCases{kThreeGrades, "weather", {"Good"}}) ==
        "The scale's framework has no area \"weather\"; write the key of one of its areas.");
  CHECK(refused(ShareOfCases{kThreeGrades, "overall", {"Excellent"}}) ==
        "The scale \"three-grades\" has no grade \"Excellent\".");
  CHECK(refused(ThemeInspections{"weather"}) ==
        "The codebook has no theme \"weather\"; write the key of one of its themes.");
}

TEST_CASE("a theme is counted in distinct inspections and distinct forces, never in mentions") {
  CHECK(number(ThemeInspections{"supervision"}) == Number{2, 4});
  CHECK(number(ThemeForces{"supervision"}).count == 1);
}

TEST_CASE("what is coded with a theme counts for its parent, each inspection once") {
  CHECK(number(ThemeInspections{"drift"}) == Number{1, 4});
  CHECK(number(ThemeInspections{"investigation"}) == Number{2, 4});
}

TEST_CASE("the body's grades and the inspectors' are compared case by case") {  // Handbook §4.16, §7.19
  const Value value = worked_out(BodyAgainstInspectors{kThreeGrades, "overall"});
  const Table& table = std::get<Table>(value.content);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].name == "Good");
  CHECK(table.rows[0].counts ==
        std::vector<int>{1, 0, 1});     // both good; the body good, inspectors inadequate
  CHECK(value.inputs.size() == 3 + 4);  // three inspections on the scale, both sides of two cases
}

TEST_CASE("a table of grades has every area of the framework, the best grade first") {
  const Table table = std::get<Table>(worked_out(GradesByArea{kThreeGrades}).content);
  CHECK(table.columns == std::vector<std::string>{"Area", "Good", "Requires improvement", "Inadequate"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[1].counts == std::vector<int>{1, 1, 2});
}

TEST_CASE("findings and recommendations are counted by what they say and to whom") {
  CHECK(number(Findings{std::nullopt}).count == 3);
  CHECK(number(Findings{finding::Direction::Weakness}).count == 2);
  CHECK(number(Recommendations{std::nullopt, std::nullopt}).count == 2);
  CHECK(number(Recommendations{std::nullopt, people::OrganisationKind::Other}).count == 1);
  CHECK(number(Recommendations{recommendation::Term::Immediately, std::nullopt}).count == 1);
  CHECK(number(Recommendations{std::nullopt, std::nullopt}, {.kinds = {Kind::PostInspectionReview}}).count ==
        0);
}

TEST_CASE("every number of a table of kinds adds up to the inspections counted") {
  const Value value = worked_out(InspectionsByKind{});
  int sum = 0;
  for (const Table::Row& row : std::get<Table>(value.content).rows) sum += row.counts.front();
  CHECK(sum == number(Inspections{}).count);
}

}  // namespace sightline::figure
