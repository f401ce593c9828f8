// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What somebody said to inspectors, on its way into a published report: who sees the
// words before they are public, who reads them for everybody, and what readers get.

import assert from 'node:assert/strict'
import { finishInspection, openInspection, openPublication } from './publishing.mjs'
import { story } from './story.mjs'

const report = '/programmes/invented-programme/reports/nobody-rings-back'
const words = 'We are told that somebody will ring the family, and then nobody does.'
const chapter = 'The call that is not returned'

const text = (visitor) => visitor.page.getByLabel('Text', { exact: true })
const preview = (visitor) => visitor.page.locator('#preview')
const quoting = (number) => '```extract\n' + number + '\n```\n'

/** Marks one paragraph of a note; returns the number of the extract. */
async function markExtract(ines) {
  await openInspection(ines)
  await ines.follow('Evidence: interviews, observations and documents')
  await ines.press('Record a note')
  await ines.page.getByLabel('Title').fill('Group of response officers')
  await ines.page.getByLabel('What was said or seen').fill(`The desk was asked about calls.\n\n${words}`)
  await ines.press('Record')
  await ines.page.getByLabel('From paragraph').fill('2')
  await ines.press('Mark')
  await ines.walk('document-with-an-extract')
  return (await ines.page.getByText(/^Extract \d+$/).innerText()).match(/\d+/)[0]
}

async function startReport(anouk) {
  await anouk.go('/programmes/invented-programme/reports/start')
  await anouk.page.getByLabel('Title', { exact: true }).fill('Nobody rings back')
  await anouk.page.getByLabel('Summary').fill('What officers of one invented force told inspectors.')
  await anouk.press('Start')
}

async function openOnlySection(visitor) {
  await visitor.go(report)
  await visitor.follow(chapter)
}

story('an analyst quotes what was said, an editor reads it before it is public, and readers get the words alone', async ({ enter, operate }) => {
  const ines = await enter('inspector')
  const extract = await markExtract(ines)
  const eddie = await enter('editor')
  await finishInspection(await enter('programme.manager'), await enter('moderator'), eddie)

  const anouk = await enter('analyst')
  await startReport(anouk)
  await anouk.press('Add a section')
  await anouk.page.getByLabel('Title', { exact: true }).fill(chapter)
  await text(anouk).fill(`Officers were plain about it:\n\n${quoting(extract)}`)
  await preview(anouk).locator('blockquote').getByText(words).waitFor()
  await anouk.page.getByRole('status').getByText('No problems.').waitFor()
  await anouk.walk('editor-quotation')
  await anouk.press('Add the section')
  await anouk.sees('The section is saved.')

  await openOnlySection(eddie)
  await preview(eddie).getByText(`[the words of extract ${extract} are not shown]`).waitFor()
  await eddie.sees(/Whoever publishes reads them on the page “Publish”/)
  await eddie.seesNot(words)
  await eddie.walk('editor-quotation-not-shown')
  const asAnoukWrote = await text(eddie).inputValue()
  await text(eddie).fill(`${asAnoukWrote}\nAnd again:\n\n${quoting(9999)}`)
  await preview(eddie).getByText('Line 9: There is no extract 9999').waitFor()
  await eddie.press('Save')
  await eddie.go(`${report}/publish`)
  await eddie.sees(/^Section 1, “The call that is not returned”, line 9: There is no extract 9999/)
  await eddie.walk('publish-refused')
  assert.equal(await eddie.page.getByRole('button', { name: /^Publish edition/ }).count(), 0, 'nothing can be published yet')

  await eddie.leads(() => eddie.page.getByRole('link', { name: /^Section 1/ }).click())
  await text(eddie).fill(asAnoukWrote)
  await eddie.press('Save')
  await eddie.go(`${report}/publish`)
  await eddie.page.locator('blockquote').getByText(words).waitFor()
  await eddie.walk('publish-quotation')

  const dilys = await enter('disclosure.reviewer')
  await dilys.go('/reports')
  await dilys.follow('Invented programme for the demonstration')
  await dilys.walk('reports-to-read')
  await dilys.follow('Nobody rings back')
  await dilys.walk('report-to-read')
  await dilys.press('What would be published')
  await dilys.page.locator('blockquote').getByText(words).waitFor()
  await dilys.walk('would-be-published')
  assert.equal(await dilys.page.locator('main form').count(), 0, 'whoever reads publishes nothing')

  await eddie.page.getByLabel('Press release').fill('# Nobody rings back\n\nA report on calls is out.')
  await eddie.press('Publish edition 1')
  assert.equal(eddie.status, 422)
  await eddie.walk('publish-unread')
  await eddie.page.getByLabel(/^I have read every passage/).check()
  await eddie.press('Publish edition 1')
  await eddie.hears('Nobody rings back')
  await eddie.walk('edition-quotation')
  await operate('edition', 'verify', new URL(eddie.page.url()).pathname.split('/').pop())

  const reader = await enter()
  await openPublication(reader, 'Nobody rings back')
  await reader.follow('Read the report online')
  await reader.follow(chapter)
  await reader.page.locator('blockquote').getByText(words).waitFor()
  await reader.walk('chapter-quotation')
  for (const secret of ['Group of response officers', 'Quillshire', `xtract ${extract}`]) await reader.seesNot(secret)
})
