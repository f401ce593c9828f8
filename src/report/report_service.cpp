// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/report_service.h"

#include <algorithm>

#include "evidence/evidence_service.h"
#include "programme/programme_service.h"
#include "report/report_store.h"

namespace sightline::report {

namespace {

constexpr int kRemovedOnAPage = 25;
constexpr int kSetAsideOnAPage = 10;

reports::Recording recording(journal::Work& work, const Actor& actor) {
  return {actor.person, work.now()};
}

journal::Subject subject(const Report& report) {
  return {"report", report.id.value()};
}
journal::Subject subject(const Section& section) {
  return {"report-section", section.id.value()};
}

/// Refuses as if there were no report whoever may not do this with them.
Result<programme::Programme> open_programme(sql::Reader& reader, const Actor& actor, std::string_view key,
                                            Permission needs) {
  if (!actor.may_somewhere(needs)) return no_such_report();
  auto found = programme::find_programme(reader, key);
  if (!found) return no_such_report();
  return *std::move(found);
}

Result<OpenedReport> open_report(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                 std::string_view report_key, Permission needs) {
  SIGHTLINE_TRY(auto programme, open_programme(reader, actor, programme_key, needs));
  auto report = reports::find(reader, programme.id, report_key);
  if (!report) return no_such_report();
  return OpenedReport{std::move(programme), *std::move(report)};
}

struct OpenedSection {
  Report report;
  Section section;
};
template <class Command>
Result<OpenedSection> open_section(sql::Reader& reader, const Actor& actor, const Command& command,
                                   Permission needs) {
  SIGHTLINE_TRY(OpenedReport opened,
                open_report(reader, actor, command.programme_key, command.report_key, needs));
  const Section* section = find(opened.report, command.section);
  if (section == nullptr) return no_such_section();
  return OpenedSection{std::move(opened.report), *section};
}

Refusal overtaken(const std::string& what) {
  return {Refusal::Kind::Conflict, "Somebody else has revised this " + what + " meanwhile.", {}};
}

/// Brings the extracts that a text quotes into the report, if the actor may see them, and says which were not
/// there before: "17 20". Handbook §12.13.
std::string quote(journal::Work& work, const Actor& actor, ReportId report, const SectionText& text) {
  const auto known = reports::quoted(work.sql(), report);
  std::set<std::int64_t> numbers;
  for (const auto& use : markdown::extracts_of(markdown::parse(text.markdown, rules()).document))
    numbers.insert(use.number);
  std::string added;
  for (const std::int64_t number : numbers) {
    const evidence::ExtractId extract{number};
    if (known.contains(extract) || !evidence::passage(work.sql(), actor, extract)) continue;
    reports::insert_quotation(work.sql(), report, extract, recording(work, actor));
    added += (added.empty() ? "" : " ") + std::to_string(number);
  }
  return added;
}

journal::StateText state_text(const Section& section, const std::string& quoted_now) {
  journal::StateText state = state_text(section);
  if (!quoted_now.empty()) state.add("quoted", quoted_now);
  return state;
}

}  // namespace

Result<Report> decide(journal::Work& work, const Actor& actor, const StartReport& command) {
  SIGHTLINE_TRY(const auto programme,
                open_programme(work.sql(), actor, command.programme_key, StartReport::kNeeds));
  SIGHTLINE_TRY(const Wording wording, checked(Wording{command.title, command.subtitle, command.summary}));
  SIGHTLINE_TRY(const std::string key, checked_key(command.key));
  const auto refused_for = [](const std::string& title) {
    return Refusal{Refusal::Kind::Invalid,
                   "The report was not started.",
                   {{"key", "“" + title + "” has this key already. Choose another."}}};
  };
  if (const auto taken = reports::find(work.sql(), programme.id, key)) return refused_for(taken->title);
  if (command.publication_with)
    if (const auto title = command.publication_with(work.sql(), key)) return refused_for(*title);
  Report report{.id = ReportId{0},
                .programme = programme.id,
                .key = key,
                .revision = 1,
                .title = wording.title,
                .subtitle = wording.subtitle,
                .summary = wording.summary,
                .sections = {}};
  report.id = reports::insert(work.sql(), report, recording(work, actor));
  work.changed(subject(report), std::nullopt, state_text(report));
  return report;
}

Result<Report> decide(journal::Work& work, const Actor& actor, const ReviseReport& command) {
  SIGHTLINE_TRY(const OpenedReport opened, open_report(work.sql(), actor, command.programme_key,
                                                       command.report_key, ReviseReport::kNeeds));
  SIGHTLINE_TRY(const Wording wording, checked(Wording{command.title, command.subtitle, command.summary}));
  const Report& before = opened.report;
  if (before.revision != command.based_on) return overtaken("report");
  if (wording == Wording{before.title, before.subtitle, before.summary}) {
    work.unchanged();
    return before;
  }
  Report revised = before;
  ++revised.revision;
  revised.title = wording.title;
  revised.subtitle = wording.subtitle;
  revised.summary = wording.summary;
  reports::revise(work.sql(), revised, recording(work, actor));
  work.changed(subject(revised), state_text(before), state_text(revised));
  return revised;
}

Result<Section> decide(journal::Work& work, const Actor& actor, const AddSection& command) {
  SIGHTLINE_TRY(const OpenedReport opened, open_report(work.sql(), actor, command.programme_key,
                                                       command.report_key, AddSection::kNeeds));
  SIGHTLINE_TRY(const SectionText text, checked(SectionText{command.title, command.markdown}));
  Section added = reports::insert_section(work.sql(), opened.report.id, text, recording(work, actor));
  const std::string quoted = quote(work, actor, opened.report.id, text);
  work.changed(subject(added), std::nullopt, state_text(added, quoted));
  return added;
}

Result<Section> decide(journal::Work& work, const Actor& actor, const ReviseSection& command) {
  SIGHTLINE_TRY(const OpenedSection opened, open_section(work.sql(), actor, command, ReviseSection::kNeeds));
  SIGHTLINE_TRY(SectionText text, checked(SectionText{command.title, command.markdown}));
  const Section& before = opened.section;
  if (before.revision != command.based_on) return overtaken("section");
  const std::string quoted = quote(work, actor, opened.report.id, text);
  if (text == SectionText{before.title, before.markdown}) {
    if (quoted.empty())
      work.unchanged();
    else
      work.changed(subject(before), state_text(before), state_text(before, quoted));
    return before;
  }
  Section revised = before;
  ++revised.revision;
  revised.title = std::move(text.title);
  revised.markdown = std::move(text.markdown);
  reports::revise_section(work.sql(), revised, recording(work, actor));
  work.changed(subject(revised), state_text(before), state_text(revised, quoted));
  return revised;
}

Result<Section> decide(journal::Work& work, const Actor& actor, const MoveSection& command) {
  SIGHTLINE_TRY(const OpenedSection opened, open_section(work.sql(), actor, command, MoveSection::kNeeds));
  const int to = opened.section.position + (command.direction == Direction::Up ? -1 : 1);
  const auto other = std::ranges::find(opened.report.sections, to, &Section::position);
  if (other == opened.report.sections.end()) {
    work.unchanged();
    return opened.section;
  }
  Section moved = opened.section;
  moved.position = to;
  reports::place_section(work.sql(), moved.id, moved.position);
  reports::place_section(work.sql(), other->id, opened.section.position);
  work.changed(subject(moved), state_text(opened.section), state_text(moved));
  return moved;
}

Result<Section> decide(journal::Work& work, const Actor& actor, const RemoveSection& command) {
  SIGHTLINE_TRY(const OpenedSection opened, open_section(work.sql(), actor, command, RemoveSection::kNeeds));
  SIGHTLINE_TRY(const std::string reason, people::checked_reason(command.reason, "reason"));
  reports::remove_section(work.sql(), opened.report.id, opened.section, reason, recording(work, actor));
  journal::StateText removed = state_text(opened.section);
  removed.add("removed", reason);
  work.changed(subject(opened.section), state_text(opened.section), removed);
  return opened.section;
}

Result<SectionId> decide(journal::Work& work, const Actor& actor, const SetTextAside& command) {
  SIGHTLINE_TRY(const OpenedReport opened, open_report(work.sql(), actor, command.programme_key,
                                                       command.report_key, SetTextAside::kNeeds));
  SIGHTLINE_TRY(const SectionText text, checked(SectionText{command.title, command.markdown}));
  const auto kept = reports::find_kept(work.sql(), opened.report.id, command.section);
  if (!kept) return no_such_section();
  if (!kept->removed && kept->revision == command.based_on)
    return Refusal{Refusal::Kind::WrongState, "Nobody has changed this section meanwhile.", {}};
  reports::set_aside(work.sql(), kept->id, command.based_on, kept->revision, text, recording(work, actor));
  journal::StateText state;
  state.add("title", text.title).add("markdown", text.markdown);
  work.changed({"report-section", kept->id.value()}, std::nullopt, state);
  return kept->id;
}

Result<Section> revise_or_set_aside(journal::Journal& journal, const Actor& actor,
                                    const ReviseSection& command) {
  Result<Section> revised = journal.perform(actor, command);
  if (revised) return revised;
  const Refusal::Kind kind = revised.refusal().kind;
  if (kind != Refusal::Kind::Conflict && kind != Refusal::Kind::NotFound) return revised;
  const Result<SectionId> kept =
      journal.perform(actor, SetTextAside{command.programme_key, command.report_key, command.section,
                                          command.based_on, command.title, command.markdown});
  if (!kept) return kind == Refusal::Kind::Conflict ? kept.refusal() : revised.refusal();
  if (kind == Refusal::Kind::NotFound)
    return Refusal{Refusal::Kind::Conflict, "Somebody else has removed this section meanwhile.", {}};
  return revised;
}

std::vector<programme::Programme> programmes_with_reports(sql::Reader& reader, const Actor& actor) {
  if (!actor.may_somewhere(Permission::ReadReports)) return {};
  return programme::programmes(reader);
}

Page<ReportLine> reports_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                            std::int64_t page_number) {
  const auto programme = open_programme(reader, actor, programme_key, Permission::ReadReports);
  if (!programme) return page_of(cut_of(0, 1, kReportsOnAPage), std::vector<ReportLine>{});
  const auto found = reports::list(reader, programme->id, page_number, kReportsOnAPage);
  std::vector<ReportLine> lines;
  for (const reports::Line& line : found.items)
    lines.push_back({line.key, line.title, line.subtitle, line.sections});
  return page_of(found.cut, std::move(lines));
}

std::optional<Report> find_report(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                  std::string_view report_key) {
  auto opened = open_report(reader, actor, programme_key, report_key, Permission::ReadReports);
  if (!opened) return std::nullopt;
  return (*std::move(opened)).report;
}

std::optional<Report> find_report(sql::Reader& reader, ReportId id) {
  return reports::find(reader, id);
}

Quotables quotables_of(sql::Reader& reader, ReportId report, const std::set<std::int64_t>& numbers) {
  Quotables quotables;
  if (numbers.empty()) return quotables;
  for (const auto& [extract, quoted_by] : reports::quoted(reader, report))
    if (numbers.contains(extract.value()))
      if (auto passage = evidence::passage(reader, people::the_operator(), extract))
        quotables.emplace(extract.value(), Quotable{*std::move(passage), quoted_by});
  return quotables;
}

namespace {

/// Those that the actor may see. Handbook §9.8, §12.14.
QuotedWords words_for(sql::Reader& reader, const Actor& actor, const Quotables& quotables) {
  QuotedWords words;
  if (!actor.person) return words;
  for (const auto& [number, quotable] : quotables)
    if (const auto seen = evidence::passage(reader, actor, quotable.passage.extract); seen && seen->words)
      words.emplace(number, *seen->words);
  return words;
}

/// Works out the figures of `keys` and names every problem.
Draft worked_out(sql::Reader& reader, const Actor& actor, ProgrammeId programme, Composed composed,
                 const std::set<std::string>& keys, const Quotables& quotables) {
  Draft draft{.composed = std::move(composed),
              .figures = {},
              .refused = {},
              .words = words_for(reader, actor, quotables),
              .entry = 0,
              .problems = {}};
  figure::WorkedFigures worked = figure::work_out_all(reader, programme, keys);
  draft.entry = worked.entry;
  for (auto& [key, each] : worked.worked) {
    figure::Shown shown = figure::shown(each.value, each.figure.details, figure::Policy::RoundedToFive);
    draft.figures.emplace(key, ReportFigure{std::move(each.figure.details), std::move(shown)});
  }
  for (auto& [key, refusal] : worked.refused) draft.refused.emplace(key, std::move(refusal));
  draft.problems = draft.composed.problems;
  std::ranges::move(problems_with_figures(draft.composed, draft.figures, draft.refused),
                    std::back_inserter(draft.problems));
  std::ranges::move(problems_with_quotations(draft.composed, quotables, programme),
                    std::back_inserter(draft.problems));
  std::ranges::stable_sort(draft.problems, {},
                           [](const LineProblem& each) { return std::pair(each.section, each.line); });
  return draft;
}

/// Puts what is typed in the place of what is recorded.
void put(Report& report, int number, const SectionText& typed) {
  for (Section& section : report.sections) {
    if (section.number != number) continue;
    section.title = typed.title;
    section.markdown = typed.markdown;
    return;
  }
  report.sections.push_back({.id = SectionId{0},
                             .number = number,
                             .position = static_cast<int>(report.sections.size()) + 1,
                             .revision = 0,
                             .title = typed.title,
                             .markdown = typed.markdown});
}

}  // namespace

Result<OpenedReport> report_of(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                               std::string_view report_key) {
  return open_report(reader, actor, programme_key, report_key, Permission::WriteReports);
}

Draft draft_of(sql::Reader& reader, const Actor& actor, const Report& report) {
  Composed composed = compose(report);
  const std::set<std::string> keys = composed.figure_keys;
  const Quotables quotables = quotables_of(reader, report.id, composed.extracts);
  return worked_out(reader, actor, report.programme, std::move(composed), keys, quotables);
}

Draft preview_of(sql::Reader& reader, const Actor& actor, Report report, int number,
                 const SectionText& typed) {
  put(report, number, typed);
  Composed composed = compose(report);
  const auto section = std::ranges::find(composed.sections, number, &ComposedSection::number);
  std::set<std::string> keys;
  for (const markdown::FigureUse& use : markdown::figures_of(section->document)) keys.insert(use.key);
  Quotables quotables = quotables_of(reader, report.id, composed.extracts);
  for (const markdown::ExtractUse& use : markdown::extracts_of(section->document))
    if (!quotables.contains(use.number))
      if (auto seen = evidence::passage(reader, actor, evidence::ExtractId{use.number}))
        quotables.emplace(use.number, Quotable{*std::move(seen), actor.person});
  Draft draft = worked_out(reader, actor, report.programme, std::move(composed), keys, quotables);
  std::erase_if(draft.problems, [&](const LineProblem& each) { return each.number != number; });
  return draft;
}

Result<ReportView> report_view(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                               std::string_view report_key) {
  SIGHTLINE_TRY(OpenedReport opened,
                open_report(reader, actor, programme_key, report_key, Permission::ReadReports));
  Draft draft = draft_of(reader, actor, opened.report);
  return ReportView{std::move(opened.programme), std::move(opened.report), std::move(draft)};
}

Page<RemovedSection> removed_sections(sql::Reader& reader, const Report& report, std::int64_t page_number) {
  return reports::removed(reader, report.id, page_number, kRemovedOnAPage);
}

Result<SectionHistory> section_history(sql::Reader& reader, const Actor& actor,
                                       std::string_view programme_key, std::string_view report_key,
                                       int number, std::int64_t revisions_page, std::int64_t set_aside_page) {
  SIGHTLINE_TRY(OpenedReport opened, report_of(reader, actor, programme_key, report_key));
  auto kept = reports::find_kept(reader, opened.report.id, number);
  if (!kept) return no_such_section();
  return SectionHistory{
      .programme = std::move(opened.programme),
      .report = std::move(opened.report),
      .number = number,
      .title = std::move(kept->title),
      .removed = std::move(kept->removed),
      .revisions = reports::revisions(reader, kept->id, revisions_page, kRevisionsOnAPage),
      .set_aside = reports::texts_set_aside(reader, kept->id, set_aside_page, kSetAsideOnAPage)};
}

Result<SectionRevision> section_revision(sql::Reader& reader, const Actor& actor,
                                         std::string_view programme_key, std::string_view report_key,
                                         int number, int revision) {
  SIGHTLINE_TRY(const OpenedReport opened, report_of(reader, actor, programme_key, report_key));
  const auto kept = reports::find_kept(reader, opened.report.id, number);
  auto found = kept ? reports::find_revision(reader, kept->id, revision) : std::nullopt;
  if (!found) return no_such_section();
  return *std::move(found);
}

Page<OfferedFigure> offered_figures(sql::Reader& reader, const Actor& actor, std::string_view programme_key,
                                    std::string_view wanted, std::int64_t page_number) {
  const auto programme = open_programme(reader, actor, programme_key, Permission::WriteReports);
  if (!programme) return page_of(cut_of(0, 1, kOfferedOnAPage), std::vector<OfferedFigure>{});
  const auto named = reports::figures_named(reader, programme->id, wanted, page_number, kOfferedOnAPage);
  std::set<std::string> keys;
  for (const reports::FigureName& each : named.items) keys.insert(each.key);
  const figure::WorkedFigures worked = figure::work_out_all(reader, programme->id, keys);
  std::vector<OfferedFigure> offered;
  for (const reports::FigureName& each : named.items) {
    std::string text;
    if (const auto found = worked.worked.find(each.key); found != worked.worked.end())
      text = figure::shown(found->second.value, found->second.figure.details, figure::Policy::RoundedToFive)
                 .text;
    for (const auto& [key, refusal] : worked.refused)
      if (key == each.key) text = refusal.message;
    offered.push_back({each.key, each.title, std::move(text)});
  }
  return page_of(named.cut, std::move(offered));
}

}  // namespace sightline::report
