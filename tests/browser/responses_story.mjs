// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

story('an editor finds who has not answered, records a response, and corrects its day', async ({ enter }) => {
  const edwin = await enter('editor')
  const { page } = edwin
  await edwin.follow('Responses')
  await edwin.hears('Responses')
  await edwin.sees('22 April 2020')
  await edwin.walk('responses')
  await edwin.follow('Next page')
  assert.equal(await page.locator('tbody tr').count(), 18)
  await edwin.walk('responses-second-page')

  await edwin.tabTo(page.getByLabel('State'))
  await page.keyboard.type('No record')
  await edwin.tabTo(page.getByRole('button', { name: 'Filter' }))
  await edwin.leads(() => page.keyboard.press('Enter'))
  await edwin.walk('responses-filtered')
  const force = await page.locator('tbody').getByRole('link').first().innerText()
  await edwin.tabTo(page.getByRole('link', { name: force, exact: true }))
  await edwin.leads(() => page.keyboard.press('Enter'))
  await edwin.hears(`Response for ${force}`)
  await edwin.walk('response')

  await edwin.press('Record the response')
  assert.equal(edwin.status, 422)
  await edwin.walk('response-problem')
  await page.getByLabel('Came as').selectOption({ index: 1 })
  await page.getByLabel('Day').fill('31')
  await page.getByLabel('Month').fill('2')
  await page.getByLabel('Year').fill('2020')
  await page.getByLabel('Where this is known from').fill('An invented letter.')
  await page.getByLabel('Kind of source').selectOption({ index: 1 })
  await edwin.press('Record the response')
  assert.equal(edwin.status, 422)
  assert.equal(await page.getByLabel('Where this is known from').inputValue(), 'An invented letter.')
  await page.getByLabel('Day').fill('21')
  await page.getByLabel('Month').fill('4')
  await edwin.press('Record the response')
  await edwin.sees('The response is on record.')
  await edwin.sees('21 April 2020')
  await edwin.walk('response-recorded')

  await page.getByLabel('Day').fill('22')
  await edwin.press('Record the response')
  await edwin.sees('22 April 2020')
})

story('whoever may not record a response reads the board and is offered no form', async ({ enter }) => {
  const ines = await enter('inspector')
  await ines.follow('Responses')
  await ines.leads(() => ines.page.locator('tbody').getByRole('link').first().click())
  await ines.walk('response-to-read')
  assert.equal(await ines.page.getByRole('button', { name: 'Record the response' }).count(), 0)
})
