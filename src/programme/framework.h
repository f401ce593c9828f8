// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A framework: what inspectors assess against. Its areas in order, its scale, the
// kinds of case it knows and the steps it has. Handbook §3.2-3.4.
//
// It is data in versions. A version that was adopted never changes; a change of
// method is the next version. An area's key names it within its version alone:
// "leadership" of two versions is two areas (§3.11).
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/partial_date.h"
#include "base/result.h"
#include "programme/scale.h"

namespace sightline::programme {

using FrameworkVersionId = Id<struct FrameworkVersion>;

/// Whether an area is one of the list, or sums up the case: judged last, not computed (§4.9).
enum class AreaKind { OneArea, Overall };

struct Area {
  std::string key;  ///< initial-contact: unique in its version, in addresses and in exports.
  std::string name;
  std::string looks_at;  ///< One or two sentences for the assessor; may be empty.
  AreaKind kind = AreaKind::OneArea;

  friend bool operator==(const Area&, const Area&) = default;
};

/// Such as missing children; a list that belongs to the framework (§3.13).
struct CaseKind {
  std::string key;
  std::string name;

  friend bool operator==(const CaseKind&, const CaseKind&) = default;
};

/// Steps that some versions have and others do not (§1.9).
enum class BodySelfAssessment { No, Yes };
enum class BodyCaseAudit { No, Yes };  ///< Whether the body assesses cases of its own.

struct Framework {
  std::string key;  ///< child-protection-2014: the same in all its versions.
  int version;      ///< 1, 2, 3 …
  std::string name;
  PartialDate valid_from;
  std::optional<Scale>
      scale;  ///< Nothing: cases are not graded, or the scale is not known; the note says which.
  std::vector<Area> areas;  ///< In order; the overall area, if there is one, comes last.
  std::vector<CaseKind> case_kinds;
  BodySelfAssessment self_assessment;
  BodyCaseAudit case_audit;
  std::string source;
  std::string note;

  /// Null when there is no such area. Valid until the framework changes.
  const Area* find_area(std::string_view area_key) const;
  const CaseKind* find_case_kind(std::string_view kind_key) const;

  friend bool operator==(const Framework&, const Framework&) = default;
};

/// A version as it was adopted.
struct AdoptedFramework {
  FrameworkVersionId id;
  Framework framework;
};

/// Refuses with Invalid, every problem beside its field: keys that are not their own slug or come
/// twice, empty names, no area, an overall area that is not the last, a scale of fewer than two
/// grades or with one label twice, no source.
Result<Framework> checked(Framework framework);

}  // namespace sightline::programme
