// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include <algorithm>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "platform/markdown/entities.h"
#include "platform/markdown/footnotes.h"
#include "platform/markdown/tree_builder.h"

namespace sightline::markdown {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

int line_at(std::string_view text, std::size_t offset) {
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
}

/// Line ends are line feeds, tabs are blanks up to the next fourth column, and
/// other controls are problems.
std::string tidied(std::string_view text, Findings& findings) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string tidy;
  tidy.reserve(text.size());
  std::size_t column = 0;
  int line = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (c == '\n' || c == '\r') {
      tidy += '\n';
      column = 0;
      ++line;
    } else if (c == '\t') {
      const std::size_t blanks = 4 - column % 4;
      tidy.append(blanks, ' ');
      column += blanks;
    } else {
      if (is_control(c)) {
        findings.add(line, "There is a control character here, which no reader can see.");
        tidy += kReplacementCharacter;
      } else {
        tidy += c;
      }
      ++column;
    }
  }
  return tidy;
}

void name_headings(Blocks& blocks) {
  std::set<std::string> taken;
  for (Block& block : blocks) {
    auto* heading = std::get_if<Heading>(&block.node);
    if (heading == nullptr) continue;
    std::string wanted = slug(plain_text(heading->content)).substr(0, 60);
    while (wanted.ends_with('-')) wanted.pop_back();
    if (wanted.empty()) wanted = "heading";
    std::string id = wanted;
    for (int copy = 2; !taken.insert(id).second; ++copy) id = wanted + "-" + std::to_string(copy);
    heading->id = std::move(id);
  }
}

/// Footnotes are numbered in the order in which the body called them.
std::vector<Footnote> read_footnotes(const std::vector<FootnoteText>& texts, const RunContext& context) {
  std::vector<Footnote> footnotes;
  std::set<std::string> read;
  for (const FootnoteText& text : texts) {
    Blocks blocks = TreeBuilder(text.text, text.line, Place::Footnote, context).build();
    if (!read.insert(text.label).second) continue;
    auto* paragraph = blocks.size() == 1 ? std::get_if<Paragraph>(&blocks.front().node) : nullptr;
    if (paragraph == nullptr)
      context.findings.add(text.line, "The footnote [^" + text.label + "] must be one paragraph of words.");
    const auto number = static_cast<std::size_t>(context.calls.number_of(text.label));
    if (number == 0) {
      context.findings.add(text.line, "The footnote [^" + text.label + "] is never called.");
      continue;
    }
    if (footnotes.size() < number) footnotes.resize(number);
    footnotes[number - 1] = {paragraph ? std::move(paragraph->content) : Inlines{}, text.line};
  }
  return footnotes;
}

}  // namespace

Parsed parse(std::string_view text, const Rules& rules) {
  Findings findings;
  if (text.size() > rules.bytes) {
    findings.add(1, "The text is longer than " + std::to_string(rules.bytes) + " bytes and was not read.");
    return {{}, std::move(findings).by_line()};
  }
  if (const auto invalid = first_invalid_utf8(text)) {
    findings.add(line_at(text, *invalid), "The text is not UTF-8 from here on and was not read.");
    return {{}, std::move(findings).by_line()};
  }
  const SplitText split = split_footnotes(tidied(text, findings));
  FootnoteCalls calls;
  for (const FootnoteText& footnote : split.footnotes)
    if (!calls.define(footnote.label))
      findings.add(footnote.line, "There is more than one footnote [^" + footnote.label + "].");
  const RunContext context{rules, calls, findings};
  Document document;
  document.blocks = TreeBuilder(split.body, 1, Place::Text, context).build();
  name_headings(document.blocks);
  document.footnotes = read_footnotes(split.footnotes, context);
  return {std::move(document), std::move(findings).by_line()};
}

}  // namespace sightline::markdown
