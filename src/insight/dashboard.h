// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What one dashboard shows to one person: what inspectors agreed in the cases that the
// person may see, area by area and body by body, as of an entry of the journal.
//
// Pure: no clock, no database, no request.

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/page.h"
#include "base/share.h"
#include "insight/index.h"
#include "programme/programme.h"
#include "programme/scale.h"

namespace sightline::insight {

inline constexpr int kLinesOnAPage = 25;

/// What somebody asks to be shown. What is not among the choices asks for nothing: an address is not a form
/// to be corrected.
struct Wish {
  std::optional<std::string> scale = {};
  std::optional<inspection::Kind> kind = {};
  std::optional<int> from_year = {};
  std::optional<int> until_year = {};
  std::optional<OrganisationId> body = {};
  std::optional<AreaOfFramework> area = {};
  std::optional<assessment::ChosenBy> chosen_by = {};
  std::optional<programme::Grade> standard =
      {};  ///< Worse than this counts as below it; the best unless said.

  friend bool operator==(const Wish&, const Wish&) = default;
};

/// An area with its framework, where more than one is shown.
struct NamedArea {
  AreaOfFramework area;
  std::string name;
};

/// What there is to choose from: what occurs among all that the person may see of the programme.
struct Choices {
  std::vector<programme::Scale> scales;
  std::vector<inspection::Kind> kinds;
  std::vector<int> years;
  std::vector<NamedArea> areas;  ///< On the scale that is shown.
};

struct AreaLine {
  NamedArea area;
  Counts counts;
};
struct BodyLine {
  OrganisationId id;
  std::string name;
  Counts counts;
};
struct InspectionLine {
  std::string key;
  std::string title;
  Counts counts;
};
/// The same cases as the body graded them; those that it gave no grade stand under nothing.
struct AgreementLine {
  std::optional<programme::Grade> body;
  Counts counts;
};

/// What is counted, all on one scale.
struct Counted {
  programme::Scale scale;
  programme::Grade standard;
  std::vector<AreaLine> areas;  ///< In the order of their frameworks.
  /// Of the area chosen, else of the overall areas, so that a case counts once (Handbook §4.9); none where
  /// there is neither. By inspection once a body is chosen.
  std::variant<Page<BodyLine>, Page<InspectionLine>> lines;
  std::vector<AgreementLine> agreement;  ///< Of the area chosen; empty until one is.
};

struct Dashboard {
  programme::Programme programme;
  std::int64_t entry;   ///< Of the journal: everything up to it is counted.
  std::int64_t behind;  ///< How many entries there are after it.
  Wish wish;            ///< What of it could be granted.
  std::optional<std::string> body_name;
  Choices choices;
  std::vector<programme::Scale>
      scales_left;  ///< By the wish. Where there are several, one must be chosen before anything is counted.
  std::optional<Counted> counted;  ///< Exactly when one is left. Handbook §3.7.
};

/// The share of the graded cases that are below the standard; nothing where none is graded (§7.14).
std::optional<Share> share_below(const Counts& counts, programme::Grade standard);

}  // namespace sightline::insight
