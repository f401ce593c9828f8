// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "demo.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>

#include "demo_history.h"
#include "demo_programme.h"
#include "exchange/public_record_service.h"
#include "exchange/record_files_service.h"
#include "platform/jobs/progress.h"
#include "platform/pdf/worker.h"
#include "platform/sql/migration.h"
#include "site/site_pages.h"

namespace sightline::demo {

namespace {

using std::filesystem::path;

/// When the public record is imported and the accounts to sign in with are made: a Monday morning before
/// the invented inspection is planned, when the invented programme is over.
const Timestamp kBegins = Timestamp::from_iso("2026-02-02T08:00:00.000Z").value();

/// Removes a database that was not finished.
class UnfinishedDatabase {
 public:
  explicit UnfinishedDatabase(path file) : file_(std::move(file)) {}
  ~UnfinishedDatabase() {
    if (finished_) return;
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::error_code ignored;
      std::filesystem::remove(file_.string() + ending, ignored);
    }
  }
  UnfinishedDatabase(const UnfinishedDatabase&) = delete;
  UnfinishedDatabase& operator=(const UnfinishedDatabase&) = delete;

  void finish() { finished_ = true; }

 private:
  path file_;
  bool finished_ = false;
};

json::Object in_json(const exchange::RecordCounts& counts) {
  return json::Object{{"frameworks", counts.frameworks},
                      {"forces", counts.forces},
                      {"local_policing_bodies", counts.local_policing_bodies},
                      {"areas", counts.areas},
                      {"inspections", counts.inspections},
                      {"published_totals", counts.published_totals},
                      {"published_totals_named", counts.totals_named},
                      {"publications", counts.publications},
                      {"publication_parts", counts.publication_parts},
                      {"responses_expected", counts.responses_expected},
                      {"responses_received", counts.responses_received}};
}

json::Array in_json(const std::vector<exchange::NamedRow>& named) {
  json::Array rows;
  for (const exchange::NamedRow& row : named)
    rows.push_back(json::Object{{"key", row.key}, {"verdict", row.check}, {"reason", row.reason}});
  return rows;
}

json::Object in_json(const InventedInspection& invented, const Played& played) {
  return json::Object{{"organisations", invented.organisations.size()},
                      {"accounts", invented.people.size()},
                      {"conflicts_of_interest", invented.conflicts.size()},
                      {"inspections", 1},
                      {"samples", played.samples},
                      {"cases", played.cases},
                      {"assessments", played.assessments},
                      {"judgements", played.judgements}};
}

json::Object in_json(const site::Site& site) {
  const auto pages =
      std::ranges::count_if(site.files, [](const auto& file) { return file.first.ends_with(".html"); });
  return json::Object{{"pages", pages}, {"files", site.files.size()}};
}

double seconds_since(std::chrono::steady_clock::time_point begun) {
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
  return std::round(taken.count() * 100) / 100;
}

void write_summary(const path& file, const json::Object& summary) {
  std::ofstream out(file, std::ios::binary);
  out << json::write_pretty(summary);
  out.close();
  if (!out) throw std::runtime_error("Cannot write " + file.string() + ".");
}

/// What came of the invented programme, as members of the summary itself.
void add(json::Object& summary, const PlayedProgramme& played) {
  const ProgrammeTally& tally = played.tally;
  const std::int64_t all = tally.child_protection_inspections + tally.reviews + tally.joint_inspections;
  summary.add("inspections",
              json::Object{{"total", all},
                           {"child_protection_inspections", tally.child_protection_inspections},
                           {"reviews", tally.reviews},
                           {"joint_inspections", tally.joint_inspections}});
  summary.add("samples", tally.samples);
  summary.add("cases", tally.cases);
  summary.add("assessments", tally.assessments);
  summary.add("documents", tally.documents);
  summary.add("extracts", tally.extracts);
  summary.add("codings", tally.codings);
  summary.add("findings", tally.findings);
  summary.add("recommendations", tally.recommendations);
  summary.add("figures", played.figures);
  json::Array editions;
  for (const PublishedReport& report : played.reports)
    editions.push_back(
        json::Object{{"key", report.edition.key},
                     {"title", report.edition.title},
                     {"published_on", report.edition.published_on.iso()},
                     {"words", report.words},
                     {"figures", report.figures},
                     {"passages", report.passages},
                     {"files", report.files},
                     {"pdf_refusal", report.edition.pdf_refusal ? json::Value(*report.edition.pdf_refusal)
                                                                : json::Value()}});
  summary.add("editions", std::move(editions));
}

/// The newest report as it was published, ready to be read from the disk.
void write_edition(journal::Journal& journal, const PlayedProgramme& played, const path& folder) {
  sql::Snapshot snapshot = journal.snapshot();
  site::Site edition;
  for (publication::EditionFile& file :
       publication::edition_files(snapshot, played.reports.back().edition.id))
    edition.files.emplace(std::move(file.path), std::move(file.bytes));
  site::write(edition, folder);
}

/// What was read, and what it will be made into.
struct Material {
  std::optional<ProgrammeFiles> programme;  ///< Nothing: it is left out.
  std::optional<ReportFiles> reports;       ///< Together with it.
  InventedInspection invented;
  exchange::PublicRecord record;
  site::BuiltFiles built;
  std::vector<Password> passwords;
};

/// Fills the database and writes the site. Nobody rests on a database that is not finished, so its
/// commits do not wait for the disk; settle() does, once, when it is closed.
Result<json::Object> fill(const Request& request, Material& material, const jobs::Report& report) {
  const path& into = request.into;
  UnfinishedDatabase unfinished(into / "sightline.db");
  sql::Database database((into / "sightline.db").string(), {.durability = sql::Durability::LostWithoutPower});
  sql::migrate(database);
  Office office(database, programme_begins());
  std::optional<PlayedProgramme> programme;
  if (material.programme) {
    const extract::Extractor extractor(request.extractor.string());
    pdf::Worker worker({.packages = request.source});
    SIGHTLINE_TRY(programme,
                  play_programme(office, *material.programme, *material.reports, material.record.frameworks,
                                 extractor, {&worker, material.built}, report));
    write_edition(office.journal(), *programme, into / "edition");
  }
  office.set(kBegins);
  SIGHTLINE_TRY(const exchange::Imported imported,
                office.perform(people::the_operator(), exchange::ImportPublicRecord{material.record}));
  SIGHTLINE_TRY(const Cast cast, enter_cast(office, material.invented, material.passwords));
  SIGHTLINE_TRY(const Played played, play(office, material.invented, cast, report));
  const site::Site pages = site::render_from(office.journal(), material.built);
  site::write(pages, into / "site");
  sql::Snapshot snapshot = office.journal().snapshot();
  json::Object summary{{"public_record", in_json(imported.record)},
                       {"does_not_add_up_or_cannot_be_checked", in_json(imported.named)},
                       {"invented", in_json(material.invented, played)},
                       {"site", in_json(pages)},
                       {"journal_entries", journal::position(snapshot)}};
  if (programme) add(summary, *programme);
  unfinished.finish();
  return summary;
}

/// Returns when the file is on the disk.
void settle(const path& file) {
  const int opened = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool is_settled = opened >= 0 && fsync(opened) == 0;
  if (opened >= 0) close(opened);
  if (!is_settled) throw std::runtime_error("Cannot write " + file.string() + ".");
}

std::string in_words(const Demonstration& made) {
  constexpr std::string_view kRole = "Role", kEmail = "E-mail address";
  std::size_t role = kRole.size(), email = kEmail.size();
  for (const SignIn& account : made.sign_ins) {
    role = std::max(role, account.role.size());
    email = std::max(email, account.email.size());
  }
  std::string words;
  const auto line = [&](std::string_view a, std::string_view b, std::string_view c) {
    words.append(a).append(role + 2 - a.size(), ' ').append(b).append(email + 2 - b.size(), ' ').append(c);
    words += '\n';
  };
  line(kRole, kEmail, "Password");
  for (const SignIn& account : made.sign_ins) line(account.role, account.email, account.password);
  words += "Everybody here is invented. The passwords are shown this once.";
  return words;
}

json::Object in_json(const Demonstration& made) {
  json::Array accounts;
  for (const SignIn& account : made.sign_ins)
    accounts.push_back(json::Object{{"role", account.role},
                                    {"name", account.name},
                                    {"email", account.email},
                                    {"password", account.password}});
  return json::Object{{"summary", made.summary}, {"accounts", std::move(accounts)}};
}

}  // namespace

Result<Demonstration> make(const Request& request, const jobs::Report& report) {
  const auto begun = std::chrono::steady_clock::now();
  const path database = request.into / "sightline.db";
  if (std::filesystem::exists(database))
    return Refusal{Refusal::Kind::WrongState,
                   database.string() + " exists already; name another directory, so that nothing is lost.",
                   {}};
  site::BuiltFiles built = site::read_built_files(request.web);
  SIGHTLINE_TRY(InventedInspection invented,
                read_invented_inspection(request.source / "demo" / "invented-inspection"));
  std::optional<ProgrammeFiles> programme;
  std::optional<ReportFiles> reports;
  if (request.with_programme == WithProgramme::Yes) {
    const path folder = request.source / "demo" / "programme";
    SIGHTLINE_TRY(programme, read_programme_files(folder));
    SIGHTLINE_TRY(reports, read_report_files(folder, *programme));
  }
  SIGHTLINE_TRY(std::vector<Password> passwords, begin_passwords(invented.people, request.password));
  SIGHTLINE_TRY(
      exchange::PublicRecord record,
      exchange::read_public_record(request.source / "demo" / "public-record", request.source / "frameworks"));
  Material material{.programme = std::move(programme),
                    .reports = std::move(reports),
                    .invented = std::move(invented),
                    .record = std::move(record),
                    .built = std::move(built),
                    .passwords = std::move(passwords)};
  std::filesystem::create_directories(request.into);
  SIGHTLINE_TRY(json::Object summary, fill(request, material, report));
  settle(database);
  summary.add("seconds", seconds_since(begun));
  write_summary(request.into / "summary.json", summary);
  return Demonstration{std::move(summary), sign_ins(material.invented, material.passwords)};
}

terminal::Answer demo(Request request) {
  const char* given = std::getenv("SIGHTLINE_DEMO_PASSWORD");
  if (given && !request.password) request.password = given;
  jobs::Progress progress(std::cerr, "Making the demonstration");
  const Result<Demonstration> made = make(request, std::ref(progress));
  if (!made) return terminal::declined(made.refusal());
  return {.words = in_words(*made), .object = in_json(*made)};
}

}  // namespace sightline::demo
