// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Makes a demonstration for all stories to copy, in the folder SIGHTLINE_DEMONSTRATIONS:
//
//   node tests/browser/demonstration.mjs begun|published

import { rm } from 'node:fs/promises'
import { kinds, make, shared } from './served.mjs'

const kind = process.argv[2]
await rm(shared(kind), { recursive: true, force: true })
await make(kinds[kind], shared(kind))
