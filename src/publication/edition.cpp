// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "publication/edition.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace sightline::publication {

Result<EditionDraft> checked(EditionDraft draft, int number) {
  Refusal refusal{Refusal::Kind::Invalid, "The edition cannot be published like this.", {}};
  const auto refuse = [&](const char* field, std::string sentence) {
    refusal.fields.push_back({field, std::move(sentence)});
  };
  for (std::string* text : {&draft.press_release, &draft.change_note})
    if (!is_utf8(*text)) return Refusal{Refusal::Kind::Invalid, "The text is not UTF-8.", {}};
  draft.press_release = std::string(trimmed(with_plain_line_ends(draft.press_release)));
  draft.change_note = std::string(trimmed(with_plain_line_ends(draft.change_note)));
  if (draft.press_release.empty())
    refuse("press-release", "Write the press release; its first line is its title, behind “# ”.");
  else if (draft.press_release.size() > kLongestPressRelease)
    refuse("press-release", "The press release is longer than 50,000 bytes.");
  if (length(draft.change_note) > kLongestChangeNote)
    refuse("change-note", "The note is longer than 2,000 characters.");
  // Handbook §8.6
  if (number > 1 && draft.change_note.empty())
    refuse("change-note", "Say what was corrected and why: readers of the earlier edition are told.");
  if (number == 1 && !draft.change_note.empty())
    refuse("change-note", "Nothing has been published before that this could be a correction of.");
  if (!refusal.fields.empty()) return refusal;
  return draft;
}

std::string edition_key(std::string_view publication_key, int number) {
  return std::string(publication_key) + "-" + std::to_string(number);
}

std::string notice(people::Reality reality) {
  if (reality == people::Reality::Real) return {};
  return "Invented: the bodies, the people, the cases and everything said about them were made up.";
}

Publication publication_of(const EditionContent& content) {
  const Source source{"The record of the programme " + content.programme_name,
                      content.reality == people::Reality::Real ? SourceType::Official : SourceType::Other};
  Publication publication{
      .key = content.report_key, .title = content.title, .published_on = content.published_on, .parts = {}};
  const auto add = [&](PartKind kind, std::string label, std::string text,
                       std::optional<PartialDate> date = {}) {
    publication.parts.push_back({.kind = kind,
                                 .label = std::move(label),
                                 .text = std::move(text),
                                 .number = {},
                                 .date = date,
                                 .format = {},
                                 .address = {},
                                 .external = {},
                                 .source = source,
                                 .note = {}});
  };
  add(PartKind::Title, "", content.title);
  add(PartKind::Publisher, "", content.publisher);
  add(PartKind::PublishedOn, "", "", PartialDate::from_iso(content.published_on.iso()));
  if (!content.summary.empty()) add(PartKind::Summary, "", content.summary);
  add(PartKind::ReadOnline, "Read the report", "");
  add(PartKind::DownloadPdf, "Download the report", "");
  add(PartKind::FindOutMore, "Where the numbers come from", "");
  add(PartKind::PressRelease, "Read the press release", "");
  add(PartKind::ResponsesReason, "Why responses are published",
      "The local policing body of every force that was inspected publishes its comments within 56 days, with "
      "the action taken or proposed on each recommendation, or why there is none.");
  return publication;
}

std::string ranges(std::span<const int> numbers) {
  std::string text;
  for (std::size_t at = 0; at < numbers.size();) {
    std::size_t last = at;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    if (!text.empty()) text += ' ';
    text += std::to_string(numbers[at]);
    if (last > at) text += "-" + std::to_string(numbers[last]);
    at = last + 1;
  }
  return text;
}

namespace {

/// The number that `text` begins with, which is taken off it.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 1) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

std::optional<std::vector<int>> numbers_in(std::string_view text) {
  std::vector<int> numbers;
  while (!text.empty()) {
    if (!numbers.empty()) {
      if (!text.starts_with(' ')) return std::nullopt;
      text.remove_prefix(1);
    }
    const std::optional<int> first = take_number(text);
    if (!first || (!numbers.empty() && *first <= numbers.back())) return std::nullopt;
    int last = *first;
    if (text.starts_with('-')) {
      text.remove_prefix(1);
      const std::optional<int> end = take_number(text);
      if (!end || *end <= *first || *end - *first > 10'000'000) return std::nullopt;
      last = *end;
    }
    for (int number = *first; number <= last; ++number) numbers.push_back(number);
  }
  return numbers;
}

std::string first_difference(const EditionContent& prepared, const EditionContent& now) {
  if (prepared.number != now.number) return "an edition of this report was published meanwhile";
  for (const FrozenFigure& figure : prepared.figures) {
    const auto same = std::ranges::find(now.figures, figure.key, &FrozenFigure::key);
    if (same == now.figures.end() || !(*same == figure))
      return "the figure " + figure.key + " is no longer what it was";
  }
  if (prepared.sections != now.sections) return "the text of the report was changed";
  if (prepared.quotations != now.quotations) return "the passages that it quotes are not the same";
  if (prepared.recommendations != now.recommendations) return "the recommendations are not the same";
  return "something that it rests on was changed";
}

}  // namespace sightline::publication
