// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Along the chain of the invented programme, from a theme to the passages coded with it
// and from a finding to what was recommended and answered, as those inside read it.

import assert from 'node:assert/strict'
import { storyOfProgramme } from './story.mjs'

const programme = '/programmes/child-protection-2014-to-2019'

for (const javascript of [true, false])
  storyOfProgramme(`a theme leads to the document that speaks of it ${javascript ? 'with' : 'without'} JavaScript`, async ({ enter }) => {
    const anouk = await enter('analyst', { javascript })
    const { page } = anouk
    await anouk.follow('Codebook')
    await anouk.follow('Invented programme of child protection inspections, 2014 to 2019')
    await anouk.hears('Codebook')
    const [, , inspections, forces] = await page.getByRole('row').filter({ hasText: 'Grading of calls' }).locator('th, td').all()
    const [counted, of] = [await inspections.innerText(), await forces.innerText()]
    assert.ok(Number(counted) > 10 && Number(of) > 2, 'evidence of many inspections speaks of it')
    await anouk.walk('codebook-of-the-programme')

    await anouk.follow('Grading of calls')
    await anouk.sees(`${counted} inspections of ${of} forces`)
    await anouk.walk('theme-of-the-programme')
    const words = await page.locator('.app-passage blockquote').first().innerText()
    await anouk.leads(() => page.locator('.app-passage').first().getByRole('link').first().click())
    await anouk.sees(words.slice(0, 40))
    await anouk.walk('document-coded')
  })

/** Chooses among the options of a list that has the focus, as hands do. */
async function choose(visitor, label, words) {
  await visitor.tabTo(visitor.page.getByLabel(label, { exact: true }))
  await visitor.page.keyboard.type(words)
}

async function enterOn(visitor, place) {
  await visitor.tabTo(place)
  await visitor.leads(() => visitor.page.keyboard.press('Enter'))
}

storyOfProgramme('with the keyboard alone the register is narrowed, and leads down to the findings and across to the answers', async ({ enter }) => {
  const anouk = await enter('analyst')
  const { page } = anouk
  const link = (name) => page.getByRole('link', { name }).first()
  await anouk.go('/inspections/inkmarsh-child-protection-inspection-2019')
  await enterOn(anouk, link('Findings of this inspection'))
  await anouk.hears('Findings')
  await anouk.walk('findings-of-the-programme')
  await page.reload() // the walk left the focus somewhere

  await enterOn(anouk, link(/^1\. /))
  await anouk.hears('Finding 1')
  await anouk.sees('What it rests on')
  await anouk.walk('finding-of-the-programme')

  await anouk.go('/inspections/inkmarsh-child-protection-inspection-2019')
  await enterOn(anouk, link('Recommendations of the programme'))
  await anouk.hears('Recommendations')
  await anouk.walk('register-of-the-programme')
  await page.reload()
  await choose(anouk, 'Term', 'Immediately')
  await choose(anouk, 'Kind of addressee', 'Police force')
  await enterOn(anouk, page.getByRole('button', { name: 'Filter' }))
  const terms = await page.locator('tbody tr').allInnerTexts()
  assert.ok(terms.length > 1 && terms.every((words) => words.includes('Immediately')))

  await enterOn(anouk, link('r-001'))
  await anouk.hears('Recommendation r-001')
  await anouk.sees('The findings beneath it')
  await anouk.walk('recommendation-of-the-programme')
  await page.reload()
  await enterOn(anouk, link('What bodies said to it'))
  await anouk.hears('Answers to recommendation r-001')
  await anouk.sees('Action taken')
  await anouk.walk('answers-to-one-recommendation')
})

storyOfProgramme('an analyst reads the dashboard, before and after, and what an evaluator found', async ({ enter }) => {
  const anouk = await enter('analyst')
  await anouk.go(`${programme}/insight`)
  await anouk.sees('These cases were graded on 2 scales, which are never counted together.')
  await anouk.walk('insight-two-scales')
  await anouk.follow('Good, requires improvement, inadequate (2015)')
  await anouk.sees(/below “.+”, by area/)
  await anouk.walk('insight-of-the-programme')
  await anouk.leads(() => anouk.page.locator('table').last().getByRole('link').first().click())
  await anouk.sees(/^Only /)

  await anouk.go(`${programme}/before-and-after`)
  await anouk.hears('Before and after')
  await anouk.sees('Bobbindale re-inspection, 2018')
  await anouk.walk('before-and-after')

  await anouk.go('/responses?publication=second')
  await anouk.sees(/^Invented: /)
  await anouk.walk('responses-of-the-programme')
  await anouk.follow('Evaluations of this publication')
  await anouk.sees(/^Invented: /)
  await anouk.walk('evaluations-of-the-programme')
  await anouk.follow('Did the inspections change what happens to children? An independent evaluation')
  await anouk.sees('Plumbline Institute')
  await anouk.walk('evaluation-of-the-programme')
})
