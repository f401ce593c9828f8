// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Tokens, readable passwords, keys and sealed values.

#include "platform/crypto/secret.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>

namespace sightline::crypto {
namespace {

constexpr std::string_view kUrlSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

TEST_CASE("a random token has 43 characters that are safe in an address, and never comes twice") {
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const std::string token = random_token();
    CHECK(token.size() == 43);
    CHECK(token.find_first_not_of(kUrlSafe) == std::string::npos);
    CHECK(seen.insert(token).second);
  }
}

TEST_CASE("a random password is four groups of four characters that cannot be mistaken for one another") {
  std::set<std::string> seen;
  std::set<char> letters;
  for (int i = 0; i < 500; ++i) {
    const std::string password = random_password();
    CHECK(password.size() == 19);
    for (std::size_t at = 0; at < password.size(); ++at) {
      if (at % 5 == 4)
        CHECK(password[at] == '-');
      else
        letters.insert(password[at]);
    }
    CHECK(seen.insert(password).second);
  }
  // 8,000 draws miss one of 32 letters with a chance of about 10^-108.
  CHECK(std::string(letters.begin(), letters.end()) == "0123456789abcdefghjkmnpqrstvwxyz");
}

TEST_CASE("two secrets are equal only when every byte is") {
  CHECK(equal_in_constant_time("", ""));
  CHECK(equal_in_constant_time("token", "token"));
  CHECK_FALSE(equal_in_constant_time("token", "tokem"));
  CHECK_FALSE(equal_in_constant_time("token", "tokens"));
  CHECK_FALSE(equal_in_constant_time("token", ""));
}

TEST_CASE("a key survives being written to the configuration and read back") {
  const SecretKey key = SecretKey::random();
  CHECK(SecretKey::from_hex(key.hex())->bytes() == key.bytes());
  CHECK_FALSE(SecretKey::from_hex("abc"));
  CHECK_FALSE(SecretKey::from_hex(std::string(64, 'x')));
}

TEST_CASE("keys derived for two purposes differ from each other and from their source") {
  const SecretKey key = SecretKey::random();
  CHECK(key.derive("form token").bytes() == key.derive("form token").bytes());
  CHECK(key.derive("form token").bytes() != key.derive("one-time password").bytes());
  CHECK(key.derive("form token").bytes() != key.bytes());
}

TEST_CASE("a sealed value opens with its key and its place, and is different each time") {
  const SecretKey key = SecretKey::random();
  const std::string sealed = seal(key, "JBSWY3DPEHPK3PXP", "person 12");
  CHECK(open(key, sealed, "person 12") == "JBSWY3DPEHPK3PXP");
  CHECK(open(key, seal(key, "", ""), "") == "");
  CHECK(sealed != seal(key, "JBSWY3DPEHPK3PXP", "person 12"));
}

TEST_CASE("a sealed value copied to another person's record does not open") {
  const SecretKey key = SecretKey::random();
  CHECK_FALSE(open(key, seal(key, "JBSWY3DPEHPK3PXP", "person 12"), "person 13"));
}

TEST_CASE("a sealed value that was cut, changed in one character or sealed under another key does not open") {
  const SecretKey key = SecretKey::random();
  const std::string sealed = seal(key, "JBSWY3DPEHPK3PXP", "person 12");
  CHECK_FALSE(open(SecretKey::random(), sealed, "person 12"));
  for (std::size_t at = 0; at < sealed.size(); ++at) {
    std::string changed = sealed;
    changed[at] = changed[at] == 'A' ? 'B' : 'A';
    CHECK_FALSE(open(key, changed, "person 12"));
    CHECK_FALSE(open(key, sealed.substr(0, at), "person 12"));
  }
  CHECK_FALSE(open(key, "!", "person 12"));
}

TEST_CASE("a document is too long to be sealed as a value") {
  CHECK_THROWS_AS(seal(SecretKey::random(), std::string(kLongestSealed + 1, 'x'), ""), std::length_error);
}

TEST_CASE("XChaCha20-Poly1305 opens the published example") {
  // draft-irtf-cfrg-xchacha-03, appendix A.3.1: nonce, ciphertext and tag in a row.
  const auto key = SecretKey::from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
  const std::string_view sealed =
      "QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXvW0XnT6D1DuVdleUk8DpOVcqFwAlK_rMvtKQLCE5bLtzHH8bC0qmRAvzqC"
      "9O2n45rmTGcIxUwhbLlrcuEhO0Ui-Mm6QNtdlFsRtpuYLBu54_P6wrw2lIj3ayODVl0__5IflmTJdjfal2iBL2FcaL"
      "E7UuwIdZJMHHmHlH3q_YeArPSQ";
  CHECK(
      open(*key, sealed, "PQRS\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7") ==
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen "
      "would be it.");
}

}  // namespace
}  // namespace sightline::crypto
