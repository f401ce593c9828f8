// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { story } from './story.mjs'

const note = [
  'The sergeant said: “We ask where the child is, then who with 🦋.”',
  'Cafe\u0301 owners rang twice. Nobody rang back.',
  'The log was closed the same night.'
].join('\n\n')

async function openCodebook(visitor) {
  await visitor.follow('Codebook')
  await visitor.follow('Invented programme for the demonstration')
  await visitor.hears('Codebook')
}

async function addTheme(visitor, name, below) {
  await openCodebook(visitor)
  await visitor.press('Add a theme')
  await visitor.page.getByLabel('Name', { exact: true }).fill(name)
  if (below) await visitor.page.getByLabel('Place').selectOption({ label: `Below “${below}”` })
  await visitor.page.getByLabel('What it means').fill(`What evidence of “${name}” says.`)
  await visitor.press('Add')
  await visitor.hears(name)
}

/** The inspection of the demonstration, with a note that Ines has just written down. */
async function writeNote(ines) {
  await ines.follow('Programme')
  await ines.follow('Quillshire child protection inspection, 2026')
  await ines.follow('Evidence: interviews, observations and documents')
  await ines.press('Record a note')
  await ines.page.getByLabel('Title').fill('Interview with a sergeant')
  await ines.page.getByLabel('What was said or seen').fill(note)
  await ines.press('Record')
  await ines.hears('Interview with a sergeant')
}

const passage = (visitor, number) =>
  visitor.page.locator('.app-coded-passage').filter({ has: visitor.page.getByRole('link', { name: `Passage ${number}`, exact: true }) })

story('a passage is coded with the keyboard alone, by its paragraphs without scripts, and counted once', async ({ enter }) => {
  const ann = await enter('analyst')
  await openCodebook(ann)
  await ann.sees('There are no themes yet.')
  await addTheme(ann, 'Missing children')
  await addTheme(ann, 'Calls that are not returned', 'Missing children')
  for (const name of ['Voice of the child', 'Records', 'Supervision', 'Partners', 'Risk', 'Detention']) await addTheme(ann, name)
  await ann.walk('theme-new')

  const ines = await enter('inspector')
  const { page } = ines
  await writeNote(ines)
  await ines.follow('Themes coded in this document')
  await ines.walk('coding-empty')

  // “child … 🦋”, with the keyboard alone.
  await page.reload()
  const text = page.getByRole('group', { name: 'Text of the document' })
  await ines.tabTo(text)
  for (let i = 0; i < 'The sergeant said: “We ask where the '.length; ++i) await page.keyboard.press('ArrowRight')
  for (let i = 0; i < 'child is, then who with 🦋'.length - 1; ++i) await page.keyboard.press('Shift+ArrowRight')
  await ines.sees('Selected, 25 characters: “child is, then who with 🦋”')
  await page.keyboard.press('Enter')
  await page.keyboard.type('missing')
  assert.ok(!(await page.getByLabel('Voice of the child').isVisible()), 'what was not looked for is out of the way')
  await ines.tabTo(page.getByLabel('Missing children', { exact: true }))
  await page.keyboard.press('Space')
  await ines.walk('coding-selected')
  await page.getByRole('button', { name: 'Code selection' }).focus()
  await ines.leads(() => page.keyboard.press('Enter'))
  assert.equal(await passage(ines, 1).locator('blockquote').innerText(), 'child is, then who with 🦋')

  // “Café owners rang twice.” by the mouse, from a letter made of two characters.
  const second = page.locator('#paragraph-2 [data-at]')
  await second.scrollIntoViewIfNeeded()
  const [from, to] = await second.evaluate((run) => [0, 24].map((at) => {
    const letter = document.createRange()
    letter.setStart(run.firstChild, at)
    letter.setEnd(run.firstChild, at + 1)
    const { left, top, height } = letter.getBoundingClientRect()
    return { x: left, y: top + height / 2 }
  }))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 10 })
  await page.mouse.up()
  await ines.sees('Selected, 24 characters: “Cafe\u0301 owners rang twice.”')
  await page.getByLabel('Calls that are not returned').check()
  await page.getByLabel('Memo (optional)').fill('Ask who takes these calls.')
  await ines.press('Code selection')
  assert.equal(await passage(ines, 2).locator('blockquote').innerText(), 'Cafe\u0301 owners rang twice.')
  await ines.sees('Ask who takes these calls.')

  const plain = await enter('lead.inspector', { javascript: false })
  await plain.go(new URL(page.url()).pathname)
  await plain.page.getByLabel('From paragraph').fill('2')
  await plain.page.getByLabel('To paragraph (optional)').fill('3')
  await plain.press('Code the passage')
  await plain.sees('Choose at least one theme.')
  assert.equal(plain.status, 422)
  await plain.walk('coding-refused')
  await plain.page.getByLabel('Records').check()
  await plain.press('Code the passage')
  assert.match(await passage(plain, 3).locator('blockquote').innerText(), /^Cafe\u0301 owners[^]*same night\.$/)
  await plain.walk('coding-three')
  assert.equal(await passage(plain, 1).getByRole('button', { name: /Remove/ }).count(), 0, 'that one is not theirs')

  await page.reload()
  await passage(ines, 2).getByText('Change the memo').click()
  await passage(ines, 2).getByLabel('Memo').fill('The desk takes them.')
  await ines.press('Keep the memo')
  await ines.sees('The desk takes them.')
  await ines.leads(() => passage(ines, 1).getByRole('button', { name: /^Remove/ }).click())
  await ines.walk('coding')
  assert.equal(await page.locator('.app-coded-passage').count(), 2)

  await openCodebook(ann)
  const counts = await ann.page.getByRole('row').filter({ hasText: 'Missing children' }).first().locator('td').allInnerTexts()
  assert.deepEqual(counts.slice(-2), ['1', '1'], 'counted by the theme below it')
  await ann.walk('codebook')
  await ann.follow('Missing children')
  await ann.sees('Cafe\u0301 owners rang twice.')
  await ann.walk('theme')
  await ann.press('Revise')
  await ann.walk('theme-revise')
})
