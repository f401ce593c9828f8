// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>

#include "platform/document/paragraphs.h"
#include "platform/document/read.h"
#include "platform/document/txt.h"

namespace sightline::document {

namespace {

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  for (const GumboTag each : tags)
    if (each == tag) return true;
  return false;
}

/// What a browser does not show as text.
bool is_unseen(const GumboElement& element) {
  return element.tag_namespace != GUMBO_NAMESPACE_HTML ||
         is_one_of(element.tag,
                   {GUMBO_TAG_HEAD, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
                    GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_SELECT, GUMBO_TAG_TEXTAREA,
                    GUMBO_TAG_BUTTON, GUMBO_TAG_AUDIO, GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS}) ||
         gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
}

bool runs_on(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_A,     GUMBO_TAG_ABBR, GUMBO_TAG_B,      GUMBO_TAG_BDI, GUMBO_TAG_BDO,
                         GUMBO_TAG_BIG,   GUMBO_TAG_CITE, GUMBO_TAG_CODE,   GUMBO_TAG_DEL, GUMBO_TAG_DFN,
                         GUMBO_TAG_EM,    GUMBO_TAG_FONT, GUMBO_TAG_I,      GUMBO_TAG_INS, GUMBO_TAG_KBD,
                         GUMBO_TAG_LABEL, GUMBO_TAG_MARK, GUMBO_TAG_Q,      GUMBO_TAG_S,   GUMBO_TAG_SAMP,
                         GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRONG, GUMBO_TAG_SUB, GUMBO_TAG_SUP,
                         GUMBO_TAG_TIME,  GUMBO_TAG_TT,   GUMBO_TAG_U,      GUMBO_TAG_VAR, GUMBO_TAG_WBR,
                         GUMBO_TAG_TD,    GUMBO_TAG_TH,   GUMBO_TAG_UNKNOWN});
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// White space as a browser shows it.
void add_text(Paragraphs& paragraphs, std::string_view text) {
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && !is_space(text[end])) ++end;
    paragraphs.text(text.substr(0, end));
    if (end < text.size()) paragraphs.space();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void add_children(Paragraphs& paragraphs, const GumboVector& children, int depth);

void add_element(Paragraphs& paragraphs, const GumboElement& element, int depth) {
  if (is_unseen(element)) return;
  if (element.tag == GUMBO_TAG_BR) return paragraphs.line_break();
  const bool is_block = !runs_on(element.tag);
  if (is_block) paragraphs.end();
  add_children(paragraphs, element.children, depth + 1);
  if (is_one_of(element.tag, {GUMBO_TAG_TD, GUMBO_TAG_TH})) paragraphs.tab();
  if (is_block) paragraphs.end();
}

void add_children(Paragraphs& paragraphs, const GumboVector& children, int depth) {
  if (depth > kDeepest) return;
  for (unsigned i = 0; i < children.length && !paragraphs.is_full(); ++i) {
    const auto& node = *static_cast<const GumboNode*>(children.data[i]);
    if (node.type == GUMBO_NODE_ELEMENT)
      add_element(paragraphs, node.v.element, depth);
    else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA)
      add_text(paragraphs, node.v.text.text);
    else if (node.type == GUMBO_NODE_WHITESPACE)
      paragraphs.space();
  }
}

struct Destroy {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

Reading read_html(std::string_view document) {
  const std::optional<std::string_view> utf8 = utf8_of(document);
  if (!utf8) return Unreadable::NotUtf8;
  if (utf8->find('\0') != std::string_view::npos || utf8->find('<') == std::string_view::npos)
    return Unreadable::WrongType;
  const std::unique_ptr<GumboOutput, Destroy> parsed(
      gumbo_parse_with_options(&kGumboDefaultOptions, utf8->data(), utf8->size()));
  if (!parsed) return Unreadable::Broken;
  Paragraphs paragraphs;
  add_children(paragraphs, parsed->document->v.document.children, 0);
  return paragraphs.finished();
}

}  // namespace sightline::document
