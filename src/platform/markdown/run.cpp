// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/run.h"

#include <algorithm>

#include "base/text.h"
#include "platform/markdown/footnotes.h"

namespace sightline::markdown {
namespace {

constexpr std::string_view kFigure = "{figure";

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i)
    text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  return text;
}

/// "{figure:KEY part}" without the braces and the word figure: the key and the part.
struct Asked {
  std::string_view key;
  std::string_view part;
};
Asked asked(std::string_view inside) {
  const auto blank = std::min(inside.find(' '), inside.size());
  return {inside.substr(0, blank), trimmed(inside.substr(blank))};
}

}  // namespace

FootnoteCall FootnoteCalls::call(std::string_view label) {
  const auto found = called_.find(label);
  if (found == called_.end()) return {0, 0};
  Calls& calls = found->second;
  if (calls.number == 0) calls.number = next_++;
  return {calls.number, ++calls.count};
}

bool is_figure_key(std::string_view text) {
  return !text.empty() && text.size() <= 80 && text.front() != '-' && text.back() != '-' &&
         text.find("--") == std::string_view::npos &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

void Run::add(std::string_view text, int line, Signs signs) {
  if (text.empty()) return;
  pieces_.push_back({text_.size(), line, signs});
  text_ += text;
}

void Run::flush(Inlines& out, Place place, const RunContext& context) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text_.size();) {
    i = std::min(text_.find_first_of("[{", i), text_.size());
    if (i == text_.size()) break;
    Inlines found;
    std::size_t size = 0;
    if (is_meant(i))
      size = text_[i] == '[' ? take_footnote(i, found, place, context) : take_figure(i, found, context);
    if (size == 0) {
      ++i;
      continue;
    }
    add_words(begin, i, out);
    out.insert(out.end(), found.begin(), found.end());
    i += size;
    begin = i;
  }
  add_words(begin, text_.size(), out);
  text_.clear();
  pieces_.clear();
}

std::size_t Run::take_footnote(std::size_t at, Inlines& out, Place place, const RunContext& context) {
  const std::size_t size = footnote_sign(std::string_view(text_).substr(at));
  if (size == 0) return 0;
  const std::string label = text_.substr(at + 2, size - 3);
  const auto refuse = [&](std::string sentence) {
    context.findings.add(line_at(at), std::move(sentence));
    return std::size_t{0};
  };
  if (place == Place::Heading)
    return refuse("The footnote [^" + label + "] cannot be called from a heading.");
  if (place == Place::Footnote)
    return refuse("The footnote [^" + label + "] cannot be called from another footnote.");
  const FootnoteCall call = context.calls.call(label);
  if (call.number == 0)
    return refuse("The footnote [^" + label + "] is called here, but its text is nowhere.");
  out.push_back({call, line_at(at)});
  return size;
}

std::size_t Run::take_figure(std::size_t at, Inlines& out, const RunContext& context) {
  const std::string_view rest = std::string_view(text_).substr(at);
  if (!rest.starts_with(kFigure)) return 0;
  const auto refuse = [&](std::string sentence) {
    context.findings.add(line_at(at), std::move(sentence));
    return std::size_t{0};
  };
  const std::size_t end = rest.find('}');
  if (end == std::string_view::npos || !rest.substr(kFigure.size()).starts_with(':'))
    return refuse("A figure in a sentence is written {figure:KEY} or {figure:KEY part}.");
  const auto [key, part] = asked(trimmed(rest.substr(kFigure.size() + 1, end - kFigure.size() - 1)));
  if (!is_figure_key(key))
    return refuse(
        "The key of a figure is lower-case letters, digits and hyphens, as in {figure:cases-agreed}.");
  const auto& parts = context.rules.figure_parts;
  if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end())
    return refuse("The part of the figure \"" + std::string(key) + "\" must be " + listed(parts) + ".");
  out.push_back({FigureValue{std::string(key), std::string(part)}, line_at(at)});
  return end + 1;
}

void Run::add_words(std::size_t begin, std::size_t end, Inlines& out) const {
  if (begin == end) return;
  out.push_back({Words{text_.substr(begin, end - begin)}, line_at(begin)});
}

int Run::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  return std::prev(after)->line;
}

bool Run::is_meant(std::size_t offset) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                      [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  return std::prev(after)->signs == Signs::Meant;
}

}  // namespace sightline::markdown
