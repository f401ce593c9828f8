// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Pages over HTTP: the running program against nginx, which serves the same bytes
// as a file. 64 connections that wrk keeps busy, on loopback.

#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "figure.h"

namespace sightline::bench {

/// How long and how often each side is asked, in turns.
struct Load {
  int rounds;
  std::chrono::seconds lasting;
};

/// The case page with its assessment form, for a signed-in inspector: the office of office.h.
Figure signed_in_page(const std::filesystem::path& workplace, const Load& load);

/// A page of the public site. REQUIRES: `database` holds the demonstration.
Figure public_page(const std::filesystem::path& workplace, const std::filesystem::path& database,
                   const Load& load);

/// The same page while others hold connections open on which half a request has come, and while nobody does.
Figure public_page_beside_half_open(const std::filesystem::path& workplace,
                                    const std::filesystem::path& database, const Load& load);

}  // namespace sightline::bench
