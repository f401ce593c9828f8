// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

#include "people/people_pages.h"

#include "people/account_pages.h"
#include "people/conflict_pages.h"
#include "people/sign_in_pages.h"

namespace sightline::people {

void add_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher) {
  add_sign_in_routes(router, web, hasher);
  add_account_routes(router, web, hasher);
  add_conflict_routes(router, web);
}

}  // namespace sightline::people
