// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Files of the public site that were frozen when they were published. They are named by
// what they are, and read when their bytes are wanted: whoever holds them already need
// not read them again.

#pragma once

#include <functional>
#include <map>
#include <string>

#include "journal/journal_service.h"

namespace sightline::site {

struct FrozenFile {
  std::string identity;  ///< At the same place, the same identity means the same bytes.
  std::function<std::string(sql::Reader&)> bytes;
};

/// By their places in the site.
using FrozenFiles = std::map<std::string, FrozenFile>;

}  // namespace sightline::site
