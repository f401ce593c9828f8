#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Several programs at work on one SQLite file: SQLite lets one write at a time, and each reads where the
journal ends inside its own transaction, so the chain stays one chain."""

import threading
import unittest

import program

EDITORS = ["ada@example.org", "bo@example.org"]


class Neighbours(program.ServerTest):
    def test_two_servers_and_the_command_line_write_one_journal_and_lose_nothing(self):
        self.make_database(*EDITORS, organisations=40)
        servers = [self.serve(), self.serve()]
        browsers = [server.signed_in(email) for server, email in zip(servers, EDITORS)]
        statuses = [[], []]

        def declare_all(browser, mine):
            for organisation in range(40):
                mine.append(browser.post("/account/conflicts", program.declaration(organisation)).status)

        writers = [threading.Thread(target=declare_all, args=both) for both in zip(browsers, statuses)]
        for writer in writers:
            writer.start()
        self.done("user", "add", "--name", "Cy Example", "--email", "cy@example.org", "--database", self.database)
        self.head()
        for writer in writers:
            writer.join()
        self.assertEqual(statuses, [[303] * 40] * 2)
        browsers[0].move_to(servers[1])  # A session begun at one is known to the other.
        self.assertEqual(browsers[0].get("/account").status, 200)
        for server in servers:
            for browser in server.browsers:
                browser.leave()
            self.stop(server)
        self.assertEqual(program.query(self.database, "select count(*) from conflict_of_interest"), [(80,)])
        self.assertEqual(program.query(self.database, "select count(*) from person"), [(3,)])
        entries, _ = self.head()
        numbers = [number for (number,) in program.query(self.database, "select number from journal_entry order by number")]
        self.assertEqual(numbers, list(range(1, entries + 1)))

    def test_an_address_in_use_is_an_accident_told_in_one_sentence(self):
        self.make_database()
        server = self.serve()
        ended = program.run("serve", "--database", self.database, "--listen", f"127.0.0.1:{server.port}",
                            "--web", str(self.folder / "web"))
        self.assertEqual(ended.returncode, program.WORLD_FAILED)
        self.assertIn("cannot listen", ended.stderr)
        self.assertEqual(len(ended.stderr.strip().splitlines()), 1, ended.stderr)
        self.assertEqual(server.browser().get("/sign-in").status, 200)


if __name__ == "__main__":
    unittest.main()
