// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The press: makes the files of an edition from what was composed, before anything is
// published. All pages link to each other relatively and bring their stylesheet, so
// that an edition reads the same from a disk, from any server, and in twenty years.
// Handbook §8.31 to §8.36.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "platform/html/builder.h"
#include "platform/pdf/worker.h"
#include "publication/edition_service.h"

namespace sightline::publication {

/// How the reason begins where a PDF was made that readers with a screen reader could not use; what is wrong
/// with it follows.
inline constexpr std::string_view kFailedCheck = "The PDF did not pass the check for accessibility: ";

/// What editions are made with. May be used by any thread.
struct Press {
  pdf::Worker* worker;  ///< Outlives the press.
  /// The built files that pages load, by name: sightline.css, sightline.js, icon.svg. They become files of
  /// the edition.
  std::map<std::string, std::string> built;
};

/// Composes and makes every file. A PDF that cannot be made, or that does not pass pdf::check(), is left out
/// and the reason kept (§8.35). Refused as compose_edition() says, and Invalid with every problem by section
/// and line.
///
/// REQUIRES: `reader` is one snapshot. Takes as long as a PDF takes.
Result<PreparedEdition> prepare(sql::Reader& reader, const people::Actor& actor, const EditionDraft& draft,
                                const Press& press);

/// A page of an edition with `state` at the head of it: that it was replaced, where its publication is. Every
/// page has one place for that, which is empty in the frozen bytes. Anything else comes back as it is.
std::string with_state(std::string page, const html::Html& state);

}  // namespace sightline::publication
