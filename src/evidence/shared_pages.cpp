// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "evidence/shared_pages.h"

#include "evidence/evidence_pages.h"

namespace sightline::evidence {

using namespace html;

Url evidence_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "evidence");
}

Url document_url(std::string_view inspection_key, std::int64_t number) {
  return Url::path("inspections", inspection_key, "evidence", std::to_string(number));
}

people::PageFrame frame_below_evidence(const inspection::Inspection& inspection, const std::string& title,
                                       Problems problems) {
  return {.title = title + ", " + inspection.title,
          .breadcrumbs = {{.text = "Programme", .href = Url::local("/programme")},
                          {.text = inspection.title, .href = inspection::address_of(inspection.key)},
                          {.text = "Evidence", .href = evidence_url(inspection.key)},
                          {.text = title}},
          .problems = std::move(problems),
          .banner = inspection::invented_banner(inspection.reality)};
}

std::optional<inspection::Inspection> where_recording(sql::Reader& reader, const http::Request& request,
                                                      const people::Session& session) {
  auto seen = inspection::see_inspection(reader, session.actor, request.parameter("inspection"));
  if (!seen || !seen->permissions.may(Permission::RecordEvidence)) return std::nullopt;
  return std::move(seen->inspection);
}

http::Response no_such_inspection_page() {
  return http::problem({Refusal::Kind::NotFound, "There is no such inspection.", {}});
}

Html how_to_quote() {
  return p({class_("govuk-hint app-small")}, "A report quotes an extract by its number: a line ",
           code({class_("app-code")}, "```extract"), ", a line with the number alone, and a line ",
           code({class_("app-code")}, "```"), ".");
}

Html details_inputs(const http::Form& typed, const Problems& problems, Kind unless_typed) {
  std::vector<govuk::Choice> kinds;
  for (const auto& [kind, spelling] : kWords<Kind>)
    kinds.push_back({.value = std::string(spelling), .text = name_of(kind)});
  const std::string chosen(typed.text("kind").empty() ? word(unless_typed) : typed.text("kind"));
  return fragment(
      govuk::radios({.name = "kind",
                     .fieldset = {.legend = {.text = "What is it?", .classes = "govuk-fieldset__legend--s"}},
                     .error = problems.at("kind"),
                     .items = std::move(kinds),
                     .value = chosen}),
      govuk::input({.name = "title",
                    .label = {.text = "Title"},
                    .hint = "Say who spoke by their role. Enter no name and nothing that leads to a child.",
                    .error = problems.at("title"),
                    .value = std::string(typed.text("title"))}),
      inspection::partial_date_input("dated", "When was it said, seen or written? (optional)",
                                     "Leave the day, or day and month, empty if they are not known.",
                                     inspection::typed_date(typed, "dated"), problems));
}

Result<Details> details_in(const http::Form& form) {
  std::vector<FieldProblem> problems;
  const auto kind = from_word<Kind>(form.text("kind"));
  if (!kind) problems.push_back({"kind", "Say what it is."});
  const inspection::TypedDate typed = inspection::typed_date(form, "dated");
  const std::optional<PartialDate> dated = inspection::date_in(typed);
  if (!dated && !inspection::is_empty(typed))
    problems.push_back({"dated", "Enter a year, a month and year, or a whole date such as 4 2 2019."});
  Details details{kind.value_or(Kind::Document), std::string(form.text("title")), dated};
  if (const auto named = checked(details); !named)
    problems.insert(problems.end(), named.refusal().fields.begin(), named.refusal().fields.end());
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The document was not recorded.", std::move(problems)};
  return details;
}

void add_routes(http::Router& router, const people::Web& web, const extract::Extractor& extractor) {
  add_list_routes(router, web);
  add_note_routes(router, web);
  add_upload_routes(router, web, extractor);
  add_document_routes(router, web);
}

}  // namespace sightline::evidence
