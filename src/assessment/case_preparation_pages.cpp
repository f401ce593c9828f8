// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_preparation_pages.h"

#include "assessment/case_address_pages.h"
#include "assessment/case_stages.h"
#include "base/number.h"
#include "base/text.h"
#include "inspection/inspection_service.h"
#include "inspection/shared_pages.h"
#include "platform/clock/clock.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::assessment {

using namespace html;
using http::Request;
using http::Response;
using people::Session;

namespace {

Url preparation_url(std::string_view inspection_key) {
  return Url::path("inspections", inspection_key, "prepare-cases");
}

/// What the page shows, and what was typed into it when it comes back.
struct Preparation {
  inspection::Inspection inspection;
  programme::Framework framework;
  std::vector<DrawnSample> samples;
  http::Form typed{};
  Problems problems{};
  std::string added{};  ///< What was just added, as the address says it: "sample" or a case's number.
};

Html added_notice(const Preparation& shown) {
  const auto said = [](std::string_view sentence) {
    return govuk::notification_banner({.text = sentence, .is_success = true});
  };
  if (shown.added == "sample") return said("Sample added.");
  if (http::positive_number(shown.added)) return said("Case " + shown.added + " added.");
  return {};
}

Html drawing_fields(const Preparation& shown) {
  const auto field = [&](const char* name, const char* label, const char* hint, const char* classes = "") {
    return govuk::input({.name = name,
                         .label = {.text = label},
                         .hint = hint,
                         .error = shown.problems.at(name),
                         .value = std::string(shown.typed.text(name)),
                         .classes = classes});
  };
  const auto choice = [](Method method, const char* hint) {
    return govuk::Choice{
        .value = std::string(word(method)), .text = std::string(name_of(method)), .hint = hint};
  };
  return fragment(
      govuk::radios(
          {.name = "method",
           .fieldset = {.legend = {.text = "How were they drawn?", .classes = "govuk-fieldset__legend--s"}},
           .error = shown.problems.at("method"),
           .items = {choice(Method::AtRandom, "By lot: every case of the list had the same chance"),
                     choice(Method::AtIntervals, "Every tenth of the list, say, from a start"),
                     choice(Method::ByKind, "So many of each kind of case"),
                     choice(Method::ByHand, "For what is known of them")},
           .value = std::string(shown.typed.text("method"))}),
      field("list", "From which list?",
            "Such as “Missing-child reports, October 2026”. Enter nothing that leads to a child."),
      field("list_length", "How many cases stood in the list?",
            "A whole number. Leave it empty only for cases drawn by hand from a list that nobody counted.",
            "govuk-input--width-5"),
      field("repeated_by", "What does it take to draw the same again?",
            "The seed of a random draw, or the start and the step. Otherwise leave it empty."));
}

Html sample_form(const Preparation& shown, const CsrfToken& token) {
  const std::string chosen_by(shown.typed.text("chosen_by"));
  return form(
      preparation_url(shown.inspection.key), token, {}, h2({class_("govuk-heading-m")}, "Add a sample"),
      govuk::input({.name = "sample",
                    .label = {.text = "Name"},
                    .hint = "Such as “Chosen by the force” or “Further cases, missing children”",
                    .error = shown.problems.at("sample"),
                    .value = std::string(shown.typed.text("sample"))}),
      govuk::radios(
          {.name = "chosen_by",
           .fieldset = {.legend = {.text = "Who chose these cases?", .classes = "govuk-fieldset__legend--s"}},
           .error = shown.problems.at("chosen_by"),
           .items = {{.value = std::string(word(ChosenBy::Body)),
                      .text = "The inspected body",
                      .hint =
                          "It audits them itself. Inspectors see its grades once their own are submitted."},
                     {.value = std::string(word(ChosenBy::Inspectors)), .text = "The inspectors"}},
           .value = chosen_by}),
      drawing_fields(shown), govuk::button({.text = "Add sample", .name = "add", .value = "sample"}));
}

Html case_form(const Preparation& shown, const CsrfToken& token) {
  if (shown.samples.empty())
    return p({class_("govuk-body")}, "Add a sample first. Cases belong to a sample.");
  std::vector<govuk::SelectItem> samples, kinds{{.value = "", .text = "Choose a kind of case"}};
  for (const DrawnSample& drawn : shown.samples)
    samples.push_back({.value = std::to_string(drawn.sample.id.value()), .text = drawn.sample.name});
  for (const programme::CaseKind& kind : shown.framework.case_kinds)
    kinds.push_back({.value = kind.key, .text = kind.name});
  return form(
      preparation_url(shown.inspection.key), token, {}, h2({class_("govuk-heading-m")}, "Add a case"),
      govuk::select({.name = "sample_id",
                     .label = {.text = "Sample"},
                     .items = std::move(samples),
                     .value = std::string(shown.typed.text("sample_id"))}),
      govuk::select({.name = "kind",
                     .label = {.text = "Kind of case"},
                     .hint = "The case gets a number drawn at random. Enter nothing that leads to a child.",
                     .error = shown.problems.at("kind"),
                     .items = std::move(kinds),
                     .value = std::string(shown.typed.text("kind"))}),
      govuk::button({.text = "Add case", .name = "add", .value = "case"}));
}

std::string method_in_words(const DrawnSample& drawn) {
  if (!drawn.drawing) return "Not recorded";
  std::string words(name_of(drawn.drawing->method));
  return drawn.drawing->repeated_by.empty() ? words : words + ": " + drawn.drawing->repeated_by;
}

std::string list_in_words(const DrawnSample& drawn) {
  if (!drawn.drawing) return "Not recorded";
  const std::string length =
      drawn.drawing->list_length ? counted(*drawn.drawing->list_length, "case", "cases") : "not counted";
  return drawn.drawing->list + " (" + length + ")";
}

Html samples_table(const Preparation& shown) {
  if (shown.samples.empty()) return {};
  govuk::Table table{.caption = "Samples of this inspection",
                     .caption_classes = "govuk-table__caption--m",
                     .head = {{.text = "Sample"},
                              {.text = "Chosen by"},
                              {.text = "How"},
                              {.text = "From which list"},
                              {.text = "Entered"},
                              {.text = "Cases"}},
                     .first_cell_is_header = true};
  for (const DrawnSample& drawn : shown.samples)
    table.rows.push_back(
        {{.text = drawn.sample.name},
         {.text = drawn.sample.chosen_by == ChosenBy::Body ? "The inspected body" : "The inspectors"},
         {.text = method_in_words(drawn)},
         {.text = list_in_words(drawn)},
         {.text = drawn.drawn_at ? clock::in_london_words(*drawn.drawn_at) + ", " + drawn.drawn_by
                                 : std::string("Not recorded")},
         {.text = drawn.cases}});
  return scrolling_table(table);
}

/// The forms, or why there are none at this stage.
Html preparation_forms(const Preparation& shown, const CsrfToken& token) {
  if (const auto refusal = refuse_at(shown.inspection.stage, CaseWork::Prepare))
    return govuk::inset_text({.text = refusal->message});
  return fragment(case_form(shown, token), sample_form(shown, token));
}

/// What was typed about a sample, all that is wrong with it at once.
Result<SampleDetails> parse_sample(const http::Form& form) {
  const auto chosen_by = from_word<ChosenBy>(form.text("chosen_by"));
  const auto method = from_word<Method>(form.text("method"));
  const auto length = http::positive_number(form.text("list_length"));
  std::vector<FieldProblem> problems;
  if (!chosen_by) problems.push_back({"chosen_by", "Say who chose these cases."});
  if (!method) problems.push_back({"method", "Say how these cases were drawn."});
  if (length > kLongestSampledList || (!length && !trimmed(form.text("list_length")).empty()))
    problems.push_back({"list_length", "Enter how many cases stood in the list, as a whole number."});
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The sample could not be added.", std::move(problems)};
  return SampleDetails{
      .name = std::string(form.text("sample")),
      .chosen_by = *chosen_by,
      .drawing = {.method = *method,
                  .list = std::string(form.text("list")),
                  .list_length = length ? std::optional(static_cast<int>(*length)) : std::nullopt,
                  .repeated_by = std::string(form.text("repeated_by"))}};
}

struct PreparationPages {
  const people::Web& web;

  Response show(const Request& request, const Session& session) const {
    std::optional<Preparation> shown = read(request, session);
    if (!shown) return not_there();
    // The next case often goes into the same sample.
    shown->typed = request.query;
    shown->added = request.query.text("added");
    return page(request, session, *shown, http::Status::Ok);
  }

  Response add(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    std::optional<Preparation> shown = read(request, session);
    if (!shown) return not_there();
    const Result<Url> there = added(*form, *shown, session);
    if (there) return http::see_other(there->text());
    shown->typed = *form;
    shown->problems = Problems(there.refusal());
    return page(request, session, *shown, http::status_of(there.refusal().kind));
  }

 private:
  static Response not_there() {
    return http::problem({Refusal::Kind::NotFound, "There is no such inspection.", {}});
  }

  /// Where to go once it is added: the same page, which says so.
  Result<Url> added(const http::Form& form, const Preparation& shown, const Session& session) const {
    const Url back = preparation_url(shown.inspection.key);
    if (form.text("add") == "sample") {
      SIGHTLINE_TRY(SampleDetails details, parse_sample(form));
      SIGHTLINE_TRY(
          const SampleId drawn,
          web.journal().perform(session.actor, DrawSample{shown.inspection.id, std::move(details)}));
      return back.with("added", "sample").with("sample_id", drawn.value());
    }
    const SampleId sample{http::positive_number(form.text("sample_id")).value_or(0)};
    SIGHTLINE_TRY(const Case added,
                  web.journal().perform(
                      session.actor, AddCase{shown.inspection.id, sample, std::string(form.text("kind"))}));
    return back.with("added", added.number).with("sample_id", sample.value());
  }

  /// Nothing unless this person may prepare the cases of that inspection.
  std::optional<Preparation> read(const Request& request, const Session& session) const {
    sql::Snapshot snapshot = web.journal().snapshot();
    const auto seen = inspection::see_inspection(snapshot, session.actor, request.parameter("inspection"));
    if (!seen || !seen->permissions.may(Permission::PrepareCases)) return std::nullopt;
    const inspection::Inspection& inspection = seen->inspection;
    const auto framework = framework_of(snapshot, session.actor, inspection.id);
    if (!framework) return std::nullopt;
    return Preparation{.inspection = inspection,
                       .framework = *framework,
                       .samples = samples_of(snapshot, session.actor, inspection.id)};
  }

  Response page(const Request& request, const Session& session, const Preparation& shown,
                http::Status status) const {
    const CsrfToken token = people::csrf(session);
    const Html main =
        fragment(added_notice(shown), span({class_("govuk-caption-xl")}, shown.inspection.title),
                 h1({class_("govuk-heading-xl")}, "Prepare cases"), preparation_forms(shown, token),
                 samples_table(shown));
    return web.page(request, session,
                    {.title = "Prepare cases, " + shown.inspection.title,
                     .breadcrumbs = {{.text = shown.inspection.title,
                                      .href = Url::path("inspections", shown.inspection.key)},
                                     {.text = "Cases", .href = cases_url(shown.inspection.key)},
                                     {.text = "Prepare cases"}},
                     .problems = shown.problems,
                     .banner = inspection::invented_banner(shown.inspection.reality)},
                    main, status);
  }
};

/// Gives a case to somebody and goes back to it.
struct AssignPage {
  const people::Web& web;

  Response operator()(const Request& request, const Session& session) const {
    const Result<http::Form> form = request.form();
    if (!form) return http::problem(form.refusal());
    std::optional<PersonId> to;
    if (const auto person = http::positive_number(form->text("assigned_to"))) to = PersonId{*person};
    const std::string &inspection = request.parameter("inspection"), &number = request.parameter("case");
    const auto assigned = web.journal().perform(session.actor, AssignCase{inspection, number, to});
    if (!assigned) return http::problem(assigned.refusal());
    return http::see_other(case_url(inspection, number).with("done", "assigned").text());
  }
};

}  // namespace

Html assignment_form(const CaseView& view, const CsrfToken& token) {
  if (view.team.empty()) return {};
  std::vector<govuk::SelectItem> people{{.value = "", .text = "Nobody"}};
  for (const inspection::Member& member : view.team)
    if (!member.left_at)
      people.push_back({.value = std::to_string(member.person.value()), .text = member.name});
  const std::string chosen =
      view.subject.assigned_to ? std::to_string(view.subject.assigned_to->value()) : std::string();
  return form(
      Url::path("inspections", view.inspection.key, "cases", view.subject.number, "assignee"), token, {},
      h2({class_("govuk-heading-m")}, "Assessor"),
      govuk::select({.name = "assigned_to",
                     .label = {.text = "Assigned to"},
                     .items = std::move(people),
                     .value = chosen}),
      govuk::button({.text = "Assign", .classes = "govuk-button--secondary", .prevents_double_click = true}));
}

Html assignment_history(const CaseView& view) {
  if (view.assignments.empty()) return {};
  govuk::Table table{.caption = "Who has had this case, the latest first",
                     .caption_classes = "govuk-visually-hidden",
                     .head = {{.text = "Given to"}, {.text = "When"}, {.text = "By"}},
                     .first_cell_is_header = true};
  for (const Assignment& each : view.assignments)
    table.rows.push_back({{.text = each.to.value_or("Nobody")},
                          {.text = clock::in_london_words(each.from)},
                          {.text = each.by}});
  return govuk::details({.summary = "Who has had this case", .text = scrolling_table(table)});
}

void add_case_preparation_routes(http::Router& router, const people::Web& web) {
  const PreparationPages pages{web};
  router.get("/inspections/{inspection}/prepare-cases",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/inspections/{inspection}/prepare-cases",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.add(r, s); }));
  router.post("/inspections/{inspection}/cases/{case}/assignee", web.signed_in(AssignPage{web}));
}

}  // namespace sightline::assessment
