// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Where a fact comes from, and who vouches for it. Handbook §7.3.

#pragma once

#include <string>

#include "base/words.h"

namespace sightline {

/// Judged from the address alone, never from what the source says.
enum class SourceType {
  Official,      ///< An inspectorate, government, Parliament or a council, at its own address.
  Commissioner,  ///< A local policing body.
  Press,
  Other,       ///< Anyone else, copies of official documents at other addresses included.
  Background,  ///< No address: common knowledge, not checked row by row.
};

template <>
inline constexpr auto kWords<SourceType> = std::to_array<Word<SourceType>>({
    {SourceType::Official, "official"},
    {SourceType::Commissioner, "commissioner"},
    {SourceType::Press, "press"},
    {SourceType::Other, "other"},
    {SourceType::Background, "background"},
});

struct Source {
  std::string text;  ///< An address, or plain words where there is none. Never empty.
  SourceType type;

  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace sightline
