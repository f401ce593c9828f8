// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Builds what browsers load: node web/build.mjs [DIRECTORY], build/web unless said.
//
//   sightline.css  GOV.UK Frontend without what is GOV.UK's own, then web/styles/
//   sightline.js   its behaviour for the components we use, from web/sightline.ts
//   NAME.js        one module for each web/NAME/NAME.ts (pages that need hands)
//   icon.svg       the icon in the browser's tab
//
// Nothing else of the package is shipped: its fonts and images are reserved to
// GOV.UK. The build stops if a trace of them is left.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { reserved, withoutReserved } from './govuk_css.mjs'

const web = dirname(fileURLToPath(import.meta.url))
const root = dirname(web)

export async function buildWeb(into) {
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  await buildStyles(into)
  await buildScripts(into)
  copyFileSync(join(web, 'icon.svg'), join(into, 'icon.svg'))
  for (const name of readdirSync(into)) {
    const found = readFileSync(join(into, name), 'utf8').match(reserved)
    if (found) throw new Error(`${name} contains "${found[0]}", which is reserved to GOV.UK`)
  }
}

async function buildStyles(into) {
  const govuk = join(root, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css')
  if (!existsSync(govuk)) throw new Error(`${govuk} is missing: run npm ci first`)
  const sheets = readdirSync(join(web, 'styles')).filter((name) => name.endsWith('.css')).sort()
  const own = sheets.map((name) => readFileSync(join(web, 'styles', name), 'utf8'))
  const all = [withoutReserved(readFileSync(govuk, 'utf8')), ...own].join('\n')
  const { code, warnings } = await transform(all, { loader: 'css', minify: true, target: ['es2020'] })
  if (warnings.length > 0) throw new Error(warnings.map((warning) => warning.text).join('\n'))
  writeFileSync(join(into, 'sightline.css'), code)
}

async function buildScripts(into) {
  const modules = readdirSync(web, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(web, entry.name, `${entry.name}.ts`)))
    .map((entry) => join(web, entry.name, `${entry.name}.ts`))
  await build({
    entryPoints: [join(web, 'sightline.ts'), ...modules],
    outdir: into,
    entryNames: '[name]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020'],
    legalComments: 'none',
    logLevel: 'warning'
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWeb(resolve(process.argv[2] ?? join(root, 'build/web')))
}
