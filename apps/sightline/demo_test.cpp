// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The demonstration, made for real from the files of this repository, and held
// against what those files say.

#include "demo.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "inspection/inspection_service.h"
#include "people/person_service.h"
#include "people/sign_in_service.h"

namespace sightline::demo {

namespace {

using std::filesystem::path;

constexpr const char* kPassword = "invented for the tests";

/// Empty, and gone with everything in it at the end.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "sightline-demo-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    folder_ = name;
  }
  ~TemporaryFolder() { std::filesystem::remove_all(folder_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  path operator/(std::string_view name) const { return folder_ / name; }

 private:
  path folder_;
};

Result<Demonstration> make_in(const path& into, const path& source = ".", const char* password = kPassword) {
  const TemporaryFolder web;
  for (const char* name : {"sightline.css", "sightline.js", "icon.svg"}) std::ofstream(web / name) << "/**/";
  return make({.into = into, .source = source, .web = web / "", .password = password},
              [](std::uint64_t, std::uint64_t) {});
}

/// One demonstration for all the tests that only look at it.
struct Made {
  TemporaryFolder folder;
  path into = folder / "new";
  Demonstration demonstration = *make_in(into);
  sql::Database database{(into / "sightline.db").string()};
  clock::SystemClock clock;
  journal::Journal journal{database, clock};

  /// `sql` outlives the database.
  std::int64_t count(std::string_view sql, sql::Binds binds = {}) {
    sql::Snapshot snapshot = journal.snapshot();
    return snapshot.read_one({sql, sql}, binds)->get<std::int64_t>("n");
  }
  people::Actor actor(std::string_view email) {
    sql::Snapshot snapshot = journal.snapshot();
    return people::actor_named(snapshot,
                               people::find_person_by_email(snapshot, people::the_operator(), email)->id)
        .value();
  }
  /// Whether anything of the invented inspection is there for this person.
  bool sees_the_inspection(std::string_view email) {
    sql::Snapshot snapshot = journal.snapshot();
    return !inspection::board(snapshot, actor(email), {.origin = inspection::Origin::Own}, 1).items.empty();
  }
};

Made& made() {
  static Made only;
  return only;
}

std::string text_of(const path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const path& file) {
  std::istringstream text(text_of(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

/// Rows below the header. No cell of these files spans lines.
std::int64_t rows_of(const path& file) {
  return static_cast<std::int64_t>(lines_of(file).size()) - 1;
}

std::int64_t lines_with(const path& file, std::string_view words) {
  const std::vector<std::string> lines = lines_of(file);
  return std::ranges::count_if(lines, [&](const std::string& line) { return line.find(words) != line.npos; });
}

/// A count in the summary: "invented", "cases".
std::int64_t counted(const json::Object& summary, std::string_view of, std::string_view what) {
  return *summary.find(of)->get_if<json::Object>()->find(what)->get_if<std::int64_t>();
}

/// The summary as text, but for the one member that may differ.
std::string without_seconds(const json::Object& summary) {
  json::Object rest;
  for (const json::Member& member : summary.members())
    if (member.name != "seconds") rest.add(member.name, member.value);
  return json::write(rest);
}

/// The number in a table row of a README that begins with `| name | `.
std::int64_t number_in_readme(const path& readme, const std::string& name) {
  for (const std::string& line : lines_of(readme))
    if (line.starts_with("| " + name + " | "))
      return std::stoll(line.substr(line.rfind('|', line.size() - 2) + 1));
  FAIL("the README says nothing of " << name);
  return -1;
}

const path kInvented = "demo/invented-inspection";
const path kPublic = "demo/public-record";

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
  CHECK(counted(summary, "invented", "accounts") == made().count("select count(*) as n from person"));
  CHECK(counted(summary, "invented", "conflicts_of_interest") == rows_of(kInvented / "conflicts.csv"));
  CHECK(counted(summary, "invented", "samples") == rows_of(kInvented / "samples.csv"));
  CHECK(counted(summary, "invented", "cases") == rows_of(kInvented / "cases.csv"));
  CHECK(counted(summary, "invented", "cases") == made().count("select count(*) as n from case_file"));
  CHECK(counted(summary, "invented", "judgements") == rows_of(kInvented / "judgements.csv"));
  CHECK(counted(summary, "invented", "judgements") == made().count("select count(*) as n from judgement"));
  CHECK(counted(summary, "invented", "assessments") == made().count("select count(*) as n from assessment"));
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
    const std::int64_t found = made().count(
        "select count(*) as n from assessment"
        " where assessor_type = 'inspectors' and state = $state",
        {{"state", state}});
    CHECK(number_in_readme(readme, state) == found);
    begun += found;
  }
  CHECK(number_in_readme(readme, "not begun") == rows_of(kInvented / "cases.csv") - begun);
}

TEST_CASE("the force audited each of the five cases it chose, and no other") {
  CHECK(made().count("select count(*) as n from case_file f join case_sample s on s.id = f.sample_id"
                     " where s.chosen_by = 'body'") == 5);
  CHECK(made().count("select count(*) as n from assessment a join case_file f on f.id = a.case_id"
                     " join case_sample s on s.id = f.sample_id"
                     " where a.assessor_type = 'body' and a.state = 'submitted' and s.chosen_by = 'body'") ==
        5);
  CHECK(made().count("select count(*) as n from assessment where assessor_type = 'body'") == 5);
}

TEST_CASE("no invented evidence is attached to a real body") {
  CHECK(made().count("select count(*) as n from case_file f join inspection i on i.id = f.inspection_id"
                     " join organisation o on o.id = i.body_id where o.reality = 'invented'"
                     " and i.reality = 'invented'") == 12);
  CHECK(made().count("select count(*) as n from case_file f join inspection i on i.id = f.inspection_id"
                     " join organisation o on o.id = i.body_id where o.reality <> 'invented'"
                     " or i.reality <> 'invented'") == 0);
  CHECK(made().count("select count(*) as n from role_grant g join organisation o on o.id = g.organisation_id"
                     " where o.reality <> 'invented'") == 0);
}

TEST_CASE("no invented body bears the name of a real force") {
  const std::vector<std::string> forces = lines_of(kPublic / "forces.csv");
  const std::vector<std::string> bodies = lines_of(kInvented / "organisations.csv");
  for (auto force = forces.begin() + 1; force != forces.end(); ++force)
    for (auto body = bodies.begin() + 1; body != bodies.end(); ++body)
      CHECK(body->find(force->substr(0, force->find(','))) == body->npos);
}

TEST_CASE("no reason is written twice") {
  const auto invented = read_invented_inspection(kInvented);
  REQUIRE(invented);
  std::set<std::string> reasons;
  for (const InventedJudgement& judged : invented->judgements)
    if (!judged.reason.empty()) CHECK_MESSAGE(reasons.insert(judged.reason).second, judged.reason);
}

TEST_CASE("the public site has a page for every force, and names nothing that is invented") {
  std::int64_t pages = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(made().into / "site")) {
    if (entry.path().extension() != ".html") continue;
    ++pages;
    CAPTURE(entry.path());
    CHECK(text_of(entry.path()).find("Quillshire") == std::string::npos);
  }
  CHECK(pages == counted(made().demonstration.summary, "site", "pages"));
  CHECK(pages > rows_of(kPublic / "forces.csv"));
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
  CHECK(made().sees_the_inspection("analyst@example.org"));
  CHECK_FALSE(made().sees_the_inspection("barred.analyst@example.org"));
}

TEST_CASE("a second demonstration in the same place is refused, and the first stays as it was") {
  const std::string before = text_of(made().into / "summary.json");
  const Result<Demonstration> again = make_in(made().into);
  REQUIRE_FALSE(again);
  CHECK(again.refusal().kind == Refusal::Kind::WrongState);
  CHECK(again.refusal().message.find("sightline.db exists already") != std::string::npos);
  CHECK(text_of(made().into / "summary.json") == before);
  CHECK(made().count("select count(*) as n from case_file") == 12);
}

TEST_CASE("two demonstrations tell the same, but for the seconds they took") {
  const TemporaryFolder elsewhere;
  const Result<Demonstration> other = make_in(elsewhere / "other");
  REQUIRE(other);
  CHECK(without_seconds(other->summary) == without_seconds(made().demonstration.summary));
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

  const Result<Demonstration> refused = make_in(folder / "into", source);
  REQUIRE_FALSE(refused);
  CHECK(refused.refusal().message.starts_with("history.csv, line " + number + ", step: "));
  CHECK_FALSE(std::filesystem::exists((folder / "into") / "sightline.db"));
}

TEST_CASE("a password of fewer than twelve characters is refused before anything is made") {
  const TemporaryFolder folder;
  const Result<Demonstration> refused = make_in(folder / "into", ".", "short");
  REQUIRE_FALSE(refused);
  CHECK_FALSE(std::filesystem::exists(folder / "into"));
}

}  // namespace sightline::demo
