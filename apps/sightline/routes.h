// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Every address of the program, group by group.

#pragma once

#include <vector>

#include "people/web_api.h"
#include "people/web_pages.h"
#include "platform/crypto/password.h"
#include "platform/extract/extractor.h"
#include "platform/http/router.h"
#include "publication/edition_press_pages.h"

namespace sightline {

/// What the navigation offers, in order.
std::vector<people::NavigationEntry> navigation();

/// All must outlive the router.
http::Router routes(const people::Web& web, const people::Api& api, const crypto::PasswordHasher& hasher,
                    const extract::Extractor& extractor, const publication::Press& press);

}  // namespace sightline
