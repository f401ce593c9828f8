// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Sets reports as PDF/UA-1, one after the other, for as long as somebody asks;
// started by worker.cpp with nothing in its environment. Warm, it has read the
// fonts and compiled the template.
//
//   in    one line of JSON first: {"packages": folder, "fonts": folder, "template": text}
//   out   {"ready":true} or {"ready":false,"error":"…"}
//   in    one line for each report: {"report": {…}, "published": seconds since 1970}
//   out   {"bytes":594343,"pages":57}, a line feed and that many bytes, or {"error":"…"}
//
// The template reads the report as data; no markup is ever built from it. The
// compiler's workspace does not exist: it can read nothing else.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import readline from 'node:readline'

const workspace = '/nonexistent'
const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\n')
let compiler, template

function start(job) {
  const required = createRequire(join(job.packages, 'worker.mjs'))
  const { NodeCompiler } = required('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu')
  compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [job.fonts] }] })
  template = job.template
  say({ ready: true })
}

function wordsOf(problem) {
  if (problem === null) return 'no document came out'
  const found = compiler.fetchDiagnostics(problem)
  return found.map((one) => one.message).join('; ') || 'the compiler does not say why'
}

function set(job) {
  compiler.mapShadow(join(workspace, 'report.json'), Buffer.from(JSON.stringify(job.report)))
  const compiled = compiler.compile({ mainFileContent: template })
  if (compiled.hasError()) throw new Error(wordsOf(compiled.takeDiagnostics()))
  const options = { pdfStandard: 'ua-1', creationTimestamp: job.published }
  const pdf = compiler.pdf(compiled.result, options)
  say({ bytes: pdf.length, pages: compiled.result.numOfPages })
  process.stdout.write(pdf)
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  try {
    if (compiler === undefined) start(JSON.parse(line))
    else set(JSON.parse(line))
  } catch (error) {
    const words = String(error.message ?? error).slice(0, 1000)
    say(compiler === undefined ? { ready: false, error: words } : { error: words })
  }
  if (compiler === undefined) break
  compiler.resetShadow()
  compiler.evictCache(10)
}
