// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What a definition says in words, and what is wrong with one as asked for.

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "figure/figure.h"

namespace sightline::figure {

namespace {

std::string quoted(const std::string& text) {
  return "“" + text + "”";
}

std::string plural_of(inspection::Kind kind) {
  using enum inspection::Kind;
  switch (kind) {
    case ChildProtectionInspection:
      return "child protection inspections";
    case PostInspectionReview:
      return "post-inspection reviews";
    case ReInspection:
      return "re-inspections";
    case QuarterlyUpdate:
      return "quarterly updates";
    case JointTargetedAreaInspection:
      return "joint targeted area inspections";
  }
  return "inspections";
}

/// "a", "a or b", "a, b or c".
std::string joined(const std::vector<std::string>& parts, const std::string& last) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " " + last + " " : ", ";
    text += parts[i];
  }
  return text;
}

/// "in 2014", "on 1 April 2014".
std::string when_in_words(const PartialDate& date) {
  return (date.precision() == PartialDate::Precision::Day ? "on " : "in ") + date.in_words();
}

std::string in_words(const Population& population) {
  std::vector<std::string> kinds;
  for (const inspection::Kind kind : population.kinds) kinds.push_back(plural_of(kind));
  std::string text = kinds.empty() ? "inspections" : joined(kinds, "and");
  const auto &from = population.fieldwork_from, &until = population.fieldwork_until;
  if (!from && !until) return text;
  text += " whose fieldwork began ";
  if (from && until) return text + "between " + from->in_words() + " and " + until->in_words();
  return text + (from ? when_in_words(*from) + " or later" : when_in_words(*until) + " or earlier");
}

const AreaName* find_area(const Names& names, const std::string& scale, const std::string& key) {
  const AreaName* newest = nullptr;
  for (const auto& [framework, of] : names.scale_of) {
    if (of != scale) continue;
    const std::vector<AreaName>& areas = names.areas.at(framework);
    const auto found = std::ranges::find(areas, key, &AreaName::key);
    if (found != areas.end()) newest = &*found;
  }
  return newest;
}

/// What is counted, without the population.
class Saying {
 public:
  explicit Saying(const Names& names) : names_(names) {}

  std::string operator()(const Inspections&) const { return "The number of published inspections, of all "; }
  std::string operator()(const Bodies&) const {
    return "The number of different bodies inspected, each counted once, in ";
  }
  std::string operator()(const Cases& measure) const {
    return "The number of cases that inspectors graded" + on(measure.scale) + ", in ";
  }
  std::string operator()(const ShareOfCases& measure) const {
    std::vector<std::string> grades;
    for (const std::string& grade : measure.grades) grades.push_back(quoted(grade));
    return "Cases that inspectors graded " + joined(grades, "or") + " in " +
           area(measure.scale, measure.area) + ", out of all cases they graded there" + on(measure.scale) +
           ", in ";
  }
  std::string operator()(const GradesByArea& measure) const {
    return "For each area of the framework, how many cases inspectors gave each grade" + on(measure.scale) +
           ", in ";
  }
  std::string operator()(const BodyAgainstInspectors& measure) const {
    return "Cases that both the body and inspectors graded in " + area(measure.scale, measure.area) +
           on(measure.scale) + ", the body’s own grade against the inspectors’, in ";
  }
  std::string operator()(const ThemeInspections& measure) const {
    return "The number of inspections whose evidence was coded with " + theme(measure.theme) +
           " at least once, out of all ";
  }
  std::string operator()(const ThemeForces& measure) const {
    return "The number of police forces, each counted once, at which evidence was coded with " +
           theme(measure.theme) + ", in ";
  }
  std::string operator()(const Themes&) const {
    return "For each theme of the codebook, the number of inspections and of police forces whose evidence "
           "was coded "
           "with it, in ";
  }
  std::string operator()(const Findings& measure) const {
    if (!measure.direction) return "The number of agreed findings, in ";
    return *measure.direction == finding::Direction::Strength
               ? "The number of agreed findings that tell of a strength, in "
               : "The number of agreed findings that tell of a weakness, in ";
  }
  std::string operator()(const Recommendations& measure) const {
    std::string text = "The number of settled recommendations";
    if (measure.term) text += " to be carried out " + lower_ascii(recommendation::name_of(*measure.term));
    if (measure.addressee)
      text += " addressed to at least one organisation of the kind " +
              quoted(std::string(people::name_of(*measure.addressee)));
    return text + " that rest on findings of ";
  }
  std::string operator()(const InspectionsByKind&) const {
    return "The number of published inspections of each kind, of all ";
  }

 private:
  std::string on(const std::string& key) const {
    const auto scale = names_.scales.find(key);
    return " on the scale " + quoted(scale == names_.scales.end() ? key : scale->second.name);
  }
  std::string area(const std::string& scale, const std::string& key) const {
    const AreaName* found = find_area(names_, scale, key);
    return quoted(found == nullptr ? key : found->name);
  }
  std::string theme(const std::string& key) const {
    const auto found = std::ranges::find(names_.themes, key, &ThemeName::key);
    return quoted(found == names_.themes.end() ? key : found->name);
  }

  const Names& names_;
};

/// What a measure names that the programme may not have.
class Asking {
 public:
  explicit Asking(const Names& names) : names_(names) {}

  std::vector<FieldProblem> operator()(const Cases& measure) const { return scale(measure.scale); }
  std::vector<FieldProblem> operator()(const GradesByArea& measure) const { return scale(measure.scale); }
  std::vector<FieldProblem> operator()(const BodyAgainstInspectors& measure) const {
    return area(measure.scale, measure.area);
  }
  std::vector<FieldProblem> operator()(const ShareOfCases& measure) const {
    std::vector<FieldProblem> problems = area(measure.scale, measure.area);
    const auto known = names_.scales.find(measure.scale);
    if (known == names_.scales.end()) return problems;
    for (const std::string& label : measure.grades)
      if (!known->second.find(label))
        problems.push_back({"grades", "This scale has no grade " + quoted(label) + "."});
    return problems;
  }
  std::vector<FieldProblem> operator()(const ThemeInspections& measure) const { return theme(measure.theme); }
  std::vector<FieldProblem> operator()(const ThemeForces& measure) const { return theme(measure.theme); }
  template <class Other>
  std::vector<FieldProblem> operator()(const Other&) const {
    return {};
  }

 private:
  std::vector<FieldProblem> scale(const std::string& key) const {
    if (names_.scales.contains(key)) return {};
    return {{"scale", "Choose a scale that inspections of this programme use."}};
  }
  std::vector<FieldProblem> area(const std::string& of, const std::string& key) const {
    std::vector<FieldProblem> problems = scale(of);
    if (problems.empty() && find_area(names_, of, key) == nullptr)
      problems.push_back({"area", "Choose an area that is graded on this scale."});
    return problems;
  }
  std::vector<FieldProblem> theme(const std::string& key) const {
    if (std::ranges::find(names_.themes, key, &ThemeName::key) != names_.themes.end()) return {};
    return {{"theme", "Choose a theme of this programme’s codebook."}};
  }

  const Names& names_;
};

void check(std::string& text, const char* field, std::size_t longest, const char* missing,
           std::vector<FieldProblem>& problems) {
  text = std::string(trimmed(text));
  if (text.empty())
    problems.push_back({field, missing});
  else if (!is_plain_text(text) || text.find('\n') != std::string::npos)
    problems.push_back({field, "Write this on one line, in characters that can be shown."});
  else if (length(text) > longest)
    problems.push_back({field, "Use " + std::to_string(longest) + " characters or fewer."});
}

}  // namespace

Result<FigureDetails> checked(FigureDetails details) {
  std::vector<FieldProblem> problems;
  check(details.title, "title", kLongestTitle, "Give the figure a title: it stands above it in the report.",
        problems);
  check(details.alternative_text, "alternative-text", kLongestAlternativeText,
        "Say what the figure shows, for readers who cannot see it.", problems);
  const Population& population = details.definition.population;
  if (population.fieldwork_from && population.fieldwork_until &&
      population.fieldwork_until->latest() < population.fieldwork_from->earliest())
    problems.push_back({"fieldwork-until", "This is before the period begins."});
  const auto* share = std::get_if<ShareOfCases>(&details.definition.measure);
  if (share != nullptr && share->grades.empty())
    problems.push_back({"grades", "Choose at least one grade that the share is of."});
  if (!problems.empty()) return Refusal{Refusal::Kind::Invalid, kNotRecorded, std::move(problems)};
  return details;
}

std::optional<Refusal> refuse_unknown(const Definition& definition, const Names& names) {
  std::vector<FieldProblem> problems = std::visit(Asking(names), definition.measure);
  if (problems.empty()) return std::nullopt;
  return Refusal{Refusal::Kind::Invalid, kNotRecorded, std::move(problems)};
}

std::string in_words(const Definition& definition, const Names& names) {
  return std::visit(Saying(names), definition.measure) + in_words(definition.population) + ".";
}

std::string in_words(const Definition& definition) {
  return in_words(definition, Names{});
}

}  // namespace sightline::figure
