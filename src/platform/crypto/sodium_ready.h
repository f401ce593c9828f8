// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Private to this folder: libsodium must be started once before it is used, and takes
// bytes that are unsigned.

#pragma once

#include <string>
#include <string_view>

namespace sightline::crypto {

/// Throws std::runtime_error when the system has no source of randomness.
void require_sodium();

inline const unsigned char* raw(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* raw(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace sightline::crypto
