// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The multipart parser: six places, one step each, until more bytes are needed.

#include "platform/http/multipart.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "platform/http/headers.h"

namespace sightline::http {

namespace {

constexpr std::size_t kLongestName = 200;
constexpr std::string_view kLineEnd = "\r\n";

// One parameter of a header value: name="value" or name=value. Browsers escape
// quotes as %22 (WHATWG HTML, multipart/form-data encoding); older clients as \".
std::optional<std::string> header_parameter(std::string_view value, std::string_view wanted) {
  std::size_t at = value.find(';');
  while (at < value.size()) {
    const auto equals = value.find('=', at);
    if (equals == std::string_view::npos) return std::nullopt;
    const std::string_view name = without_padding(value.substr(at + 1, equals - at - 1));
    std::string text;
    at = equals + 1;
    if (at < value.size() && value[at] == '"') {
      for (++at; at < value.size() && value[at] != '"'; ++at) {
        if (value[at] == '\\' && at + 1 < value.size() && value[at + 1] == '"') ++at;
        text += value[at];
      }
      if (at >= value.size()) return std::nullopt;
      at = value.find(';', at);
    } else {
      const auto end = std::min(value.find(';', at), value.size());
      text = without_padding(value.substr(at, end - at));
      at = end;
    }
    if (equal_without_case(name, wanted)) return text;
  }
  return std::nullopt;
}

std::string with_quotes_restored(std::string text) {
  for (auto at = text.find("%22"); at != std::string::npos; at = text.find("%22", at + 1)) {
    text[at] = '"';
    text.erase(at + 1, 2);
  }
  return text;
}

struct PartHeader {
  std::string disposition;
  std::string type;
  std::string transfer_encoding;
};

std::optional<PartHeader> parse_part_header(std::string_view header) {
  PartHeader part;
  while (!header.empty()) {
    const auto end = header.find(kLineEnd);
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(end == std::string_view::npos ? header.size() : end + kLineEnd.size());
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    if (std::any_of(line.begin(), line.end(),
                    [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; }))
      return std::nullopt;
    const std::string_view name = line.substr(0, colon);
    std::string* known = equal_without_case(name, "Content-Disposition")         ? &part.disposition
                         : equal_without_case(name, "Content-Type")              ? &part.type
                         : equal_without_case(name, "Content-Transfer-Encoding") ? &part.transfer_encoding
                                                                                 : nullptr;
    if (!known) continue;
    if (!known->empty()) return std::nullopt;
    *known = without_padding(line.substr(colon + 1));
  }
  return part;
}

bool leaves_bytes_alone(std::string_view encoding) {
  return encoding.empty() || equal_without_case(encoding, "binary") || equal_without_case(encoding, "8bit") ||
         equal_without_case(encoding, "7bit");
}

// REQUIRES: first begins a well-formed UTF-8 sequence.
std::size_t character_bytes(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Characters that reverse, hide or join text: C1 controls, zero-width and
// directional marks, line separators, the byte order mark.
bool is_deceptive(std::string_view character) {
  if (character.size() == 2 && character[0] == '\xC2') return static_cast<unsigned char>(character[1]) < 0xA0;
  if (character == "\xD8\x9C" || character == "\xEF\xBB\xBF") return true;
  if (character.size() != 3 || character[0] != '\xE2') return false;
  const unsigned last = static_cast<unsigned char>(character[2]);
  if (character[1] == '\x80') return (last >= 0x8B && last <= 0x8F) || (last >= 0xA8 && last <= 0xAE);
  return character[1] == '\x81' && last >= 0xA0 && last <= 0xAF;
}

}  // namespace

MultipartParser::MultipartParser(std::string_view boundary, const MultipartLimits& limits, UploadSink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), limits_(limits), sink_(sink) {}

MultipartParser::State MultipartParser::feed(std::string_view bytes) {
  if (refusal_) return State::Refused;
  pending_.append(bytes);
  while (!refusal_ && step()) {
  }
  return refusal_ ? State::Refused : State::Reading;
}

Result<Form> MultipartParser::finish() {
  if (!refusal_ && place_ != Place::AfterLastBoundary) refuse("The form with files ends too early.");
  if (!refusal_ && !pending_.empty() && pending_ != kLineEnd)
    refuse("There is something after the end of the form.");
  if (refusal_) return *refusal_;
  return std::move(form_);
}

void MultipartParser::refuse(const char* sentence) {
  refusal_ = Refusal{Refusal::Kind::Invalid, sentence, {}};
}

// Each step answers whether another may follow with the bytes at hand.
bool MultipartParser::step() {
  switch (place_) {
    case Place::BeforeFirstBoundary:
      return step_first_boundary();
    case Place::AfterBoundary:
      return step_after_boundary();
    case Place::InHeader:
      return step_header();
    case Place::InText:
    case Place::InFile:
      return step_content();
    case Place::AfterLastBoundary:
      return step_end();
  }
  return false;
}

bool MultipartParser::step_first_boundary() {
  const std::string_view first = std::string_view(delimiter_).substr(kLineEnd.size());
  if (pending_.size() < first.size()) return false;
  if (!pending_.starts_with(first)) {
    refuse("The form with files does not begin with its boundary.");
    return false;
  }
  pending_.erase(0, first.size());
  place_ = Place::AfterBoundary;
  return true;
}

bool MultipartParser::step_after_boundary() {
  if (pending_.size() < 2) return false;
  if (pending_.starts_with("--")) {
    place_ = Place::AfterLastBoundary;
  } else if (!pending_.starts_with(kLineEnd)) {
    refuse("A boundary of the form is malformed.");
    return false;
  } else if (++parts_ > limits_.parts) {
    refuse("The form has too many fields.");
    return false;
  } else {
    place_ = Place::InHeader;
  }
  pending_.erase(0, 2);
  return true;
}

bool MultipartParser::step_header() {
  constexpr std::string_view kEnd = "\r\n\r\n";
  const auto end = pending_.find(kEnd);
  const bool is_whole = end != std::string::npos;
  const std::size_t known_bytes =
      is_whole ? end : pending_.size() - std::min(pending_.size(), kEnd.size() - 1);
  if (known_bytes > limits_.header_bytes) {
    refuse("The header of a field is too long.");
    return false;
  }
  if (!is_whole) return false;
  const std::string header = pending_.substr(0, end);
  pending_.erase(0, end + kEnd.size());
  begin_part(header);
  return true;
}

void MultipartParser::begin_part(std::string_view header) {
  const auto part = parse_part_header(header);
  if (!part) return refuse("The header of a field is malformed.");
  const std::string_view kind =
      without_padding(std::string_view(part->disposition).substr(0, part->disposition.find(';')));
  const auto name = header_parameter(part->disposition, "name");
  if (!equal_without_case(kind, "form-data") || !name) return refuse("A field of the form has no name.");
  field_ = with_quotes_restored(*name);
  if (!is_utf8(field_)) return refuse("The form is not written in UTF-8.");
  if (field_.size() > limits_.name_bytes) return refuse("The name of a field is too long.");
  if (!leaves_bytes_alone(part->transfer_encoding))
    return refuse("A field of the form is encoded in an unknown way.");

  const auto file = header_parameter(part->disposition, "filename");
  if (!file) {
    place_ = Place::InText;
    value_.clear();
    return;
  }
  place_ = Place::InFile;
  file_bytes_ = 0;
  sink_.begin({field_, display_name(with_quotes_restored(*file)), is_utf8(part->type) ? part->type : ""});
}

bool MultipartParser::step_content() {
  const auto end = pending_.find(delimiter_);
  if (end != std::string::npos) {
    take_content(std::string_view(pending_).substr(0, end));
    if (refusal_) return false;
    pending_.erase(0, end + delimiter_.size());
    end_part();
    return true;
  }
  const std::size_t held_back = std::min(pending_.size(), delimiter_.size() - 1);
  take_content(std::string_view(pending_).substr(0, pending_.size() - held_back));
  pending_.erase(0, pending_.size() - held_back);
  return false;
}

void MultipartParser::take_content(std::string_view bytes) {
  if (bytes.empty()) return;
  if (place_ == Place::InText) {
    if (value_.size() + bytes.size() > limits_.value_bytes)
      return refuse("What was typed into one field is too long.");
    value_.append(bytes);
    return;
  }
  file_bytes_ += bytes.size();
  if (file_bytes_ > limits_.file_bytes) return refuse("A file is too large.");
  sink_.write(bytes);
}

void MultipartParser::end_part() {
  if (place_ == Place::InFile) {
    sink_.end();
  } else if (!is_utf8(value_)) {
    return refuse("The form is not written in UTF-8.");
  } else {
    form_.add(field_, value_);
  }
  place_ = Place::AfterBoundary;
}

bool MultipartParser::step_end() {
  if (pending_.size() > kLineEnd.size()) refuse("There is something after the end of the form.");
  return false;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  const std::string_view type = without_padding(content_type.substr(0, content_type.find(';')));
  if (!equal_without_case(type, "multipart/form-data")) return std::nullopt;
  auto boundary = header_parameter(content_type, "boundary");
  // RFC 2046 section 5.1.1.
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
  };
  if (!boundary || boundary->empty() || boundary->size() > 70 || boundary->back() == ' ' ||
      !std::all_of(boundary->begin(), boundary->end(), is_allowed))
    return std::nullopt;
  return boundary;
}

std::string display_name(std::string_view claimed) {
  const auto slash = claimed.find_last_of("/\\");
  if (slash != std::string_view::npos) claimed.remove_prefix(slash + 1);
  const bool is_text = is_utf8(claimed);
  std::string name;
  while (!claimed.empty()) {
    const std::string_view character = claimed.substr(0, is_text ? character_bytes(claimed.front()) : 1);
    claimed.remove_prefix(character.size());
    const auto first = static_cast<unsigned char>(character.front());
    const bool is_control = first < ' ' || first == 0x7F;
    const bool leads_badly = name.empty() && (first == '.' || first == ' ');
    const bool is_no_text = !is_text && first >= 0x80;
    if (is_control || leads_badly || is_no_text || is_deceptive(character)) continue;
    if (name.size() + character.size() > kLongestName) break;
    name += character;
  }
  while (name.ends_with(' ')) name.pop_back();
  return name.empty() ? "unnamed" : name;
}

}  // namespace sightline::http
