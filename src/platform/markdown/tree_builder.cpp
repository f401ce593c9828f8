// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/markdown/tree_builder.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <new>
#include <optional>

#include "base/text.h"
#include "platform/markdown/entities.h"
#include "platform/markdown/links.h"

namespace sightline::markdown {
namespace {

constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
constexpr std::string_view kCaption = "Table: ";

template <class Detail>
const Detail& as(const void* detail) {
  return *static_cast<const Detail*>(detail);
}

Alignment alignment_of(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Alignment::Left;
    case MD_ALIGN_CENTER:
      return Alignment::Centre;
    case MD_ALIGN_RIGHT:
      return Alignment::Right;
    case MD_ALIGN_DEFAULT:
      break;
  }
  return Alignment::Unsaid;
}

/// The words of a paragraph "Table: …" at the end of what stands above a table.
Inlines taken_caption(Blocks& above) {
  auto* paragraph = above.empty() ? nullptr : std::get_if<Paragraph>(&above.back().node);
  if (paragraph == nullptr || paragraph->content.empty()) return {};
  auto* first = std::get_if<Words>(&paragraph->content.front().node);
  if (first == nullptr || !first->text.starts_with(kCaption)) return {};
  first->text.erase(0, kCaption.size());
  Inlines caption = std::move(paragraph->content);
  above.pop_back();
  return caption;
}

/// As it is written on pages: digits alone, the first of them no zero.
std::optional<std::int64_t> number_of_extract(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1 || text.front() == '0')
    return std::nullopt;
  return number;
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view source, int first_line, Place place, const RunContext& context)
    : source_(source),
      first_line_(first_line),
      place_(place),
      context_(context),
      line_starts_{0},
      line_(first_line),
      heading_level_(context.rules.top_heading - 1) {
  for (std::size_t i = 0; i < source.size(); ++i)
    if (source[i] == '\n') line_starts_.push_back(i + 1);
}

/// What every event passes through. md4c is C and may go on for a while after it was told to
/// stop: from then on nothing is listened to, and no exception crosses it.
template <class Event>
int TreeBuilder::heard(void* self, const Event& event) {
  auto& builder = *static_cast<TreeBuilder*>(self);
  if (builder.is_stopped_) return 1;
  try {
    event(builder);
  } catch (...) {
    builder.accident_ = std::current_exception();
    builder.is_stopped_ = true;
  }
  return builder.is_stopped_ ? 1 : 0;
}

MD_PARSER TreeBuilder::parser() {
  using Self = TreeBuilder;
  MD_PARSER parser{};
  parser.flags = kFlags;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
    return heard(self, [&](Self& builder) { builder.enter_block(type, detail); });
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
    return heard(self, [&](Self& builder) { builder.leave_block(type); });
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
    return heard(self, [&](Self& builder) { builder.enter_span(type, detail); });
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
    return heard(self, [&](Self& builder) { builder.leave_span(type); });
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
    return heard(self, [&](Self& builder) { builder.add_text(type, {text, size}); });
  };
  return parser;
}

Blocks TreeBuilder::build() {
  blocks_.push_back({MD_BLOCK_DOC, {Divider{}, first_line_}, {}, {}});
  const MD_PARSER events = parser();
  const int answer = md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &events, this);
  if (accident_) std::rethrow_exception(accident_);
  if (answer < 0) throw std::bad_alloc();
  return std::move(blocks_.front().children);
}

void TreeBuilder::enter_block(MD_BLOCKTYPE type, void* detail) {
  count(0);
  close_loose_words();
  switch (type) {
    case MD_BLOCK_QUOTE:
      return open(type, Quotation{});
    case MD_BLOCK_UL:
      return open(type, List{ListKind::Bulleted, 1, {}});
    case MD_BLOCK_OL:
      return open(type, List{ListKind::Numbered, static_cast<int>(as<MD_BLOCK_OL_DETAIL>(detail).start), {}});
    case MD_BLOCK_HR:
      return open(type, Divider{});
    case MD_BLOCK_H:
      return open(type, Heading{static_cast<int>(as<MD_BLOCK_H_DETAIL>(detail).level), "", {}});
    case MD_BLOCK_CODE:
      return open_code(as<MD_BLOCK_CODE_DETAIL>(detail));
    case MD_BLOCK_TABLE:
      return open(type, Table{});
    case MD_BLOCK_TR:
      std::get<Table>(blocks_.back().block.node).rows.emplace_back();
      return;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return open_cell(type, as<MD_BLOCK_TD_DETAIL>(detail));
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
    case MD_BLOCK_HTML:
      return open(type, Paragraph{});
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      return;
  }
}

void TreeBuilder::open(MD_BLOCKTYPE type, decltype(Block::node) node) {
  blocks_.push_back({type, {std::move(node), 0}, {}, {}});
  if (blocks_.size() > context_.rules.depth + 1) stop("Lists or quotations are too deep within one another.");
}

void TreeBuilder::open_code(const MD_BLOCK_CODE_DETAIL& detail) {
  const std::string words = text_of(detail.info);
  const std::string_view first = std::string_view(words).substr(0, words.find(' '));
  if (first == "figure")
    open(MD_BLOCK_CODE, FigureBlock{});
  else if (first == "extract")
    open(MD_BLOCK_CODE, ExtractBlock{});
  else
    open(MD_BLOCK_CODE, CodeBlock{});
  if (detail.info.size > 0) blocks_.back().block.line = line_;
  if (first == words) return;
  if (first == "figure")
    context_.findings.add(line_, "The key of a figure stands on the line below ```figure, alone.");
  if (first == "extract")
    context_.findings.add(line_, "The number of an extract stands on the line below ```extract, alone.");
}

void TreeBuilder::open_cell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL& detail) {
  if (type == MD_BLOCK_TH)
    std::get<Table>(blocks_.back().block.node).alignments.push_back(alignment_of(detail.align));
  open(type, Paragraph{});
}

void TreeBuilder::leave_block(MD_BLOCKTYPE type) {
  if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY || type == MD_BLOCK_TR) return;
  if (type == MD_BLOCK_LI)
    close_loose_words();
  else
    flush();
  OpenBlock closed = std::move(blocks_.back());
  blocks_.pop_back();
  if (closed.block.line == 0) closed.block.line = line_;
  close(std::move(closed));
}

void TreeBuilder::close(OpenBlock closed) {
  switch (closed.type) {
    case MD_BLOCK_H:
      return close_heading(std::move(closed));
    case MD_BLOCK_CODE:
      return close_code(std::move(closed));
    case MD_BLOCK_TABLE:
      return close_table(std::move(closed));
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return close_cell(closed.type, std::move(closed.content));
    case MD_BLOCK_LI:
      std::get<List>(blocks_.back().block.node).items.push_back(std::move(closed.children));
      return;
    case MD_BLOCK_QUOTE:
      std::get<Quotation>(closed.block.node).content = std::move(closed.children);
      break;
    case MD_BLOCK_HTML:
      std::replace(verbatim_.begin(), verbatim_.end(), '\n', ' ');
      closed.block.node = Paragraph{{{Words{std::exchange(verbatim_, {})}, closed.block.line}}};
      break;
    case MD_BLOCK_P:
      std::get<Paragraph>(closed.block.node).content = std::move(closed.content);
      break;
    default:
      break;
  }
  blocks_.back().children.push_back(std::move(closed.block));
}

void TreeBuilder::close_heading(OpenBlock closed) {
  auto& heading = std::get<Heading>(closed.block.node);
  heading.content = std::move(closed.content);
  const int level = heading.level, top = context_.rules.top_heading;
  const auto refuse = [&](std::string sentence) {
    context_.findings.add(closed.block.line, std::move(sentence));
  };
  const auto signs = [](int count) { return std::string(static_cast<std::size_t>(count), '#'); };
  if (heading.content.empty()) refuse("This heading says nothing.");
  if (blocks_.size() > 1) refuse("A heading cannot stand inside a list or a quotation.");
  if (level < top)
    refuse("Headings begin at " + signs(top) + " here: those above are the page's own.");
  else if (level > heading_level_ + 1)
    refuse("This heading skips a level: " + signs(heading_level_ + 1) + " comes before " + signs(level) +
           ".");
  heading_level_ = std::max(level, top);
  blocks_.back().children.push_back(std::move(closed.block));
}

void TreeBuilder::close_code(OpenBlock closed) {
  if (verbatim_.ends_with('\n')) verbatim_.pop_back();
  const std::string text = std::exchange(verbatim_, {});
  const std::string_view named = trimmed(text);
  const auto refuse = [&](const char* sentence) { context_.findings.add(closed.block.line, sentence); };
  if (auto* code = std::get_if<CodeBlock>(&closed.block.node)) code->text = text;
  if (auto* figure = std::get_if<FigureBlock>(&closed.block.node)) {
    if (!is_figure_key(named))
      return refuse("Between ```figure and ``` stands one key: lower-case letters, digits and hyphens.");
    figure->key = std::string(named);
  }
  if (auto* extract = std::get_if<ExtractBlock>(&closed.block.node)) {
    const auto number = number_of_extract(named);
    if (!number) return refuse("Between ```extract and ``` stands one number, that of the extract.");
    extract->number = *number;
  }
  blocks_.back().children.push_back(std::move(closed.block));
}

void TreeBuilder::close_cell(MD_BLOCKTYPE type, Inlines content) {
  auto& table = std::get<Table>(blocks_.back().block.node);
  if (type == MD_BLOCK_TH) {
    table.head.push_back(std::move(content));
  } else {
    table.rows.back().push_back(std::move(content));
  }
}

void TreeBuilder::close_table(OpenBlock closed) {
  auto& table = std::get<Table>(closed.block.node);
  table.rows.erase(table.rows.begin());  // the row of the head, which is kept apart
  table.caption = taken_caption(blocks_.back().children);
  for (std::size_t i = 0; i < table.head.size(); ++i)
    if (table.head[i].empty())
      context_.findings.add(closed.block.line,
                            "Column " + std::to_string(i + 1) + " of this table has no heading.");
  blocks_.back().children.push_back(std::move(closed.block));
}

/// In a list without blank lines, md4c gives the words of an item without a paragraph around them.
void TreeBuilder::close_loose_words() {
  flush();
  OpenBlock& around = blocks_.back();
  if (around.type != MD_BLOCK_LI || around.content.empty()) return;
  const int line = around.content.front().line;
  around.children.push_back({Paragraph{std::exchange(around.content, {})}, line});
}

void TreeBuilder::enter_span(MD_SPANTYPE type, void* detail) {
  count(0);
  flush();
  if (type == MD_SPAN_IMG) {
    text_of(as<MD_SPAN_IMG_DETAIL>(detail).src);
    context_.findings.add(line_, "Pictures cannot stand in the text; a chart is a figure, by its key.");
    return;
  }
  Inline span{Emphasis{}, line_};
  if (type == MD_SPAN_STRONG) span.node = Strong{};
  if (type == MD_SPAN_CODE) span.node = Code{};
  if (type == MD_SPAN_A) span.node = Link{text_of(as<MD_SPAN_A_DETAIL>(detail).href), {}};
  span.line = line_;
  spans_.push_back({std::move(span), {}});
  if (blocks_.size() + spans_.size() > context_.rules.depth + 1)
    stop("Emphasis or links are too deep within one another.");
}

void TreeBuilder::leave_span(MD_SPANTYPE type) {
  flush();
  if (type == MD_SPAN_IMG) return;
  OpenSpan closed = std::move(spans_.back());
  spans_.pop_back();
  if (std::holds_alternative<Link>(closed.span.node)) return close_link(std::move(closed));
  if (auto* emphasis = std::get_if<Emphasis>(&closed.span.node))
    emphasis->content = std::move(closed.content);
  if (auto* strong = std::get_if<Strong>(&closed.span.node)) strong->content = std::move(closed.content);
  if (auto* code = std::get_if<Code>(&closed.span.node)) code->text = std::exchange(verbatim_, {});
  content().push_back(std::move(closed.span));
}

/// A link that is refused leaves its words behind.
void TreeBuilder::close_link(OpenSpan closed) {
  auto& link = std::get<Link>(closed.span.node);
  auto refused = link_refused(link.address, context_.rules);
  if (!refused && closed.content.empty()) refused = "This link has no words to follow.";
  if (!refused) {
    link.content = std::move(closed.content);
    content().push_back(std::move(closed.span));
    return;
  }
  context_.findings.add(closed.span.line, *std::move(refused));
  std::move(closed.content.begin(), closed.content.end(), std::back_inserter(content()));
}

void TreeBuilder::add_text(MD_TEXTTYPE type, std::string_view text) {
  count(text.size());
  move_to(text.data());
  switch (type) {
    case MD_TEXT_BR:
      flush();
      content().push_back({LineBreak{}, line_});
      break;
    case MD_TEXT_SOFTBR:
      add_plain(" ");
      break;
    case MD_TEXT_ENTITY:
      add_plain(decoded_entity(text));
      break;
    case MD_TEXT_CODE:
      verbatim_ += text;
      break;
    case MD_TEXT_HTML:
      add_html(text);
      break;
    case MD_TEXT_NULLCHAR:
      add_plain(kReplacementCharacter);
      break;
    default:
      add_normal(text);
  }
  last_end_ = text.data() + text.size();
}

/// md4c gives a sign behind a backslash as a piece of its own, and the backslash not at all.
void TreeBuilder::add_normal(std::string_view text) {
  const bool is_escaped = text.size() == 1 && text.data() > source_.data() &&
                          text.data() < source_.data() + source_.size() && text.data() != last_end_ &&
                          text.data()[-1] == '\\';
  run_.add(text, line_, is_escaped ? Signs::Literal : Signs::Meant);
}

void TreeBuilder::add_plain(std::string_view text) {
  run_.add(text, line_, Signs::Literal);
}

void TreeBuilder::add_html(std::string_view text) {
  const bool is_block = blocks_.back().type == MD_BLOCK_HTML;
  if (!is_block || verbatim_.empty())
    context_.findings.add(line_, "HTML is not read here; write \\< for the sign itself.");
  if (is_block)
    verbatim_ += text;
  else
    add_plain(text);
}

void TreeBuilder::flush() {
  const Place place = blocks_.back().type == MD_BLOCK_H ? Place::Heading : place_;
  if (!run_.empty()) run_.flush(content(), place, context_);
}

void TreeBuilder::count(std::size_t bytes) {
  bytes_ += bytes;
  if (++nodes_ > context_.rules.nodes || bytes_ > 4 * context_.rules.bytes)
    stop("The text is too large: what it says from here on was not read.");
}

void TreeBuilder::stop(std::string sentence) {
  if (!is_stopped_) context_.findings.add(line_, std::move(sentence));
  is_stopped_ = true;
}

/// Some pieces are md4c's own, such as the blank of a line end: they leave the line where it is.
void TreeBuilder::move_to(const char* position) {
  const std::less<const char*> before;
  if (before(position, source_.data()) || !before(position, source_.data() + source_.size())) return;
  const auto offset = static_cast<std::size_t>(position - source_.data());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  line_ = first_line_ + static_cast<int>(after - line_starts_.begin()) - 1;
  for (auto open = blocks_.rbegin(); open != blocks_.rend() && open->block.line == 0; ++open)
    open->block.line = line_;
}

std::string TreeBuilder::text_of(const MD_ATTRIBUTE& attribute) {
  count(attribute.size);
  std::string text;
  if (attribute.size == 0) return text;
  move_to(attribute.text);
  for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
    const auto begin = attribute.substr_offsets[i], end = attribute.substr_offsets[i + 1];
    const std::string_view piece(attribute.text + begin, end - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY)
      text += decoded_entity(piece);
    else if (attribute.substr_types[i] == MD_TEXT_NULLCHAR)
      text += kReplacementCharacter;
    else
      text += piece;
  }
  return text;
}

}  // namespace sightline::markdown
