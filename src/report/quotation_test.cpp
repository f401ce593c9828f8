// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/quotation.h"

#include <doctest/doctest.h>

#include "report/composition.h"

using namespace sightline;
using namespace sightline::report;

namespace {

constexpr ProgrammeId kProgramme{1};

evidence::Passage passage(std::string words = "Calls wait.") {
  return {.extract = evidence::ExtractId{17},
          .document = evidence::DocumentId{30},
          .document_number = 3,
          .range = {0, 11},
          .inspection = inspection::InspectionId{5},
          .inspection_key = "invented-inspection",
          .inspection_title = "Invented inspection",
          .programme = kProgramme,
          .origin = inspection::Origin::Own,
          .stage = inspection::Stage::Published,
          .replaced_by = std::nullopt,
          .words = std::move(words)};
}

std::string refused(const evidence::Passage& passage) {
  return refuse_quotation(passage, kProgramme).value_or("");
}

Composed composed(std::string markdown) {
  return compose({.id = ReportId{1},
                  .programme = kProgramme,
                  .key = "first",
                  .revision = 1,
                  .title = "First report",
                  .subtitle = "",
                  .summary = "",
                  .sections = {{SectionId{1}, 4, 1, 1, "Custody", std::move(markdown)}}});
}

}  // namespace

TEST_CASE("a passage of a published inspection of the programme can be quoted, also when that is closed") {
  evidence::Passage quoted = passage();
  CHECK(refused(quoted).empty());
  quoted.stage = inspection::Stage::Closed;
  CHECK(refused(quoted).empty());
}

TEST_CASE(
    "evidence is not quoted before its inspection is published, nor out of another programme") {  // §7.25
  evidence::Passage quoted = passage();
  quoted.stage = inspection::Stage::Reporting;
  CHECK(refused(quoted) ==
        "Extract 17 comes from an inspection that is not published; quote it once that is.");
  quoted.stage = std::nullopt;
  CHECK_FALSE(refused(quoted).empty());
  quoted = passage();
  quoted.programme = ProgrammeId{2};
  CHECK(refused(quoted) == "Extract 17 comes from an inspection that is not one of this programme.");
}

TEST_CASE("a passage of a note that was corrected is not quoted, and the correction is named") {
  evidence::Passage quoted = passage();
  quoted.replaced_by = 8;
  CHECK(
      refused(quoted) ==
      "Extract 17 comes from document 3, which document 8 has corrected: mark and quote a passage of that.");
}

TEST_CASE("an extract whose words no longer stand where they were marked is dangling") {
  evidence::Passage quoted = passage();
  quoted.words = std::nullopt;
  CHECK(refused(quoted).starts_with(
      "Extract 17 is dangling: the text of document 3 is not what was recorded."));
}

TEST_CASE("a quotation has at most 1,000 characters") {
  CHECK(refused(passage(std::string(kLongestQuotation, 'a'))).empty());
  CHECK(refused(passage(std::string(kLongestQuotation + 1, 'a')))
            .starts_with("Extract 17 is longer than 1,000"));
}

TEST_CASE("words that lead to a person are not quoted") {  // Handbook §12.16
  for (const char* words :
       {"Call 01632 960123 and ask.", "Case 4821937 waited.", "Number 12 34 56.",
        "Write to duty@force.example.", "She lives at LS1 4AB.", "It is in M1 1AE now.", "Near SW1A2AA.",
        "The 14-year-old was seen on 3 March.", "He was four years old on the 3rd of March 2016.",
        "Aged 9, on March 3rd.", "At the age of seven, 03/03/2016.", "A 17 year old, 2016-03-03."}) {
    CAPTURE(words);
    CHECK(leads_to_person(words));
    CHECK(refused(passage(words)).find("could lead to a person") != std::string::npos);
  }
}

TEST_CASE("words with an age, a day or small numbers alone can be quoted") {
  for (const char* words : {"The 14-year-old was seen at once.", "It was decided on 3 March.",
                            "In 2014-2019, 12 of 34 calls waited.", "At 10:30 we wait 45 minutes.",
                            "He is 40 years old, since 3 March.", "Form A4 3rd page.", "",
                            "Größe 漢字 🦋", "We may march 3 miles.", "version 1.2"}) {
    CAPTURE(words);
    CHECK_FALSE(leads_to_person(words));
  }
}

TEST_CASE("an extract that is not there, or that no author may see, is named with its section and line") {
  const Composed report = composed("Words.\n\n```extract\n17\n```\n\n- Item\n\n  ```extract\n  4\n  ```\n");
  CHECK(report.extracts == std::set<std::int64_t>{4, 17});
  const auto problems = problems_with_quotations(report, {{17, {passage(), {}}}}, kProgramme);
  REQUIRE(problems.size() == 1);
  CHECK(
      in_words(problems[0]) ==
      "Section 1, “Custody”, line 9: There is no extract 4, or none that those who wrote it into this report "
      "may see.");
  CHECK(problems[0].number == 4);
}

TEST_CASE("every place that quotes a passage which cannot be quoted is named") {
  const Composed report = composed("```extract\n17\n```\n\nWords.\n\n```extract\n17\n```\n");
  evidence::Passage quoted = passage();
  quoted.replaced_by = 8;
  const auto problems = problems_with_quotations(report, {{17, {quoted, {}}}}, kProgramme);
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].line == 1);
  CHECK(problems[1].line == 7);
}
