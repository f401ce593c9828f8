// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, outcome, reason } from './assessing.mjs'
import { password } from './served.mjs'
import { story } from './story.mjs'

story('an inspector assesses a whole case in one sitting with the keyboard alone', async ({ enter }) => {
  const ines = await enter()
  const { page } = ines
  await ines.go('/work')
  await ines.hears('Sign in')
  await ines.walk('sign-in')

  await ines.tabTo(page.getByLabel('E-mail address'))
  await page.keyboard.type('inspector@example.org')
  await ines.tabTo(page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(password)
  await ines.leads(() => page.keyboard.press('Enter'))
  await ines.hears('My work')
  await ines.walk('my-work')

  const row = page.getByRole('row').filter({ hasText: 'Not begun' }).first()
  const [number] = (await row.getByRole('link').innerText()).match(/\d{4}$/)
  await ines.tabTo(row.getByRole('link'))
  await ines.leads(() => page.keyboard.press('Enter'))
  await ines.hears(`Case ${number}`)
  await ines.walk('case-not-begun')
  await page.reload() // a browser remembers which radio the walk touched last

  await ines.tabTo(outcome(ines, areas[0], 'Good'))
  for (const [position, area] of areas.entries()) {
    if (position > 0) await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    assert.ok(await outcome(ines, area, 'Requires improvement').isChecked(), area.name)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`What the file shows about ${area.name}.`)
    assert.equal(await reason(ines, area).inputValue(), `What the file shows about ${area.name}.`)
  }
  await ines.sees(/^Saved at \d\d:\d\d/)
  await ines.sees('9 of 9 done')
  await ines.walk('case-filled')

  await ines.tabTo(page.getByRole('button', { name: 'Submit for moderation' }))
  await ines.leads(() => page.keyboard.press('Enter'))
  await ines.sees('Submitted. It waits for a moderator.')
  await ines.walk('case-submitted')

  await ines.tabTo(page.getByRole('link', { name: 'My work', exact: true }))
  await ines.leads(() => page.keyboard.press('Enter'))
  assert.match(await page.getByRole('row').filter({ hasText: number }).innerText(), /Submitted/)
})
