// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The assessment form of the invented inspection, as somebody fills it in.

/** In the order of the form; the case as a whole comes last. */
export const areas = [
  ['leadership', 'Leadership, management and governance'],
  ['initial-contact', 'Initial contact'],
  ['assessment-and-help', 'Assessment and help'],
  ['investigation', 'Investigation'],
  ['decision-making', 'Decision-making'],
  ['trusted-adult', 'Trusted adult'],
  ['managing-risk', 'Managing those who pose a risk'],
  ['police-detention', 'Police detention'],
  ['overall', 'Overall']
].map(([key, name]) => ({ key, name }))

export function outcome(visitor, area, label) {
  return visitor.page.getByRole('group', { name: area.name, exact: true }).getByRole('radio', { name: label, exact: true })
}

export function reason(visitor, area) {
  return visitor.page.getByLabel(`Reason for ${area.name}`, { exact: true })
}

export async function judge(visitor, area, label, words) {
  await outcome(visitor, area, label).check()
  await reason(visitor, area).fill(words)
}

export async function judgeAll(visitor, label, words = (area) => `What the file shows about ${area.name}.`) {
  for (const area of areas) await judge(visitor, area, label, words(area))
}

/** Opens, from the list before them, the first case whose row says all of `words`; returns its number. */
export async function openCase(visitor, ...words) {
  let row = visitor.page.getByRole('row')
  for (const word of words) row = row.filter({ hasText: word })
  const link = row.first().getByRole('link')
  const [number] = (await link.innerText()).match(/\d{4}$/)
  await visitor.leads(() => link.click())
  await visitor.hears(`Case ${number}`)
  return number
}
