// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// What holds on every page, whoever looks at it: it can be used with a screen
// reader, with the keyboard alone, and on a screen 320 pixels wide.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'

export const wide = { width: 1280, height: 900 }
export const narrow = { width: 320, height: 640 }

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything wrong with the page as it stands, at both widths; leaves it wide. */
export async function problemsOf(page, name) {
  const problems = [...(await headingsAndTitle(page)), ...(await hiddenFocus(page))]
  await forgetFocus(page)
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    problems.push(...(await foundByAxe(page, size.width)))
    problems.push(...(await coveredFocus(page, size.width)))
    if (size === narrow) problems.push(...(await tooWide(page, size.width)))
    await forgetFocus(page)
    await keepPicture(page, name, size.width)
  }
  return problems
}

/** axe-core is a script: what a browser without scripts shows is looked at in a twin with them. */
export async function twinOf(page) {
  const context = await page.context().browser().newContext({ viewport: wide, locale: 'en-GB' })
  const twin = await context.newPage()
  const markup = (await page.content()).replace(/<script.*?<\/script>/gs, '')
  await twin.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body: markup }))
  await twin.goto(page.url())
  return twin
}

async function headingsAndTitle(page) {
  const problems = []
  const headings = await page.locator('h1').count()
  if (!/^.+ – Sightline$/.test(await page.title())) problems.push(`the title is “${await page.title()}”`)
  if (headings !== 1) problems.push(`${headings} main headings`)
  return problems
}

async function foundByAxe(page, width) {
  // No page has frames (html::ElementName refuses them), so there are no results of theirs to be put together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(wcag)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter(({ html }) => id !== 'region' || !isBackLink(html))
      .map(({ html }) => `at ${width} pixels axe-core finds ${id}: ${help}: ${html}`)
  )
}

/** It alone stands outside the landmarks, as in GOV.UK's own template. */
function isBackLink(html) {
  return /^<a [^>]*class="govuk-back-link"/.test(html)
}

/** Only a region that says so scrolls sideways, never the page. */
async function tooWide(page, width) {
  return page.evaluate((most) => {
    const reach = document.documentElement.scrollWidth
    if (reach <= most) return []
    const wider = [...document.querySelectorAll('main *, header *, footer *')]
      .filter((element) => !element.closest('.app-scroll, .app-chart__scroll'))
      .filter((element) => element.getBoundingClientRect().right > most + 1)
    const widest = wider.map((element) => element.outerHTML.slice(0, 100)).slice(0, 4)
    return [`at ${most} pixels the page is ${reach} wide: ${widest.join(' ')}`]
  }, width)
}

/** What can take the focus looks different while it has it. */
async function hiddenFocus(page) {
  return page.evaluate(() => {
    const watched = ['outlineStyle', 'outlineWidth', 'boxShadow', 'backgroundColor', 'borderTopWidth', 'borderTopColor']
    const look = (element) => {
      const parts = [[element, null], [element, '::before'], [element, '::after']]
      for (const label of element.labels ?? []) parts.push([label, '::before'], [label, null])
      return parts.map(([part, pseudo]) => {
        const style = getComputedStyle(part, pseudo)
        return watched.map((property) => style[property]).join()
      }).join('|')
    }
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    const found = stops
      .filter((element) => element.type !== 'hidden' && !element.disabled && element.checkVisibility())
      .filter((element) => {
        element.blur()
        const without = look(element)
        element.focus({ preventScroll: true })
        return document.activeElement === element && look(element) === without
      })
      .map((element) => `the focus does not show on ${element.outerHTML.slice(0, 120)}`)
    return found
  })
}

/** As after loading: the next Tab begins at the top, and leads to the first radio of a group that has none checked. */
async function forgetFocus(page) {
  await page.evaluate(() => {
    const met = new Set()
    for (const radio of document.querySelectorAll('input[type=radio]')) {
      if (!met.has(radio.name)) radio.focus({ preventScroll: true })
      met.add(radio.name)
    }
    document.activeElement.blur()
    getSelection().setPosition(document.body, 0)
    scrollTo(0, 0)
  })
}

/** Through the whole page with Tab and back: nothing that stays in its place covers what has the focus. */
async function coveredFocus(page, width) {
  const stays = await page.evaluate(() =>
    [...document.querySelectorAll('*')].some((element) => /sticky|fixed/.test(getComputedStyle(element).position))
  )
  if (!stays) return []
  const covered = new Set()
  for (const key of ['Tab', 'Shift+Tab']) {
    await begin(page, key)
    for (let presses = 0; presses < 200; ++presses) {
      await page.keyboard.press(key)
      const { isOver, problem } = await page.evaluate(coverOfFocus)
      if (isOver) break
      if (problem) covered.add(`at ${width} pixels with ${key}, ${problem}`)
    }
  }
  return [...covered]
}

/** The next press leaves the first, or with Shift the last, place of the page that takes the focus. */
async function begin(page, key) {
  await page.evaluate((isForward) => {
    const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, select, summary')]
      .filter((element) => !element.disabled && element.checkVisibility())
    stops.at(isForward ? 0 : -1)?.focus()
  }, key === 'Tab')
}

/** In the page: whether the way through it is over, and what covers the middle of an edge of what has the focus. */
function coverOfFocus() {
  const element = document.activeElement
  if (!element || element === document.body) return { isOver: true }
  const box = element.getBoundingClientRect()
  const staying = [...document.querySelectorAll('*')]
    .filter((other) => /sticky|fixed/.test(getComputedStyle(other).position))
    .filter((other) => !other.contains(element) && !element.contains(other))
  for (const other of staying) {
    const { top, bottom, left, right } = other.getBoundingClientRect()
    const width = Math.min(right, box.right) - Math.max(left, box.left)
    const height = Math.min(bottom, box.bottom) - Math.max(top, box.top)
    // A field higher than what is left of the screen cannot be seen whole.
    const mostHidden = Math.max(0, box.height - (innerHeight - (bottom - top)))
    if (width > 1 && height > mostHidden + 1) {
      const words = `${Math.round(height)} of ${Math.round(box.height)} pixels`
      return { isOver: false, problem: `${other.className} covers ${words} of ${element.outerHTML.slice(0, 120)}` }
    }
  }
  return { isOver: false }
}

/** SIGHTLINE_SCREENSHOTS names a folder: every page with a name is kept there as a PNG. */
async function keepPicture(page, name, width) {
  const folder = process.env.SIGHTLINE_SCREENSHOTS
  if (!folder || !name) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
}
