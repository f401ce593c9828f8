// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Writing the header of an answer, with what every answer of Sightline carries:
// a content policy that admits no inline script, no framing, no sniffing, no
// address leaked to other sites, and no copy kept of a page made for one reader.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/http/response.h"

namespace sightline::http {

enum class Persistence { KeepAlive, Close };

/// date is an IMF-fixdate (RFC 9110 section 5.6.7). A handler's own field wins over the default of that name.
std::string written_head(const Response& response, Persistence persistence, std::string_view date);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::int64_t seconds_since_1970);

/// Now, written at most once a second on each thread.
const std::string& current_http_date();

}  // namespace sightline::http
