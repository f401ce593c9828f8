// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The door: sign in, sign out. The sign-in form is protected like every other:
// before there is a session, the secret behind its token lies in a cookie of its own.

#pragma once

#include "people/sign_in_service.h"
#include "people/web_pages.h"

namespace sightline::people {

void add_sign_in_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher);

}  // namespace sightline::people
