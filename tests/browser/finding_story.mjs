// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const statement = 'Officers are slow to see a child who is reported missing for the third time.'
const asked = 'Review within a day every report of a child who goes missing for the third time.'

/** The number of some case of the inspection before them. */
async function someCase(visitor) {
  await visitor.follow('Cases of this inspection')
  const [number] = (await visitor.page.getByRole('link', { name: /^Case\s\d{4}$/ }).first().innerText()).match(/\d{4}$/)
  return number
}

/** Writes down an interview of two paragraphs, and marks the second. */
async function recordInterview(visitor, inspection) {
  await visitor.go(`${inspection}/evidence/note`)
  await visitor.page.getByLabel('Interview', { exact: true }).check()
  await visitor.page.getByLabel('Title').fill('Interview with a sergeant')
  await visitor.page.getByLabel('What was said or seen').fill('The third report waits.\n\nNobody owns the review.')
  await visitor.press('Record')
  await visitor.page.getByLabel('From paragraph').fill('2')
  await visitor.press('Mark')
}

async function openInspection(visitor) {
  await visitor.go('/programme')
  await visitor.leads(() => visitor.page.getByRole('link', { name: /^Quillshire child protection inspection/ }).first().click())
  return new URL(visitor.page.url()).pathname
}

story('a finding is written, supported and agreed, and a recommendation rests on it', async ({ enter }) => {
  const ines = await enter('inspector')
  const inspection = await openInspection(ines)
  const number = await someCase(ines)
  await ines.go(inspection)
  await ines.follow('Findings of this inspection')
  await ines.hears('Findings')
  await ines.walk('findings-empty')

  await ines.follow('Write a finding')
  await ines.press('Save the draft')
  assert.equal(ines.status, 422)
  await ines.walk('finding-problem')
  await ines.page.getByLabel('What was found').fill(statement)
  await ines.page.getByLabel('Weakness').check()
  await ines.page.getByLabel('Area').selectOption('initial-contact')
  await ines.press('Save the draft')
  await ines.sees('The draft is saved. Now say what it rests on.')
  await ines.page.getByLabel('Add a case by its number').fill(number)
  await ines.press('Add the case')
  await ines.sees('Support added.')

  await recordInterview(ines, inspection)
  await ines.go(`${inspection}/findings/1`)
  await ines.follow('Add an extract')
  await ines.sees('Nobody owns the review.')
  await ines.walk('finding-choose-extract')
  await ines.press('Rest the finding on this extract')
  await ines.sees('Support added.')
  await ines.walk('finding-draft')

  const maud = await enter('moderator')
  await maud.go(`${inspection}/findings/1`)
  await maud.walk('finding-moderation')
  await maud.press('Agree this finding')
  await maud.sees('Agreed.')
  await maud.go(`${inspection}/findings`)
  await maud.walk('findings')

  const anouk = await enter('analyst')
  await anouk.go(inspection)
  await anouk.follow('Recommendations of the programme')
  await anouk.walk('register-empty')
  await anouk.follow('Write a recommendation')
  await anouk.page.getByLabel('What is recommended').fill(asked)
  await anouk.page.getByLabel('Within three months').check()
  await anouk.walk('recommendation-form')
  await anouk.press('Save the draft')
  await anouk.sees('The draft is saved. Now say to whom, and for which findings.')
  const recommendation = new URL(anouk.page.url()).pathname
  await anouk.page.getByLabel('Add an addressee').selectOption({ index: 1 })
  await anouk.press('Add the addressee')
  await anouk.follow('Add a finding')
  await anouk.sees(statement)
  await anouk.walk('recommendation-choose-finding')
  await anouk.press('Rest the recommendation on this finding')
  await anouk.walk('recommendation-draft')

  await maud.go(recommendation)
  await maud.press('Settle this recommendation')
  await maud.sees('Settled.')
  await maud.walk('recommendation-settled')
  await maud.follow('Recommendations')
  await maud.sees(asked)
  await maud.walk('register')
})
