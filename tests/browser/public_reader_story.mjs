// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const report = 'National Child Protection Inspections: 2019 thematic report'

story('somebody without an account reads a publication, who answered it, and about one force', async ({ enter }) => {
  const reader = await enter()
  await reader.go('/')
  await reader.hears('Inspections of child protection')
  await reader.walk('site')

  await reader.follow(report)
  await reader.hears(report)
  await reader.sees('27 February 2020')
  const figures = await reader.page.locator('.app-figure').allInnerTexts()
  for (const count of ['17', '21', '26', '64']) assert.ok(figures.some((words) => words.includes(count)), count)
  await reader.walk('publication')

  await reader.follow('See all bodies on the response board')
  await reader.hears('Responses to the report')
  await reader.sees('22 April 2020')
  assert.equal(await reader.page.locator('tbody tr').count(), 43)
  await reader.walk('response-board')

  await reader.follow('West Yorkshire')
  await reader.hears('West Yorkshire')
  await reader.sees('Local policing body')
  await reader.walk('force')

  await reader.follow('Police forces')
  await reader.walk('forces')
  await reader.follow('About the data')
  await reader.walk('about-the-data')
  await reader.seesNot('Quillshire')

  await reader.go('/work')
  await reader.hears('Sign in')
})
