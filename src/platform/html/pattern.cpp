// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "platform/html/pattern.h"

#include <stdexcept>

#include "platform/html/trusted_markup.h"

namespace sightline::html {
namespace {

/// No text can forge it: the builder replaces every control character.
constexpr char kHole = '\x01';

bool ends_in_preformatted_tag(std::string_view markup) {
  if (!markup.ends_with('>')) return false;
  const std::string_view tag = markup.substr(markup.rfind('<'));
  return tag.starts_with("<textarea") || tag.starts_with("<pre");
}

}  // namespace

Html hole() {
  return trusted_markup(std::string_view(&kHole, 1));
}

Pattern::Pattern(const Html& markup) : size_(markup.view().size()) {
  std::string_view rest = markup.view();
  for (;;) {
    const std::size_t end = rest.find(kHole);
    const std::string_view piece = rest.substr(0, end);
    pieces_.push_back({std::string(piece), ends_in_preformatted_tag(piece)});
    if (end == std::string_view::npos) return;
    rest.remove_prefix(end + 1);
  }
}

Html Pattern::filled(PartList parts) const {
  Html out;
  add_filled(out, parts);
  return out;
}

void Pattern::add_begin(Html& out) const {
  if (holes() != 1) throw std::logic_error("only a pattern of one hole can be put around something");
  if (pieces_.front().begins_preformatted) throw std::logic_error("text goes there: fill it in");
  out.markup_.put(pieces_.front().markup);
}

void Pattern::add_end(Html& out) const {
  out.markup_.put(pieces_.back().markup);
}

void Pattern::add_filled(Html& out, PartList parts) const {
  if (parts.size() != holes()) throw std::logic_error("a pattern is filled with one part for each hole");
  Markup& markup = out.markup_;
  markup.room_for(size_ + Writer::size_of(parts));
  const Part* part = parts.begin();
  for (const Piece& piece : pieces_) {
    markup.put(piece.markup);
    if (part == parts.end()) break;
    const std::size_t content = markup.size();
    Writer::put_part(markup, *part++);
    if (piece.begins_preformatted && markup.size() > content && markup.view()[content] == '\n')
      markup.insert(content, '\n');
  }
}

}  // namespace sightline::html
