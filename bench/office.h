// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// An inspectorate in the middle of its work, all invented, made through the same
// commands as any other: the database that is measured.
//
// 16 inspectors, 10 inspections of one body, 80 cases in each, every case assessed in
// all eight areas of the framework in use.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "assessment/assessment_service.h"

namespace sightline::bench {

inline constexpr int kInspectors = 16;
inline constexpr int kInspections = 10;
inline constexpr int kCasesInEach = 80;
inline constexpr const char* kPassword = "invented password";

/// A case and the revision of its assessment that somebody has before them.
struct OpenCase {
  std::string inspection_key;
  std::string number;
  assessment::Assessment assessment;
};

struct Office {
  std::vector<people::Actor> inspectors;
  std::vector<std::string> emails;           ///< Of the inspectors, in the same order.
  std::vector<std::vector<OpenCase>> desks;  ///< The cases of each inspector, nobody else's.
};

/// Makes the database `file`. REQUIRES: the repository's root is the working directory.
Office make_office(const std::filesystem::path& file);

/// Adds cases to its inspections, each agreed in every area: straight into the tables, where no command is
/// measured.
void add_agreed_cases(sql::Database& database, int cases);

/// A judgement of about two lines, different for each `turn`.
assessment::Judgement judgement(const std::string& area, int turn);

/// The value of an answer that must not be a refusal.
template <class T>
T granted(Result<T> result) {
  if (!result) throw std::runtime_error("refused: " + result.refusal().message);
  return *std::move(result);
}

}  // namespace sightline::bench
