#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""kill -9 at any moment loses nothing that was acknowledged. Handbook §5.3."""

import http.client
import os
import random
import re
import sqlite3
import threading
import time
import unittest

import program

ROUNDS = 5
PEOPLE = [f"person-{n}@example.org" for n in range(4)]


class Death(program.ServerTest):
    def keep_declaring(self, browser, organisations, acknowledged):
        """Declares towards one organisation after the other until the server is gone."""
        for organisation in organisations:
            try:
                answer = browser.post("/account/conflicts", program.declaration(organisation, f"Reason {organisation}"))
            except (http.client.HTTPException, OSError):
                return
            if answer.status == 303:
                acknowledged.append(organisation)
            else:
                self.refusals.append((answer.status, organisation))

    def kill_while_people_write(self, database, browsers, server, organisations, life):
        acknowledged = [[] for _ in browsers]
        self.refusals = []
        writers = [threading.Thread(target=self.keep_declaring, args=(browser, organisations, mine))
                   for browser, mine in zip(browsers, acknowledged)]
        for writer in writers:
            writer.start()
        time.sleep(life)  # the moment of death is meant to be any
        server.kill()
        for writer in writers:
            writer.join()
        self.assertEqual(self.refusals, [])
        return acknowledged

    def check(self, database, acknowledged):
        """What was acknowledged in this round is there, in the table and in the journal."""
        self.head(database)
        kept = {(email, key): reason for email, key, reason in program.query(
            database, "select p.email, o.key, c.reason from conflict_of_interest c"
            " join person p on p.id = c.person_id join organisation o on o.id = c.organisation_id")}
        for email, mine in zip(PEOPLE, acknowledged):
            for organisation in mine:
                self.assertEqual(kept.get((email, f"body-{organisation}")), f"Reason {organisation}")
        entries = program.query(database, "select count(*) from journal_entry where subject_kind = 'conflict_of_interest'")
        self.assertEqual(int(entries[0][0]), len(kept), "each change has its entry, and each entry its change")

    def rounds(self, database, count):
        self.make_database(*PEOPLE, database=database, organisations=1000)
        total = 0
        browsers = []
        for number in range(count):
            server = self.serve(database)
            if not browsers:
                browsers = [server.signed_in(email) for email in PEOPLE]
            for browser in browsers:  # Whoever was signed in still is.
                browser.move_to(server)
            mine = range(number * 1000 // count, (number + 1) * 1000 // count)
            acknowledged = self.kill_while_people_write(database, browsers, server, mine, random.uniform(0.2, 1.0))
            self.check(database, acknowledged)
            total += sum(map(len, acknowledged))
        self.assertGreater(total, 0)
        server = self.serve(database)
        browsers[0].move_to(server)
        self.assertEqual(browsers[0].get("/account/conflicts").status, 200)
        for browser in browsers:
            browser.leave()
        self.stop(server)

    def test_what_was_acknowledged_before_a_kill_is_there_after_it_and_the_journal_verifies(self):
        self.rounds(self.database, ROUNDS)
        with sqlite3.connect(self.database) as database:
            self.assertEqual(database.execute("pragma integrity_check").fetchall(), [("ok",)])
            self.assertEqual(database.execute("pragma foreign_key_check").fetchall(), [])

    @unittest.skipUnless("SIGHTLINE_TEST_POSTGRESQL" in os.environ, "tools/with-postgresql gives the server for this")
    def test_the_same_holds_on_postgresql(self):
        address = os.environ["SIGHTLINE_TEST_POSTGRESQL"]
        name = f"killed_{os.getpid()}"
        program.query(address, f"create database {name} template template0")
        self.addCleanup(lambda: program.query(address, f"drop database {name} with (force)"))
        self.rounds(re.sub(r"^(postgresql://[^/]*/)[^?]*", rf"\g<1>{name}", address), 2)


if __name__ == "__main__":
    unittest.main()
