// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

story('an analyst declares a conflict with a force and sees nothing of it from then on', async ({ enter }) => {
  const anouk = await enter('analyst')
  const { page } = anouk
  await anouk.follow('Anouk Abacus (your account)')
  await anouk.tabTo(page.getByRole('link', { name: 'See or declare conflicts of interest' }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  await anouk.hears('Your conflicts of interest')
  await anouk.walk('conflicts-none')
  await anouk.tabTo(page.getByRole('button', { name: 'Declare a conflict' }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  await anouk.hears('Declare a conflict of interest')
  await anouk.walk('declare')

  await anouk.tabTo(page.getByRole('link', { name: 'Next page' }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  assert.equal(new URL(page.url()).search, '?page=2')
  await anouk.tabTo(page.getByLabel('Name of the organisation'))
  await page.keyboard.type('QUILLSHIRE con')
  await anouk.leads(() => page.keyboard.press('Enter'))
  await anouk.sees('1 organisation with “QUILLSHIRE con” in the name')
  await anouk.walk('declare-found')
  await anouk.tabTo(page.getByRole('link', { name: /^Quillshire Const/ }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  await anouk.walk('declare-chosen')

  await anouk.tabTo(page.getByRole('button', { name: 'Declare' }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  assert.equal(anouk.status, 422)
  await anouk.walk('declare-problem')
  await anouk.tabTo(page.getByLabel('Reason'))
  await page.keyboard.type('My sister serves there.')
  await anouk.tabTo(page.getByRole('button', { name: 'Declare' }))
  await anouk.leads(() => page.keyboard.press('Enter'))
  await anouk.sees('Declared. From now on you see nothing of that organisation')
  await anouk.sees('My sister serves there.')
  await anouk.walk('conflicts')
  await anouk.follow('Programme')
  await anouk.seesNot('Quillshire')
})
