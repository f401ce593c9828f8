// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A chapter of a report that has been published, corrected with the keyboard alone;
// and its published figures, explained to those inside.

import assert from 'node:assert/strict'
import { storyOfProgramme } from './story.mjs'

const report = '/programmes/child-protection-2014-to-2019/reports/second'

async function enterOn(visitor, place) {
  await visitor.tabTo(place)
  await visitor.leads(() => visitor.page.keyboard.press('Enter'))
}

storyOfProgramme('with the keyboard alone an editor corrects a chapter, watches the preview, and comes to the publish page', async ({ enter }) => {
  const edwin = await enter('editor')
  const { page } = edwin
  const text = page.getByLabel('Text', { exact: true })
  const preview = page.locator('#preview')
  await edwin.go(report)
  await edwin.walk('report-of-the-programme')
  await page.reload() // the walk left the focus somewhere
  await enterOn(edwin, page.getByRole('link', { name: /^Dangerous people are assessed/ }))

  await edwin.tabTo(text)
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\nIn all, {figure:cases} cases were graded, and {figure:nothing} was not.')
  await preview.getByText('There is no figure “nothing”.').waitFor()
  await preview.getByText(/In all, 1,?655 /).waitFor()
  await edwin.walk('chapter-problem')
  await text.focus()
  await page.keyboard.press('Control+End')
  for (let i = 0; i < ', and {figure:nothing} was not.'.length; ++i) await page.keyboard.press('Backspace')
  await page.keyboard.type('.')
  await page.getByRole('status').getByText('No problems.').waitFor()
  await enterOn(edwin, page.getByRole('button', { name: 'Save', exact: true }))
  await edwin.sees('The section is saved.')
  await edwin.walk('chapter')

  await edwin.go(report)
  await enterOn(edwin, page.getByRole('link', { name: 'Publish' }).or(page.getByRole('button', { name: 'Publish' })))
  await edwin.hears('Publish a corrected edition')
  await edwin.walk('publish-correction')
  await page.reload()
  await enterOn(edwin, page.getByRole('button', { name: 'Publish edition 2' }))
  assert.equal(edwin.status, 422)
  await edwin.walk('publish-problem')
})

storyOfProgramme('those inside ask what a published figure counts, and an analyst goes on to the cases', async ({ enter }) => {
  const edwin = await enter('editor')
  await edwin.go('/editions')
  await edwin.walk('editions')
  await edwin.follow('Seen, heard and passed on: how children are protected, 2014 to 2019')
  await edwin.walk('edition-of-the-programme')
  await edwin.follow('Work every figure out again, read every passage again, and compare')
  await edwin.walk('edition-verify')

  const anouk = await enter('analyst')
  await anouk.go('/editions/second-1')
  await anouk.follow('Cases inadequate for police detention')
  await anouk.sees('What it rests on')
  await anouk.walk('figure-explained')
  const record = anouk.page.getByRole('link', { name: /^Case/ }).first()
  const name = await record.innerText()
  await anouk.leads(() => record.click())
  await anouk.hears(name.match(/Case \d+/)[0])
})
