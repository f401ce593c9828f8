// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT

import assert from 'node:assert/strict'
import { areas, openCase, reason } from './assessing.mjs'
import { password } from './served.mjs'
import { story } from './story.mjs'

story('whoever signs out leaves nothing behind for the next person at that screen', async ({ enter }) => {
  const ines = await enter('inspector')
  await openCase(ines, 'Returned')
  await ines.press('Sign out')
  await ines.sees('You have signed out.')
  await ines.walk('signed-out')
  await ines.leads(() => ines.page.goBack({ waitUntil: 'commit' }))
  await ines.hears('Sign in')
  await ines.seesNot('Quillshire')
  await ines.seesNot('Ines')
})

story('whose session has ended signs in again and is back where they were', async ({ enter }) => {
  const ines = await enter('inspector')
  await openCase(ines, 'Returned')
  const place = ines.page.url()
  const overall = reason(ines, areas.at(-1))
  await overall.fill('Typed before the session ended.')
  await ines.context.clearCookies({ name: '__Host-sightline' })
  await ines.sees(/^Not saved: you are no longer signed in/)
  assert.equal(await overall.inputValue(), 'Typed before the session ended.')
  await ines.press('Save draft')
  assert.equal(ines.status, 403)
  await ines.hears('You have been signed out')
  assert.equal(
    await ines.page.getByLabel('Reason overall').inputValue(), 'Typed before the session ended.',
    'what was typed can be copied'
  )
  await ines.walk('signed-out-while-typing')

  await ines.go(`${new URL(place).pathname}?done=saved`)
  await ines.hears('Sign in')
  await ines.page.getByLabel('E-mail address').fill('inspector@example.org')
  await ines.page.getByLabel('Password', { exact: true }).fill('not the password')
  await ines.press('Sign in')
  assert.equal(ines.status, 422)
  await ines.walk('sign-in-problem')
  assert.equal(await ines.page.getByLabel('E-mail address').inputValue(), 'inspector@example.org')
  assert.equal(await ines.page.getByLabel('Password', { exact: true }).inputValue(), '')
  await ines.page.getByLabel('Password', { exact: true }).fill(password)
  await ines.press('Sign in')
  assert.equal(new URL(ines.page.url()).pathname, new URL(place).pathname)
  assert.equal(ines.status, 200)
})

/** Writes, loses the session, and signs in as `account` in another tab of the same browser. */
async function writeThenSignInElsewhere(ines, account) {
  await openCase(ines, 'Returned')
  await reason(ines, areas[0]).fill('Typed before the session ended.')
  await ines.context.clearCookies({ name: '__Host-sightline' })
  await ines.sees(/^Not saved: you are no longer signed in/)
  const tab = await ines.context.newPage()
  await tab.goto('/sign-in')
  await tab.getByLabel('E-mail address').fill(`${account}@example.org`)
  await tab.getByLabel('Password', { exact: true }).fill(password)
  await tab.getByRole('button', { name: 'Sign in', exact: true }).click()
  await tab.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
}

story('whoever signs in again in another tab goes on writing, and what was typed before is saved', async ({ enter }) => {
  const ines = await enter('inspector')
  await writeThenSignInElsewhere(ines, 'inspector')
  await reason(ines, areas[1]).fill('Typed afterwards.')
  await ines.sees(/^Saved at/)
  await ines.page.reload()
  assert.equal(await reason(ines, areas[0]).inputValue(), 'Typed before the session ended.')
  assert.equal(await reason(ines, areas[1]).inputValue(), 'Typed afterwards.')
})

story('what one person typed is not saved in the name of another who signs in at the same screen', async ({ enter }) => {
  const ines = await enter('inspector')
  await writeThenSignInElsewhere(ines, 'lead.inspector')
  const tried = ines.page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await reason(ines, areas[1]).fill('Typed afterwards.')
  assert.equal((await tried).status(), 403)
  await ines.sees(/^Not saved: you are no longer signed in/)
  assert.equal(await reason(ines, areas[0]).inputValue(), 'Typed before the session ended.')
})

story('somebody who forgot a browser elsewhere changes their password, and that browser is signed out', async ({ enter }) => {
  const elsewhere = await enter('inspector')
  const ines = await enter('inspector')
  await ines.follow('Ines Foolscap (your account)')
  await ines.walk('account')
  await ines.leads(() => ines.page.getByRole('link', { name: 'Change your password' }).click())
  await ines.walk('change-password')
  await ines.page.getByLabel('Your password now').fill(password)
  await ines.page.getByLabel('New password', { exact: true }).fill('another invented password')
  await ines.page.getByLabel('New password once more').fill('another invented password')
  await ines.press('Change password')
  await ines.sees('Your password was changed. Everywhere else you have been signed out.')
  await elsewhere.go('/work')
  await elsewhere.hears('Sign in')
})
