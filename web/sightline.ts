// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// On every page: GOV.UK Frontend's behaviour for the components we use, and the
// marks on the body which its stylesheet waits for. They are set here and not
// by a script in the page, because the content policy allows no script there.
// Every page works without this file.

import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll
} from 'govuk-frontend'
import { autosave } from './autosave'
import { coding } from './coding'
import { fileSize } from './file_size'
import { progress } from './progress'
import { report } from './report'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
]) {
  createAll(component)
}

autosave()
coding()
fileSize()
progress()
report()
