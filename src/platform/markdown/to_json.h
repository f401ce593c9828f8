// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A document as JSON, for the template of the PDF. A block is an object with its
// "kind"; an inline is a text, or an object with its "kind":
//
//   {"kind": "paragraph", "content": [inline…]}
//   {"kind": "heading", "level": 2, "id": "…", "content": [inline…]}
//   {"kind": "list", "numbered": false, "start": 1, "items": [[block…]…]}
//   {"kind": "quotation", "content": [block…]}       {"kind": "divider"}
//     an extract is a quotation of paragraphs
//   {"kind": "code", "text": "…"}                    {"kind": "figure", "key": "…"}
//   {"kind": "table", "caption": [inline…], "columns": ["left" | "centre" | "right"…],
//    "head": [[inline…]…], "rows": [[[inline…]…]…]}
//
//   {"kind": "emphasis" | "strong", "content": [inline…]}   {"kind": "code", "text": "…"}
//   {"kind": "link", "address": "https://…", "content": [inline…]}   {"kind": "break"}
//   {"kind": "link", "id": "…", "content": [inline…]}, where the link stays in the document
//   {"kind": "footnote", "id": "…", "content": [inline…]}   content only at the first call

#pragma once

#include <functional>
#include <optional>
#include <string>

#include "platform/json/json.h"
#include "platform/markdown/document.h"

namespace sightline::markdown {

struct JsonOptions {
  /// Before every id of the document, where several become one PDF.
  std::string id_prefix{};
  /// https address of the page, against which links within the site are made whole;
  /// without it their words stand without a link: paper has no site.
  std::string base{};
  /// The words for an inline figure; without an answer "[no figure “KEY”]".
  std::function<std::optional<std::string>(const FigureValue&)> figure_value{};
  /// The words of an extract; without an answer a paragraph says that they are not shown.
  std::function<std::optional<std::string>(const ExtractBlock&)> extract_words{};
};

json::Array to_json(const Document& document, const JsonOptions& options = {});

}  // namespace sightline::markdown
