// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const programme = 'Invented programme for the demonstration'
const title = 'Children wait too long'

async function openReports(visitor) {
  await visitor.follow('Reports')
  if ((await visitor.page.getByRole('link', { name: programme, exact: true }).count()) > 0) await visitor.follow(programme)
  await visitor.hears('Reports')
}

async function defineFigure(visitor) {
  await visitor.go('/programmes/invented-programme/figures/new')
  await visitor.page.getByLabel('Title', { exact: true }).fill('Inspections of every kind')
  await visitor.page.getByLabel('Alternative text').fill('How many inspections there are.')
  await visitor.page.getByLabel('Inspections', { exact: true }).check()
  await visitor.page.getByLabel('Key (optional)').fill('inspections')
  await visitor.press('Define')
  await visitor.hears('Inspections of every kind')
}

async function startReport(visitor) {
  await openReports(visitor)
  await visitor.walk('reports')
  await visitor.leads(() => visitor.page.getByRole('button', { name: 'Start a report' }).click())
  await visitor.walk('report-start')
  await visitor.page.getByLabel('Title', { exact: true }).fill('A first report')
  await visitor.press('Start')
  await visitor.hears('A first report')
}

const text = (visitor) => visitor.page.getByLabel('Text', { exact: true })
const preview = (visitor) => visitor.page.locator('#preview')

async function addSection(visitor) {
  await visitor.leads(() => visitor.page.getByRole('button', { name: 'Add a section' }).click())
  await visitor.page.getByLabel('Title', { exact: true }).fill(title)
  await text(visitor).fill('The programme rests on {figure:inspections} inspections.')
}

story('an editor writes a section with a figure and sees it as readers will, before it is saved', async ({ enter }) => {
  const eddie = await enter('editor')
  const { page } = eddie
  await eddie.go('/programmes/invented-programme/figures')
  await eddie.walk('figures-empty')
  await defineFigure(eddie)
  await startReport(eddie)
  await eddie.walk('report-empty')
  await addSection(eddie)
  await preview(eddie).getByText('provisional, as of entry').first().waitFor()
  await preview(eddie).getByText(/The programme rests on \d+ \(provisional/).waitFor()
  await page.getByRole('status').getByText('No problems.').waitFor()

  await text(eddie).pressSequentially(' See {figure:unknown}.')
  await preview(eddie).getByText('Line 1: There is no figure “unknown”.').waitFor()
  await page.getByRole('status').getByText('1 problem.').waitFor()
  await eddie.walk('report-editor-problem')

  await text(eddie).fill('Again ')
  await text(eddie).evaluate((area) => area.setSelectionRange(area.value.length, area.value.length))
  await page.getByRole('button', { name: 'Insert {figure:inspections}' }).click()
  assert.equal(await text(eddie).inputValue(), 'Again {figure:inspections}')
  await preview(eddie).getByText(/Again \d+ \(provisional/).waitFor()

  await page.getByLabel('Find a figure').fill('every kind')
  await eddie.leads(() => page.keyboard.press('Enter'))
  assert.equal(await text(eddie).inputValue(), 'Again {figure:inspections}', 'looking for a figure loses no word')
  await eddie.sees('{figure:inspections}')

  await text(eddie).fill('The programme rests on {figure:inspections} inspections.\n\n## Why\n\nSee [above](#why).')
  await eddie.press('Add the section')
  await eddie.sees('The section is saved.')
  await eddie.walk('report-editor')
  await eddie.follow('A first report')
  await eddie.sees('No problem stands in the way of publishing.')
  await eddie.walk('report')
  await eddie.leads(() => page.getByRole('button', { name: 'Read the draft' }).click())
  await eddie.sees('This is a draft.')
  await eddie.walk('report-draft')
  await eddie.go('/programmes/invented-programme/reports/a-first-report')
  await eddie.press('Change title or summary')
  await eddie.walk('report-title')
  await page.getByLabel('Title', { exact: true }).fill('')
  await eddie.press('Save')
  assert.equal(eddie.status, 422)
  await eddie.walk('report-title-problem')
})

story('an editor looks a figure up and changes what it counts, and a disclosure reviewer reads it', async ({ enter }) => {
  const eddie = await enter('editor')
  const { page } = eddie
  await eddie.go('/programmes/invented-programme/figures/new')
  await eddie.walk('figure-form')
  await eddie.press('Define')
  assert.equal(eddie.status, 422)
  await eddie.walk('figure-form-problem')
  await defineFigure(eddie)
  await eddie.follow('Figures')
  await eddie.walk('figures-choose')
  await eddie.follow(programme)
  await eddie.walk('figures')
  await eddie.follow('Inspections of every kind')
  await eddie.press('Change this figure')
  await eddie.walk('figure-change')
  await page.getByLabel('Title', { exact: true }).fill('Inspections, whatever their kind')
  await eddie.press('Change')
  await eddie.hears('Inspections, whatever their kind')

  const dilys = await enter('disclosure.reviewer')
  await dilys.follow('Figures')
  await dilys.follow(programme)
  await dilys.seesNot('Define a figure')
  await dilys.walk('figures-to-read')
  await dilys.follow('Inspections, whatever their kind')
  await dilys.seesNot('Change this figure')
  await dilys.walk('figure-to-read')
})

story('two people write in one section at once, and no word of either is lost', async ({ enter }) => {
  const eddie = await enter('editor')
  await defineFigure(eddie)
  await startReport(eddie)
  await addSection(eddie)
  await eddie.press('Add the section')
  const section = new URL(eddie.page.url()).pathname

  const anouk = await enter('analyst')
  await anouk.go(section)
  await eddie.go(section)
  await text(eddie).fill('What the editor wrote.')
  await text(anouk).fill('What the analyst wrote.')
  await eddie.press('Save')
  await anouk.press('Save')
  assert.equal(anouk.status, 409)
  await anouk.sees('Somebody else changed this section while you were writing.')
  await anouk.sees('What the editor wrote.')
  assert.equal(await text(anouk).inputValue(), 'What the analyst wrote.')
  await anouk.walk('report-conflict')
  await text(anouk).fill('What both wrote.')
  await anouk.press('Save')
  await anouk.sees('The section is saved.')
  await anouk.follow('History')
  await anouk.page.getByText('based on revision 1').click()
  await anouk.sees('What the analyst wrote.')
  await anouk.walk('report-history')
  await anouk.go(`${section}/set-aside`)
  await anouk.walk('report-set-aside')
  await anouk.follow('History')
  await anouk.follow('Revision 2')
  await anouk.sees('What the editor wrote.')
  await anouk.walk('report-revision')
})

story('without scripts a section is previewed, moved and removed as well', async ({ enter }) => {
  const eddie = await enter('editor', { javascript: false })
  await defineFigure(eddie)
  await startReport(eddie)
  await addSection(eddie)
  await eddie.press('Preview')
  await preview(eddie).getByText(/The programme rests on \d+ \(provisional/).waitFor()
  assert.equal(await text(eddie).inputValue(), 'The programme rests on {figure:inspections} inspections.')
  await eddie.walk('report-preview-without-scripts')
  await eddie.press('Add the section')
  await eddie.follow('A first report')
  await eddie.leads(() => eddie.page.getByRole('button', { name: 'Add a section' }).click())
  await eddie.page.getByLabel('Title', { exact: true }).fill('Why it matters')
  await text(eddie).fill('Because.')
  await eddie.press('Add the section')
  await eddie.follow('A first report')
  await eddie.press('Move up “Why it matters”')
  assert.match(await eddie.page.locator('.app-report-section').first().innerText(), /Why it matters/)
  await eddie.follow('Remove “Why it matters”')
  await eddie.walk('report-remove')
  await eddie.press('Remove')
  assert.equal(eddie.status, 422)
  await eddie.page.getByLabel('Why is it removed?').fill('It is said elsewhere.')
  await eddie.press('Remove')
  await eddie.sees('Removed sections')
  await eddie.walk('report-with-removed')
  await eddie.go('/programmes/invented-programme/reports/a-first-report/removed-sections')
  await eddie.walk('report-removed-sections')
})
