// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What anybody can read of the invented programme: two reports, what their figures
// count, what was recommended, and what bodies answered.

import assert from 'node:assert/strict'
import { openPublication } from './publishing.mjs'
import { storyOfProgramme } from './story.mjs'

const first = 'The child in the first record: what early inspections of child protection found'
const second = 'Seen, heard and passed on: how children are protected, 2014 to 2019'

storyOfProgramme('somebody without an account reads a report online and asks what one of its numbers counts', async ({ enter }) => {
  const reader = await enter()
  await openPublication(reader, second)
  await reader.walk('publication-second')
  await reader.follow('Read the report online')
  await reader.walk('edition-second')
  await reader.follow('A child’s night in a cell is decided in the afternoon by people who will not be there')
  await reader.walk('chapter-second')
  const number = reader.page.getByRole('link', { name: /\d+ of \d+ \(\d+%\)/ }).first()
  const words = await number.innerText()
  await reader.leads(() => number.click())
  await reader.sees('What it counts')
  await reader.sees(words.match(/\d+%/)[0])
  await reader.walk('figure-second')
  await reader.seesNot('Case ')

  await openPublication(reader, second)
  await reader.follow('See every figure, with its data')
  await reader.walk('figures-public')

  await openPublication(reader, first)
  await reader.walk('publication-first')
  await reader.follow('Read the report online')
  await reader.walk('edition-first')
  await reader.leads(() => reader.page.locator('main ol').getByRole('link').first().click())
  await reader.walk('chapter-first')
})

storyOfProgramme('somebody without an account reads the press release, the recommendations and who answered', async ({ enter }) => {
  const reader = await enter()
  await openPublication(reader, second)
  await reader.follow('Read the press release')
  await reader.sees('Press release')
  await reader.walk('press-release')

  await openPublication(reader, second)
  await reader.follow('See the recommendations')
  await reader.hears('Recommendations')
  await reader.walk('recommendations-second')
  await reader.follow('What was answered to each of these recommendations')
  await reader.hears('Recommendations and what was answered')
  await reader.sees(/^Invented: /)
  await reader.walk('register-public')
  await reader.leads(() => reader.page.getByRole('link', { name: 'Osierfold Policing Authority' }).first().click())
  await reader.sees('See every recommendation and what others answered')
  await reader.walk('answers-public')

  await openPublication(reader, second)
  await reader.follow('See all bodies on the response board')
  await reader.hears('Responses to the report')
  assert.equal(await reader.page.locator('tbody tr').count(), 12)
  await reader.walk('response-board-second')

  await openPublication(reader, second)
  await reader.follow('Did the inspections change what happens to children? An independent evaluation')
  await reader.sees('Plumbline Institute')
  await reader.walk('evaluation-public')
})
