// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, judge, openCase, outcome, reason } from './assessing.mjs'
import { story } from './story.mjs'

const area = areas.find(({ key }) => key === 'investigation')
const first = 'Both accounts were taken on the first day.'
const second = 'Nobody asked the neighbours.'

/** Ines and Leonora have the same case before them; Leonora saves while Ines writes. */
async function overtake(ines, leonora) {
  await ines.go('/work')
  await openCase(ines, 'Not begun')
  await leonora.go(new URL(ines.page.url()).pathname)
  await judge(leonora, area, 'Good', first)
  await saveDraft(leonora)
  await judge(ines, area, 'Inadequate', second)
}

/** With scripts the page stays and says so; without, it comes back and says so. */
async function saveDraft(visitor) {
  await visitor.page.getByRole('button', { name: 'Save draft' }).click()
  await visitor.sees(/^(Your draft is saved|Saved at \d\d:\d\d)\.$/)
}

/** Ines sees both texts on one page. */
async function seesBoth(ines) {
  assert.equal(ines.status, 409)
  await ines.sees('Somebody else changed this assessment while you were writing.')
  const theirs = await ines.page.locator(`#${area.key}`).innerText()
  assert.match(theirs, /Recorded meanwhile: Good/)
  assert.ok(theirs.includes(first))
  assert.ok(await outcome(ines, area, 'Inadequate').isChecked())
  assert.equal(await reason(ines, area).inputValue(), second)
}

/** Ines brings the texts together; what she saves is what the case then says. */
async function bringTogether(ines) {
  await judge(ines, area, 'Requires improvement', `${first} ${second}`)
  await saveDraft(ines)
  await ines.go(new URL(ines.page.url()).pathname.replace(/\/assessment$/, ''))
  assert.ok(await outcome(ines, area, 'Requires improvement').isChecked())
  assert.equal(await reason(ines, area).inputValue(), `${first} ${second}`)
}

story('two people write about one case at the same time, and no word of either is lost', async ({ enter }) => {
  const ines = await enter('inspector')
  const leonora = await enter('lead.inspector')
  await overtake(ines, leonora)
  await ines.sees('Somebody else has changed this assessment. Press “Save draft” to see both texts; yours is kept.')
  await ines.press('Save draft')
  await seesBoth(ines)
  await ines.walk('case-conflict')
  await bringTogether(ines)
})

story('without scripts, too, a stale save shows both texts, and what was not saved is there another day', async ({ enter }) => {
  const ines = await enter('inspector', { javascript: false })
  const leonora = await enter('lead.inspector', { javascript: false })
  await overtake(ines, leonora)
  await ines.press('Save draft')
  await seesBoth(ines)
  await ines.walk('case-conflict-without-scripts')
  await ines.go(new URL(leonora.page.url()).pathname)
  assert.equal(await reason(ines, area).inputValue(), first)
  await ines.page.getByText('Text of yours that was set aside').click()
  await ines.sees(second)
  await bringTogether(ines)
})
