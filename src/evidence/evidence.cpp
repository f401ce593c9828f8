// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "evidence/evidence.h"

#include <cstdlib>

#include "base/text.h"
#include "base/utf8.h"

namespace sightline::evidence {

namespace {

constexpr std::size_t kLongestTitle = 200;

Refusal problem(std::string sentence, std::string field, std::string message) {
  return {Refusal::Kind::Invalid, std::move(sentence), {{std::move(field), std::move(message)}}};
}

std::string with_line_feeds(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    result += text[at] == '\r' ? '\n' : text[at];
  }
  return result;
}

/// The lines of a text, one after another, with their place.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  struct Line {
    std::string_view text;  ///< Without its line end.
    std::int64_t begin;     ///< In code points.
  };
  std::optional<Line> next() {
    if (is_over_) return std::nullopt;
    const std::size_t end = rest_.find('\n');
    is_over_ = end == std::string_view::npos;
    const Line line{rest_.substr(0, end), at_};
    at_ += static_cast<std::int64_t>(length(line.text)) + 1;
    if (!is_over_) rest_.remove_prefix(end + 1);
    return line;
  }

 private:
  std::string_view rest_;
  std::int64_t at_ = 0;
  bool is_over_ = false;
};

enum class PartedBy { LineEnds, EmptyLines };

PartedBy parted_by(std::string_view text) {
  const std::string_view inner = trimmed(text);
  Lines lines(inner);
  while (const auto line = lines.next())
    if (trimmed(line->text).empty()) return PartedBy::EmptyLines;
  return PartedBy::LineEnds;
}

/// The paragraph of these lines, without white space at its ends.
Paragraph paragraph(int number, std::string_view lines, std::int64_t begin) {
  const std::string_view words = trimmed(lines);
  const auto blanks = static_cast<std::size_t>(words.data() - lines.data());  // One byte each.
  const std::int64_t first = begin + static_cast<std::int64_t>(blanks);
  return {number, {first, first + static_cast<std::int64_t>(length(words))}, std::string(words)};
}

}  // namespace

std::string name_of(Kind kind) {
  switch (kind) {
    case Kind::Interview:
      return "Interview";
    case Kind::FocusGroup:
      return "Focus group";
    case Kind::Observation:
      return "Observation";
    case Kind::Document:
      return "Document";
  }
  std::abort();
}

std::string name_of(Format format) {
  switch (format) {
    case Format::Note:
      return "Note";
    case Format::Txt:
      return "Text file";
    case Format::Html:
      return "HTML";
    case Format::Pdf:
      return "PDF";
    case Format::Docx:
      return "Word";
  }
  std::abort();
}

std::string name_of(ExtractId extract) {
  return "Extract " + std::to_string(extract.value());
}

Result<Details> checked(Details details) {
  constexpr const char* kSentence = "The document was not recorded.";
  details.title = std::string(trimmed(details.title));
  if (details.title.empty())
    return problem(kSentence, "title", "Give it a title, such as “Interview with a team of detectives”.");
  if (!is_utf8(details.title) || length(details.title) > kLongestTitle)
    return problem(kSentence, "title", "Give it a title of 200 characters or fewer.");
  return details;
}

Result<std::string> checked_note(std::string_view typed) {
  constexpr const char* kSentence = "The note was not recorded.";
  std::string text(trimmed(with_line_feeds(typed)));
  if (text.empty()) return problem(kSentence, "text", "Write the note down.");
  if (!is_plain_text(text))
    return problem(kSentence, "text", "The note holds characters that cannot be shown. Type it in again.");
  if (length(text) > kLongestNote)
    return problem(kSentence, "text", "The note is longer than 100,000 characters. Upload it as a document.");
  return text;
}

Result<Range> checked(Range range, std::string_view text) {
  const auto end_of_text = static_cast<std::int64_t>(length(text));
  const auto refused = [](const char* why) { return problem("The passage was not marked.", "passage", why); };
  if (range.begin < 0 || range.end > end_of_text || range.begin >= range.end)
    return refused("Choose a passage within the document.");
  if (range.end - range.begin > static_cast<std::int64_t>(kLongestExtract))
    return refused("Choose a passage of 10,000 characters or fewer.");
  const auto chosen =
      utf8::slice(text, static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end));
  if (trimmed(chosen).empty()) return refused("Choose a passage that has words in it.");
  return range;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  const PartedBy how = parted_by(text);
  const char* first = nullptr;  // Of the lines at hand; none yet.
  std::int64_t begin = 0;
  const char* last = nullptr;
  const auto finish = [&] {
    if (first != nullptr)
      paragraphs.push_back(paragraph(static_cast<int>(paragraphs.size()) + 1,
                                     std::string_view(first, static_cast<std::size_t>(last - first)), begin));
    first = nullptr;
  };
  Lines lines(text);
  while (const auto line = lines.next()) {
    const bool is_blank = trimmed(line->text).empty();
    if (is_blank || how == PartedBy::LineEnds) finish();
    if (is_blank) continue;
    if (first == nullptr) {
      first = line->text.data();
      begin = line->begin;
    }
    last = line->text.data() + line->text.size();
  }
  finish();
  return paragraphs;
}

Refusal no_such_document() {
  return {Refusal::Kind::NotFound, "There is no such document.", {}};
}

journal::StateText state_text(const Document& of) {
  std::optional<std::string> dated;
  if (of.details.dated) dated = of.details.dated->iso();
  std::optional<std::int64_t> replaces;
  if (of.replaces) replaces = of.replaces->value();
  return journal::StateText()
      .add("inspection", of.inspection.value())
      .add("number", of.number)
      .add("kind", word(of.details.kind))
      .add("title", of.details.title)
      .add("dated", dated)
      .add("format", word(of.format))
      .add("file_name", of.file_name)
      .add("file_digest", of.file_digest)
      .add("text_digest", of.text_digest)
      .add("length", of.length)
      .add("replaces", replaces);
}

journal::StateText state_text(const Extract& of) {
  return journal::StateText()
      .add("document", of.document.value())
      .add("begin", of.range.begin)
      .add("end", of.range.end);
}

}  // namespace sightline::evidence
