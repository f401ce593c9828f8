// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "report/composition.h"

#include <algorithm>

#include "base/text.h"

namespace sightline::report {

namespace {

constexpr std::string_view kBetween = "--";  // in no slug, so no section's id can end in a heading's

/// Ids that pages of ours have beside a section's, and names of their own files.
constexpr auto kTaken =
    std::to_array<std::string_view>({"find", "figures", "index", "main-content", "markdown", "navigation",
                                     "preview", "preview-heading", "title"});

std::string unique_id(const std::string& title, std::set<std::string>& taken) {
  std::string wanted = slug(title).substr(0, 60);
  while (wanted.ends_with('-')) wanted.pop_back();
  if (wanted.empty()) wanted = "section";
  std::string id = wanted;
  for (int copy = 2; !taken.insert(id).second; ++copy) id = wanted + "-" + std::to_string(copy);
  return id;
}

LineProblem problem_in(const ComposedSection& section, int line, std::string sentence) {
  return {section.position, section.number, section.title, line, std::move(sentence)};
}

bool has_heading(const ComposedSection& section, std::string_view id) {
  return std::ranges::any_of(markdown::headings_of(section.document),
                             [&](const markdown::Heading* heading) { return heading->id == id; });
}

/// Calls visit(inline) for every inline of the blocks, which it may change.
template <class Visit>
void change_inlines(markdown::Inlines& list, const Visit& visit) {
  for (markdown::Inline& one : list) {
    visit(one);
    if (auto* emphasis = std::get_if<markdown::Emphasis>(&one.node)) change_inlines(emphasis->content, visit);
    if (auto* strong = std::get_if<markdown::Strong>(&one.node)) change_inlines(strong->content, visit);
    if (auto* link = std::get_if<markdown::Link>(&one.node)) change_inlines(link->content, visit);
  }
}

template <class Visit>
void change_inlines(markdown::Blocks& blocks, const Visit& visit) {
  for (markdown::Block& block : blocks) {
    if (auto* paragraph = std::get_if<markdown::Paragraph>(&block.node))
      change_inlines(paragraph->content, visit);
    if (auto* heading = std::get_if<markdown::Heading>(&block.node)) change_inlines(heading->content, visit);
    if (auto* quotation = std::get_if<markdown::Quotation>(&block.node))
      change_inlines(quotation->content, visit);
    if (auto* list = std::get_if<markdown::List>(&block.node))
      for (markdown::Blocks& item : list->items) change_inlines(item, visit);
    if (auto* table = std::get_if<markdown::Table>(&block.node)) {
      change_inlines(table->caption, visit);
      for (markdown::Inlines& cell : table->head) change_inlines(cell, visit);
      for (auto& row : table->rows)
        for (markdown::Inlines& cell : row) change_inlines(cell, visit);
    }
  }
}

/// Calls visit(link, line) for every link to a place of the report, which it may change.
template <class Visit>
void change_references(markdown::Document& document, const Visit& visit) {
  const auto visit_inline = [&](markdown::Inline& one) {
    auto* link = std::get_if<markdown::Link>(&one.node);
    if (link != nullptr && link->address.starts_with('#')) visit(*link, one.line);
  };
  change_inlines(document.blocks, visit_inline);
  for (markdown::Footnote& footnote : document.footnotes) change_inlines(footnote.content, visit_inline);
}

/// Turns the addresses within the report into whole ones, and names those that lead nowhere.
class References {
 public:
  explicit References(Composed& composed) : composed_(composed) {}

  void resolve() {
    for (ComposedSection& section : composed_.sections)
      change_references(section.document,
                        [&](markdown::Link& link, int line) { resolve(link, line, section); });
  }

 private:
  void resolve(markdown::Link& link, int line, const ComposedSection& section) {
    const std::string id = link.address.substr(1);
    if (has_heading(section, id) || section_with(composed_, id) != nullptr) return;
    std::vector<const ComposedSection*> others;
    for (const ComposedSection& other : composed_.sections)
      if (has_heading(other, id)) others.push_back(&other);
    if (others.size() == 1) {
      link.address = "#" + id_prefix(*others.front()) + id;
      return;
    }
    const std::string quoted = "“" + link.address + "”";
    composed_.problems.push_back(
        problem_in(section, line,
                   others.empty() ? "The link to " + quoted + " leads to no heading of this report."
                                  : "The link to " + quoted + " could lead to several sections: write “#" +
                                        id_prefix(*others.front()) + id + "” for the first of them."));
  }

  Composed& composed_;
};

/// In order, what is wrong twice in one line said once.
void sort_by_place(std::vector<LineProblem>& problems) {
  std::ranges::stable_sort(problems, {},
                           [](const LineProblem& each) { return std::pair(each.section, each.line); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

std::optional<std::string> problem_with_use(const markdown::FigureUse& use, const Figures& figures,
                                            const RefusedFigures& refused) {
  const std::string quoted = "“" + use.key + "”";
  if (const auto refusal = refused.find(use.key); refusal != refused.end()) {
    if (refusal->second.kind == Refusal::Kind::NotFound) return "There is no figure " + quoted + ".";
    std::string why = "The figure " + quoted + " cannot be computed: " + refusal->second.message;
    for (const FieldProblem& field : refusal->second.fields) why += " " + field.message;
    return why;
  }
  const auto figure = figures.find(use.key);
  if (figure == figures.end()) return "There is no figure " + quoted + ".";
  if (auto sentence = figure::refuse_use(figure->second.shown, use.form, use.part))
    return "The figure " + quoted + ": " + *std::move(sentence);
  if (use.form == markdown::FigureUse::Form::Block &&
      trimmed(figure->second.details.alternative_text).empty())
    return "The figure " + quoted + " has no alternative text, so it cannot be a block.";
  return std::nullopt;
}

}  // namespace

markdown::Rules rules() {
  return {.hosts = {kLinkHosts.begin(), kLinkHosts.end()}, .top_heading = 2, .bytes = kLongestMarkdown};
}

std::string in_words(const LineProblem& problem) {
  if (problem.section == 0) return problem.sentence;
  std::string words = "Section " + std::to_string(problem.section) + ", “" + problem.section_title + "”";
  if (problem.line > 0) words += ", line " + std::to_string(problem.line);
  return words + ": " + problem.sentence;
}

std::string id_prefix(const ComposedSection& section) {
  return section.id + std::string(kBetween);
}

Composed compose(const Report& report, const markdown::Rules& rules) {
  Composed composed;
  std::set<std::string> taken(kTaken.begin(), kTaken.end());
  if (report.sections.empty()) composed.problems.push_back({0, 0, "", 0, "The report has no section."});
  for (const Section& section : report.sections) {
    markdown::Parsed parsed = markdown::parse(section.markdown, rules);
    composed.sections.push_back({section.id, section.number, section.position, section.revision,
                                 section.title, unique_id(section.title, taken), std::move(parsed.document)});
    const ComposedSection& added = composed.sections.back();
    if (const auto text = checked(SectionText{section.title, section.markdown}); !text)
      for (const FieldProblem& field : text.refusal().fields)
        composed.problems.push_back(problem_in(added, 0, field.message));
    if (trimmed(section.markdown).empty())
      composed.problems.push_back(problem_in(added, 1, "The section has no text."));
    for (markdown::Problem& problem : parsed.problems)
      composed.problems.push_back(problem_in(added, problem.line, std::move(problem.sentence)));
    for (const markdown::FigureUse& use : markdown::figures_of(added.document))
      composed.figure_keys.insert(use.key);
    for (const markdown::ExtractUse& use : markdown::extracts_of(added.document))
      composed.extracts.insert(use.number);
  }
  References(composed).resolve();
  sort_by_place(composed.problems);
  return composed;
}

const ComposedSection* section_with(const Composed& composed, std::string_view whole_id) {
  const std::string_view id = whole_id.substr(0, whole_id.find(kBetween));
  const auto found = std::ranges::find(composed.sections, id, &ComposedSection::id);
  if (found == composed.sections.end()) return nullptr;
  if (id.size() == whole_id.size()) return &*found;
  return has_heading(*found, whole_id.substr(id.size() + kBetween.size())) ? &*found : nullptr;
}

markdown::Document across_pages(const Composed& composed, const ComposedSection& section,
                                const std::function<std::string(const ComposedSection&)>& page_of) {
  markdown::Document document = section.document;
  change_references(document, [&](markdown::Link& link, int) {
    const std::string id = link.address.substr(1);
    if (has_heading(section, id)) return;
    const ComposedSection* other = section_with(composed, id);
    if (other != nullptr && other->id != section.id) link.address = page_of(*other) + link.address;
  });
  return document;
}

std::vector<LineProblem> problems_with_figures(const Composed& composed, const Figures& figures,
                                               const RefusedFigures& refused) {
  std::vector<LineProblem> problems;
  for (const ComposedSection& section : composed.sections)
    for (const markdown::FigureUse& use : markdown::figures_of(section.document))
      if (auto sentence = problem_with_use(use, figures, refused))
        problems.push_back(problem_in(section, use.line, *std::move(sentence)));
  sort_by_place(problems);
  return problems;
}

std::vector<LineProblem> problems_with_quotations(const Composed& composed, const Quotables& quotables,
                                                  ProgrammeId programme) {
  std::vector<LineProblem> problems;
  for (const ComposedSection& section : composed.sections)
    for (const markdown::ExtractUse& use : markdown::extracts_of(section.document)) {
      const auto found = quotables.find(use.number);
      auto sentence = found == quotables.end()
                          ? "There is no extract " + std::to_string(use.number) +
                                ", or none that those who wrote it into this report may see."
                          : refuse_quotation(found->second.passage, programme);
      if (sentence) problems.push_back(problem_in(section, use.line, *std::move(sentence)));
    }
  sort_by_place(problems);
  return problems;
}

std::function<std::optional<std::string>(const markdown::ExtractBlock&)> words_of(const QuotedWords& words) {
  return [&words](const markdown::ExtractBlock& extract) -> std::optional<std::string> {
    const auto found = words.find(extract.number);
    if (found == words.end()) return std::nullopt;
    return found->second;
  };
}

}  // namespace sightline::report
