// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The gate that every PDF passes before it is published. It holds the structure
// that a reader with a screen reader depends on (PDF/UA-1, ISO 14289-1, as far as a
// program can see) and that nothing in the file runs or leads astray. What people must
// judge, it does not: whether alternative text is true, whether the order makes sense.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sightline::pdf {

/// One sentence for each problem, at most 50; none when the file may be published. Any
/// bytes may be given: what is no PDF is one problem.
///
/// Asked for: tags, the PDF/UA identifier, a title that is shown, the language en-GB,
/// bookmarks; every figure with alternative text, all content in a tag or marked as
/// decoration, headings from level 1 without a gap, tables with headers that have a scope,
/// links with a description. Refused: encryption, scripts, embedded files, forms, and
/// actions other than going to a place of the document, to https or to mailto.
std::vector<std::string> check(std::string_view bytes);

}  // namespace sightline::pdf
