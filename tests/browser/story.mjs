// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// A story: people with browsers of their own, and the program that they work with.
//
//   story('an inspector signs in', async ({ enter }) => {
//     const ines = await enter('inspector')
//     await ines.go('/work')
//     await ines.sees('Cases assigned to you')
//     await ines.walk('my-work')
//   })
//
// A file can be run alone: node --test tests/browser/keyboard_story.mjs
//
//   SIGHTLINE_CHROMIUM     the browser; Debian's Chromium without a window unless set
//   SIGHTLINE_PATIENCE     how many seconds a page may take to say something; 60 unless set
//   SIGHTLINE_SCREENSHOTS  a folder for pictures of the pages; none are taken unless set

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { chromium } from 'playwright-core'
import { password, removeDemonstrations, serve } from './served.mjs'
import { problemsOf, twinOf, wide } from './walked_page.mjs'

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'
]

let started

function browser() {
  started ??= chromium.launch({
    executablePath: process.env.SIGHTLINE_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
    args: flags,
    // Without this a page that was left is never kept, and going back would prove nothing.
    ignoreDefaultArgs: ['--disable-back-forward-cache']
  })
  return started
}

after(async () => {
  if (started) await (await started).close()
  await removeDemonstrations()
})

/** One test: its own copy of the demonstration, and visitors that come and go in it. */
export function story(name, tell) {
  told(name, tell, 'begun')
}

/** The same, where the invented programme has been inspected, reported and answered. */
export function storyOfProgramme(name, tell) {
  told(name, tell, 'published')
}

function told(name, tell, kind) {
  test(name, async (t) => {
    const served = await serve(kind)
    const visitors = []
    const titles = new Map()
    t.after(async () => {
      for (const visitor of visitors) await visitor.leave()
      await served.stop()
    })
    try {
      await tell({
        operate: served.operate,
        /** Somebody with a browser; signed in as `account`@example.org unless that is left out. */
        async enter(account, options = {}) {
          const visitor = new Visitor(served.address, titles)
          visitors.push(visitor)
          await visitor.open(options)
          if (account) await visitor.signIn(account)
          return visitor
        }
      })
    } catch (error) {
      for (const visitor of visitors) {
        t.diagnostic(`the last page was ${visitor.answer?.status()} ${visitor.page?.url()}`)
        for (const fault of visitor.faults) t.diagnostic(fault)
      }
      throw error
    }
    assert.deepEqual(visitors.flatMap((visitor) => visitor.faults), [], 'nothing is wrong with any page walked')
  })
}

class Visitor {
  faults = []

  constructor(address, titles) {
    this.address = address
    this.titles = titles
  }

  async open({ javascript = true } = {}) {
    this.javascript = javascript
    this.context = await (await browser()).newContext({
      baseURL: this.address,
      viewport: wide,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      javaScriptEnabled: javascript
    })
    this.page = await this.context.newPage()
    this.page.setDefaultTimeout(Number(process.env.SIGHTLINE_PATIENCE ?? 60) * 1000)
    this.page.on('pageerror', (error) => this.faults.push(`script: ${error.message}`))
    this.page.on('console', (message) => {
      // The status of an answer is looked at below; what else is an error is one.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource: the server responded'))
        this.faults.push(`console: ${message.text()}`)
    })
    this.page.on('response', (response) => {
      const request = response.request()
      if (request.isNavigationRequest()) this.answer = response
      else if (request.resourceType() !== 'fetch' && response.status() >= 400)
        this.faults.push(`${response.status()} ${response.url()}`)
    })
  }

  async leave() {
    await this.context?.close()
  }

  async signIn(account, secret = password) {
    await this.go('/sign-in')
    await this.page.getByLabel('E-mail address').fill(`${account}@example.org`)
    await this.page.getByLabel('Password', { exact: true }).fill(secret)
    await this.press('Sign in')
    await this.page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
  }

  /** Opens an address; `status` is what the program is to answer. */
  async go(path, status = 200) {
    const answer = await this.page.goto(path)
    assert.equal(answer.status(), status, `${path} for ${this.address}`)
  }

  /** Presses a button and waits for the page that it leads to. */
  async press(name) {
    await this.leads(() => this.page.getByRole('button', { name, exact: true }).click())
  }

  async follow(name) {
    await this.leads(() => this.page.getByRole('link', { name, exact: true }).first().click())
  }

  /** Presses Tab, as often as a person would bear, until `place` has the focus. */
  async tabTo(place) {
    for (let presses = 0; presses < 60; ++presses) {
      await this.page.keyboard.press('Tab')
      if (await place.evaluate((element) => element === document.activeElement)) return
    }
    assert.fail(`the keyboard does not reach ${place}`)
  }

  /** Does something that loads a page. */
  async leads(act) {
    const loaded = this.page.waitForEvent('load')
    await act()
    await loaded
  }

  /** The status of the page before them. */
  get status() {
    return this.answer.status()
  }

  /** Waits until the page says so, somewhere that can be seen. */
  async sees(words) {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor()
  }

  async seesNot(words) {
    const text = await this.page.locator('html').innerText()
    assert.ok(!text.includes(words), `${this.page.url()} says nothing of “${words}”`)
    assert.ok(!(await this.page.content()).includes(words), `nor does its source`)
  }

  async hears(title) {
    assert.equal(await this.page.getByRole('heading', { level: 1 }).innerText(), title)
  }

  /**
   * Holds the page against what holds on every page; keeps a picture under `name`. What is wrong is told at
   * the end of the story, so that one run tells it of every page.
   */
  async walk(name) {
    if (this.answer.request().method() === 'GET') await this.assertOwnAddress()
    const page = this.javascript ? this.page : await twinOf(this.page)
    for (const problem of await problemsOf(page, name)) this.faults.push(`${name}: ${problem}`)
    if (page !== this.page) await page.context().close()
  }

  /** A page that can be asked for has a title of its own, and a private one is kept by no browser. */
  async assertOwnAddress() {
    await this.assertTitleIsItsOwn()
    if (await this.isSignedIn())
      assert.match((await this.answer.allHeaders())['cache-control'] ?? '', /no-store/, this.page.url())
  }

  async isSignedIn() {
    return (await this.page.getByRole('button', { name: 'Sign out' }).count()) > 0
  }

  async assertTitleIsItsOwn() {
    const title = await this.page.title()
    const path = new URL(this.page.url()).pathname
    const other = this.titles.get(title) ?? path
    this.titles.set(title, path)
    assert.equal(other, path, `two pages are called “${title}”`)
  }
}
