// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Private to this folder: libsodium must be started once before it is used.

#pragma once

namespace sightline::crypto {

/// Throws std::runtime_error when the system has no source of randomness.
void require_sodium();

}  // namespace sightline::crypto
