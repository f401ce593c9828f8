// SPDX-FileCopyrightText: 2026 The Sightline authors
// SPDX-License-Identifier: MIT
//
// Every story, one after the other, with one browser and two demonstrations between
// them. A story can be run alone: node --test tests/browser/keyboard_story.mjs

import './keyboard_story.mjs'
import './two_at_once_story.mjs'
import './moderation_story.mjs'
import './own_audit_story.mjs'
import './preparing_story.mjs'
import './planning_story.mjs'
import './team_story.mjs'
import './conflict_story.mjs'
import './responses_story.mjs'
import './answering_story.mjs'
import './evaluation_story.mjs'
import './evidence_story.mjs'
import './coding_story.mjs'
import './line_of_sight_story.mjs'
import './quotation_story.mjs'
import './finding_story.mjs'
import './chain_story.mjs'
import './report_story.mjs'
import './chapter_story.mjs'
import './insight_story.mjs'
import './public_reader_story.mjs'
import './published_story.mjs'
import './without_javascript_story.mjs'
import './signing_out_story.mjs'
