// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const title = 'Quillshire child protection inspection, 2026'

async function openTeam(visitor) {
  await visitor.follow('Programme')
  await visitor.follow(title)
  await visitor.follow('Put somebody on the team')
  await visitor.hears(`Put somebody on the team of ${title}`)
}

/** Puts somebody on the team with the keyboard alone. */
async function findAndAssign(leonora) {
  const { page } = leonora
  await leonora.tabTo(page.getByRole('searchbox', { name: 'Name' }))
  await page.keyboard.type('abac')
  await leonora.leads(() => page.keyboard.press('Enter'))
  await leonora.sees('1 person with “abac” in the name')
  assert.equal(await page.getByRole('searchbox', { name: 'Name' }).inputValue(), 'abac')
  await leonora.walk('team-found')

  await leonora.tabTo(page.getByRole('link', { name: 'Anouk Abacus' }))
  await leonora.leads(() => page.keyboard.press('Enter'))
  await leonora.sees('Anouk Abacus')
  await leonora.tabTo(page.getByRole('button', { name: 'Put on the team' }))
  await leonora.leads(() => page.keyboard.press('Enter'))
  assert.equal(leonora.status, 422)
  await leonora.sees('Anouk Abacus')
  await leonora.walk('team-role-problem')
  await leonora.tabTo(page.getByLabel('Lead inspector', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await leonora.tabTo(page.getByRole('button', { name: 'Put on the team' }))
  await leonora.leads(() => page.keyboard.press('Enter'))
}

story('a lead inspector looks for a colleague and puts them on the team, with the keyboard alone', async ({ enter }) => {
  const leonora = await enter('lead.inspector')
  await openTeam(leonora)
  await leonora.walk('team')
  await findAndAssign(leonora)
  await leonora.hears(`${title} Invented`)
  assert.match(await leonora.page.getByRole('row').filter({ hasText: 'Anouk Abacus' }).innerText(), /Inspector/)
})

story('whoever has a conflict with the body is found by no search for the team, with or without scripts', async ({ enter }) => {
  for (const javascript of [true, false]) {
    const leonora = await enter('lead.inspector', { javascript })
    await openTeam(leonora)
    await leonora.seesNot('Sealingwax')
    await leonora.page.getByRole('searchbox', { name: 'Name' }).fill('sealing')
    await leonora.press('Search')
    await leonora.sees('No people with “sealing” in the name')
    await leonora.sees('Check the spelling, or search for fewer letters of the name.')
    await leonora.seesNot('Sealingwax')
    await leonora.walk(javascript ? 'team-nobody-found' : 'team-nobody-found-without-scripts')
    await leonora.follow('Show all people')
    await leonora.sees('Anouk Abacus')
  }
})
