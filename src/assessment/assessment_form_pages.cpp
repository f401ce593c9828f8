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

/// The words of another assessor about the same area, set apart from the form.
Html beside(std::string_view who, const Judgement& judgement, const programme::Framework& framework) {
  return govuk::inset_text({.text = fragment(p({class_("govuk-body govuk-!-margin-bottom-1")},
                                               strong({}, who, ": "), in_words(judgement.outcome, framework)),
                                             p({class_("govuk-body app-typed")}, judgement.reason)),
                            .classes = "govuk-!-margin-top-0"});
}

/// What stands in the form about the area; an empty judgement when that is nothing.
const Judgement& in_form(const FormContent& content, std::string_view area) {
  static const Judgement kNothing{};
  const Judgement* const found = find_judgement(content.judgements, area);
  return found != nullptr ? *found : kNothing;
}

/// What others wrote of the area, where it may be seen: on a conflict, and of the other side.
Html written_by_others(const CaseView& view, const FormContent& content, const programme::Area& area,
                       const Judgement& judgement) {
  Html others;
  if (content.meanwhile) {
    const Judgement theirs = judgement_of(*content.meanwhile, area.key);
    if (theirs.outcome != judgement.outcome || theirs.reason != judgement.reason)
      others += beside("Recorded meanwhile", theirs, view.framework());
  }
  if (view.other_side)
    others +=
        beside("The body’s own audit", judgement_of(view.other_side->judgements, area.key), view.framework());
  return others;
}

/// One group for each area, in order.
void add_area_groups(Html& groups, const CaseView& view, const FormContent& content,
                     const AreaPatterns& patterns) {
  for (std::size_t i = 0; i < view.framework().areas.size(); ++i) {
    const programme::Area& area = view.framework().areas[i];
    const Judgement& judgement = in_form(content, area.key);
    const Html others = written_by_others(view, content, area, judgement);
    if (content.problems.empty())
      patterns.group(i, judgement.outcome).add_filled(groups, {others, judgement.reason});
    else
      groups += area_group(view.framework(), area,
                           {.outcome = judgement.outcome,
                            .reason = judgement.reason,
                            .beside = others,
                            .outcome_error = content.problems.at(field_of("outcome", area.key)),
                            .reason_error = content.problems.at(field_of("reason", area.key))});
  }
}

bool is_done(const Judgement& judgement) {
  return judgement.outcome && !judgement.reason.empty();
}

/// The way through the areas, and how far each has come; web/progress.ts keeps it up to date while somebody
/// writes.
Html areas_list(const CaseView& view, const FormContent& content, const AreaPatterns& patterns) {
  const std::vector<programme::Area>& areas = view.framework().areas;
  std::size_t done = 0;
  Html lines;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const Judgement& judgement = in_form(content, areas[i].key);
    const bool has_come_through = is_done(judgement);
    done += has_come_through ? 1 : 0;
    patterns.line(i, has_come_through ? Progress::Done : Progress::Open)
        .add_filled(lines,
                    {has_come_through || !judgement.outcome ? in_words(judgement.outcome, view.framework())
                                                            : std::string("Reason missing")});
  }
  return nav({class_("app-assessment__areas"), aria_("label", "Areas")}, ol({}, lines),
             p({class_("app-assessment__count")}, done, " of ", areas.size(), " done"));
}

Html submit_button(const char* text) {
  return govuk::button({.text = text,
                        .name = "action",
                        .value = std::string(word(Action::Submit)),
                        .prevents_double_click = true});
}

Html buttons(const CaseView& view) {
  static const Html save = govuk::button({.text = "Save draft",
                                          .name = "action",
                                          .value = std::string(word(Action::Save)),
                                          .classes = "govuk-button--secondary"}),
                    to_moderation = submit_button("Submit for moderation"),
                    to_inspectors = submit_button("Submit to the inspectors");
  const bool may_submit = std::ranges::find(view.actions, Action::Submit) != view.actions.end();
  const Html& submit = view.side == AssessorType::Inspectors ? to_moderation : to_inspectors;
  return div({class_("govuk-button-group")}, save, when(may_submit, [&] { return submit; }));
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

void add_assessment_form(Html& out, const CaseView& view, const FormContent& content,
                         const AreaPatterns& patterns, const people::Session& session) {
  const int revision = view.assessment ? view.assessment->revision : 0;
  const std::string whose = std::to_string(session.actor.person.value().value());
  const Url saves_at =
      Url::path("api", "inspections", view.inspection.key, "cases", view.subject.number, "assessment");
  const Pattern around(div(
      {class_("app-assessment")}, areas_list(view, content, patterns),
      form(Url::path("inspections", view.inspection.key, "cases", view.subject.number, "assessment"),
           people::csrf(session),
           {data_("module", "app-autosave"), data_("saves-at", saves_at.text()), data_("person", whose)},
           html::input({type_("hidden"), name_("revision"), value_(std::to_string(revision))}), hole(),
           div({class_("app-sticky-actions")}, buttons(view), p({class_("app-saved"), role_("status")})))));
  around.add_around(out, [&](Html& groups) { add_area_groups(groups, view, content, patterns); });
}

Html judgements_table(const CaseView& view) {
  const auto cells = [&](const std::vector<Judgement>& judgements, std::string_view area) {
    const Judgement judgement = judgement_of(judgements, area);
    return Content(fragment(strong({}, in_words(judgement.outcome, view.framework())),
                            p({class_("govuk-body govuk-!-margin-bottom-0 app-typed")}, judgement.reason)));
  };
  govuk::Table table{
      .caption = "Judgement by area",
      .caption_classes = "govuk-table__caption--m",
      .head = {{.text = "Area"},
               {.text = view.side == AssessorType::Inspectors ? "Inspectors" : "Your own audit"}},
      .first_cell_is_header = true};
  if (view.other_side) table.head.push_back({.text = "The body’s own audit"});
  for (const programme::Area& area : view.framework().areas) {
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
