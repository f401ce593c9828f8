// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, judgeAll, openCase, reason } from './assessing.mjs'
import { story } from './story.mjs'

const overall = areas.at(-1)

/** What somebody reads on a case's page about the case as a whole. */
async function overallWords(visitor) {
  return visitor.page.getByRole('row').filter({ has: visitor.page.getByRole('rowheader', { name: overall.name }) }).innerText()
}

story('the force audits a case of its own, and the inspectors see its grade only once they have fixed theirs', async ({ enter }) => {
  const leonora = await enter('lead.inspector')
  await leonora.follow('Programme')
  await leonora.follow('Quillshire child protection inspection, 2026')
  await leonora.follow('Cases of this inspection')
  await leonora.follow('Prepare cases: samples and new cases')
  await leonora.page.getByLabel('Sample', { exact: true }).selectOption('Chosen by the force')
  await leonora.page.getByLabel('Kind of case', { exact: true }).selectOption('Domestic abuse')
  await leonora.press('Add case')

  const bridget = await enter('body.auditor')
  await bridget.walk('my-work-of-the-force')
  const number = await openCase(bridget, 'Not begun')
  const address = new URL(bridget.page.url()).pathname
  await judgeAll(bridget, 'Good', ({ name }) => `What our own file says about ${name}.`)
  await bridget.press('Submit to the inspectors')
  await bridget.sees('Submitted. The inspectors see it once their own assessment is submitted.')
  await bridget.walk('own-audit-submitted')

  await leonora.go(address)
  await leonora.sees('Submitted. It is shown once your own assessment is submitted.')
  await leonora.seesNot('What our own file says')
  await judgeAll(leonora, 'Inadequate')
  await leonora.press('Submit for moderation')
  await leonora.sees('Shown beside the inspectors’ below')
  const beside = await overallWords(leonora)
  assert.match(beside, /Inadequate[^]*What the file shows about Overall\.[^]*Good[^]*What our own file says about Overall\./)
  await leonora.walk('case-beside-own-audit')

  await bridget.go(address)
  await bridget.sees('What our own file says about Overall.')
  await bridget.seesNot('What the file shows')
  await bridget.seesNot('Inadequate')
  await bridget.go('/work')
  assert.match(await bridget.page.getByRole('row').filter({ hasText: number }).innerText(), /Submitted/)
})

story('an assessment that comes back is written beside the grade of the force', async ({ enter }) => {
  const tomas = await enter('second.inspector')
  await openCase(tomas, 'Reopened')
  await tomas.sees('The body’s own audit:')
  assert.notEqual(await reason(tomas, overall).inputValue(), '')
  await tomas.walk('case-reopened')
})
