// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The formats that documents come in, what came of reading one, and the reasons
// for which one is refused.
//
// Known on both sides of the wall: to the program, which never opens a document,
// and to sightline-extract, which does nothing else.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/words.h"

namespace sightline::extract {

enum class Format { Txt, Html, Pdf, Docx };

/// By the ending of the name, in any case; nothing for an ending that is not read here.
std::optional<Format> format_of(std::string_view file_name);

inline constexpr std::size_t kMostFileBytes = 25'000'000;
inline constexpr std::size_t kMostTextBytes = 5'000'000;  ///< About 1,500 pages.

enum class Unreadable {
  WrongType,     ///< The content is not what the name says.
  Broken,        ///< Cut short or damaged; also when its reader came to grief over it.
  Encrypted,     ///< Cannot be read without a password.
  TooLarge,      ///< More bytes, pages or text than are taken.
  Swells,        ///< Packed so that it would grow without measure.
  DocumentType,  ///< Brings its own XML definitions, as no word processor does.
  NotUtf8,       ///< Text in some other encoding.
  NoText,        ///< Nothing to read in it: a scan, or empty.
  TookTooLong,   ///< The time allowed was used up.
  Forbidden,     ///< Its reader was made to try what reading does not need.
  Busy,          ///< Other documents are being read; nothing is wrong with this one.
  NoSandbox,     ///< This machine cannot shut the reader in, so nothing was opened.
};

/// The rest of the sentence “NAME could not be read: …”, without a full stop.
std::string_view reason(Unreadable why);

/// The text of a document, or why there is none.
///
/// The text is UTF-8, not empty, at most kMostTextBytes long, without NUL and without control characters
/// but line feed and tab. Paragraphs of PDF, HTML and DOCX are parted by one empty line.
using Reading = std::variant<std::string, Unreadable>;

}  // namespace sightline::extract

namespace sightline {

template <>
inline constexpr auto kWords<extract::Format> = std::to_array<Word<extract::Format>>({
    {extract::Format::Txt, "txt"},
    {extract::Format::Html, "html"},
    {extract::Format::Pdf, "pdf"},
    {extract::Format::Docx, "docx"},
});

template <>
inline constexpr auto kWords<extract::Unreadable> = std::to_array<Word<extract::Unreadable>>({
    {extract::Unreadable::WrongType, "wrong-type"},
    {extract::Unreadable::Broken, "broken"},
    {extract::Unreadable::Encrypted, "encrypted"},
    {extract::Unreadable::TooLarge, "too-large"},
    {extract::Unreadable::Swells, "swells"},
    {extract::Unreadable::DocumentType, "document-type"},
    {extract::Unreadable::NotUtf8, "not-utf8"},
    {extract::Unreadable::NoText, "no-text"},
    {extract::Unreadable::TookTooLong, "took-too-long"},
    {extract::Unreadable::Forbidden, "forbidden"},
    {extract::Unreadable::Busy, "busy"},
    {extract::Unreadable::NoSandbox, "no-sandbox"},
});

}  // namespace sightline
