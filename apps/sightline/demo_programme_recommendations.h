// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The recommendations of the invented programme: drafted by an analyst for all bodies
// of one kind, resting on the findings of their theme, and settled by a moderator.

#pragma once

#include "demo_programme_underway.h"
#include "recommendation/recommendation_service.h"

namespace sightline::demo {

class RecommendationWork {
 public:
  /// `setting` must outlive it.
  RecommendationWork(Setting& setting, std::string analyst, std::string moderator)
      : setting_(setting), analyst_(std::move(analyst)), moderator_(std::move(moderator)) {}

  /// REQUIRES: the findings of setting.findings are agreed.
  Problem draft();
  Problem settle();

 private:
  Problem draft(const RecommendationWords& words);
  Problem address(recommendation::OnScreen& at, AddresseeKind kind);
  Problem rest(recommendation::OnScreen& at, const RecommendationWords& words);

  Setting& setting_;
  std::string analyst_;
  std::string moderator_;
  std::vector<recommendation::OnScreen> drafted_;
};

}  // namespace sightline::demo
