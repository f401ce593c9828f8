// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Every page of this feature: /sign-in, /sign-out and /account with what lies below it.

#pragma once

#include "people/sign_in_service.h"
#include "people/web_pages.h"

namespace sightline::people {

/// All three must outlive the server.
void add_routes(http::Router& router, const Web& web, const crypto::PasswordHasher& hasher);

}  // namespace sightline::people
