// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "assessment/assessment_form_pages.h"

#include <algorithm>

#include "base/text.h"
#include "people/web_pages.h"
#include "platform/html/govuk.h"
#include "platform/html/scrolling_table.h"

namespace sightline::assessment {

using namespace html;

namespace {

std::vector<govuk::Choice> choices(const programme::Framework& framework, const programme::Area& area) {
  const std::vector<Outcome> outcomes = outcomes_for(area, framework);
  std::vector<govuk::Choice> items;
  items.reserve(outcomes.size());
  for (const Outcome& outcome : outcomes)
    items.push_back({.value = outcome_word(outcome), .text = in_words(outcome, framework)});
  return items;
}

/// The words of another assessor about the same area, set apart from the form.
Html beside(std::string_view who, const Judgement& judgement, const programme::Framework& framework) {
  return govuk::inset_text({.text = fragment(p({class_("govuk-body govuk-!-margin-bottom-1")},
                                               strong({}, who, ": "), in_words(judgement.outcome, framework)),
                                             p({class_("govuk-body app-typed")}, judgement.reason)),
                            .classes = "govuk-!-margin-top-0"});
}

Html area_group(const CaseView& view, const FormContent& content, const programme::Area& area) {
  const Judgement judgement = judgement_of(content.judgements, area.key);
  Html others;
  if (content.meanwhile) {
    const Judgement theirs = judgement_of(*content.meanwhile, area.key);
    if (theirs != judgement) others += beside("Recorded meanwhile", theirs, view.framework);
  }
  if (view.other_side)
    others +=
        beside("The body’s own audit", judgement_of(view.other_side->judgements, area.key), view.framework);

  return section(
      {class_("app-area"), id_(area.key)},
      govuk::radios({.name = field_of("outcome", area.key),
                     .fieldset = {.legend = {.text = area.name, .classes = "govuk-fieldset__legend--m"}},
                     .hint = area.looks_at,
                     .error = content.problems.at(field_of("outcome", area.key)),
                     .items = choices(view.framework, area),
                     .value = judgement.outcome ? outcome_word(*judgement.outcome) : "",
                     .classes = "govuk-radios--small",
                     .form_group = {.classes = "app-grades"}}),
      others,
      govuk::textarea(
          {.name = field_of("reason", area.key),
           .label = {.text = fragment("Reason", span({class_("govuk-visually-hidden")}, " for ", area.name))},
           .error = content.problems.at(field_of("reason", area.key)),
           .value = judgement.reason,
           .rows = 4}));
}

bool is_done(const Judgement& judgement) {
  return judgement.outcome && !judgement.reason.empty();
}

/// The way through the areas, and how far each has come; web/progress.ts keeps it up to date while somebody
/// writes.
Html areas_list(const CaseView& view, const FormContent& content) {
  const std::vector<programme::Area>& areas = view.framework.areas;
  const auto done = std::ranges::count_if(areas, [&](const programme::Area& area) {
    return is_done(judgement_of(content.judgements, area.key));
  });
  return nav({class_("app-assessment__areas"), aria_("label", "Areas")},
             ol({}, each(areas,
                         [&](const programme::Area& area) {
                           const Judgement judgement = judgement_of(content.judgements, area.key);
                           return li({data_("state", is_done(judgement) ? "done" : "open")},
                                     a({class_("govuk-link")}, Url::fragment(area.key), area.name),
                                     span({class_("app-assessment__state")},
                                          is_done(judgement) || !judgement.outcome
                                              ? in_words(judgement.outcome, view.framework)
                                              : "Reason missing"));
                         })),
             p({class_("app-assessment__count")}, std::to_string(done), " of ", std::to_string(areas.size()),
               " done"));
}

Html buttons(const CaseView& view) {
  const bool may_submit = std::ranges::find(view.actions, Action::Submit) != view.actions.end();
  return div(
      {class_("govuk-button-group")},
      govuk::button({.text = "Save draft",
                     .name = "action",
                     .value = std::string(word(Action::Save)),
                     .classes = "govuk-button--secondary"}),
      when(may_submit, [&] {
        return govuk::button({.text = view.side == AssessorType::Inspectors ? "Submit for moderation"
                                                                            : "Submit to the inspectors",
                              .name = "action",
                              .value = std::string(word(Action::Submit)),
                              .prevents_double_click = true});
      }));
}

}  // namespace

std::vector<Judgement> typed_judgements(const http::Form& form, const programme::Framework& framework) {
  std::vector<Judgement> judgements;
  for (const programme::Area& area : framework.areas) {
    const std::string outcome_field = field_of("outcome", area.key),
                      reason_field = field_of("reason", area.key);
    if (!form.has(outcome_field) && !form.has(reason_field)) continue;
    judgements.push_back({area.key, outcome_from_word(form.text(outcome_field)),
                          with_plain_line_ends(form.text(reason_field))});
  }
  return judgements;
}

Result<std::vector<Judgement>> parse_judgements(const http::Form& form,
                                                const programme::Framework& framework) {
  std::vector<FieldProblem> problems;
  for (const programme::Area& area : framework.areas) {
    const std::string outcome_field = field_of("outcome", area.key);
    const std::string_view value = form.text(outcome_field);
    if (!value.empty() && !outcome_from_word(value))
      problems.push_back({outcome_field, area.name + ": choose one of the outcomes offered."});
  }
  if (!problems.empty())
    return Refusal{Refusal::Kind::Invalid, "The assessment could not be saved.", std::move(problems)};
  return typed_judgements(form, framework);
}

Html assessment_form(const CaseView& view, const FormContent& content, const people::Session& session) {
  const int revision = view.assessment ? view.assessment->revision : 0;
  const std::string whose = std::to_string(session.actor.person.value().value());
  const Url saves_at =
      Url::path("api", "inspections", view.inspection.key, "cases", view.subject.number, "assessment");
  return div(
      {class_("app-assessment")}, areas_list(view, content),
      form(Url::path("inspections", view.inspection.key, "cases", view.subject.number, "assessment"),
           people::csrf(session),
           {data_("module", "app-autosave"), data_("saves-at", saves_at.text()), data_("person", whose)},
           html::input({type_("hidden"), name_("revision"), value_(std::to_string(revision))}),
           each(view.framework.areas,
                [&](const programme::Area& area) { return area_group(view, content, area); }),
           div({class_("app-sticky-actions")}, buttons(view), p({class_("app-saved"), role_("status")}))));
}

Html judgements_table(const CaseView& view) {
  const auto cells = [&](const std::vector<Judgement>& judgements, std::string_view area) {
    const Judgement judgement = judgement_of(judgements, area);
    return Content(fragment(strong({}, in_words(judgement.outcome, view.framework)),
                            p({class_("govuk-body govuk-!-margin-bottom-0 app-typed")}, judgement.reason)));
  };
  govuk::Table table{
      .caption = "Judgement by area",
      .caption_classes = "govuk-table__caption--m",
      .head = {{.text = "Area"},
               {.text = view.side == AssessorType::Inspectors ? "Inspectors" : "Your own audit"}},
      .first_cell_is_header = true};
  if (view.other_side) table.head.push_back({.text = "The body’s own audit"});
  for (const programme::Area& area : view.framework.areas) {
    std::vector<govuk::Cell> row{
        {.text = area.name},
        {.text = cells(view.assessment ? view.assessment->judgements : std::vector<Judgement>{}, area.key)}};
    if (view.other_side) row.push_back({.text = cells(view.other_side->judgements, area.key)});
    table.rows.push_back(std::move(row));
  }
  return scrolling_table(table);
}

Html state_tag(std::optional<State> state) {
  if (!state) return govuk::tag({.text = "Not begun", .classes = "govuk-tag--grey"});
  switch (*state) {
    case State::Draft:
      return govuk::tag({.text = "Draft", .classes = "govuk-tag--light-blue"});
    case State::Submitted:
      return govuk::tag({.text = "Submitted", .classes = "govuk-tag--blue"});
    case State::Returned:
      return govuk::tag({.text = "Returned", .classes = "govuk-tag--orange"});
    case State::Agreed:
      return govuk::tag({.text = "Agreed", .classes = "govuk-tag--green"});
    case State::Reopened:
      return govuk::tag({.text = "Reopened", .classes = "govuk-tag--yellow"});
  }
  return {};
}

}  // namespace sightline::assessment
