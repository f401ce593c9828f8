// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// libsodium behind secret.h.

#include "platform/crypto/secret.h"

#include <sodium.h>

#include <stdexcept>

#include "platform/crypto/digest.h"
#include "platform/crypto/sodium_ready.h"

namespace sightline::crypto {

namespace {

constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::string to_base64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), kBase64);
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() * 3 / 4 + 1, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, &end, kBase64) !=
          0 ||
      end != text.data() + text.size())
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string random_token() {
  require_sodium();
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return to_base64(bytes);
}

std::string random_password() {
  require_sodium();
  constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  static_assert(kAlphabet.size() == 32);
  std::string password;
  for (int i = 0; i < 16; ++i) {
    if (i > 0 && i % 4 == 0) password += '-';
    password += kAlphabet[randombytes_uniform(32)];
  }
  return password;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

SecretKey SecretKey::random() {
  require_sodium();
  SecretKey key;
  randombytes_buf(key.bytes_.data(), key.bytes_.size());
  return key;
}

std::optional<SecretKey> SecretKey::from_hex(std::string_view hex) {
  SecretKey key;
  std::size_t size = 0;
  if (hex.size() != 2 * kSize || sodium_hex2bin(key.bytes_.data(), key.bytes_.size(), hex.data(), hex.size(),
                                                nullptr, &size, nullptr) != 0)
    return std::nullopt;
  if (size != kSize) return std::nullopt;
  return key;
}

SecretKey SecretKey::derive(std::string_view purpose) const {
  SecretKey key;
  key.bytes_ = hmac_sha256(bytes(), purpose).bytes();
  return key;
}

std::string SecretKey::hex() const {
  return Digest(bytes_).hex();
}

std::string_view SecretKey::bytes() const {
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

SecretKey::~SecretKey() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

std::string seal(const SecretKey& key, std::string_view plain, std::string_view bound_to) {
  require_sodium();
  if (plain.size() > kLongestSealed) throw std::length_error("a value is too long to be sealed");
  std::string sealed(kNonceSize + plain.size() + kTagSize, '\0');
  randombytes_buf(sealed.data(), kNonceSize);
  crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed) + kNonceSize, nullptr, raw(plain), plain.size(),
                                             raw(bound_to), bound_to.size(), nullptr, raw(sealed),
                                             raw(key.bytes()));
  return to_base64(sealed);
}

std::optional<std::string> open(const SecretKey& key, std::string_view sealed, std::string_view bound_to) {
  require_sodium();
  const std::optional<std::string> bytes = from_base64(sealed);
  if (!bytes || bytes->size() < kNonceSize + kTagSize) return std::nullopt;
  const std::string_view box = std::string_view(*bytes).substr(kNonceSize);
  std::string plain(box.size() - kTagSize, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(box), box.size(),
                                                 raw(bound_to), bound_to.size(), raw(*bytes),
                                                 raw(key.bytes())) != 0)
    return std::nullopt;
  return plain;
}

}  // namespace sightline::crypto
