// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const title = 'Quillshire police, a second visit'

story('somebody plans an inspection with the keyboard alone, and dates it', async ({ enter }) => {
  const petra = await enter('programme.manager')
  const { page } = petra
  await petra.follow('Programme')
  await petra.tabTo(page.getByRole('button', { name: 'Plan an inspection' }))
  await petra.leads(() => page.keyboard.press('Enter'))
  await petra.hears('Plan an inspection')
  await petra.walk('plan')

  await petra.tabTo(page.getByLabel('Name', { exact: true }))
  await page.keyboard.type(title)
  await petra.tabTo(page.getByRole('button', { name: 'Plan the inspection' }))
  await petra.leads(() => page.keyboard.press('Enter'))
  assert.equal(petra.status, 422)
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), title)
  await petra.walk('plan-problem')

  await petra.tabTo(page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await petra.tabTo(page.getByLabel('Body'))
  await page.keyboard.type('Quillshire')
  await petra.tabTo(page.getByLabel('Programme', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await petra.tabTo(page.getByRole('button', { name: 'Plan the inspection' }))
  await petra.leads(() => page.keyboard.press('Enter'))
  await petra.hears(`${title} Invented`)
  await petra.walk('planned-inspection')

  await petra.tabTo(page.getByRole('link', { name: 'Change the dates' }))
  await petra.leads(() => page.keyboard.press('Enter'))
  await petra.hears(`Dates of ${title}`)
  await petra.walk('dates')
  const fieldwork = page.getByRole('group', { name: 'Fieldwork: from' })
  await petra.tabTo(fieldwork.getByLabel('Month'))
  await page.keyboard.type('13')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2027')
  await page.keyboard.press('Enter')
  await page.getByText('There is a problem').waitFor()
  assert.equal(petra.status, 422)
  assert.equal(await fieldwork.getByLabel('Month').inputValue(), '13')
  await petra.walk('dates-problem')
  await petra.tabTo(fieldwork.getByLabel('Month'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('3')
  await petra.leads(() => page.keyboard.press('Enter'))
  await petra.hears(`${title} Invented`)
  await petra.sees('March 2027')
})

story('two people date one inspection, and the second sees what the first saved', async ({ enter }) => {
  const petra = await enter('programme.manager')
  const other = await enter('programme.manager')
  for (const visitor of [petra, other]) {
    await visitor.follow('Programme')
    await visitor.follow('Quillshire child protection inspection, 2026')
    await visitor.follow('Change the dates')
  }
  const published = (visitor) => visitor.page.getByRole('group', { name: 'Report published' }).getByLabel('Year')
  await published(petra).fill('2027')
  await petra.press('Save the dates')
  await published(other).fill('2028')
  await other.press('Save the dates')
  assert.equal(other.status, 409)
  await other.sees('report: 2027')
  assert.equal(await published(other).inputValue(), '2028')
  await other.walk('dates-conflict')
})
