// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "evaluation/evaluation_service.h"

#include "evaluation/evaluation_store.h"
#include "platform/crypto/digest.h"

namespace sightline::evaluation {

namespace {

/// An evaluation with the publication it is attached to.
struct Found {
  publication::KnownPublication publication;
  Evaluation evaluation;
};

Result<Found> find(sql::Reader& reader, std::string_view publication_key, std::int64_t number) {
  auto known = publication::find_publication(reader, publication_key);
  if (!known) return no_such_evaluation();
  auto evaluation = evaluations::find(reader, known->id, number);
  if (!evaluation) return no_such_evaluation();
  return Found{*std::move(known), *std::move(evaluation)};
}

Content content_of(sql::Reader& reader, const Evaluation& evaluation) {
  return {evaluation.format, evaluation.file_name, evaluations::bytes_of(reader, evaluation.id)};
}

}  // namespace

Result<Evaluation> decide(journal::Work& work, const Actor& actor, const AttachEvaluation& command) {
  if (auto refusal = people::refuse_unless(actor, AttachEvaluation::kNeeds)) return *std::move(refusal);
  const auto known = publication::find_publication(work.sql(), command.publication_key);
  if (!known) return Refusal{Refusal::Kind::NotFound, "There is no such publication.", {}};
  SIGHTLINE_TRY(const Details details, checked(command.details, work.today()));
  const std::string digest = crypto::sha256(command.content.bytes).hex();
  if (const auto same = evaluations::find_content(work.sql(), known->id, digest))
    return Refusal{Refusal::Kind::Invalid,
                   "The evaluation was not attached.",
                   {{command.content.file_name ? "file" : "text",
                     "This is attached already, as “" + same->details.title + "”."}}};
  Evaluation attached{.id = EvaluationId{0},
                      .publication = known->id,
                      .number = evaluations::next_number(work.sql(), known->id),
                      .details = details,
                      .format = command.content.format,
                      .file_name = command.content.file_name,
                      .digest = digest,
                      .size = static_cast<std::int64_t>(command.content.bytes.size()),
                      .attached_by = actor.person,
                      .attached_at = work.now()};
  attached.id = evaluations::insert(work.sql(), attached, command.content.bytes);
  work.changed({"evaluation", attached.id.value()}, std::nullopt, state_text(attached));
  return attached;
}

Result<Evaluation> decide(journal::Work& work, const Actor& actor, const WithdrawEvaluation& command) {
  if (auto refusal = people::refuse_unless(actor, WithdrawEvaluation::kNeeds)) return *std::move(refusal);
  SIGHTLINE_TRY(Found found, find(work.sql(), command.publication_key, command.number));
  if (found.evaluation.withdrawn)
    return Refusal{Refusal::Kind::WrongState, "This evaluation has been withdrawn already.", {}};
  SIGHTLINE_TRY(std::string reason, people::checked_reason(command.reason, "reason"));
  const journal::StateText before = state_text(found.evaluation);
  found.evaluation.withdrawn = Withdrawal{work.now(), std::move(reason)};
  evaluations::withdraw(work.sql(), found.evaluation.id, *found.evaluation.withdrawn, actor.person);
  work.changed({"evaluation", found.evaluation.id.value()}, before, state_text(found.evaluation));
  return std::move(found.evaluation);
}

std::optional<EvaluationList> evaluations_of(sql::Reader& reader, std::string_view publication_key,
                                             std::int64_t page_number, int page_size) {
  auto known = publication::find_publication(reader, publication_key);
  if (!known) return std::nullopt;
  auto page = evaluations::of_publication(reader, known->id, page_number, page_size);
  return EvaluationList{*std::move(known), std::move(page)};
}

Result<EvaluationView> evaluation_view(sql::Reader& reader, const Actor& actor,
                                       std::string_view publication_key, std::int64_t number) {
  SIGHTLINE_TRY(Found found, find(reader, publication_key, number));
  EvaluationView view{std::move(found.publication), std::move(found.evaluation), std::nullopt};
  if (!view.evaluation.withdrawn || actor.may(Permission::Publish))
    view.content = content_of(reader, view.evaluation);
  return view;
}

std::optional<Content> public_content_of(sql::Reader& reader, std::string_view publication_key,
                                         std::int64_t number) {
  const Result<Found> found = find(reader, publication_key, number);
  if (!found || found->evaluation.withdrawn) return std::nullopt;
  return content_of(reader, found->evaluation);
}

}  // namespace sightline::evaluation
