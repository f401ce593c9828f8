// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The answer of a function that records a known fact, which may be on record
// already: an import that is run twice changes nothing.

#pragma once

namespace sightline {

enum class OnRecord { New, Already };

template <class Identity>
struct Recorded {
  Identity id;
  OnRecord was;
};
// clang 14, which fuzzes and tidies, does not deduce this by itself.
template <class Identity>
Recorded(Identity, OnRecord) -> Recorded<Identity>;

}  // namespace sightline
