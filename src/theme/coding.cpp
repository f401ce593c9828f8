// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "theme/coding.h"

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace sightline::theme {

namespace {

Refusal not_coded(std::string message) {
  return {Refusal::Kind::Invalid, "The passage was not coded.", {{"themes", std::move(message)}}};
}

/// Where the runs of a paragraph begin, and its end.
std::vector<std::int64_t> cuts_of(const Range& paragraph, std::span<const Range> passages) {
  std::vector<std::int64_t> cuts{paragraph.begin, paragraph.end};
  for (const Range& passage : passages)
    for (const std::int64_t at : {passage.begin, passage.end})
      if (paragraph.begin < at && at < paragraph.end) cuts.push_back(at);
  std::ranges::sort(cuts);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

}  // namespace

Result<std::string> checked_memo(std::string_view typed) {
  std::string memo(trimmed(with_plain_line_ends(typed)));
  const auto refused = [](const char* message) {
    return Refusal{Refusal::Kind::Invalid, "The memo was not kept.", {{"memo", message}}};
  };
  if (!is_plain_text(memo))
    return refused("The memo holds characters that cannot be shown. Type it in again.");
  if (length(memo) > kLongestMemo) return refused("Use 2,000 characters or fewer.");
  return memo;
}

Result<std::vector<Theme>> chosen(std::span<const Theme> codebook, std::span<const std::string> keys) {
  if (keys.empty()) return not_coded("Choose at least one theme.");
  for (const std::string& key : keys) {
    const Theme* theme = find(codebook, key);
    if (theme == nullptr) return not_coded("Choose themes from the codebook of this programme.");
    if (theme->use() == Use::Retired)
      return not_coded("“" + theme->wording.name + "” is retired. Choose another theme.");
  }
  std::vector<Theme> themes;
  for (const Theme& theme : codebook)
    if (std::ranges::find(keys, theme.key) != keys.end()) themes.push_back(theme);
  return themes;
}

std::vector<std::vector<Run>> runs_of(std::span<const Range> paragraphs, std::span<const Range> passages) {
  std::vector<std::vector<Run>> all;
  std::vector<Run*> last(passages.size(), nullptr);  // The last run that each passage covers, so far.
  for (const Range& paragraph : paragraphs) {
    const std::vector<std::int64_t> cuts = cuts_of(paragraph, passages);
    std::vector<Run>& runs = all.emplace_back();
    runs.reserve(cuts.size());  // So that `last` stays valid.
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      Run& run = runs.emplace_back(Run{{cuts[i], cuts[i + 1]}, {}, {}, false});
      for (std::size_t each = 0; each < passages.size(); ++each) {
        if (passages[each].begin >= run.range.end || passages[each].end <= run.range.begin) continue;
        run.is_coded = true;
        if (last[each] == nullptr) run.begin.push_back(each);
        last[each] = &run;
      }
    }
  }
  for (std::size_t each = 0; each < passages.size(); ++each)
    if (last[each] != nullptr) last[each]->end.push_back(each);
  return all;
}

journal::StateText state_text(ExtractId extract, std::span<const Coding> codings) {
  journal::StateText text;
  text.add("extract", extract.value());
  for (const Coding& coding : codings) text.add("theme", coding.theme.value()).add("memo", coding.memo);
  return text;
}

journal::StateText state_text(const Coding& of) {
  std::optional<std::string> removed_at;
  if (of.removed_at) removed_at = of.removed_at->iso();
  return journal::StateText()
      .add("extract", of.extract.value())
      .add("theme", of.theme.value())
      .add("memo", of.memo)
      .add("removed_at", removed_at);
}

Refusal no_such_coding() {
  return {Refusal::Kind::NotFound, "There is no such coding.", {}};
}

}  // namespace sightline::theme
