// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include "platform/document/paragraphs.h"

#include "base/text.h"
#include "base/utf8.h"

namespace sightline::document {

namespace {

bool is_control(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == 0xC2 && at + 1 < text.size()) return static_cast<unsigned char>(text[at + 1]) < 0xA0;
  return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
}

}  // namespace

void Paragraphs::text(std::string_view words) {
  if (words.empty() || is_full()) return;
  if (wants_space_ && !at_hand_.empty() && at_hand_.back() != '\n' && at_hand_.back() != '\t')
    at_hand_ += ' ';
  wants_space_ = false;
  while (!words.empty()) {
    const std::size_t valid = first_invalid_utf8(words).value_or(words.size());
    const std::string_view good = words.substr(0, valid);
    for (std::size_t at = 0; at < good.size(); ++at) {
      if (!is_control(good, at))
        at_hand_ += good[at];
      else if (static_cast<unsigned char>(good[at]) == 0xC2)
        ++at;
    }
    words.remove_prefix(valid == words.size() ? valid : valid + 1);
  }
}

void Paragraphs::put(char c) {
  if (!is_full()) at_hand_ += c;
  wants_space_ = false;
}

void Paragraphs::end() {
  const std::string_view words = trimmed(at_hand_);
  if (!words.empty() && !all_.empty()) all_ += "\n\n";
  all_ += words;
  at_hand_.clear();
  wants_space_ = false;
}

Reading Paragraphs::finished() {
  end();
  if (is_full()) return Unreadable::TooLarge;
  if (all_.empty()) return Unreadable::NoText;
  return std::move(all_);
}

}  // namespace sightline::document
