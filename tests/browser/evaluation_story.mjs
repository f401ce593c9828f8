// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

/** Everything about an evaluation but its content. */
async function describe(page, title) {
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Evaluator').fill('The Invented Institute')
  await page.getByLabel('Day').fill('2')
  await page.getByLabel('Month').fill('11')
  await page.getByLabel('Year').fill('2020')
  await page.getByLabel('Summary').fill('Whether anything changed for children.')
}

story('an editor attaches an evaluation, everybody reads it, and it is withdrawn with a reason', async ({ enter }) => {
  const edwin = await enter('editor')
  const { page } = edwin
  await edwin.go('/responses?publication=thematic-2019')
  await edwin.follow('Evaluations of this publication')
  await edwin.hears('Evaluations')
  await edwin.walk('evaluations-empty')

  await edwin.press('Attach')
  assert.equal(edwin.status, 422)
  await edwin.sees('Say who made the evaluation')
  await edwin.walk('evaluation-problem')
  await describe(page, 'Did it help? An invented evaluation')
  await page.getByLabel('File').setInputFiles({ name: 'evaluation.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no PDF') })
  await edwin.press('Attach')
  assert.equal(edwin.status, 422)
  await edwin.sees('its content is not what its name says')
  assert.equal(await page.getByLabel('Evaluator').inputValue(), 'The Invented Institute')
  await page.getByLabel('File').setInputFiles({ name: 'large.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(25_000_001) })
  await edwin.sees('“large.pdf” is larger than 25 MB. Save it in parts, or with smaller pictures.')
  await edwin.walk('evaluation-too-large')
  await page.getByLabel('File').setInputFiles([])
  await page.getByLabel('Or its text').fill('# What we found\n\nIt *helped*, we think.')
  await edwin.press('Attach')
  await edwin.sees('Attached.')
  await edwin.hears('Did it help? An invented evaluation')
  await edwin.sees('It helped, we think.')
  await edwin.walk('evaluation')

  const ines = await enter('inspector')
  await ines.go('/publications/thematic-2019/evaluations')
  await ines.follow('Did it help? An invented evaluation')
  await ines.sees('It helped, we think.')
  assert.equal(await ines.page.getByText('Withdraw this evaluation').count(), 0)

  await page.getByText('Withdraw this evaluation').click()
  await page.getByLabel('Why is it withdrawn?').fill('The evaluator found a mistake in it.')
  await edwin.press('Withdraw')
  await edwin.walk('evaluation-withdrawn')
  await ines.page.reload()
  await ines.sees('The evaluator found a mistake in it.')
  await ines.seesNot('It helped, we think.')
})

story('without JavaScript an evaluation is attached as a file', async ({ enter }) => {
  const edwin = await enter('editor', { javascript: false })
  const { page } = edwin
  await edwin.go('/publications/thematic-2019/evaluations')
  await describe(page, 'An evaluation as a file')
  await page.getByLabel('File').setInputFiles({ name: 'evaluation.txt', mimeType: 'text/plain', buffer: Buffer.from('What we found.') })
  await edwin.press('Attach')
  await edwin.hears('An evaluation as a file')
  await edwin.walk('evaluation-file')
})

story('whoever may see no review is told so, and strangers see nothing before and after', async ({ enter }) => {
  const anouk = await enter('analyst')
  await anouk.go('/publications/thematic-2019/evaluations')
  await anouk.leads(() => anouk.page.locator('main').getByRole('link', { name: /rogramme|nspection/ }).first().click())
  await anouk.hears('Before and after')
  await anouk.sees('There is no review or re-inspection that you may see')
  await anouk.walk('before-and-after-empty')

  const lewis = await enter('liaison.officer')
  await lewis.go('/publications/thematic-2019/evaluations')
  await lewis.sees('Evaluations')
  assert.equal(await lewis.page.locator('main a[href$="before-and-after"]').count(), 0)
})
