// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// From the invented inspection to the public site, as the people do it whose steps these are.

export const inspection = 'Quillshire child protection inspection, 2026'

export async function openInspection(visitor) {
  await visitor.follow('Programme')
  await visitor.follow(inspection)
}

/** To the stage in which it counts and may be quoted: each step by whose it is. */
export async function finishInspection(petra, maud, eddie) {
  await openInspection(petra)
  await petra.follow('Change the dates')
  await petra.page.getByRole('group', { name: 'Report published' }).getByLabel('Year').fill('2026')
  await petra.press('Save the dates')
  for (const [visitor, step] of [[petra, 'Begin moderation'], [maud, 'Begin the report'], [eddie, 'Mark as published']]) {
    await openInspection(visitor)
    await visitor.press(step)
  }
}

/** The page of a publication. The public pages are rendered anew a few seconds after something was published. */
export async function openPublication(reader, title) {
  const link = reader.page.getByRole('link', { name: title, exact: true })
  do await reader.go('/')
  while ((await link.count()) === 0 && (await reader.page.waitForTimeout(500), true))
  await reader.follow(title)
  await reader.hears(title)
}
