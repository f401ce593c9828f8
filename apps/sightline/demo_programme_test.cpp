// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The invented programme: what its files may hold, and what stands in the database of
// a demonstration when it has been played.

#include <map>
#include <set>

#include "base/utf8.h"
#include "demo_made_test.h"
#include "demo_programme.h"
#include "demo_programme_evidence.h"
#include "demo_programme_grades.h"
#include "demo_programme_report_files.h"

namespace sightline::demo {

namespace {

const path kFolder = "demo/programme";

std::int64_t whole(std::string_view member) {
  return *made().demonstration.summary.find(member)->get_if<std::int64_t>();
}

/// A copy of the files with `from` replaced by `to` in one of them, and what reading it is refused with.
std::string refused_with(const path& file, const std::string& from, const std::string& to) {
  const TemporaryFolder folder;
  std::filesystem::copy(kFolder, folder / "p", std::filesystem::copy_options::recursive);
  std::string text = text_of(kFolder / file);
  REQUIRE(text.find(from) != text.npos);
  text.replace(text.find(from), from.size(), to);
  std::ofstream(folder / "p" / file, std::ios::binary) << text;
  const auto programme = read_programme_files(folder / "p");
  if (!programme) return programme.refusal().message;
  const auto reports = read_report_files(folder / "p", *programme);
  return reports ? "" : reports.refusal().message;
}

}  // namespace

TEST_CASE("the files of the invented programme fit together, and its README counts them rightly") {
  const auto programme = read_programme_files(kFolder);
  REQUIRE(programme);
  const auto reports = read_report_files(kFolder, *programme);
  REQUIRE(reports);
  CHECK(programme->inspections.size() == 64);
  CHECK(programme->passages.size() == 480);
  CHECK(reports->reports.size() == 2);
  CHECK(reports->reports.back().chapters.size() == 10);
  for (const ProgrammeReport& report : reports->reports) CHECK(report.press_release.starts_with("# "));
  const std::string readme = text_of(kFolder / "README.md");
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::size_t line = readme.find("| `" + name + "` |");
    REQUIRE(line != readme.npos);
    const std::string row = readme.substr(line, readme.find('\n', line) - line);
    CHECK(row.ends_with("| " + std::to_string(rows_of(entry.path())) + " |"));
  }
}

TEST_CASE("what does not fit in the files of the invented programme is refused with file and line") {
  CHECK(refused_with("inspections.csv", "vellumshire-constabulary", "quillshire-constabulary") ==
        "inspections.csv, line 2, body: there is no such organisation in organisations.csv.");
  CHECK(refused_with("passages/call-grading.md", "interview: A call", "rumour: A call")
            .starts_with("call-grading.md, line 5: begin the passage with"));
  CHECK(refused_with("passages/call-grading.md", "{count}", "{weather}")
            .starts_with("call-grading.md, line 8: the passage above has the slot {weather}"));
  CHECK(refused_with("findings.csv", "call-grading,weak", "first-contact,weak") ==
        "findings.csv, line 2, theme: this theme has others below it; name one of those.");
  CHECK(refused_with("second/02-first-contact.md", "{figure:initial-contact-good}", "{figure:nobody-knows}")
            .starts_with("second/02-first-contact.md, line "));
  CHECK(refused_with("responses.csv", "police-and-crime-commissioner-for-vellumshire",
                     "vellumshire-constabulary")
            .starts_with("responses.csv, line 2, body: "));
}

TEST_CASE("a passage is found in a text however its lines are broken, and its place counts characters") {
  const std::string text = "Café: first line\nof the passage,\n  and its end. Then more.";
  const auto found = find_passage(text, "first line of the passage, and its end.");
  REQUIRE(found);
  CHECK(utf8::slice(text, static_cast<std::size_t>(found->begin), static_cast<std::size_t>(found->end)) ==
        "first line\nof the passage,\n  and its end.");
  CHECK(found->begin == 6);
  CHECK_FALSE(find_passage(text, "another passage"));
}

TEST_CASE("chance falls out the same on every machine") {
  Chance chance("a name");
  const std::vector<int> drawn = {chance.between(1, 1000), chance.between(1, 1000), chance.between(1, 1000)};
  Chance again("a name"), other("another name");
  CHECK(drawn == std::vector<int>{again.between(1, 1000), again.between(1, 1000), again.between(1, 1000)});
  CHECK(drawn != std::vector<int>{other.between(1, 1000), other.between(1, 1000), other.between(1, 1000)});
}

TEST_CASE("the summary counts the invented programme as the database does") {
  const std::string of =
      " join programme p on p.id = i.programme_id where p.key = 'child-protection-2014-to-2019'";
  const auto there = [&](const std::string& from) {
    static std::set<std::string> texts;
    return made().count(*texts.insert("select count(*) as n from " + from + of).first);
  };
  const json::Object& summary = made().demonstration.summary;
  CHECK(counted(summary, "inspections", "total") == there("inspection i"));
  CHECK(counted(summary, "inspections", "child_protection_inspections") == 17);
  CHECK(counted(summary, "inspections", "reviews") == 21);
  CHECK(counted(summary, "inspections", "joint_inspections") == 26);
  const std::string cases = "case_file f join inspection i on i.id = f.inspection_id";
  CHECK(whole("cases") == there(cases));
  CHECK(whole("assessments") == there("assessment a join case_file f on f.id = a.case_id"
                                      " join inspection i on i.id = f.inspection_id"));
  const std::string documents = "document d join inspection i on i.id = d.inspection_id";
  CHECK(whole("documents") == there(documents));
  CHECK(whole("extracts") == there("extract e join document d on d.id = e.document_id"
                                   " join inspection i on i.id = d.inspection_id"));
  CHECK(whole("codings") == there("coding c join extract e on e.id = c.extract_id join document d"
                                  " on d.id = e.document_id join inspection i on i.id = d.inspection_id"));
  CHECK(whole("findings") == there("finding f join inspection i on i.id = f.inspection_id"));
  CHECK(whole("recommendations") == made().count("select count(*) as n from recommendation"));
}

TEST_CASE("the summary has every figure of the reports, and tells what readers are shown") {
  const json::Object& figures = *made().demonstration.summary.find("figures")->get_if<json::Object>();
  CHECK(static_cast<std::int64_t>(figures.members().size()) == rows_of(kFolder / "figures.csv"));
  const json::Object& all = *figures.find("inspections")->get_if<json::Object>();
  CHECK(*all.find("numerator")->get_if<std::int64_t>() == 64);
  CHECK(*all.find("shown")->get_if<std::string>() == "64");
  const json::Object& first = *figures.find("first-inspections")->get_if<json::Object>();
  CHECK(*first.find("numerator")->get_if<std::int64_t>() == 21);
  const json::Object& kinds = *figures.find("inspections-by-kind")->get_if<json::Object>();
  CHECK(*kinds.find("numerator")->get_if<std::int64_t>() == 64);
  CHECK(*kinds.find("shown")->get_if<std::string>() ==
        "Child protection inspection: Inspections 17; Post-inspection review: Inspections 14; "
        "Re-inspection: Inspections 7; Joint targeted area inspection: Inspections 26");
}

TEST_CASE("every graded inspection of the programme has a sample of 30 to 80 cases, all agreed") {
  CHECK(made().count("select count(*) as n from (select f.inspection_id, count(*) as cases from case_file f"
                     " join inspection i on i.id = f.inspection_id join programme p on p.id = i.programme_id"
                     " where p.key = 'child-protection-2014-to-2019' group by f.inspection_id"
                     " having count(*) between 30 and 80) sampled") == 38);
  CHECK(made().count("select count(*) as n from assessment a join case_file f on f.id = a.case_id"
                     " join inspection i on i.id = f.inspection_id join programme p on p.id = i.programme_id"
                     " where p.key = 'child-protection-2014-to-2019' and a.assessor_type = 'inspectors'"
                     " and a.state <> 'agreed'") == 0);
}

TEST_CASE("files of every kind came to the programme through the extractor, and something in each is coded") {
  CHECK(made().count("select count(distinct format) as n from document where file_name is not null") == 4);
  CHECK(made().count("select count(*) as n from document where file_name is not null") ==
        rows_of(kFolder / "files.csv"));
  CHECK(made().count(
            "select count(*) as n from document d where file_name is not null and not exists"
            " (select 1 from extract e join coding c on c.extract_id = e.id where e.document_id = d.id)") ==
        0);
}

TEST_CASE("every finding of the programme rests on an extract, and every recommendation on a finding") {
  CHECK(made().count(
            "select count(*) as n from finding f where state <> 'agreed' or not exists"
            " (select 1 from finding_extract e where e.finding_id = f.id and e.removed_revision is null)") ==
        0);
  CHECK(made().count("select count(*) as n from recommendation r where state <> 'settled' or not exists"
                     " (select 1 from recommendation_finding f where f.recommendation_id = r.id)") == 0);
}

TEST_CASE("no passage of evidence stands twice in one inspection") {
  sql::Snapshot snapshot = made().journal.snapshot();
  constexpr sql::Query kTexts{
      "test.extracts",
      "select d.inspection_id, t.text, e.begin_at, e.end_at from extract e"
      " join document d on d.id = e.document_id join document_text t on t.document_id = d.id"};
  std::set<std::pair<std::int64_t, std::string>> seen;
  for (const sql::Row& row : snapshot.read(kTexts, {})) {
    const auto text = row.get<std::string>("text");
    const auto begin = static_cast<std::size_t>(row.get<std::int64_t>("begin_at"));
    const auto end = static_cast<std::size_t>(row.get<std::int64_t>("end_at"));
    // The first words are enough: no two passages begin alike.
    const std::string_view passage = utf8::slice(text, begin, end);
    CHECK(seen.emplace(row.get<std::int64_t>("inspection_id"), std::string(passage.substr(0, 30))).second);
  }
  CHECK(seen.size() > 1000);
}

TEST_CASE(
    "those who sign in as analyst and editor see the invented programme, and inspectors of another do not") {
  const std::string inspection = "vellumshire-child-protection-inspection-2014";
  CHECK(made().sees("analyst@example.org", inspection));
  CHECK(made().sees("editor@example.org", inspection));
  CHECK_FALSE(made().sees("inspector@example.org", inspection));
  CHECK_FALSE(made().sees("body.auditor@example.org", inspection));
}

}  // namespace sightline::demo
