// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// GOV.UK Frontend's stylesheet without what only GOV.UK may show (its typeface,
// crown and crest) and without the components that no page of ours uses.

/** What must not be left anywhere in what we ship. */
export const reserved = /GDS Transport|crest|crown|logotype/i

const fontStack = '"Open Sans",Arial,sans-serif'

const dropped = new RegExp(
  'govuk-footer__(crown|copyright-logo|licence)|govuk-header(?![a-z])|govuk-logo|logotype|' +
    'govuk-(accordion|cookie-banner|exit-this-page|feedback|language-navigation)'
)

export function withoutReserved(css) {
  const replaced = css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', fontStack)
  return pruned(replaced)
}

/** The sheet without rules whose selectors are all dropped, at any depth. */
function pruned(css) {
  let kept = ''
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf('{', at)
    const end = css.indexOf(';', at)
    if (end !== -1 && (open === -1 || end < open)) {
      kept += css.slice(at, end + 1)
      at = end + 1
      continue
    }
    if (open === -1) return kept + css.slice(at)
    const close = closing(css, open)
    kept += keptRule(css.slice(at, open).trim(), css.slice(open + 1, close))
    at = close + 1
  }
  return kept
}

function keptRule(prelude, body) {
  // Written for browsers long gone and not valid CSS.
  if (prelude.startsWith('@-moz-document') || prelude.includes('\\0')) return ''
  if (/^@(media|supports)/.test(prelude)) {
    const inner = pruned(body)
    return inner === '' ? '' : `${prelude}{${inner}}`
  }
  if (prelude.startsWith('@')) return dropped.test(prelude) ? '' : `${prelude}{${body}}`
  const selectors = prelude.split(/,(?![^(]*\))/).filter((selector) => !dropped.test(selector))
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`
}

function closing(css, open) {
  let depth = 0
  for (let at = open; at < css.length; ++at) {
    if (css[at] === '{') ++depth
    if (css[at] === '}' && --depth === 0) return at
  }
  throw new Error('the stylesheet of GOV.UK Frontend is not balanced')
}
