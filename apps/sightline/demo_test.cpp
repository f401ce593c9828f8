// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The demonstration, made for real from the files of this repository, and held
// against what those files say.

#include <set>

#include "demo_made_test.h"
#include "people/sign_in_service.h"

namespace sightline::demo {

namespace {

/// The number in a table row of a README that begins with `| name | `.
std::int64_t number_in_readme(const path& readme, const std::string& name) {
  for (const std::string& line : lines_of(readme))
    if (line.starts_with("| " + name + " | "))
      return std::stoll(line.substr(line.rfind('|', line.size() - 2) + 1));
  FAIL("the README says nothing of " << name);
  return -1;
}

const path kInvented = "demo/invented-inspection";
const path kProgramme = "demo/programme";
const path kPublic = "demo/public-record";
constexpr const char* kInspection = "quillshire-child-protection-inspection-2026";

/// So many rows of a table of cases, of the invented inspection alone.
std::int64_t of_the_inspection(const std::string& table, const std::string& and_where = "") {
  static std::set<std::string> texts;  // count() wants them to outlive the database
  return made().count(*texts
                           .insert("select count(*) as n from (select f.*, f.id as file_id from case_file f"
                                   " join inspection i on i.id = f.inspection_id where i.key = '" +
                                   std::string(kInspection) + "') c" + table + " where 1 = 1" + and_where)
                           .first);
}

}  // namespace

TEST_CASE("the summary counts every row of the public record") {
  const json::Object& summary = made().demonstration.summary;
  CHECK(counted(summary, "public_record", "forces") == rows_of(kPublic / "forces.csv"));
  CHECK(counted(summary, "public_record", "local_policing_bodies") == rows_of(kPublic / "forces.csv"));
  CHECK(counted(summary, "public_record", "areas") == rows_of(kPublic / "area_to_force.csv"));
  CHECK(counted(summary, "public_record", "inspections") == rows_of(kPublic / "inspections.csv"));
  CHECK(counted(summary, "public_record", "published_totals") == rows_of(kPublic / "published_totals.csv"));
  CHECK(counted(summary, "public_record", "publication_parts") == rows_of(kPublic / "publication.csv"));
  CHECK(counted(summary, "public_record", "responses_received") == rows_of(kPublic / "responses.csv"));
  CHECK(counted(summary, "public_record", "responses_expected") == rows_of(kPublic / "forces.csv"));
}

TEST_CASE("the summary names the rows that do not add up or cannot be checked, and drops none") {
  const json::Object& summary = made().demonstration.summary;
  const json::Array& named = *summary.find("does_not_add_up_or_cannot_be_checked")->get_if<json::Array>();
  CHECK(static_cast<std::int64_t>(named.size()) ==
        counted(summary, "public_record", "published_totals_named"));
  const path readme = kPublic / "README.md";
  for (const json::Value& row : named) {
    const std::string& key = *row.get_if<json::Object>()->find("key")->get_if<std::string>();
    CAPTURE(key);
    CHECK(lines_with(readme, "| `" + key + "` |") == 1);
  }
  CHECK(made().count("select count(*) as n from published_total") ==
        rows_of(kPublic / "published_totals.csv"));
}

TEST_CASE("the summary counts everything invented, as the files and the database do") {
  const json::Object& summary = made().demonstration.summary;
  CHECK(counted(summary, "invented", "organisations") == rows_of(kInvented / "organisations.csv"));
  CHECK(counted(summary, "invented", "accounts") == rows_of(kInvented / "people.csv"));
  CHECK(counted(summary, "invented", "accounts") + rows_of(kProgramme / "people.csv") ==
        made().count("select count(*) as n from person"));
  CHECK(counted(summary, "invented", "conflicts_of_interest") == rows_of(kInvented / "conflicts.csv"));
  CHECK(counted(summary, "invented", "samples") == rows_of(kInvented / "samples.csv"));
  CHECK(counted(summary, "invented", "cases") == rows_of(kInvented / "cases.csv"));
  CHECK(counted(summary, "invented", "cases") == of_the_inspection(""));
  CHECK(counted(summary, "invented", "judgements") == rows_of(kInvented / "judgements.csv"));
  CHECK(counted(summary, "invented", "judgements") ==
        of_the_inspection(
            " join assessment a on a.case_id = c.file_id join judgement j on j.assessment_id = a.id"));
  CHECK(counted(summary, "invented", "assessments") ==
        of_the_inspection(" join assessment a on a.case_id = c.file_id"));
  CHECK(*summary.find("journal_entries")->get_if<std::int64_t>() ==
        made().count("select count(*) as n from journal_entry"));
}

TEST_CASE("summary.json holds the summary") {
  const Result<json::Value> read = json::parse(text_of(made().into / "summary.json"));
  REQUIRE(read);
  CHECK(json::write(*read) == json::write(json::Value(made().demonstration.summary)));
}

TEST_CASE("the README of the invented inspection counts its files and the states of its cases rightly") {
  const path readme = kInvented / "README.md";
  for (const auto& entry : std::filesystem::directory_iterator(kInvented)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    CHECK(number_in_readme(readme, "`" + name + "`") == rows_of(entry.path()));
  }
  std::int64_t begun = 0;
  for (const std::string state : {"agreed", "submitted", "returned", "reopened", "draft"}) {
    CAPTURE(state);
    const std::int64_t found =
        of_the_inspection(" join assessment a on a.case_id = c.file_id",
                          " and a.assessor_type = 'inspectors' and a.state = '" + state + "'");
    CHECK(number_in_readme(readme, state) == found);
    begun += found;
  }
  CHECK(number_in_readme(readme, "not begun") == rows_of(kInvented / "cases.csv") - begun);
}

TEST_CASE("the force audited each of the five cases it chose, and no other") {
  const std::string samples = " join case_sample s on s.id = c.sample_id";
  const std::string assessments = " join assessment a on a.case_id = c.file_id";
  CHECK(of_the_inspection(samples, " and s.chosen_by = 'body'") == 5);
  CHECK(of_the_inspection(samples + assessments,
                          " and a.assessor_type = 'body' and a.state = 'submitted'"
                          " and s.chosen_by = 'body'") == 5);
  CHECK(of_the_inspection(assessments, " and a.assessor_type = 'body'") == 5);
}

TEST_CASE("no invented evidence is attached to a real body") {
  CHECK(made().count("select count(*) as n from case_file f join inspection i on i.id = f.inspection_id"
                     " join organisation o on o.id = i.body_id where o.reality <> 'invented'"
                     " or i.reality <> 'invented'") == 0);
  CHECK(made().count("select count(*) as n from document d join inspection i on i.id = d.inspection_id"
                     " join organisation o on o.id = i.body_id where o.reality <> 'invented'"
                     " or i.reality <> 'invented'") == 0);
  CHECK(made().count("select count(*) as n from recommendation_addressee a"
                     " join organisation o on o.id = a.organisation_id where o.reality <> 'invented'") == 0);
  CHECK(made().count("select count(*) as n from role_grant g join organisation o on o.id = g.organisation_id"
                     " where o.reality <> 'invented'") == 0);
}

TEST_CASE("no invented body bears the name of a real force") {
  const std::vector<std::string> forces = lines_of(kPublic / "forces.csv");
  for (const path& folder : {kInvented, kProgramme}) {
    const std::vector<std::string> bodies = lines_of(folder / "organisations.csv");
    for (auto force = forces.begin() + 1; force != forces.end(); ++force)
      for (auto body = bodies.begin() + 1; body != bodies.end(); ++body)
        CHECK(body->find(force->substr(0, force->find(','))) == body->npos);
  }
}

TEST_CASE("no reason is written twice") {
  const auto invented = read_invented_inspection(kInvented);
  REQUIRE(invented);
  std::set<std::string> reasons;
  for (const InventedJudgement& judged : invented->judgements)
    if (!judged.reason.empty()) CHECK_MESSAGE(reasons.insert(judged.reason).second, judged.reason);
}

TEST_CASE(
    "the public site has a page for every force, and every page with something invented on it says so") {
  std::int64_t pages = 0, invented = 0;
  const path site = made().into / "site";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(site)) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    CAPTURE(entry.path());
    const std::string page = text_of(entry.path());
    const std::string within = entry.path().lexically_relative(site / "publications").string();
    if (within.starts_with("first/") || within.starts_with("second/")) {
      CHECK(page.find("everything said about them were made up") != page.npos);
      ++invented;
    } else {
      CHECK(page.find("Quillshire") == page.npos);
      CHECK(page.find("Vellumshire") == page.npos);
    }
  }
  CHECK(invented > 0);
  CHECK(pages == counted(made().demonstration.summary, "site", "pages"));
  CHECK(pages - invented > rows_of(kPublic / "forces.csv"));
}

TEST_CASE("the journal of a demonstration verifies") {
  const journal::Verification verified = made().journal.verify();
  CHECK_FALSE(verified.first_broken);
  CHECK(verified.entries == made().count("select count(*) as n from journal_entry"));
}

TEST_CASE("there is an account for every role, and its password signs in") {
  const std::vector<SignIn>& accounts = made().demonstration.sign_ins;
  for (const people::RoleDescription& role : people::roles()) {
    CAPTURE(role.name);
    const auto account = std::ranges::find(accounts, role.name, &SignIn::role);
    REQUIRE(account != accounts.end());
    CHECK(account->password == kPassword);
  }
  CHECK(people::sign_in(made().journal, crypto::PasswordHasher(), {accounts.front().email, kPassword, ""}));
}

TEST_CASE(
    "the analyst with a conflict of interest sees nothing of the inspection that another analyst sees") {
  CHECK(made().sees("analyst@example.org", kInspection));
  CHECK_FALSE(made().sees("barred.analyst@example.org", kInspection));
}

TEST_CASE("a second demonstration in the same place is refused, and the first stays as it was") {
  const std::string before = text_of(made().into / "summary.json");
  const Result<Demonstration> again = make_in(made().into, WithProgramme::No);
  REQUIRE_FALSE(again);
  CHECK(again.refusal().kind == Refusal::Kind::WrongState);
  CHECK(again.refusal().message.find("sightline.db exists already") != std::string::npos);
  CHECK(text_of(made().into / "summary.json") == before);
  CHECK(of_the_inspection("") == 12);
}

TEST_CASE("a demonstration without the invented programme tells the same of everything else") {
  const TemporaryFolder elsewhere;
  const Result<Demonstration> other = make_in(elsewhere / "other", WithProgramme::No);
  REQUIRE(other);
  const json::Object& all = made().demonstration.summary;
  for (const char* name : {"public_record", "does_not_add_up_or_cannot_be_checked", "invented"}) {
    CAPTURE(name);
    CHECK(json::write(*other->summary.find(name)) == json::write(*all.find(name)));
  }
  CHECK_FALSE(other->summary.find("figures"));
  CHECK_FALSE(std::filesystem::exists((elsewhere / "other") / "edition"));
}

TEST_CASE("a step that its person may not take is refused with file and line, and leaves no database") {
  const TemporaryFolder folder;
  const path source = folder / "source";
  std::filesystem::create_directories(source);
  std::filesystem::copy("demo", source / "demo", std::filesystem::copy_options::recursive);
  std::filesystem::copy("frameworks", source / "frameworks");
  std::vector<std::string> lines = lines_of(kInvented / "history.csv");
  const auto agreed =
      std::ranges::find_if(lines, [](const std::string& line) { return line.find(",agree,") != line.npos; });
  const std::string number = std::to_string(agreed - lines.begin() + 1);
  agreed->replace(agreed->find("moderator@"), 10, "inspector@");
  std::ofstream altered(source / kInvented / "history.csv");
  for (const std::string& line : lines) altered << line << '\n';
  altered.close();

  const Result<Demonstration> refused = make_in(folder / "into", WithProgramme::No, source);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().message.starts_with("history.csv, line " + number + ", step: "));
  CHECK_FALSE(std::filesystem::exists((folder / "into") / "sightline.db"));
}

TEST_CASE("a password of fewer than twelve characters is refused before anything is made") {
  const TemporaryFolder folder;
  const Result<Demonstration> refused = make_in(folder / "into", WithProgramme::No, ".", "short");
  REQUIRE_FALSE(refused);
  CHECK_FALSE(std::filesystem::exists(folder / "into"));
}

}  // namespace sightline::demo
