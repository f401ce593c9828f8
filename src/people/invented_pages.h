// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The marks of what was made up to show the program; what is real has none. Handbook §9.11.

#pragma once

#include <string>

#include "people/people.h"
#include "platform/html/builder.h"

namespace sightline::people {

/// Behind a name in a list.
html::Html invented_tag(Reality reality);

/// "Quillshire Police (invented)", where a name stands as plain text.
std::string marked(std::string name, Reality reality);

}  // namespace sightline::people
