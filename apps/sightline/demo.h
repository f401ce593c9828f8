// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// sightline demo --into DIR
//
// Makes everything that can be tried: a fresh database with the invented programme,
// the public record and one more invented inspection, an account for each role, the
// pages of the public site and, as it was published, the newest report of the programme. Real facts come from
// demo/public-record alone; whatever is invented is said to be, and belongs to invented bodies.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "demo_accounts.h"
#include "platform/jobs/jobs.h"
#include "platform/json/json.h"
#include "platform/terminal/answer.h"

namespace sightline::demo {

/// Playing the invented programme takes most of the time.
enum class WithProgramme { No, Yes };

struct Request {
  /// Made when missing; then holds sightline.db, site/, edition/ (unless the programme is left out) and
  /// summary.json.
  std::filesystem::path into;
  /// Holds demo/, frameworks/ and the packages that set a PDF: the root of the repository. Without them or
  /// without Node the editions have no PDF.
  std::filesystem::path source;
  /// Holds the stylesheet and the script that pages load.
  std::filesystem::path web;
  /// sightline-extract, which reads the files of the invented programme.
  std::filesystem::path extractor;
  /// One password for every account to sign in with; random ones unless it is given.
  std::optional<std::string> password;
  WithProgramme with_programme = WithProgramme::Yes;
};

struct Demonstration {
  json::Object summary;  ///< What summary.json holds: the same each time, but for `seconds`.
  std::vector<SignIn> sign_ins;
};

/// Refused: WrongState when `into` holds a sightline.db already; NotFound or Invalid, naming file and
/// line, for an input that is missing or wrong. Throws std::runtime_error when `web` lacks a file. A
/// demonstration that fails leaves no database behind.
Result<Demonstration> make(const Request& request, const jobs::Report& report);

/// make(), as the command line answers: the passwords are printed here and kept nowhere. Takes the
/// password from the environment (SIGHTLINE_DEMO_PASSWORD) when the request has none, and shows
/// progress on a terminal.
terminal::Answer demo(Request request);

}  // namespace sightline::demo
