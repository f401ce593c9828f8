#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""The program as its operator meets it: words in, words out, and how it ends.

    sightline_test.py PROGRAM
"""

import http.client
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else "build/dev/sightline"
PASSWORD = "an invented password"
DONE, DECLINED, WORLD_FAILED = 0, 1, 70


class Operator(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)
        self.folder = pathlib.Path(self.directory.name)
        self.database = str(self.folder / "sightline.db")

    def run_program(self, *words, database=None, typed="", **environment):
        command = [PROGRAM, *words, "--database", database or self.database]
        clean = {name: value for name, value in os.environ.items() if name != "SIGHTLINE_PASSWORD"}
        return subprocess.run(command, input=typed, capture_output=True, text=True, env={**clean, **environment})

    def done(self, *words, **options):
        ended = self.run_program(*words, **options)
        self.assertEqual(ended.returncode, DONE, ended.stderr)
        self.assertEqual(ended.stderr, "", "progress and diagnostics stay silent in a pipe")
        return ended.stdout

    def declined(self, *words, **options):
        ended = self.run_program(*words, **options)
        self.assertEqual(ended.returncode, DECLINED, ended.stdout + ended.stderr)
        self.assertEqual(len(ended.stderr.strip().splitlines()), 1, ended.stderr)
        return ended.stderr

    def shown_on_a_terminal(self, *words):
        """What stands on the screen beside the answer."""
        screen, terminal = os.openpty()
        self.addCleanup(os.close, screen)
        ended = subprocess.run([PROGRAM, *words, "--database", self.database], stdout=subprocess.DEVNULL, stderr=terminal)
        os.close(terminal)
        self.assertEqual(ended.returncode, DONE)
        return os.read(screen, 10_000).decode()

    def add_editor(self, *more, **options):
        return self.done("user", "add", "--name", "Ada Example", "--email", "ada@example.org",
                         "--role", "editor", *more, **options)


class Databases(Operator):
    def test_a_database_is_made_once_and_then_up_to_date(self):
        self.assertGreater(json.loads(self.done("migrate", "--json"))["ran"], 0)
        self.assertEqual(json.loads(self.done("migrate", "--json"))["ran"], 0)

    def test_no_other_verb_makes_a_database_that_is_not_there(self):
        self.assertIn("sightline migrate", self.declined("user", "list"))
        self.assertFalse(pathlib.Path(self.database).exists())

    def test_a_database_that_is_behind_is_named_as_such(self):
        sqlite3.connect(self.database).close()
        pathlib.Path(self.database).touch()
        self.assertIn("not up to date", self.declined("journal", "verify"))

    def test_a_file_that_is_no_database_is_an_accident_told_in_one_sentence(self):
        pathlib.Path(self.database).write_text("not a database " * 100)
        ended = self.run_program("journal", "verify")
        self.assertEqual(ended.returncode, WORLD_FAILED)
        self.assertEqual(len(ended.stderr.strip().splitlines()), 1, ended.stderr)


class Accounts(Operator):
    def setUp(self):
        super().setUp()
        self.done("migrate")

    def test_a_random_password_is_printed_once(self):
        self.assertRegex(self.add_editor(), r"Password ([0-9a-z]{4}-){3}[0-9a-z]{4} \(shown this once\)")

    def test_a_password_from_standard_input_or_the_environment_is_not_printed(self):
        self.assertNotIn("Password", self.add_editor("--password-stdin", typed=PASSWORD + "\n"))
        self.assertNotIn(PASSWORD, self.done("user", "password", "--email", "ada@example.org",
                                             SIGHTLINE_PASSWORD=PASSWORD))

    def test_an_unknown_role_a_second_account_and_a_missing_option_are_declined(self):
        self.add_editor()
        self.assertIn("no role king", self.declined("role", "give", "--email", "ada@example.org", "--role", "king"))
        ended = self.run_program("user", "add", "--name", "Ada", "--email", "ADA@example.org", "--json")
        self.assertEqual(ended.returncode, DECLINED)
        self.assertEqual(json.loads(ended.stdout)["fields"][0]["field"], "email")
        self.assertIn("--email is required", self.declined("user", "add", "--name", "Bo"))


class Journals(Operator):
    def setUp(self):
        super().setUp()
        self.done("migrate")
        self.add_editor()

    def head(self):
        return json.loads(self.done("journal", "verify", "--json"))

    def test_a_whole_journal_says_how_many_entries_and_which_head_to_note(self):
        found = self.head()
        self.assertEqual(found["entries"], 2)
        self.assertIn(f"Head 2:{found['head']}", self.done("journal", "verify"))
        self.done("journal", "verify", "--head", f"2:{found['head']}")

    def test_an_altered_entry_is_named(self):
        with sqlite3.connect(self.database) as database:
            database.execute("update journal_entry set person_id = 7 where number = 2")
        self.assertIn("Entry 2 is not what was recorded.", self.declined("journal", "verify"))

    def test_entries_cut_off_the_end_show_against_a_note(self):
        note = f"2:{self.head()['head']}"
        with sqlite3.connect(self.database) as database:
            database.execute("delete from journal_entry where number = 2")
        self.done("journal", "verify")
        self.assertIn("ends at entry 1", self.declined("journal", "verify", "--head", note))
        self.assertIn("A note is a number", self.declined("journal", "verify", "--head", "2"))


class Cases(Operator):
    def test_a_case_or_inspection_that_is_not_there_is_declined(self):
        self.done("migrate")
        self.assertIn("There is no such inspection.", self.declined("case", "list", "--inspection", "nowhere"))
        self.assertIn("There is no such case.", self.declined("case", "show", "--inspection", "nowhere", "1234"))
        self.assertIn("--inspection is required", self.declined("case", "list"))


class Reports(Operator):
    def setUp(self):
        super().setUp()
        self.done("migrate")
        with sqlite3.connect(self.database) as database:
            database.executescript("""
                insert into programme (id, key, name, reality, source) values (1, 'invented', 'Invented', 'invented', 'A test.');
                insert into report (id, programme_id, key, revision) values (1, 1, 'first', 1);
                insert into report_revision values (1, 1, 'First report', '', '', null, '2026-11-23T09:30:00.000Z');
                insert into report_section (id, report_id, number, position, revision) values (1, 1, 1, 1, 1);""")
        self.write("Text.\n\n## Why\n\nSee [above](#why).\n")

    def write(self, markdown):
        with sqlite3.connect(self.database) as database:
            database.execute("insert or replace into report_section_revision values (1, 1, 'Custody', ?, null, ?)",
                             (markdown, "2026-11-23T09:30:00.000Z"))

    def build(self):
        return ("report", "build", "invented", "first", "--into", str(self.folder / "out"), "--web", str(self.folder / "none"))

    def test_the_reports_of_a_programme_are_listed(self):
        self.assertEqual(json.loads(self.done("report", "list", "invented", "--json")),
                         {"reports": [{"key": "first", "title": "First report", "sections": 1}]})
        self.assertIn("There is no such programme.", self.declined("report", "list", "nowhere"))
        self.assertIn("There is no such report.", self.declined("report", "build", "invented", "none", "--into", "x"))

    def test_a_report_is_built_as_a_page_and_as_a_pdf(self):
        built = json.loads(self.done(*self.build(), "--json"))
        self.assertEqual(built["problems"], [])
        page = (self.folder / "out" / "index.html").read_text()
        self.assertIn('href="#custody--why"', page)
        self.assertIn("Every figure in it is provisional", page)
        self.assertNotIn("pdf_refusal", built)
        self.assertTrue((self.folder / "out" / "report.pdf").read_bytes().startswith(b"%PDF-"))

    def test_without_the_compiler_the_page_is_built_and_the_pdf_refused_with_the_reason(self):
        built = json.loads(self.done(*self.build(), "--packages", str(self.folder), "--json"))
        self.assertTrue(built["pdf_refusal"])
        self.assertEqual([pathlib.Path(file).name for file in built["files"]], ["index.html"])

    def test_building_a_report_shows_on_a_terminal_how_far_it_is(self):
        self.assertIn("Building the report: 2 of 3 (66%)", self.shown_on_a_terminal(*self.build()))

    def test_a_report_with_problems_is_declined_with_each_by_section_and_line(self):
        self.write("Text.\n\n#### Too deep\n\n{figure:unknown}\n")
        ended = self.run_program(*self.build())
        self.assertEqual(ended.returncode, DECLINED)
        self.assertIn("Section 1, “Custody”, line 3: ", ended.stderr)
        self.assertIn("Section 1, “Custody”, line 5: There is no figure “unknown”.", ended.stderr)


class Serving(Operator):
    def setUp(self):
        super().setUp()
        self.done("migrate")
        self.add_editor("--password-stdin", typed=PASSWORD + "\n")
        self.web = self.folder / "web"
        self.web.mkdir()
        for name in ("sightline.css", "sightline.js", "icon.svg"):
            (self.web / name).write_text("/**/")
        self.server = subprocess.Popen(
            [PROGRAM, "serve", "--database", self.database, "--listen", "127.0.0.1:0", "--web", str(self.web), "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.stop)
        self.port = urllib.parse.urlsplit(json.loads(self.server.stdout.readline())["listening"]).port

    def stop(self, with_signal=signal.SIGTERM):
        if self.server.poll() is None:
            self.server.send_signal(with_signal)
        written, logged = self.server.communicate(timeout=60)
        return self.server.returncode, written, logged

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        page = answer.read().decode()
        connection.close()
        return answer, page

    def test_somebody_signs_in_and_the_log_holds_neither_name_nor_address(self):
        answer, page = self.ask("GET", "/sign-in")
        cookie = answer.getheader("Set-Cookie").split(";")[0]
        token = page.split('name="csrf_token" value="')[1].split('"')[0]
        form = urllib.parse.urlencode({"csrf_token": token, "email": "ada@example.org", "password": PASSWORD})
        answer, _ = self.ask("POST", "/sign-in", form, Cookie=cookie, Origin=f"http://127.0.0.1:{self.port}",
                             **{"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(answer.status, 303)
        session = next(value.split(";")[0] for name, value in answer.getheaders()
                       if name == "Set-Cookie" and value.startswith("__Host-sightline="))
        answer, page = self.ask("GET", "/account", Cookie=session)
        self.assertEqual(answer.status, 200)
        self.assertIn("Ada Example", page)
        self.assertEqual(self.ask("GET", "/assets/sightline.css")[0].status, 200)
        code, _, logged = self.stop()
        self.assertEqual(code, DONE, logged)
        self.assertIn('"route":"/account"', logged)
        for secret in ("ada", "Ada", PASSWORD, session, "127.0.0.1"):
            self.assertNotIn(secret, logged)

    def test_an_interrupt_stops_it_gracefully_too(self):
        code, written, _ = self.stop(signal.SIGINT)
        self.assertEqual(code, DONE)
        self.assertTrue(json.loads(written)["stopped"])


class Imports(Operator):
    RECORD = pathlib.Path("demo/public-record")

    def test_the_public_record_comes_in_and_every_row_that_does_not_add_up_is_named(self):
        said = self.done("import", "public-record", str(self.RECORD))
        self.assertIn("43 police forces", said)
        self.assertIn("9 + 8 + 7 + 10 = 34, reported as 33", said)
        again = json.loads(self.done("import", "public-record", str(self.RECORD), "--json"))
        self.assertEqual(again["new_facts"], 0)
        self.assertEqual(len(again["named"]), 11)
        self.assertEqual(json.loads(self.done("journal", "verify", "--json"))["entries"], 1)

    def test_a_broken_file_is_declined_with_file_line_and_reason_and_nothing_is_begun(self):
        broken = self.folder / "record"
        shutil.copytree(self.RECORD, broken)
        responses = broken / "responses.csv"
        responses.write_text(responses.read_text().replace("thematic-2019,Dorset", "thematic-2019,Dorchester"))
        said = self.declined("import", "public-record", str(broken), "--frameworks", "frameworks")
        self.assertTrue(said.startswith("responses.csv, line 3, force: "), said)
        self.assertFalse(os.path.exists(self.database))


if __name__ == "__main__":
    unittest.main()
