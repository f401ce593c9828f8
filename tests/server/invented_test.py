#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""What was made up to show the program is marked as such on every page inside that names it, whoever looks:
before an edition is published and after it. Handbook §9.11."""

import collections
import html
import re
import unittest

from demonstration import OWN, DemonstrationTest
from markup_test import MOST_OF_A_KIND, Markup, kind_of
from publish_kill_test import Preparation, Publishing

PLACES = ("/work", "/moderation", "/programme", "/programme?origin=own", "/programme/plan", "/account", "/account/conflicts",
          "/account/conflicts/declare?name=quill", "/codebook", "/insight", "/figures", "/reports", "/editions", "/responses",
          "/publications/thematic-2019/evaluations", f"/inspections/{OWN}", f"/inspections/{OWN}/team",
          f"/inspections/{OWN}/dates", f"/inspections/{OWN}/prepare-cases", "/programmes/invented-programme/before-and-after")
NAMES = """select name from organisation where reality = 'invented'
 union select name from programme where reality = 'invented'
 union select title from inspection where reality = 'invented'
 union select p.title from publication p join edition e on e.publication_id = p.id"""


def words_of(page):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", page)))


class InventedIsMarked(DemonstrationTest):
    def unmarked(self, page):
        """The invented names on a page that says nowhere else that they are; they may say so themselves."""
        words = words_of(page)
        named = [name for name in sorted(self.numbers(NAMES), key=len, reverse=True) if name in words]
        for name in named:
            words = words.replace(name, "")
        return named, [] if re.search("invented", words, re.I) else named

    def look_around(self, browser):
        """How many pages named what is invented; where one did without a mark."""
        browser.leave()  # a connection that rested meanwhile is closed
        seen, waiting, count, naming = set(), list(PLACES), collections.Counter(), 0
        while waiting:
            path = waiting.pop()
            enough = path not in PLACES and count[kind_of(path)] >= MOST_OF_A_KIND
            if enough or path in seen or path.startswith("/site"):
                continue
            seen.add(path)
            count[kind_of(path)] += 1
            answer = browser.get(path)
            if answer.status == 303:
                waiting.append(answer.header("Location"))
            elif (answer.header("Content-Type") or "").startswith("text/html"):
                waiting += sorted(Markup(answer.text).links)
                named, unmarked = self.unmarked(answer.text)
                naming += bool(named)
                self.assertEqual(unmarked, [], path)
        return naming

    def look_around_as_everybody(self):
        naming = {}
        for role, browser in self.people.items():
            with self.subTest(role):
                naming[role] = self.look_around(browser)
        return naming

    def test_every_page_inside_that_names_what_is_invented_says_so(self):
        naming = self.look_around_as_everybody()
        for role in ("programme.manager", "moderator", "analyst", "editor", "lead.inspector", "inspector", "body.auditor"):
            self.assertGreater(naming[role], 5, role)
        editor = Preparation(self.server, self.cases("inspectors")[0]).by("editor")
        publishing = Publishing(editor)
        publishing.join()
        self.assertEqual(publishing.answer.status, 303, publishing.answer.text)
        self.look_around_as_everybody()
        editor.leave()
        self.assertIn("What inspectors found", words_of(editor.get("/editions").text))


if __name__ == "__main__":
    unittest.main()
