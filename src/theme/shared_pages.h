// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the pages about themes have in common.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "people/web_pages.h"
#include "theme/coding_service.h"
#include "theme/theme_service.h"

namespace sightline::theme {

html::Url codebook_url(std::string_view programme_key);
html::Url theme_url(std::string_view programme_key, std::string_view theme_key);
html::Url coding_url(std::string_view inspection_key, std::int64_t document_number);

/// Frame of a page below the codebook; of the codebook itself without a title.
people::PageFrame frame_below_codebook(const programme::Programme& programme, const std::string& title,
                                       html::Problems problems = {});

/// "ana", or "The operator".
std::string coder_in_words(const CodingLine& coding);

/// A text of several lines as it was typed, marked off.
html::Html typed_text(std::string_view text);

/// Says that a theme is retired; nothing for one in use.
html::Html retired_tag(Use use);

// The page of a document with what is coded in it, in three parts.

/// What of the list of passages is shown.
struct Shown {
  Coder coder = Coder::Anybody;
  std::int64_t page = 1;  ///< Anything that an address may say.
};
/// From the query of an address, and back.
Shown shown_in(const http::Fields& query);
html::Url with_shown(const html::Url& address, const Shown& shown);

/// A memo that was refused, as it was typed.
struct RefusedMemo {
  CodingId coding;
  std::string text;
  html::Problems problems;  ///< Beside the field "memo-" and the coding.
};

/// The text, with the beginning and the end of every coded passage marked by its number. Each piece of text
/// says at which code point it begins (data-at), from which web/coding.ts works out what was selected.
html::Html coded_text(const CodingView& view, const Shown& shown);

/// The form that codes a passage: between two paragraphs, or what web/coding.ts found selected. Nothing for
/// whoever may not code here.
html::Html coding_form(const CodingView& view, const people::Session& session, const http::Form& typed,
                       const html::Problems& problems);

/// The passage that a form asks for: between two paragraphs as numbered on the page, or by code points.
Result<Range> passage_in(const http::Form& form, const std::vector<evidence::Paragraph>& paragraphs);

/// A page of the coded passages by their numbers, each with who coded it as what.
html::Html passage_list(const CodingView& view, const people::Session& session, const Shown& shown,
                        const std::optional<RefusedMemo>& refused);

void add_codebook_routes(http::Router& router, const people::Web& web);
void add_theme_form_routes(http::Router& router, const people::Web& web);
void add_passage_routes(http::Router& router, const people::Web& web);
void add_coding_routes(http::Router& router, const people::Web& web);

}  // namespace sightline::theme
