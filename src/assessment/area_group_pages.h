// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The group of one area in the assessment form: its outcomes to choose from, and the
// reason. These are nine tenths of the page, and depend on the framework, on which
// outcome is chosen and on the reason alone; an adopted framework never changes
// (§3.3), so they are written once as patterns and kept.

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "assessment/assessment.h"
#include "platform/html/pattern.h"
#include "programme/framework.h"

namespace sightline::assessment {

/// What stands in the group of an area besides what the framework says.
struct AreaContent {
  std::optional<Outcome> outcome = {};
  html::Content reason = {};
  html::Content beside = {};  ///< What others wrote of the same area.
  html::Content outcome_error = {};
  html::Content reason_error = {};
};

/// Writes the whole group.
html::Html area_group(const programme::Framework& framework, const programme::Area& area,
                      const AreaContent& content);

enum class Progress { Open, Done };

/// What the form shows of the areas of a framework, as long as it has no errors. Patterns live as long as
/// this.
class AreaPatterns {
 public:
  explicit AreaPatterns(const programme::Framework& framework);

  /// The group of the area at `position` in the framework. Its holes: what stands beside, and the reason.
  /// An outcome that the area does not offer is not chosen.
  const html::Pattern& group(std::size_t position, const std::optional<Outcome>& chosen) const;
  /// Its line in the list of areas. Its hole: where it stands, in words.
  const html::Pattern& line(std::size_t position, Progress progress) const;

 private:
  struct Group {
    std::optional<Outcome> chosen;
    html::Pattern pattern;
  };
  struct OfArea {
    std::vector<Group> groups;
    html::Pattern open_line;
    html::Pattern done_line;
  };
  std::vector<OfArea> areas_;
};

}  // namespace sightline::assessment
