// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/to_html.h"

#include <algorithm>
#include <map>

#include "platform/html/elements.h"
#include "platform/html/url.h"

namespace sightline::markdown {
namespace {

using namespace html;

enum class Links { Kept, Dropped };

std::string_view heading_class(int level) {
  static constexpr std::string_view kClasses[] = {"govuk-heading-xl", "govuk-heading-l", "govuk-heading-m"};
  return level <= 3 ? kClasses[level - 1] : "govuk-heading-s";
}

class HtmlWriter {
 public:
  HtmlWriter(const HtmlOptions& options, Links links) : options_(options), links_(links) {}

  Html whole(const Document& document) {
    for (const Heading* heading : headings_of(document)) ids_.push_back(heading->id);
    Html page = blocks(document.blocks);
    if (!document.footnotes.empty()) page += footnotes(document);
    return page;
  }

  Html inlines(const Inlines& content) {
    Html all;
    for (const Inline& one : content)
      all += std::visit([&](const auto& node) { return write(node); }, one.node);
    return all;
  }

 private:
  Html blocks(const Blocks& list) {
    Html all;
    for (const Block& block : list)
      all += std::visit([&](const auto& node) { return write(node); }, block.node);
    return all;
  }

  Html write(const Words& words) { return fragment(words.text); }
  Html write(const LineBreak&) { return br(); }
  Html write(const Code& code_words) { return html::code({class_("app-code")}, code_words.text); }
  Html write(const Emphasis& emphasis) { return em({}, inlines(emphasis.content)); }
  Html write(const Strong& strong_words) { return strong({}, inlines(strong_words.content)); }

  Html write(const Link& link) {
    const Html words = inlines(link.content);
    const auto url = links_ == Links::Kept ? url_of(link.address) : std::nullopt;
    return url ? a({class_("govuk-link")}, *url, words) : words;
  }

  /// An id of this document gets the prefix too; one of another part of the page is whole already.
  std::optional<Url> url_of(const std::string& address) const {
    if (address.starts_with('#')) {
      const std::string id = address.substr(1);
      const bool is_ours = std::find(ids_.begin(), ids_.end(), id) != ids_.end();
      return Url::fragment(is_ours ? options_.id_prefix + id : id);
    }
    if (auto url = Url::parse(address)) return url;
    return Url::parse_relative(address);
  }

  Html write(const FootnoteCall& call) {
    if (links_ == Links::Dropped) return {};
    calls_[call.number] = std::max(calls_[call.number], call.occurrence);
    return sup({class_("app-footnote-call")},
               a({class_("govuk-link"), id_(call_id(call.number, call.occurrence))},
                 Url::fragment(note_id(call.number)), span({class_("govuk-visually-hidden")}, "Footnote "),
                 call.number));
  }

  Html write(const FigureValue& value) {
    if (options_.figure_value)
      if (const auto shown = options_.figure_value(value)) return *shown;
    return unknown(value.key);
  }
  Html write(const FigureBlock& figure_block) {
    if (options_.figure_block)
      if (const auto shown = options_.figure_block(figure_block)) return *shown;
    return p({class_("govuk-body")}, unknown(figure_block.key));
  }
  static Html unknown(const std::string& key) {
    return mark({class_("app-figure-unknown")}, "[no figure “" + key + "”]");
  }

  Html write(const Paragraph& paragraph) { return p({class_("govuk-body")}, inlines(paragraph.content)); }

  Html write(const Heading& heading) {
    const int level = std::min(heading.level + options_.heading_shift, 6);
    return html::heading(level, {class_(heading_class(level)), id_(options_.id_prefix + heading.id)},
                         inlines(heading.content));
  }

  Html write(const List& list) {
    Html items;
    for (const Blocks& item : list.items) items += li({}, item_content(item));
    if (list.kind == ListKind::Bulleted) return ul({class_("govuk-list govuk-list--bullet")}, items);
    const std::string start = list.start == 1 ? "" : std::to_string(list.start);
    return ol({class_("govuk-list govuk-list--number"), optional_("start", start)}, items);
  }
  /// An item of one paragraph stands as words alone, as GOV.UK writes lists.
  Html item_content(const Blocks& item) {
    if (item.empty()) return {};
    const auto* first = std::get_if<Paragraph>(&item.front().node);
    const auto other = [](const Block& block) { return !std::holds_alternative<List>(block.node); };
    if (first == nullptr || std::any_of(item.begin() + 1, item.end(), other)) return blocks(item);
    Html all = inlines(first->content);
    for (std::size_t i = 1; i < item.size(); ++i) all += write(std::get<List>(item[i].node));
    return all;
  }

  Html write(const Quotation& quotation) {
    return blockquote({class_("govuk-inset-text")}, blocks(quotation.content));
  }
  Html write(const ExtractBlock& extract) {
    if (options_.extract_words)
      if (const auto words = options_.extract_words(extract)) return write(quotation_of(*words));
    return p({class_("govuk-body")}, mark({class_("app-figure-unknown")}, words_missing(extract)));
  }
  Html write(const CodeBlock& code_block) {
    return pre({class_("app-code"), attribute_("tabindex", 0)}, html::code({}, code_block.text));
  }
  Html write(const Divider&) {
    return hr({class_("govuk-section-break govuk-section-break--m govuk-section-break--visible")});
  }

  Html write(const Table& table_content) {
    const auto align = [&](std::size_t column) {
      return table_content.alignments[column] == Alignment::Right;
    };
    Html head, body;
    for (std::size_t i = 0; i < table_content.head.size(); ++i)
      head +=
          th({attribute_("scope", "col"),
              class_(align(i) ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header")},
             inlines(table_content.head[i]));
    for (const auto& row : table_content.rows) {
      Html cells;
      for (std::size_t i = 0; i < row.size(); ++i)
        cells += td({class_(align(i) ? "govuk-table__cell govuk-table__cell--numeric" : "govuk-table__cell")},
                    inlines(row[i]));
      body += tr({class_("govuk-table__row")}, cells);
    }
    const std::string name = plain_text(table_content.caption);
    const Html title = table_content.caption.empty()
                           ? Html()
                           : caption({class_("govuk-table__caption govuk-table__caption--m")},
                                     inlines(table_content.caption));
    return div({class_("app-scroll"), role_("region"), aria_("label", name.empty() ? "Table" : name),
                attribute_("tabindex", 0)},
               html::table({class_("govuk-table")}, title,
                           thead({class_("govuk-table__head")}, tr({class_("govuk-table__row")}, head)),
                           tbody({class_("govuk-table__body")}, body)));
  }

  Html footnotes(const Document& document) {
    Html notes;
    for (std::size_t i = 0; i < document.footnotes.size(); ++i) {
      const int number = static_cast<int>(i) + 1;
      const Html words = inlines(document.footnotes[i].content);
      notes += li({id_(note_id(number))}, words, back_links(number));
    }
    const std::string id = options_.id_prefix + "footnotes";
    return section({class_("app-footnotes"), role_("doc-endnotes"), aria_("labelledby", id)},
                   html::heading(std::min(2 + options_.heading_shift, 6),
                                 {class_("govuk-heading-m"), id_(id)}, "Footnotes"),
                   ol({class_("govuk-list govuk-list--number")}, notes));
  }
  Html back_links(int number) {
    Html links;
    for (int occurrence = 1; occurrence <= calls_[number]; ++occurrence)
      links += fragment(
          " ", a({class_("govuk-link"), role_("doc-backlink")}, Url::fragment(call_id(number, occurrence)),
                 "Back", span({class_("govuk-visually-hidden")}, " to the text of footnote ", number)));
    return links;
  }

  std::string note_id(int number) const { return options_.id_prefix + "footnote-" + std::to_string(number); }
  std::string call_id(int number, int occurrence) const {
    return note_id(number) + "-call" + (occurrence > 1 ? "-" + std::to_string(occurrence) : "");
  }

  const HtmlOptions& options_;
  const Links links_;
  std::vector<std::string> ids_;
  std::map<int, int> calls_;  // of each footnote: how often it was called
};

}  // namespace

Html to_html(const Document& document, const HtmlOptions& options) {
  return HtmlWriter(options, Links::Kept).whole(document);
}

Html words_to_html(const Inlines& content, const HtmlOptions& options) {
  return HtmlWriter(options, Links::Dropped).inlines(content);
}

}  // namespace sightline::markdown
