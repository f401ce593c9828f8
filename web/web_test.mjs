// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What the built files promise: node --test web/

import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { buildWeb } from './build.mjs'
import { reserved, withoutReserved } from './govuk_css.mjs'

let built
before(async () => {
  built = mkdtempSync(join(tmpdir(), 'sightline-web-'))
  await buildWeb(built)
})
after(() => rmSync(built, { recursive: true }))

test('nothing reserved to GOV.UK is left in any built file', () => {
  const names = readdirSync(built)
  assert.ok(names.includes('sightline.css') && names.includes('sightline.js') && names.includes('icon.svg'))
  for (const name of names) assert.doesNotMatch(readFileSync(join(built, name), 'utf8'), reserved, name)
})

test('the stylesheet loads nothing from anywhere', () => {
  const css = readFileSync(join(built, 'sightline.css'), 'utf8')
  assert.doesNotMatch(css, /url\(|@import|@font-face/)
})

test('the components we use keep their styles', () => {
  const css = readFileSync(join(built, 'sightline.css'), 'utf8')
  for (const name of ['button', 'radios__input', 'error-summary', 'generic-header', 'footer__link', 'summary-list'])
    assert.match(css, new RegExp(`\\.govuk-${name}`), name)
  assert.match(css, /font-family:"?Open Sans"?,Arial,sans-serif/)
})

test('rules are dropped at any depth, and a list of selectors loses only the dropped ones', () => {
  assert.equal(withoutReserved('.a,.govuk-footer__crown{b:c}@media print{.govuk-header{d:e}}'), '.a{b:c}')
})
