// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A document as part of a page, in the classes of GOV.UK Frontend. Made by the
// builder alone, so that no text of its author can become markup.

#pragma once

#include <functional>
#include <optional>
#include <string>

#include "platform/html/builder.h"
#include "platform/markdown/document.h"

namespace sightline::markdown {

struct HtmlOptions {
  /// Before every id of the document ("chapter-2-"), where a page holds several.
  std::string id_prefix{};
  /// Added to the level of every heading; none goes deeper than h6.
  int heading_shift = 0;
  /// What stands for a figure. Without an answer, the page says that the figure is
  /// not known: whoever publishes has checked figures_of() before.
  std::function<std::optional<html::Content>(const FigureValue&)> figure_value{};
  std::function<std::optional<html::Html>(const FigureBlock&)> figure_block{};
  /// The words of an extract, for a quotation. Without an answer, the page says that they are not shown.
  std::function<std::optional<std::string>(const ExtractBlock&)> extract_words{};
};

/// The same document and options give the same bytes. Footnotes stand at the end,
/// under the heading "Footnotes".
html::Html to_html(const Document& document, const HtmlOptions& options = {});

/// One line of it, e.g. a heading for a list of contents: without links and footnotes.
html::Html words_to_html(const Inlines& content, const HtmlOptions& options = {});

}  // namespace sightline::markdown
