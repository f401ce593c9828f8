#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""A full disk refuses the write with a clear sentence, keeps what it has, and recovers by itself."""

import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import unittest

import program

EDITOR = "ada@example.org"
MEBIBYTE = 1024 * 1024


def may_mount():
    """Whether this machine lets us have a small disk of our own."""
    return subprocess.run(["unshare", "--map-root-user", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
                          capture_output=True).returncode == 0


class Full(program.ServerTest):
    def reason(self, organisation):
        return f"Reason {organisation} " + "x" * 900

    def declare(self, browser, organisation):
        return browser.post("/account/conflicts", program.declaration(organisation, self.reason(organisation)))

    def declare_until_refused(self, browser, organisations):
        """The refusal, and what was acknowledged before it."""
        acknowledged = []
        for organisation in organisations:
            answer = self.declare(browser, organisation)
            if answer.status != 303:
                return answer, acknowledged
            acknowledged.append(organisation)
        self.fail("the disk never became full")

    def check_refusal(self, answer, organisation):
        self.assertEqual(answer.status, 507, answer.text)
        self.assertIn("There is no room left", answer.text)
        self.assertIn("Nothing was changed.", answer.text)
        self.assertIn(self.reason(organisation), answer.text, "what was typed is given back")

    def check_sign_in_without_room(self, server):
        # What is left may be too little for a declaration and enough for a few who sign in.
        for _ in range(50):
            browser = server.browser()
            answer = browser.sign_in(EDITOR)
            if answer.status != 303:
                break
        self.assertEqual(answer.status, 507)
        self.assertIn("There is no room left", answer.text)
        self.assertNotIn(program.PASSWORD, answer.text)
        self.assertNotIn(program.SESSION_COOKIE, browser.cookies)

    def check_kept(self, database, acknowledged):
        with sqlite3.connect(database) as opened:
            self.assertEqual(opened.execute("pragma integrity_check").fetchall(), [("ok",)])
            kept = [reason for (reason,) in opened.execute("select reason from conflict_of_interest order by id")]
        self.assertEqual(kept, [self.reason(organisation) for organisation in acknowledged])

    def check_from_full_to_room(self, server, browser, make_room):
        """Everything acknowledged in the end, in order."""
        refused, acknowledged = self.declare_until_refused(browser, range(2000))
        organisation = len(acknowledged)
        self.check_refusal(refused, organisation)
        self.check_refusal(self.declare(browser, organisation), organisation)
        self.assertEqual(browser.get("/account").status, 200)
        self.assertEqual(browser.get("/account/conflicts").status, 200)
        self.check_sign_in_without_room(server)
        make_room()
        self.assertEqual(self.declare(browser, organisation).status, 303, "the same form, once there is room")
        self.assertEqual(server.browser().sign_in(EDITOR).status, 303)
        return acknowledged + [organisation]


class Disk(Full):
    """On a disk of three mebibytes that only the program sees."""

    @unittest.skipUnless(may_mount(), "this machine does not let a test mount a disk of its own")
    def test_a_full_disk_refuses_the_write_gives_back_what_was_typed_and_goes_on_when_there_is_room(self):
        self.make_database(EDITOR, organisations=2000)
        with sqlite3.connect(self.database) as database:
            database.execute("pragma wal_checkpoint(truncate)")
        disk = self.folder / "disk"
        disk.mkdir()
        server = self.serve(disk / "sightline.db", wrapped_in=(
            "unshare", "--map-root-user", "--mount", "sh", "-c",
            'mount -t tmpfs -o size=3m tmpfs "$0" && cp "$1" "$0/sightline.db" && shift && exec "$@"',
            str(disk), self.database))
        inside = pathlib.Path(f"/proc/{server.process.pid}/root{disk}")
        filler = inside / "filler"
        filler.write_bytes(bytes(MEBIBYTE // 2))
        browser = server.signed_in(EDITOR)
        acknowledged = self.check_from_full_to_room(server, browser, filler.unlink)
        browser.leave()
        saved = self.folder / "saved.db"
        # The disk goes with the program, so what it left there is looked at as a crash would leave it.
        for name in ("sightline.db", "sightline.db-wal"):
            shutil.copy(inside / name, str(saved) + name.removeprefix("sightline.db"))
        self.stop(server)
        self.head(str(saved))
        self.check_kept(str(saved), acknowledged)


class LimitOfFileSize(Full):
    """Where no disk can be had: the largest file the program may write is set, and raised later."""

    def test_a_file_that_may_not_grow_is_a_full_disk(self):
        self.make_database(EDITOR, organisations=2000)
        server = self.serve()
        browser = server.signed_in(EDITOR)
        size = os.path.getsize(self.database + "-wal")
        pid = server.process.pid
        before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (size + MEBIBYTE // 2, resource.RLIM_INFINITY))
        acknowledged = self.check_from_full_to_room(
            server, browser, lambda: resource.prlimit(pid, resource.RLIMIT_FSIZE, before))
        browser.leave()
        self.stop(server)
        self.head()
        self.check_kept(self.database, acknowledged)


if __name__ == "__main__":
    unittest.main()
