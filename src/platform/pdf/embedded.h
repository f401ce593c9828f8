// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The files beside this one that run in Node, as they were when the program was
// built: so that no copy of them can be missing or old. Private to platform/pdf.

#pragma once

#include <string_view>

namespace sightline::pdf {

std::string_view worker_script();    // worker.mjs
std::string_view report_template();  // report.typ

}  // namespace sightline::pdf
