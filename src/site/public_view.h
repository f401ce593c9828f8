// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Everything the public site shows, gathered from one state of the database: the public
// record, and what was published with Sightline, as it was frozen. No inspection of our
// own, no case, and nothing invented but editions that say so on every page. Of what was
// frozen it holds what it is, and not its bytes.
//
// Pure: values and their order.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/published_total.h"
#include "evaluation/evaluation.h"
#include "inspection/inspection.h"
#include "people/people.h"
#include "publication/edition.h"
#include "publication/publication.h"
#include "response/answer.h"
#include "response/response.h"

namespace sightline::site {

struct InspectionView {
  inspection::Inspection inspection;
  std::optional<std::string> area;  ///< Whose joint inspection it is; nothing for one of the force itself.
};

/// What the board says of one force and one publication.
struct ResponseView {
  std::string force_name;
  std::optional<std::string> force_key;  ///< Nothing: the site has no page about the force.
  std::string body_name;
  std::optional<response::Response> response;
  response::BoardState state;
};

/// One of the frozen files of an edition, but for its bytes.
struct EditionFileView {
  std::string path;
  std::string digest;  ///< SHA-256, hexadecimal.
  std::int64_t size;   ///< Bytes.
};

struct EditionView {
  publication::Edition edition;
  std::vector<EditionFileView> files;  ///< In order of path.
};

struct PublicationView {
  publication::Publication publication;
  response::ResponseClock clock;
  std::vector<ResponseView> responses;              ///< In order of the force's name.
  std::vector<evaluation::Evaluation> evaluations;  ///< Newest first, those that were withdrawn among them.
  std::vector<EditionView> editions;                ///< Newest first; none of what others published.
  std::vector<publication::FrozenRecommendation> recommendations;  ///< Of the newest edition, by number.
  std::vector<response::ExpectedAnswer> answers;  ///< To these, in the order of `responses`, then by number.
};

struct ForceView {
  people::Organisation force;
  std::vector<people::OrganisationForm> body_forms;
  std::vector<InspectionView> inspections;         ///< In order of time; those without a date last.
  std::vector<assessment::PublishedTotal> totals;  ///< In order of time as well.
};

struct PublicView {
  std::vector<PublicationView> publications;       ///< Newest first.
  std::vector<ForceView> forces;                   ///< In order of name.
  std::vector<assessment::PublishedTotal> totals;  ///< Every one, as recorded.
};

/// When an inspection is put: fieldwork, else report date; never web date. Handbook §6.2.
std::optional<Period> time_of(const inspection::Inspection& inspection);

/// Two totals of one force that the rules allow to compare, the earlier first. Handbook §7.16.
struct ComparedTotals {
  const assessment::PublishedTotal* earlier;
  const assessment::PublishedTotal* later;
  assessment::Comparison comparison;
};

/// Valid as long as `force` is.
std::vector<ComparedTotals> comparisons(const ForceView& force);

}  // namespace sightline::site
