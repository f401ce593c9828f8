// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { storyOfProgramme } from './story.mjs'

const words = 'From May a second officer listens to every tenth call, and the results go to the chief officer.'

/** From the board to the page of the first recommendation of a body that has not answered all of them. */
async function openUnanswered(visitor) {
  await visitor.go('/responses?publication=second&state=no-record')
  await visitor.leads(() => visitor.page.locator('tbody').getByRole('link').first().click())
  await visitor.sees('Answers to recommendations')
  await visitor.leads(() => visitor.page.getByRole('link', { name: /^Answer\sto r-\d/ }).first().click())
}

for (const javascript of [true, false])
  storyOfProgramme(`an editor answers a recommendation for a body ${javascript ? 'with' : 'without'} JavaScript`, async ({ enter }) => {
    const edwin = await enter('editor', { javascript })
    const { page } = edwin
    await openUnanswered(edwin)
    await edwin.sees('Not answered yet')
    await edwin.walk('answer')

    await page.getByLabel('No action').check()
    await edwin.press('Record the answer')
    assert.equal(edwin.status, 422)
    await edwin.sees('Say why no action is planned.')
    assert.ok(await page.getByLabel('No action').isChecked())
    await edwin.walk('answer-problem')

    await page.getByLabel('Action planned').check()
    await page.getByLabel('In its own words').fill(words)
    await edwin.press('Record the answer')
    await edwin.sees(/^The answer to r-\d+ is on record\.$/)
    await edwin.sees(words)
    await edwin.sees(/[1-9]\d* of \d+ recommendations? answered/)
    await edwin.walk('answers')
  })

storyOfProgramme('two editors answer at once, and the second sees both texts', async ({ enter }) => {
  const [first, second] = [await enter('editor'), await enter('editor')]
  await openUnanswered(first)
  await second.go(new URL(first.page.url()).pathname)
  for (const [visitor, text] of [[first, 'The first words.'], [second, 'The second words.']]) {
    await visitor.page.getByLabel('Action taken').check()
    await visitor.page.getByLabel('In its own words').fill(text)
    await visitor.press('Record the answer')
  }
  assert.equal(second.status, 409)
  await second.sees('The first words.')
  assert.equal(await second.page.getByLabel('In its own words').inputValue(), 'The second words.')
  await second.walk('answer-conflict')
  await second.press('Record the answer')
  await second.sees('The second words.')
})
