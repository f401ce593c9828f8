// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Evidence comes in: a note is written, a file is read, and one that is too large is
// refused by its name.

import assert from 'node:assert/strict'
import { openInspection } from './publishing.mjs'
import { story } from './story.mjs'

const minutes = 'demo/programme/files/custody-minutes.pdf'
const tooLarge = { name: 'interviews.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(25_000_001) }
const sentence = '“interviews.pdf” is larger than 25 MB. Save it in parts, or with smaller pictures.'

async function openEvidence(visitor) {
  await openInspection(visitor)
  await visitor.follow('Evidence: interviews, observations and documents')
}

story('an inspector records a note and brings in a document, and the list shows both', async ({ enter }) => {
  const ines = await enter('inspector')
  const { page } = ines
  await openEvidence(ines)
  await ines.walk('evidence-empty')

  await ines.press('Record a note')
  await ines.walk('note')
  await ines.press('Record')
  assert.equal(ines.status, 422)
  await ines.walk('note-problem')
  await page.getByLabel('Title').fill('Interview with a custody sergeant')
  await page.getByLabel('What was said or seen').fill('A child waited for a solicitor until the morning.')
  await ines.press('Record')
  await ines.walk('note-recorded')

  await openEvidence(ines)
  await ines.press('Bring in a document')
  await ines.walk('upload')
  await page.getByLabel('File').setInputFiles(minutes)
  await page.getByLabel('Title').fill('Minutes of the custody board, as supplied')
  await ines.press('Bring in')
  await ines.hears('Minutes of the custody board, as supplied')
  await ines.walk('document-uploaded')

  await openEvidence(ines)
  await ines.walk('evidence')
})

story('a file that is too large is refused as soon as it is chosen, and a smaller one is taken', async ({ enter }) => {
  const ines = await enter('inspector')
  const { page } = ines
  await openEvidence(ines)
  await ines.press('Bring in a document')
  await page.getByLabel('Title').fill('Interviews, as supplied')
  const field = page.getByLabel('File')
  await field.setInputFiles(tooLarge)
  await ines.sees(sentence)
  await ines.walk('upload-too-large')

  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  assert.ok(await field.evaluate((input) => input === document.activeElement), 'nothing was sent')
  await field.setInputFiles(minutes)
  assert.equal(await page.getByText(sentence).count(), 0)
  await page.waitForTimeout(1000) // so long the button takes a second press for a double click
  await ines.press('Bring in')
  await ines.hears('Interviews, as supplied')
})

story('without JavaScript a file that is too large comes back with the form as it was typed', async ({ enter }) => {
  const ines = await enter('inspector', { javascript: false })
  const { page } = ines
  await openEvidence(ines)
  await ines.press('Bring in a document')
  await page.getByLabel('Title').fill('Interviews, as supplied')
  await page.getByLabel('File').setInputFiles(tooLarge)
  await ines.press('Bring in')
  assert.equal(ines.status, 413)
  await ines.sees(sentence)
  assert.equal(await page.getByLabel('Title').inputValue(), 'Interviews, as supplied')
  await ines.walk('upload-too-large-without-scripts')
})
