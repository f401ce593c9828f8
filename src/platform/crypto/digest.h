// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Digests: SHA-256 of anything, and HMAC-SHA256 under a key.
//
// The journal chains entries with them, files and editions are known by them,
// and form tokens are made with them. Any thread may call everything here.

#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightline::crypto {

/// 256 bits. A default-constructed Digest is all zero: the predecessor of the
/// first entry of a chain.
class Digest {
 public:
  static constexpr std::size_t kSize = 32;

  constexpr Digest() = default;
  constexpr explicit Digest(const std::array<std::uint8_t, kSize>& bytes) : bytes_(bytes) {}

  /// Exactly 64 lower-case hexadecimal digits, or nothing.
  static std::optional<Digest> from_hex(std::string_view hex);

  /// 64 lower-case hexadecimal digits.
  std::string hex() const;
  const std::array<std::uint8_t, kSize>& bytes() const { return bytes_; }

  // Not in constant time: for secrets use equal_in_constant_time (secret.h).
  friend auto operator<=>(const Digest&, const Digest&) = default;

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

/// SHA-256 (FIPS 180-4) over bytes that arrive in pieces.
class Sha256 {
 public:
  Sha256();

  Sha256& update(std::string_view bytes);

  /// Digest of everything so far; the object may go on taking bytes after it.
  Digest digest() const;

 private:
  alignas(8) std::array<std::byte, 104> state_;
};

Digest sha256(std::string_view bytes);

/// HMAC-SHA256 (RFC 2104). The key may have any length; 32 random bytes are right.
Digest hmac_sha256(std::string_view key, std::string_view message);

}  // namespace sightline::crypto
