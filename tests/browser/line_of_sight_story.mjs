// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The whole line of sight, hand to hand: a case is assessed and agreed, a passage is
// coded, both are counted, a report says the numbers, an edition is published, and a
// reader without an account asks one of its figures what it counts.

import assert from 'node:assert/strict'
import { judgeAll, openCase } from './assessing.mjs'
import { finishInspection, inspection, openInspection, openPublication } from './publishing.mjs'
import { story } from './story.mjs'

const programme = '/programmes/invented-programme'

async function assess(ines) {
  const number = await openCase(ines, 'Not begun')
  await judgeAll(ines, 'Inadequate')
  await ines.press('Submit for moderation')
  await ines.sees('Submitted. It waits for a moderator.')
  return new URL(ines.page.url()).pathname
}

async function codePassage(ines) {
  await openInspection(ines)
  await ines.follow('Evidence: interviews, observations and documents')
  await ines.press('Record a note')
  await ines.page.getByLabel('Title').fill('Interview with a sergeant')
  await ines.page.getByLabel('What was said or seen').fill('Nobody rang back.')
  await ines.press('Record')
  await ines.follow('Themes coded in this document')
  await ines.page.getByLabel('From paragraph').fill('1')
  await ines.page.getByLabel('Calls that are not returned').check()
  await ines.press('Code the passage')
}

async function addTheme(anouk) {
  await anouk.go(`${programme}/codebook/add`)
  await anouk.page.getByLabel('Name', { exact: true }).fill('Calls that are not returned')
  await anouk.page.getByLabel('What it means').fill('Nobody rings back who was asked to.')
  await anouk.press('Add')
}

async function define(anouk, key, title, fill) {
  await anouk.go(`${programme}/figures/new`)
  await anouk.page.getByLabel('Title', { exact: true }).fill(title)
  await anouk.page.getByLabel('Alternative text').fill(`What was counted for “${title}”.`)
  await anouk.page.getByLabel('Key (optional)').fill(key)
  await fill(anouk.page)
  await anouk.press('Define')
  await anouk.hears(title)
}

async function writeReport(eddie) {
  await eddie.go(`${programme}/reports/start`)
  await eddie.page.getByLabel('Title', { exact: true }).fill('Calls about children')
  await eddie.page.getByLabel('Summary').fill('What one invented inspection found.')
  await eddie.press('Start')
  await eddie.press('Add a section')
  await eddie.page.getByLabel('Title', { exact: true }).fill('Too few calls are returned')
  await eddie.page
    .getByLabel('Text', { exact: true })
    .fill('Of the cases, {figure:inadequate} were inadequate.\n\n```figure\ninadequate\n```\n\nThe theme came up in {figure:calls count} inspection.')
  await eddie.press('Add the section')
}

async function publish(eddie) {
  await eddie.go(`${programme}/reports/calls-about-children/publish`)
  await eddie.sees('What will happen')
  await eddie.walk('publish')
  await eddie.page.getByLabel('Press release').fill('# Calls about children\n\nA report on {figure:inadequate} is out.')
  await eddie.press('Publish edition 1')
  await eddie.walk('edition')
  return new URL(eddie.page.url()).pathname.split('/').pop()
}

story('a case is judged, agreed, counted and published, and a reader asks what a figure counts', async ({ enter, operate }) => {
  const ines = await enter('inspector')
  const address = await assess(ines)
  const number = address.match(/cases\/([^/]+)/)[1]
  const maud = await enter('moderator')
  await maud.go(address)
  await maud.press('Agree this assessment')
  await maud.sees('Agreed.')

  const anouk = await enter('analyst')
  await addTheme(anouk)
  await codePassage(ines)
  const eddie = await enter('editor')
  await finishInspection(await enter('programme.manager'), maud, eddie)
  await define(anouk, 'inadequate', 'Cases that were inadequate', async (page) => {
    await page.getByLabel('A share of cases', { exact: true }).check()
    await page.getByLabel('Scale', { exact: true }).selectOption({ index: 1 })
    await page.getByLabel('Area', { exact: true }).selectOption({ label: 'Overall' })
    await page.getByLabel('Inadequate', { exact: true }).check()
  })
  await anouk.walk('figure')
  await define(anouk, 'calls', 'Calls that are not returned', async (page) => {
    await page.getByLabel('Inspections in which a theme was coded').check()
    await page.getByLabel('Theme', { exact: true }).selectOption({ label: 'Calls that are not returned' })
  })

  await writeReport(eddie)
  const edition = await publish(eddie)
  await operate('edition', 'verify', edition)
  const explained = await operate('figure', 'explain', edition, 'inadequate')
  const { count, of } = JSON.parse(explained.match(/^Value +(.*)$/m)[1])
  assert.ok(count >= 1 && of > count, explained)
  assert.match(explained, new RegExp(`^Counted: ${count}$`, 'm'))
  assert.match(explained, new RegExp(`^In the whole, not counted: ${of - count}$`, 'm'))
  const [, counted, rest] = explained.split(/^(?:Counted|In the whole).*$/m)
  assert.match(counted, new RegExp(`^  Case ${number}, as inspectors assessed it, revision 3$`, 'm'))
  assert.equal(counted.match(/^  Case /gm).length, count)
  assert.doesNotMatch(rest, new RegExp(`^  Case ${number}, as inspectors`, 'm'))

  await anouk.go(`/editions/${edition}/figures/inadequate`)
  await anouk.sees(`Counted: ${count}`)
  await anouk.walk('figure-explained-in-parts')

  const reader = await enter()
  await openPublication(reader, 'Calls about children')
  await reader.walk('publication-of-ours')
  await reader.follow('Read the report online')
  await reader.walk('edition-index')
  await reader.follow('Too few calls are returned')
  await reader.walk('edition-chapter')
  await reader.leads(() => reader.page.getByRole('link', { name: /fewer than 5|of/ }).first().click())
  await reader.hears('Cases that were inadequate')
  await reader.sees(inspection)
  await reader.walk('edition-figure')
  await reader.seesNot('Case ')
})
