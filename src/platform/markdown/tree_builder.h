// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// md4c's events, gathered into blocks and inlines. md4c knows no positions, but
// points into the source: lines are counted from there. Private to
// platform/markdown.

#pragma once

#include <md4c.h>

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "platform/markdown/run.h"

namespace sightline::markdown {

class TreeBuilder {
 public:
  /// `first_line` is the line in which `source` begins.
  TreeBuilder(std::string_view source, int first_line, Place place, const RunContext& context);

  /// What could be read; when a limit was passed, what came before.
  /// REQUIRES: called once, and `source` is well-formed UTF-8.
  Blocks build();

 private:
  /// A block that is still open: what it will be, and what was found inside so far.
  struct OpenBlock {
    MD_BLOCKTYPE type;
    Block block;
    Blocks children;
    Inlines content;
  };
  /// Emphasis or a link that is still open.
  struct OpenSpan {
    Inline span;
    Inlines content;
  };

  void enter_block(MD_BLOCKTYPE type, void* detail);
  void leave_block(MD_BLOCKTYPE type);
  void enter_span(MD_SPANTYPE type, void* detail);
  void leave_span(MD_SPANTYPE type);
  void add_text(MD_TEXTTYPE type, std::string_view text);
  static MD_PARSER parser();
  template <class Event>
  static int heard(void* self, const Event& event);

  void open(MD_BLOCKTYPE type, decltype(Block::node) node);
  void open_code(const MD_BLOCK_CODE_DETAIL& detail);
  void open_cell(MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL& detail);
  void close(OpenBlock closed);
  void close_heading(OpenBlock closed);
  void close_code(OpenBlock closed);
  void close_cell(MD_BLOCKTYPE type, Inlines content);
  void close_table(OpenBlock closed);
  void close_loose_words();
  void close_link(OpenSpan closed);

  void count(std::size_t bytes);
  void stop(std::string sentence);
  void flush();
  void add_plain(std::string_view text);
  void add_normal(std::string_view text);
  void add_html(std::string_view text);
  void move_to(const char* position);
  std::string text_of(const MD_ATTRIBUTE& attribute);
  Inlines& content() { return spans_.empty() ? blocks_.back().content : spans_.back().content; }

  const std::string_view source_;
  const int first_line_;
  const Place place_;
  const RunContext& context_;
  std::vector<std::size_t> line_starts_;

  std::vector<OpenBlock> blocks_;  // the document itself first
  std::vector<OpenSpan> spans_;
  Run run_;
  std::string verbatim_;  // of code and raw HTML, in which signs mean nothing
  int line_;
  const char* last_end_ = nullptr;
  std::size_t nodes_ = 0, bytes_ = 0;
  int heading_level_;
  bool is_stopped_ = false;
  std::exception_ptr accident_;
};

}  // namespace sightline::markdown
