// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The own account: what one may do, the password, the conflicts of interest.

#pragma once

#include "people/sign_in_service.h"
#include "people/web_pages.h"

namespace sightline::people {

void add_account_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher);

}  // namespace sightline::people
