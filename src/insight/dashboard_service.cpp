// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "insight/dashboard_service.h"

#include <algorithm>
#include <set>

#include "insight/dashboard_store.h"
#include "people/organisation_service.h"
#include "programme/programme_service.h"

namespace sightline::insight {

using people::Actor;

namespace {

Refusal no_such_programme() {
  return {Refusal::Kind::NotFound, "There is no such programme.", {}};
}

/// Every area of the frameworks of `inspections`, in their order.
struct Ground {
  std::vector<NamedArea> areas;
  std::vector<AreaOfFramework> overall;  ///< Those that sum a case up.
};

Ground ground_of(sql::Reader& reader, const std::vector<JudgedInspection>& inspections) {
  std::set<FrameworkVersionId> frameworks;
  for (const JudgedInspection& inspection : inspections) frameworks.insert(inspection.framework);
  Ground ground;
  for (const FrameworkVersionId id : frameworks) {
    const programme::Framework framework = programme::find_framework(reader, id)->framework;
    const std::string which = frameworks.size() < 2 ? ""
                                                    : " (" + framework.name + ", version " +
                                                          std::to_string(framework.version) + ")";
    for (const programme::Area& area : framework.areas) {
      ground.areas.push_back({{id, area.key}, area.name + which});
      if (area.kind == programme::AreaKind::Overall) ground.overall.push_back({id, area.key});
    }
  }
  return ground;
}

std::vector<programme::Scale> scales_of(sql::Reader& reader,
                                        const std::vector<JudgedInspection>& inspections) {
  std::set<std::string> keys;
  for (const JudgedInspection& inspection : inspections) keys.insert(inspection.scale);
  std::vector<programme::Scale> scales;
  for (const std::string& key : keys) scales.push_back(programme::find_scale(reader, key).value());
  return scales;
}

/// All but the areas, which depend on the scale.
Choices choices_among(sql::Reader& reader, const std::vector<JudgedInspection>& inspections) {
  std::set<inspection::Kind> kinds;
  std::set<int> years;
  for (const JudgedInspection& each : inspections) {
    kinds.insert(each.kind);
    if (each.year) years.insert(*each.year);
  }
  return {.scales = scales_of(reader, inspections),
          .kinds = {kinds.begin(), kinds.end()},
          .years = {years.begin(), years.end()},
          .areas = {}};
}

Filter filter_of(ProgrammeId programme, const Wish& wish) {
  return {.programme = programme,
          .scale = wish.scale,
          .kind = wish.kind,
          .from_year = wish.from_year,
          .until_year = wish.until_year,
          .body = wish.body,
          .chosen_by = wish.chosen_by};
}

std::vector<AreaLine> area_lines(const Groups<AreaOfFramework>& groups, const std::vector<NamedArea>& areas) {
  std::vector<AreaLine> lines;
  for (const NamedArea& area : areas) {
    const auto found = std::ranges::find(groups, area.area, &Group<AreaOfFramework>::key);
    if (found != groups.end()) lines.push_back({area, found->counts});
  }
  return lines;
}

std::optional<std::string> name_of(sql::Reader& reader, std::optional<OrganisationId> body) {
  return body ? std::optional(people::find_organisation(reader, *body)->name) : std::nullopt;
}

/// One page of the groups that have a name, in the order of the names.
template <class Line, class Identity, class MakeLine>
Page<Line> page_of_lines(const Groups<Identity>& groups,
                         const std::vector<dashboards::Named<Identity>>& names, std::int64_t page_number,
                         MakeLine make_line) {
  std::vector<Line> lines;
  for (const dashboards::Named<Identity>& named : names) {
    const auto found = std::ranges::find(groups, named.id, &Group<Identity>::key);
    if (found != groups.end()) lines.push_back(make_line(named, found->counts));
  }
  const Cut cut = cut_of(static_cast<std::int64_t>(lines.size()), page_number, kLinesOnAPage);
  const auto from = lines.begin() + cut.offset;
  return page_of(cut, std::vector<Line>(from, from + std::min<std::int64_t>(cut.size, lines.end() - from)));
}

/// A question on one scale.
struct Question {
  const Index& index;
  const Visible& visible;
  Filter filter;
  Wish wish;
  Ground ground;
  programme::Scale scale;
};

std::variant<Page<BodyLine>, Page<InspectionLine>> lines_of(sql::Reader& reader, const Question& question,
                                                            std::int64_t page_number) {
  Filter filter = question.filter;
  filter.areas = question.wish.area ? std::vector{*question.wish.area} : question.ground.overall;
  if (filter.areas.empty()) return page_of<BodyLine>(cut_of(0, 1, kLinesOnAPage), {});
  if (question.wish.body)
    return page_of_lines<InspectionLine>(
        *question.index.by_inspection(filter, question.visible),
        dashboards::inspections_of(reader, filter.programme, *question.wish.body), page_number,
        [](const auto& named, const Counts& counts) {
          return InspectionLine{named.key, named.name, counts};
        });
  return page_of_lines<BodyLine>(*question.index.by_body(filter, question.visible),
                                 dashboards::bodies(reader, filter.programme), page_number,
                                 [](const auto& named, const Counts& counts) {
                                   return BodyLine{named.id, named.name, counts};
                                 });
}

std::vector<AgreementLine> agreement_of(const Question& question) {
  if (!question.wish.area) return {};
  Filter filter = question.filter;
  filter.areas = {*question.wish.area};
  std::vector<AgreementLine> lines;
  const auto groups = *question.index.by_bodys_grade(filter, question.visible);
  for (const auto& group : groups) lines.push_back({group.key, group.counts});
  return lines;
}

Result<Counted> counted(sql::Reader& reader, const Question& question, std::int64_t page_number) {
  SIGHTLINE_TRY(const auto areas, question.index.by_area(question.filter, question.visible));
  return Counted{.scale = question.scale,
                 .standard = *question.wish.standard,
                 .areas = area_lines(areas, question.ground.areas),
                 .lines = lines_of(reader, question, page_number),
                 .agreement = agreement_of(question)};
}

template <class Value, class List>
void drop_unless_among(std::optional<Value>& wished, const List& there_are) {
  if (wished && std::ranges::count(there_are, *wished) == 0) wished.reset();
}

/// What of the wish occurs among the inspections that the asker may see.
Wish granted(Wish wish, const std::vector<JudgedInspection>& inspections, const Choices& choices) {
  std::vector<std::string> scales;
  for (const programme::Scale& scale : choices.scales) scales.push_back(scale.key);
  drop_unless_among(wish.scale, scales);
  drop_unless_among(wish.kind, choices.kinds);
  if (std::ranges::count(inspections, wish.body, [](const auto& each) { return std::optional(each.body); }) ==
      0)
    wish.body.reset();
  return wish;
}

/// The same of areas and grades, which are those of what is left on one scale.
Wish granted(Wish wish, const Ground& ground, const programme::Scale& scale) {
  if (wish.area && std::ranges::count(ground.areas, *wish.area, &NamedArea::area) == 0) wish.area.reset();
  const std::vector<programme::Grade> grades = scale.grades();
  if (!wish.standard || *wish.standard <= grades.front() || *wish.standard > grades.back())
    wish.standard = grades.back();
  return wish;
}

}  // namespace

std::vector<programme::Programme> programmes_with_insight(sql::Reader& reader, const Actor& actor) {
  std::vector<programme::Programme> seen;
  for (programme::Programme& each : programme::programmes(reader))
    if (!dashboards::visible(reader, actor, each.id).empty()) seen.push_back(std::move(each));
  return seen;
}

Result<Dashboard> dashboard(sql::Reader& reader, Insight& insight, const Actor& actor,
                            std::string_view programme_key, const Wish& wish, std::int64_t page_number) {
  const auto programme = programme::find_programme(reader, programme_key);
  if (!programme) return no_such_programme();
  const Visible visible = dashboards::visible(reader, actor, programme->id);
  if (visible.empty()) return no_such_programme();

  const std::shared_ptr<const Index> index = insight.index(reader);
  const std::vector<JudgedInspection> all = index->inspections({.programme = programme->id}, visible);
  Choices choices = choices_among(reader, all);
  Wish wished = granted(wish, all, choices);
  const Filter filter = filter_of(programme->id, wished);
  const std::vector<JudgedInspection> left = index->inspections(filter, visible);
  const std::vector<programme::Scale> scales = scales_of(reader, left);
  std::optional<Counted> shown;
  if (scales.size() == 1) {
    Ground ground = ground_of(reader, left);
    choices.areas = ground.areas;
    wished = granted(wished, ground, scales.front());
    SIGHTLINE_TRY(shown, counted(reader, {*index, visible, filter, wished, std::move(ground), scales.front()},
                                 page_number));
  }
  return Dashboard{.programme = *programme,
                   .entry = index->entry(),
                   .behind = std::max<std::int64_t>(0, journal::position(reader) - index->entry()),
                   .wish = wished,
                   .body_name = name_of(reader, wished.body),
                   .choices = std::move(choices),
                   .scales_left = scales,
                   .counted = std::move(shown)};
}

}  // namespace sightline::insight
