// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// compose_edition(): a report as it would be published, from the reader's state alone.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/text.h"
#include "inspection/inspection_service.h"
#include "people/organisation_service.h"
#include "programme/programme_service.h"
#include "publication/edition_links.h"
#include "publication/edition_service.h"
#include "publication/edition_store.h"
#include "recommendation/recommendation_service.h"
#include "report/report_service.h"

namespace sightline::publication {

namespace {

using report::LineProblem;

/// Of the whole report or of the press release, which have no number.
LineProblem general(std::string sentence) {
  return {.section = 0, .number = 0, .section_title = {}, .line = 0, .sentence = std::move(sentence)};
}

/// The lines of the press release that stand before its text: its title and the blanks below it.
int lines_before(const std::string& press_release, const std::string& text) {
  const std::size_t at = text.empty() ? std::string::npos : press_release.find(text);
  if (at == std::string::npos) return 0;
  return static_cast<int>(
      std::count(press_release.begin(), press_release.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// A press release read as a report of one section, so that the same is asked of it.
struct PressRelease {
  report::Composed composed;
  int lines_before = 0;
  std::optional<LineProblem> problem = {};
};

PressRelease read_press_release(const std::string& text) {
  const Result<report::SectionText> chapter = report::read_chapter(text);
  if (!chapter)
    return {
        .composed = {},
        .problem = general("Press release, line 1: Begin with the title of the press release, behind “# ”.")};
  const report::Report alone{.id = report::ReportId{0},
                             .programme = programme::ProgrammeId{0},
                             .key = "press-release",
                             .revision = 1,
                             .title = chapter->title,
                             .subtitle = {},
                             .summary = {},
                             .sections = {{.id = report::SectionId{0},
                                           .number = 1,
                                           .position = 1,
                                           .revision = 1,
                                           .title = chapter->title,
                                           .markdown = chapter->markdown}}};
  return {.composed = report::compose(alone), .lines_before = lines_before(text, chapter->markdown)};
}

LineProblem of_press_release(const LineProblem& problem, int lines_before) {
  const int line = problem.line == 0 ? 1 : problem.line + lines_before;
  return general("Press release, line " + std::to_string(line) + ": " + problem.sentence);
}

BodyKind kind_of(sql::Reader& reader, people::OrganisationId body) {
  const std::vector<people::OrganisationForm> forms = people::forms_of(reader, body);
  if (!forms.empty())
    for (const Word<BodyKind>& entry : kWords<BodyKind>)
      if (lower_ascii(forms.back().form) == lower_ascii(kind_in_words(entry.value)) ||
          lower_ascii(forms.back().form) == entry.word)
        return entry.value;
  return BodyKind::Commissioner;
}

InspectedForce inspected(sql::Reader& reader, const people::Organisation& force) {
  const auto body = force.overseen_by ? people::find_organisation(reader, *force.overseen_by) : std::nullopt;
  return {.force = force.id,
          .force_name = force.name,
          .body = body ? std::optional(body->id) : std::nullopt,
          .body_name = body ? body->name : std::string(),
          .body_kind = body ? kind_of(reader, body->id) : BodyKind::Commissioner};
}

/// The forces whose inspections the figures count; of an area, those that police it.
std::vector<InspectedForce> forces_in(sql::Reader& reader, const std::vector<FrozenFigure>& figures) {
  std::set<std::int64_t> inspections;
  for (const FrozenFigure& figure : figures)
    for (const figure::Input& input : figure.value.inputs)
      if (input.kind == figure::Input::Kind::Inspection) inspections.insert(input.id);
  std::set<people::OrganisationId> ids;
  for (const std::int64_t id : inspections) {
    const auto found =
        inspection::find_inspection(reader, people::the_operator(), inspection::InspectionId{id});
    if (!found) continue;
    ids.insert(found->body);
    for (const people::OrganisationId force : inspection::forces_of_area(reader, found->body))
      ids.insert(force);
  }
  std::vector<InspectedForce> forces;
  for (const people::OrganisationId id : ids)
    if (const auto body = people::find_organisation(reader, id);
        body && body->kind == people::OrganisationKind::PoliceForce)
      forces.push_back(inspected(reader, *body));
  std::ranges::stable_sort(forces, {}, &InspectedForce::force_name);
  return forces;
}

std::vector<CountedInspection> counted_in(const figure::InspectionsBehind& inspections,
                                          const figure::Value& value) {
  std::vector<CountedInspection> counted;
  for (figure::InspectionBehind& each : inspections.of(value.inputs))
    counted.push_back({std::move(each.title), std::move(each.body), each.kind});
  return counted;
}

/// The head of a content: whose it is and what it is called.
EditionContent content_of(sql::Reader& reader, const programme::Programme& programme,
                          const report::Report& report, const EditionDraft& draft, int number,
                          Date clocks_begin) {
  EditionContent content{
      .programme = programme.id,
      .programme_key = programme.details.key,
      .programme_name = programme.details.name,
      .reality = programme.details.reality,
      .publisher = editions::inspectorate(reader, programme.details.reality).value_or(programme.details.name),
      .report = report.id,
      .report_key = report.key,
      .number = number,
      .published_on = draft.published_on,
      .clocks_begin = clocks_begin,
      .title = report.title,
      .subtitle = report.subtitle,
      .summary = report.summary,
      .press_release = draft.press_release,
      .change_note = draft.change_note,
      .sections = {},
      .figures = {},
      .quotations = {},
      .recommendations = {},
      .forces = {}};
  for (const report::Section& section : report.sections)
    content.sections.push_back({section.id, section.revision, section.title, section.markdown});
  return content;
}

/// Works out the figures of the report and of its press release, and says what is wrong with how they are
/// used.
void add_figures(sql::Reader& reader, Composition& composition, const PressRelease& press) {
  std::set<std::string> keys = composition.report.figure_keys;
  keys.insert(composition.press_release.figure_keys.begin(), composition.press_release.figure_keys.end());
  figure::WorkedFigures worked = figure::work_out_all(reader, composition.content.programme, keys);
  composition.entry = worked.entry;
  const auto choices = figure::choices_for(reader, people::the_operator(), composition.content.programme_key);
  const figure::InspectionsBehind inspections(reader, composition.content.programme);
  for (auto& [key, each] : worked.worked) {
    figure::Shown shown = figure::shown(each.value, each.figure.details, figure::Policy::RoundedToFive);
    composition.figures.emplace(key, report::ReportFigure{each.figure.details, shown});
    std::string words = choices ? figure::in_words(each.figure.details.definition, choices->names)
                                : figure::in_words(each.figure.details.definition);
    auto counted = counted_in(inspections, each.value);
    composition.content.figures.push_back({.key = key,
                                           .revision = each.figure.revision,
                                           .details = std::move(each.figure.details),
                                           .words = std::move(words),
                                           .value = std::move(each.value),
                                           .shown = std::move(shown),
                                           .inspections = std::move(counted)});
  }
  report::RefusedFigures refused;
  for (auto& [key, refusal] : worked.refused) refused.emplace(key, std::move(refusal));
  const auto add = [&](const std::vector<LineProblem>& problems) {
    composition.problems.insert(composition.problems.end(), problems.begin(), problems.end());
  };
  add(report::problems_with_figures(composition.report, composition.figures, refused));
  add(problems_with_paths(composition.report, composition.content.figures));
  std::ranges::stable_sort(composition.problems, {},
                           [](const LineProblem& each) { return std::pair(each.section, each.line); });
  if (press.problem) composition.problems.push_back(*press.problem);
  for (const std::vector<LineProblem>& problems :
       {press.composed.problems, report::problems_with_figures(press.composed, composition.figures, refused),
        problems_with_paths(press.composed, composition.content.figures)})
    for (const LineProblem& problem : problems)
      composition.problems.push_back(of_press_release(problem, press.lines_before));
}

/// Why the actor cannot be the second person who reads this passage. Handbook §9.16, §8.44.
std::optional<std::string> refuse_reading(sql::Reader& reader, const people::Actor& actor,
                                          const report::Quotable& quotable) {
  const std::string name = evidence::name_of(quotable.passage.extract);
  if (actor.person && quotable.quoted_by == actor.person)
    return name + " was quoted by you: somebody else reads it, and publishes the report.";
  if (!inspection::find_inspection(reader, actor, quotable.passage.inspection))
    return name + " comes from an inspection that you may not see: somebody else publishes the report.";
  return std::nullopt;
}

/// Reads the passages that the report quotes, those alone that may be published.
void add_quotations(sql::Reader& reader, const people::Actor& actor, Composition& composition) {
  const report::Quotables quotables =
      report::quotables_of(reader, composition.content.report, composition.report.extracts);
  const programme::ProgrammeId programme = composition.content.programme;
  std::vector<LineProblem> problems =
      report::problems_with_quotations(composition.report, quotables, programme);
  for (const report::ComposedSection& section : composition.report.sections) {
    std::map<std::int64_t, FrozenQuotation> quoted;  // in order of extract, each once
    for (const markdown::ExtractUse& use : markdown::extracts_of(section.document)) {
      const auto found = quotables.find(use.number);
      if (found == quotables.end() || report::refuse_quotation(found->second.passage, programme)) continue;
      if (auto sentence = refuse_reading(reader, actor, found->second)) {
        problems.push_back({section.position, section.number, section.title, use.line, *std::move(sentence)});
        continue;
      }
      const evidence::Passage& passage = found->second.passage;
      composition.words.emplace(use.number, *passage.words);
      quoted.emplace(use.number, FrozenQuotation{.section = section.section,
                                                 .extract = passage.extract,
                                                 .document = passage.document,
                                                 .range = passage.range,
                                                 .words = *passage.words});
    }
    for (auto& [number, quotation] : quoted) composition.content.quotations.push_back(std::move(quotation));
  }
  std::ranges::move(problems, std::back_inserter(composition.problems));
}

/// A press release quotes what the report quotes, and nothing else.
void check_quotations(const PressRelease& press, Composition& composition) {
  for (const report::ComposedSection& section : press.composed.sections)
    for (const markdown::ExtractUse& use : markdown::extracts_of(section.document))
      if (!composition.report.extracts.contains(use.number))
        composition.problems.push_back(of_press_release(
            {section.position, section.number, section.title, use.line,
             "Extract " + std::to_string(use.number) +
                 " is not quoted in the report: a press release quotes only what the report quotes."},
            press.lines_before));
}

void add_recommendations(sql::Reader& reader, Composition& composition,
                         std::optional<PublicationId> publication) {
  for (editions::Publishable& each :
       editions::publishable(reader, composition.content.programme, publication)) {
    if (!each.rests_on_agreed && !publication)
      composition.problems.push_back(
          general("The recommendation " + each.recommendation.key + " rests on no agreed finding any more."));
    composition.content.recommendations.push_back(std::move(each.recommendation));
  }
}

/// The report that somebody would publish, and what was published of it.
struct Opened {
  programme::Programme programme;
  report::Report report;
  std::vector<Edition> before;  ///< Newest first.
  int number;                   ///< Of the next edition.
};

Result<Opened> open_report(sql::Reader& reader, std::string_view programme_key, std::string_view report_key) {
  auto programme = programme::find_programme(reader, programme_key);
  auto report = report::find_report(reader, people::the_operator(), programme_key, report_key);
  if (!programme || !report) return report::no_such_report();
  std::vector<Edition> before = editions::all(reader, report->id);
  const int number = next_number(reader, report->id);
  return Opened{*std::move(programme), *std::move(report), std::move(before), number};
}

Composition compose(sql::Reader& reader, const people::Actor& actor, const Opened& opened,
                    const EditionDraft& draft, const PressRelease& press) {
  Composition composition{
      .content = content_of(reader, opened.programme, opened.report, draft, opened.number,
                            opened.before.empty() ? draft.published_on : opened.before.back().published_on),
      .report = report::compose(opened.report),
      .press_release = press.composed,
      .figures = {},
      .words = {},
      .problems = {},
      .entry = 0};
  composition.problems = composition.report.problems;
  add_quotations(reader, actor, composition);
  add_figures(reader, composition, press);
  check_quotations(press, composition);
  add_recommendations(
      reader, composition,
      opened.before.empty() ? std::nullopt : std::optional(opened.before.front().publication));
  composition.content.forces = forces_in(reader, composition.content.figures);
  return composition;
}

}  // namespace

Result<Composition> compose_edition(sql::Reader& reader, const people::Actor& actor,
                                    const EditionDraft& asked) {
  if (auto refusal = people::refuse_unless(actor, people::Permission::Publish)) return *std::move(refusal);
  SIGHTLINE_TRY(const Opened opened, open_report(reader, asked.programme_key, asked.report_key));
  SIGHTLINE_TRY(const EditionDraft draft, checked(asked, opened.number));
  if (!opened.before.empty() && draft.published_on < opened.before.front().published_on)
    return Refusal{Refusal::Kind::Invalid,
                   "The edition cannot be published like this.",
                   {{"published-on", "The edition before was published on " +
                                         opened.before.front().published_on.in_words() +
                                         "; give a day not before it."}}};
  return compose(reader, actor, opened, draft, read_press_release(draft.press_release));
}

Result<Composition> preview_edition(sql::Reader& reader, const people::Actor& actor,
                                    std::string_view programme_key, std::string_view report_key, Date day) {
  if (!actor.may_somewhere(people::Permission::ReadReports)) return report::no_such_report();
  SIGHTLINE_TRY(const Opened opened, open_report(reader, programme_key, report_key));
  return compose(reader, actor, opened,
                 {.programme_key = std::string(programme_key),
                  .report_key = std::string(report_key),
                  .published_on = day,
                  .press_release = {}},
                 {});
}

}  // namespace sightline::publication
