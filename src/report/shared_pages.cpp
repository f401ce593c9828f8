// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/shared_pages.h"

#include "report/report_pages.h"

namespace sightline::report {

using namespace html;

Url reports_url(std::string_view programme_key) {
  return Url::path("programmes", programme_key, "reports");
}

Url report_url(std::string_view programme_key, std::string_view report_key) {
  return Url::path("programmes", programme_key, "reports", report_key);
}

Url section_url(std::string_view programme_key, std::string_view report_key, int number) {
  return Url::path("programmes", programme_key, "reports", report_key, "sections", number);
}

Url section_url(std::string_view programme_key, std::string_view report_key, int number, const char* page) {
  return Url::path("programmes", programme_key, "reports", report_key, "sections", number, page);
}

people::PageFrame frame_below_reports(const programme::Programme& programme, const Report* report,
                                      const std::string& title, Problems problems) {
  const std::string& key = programme.details.key;
  people::PageFrame frame{.title = programme.details.name,
                          .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                                          {.text = "Reports", .href = reports_url(key)}},
                          .problems = std::move(problems)};
  frame.title = "Reports, " + frame.title;
  if (report != nullptr) {
    frame.breadcrumbs.push_back({.text = report->title, .href = report_url(key, report->key)});
    frame.title = report->title + ", " + programme.details.name;
  }
  if (title.empty()) {
    frame.breadcrumbs.back().href = std::nullopt;
  } else {
    frame.breadcrumbs.push_back({.text = title});
    frame.title = title + ", " + frame.title;
  }
  if (programme.details.reality == people::Reality::Invented)
    frame.banner = "Invented: this programme and everything about it were made up.";
  return frame;
}

std::string by_in_words(const std::optional<std::string>& by) {
  return by.value_or("the operator");
}

Html typed_markdown(std::string_view markdown) {
  return pre({class_("app-markdown")}, markdown.empty() ? std::string_view("(no text)") : markdown);
}

std::string in_words(const std::vector<LineProblem>& problems) {
  if (problems.empty()) return "No problem stands in the way of publishing.";
  if (problems.size() == 1) return "1 problem stands in the way of publishing.";
  return std::to_string(problems.size()) + " problems stand in the way of publishing.";
}

Html problem_list(const std::vector<LineProblem>& problems, const people::Session& session,
                  std::string_view programme_key, std::string_view report_key) {
  if (problems.empty()) return {};
  const auto place = [&](const LineProblem& each) {
    const Html words = fragment("Section ", each.section, ", “", each.section_title, "”");
    if (!session.actor.may(Permission::WriteReports)) return words;
    return a({class_("govuk-link")}, section_url(programme_key, report_key, each.number), words);
  };
  return ul({class_("govuk-list govuk-list--bullet app-line-problems")},
            each(problems, [&](const LineProblem& each) {
              if (each.number == 0) return li({}, each.sentence);
              return li({}, place(each),
                        each.line > 0 ? ", line " + std::to_string(each.line) + ": " : std::string(": "),
                        each.sentence);
            }));
}

int number_in(const http::Request& request) {
  const auto number = http::positive_number(request.parameter("section")).value_or(0);
  return number <= INT32_MAX ? static_cast<int>(number) : 0;
}

void add_routes(http::Router& router, const people::Web& web, const PublicationWithKey& publication_with) {
  add_list_routes(router, web, publication_with);
  add_one_report_routes(router, web);
  add_editor_routes(router, web);
  add_history_routes(router, web);
}

}  // namespace sightline::report
