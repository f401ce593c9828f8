// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, judge, openCase, outcome, reason } from './assessing.mjs'
import { story } from './story.mjs'

story('with scripts switched off a case is begun, found incomplete with all that was typed kept, and submitted', async ({ enter }) => {
  const ines = await enter('inspector', { javascript: false })
  await ines.walk('my-work-without-scripts')
  await openCase(ines, 'Not begun')
  const [overall, ...others] = [...areas].reverse()
  const lastArea = others.shift()

  await judge(ines, areas[0], 'Good', 'Begun in the morning.\nSaved with the button.')
  await ines.press('Save draft')
  await ines.sees('Your draft is saved.')
  assert.equal(await reason(ines, areas[0]).inputValue(), 'Begun in the morning.\nSaved with the button.')

  for (const area of others) await judge(ines, area, 'Requires improvement', `About ${area.name}.`)
  await reason(ines, lastArea).fill('Written, and not yet graded.')
  await outcome(ines, overall, 'Good').check()
  await ines.press('Submit for moderation')
  assert.equal(ines.status, 422)
  const summary = ines.page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await summary.getByRole('link', { name: `${lastArea.name}: choose an outcome.` }).waitFor()
  await summary.getByRole('link', { name: `${overall.name}: give the reason for the outcome.` }).waitFor()
  assert.equal(await ines.page.locator('.govuk-error-message').count(), 2, 'one beside each of the two fields')
  for (const area of others) assert.equal(await reason(ines, area).inputValue(), `About ${area.name}.`)
  assert.equal(await reason(ines, lastArea).inputValue(), 'Written, and not yet graded.')
  assert.ok(await outcome(ines, overall, 'Good').isChecked())
  await ines.walk('case-incomplete')

  await outcome(ines, lastArea, 'Not applicable').check()
  await reason(ines, overall).fill('Nobody lost sight of the child.')
  await ines.press('Submit for moderation')
  assert.equal(ines.status, 200)
  await ines.sees('Submitted. It waits for a moderator.')
})
