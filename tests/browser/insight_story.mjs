// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const entry = (words) => Number(words.match(/As of entry (\d+) of the journal/)[1])

/** From an inspection to the dashboard of its programme; gives its address. */
async function openInsight(visitor) {
  await visitor.go('/programme')
  await visitor.leads(() => visitor.page.getByRole('link', { name: /^Quillshire child protection inspection/ }).first().click())
  await visitor.follow('Insight: what was judged in the programme')
  await visitor.hears('Insight')
  return new URL(visitor.page.url()).pathname
}

story('an analyst reads what was judged, narrows it, and goes down to an inspection', async ({ enter }) => {
  const anouk = await enter('analyst')
  await openInsight(anouk)
  await anouk.sees('What inspectors have judged, once it was agreed.')
  await anouk.sees(/below “.+”, by area/)
  await anouk.walk('insight')
  const first = entry(await anouk.page.locator('main').innerText())

  await anouk.page.getByLabel('Share below', { exact: true }).selectOption({ index: 1 })
  await anouk.page.getByLabel('Area', { exact: true }).selectOption({ index: 1 })
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
  const page = await openInsight(maud)
  await maud.sees('As of entry')
  await maud.walk('insight-without-javascript')

  const petra = await enter('press.officer')
  await petra.go(page, 404)
  await petra.seesNot('As of entry')
})
