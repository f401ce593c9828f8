// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/index.h"

#include <doctest/doctest.h>

#include <string>

using namespace sightline;
using namespace sightline::insight;
using assessment::ChosenBy;
using assessment::InsufficientEvidence;
using assessment::NotApplicable;
using programme::Grade;

namespace {

const ProgrammeId kProgramme(1);
const FrameworkVersionId kFramework(7);

JudgedInspection inspected(std::int64_t id, int year, std::string scale = "three") {
  return {.id = InspectionId(id),
          .programme = kProgramme,
          .kind = inspection::Kind::ChildProtectionInspection,
          .body = OrganisationId(100 + id % 2),
          .year = year,
          .framework = kFramework,
          .scale = std::move(scale)};
}

AgreedJudgement judgement(std::int64_t case_id, std::int64_t inspection, std::string area,
                          assessment::Outcome outcome, std::optional<assessment::Outcome> body = {}) {
  return {.case_id = CaseId(case_id),
          .inspection = InspectionId(inspection),
          .area = std::move(area),
          .case_kind = "missing",
          .chosen_by = case_id % 2 == 0 ? ChosenBy::Body : ChosenBy::Inspectors,
          .inspectors = outcome,
          .body = body};
}

const Visible kAll{InspectionId(1), InspectionId(2), InspectionId(3)};
const Filter kEverything{.programme = kProgramme};

Index two_inspections() {
  Index index(12);
  index.put(inspected(1, 2014));
  index.put(inspected(2, 2016));
  index.add(judgement(1, 1, "contact", Grade{1}, Grade{3}));
  index.add(judgement(1, 1, "custody", NotApplicable{}));
  index.add(judgement(2, 1, "contact", Grade{3}, Grade{3}));
  index.add(judgement(3, 2, "contact", Grade{2}, NotApplicable{}));
  index.add(judgement(3, 2, "custody", InsufficientEvidence{}));
  return index;
}

int cases_in(const Index& index, const Filter& filter, const Visible& visible = kAll) {
  const auto groups = index.by_area(filter, visible);
  REQUIRE(groups);
  int all = 0;
  for (const auto& group : *groups) all += group.counts.all();
  return all;
}

}  // namespace

TEST_CASE("judgements are counted by area and grade; what is no grade is counted beside the grades") {
  const auto areas = two_inspections().by_area(kEverything, kAll);
  REQUIRE(areas);
  REQUIRE(areas->size() == 2);
  CHECK(areas->at(0).key == AreaOfFramework{kFramework, "contact"});
  CHECK(areas->at(0).counts == Counts{.grades = {1, 1, 1}});
  CHECK(areas->at(1).key.key == "custody");
  CHECK(areas->at(1).counts == Counts{.not_applicable = 1, .insufficient_evidence = 1});
}

TEST_CASE("a share below a standard is of the graded cases alone") {  // Handbook §4.8
  const Counts counts{.grades = {4, 2, 5}, .not_applicable = 7, .insufficient_evidence = 1};
  CHECK(counts.graded() == 11);
  CHECK(counts.below(Grade{1}) == 0);
  CHECK(counts.below(Grade{3}) == 6);
  CHECK(counts.below(Grade{4}) == 11);
  CHECK(counts.of(Grade{3}) == 5);
  CHECK(counts.of(Grade{4}) == 0);
}

TEST_CASE("every filter narrows what is counted") {
  const Index index = two_inspections();
  const auto with = [&](auto set) {
    Filter filter = kEverything;
    set(filter);
    return cases_in(index, filter);
  };
  CHECK(with([](Filter&) {}) == 5);
  CHECK(with([](Filter& f) { f.programme = ProgrammeId(2); }) == 0);
  CHECK(with([](Filter& f) { f.scale = "four"; }) == 0);
  CHECK(with([](Filter& f) { f.kind = inspection::Kind::PostInspectionReview; }) == 0);
  CHECK(with([](Filter& f) { f.from_year = 2015; }) == 2);
  CHECK(with([](Filter& f) { f.until_year = 2015; }) == 3);
  CHECK(with([](Filter& f) { f.body = OrganisationId(101); }) == 3);
  CHECK(with([](Filter& f) { f.areas = {{kFramework, "custody"}}; }) == 2);
  CHECK(with([](Filter& f) { f.areas = {{FrameworkVersionId(8), "custody"}}; }) == 0);
  CHECK(with([](Filter& f) { f.case_kind = "other"; }) == 0);
  CHECK(with([](Filter& f) { f.chosen_by = ChosenBy::Body; }) == 1);
}

TEST_CASE("an inspection that one may not see is in no count and in no list") {  // Handbook §2.7
  const Index index = two_inspections();
  CHECK(cases_in(index, kEverything, {InspectionId(2)}) == 2);
  CHECK(cases_in(index, kEverything, {}) == 0);
  CHECK(index.inspections(kEverything, {InspectionId(2)}) == std::vector{inspected(2, 2016)});
}

TEST_CASE("an inspection whose fieldwork is not known is in no span of years") {
  Index index = two_inspections();
  JudgedInspection undated = inspected(1, 2014);
  undated.year.reset();
  index.put(undated);
  CHECK(cases_in(index, kEverything) == 5);
  CHECK(cases_in(index, {.programme = kProgramme, .from_year = 1900}) == 2);
  CHECK(cases_in(index, {.programme = kProgramme, .until_year = 2100}) == 2);
}

TEST_CASE("grades of two scales are never counted together: one must be chosen") {  // Handbook §3.7
  Index index = two_inspections();
  index.put(inspected(3, 2014, "four"));
  CHECK(index.by_area(kEverything, kAll));  // nothing is judged on the other scale yet
  index.add(judgement(9, 3, "contact", Grade{4}));
  const auto mixed = index.by_area(kEverything, kAll);
  REQUIRE_FALSE(mixed);
  CHECK(mixed.refusal().fields.at(0).field == "scale");
  CHECK_FALSE(index.by_body(kEverything, kAll));
  CHECK_FALSE(index.by_bodys_grade(kEverything, kAll));
  CHECK(cases_in(index, {.programme = kProgramme, .scale = "four"}) == 1);
  CHECK(cases_in(index, {.programme = kProgramme, .scale = "three"}) == 5);
  CHECK(cases_in(index, kEverything, {InspectionId(1), InspectionId(2)}) ==
        5);  // whoever sees one scale alone
}

TEST_CASE("the same cases stand by what the body graded them") {  // Handbook §4.16
  const auto groups =
      two_inspections().by_bodys_grade({.programme = kProgramme, .areas = {{kFramework, "contact"}}}, kAll);
  REQUIRE(groups);
  REQUIRE(groups->size() == 2);
  CHECK_FALSE(groups->at(0).key);
  CHECK(groups->at(0).counts == Counts{.grades = {0, 1}});
  CHECK(groups->at(1).key == Grade{3});
  CHECK(groups->at(1).counts == Counts{.grades = {1, 0, 1}});
}

TEST_CASE("cases are counted by body, by inspection and by year") {
  const Index index = two_inspections();
  const auto bodies = index.by_body(kEverything, kAll);
  REQUIRE(bodies->size() == 2);
  CHECK(bodies->at(0).key == OrganisationId(100));
  CHECK(bodies->at(1).counts.all() == 3);
  CHECK(index.by_inspection(kEverything, kAll)->at(1).counts.all() == 2);
  CHECK(index.by_year(kEverything, kAll)->at(0).key == 2014);
}

TEST_CASE(
    "a case that is dropped leaves nothing behind, and what an inspection has become holds for its cases") {
  Index index = two_inspections();
  index.drop({CaseId(3)});
  CHECK(index.size() == 3);
  CHECK(index.inspections(kEverything, kAll).size() == 1);
  CHECK(index.by_body(kEverything, kAll)->size() == 1);
  index.add(judgement(3, 2, "contact", Grade{1}));
  index.put(inspected(2, 2019));
  CHECK(cases_in(index, {.programme = kProgramme, .from_year = 2019}) == 1);
}
