// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Markup that is written once and filled in many times: for the large parts of a page
// that are the same for everybody, such as the questions of a form.
//
//   const Pattern line(li({}, strong({}, hole()), ": ", hole()));
//   ul({}, line.filled({name, text}), line.filled({…}))
//
// Filling copies the markup between the holes and escapes what is put into them, so
// nothing can be said with a pattern that the builder would not say.

#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <vector>

#include "platform/html/builder.h"

namespace sightline::html {

/// A place left open, to be filled in. It stands between tags; for a Pattern alone, never in a page.
Html hole();

class Pattern {
 public:
  /// Cuts `markup` at its holes.
  explicit Pattern(const Html& markup);

  std::size_t holes() const { return pieces_.size() - 1; }

  /// The markup with one part in each hole, in their order. More or fewer parts than holes are a bug and
  /// throw std::logic_error.
  Html filled(PartList parts) const;
  /// The same, put after what `out` holds already.
  void add_filled(Html& out, PartList parts) const;

  /// Puts the markup after what `out` holds, and lets `write(out)` put what goes into its one hole: for what
  /// is made in a loop and would else be copied.
  template <std::invocable<Html&> Write>
  void add_around(Html& out, Write write) const {
    add_begin(out);
    write(out);
    add_end(out);
  }

 private:
  void add_begin(Html& out) const;
  void add_end(Html& out) const;

  /// Markup up to a hole, or to the end.
  struct Piece {
    std::string markup;
    bool begins_preformatted;  ///< It ends in a tag after which HTML drops a line feed.
  };
  std::vector<Piece> pieces_;
  std::size_t size_;  ///< Of all of them.
};

}  // namespace sightline::html
