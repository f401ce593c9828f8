// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The one door past the builder, for what HTML has and elements cannot say: the
// document type. Private to platform/html: a test fails when a file outside
// this folder names it.

#pragma once

#include <string_view>

#include "platform/html/builder.h"

namespace sightline::html {

/// REQUIRES: the markup was written by us, in this folder, and holds no text
/// from anywhere else.
Html trusted_markup(std::string_view markup);

}  // namespace sightline::html
