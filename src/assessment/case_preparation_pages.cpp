// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/case_preparation_pages.h"

#include "assessment/case_address_pages.h"
#include "assessment/case_stages.h"
#include "inspection/inspection_service.h"
#include "inspection/shared_pages.h"
#include "platform/html/govuk.h"

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
  std::vector<Sample> samples;
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
      govuk::button({.text = "Add sample", .name = "add", .value = "sample"}));
}

Html case_form(const Preparation& shown, const CsrfToken& token) {
  if (shown.samples.empty())
    return p({class_("govuk-body")}, "Add a sample first. Cases belong to a sample.");
  std::vector<govuk::SelectItem> samples, kinds{{.value = "", .text = "Choose a kind of case"}};
  for (const Sample& sample : shown.samples)
    samples.push_back({.value = std::to_string(sample.id.value()), .text = sample.name});
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

/// The forms, or why there are none at this stage.
Html preparation_forms(const Preparation& shown, const CsrfToken& token) {
  if (const auto refusal = refuse_at(shown.inspection.stage, CaseWork::Prepare))
    return govuk::inset_text({.text = refusal->message});
  return fragment(case_form(shown, token), sample_form(shown, token));
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
      const std::optional<ChosenBy> chosen_by = from_word<ChosenBy>(form.text("chosen_by"));
      if (!chosen_by)
        return Refusal{Refusal::Kind::Invalid,
                       "The sample could not be added.",
                       {{"chosen_by", "Say who chose these cases."}}};
      SIGHTLINE_TRY(
          const SampleId drawn,
          web.journal().perform(session.actor, DrawSample{shown.inspection.id,
                                                          {std::string(form.text("sample")), *chosen_by}}));
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
    const auto inspection =
        inspection::find_inspection(snapshot, session.actor, request.parameter("inspection"));
    if (!inspection ||
        !inspection::permissions_in(snapshot, session.actor, inspection->id).may(Permission::PrepareCases))
      return std::nullopt;
    const auto framework = framework_of(snapshot, session.actor, inspection->id);
    if (!framework) return std::nullopt;
    return Preparation{
        .inspection = *inspection, .framework = *framework, .samples = samples_of(snapshot, inspection->id)};
  }

  Response page(const Request& request, const Session& session, const Preparation& shown,
                http::Status status) const {
    const CsrfToken token = people::csrf(session);
    const Html main =
        fragment(added_notice(shown), span({class_("govuk-caption-xl")}, shown.inspection.title),
                 h1({class_("govuk-heading-xl")}, "Prepare cases"), preparation_forms(shown, token));
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

void add_case_preparation_routes(http::Router& router, const people::Web& web) {
  const PreparationPages pages{web};
  router.get("/inspections/{inspection}/prepare-cases",
             web.signed_in([pages](const Request& r, const Session& s) { return pages.show(r, s); }));
  router.post("/inspections/{inspection}/prepare-cases",
              web.signed_in([pages](const Request& r, const Session& s) { return pages.add(r, s); }));
  router.post("/inspections/{inspection}/cases/{case}/assignee", web.signed_in(AssignPage{web}));
}

}  // namespace sightline::assessment
