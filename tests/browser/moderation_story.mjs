// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, openCase, reason } from './assessing.mjs'
import { story } from './story.mjs'

const area = areas.find(({ key }) => key === 'initial-contact')
const doubt = 'The reason names nobody who saw the child. Did somebody?'

story('a moderator returns an assessment, its author corrects it, and the moderator agrees', async ({ enter }) => {
  const maud = await enter('moderator')
  await maud.follow('Moderation')
  await maud.hears('Moderation')
  await maud.walk('moderation')
  const number = await openCase(maud, 'Ines Foolscap')
  const address = new URL(maud.page.url()).pathname
  await maud.walk('case-moderation')

  await maud.press('Return to the assessor')
  assert.equal(maud.status, 422)
  const summary = maud.page.locator('.govuk-error-summary')
  assert.ok(await summary.evaluate((element) => element === document.activeElement), 'the summary has the focus')
  await summary.getByRole('link', { name: 'Give a reason, so that the assessor knows what to do.' }).click()
  const box = maud.page.getByLabel('What the assessor should look at again')
  assert.ok(await box.evaluate((element) => element === document.activeElement), 'its link leads to the field')
  assert.match(await box.getAttribute('aria-describedby'), /error/)
  await maud.walk('case-moderation-problem')

  await box.fill(doubt)
  await maud.press('Return to the assessor')
  await maud.sees('Returned to the assessor.')
  await maud.seesNot('Return to the assessor')

  const ines = await enter('inspector')
  assert.match(await ines.page.getByRole('row').filter({ hasText: number }).innerText(), /Returned/)
  await openCase(ines, number)
  await ines.sees('Maud Margin returned this assessment:')
  await ines.sees(doubt)
  await ines.walk('case-returned')
  await reason(ines, area).fill('The officer spoke with the child alone, and wrote down what she said.')
  await ines.press('Submit for moderation')
  await ines.sees('Submitted. It waits for a moderator.')

  await maud.go(address)
  await maud.sees('The officer spoke with the child alone, and wrote down what she said.')
  await maud.press('Agree this assessment')
  await maud.sees('Agreed.')
  await maud.walk('case-agreed')
})

story('nobody agrees an assessment that they wrote, whatever their roles', async ({ enter, operate }) => {
  await operate('role', 'give', '--email', 'inspector@example.org', '--role', 'moderator')
  const ines = await enter('inspector')
  await ines.follow('Moderation')
  await openCase(ines, 'Ines Foolscap')
  await ines.sees('This assessment waits for a moderator who wrote no part of it to agree or return it.')
  for (const name of ['Agree this assessment', 'Return to the assessor'])
    assert.equal(await ines.page.getByRole('button', { name }).count(), 0, name)

  // A form of the page, made to ask for what the page does not offer.
  const revision = await ines.page.locator('details tbody th').first().textContent()
  await ines.page.locator('form[action="/sign-out"]').evaluate((form, fields) => {
    form.action = `${location.pathname}/moderation`
    for (const [name, value] of Object.entries(fields))
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  }, { action: 'agree', revision })
  await ines.press('Sign out')
  assert.equal(ines.status, 403)
  await ines.sees('You wrote part of this assessment. Somebody else must agree or return it.')
  await ines.walk('refused')
})
