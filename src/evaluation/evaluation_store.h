// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Evaluations in the database: inserted, and at most withdrawn.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/page.h"
#include "evaluation/evaluation.h"
#include "platform/sql/database.h"

namespace sightline::evaluation::evaluations {

/// Which evaluations are asked for.
int next_number(sql::Reader& reader, PublicationId publication);
EvaluationId insert(sql::Transaction& work, const Evaluation& evaluation, const std::string& bytes);
/// REQUIRES: it is not withdrawn yet.
void withdraw(sql::Transaction& work, EvaluationId id, const Withdrawal& withdrawal,
              std::optional<PersonId> by);

std::optional<Evaluation> find(sql::Reader& reader, PublicationId publication, std::int64_t number);
/// The standing one with that content, if there is one.
std::optional<Evaluation> find_content(sql::Reader& reader, PublicationId publication,
                                       std::string_view digest);
/// Newest first, by the evaluator's day; those that were withdrawn among them.
Page<Evaluation> of_publication(sql::Reader& reader, PublicationId publication, std::int64_t page_number,
                                int page_size);
/// REQUIRES: the evaluation is stored.
std::string bytes_of(sql::Reader& reader, EvaluationId id);

std::span<const sql::Query> queries();

}  // namespace sightline::evaluation::evaluations
