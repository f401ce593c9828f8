// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>
#include <string>

#include "platform/document/paragraphs.h"
#include "platform/document/read.h"

namespace sightline::document {

namespace {

constexpr int kMostPages = 2'000;
constexpr std::size_t kHeaderWithin = 1024;  // Readers accept a header that late.

void say_nothing(const std::string&, void*) {}

/// Poppler parts lines by a line feed, and blocks of lines by an empty line; a word that a hyphen cut in
/// two it has joined already. Lines of one block become one again.
void add_page(Paragraphs& paragraphs, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && (line.back() == ' ' || line.back() == '\f' || line.back() == '\r'))
      line.remove_suffix(1);
    if (line.empty()) paragraphs.end();
    paragraphs.text(line);
    paragraphs.space();
  }
  paragraphs.end();
}

}  // namespace

void warm_up() {
  poppler::set_debug_error_function(say_nothing, nullptr);
  // Both ways between UTF-8 and UTF-16 are asked for, so that what converts is loaded.
  poppler::ustring::from_utf8("é").to_utf8();
}

Reading read_pdf(std::string_view document) {
  if (document.substr(0, kHeaderWithin).find("%PDF-") == std::string_view::npos) return Unreadable::WrongType;
  poppler::set_debug_error_function(say_nothing, nullptr);
  const std::unique_ptr<poppler::document> opened(
      poppler::document::load_from_raw_data(document.data(), static_cast<int>(document.size())));
  if (!opened) return Unreadable::Broken;
  if (opened->is_locked()) return Unreadable::Encrypted;
  if (opened->pages() <= 0) return Unreadable::Broken;
  if (opened->pages() > kMostPages) return Unreadable::TooLarge;

  Paragraphs paragraphs;
  for (int number = 0; number < opened->pages() && !paragraphs.is_full(); ++number) {
    const std::unique_ptr<poppler::page> page(opened->create_page(number));
    if (!page) return Unreadable::Broken;
    const poppler::byte_array text =
        page->text(poppler::rectf(), poppler::page::non_raw_non_physical_layout).to_utf8();
    add_page(paragraphs, std::string_view(text.data(), text.size()));
  }
  return paragraphs.finished();
}

}  // namespace sightline::document
