// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The wall around the program that reads documents, put up by itself before it
// looks at the first byte of one, and for good:
//
//   limits      processor time, memory, size of files, number of descriptors
//   Landlock    no file and no folder can be reached by name, but for poppler's own
//               character tables, to read
//   seccomp     the few calls that reading in memory needs; any other kills
//
// So there is no network, no other process, no file to read or to write.

#pragma once

namespace sightline::document {

enum class Sandbox {
  Closed,
  NotAvailable,  ///< The kernel lacks part of it: nothing may be opened.
};

/// To be called once, by the only thread there is.
Sandbox enter_sandbox();

}  // namespace sightline::document
