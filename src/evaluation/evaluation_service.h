// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Commands and questions about evaluations. Handbook §13.1 to §13.5.
//
// What is attached to a publication may be read by everybody, as the publication is.
// Of one that was withdrawn everybody may know that it was there and why it is not;
// its content is for those who publish.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/page.h"
#include "evaluation/evaluation.h"
#include "journal/journal_service.h"
#include "publication/publication_service.h"

namespace sightline::evaluation {

using people::Actor;
using people::Permission;

/// Attaches an evaluation to a publication. Refused: NotPermitted; NotFound; Invalid for what checked()
/// refuses and for content that is attached to it already.
struct AttachEvaluation {
  static constexpr journal::Command kCommand{"evaluation.attach", "attached the evaluation"};
  static constexpr Permission kNeeds = Permission::Publish;

  std::string publication_key;
  Details details;
  Content content;  ///< From content_of_file() or checked_markdown().
};
Result<Evaluation> decide(journal::Work& work, const Actor& actor, const AttachEvaluation& command);

/// Takes an evaluation off the public record; it stays here, with the reason. Refused: NotPermitted;
/// NotFound; WrongState when it is withdrawn already; Invalid without a reason ("reason").
struct WithdrawEvaluation {
  static constexpr journal::Command kCommand{"evaluation.withdraw", "withdrew the evaluation"};
  static constexpr Permission kNeeds = Permission::Publish;

  std::string publication_key;
  std::int64_t number;
  std::string reason;
};
Result<Evaluation> decide(journal::Work& work, const Actor& actor, const WithdrawEvaluation& command);

// Questions. Lists come a page at a time.

inline constexpr int kEvaluationsOnAPage = 25;

struct EvaluationList {
  publication::KnownPublication publication;
  Page<Evaluation> evaluations;
};
/// Newest first, those that were withdrawn among them. Nothing when there is no such publication.
std::optional<EvaluationList> evaluations_of(sql::Reader& reader, std::string_view publication_key,
                                             std::int64_t page_number, int page_size = kEvaluationsOnAPage);

/// An evaluation, and as far as the actor may have it, its content.
struct EvaluationView {
  publication::KnownPublication publication;
  Evaluation evaluation;
  std::optional<Content> content;  ///< Nothing: it was withdrawn, and the actor may not publish.
};
/// Refused: NotFound.
Result<EvaluationView> evaluation_view(sql::Reader& reader, const Actor& actor,
                                       std::string_view publication_key, std::int64_t number);

/// What everybody may read. Nothing when there is none, or it was withdrawn.
std::optional<Content> public_content_of(sql::Reader& reader, std::string_view publication_key,
                                         std::int64_t number);

}  // namespace sightline::evaluation
