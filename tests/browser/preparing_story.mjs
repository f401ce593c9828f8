// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { openCase } from './assessing.mjs'
import { story } from './story.mjs'

const title = 'Quillshire child protection inspection, 2026'

story('a lead inspector draws a sample, adds a case to it and gives it to an inspector', async ({ enter }) => {
  const leonora = await enter('lead.inspector')
  await leonora.follow('Programme')
  await leonora.hears('Programme')
  await leonora.walk('programme')
  await leonora.follow(title)
  await leonora.walk('inspection')
  await leonora.follow('Cases of this inspection')
  await leonora.walk('cases')
  await leonora.follow('Prepare cases: samples and new cases')
  await leonora.walk('prepare-cases')

  await leonora.press('Add sample')
  assert.equal(leonora.status, 422)
  await leonora.page.getByRole('link', { name: 'Say who chose these cases.' }).waitFor()
  await leonora.page.getByLabel('Name', { exact: true }).fill('Missing children, a closer look')
  await leonora.page.getByLabel('The inspectors').check()
  await leonora.page.getByLabel('At random').check()
  await leonora.page.getByLabel('From which list?').fill('Missing-child reports, December 2025')
  await leonora.page.getByLabel('How many cases stood in the list?').fill('41')
  await leonora.page.getByLabel('What does it take to draw the same again?').fill('seed 20260317')
  await leonora.press('Add sample')
  await leonora.sees('Sample added.')
  await leonora.sees('At random: seed 20260317')

  await leonora.page.getByLabel('Sample', { exact: true }).selectOption('Missing children, a closer look')
  await leonora.press('Add case')
  assert.equal(leonora.status, 422)
  assert.equal(
    await leonora.page.getByLabel('Sample', { exact: true }).locator('option:checked').innerText(),
    'Missing children, a closer look'
  )
  await leonora.page.getByLabel('Kind of case', { exact: true }).selectOption('Missing child')
  await leonora.press('Add case')
  await leonora.sees(/^Case \d{4} added\.$/)

  await leonora.follow('Cases')
  const number = await openCase(leonora, 'Missing children, a closer look')
  await leonora.page.getByLabel('Assigned to').selectOption('Ines Foolscap')
  await leonora.press('Assign')
  await leonora.sees('Assigned to Ines Foolscap.')
  await leonora.walk('case-assigned')

  const ines = await enter('inspector')
  await openCase(ines, number, 'Not begun')
})

story('whoever plans the programme sees the inspection and none of its cases', async ({ enter }) => {
  const leonora = await enter('lead.inspector')
  await leonora.follow('Programme')
  await leonora.follow(title)
  await leonora.follow('Cases of this inspection')
  await openCase(leonora, 'Domestic abuse')
  const address = new URL(leonora.page.url()).pathname
  const inspection = address.split('/').slice(0, 3).join('/')

  const petra = await enter('programme.manager')
  await petra.follow('Programme')
  await petra.follow(title)
  await petra.seesNot('Cases of this inspection')
  await petra.walk('inspection-of-the-programme-manager')
  await petra.go(address, 404)
  await petra.walk('not-found')

  const conrad = await enter('barred.analyst')
  await conrad.follow('Programme')
  await conrad.hears('Programme')
  await conrad.seesNot('Quillshire')
  for (const path of [inspection, `${inspection}/cases`, address]) {
    await conrad.go(path, 404)
    await conrad.seesNot('Quillshire')
  }
  const anouk = await enter('analyst')
  await anouk.go(inspection)
  await anouk.hears(`${title} Invented`)
})
