// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// The program as the stories meet it: a demonstration is made once, with the invented
// programme or without it, and every story is served its own copy of it, on a port of
// its own.
//
//   SIGHTLINE_PROGRAM         the program; build/dev/sightline unless set
//   SIGHTLINE_DEMONSTRATIONS  where the demonstrations lie that were made before, by
//                             demonstration.mjs; each file makes its own unless set

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { buildWeb } from '../../web/build.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const program = resolve(root, process.env.SIGHTLINE_PROGRAM ?? 'build/dev/sightline')

/** Of every account in the demonstration. */
export const password = 'an invented password'

/** What the command that makes a demonstration of each kind is told further. */
export const kinds = {
  /** Nothing has been coded, found or published by ourselves yet: made in a few seconds. */
  begun: ['--without-programme'],
  /** With the invented programme, its two reports and what came after them: made in about a minute. */
  published: []
}

const made = new Map()

/** The folder that holds the demonstration and the built stylesheet; made when first asked for. */
async function demonstration(kind) {
  if (process.env.SIGHTLINE_DEMONSTRATIONS) return shared(kind)
  if (!made.has(kind)) made.set(kind, mkdtemp(join(tmpdir(), 'sightline-browser-')).then((folder) => make(kinds[kind], folder)))
  return made.get(kind)
}

/** Where the one lies that all files copy. */
export function shared(kind) {
  return join(process.env.SIGHTLINE_DEMONSTRATIONS, kind)
}

/** Makes one in a folder, which is given back. */
export async function make(further, folder) {
  await mkdir(folder, { recursive: true })
  const web = join(folder, 'web')
  await buildWeb(web)
  const words = ['demo', '--into', join(folder, 'demo'), '--source', root, '--web', web, ...further]
  const child = spawn(program, words, {
    env: { ...process.env, SIGHTLINE_DEMO_PASSWORD: password },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const said = collected(child.stderr)
  const [code] = await once(child, 'close')
  assert.equal(code, 0, `the demonstration could not be made:\n${said.text}`)
  return folder
}

/** Those that this file made. */
export async function removeDemonstrations() {
  for (const folder of made.values()) await rm(await folder, { recursive: true })
}

function collected(stream) {
  const all = { text: '' }
  stream.setEncoding('utf8').on('data', (piece) => (all.text += piece))
  return all
}

/** Serves a fresh copy of the demonstration of that kind. */
export async function serve(kind) {
  const folder = await demonstration(kind)
  const own = await mkdtemp(join(tmpdir(), 'sightline-served-'))
  const database = join(own, 'sightline.db')
  await copyFile(join(folder, 'demo', 'sightline.db'), database)
  const child = spawn(
    program,
    ['serve', '--database', database, '--listen', '127.0.0.1:0', '--web', join(folder, 'web'), '--json'],
    { stdio: ['ignore', 'pipe', 'pipe'] }
  )
  const ended = once(child, 'close')
  const logged = collected(child.stderr)
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  assert.equal(child.exitCode, null, `the program does not serve:\n${logged.text}`)
  return {
    address: JSON.parse(first[0]).listening,

    /** What the operator does meanwhile at the command line; gives what it printed. */
    async operate(...words) {
      const operator = spawn(program, [...words, '--database', database], { stdio: ['ignore', 'pipe', 'pipe'] })
      const printed = collected(operator.stdout)
      const said = collected(operator.stderr)
      const [code] = await once(operator, 'close')
      assert.equal(code, 0, said.text)
      return printed.text
    },

    /** Stops it; it must end well and have met no incident. */
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      await rm(own, { recursive: true })
      assert.equal(code, 0, `the program did not end well:\n${logged.text}`)
      const incidents = logged.text.split('\n').filter((line) => /"incident"|"level":"error"/.test(line))
      assert.deepEqual(incidents, [], 'the program met an incident')
    }
  }
}
