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

// Without "region": the back link stands outside the landmarks, as in GOV.UK's own template.
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything wrong with the page as it stands, at both widths; leaves it wide. */
export async function problemsOf(page, name) {
  const problems = [...(await headingsAndTitle(page)), ...(await hiddenFocus(page))]
  for (const size of [narrow, wide]) {
    await page.setViewportSize(size)
    problems.push(...(await foundByAxe(page, size.width)))
    if (size === narrow) problems.push(...(await tooWide(page, size.width)))
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
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).disableRules('region').analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `at ${width} pixels axe-core finds ${id}: ${help}: ${node.html}`)
  )
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
    // As after loading: the next Tab begins at the top.
    document.activeElement.blur()
    getSelection().setPosition(document.body, 0)
    scrollTo(0, 0)
    return found
  })
}

/** SIGHTLINE_SCREENSHOTS names a folder: every page with a name is kept there as a PNG. */
async function keepPicture(page, name, width) {
  const folder = process.env.SIGHTLINE_SCREENSHOTS
  if (!folder || !name) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
}
