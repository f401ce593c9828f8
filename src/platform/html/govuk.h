// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Everything a page needs, in one include: the elements, the components of
// GOV.UK Frontend, the page around them and the problems of a form.

#pragma once

#include "platform/html/elements.h"
#include "platform/html/govuk_button.h"
#include "platform/html/govuk_content.h"
#include "platform/html/govuk_form.h"
#include "platform/html/govuk_navigation.h"
#include "platform/html/page.h"
#include "platform/html/problems.h"
