// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline report …

#include "report/report_cli.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "platform/jobs/progress.h"
#include "platform/pdf/worker.h"
#include "report/draft_pages.h"
#include "verb.h"

namespace sightline {

namespace {

struct ReportOptions {
  std::string programme, report, into;
  std::string web = SIGHTLINE_SOURCE_ROOT "/build/web";
  std::string packages = SIGHTLINE_SOURCE_ROOT;
};

void write_file(const std::filesystem::path& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary);
  file << content;
  if (!file.flush()) throw std::runtime_error("could not write " + path.string());
}

/// The built files for browsers, where there are any: without them the page is plain.
void copy_assets(const std::filesystem::path& web, const std::filesystem::path& into) {
  if (!std::filesystem::is_directory(web)) return;
  std::filesystem::create_directories(into);
  for (const auto& file : std::filesystem::directory_iterator(web))
    if (file.is_regular_file())
      std::filesystem::copy_file(file.path(), into / file.path().filename(),
                                 std::filesystem::copy_options::overwrite_existing);
}

/// Writes the report as it stands: the page always, the PDF where the machine can make one.
Result<terminal::Answer> build(Opened& opened, const ReportOptions& options) {
  jobs::Progress progress(std::cerr, "Building the report");
  progress(0, 3);
  sql::Snapshot snapshot = opened.journal.snapshot();
  SIGHTLINE_TRY(const report::ReportView view,
                report::report_view(snapshot, people::the_operator(), options.programme, options.report));
  progress(1, 3);
  const std::filesystem::path into = options.into;
  std::filesystem::create_directories(into);
  write_file(into / "index.html", report::draft_document(view, "assets/").view());
  copy_assets(options.web, into / "assets");
  std::vector<std::string> files{(into / "index.html").string()};
  progress(2, 3);
  pdf::Worker worker({.packages = options.packages});
  const auto paper = worker.set(report::draft_paper(view, opened.clock.today()));
  if (paper) {
    write_file(into / "report.pdf", paper->bytes);
    files.push_back((into / "report.pdf").string());
  }
  progress(3, 3);
  terminal::Answer answer = report::answer_of(view, files);
  if (!paper) {
    answer.words += "\nNo PDF: " + paper.refusal().message;
    answer.object.add("pdf_refusal", paper.refusal().message);
  }
  return answer;
}

}  // namespace

void add_report_verbs(Command program, Chosen& chosen) {
  const auto options = std::make_shared<ReportOptions>();
  Command noun = program.noun("report", "Reports while they are written");
  const auto verb = [&](const char* name, const char* what) {
    Command command = noun.verb(name, what);
    command.option("programme", options->programme, "The key of the programme").required();
    return command;
  };

  Command list = verb("list", "Every report of a programme, the newest first");
  on(list, chosen, [options, address = database_option(list)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return report::list_reports(opened->journal, options->programme);
  });

  Command made = verb("build", "Make a page and a PDF of a report as it stands, every figure provisional");
  made.option("report", options->report, "The key of the report").required();
  made.option("--into", options->into, "The directory for index.html and report.pdf").required();
  made.option("--web", options->web, "Directory of the built stylesheet and script").shows_default();
  made.option("--packages", options->packages, "Where node_modules lies, for the PDF").shows_default();
  on(made, chosen, [options, address = database_option(made)]() -> Result<terminal::Answer> {
    SIGHTLINE_TRY(const std::shared_ptr<Opened> opened, open_database(*address));
    return build(*opened, *options);
  });
}

}  // namespace sightline
