// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/to_json.h"

#include <algorithm>

#include "base/text.h"
#include "platform/html/url.h"

namespace sightline::markdown {
namespace {

using json::Array;
using json::Object;
using json::Value;

/// RFC 3986 §5.2 for the two shapes a link within the site has: a path from the
/// root, and one that climbs from the page's own folder.
std::string resolved(std::string_view base, std::string_view address) {
  const auto host_end = std::min(base.find('/', std::string_view("https://").size()), base.size());
  const std::string_view origin = base.substr(0, host_end);
  if (address.starts_with('/')) return std::string(origin) + std::string(address);
  std::string_view folder = base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
  folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
  while (address.starts_with("../")) {
    address.remove_prefix(3);
    folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
  }
  return std::string(origin) + std::string(folder) + "/" + std::string(address);
}

std::string_view column(Alignment alignment) {
  switch (alignment) {
    case Alignment::Right:
      return "right";
    case Alignment::Centre:
      return "centre";
    case Alignment::Left:
    case Alignment::Unsaid:
      break;
  }
  return "left";
}

class JsonWriter {
 public:
  JsonWriter(const Document& document, const JsonOptions& options) : document_(document), options_(options) {
    for (const Heading* heading : headings_of(document)) ids_.push_back(heading->id);
  }

  Array blocks(const Blocks& list) {
    Array all;
    for (const Block& block : list)
      all.push_back(std::visit([&](const auto& node) { return write(node); }, block.node));
    return all;
  }

 private:
  Array inlines(const Inlines& content) {
    Array all;
    for (const Inline& one : content) std::visit([&](const auto& node) { add(all, node); }, one.node);
    return all;
  }

  void add(Array& all, const Words& words) { all.emplace_back(words.text); }
  void add(Array& all, const LineBreak&) { all.emplace_back(Object{{"kind", "break"}}); }
  void add(Array& all, const Code& code) { all.emplace_back(Object{{"kind", "code"}, {"text", code.text}}); }
  void add(Array& all, const Emphasis& emphasis) {
    all.emplace_back(Object{{"kind", "emphasis"}, {"content", inlines(emphasis.content)}});
  }
  void add(Array& all, const Strong& strong) {
    all.emplace_back(Object{{"kind", "strong"}, {"content", inlines(strong.content)}});
  }
  void add(Array& all, const FigureValue& value) {
    const auto words = options_.figure_value ? options_.figure_value(value) : std::nullopt;
    all.emplace_back(words ? *words : "[no figure “" + value.key + "”]");
  }

  void add(Array& all, const Link& link) {
    Object object{{"kind", "link"}};
    if (link.address.starts_with('#')) {
      const std::string id = link.address.substr(1);
      const bool is_ours = std::find(ids_.begin(), ids_.end(), id) != ids_.end();
      object.add("id", is_ours ? options_.id_prefix + id : id);
    } else if (const auto whole = html::Url::parse(link.address); whole && !whole->is_local()) {
      object.add("address", whole->text());
    } else if (!options_.base.empty()) {
      object.add("address", resolved(options_.base, link.address));
    } else {
      for (Value& words : inlines(link.content)) all.push_back(std::move(words));
      return;
    }
    object.add("content", inlines(link.content));
    all.emplace_back(std::move(object));
  }

  void add(Array& all, const FootnoteCall& call) {
    const auto index = static_cast<std::size_t>(call.number) - 1;
    Object object{{"kind", "footnote"},
                  {"id", options_.id_prefix + "footnote-" + std::to_string(call.number)}};
    if (call.occurrence == 1 && index < document_.footnotes.size())
      object.add("content", inlines(document_.footnotes[index].content));
    all.emplace_back(std::move(object));
  }

  Value write(const Paragraph& paragraph) {
    return Object{{"kind", "paragraph"}, {"content", inlines(paragraph.content)}};
  }
  Value write(const Heading& heading) {
    return Object{{"kind", "heading"},
                  {"level", heading.level},
                  {"id", options_.id_prefix + heading.id},
                  {"content", inlines(heading.content)}};
  }
  Value write(const List& list) {
    Array items;
    for (const Blocks& item : list.items) items.emplace_back(blocks(item));
    return Object{{"kind", "list"},
                  {"numbered", list.kind == ListKind::Numbered},
                  {"start", list.start},
                  {"items", std::move(items)}};
  }
  Value write(const Quotation& quotation) {
    return Object{{"kind", "quotation"}, {"content", blocks(quotation.content)}};
  }
  Value write(const ExtractBlock& extract) {
    const auto words = options_.extract_words ? options_.extract_words(extract) : std::nullopt;
    if (words) return write(quotation_of(*words));
    return Object{{"kind", "paragraph"}, {"content", Array{words_missing(extract)}}};
  }
  Value write(const CodeBlock& code) { return Object{{"kind", "code"}, {"text", code.text}}; }
  Value write(const Divider&) { return Object{{"kind", "divider"}}; }
  Value write(const FigureBlock& figure) { return Object{{"kind", "figure"}, {"key", figure.key}}; }
  Value write(const Table& table) {
    Array columns, head, rows;
    for (const Alignment alignment : table.alignments) columns.emplace_back(column(alignment));
    for (const Inlines& cell : table.head) head.emplace_back(inlines(cell));
    for (const auto& row : table.rows) {
      Array cells;
      for (const Inlines& cell : row) cells.emplace_back(inlines(cell));
      rows.emplace_back(std::move(cells));
    }
    return Object{{"kind", "table"},
                  {"caption", inlines(table.caption)},
                  {"columns", std::move(columns)},
                  {"head", std::move(head)},
                  {"rows", std::move(rows)}};
  }

  const Document& document_;
  const JsonOptions& options_;
  std::vector<std::string> ids_;
};

}  // namespace

json::Array to_json(const Document& document, const JsonOptions& options) {
  return JsonWriter(document, options).blocks(document.blocks);
}

}  // namespace sightline::markdown
