// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const entry = (words) => Number(words.match(/As of entry (\d+) of the journal/)[1])

story('an analyst reads what was judged, narrows it, and goes down to an inspection', async ({ enter }) => {
  const anouk = await enter('analyst')
  await anouk.follow('Insight')
  if (new URL(anouk.page.url()).pathname === '/insight') await anouk.follow('The invented programme')
  await anouk.hears('Insight')
  await anouk.sees('What inspectors have judged, once it was agreed.')
  await anouk.sees(/below “.+”, by area/)
  await anouk.walk('insight')
  const first = entry(await anouk.page.locator('main').innerText())

  await anouk.page.getByLabel('Standard').selectOption({ index: 1 })
  await anouk.page.getByLabel('Area').selectOption({ index: 1 })
  await anouk.press('Show')
  assert.equal(anouk.status, 200)
  await anouk.walk('insight-area')
  assert.ok(entry(await anouk.page.locator('main').innerText()) >= first)

  await anouk.leads(() => anouk.page.locator('table').last().getByRole('link').first().click())
  await anouk.sees(/^Only /)
  await anouk.walk('insight-body')
  await anouk.leads(() => anouk.page.locator('table').last().getByRole('link').first().click())
  assert.match(new URL(anouk.page.url()).pathname, /^\/inspections\//)
  await anouk.sees('Insight: what was judged in the programme')
})

story('the dashboard needs no script, and is not there for whoever sees no case', async ({ enter }) => {
  const maud = await enter('moderator', { javascript: false })
  await maud.go('/insight')
  const page = new URL(maud.page.url()).pathname
  await maud.sees('As of entry')
  await maud.walk('insight-without-javascript')

  const petra = await enter('press.officer')
  await petra.go(page === '/insight' ? '/programmes/invented-programme/insight' : page, 404)
  await petra.seesNot('As of entry')
})
