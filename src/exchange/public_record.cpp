// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "exchange/public_record.h"

namespace sightline::exchange {

std::vector<NamedRow> rows_to_name(const std::vector<assessment::PublishedTotal>& totals) {
  std::vector<NamedRow> named;
  for (const assessment::PublishedTotal& published : totals) {
    const assessment::SumCheck check = assessment::check_sum(published);
    if (check == assessment::SumCheck::AddsUp) continue;
    named.push_back({published.key, check, assessment::sum_in_words(published)});
  }
  return named;
}

}  // namespace sightline::exchange
