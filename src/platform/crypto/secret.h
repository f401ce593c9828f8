// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Secrets: random tokens and passwords, keys, sealing, and comparing without
// telling by the time taken how much was right. Any thread may call everything here.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sightline::crypto {

/// 256 random bits as 43 characters of url-safe base64 without padding
/// (RFC 4648 §5): session identifiers, invitation links, nonces.
std::string random_token();

/// A password a person can read from paper and type, "7kq2-m0xv-h4ne-r8zt":
/// sixteen characters of Crockford's base 32 (no i, l, o or u), 80 random bits.
std::string random_password();

/// The time taken depends on the length of `a` and `b` only.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// 256 secret bits, wiped from memory when they go. Never log or print one
/// except hex() into the configuration it came from.
class SecretKey {
 public:
  static constexpr std::size_t kSize = 32;

  static SecretKey random();

  /// Exactly 64 hexadecimal digits, or nothing.
  static std::optional<SecretKey> from_hex(std::string_view hex);

  /// A key for one purpose ("form token", "one-time password"), so that one
  /// configured secret serves many. The same purpose gives the same key;
  /// knowing a derived key does not give the configured one.
  SecretKey derive(std::string_view purpose) const;

  std::string hex() const;
  std::string_view bytes() const;

  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

 private:
  SecretKey() = default;
  std::array<std::uint8_t, kSize> bytes_{};
};

/// What seal() takes: short values such as one-time-password secrets, not documents.
inline constexpr std::size_t kLongestSealed = std::size_t{64} << 10;

/// Encrypts and authenticates with XChaCha20-Poly1305 under a random nonce;
/// gives url-safe base64. `bound_to` is not kept inside and must be the same
/// when opening ("person 12"): a sealed value copied elsewhere does not open.
/// Throws std::length_error above kLongestSealed bytes.
std::string seal(const SecretKey& key, std::string_view plain, std::string_view bound_to);

/// Nothing when the key or `bound_to` differ, or one bit of `sealed` was changed.
std::optional<std::string> open(const SecretKey& key, std::string_view sealed, std::string_view bound_to);

}  // namespace sightline::crypto
