#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""kill -9 while an edition is published leaves nothing of it or all of it. Handbook §8.30, ARCHITECTURE invariant 2.

The demonstration's inspection is brought to its end and reported on through the program's own forms, once. Every
round then publishes that report in a copy of the database and kills the server at another moment. The moments are
counted from when the writer takes its lock, which is seen from outside: most rounds die inside the transaction.
Each test says how many rounds were killed before, within and after it.
"""

import collections
import datetime
import fcntl
import http.client
import os
import re
import sqlite3
import struct
import subprocess
import sys
import threading
import time
import unittest

import demonstration
import program

ROUNDS = {"sqlite": 10, "postgresql": 6}
INSPECTION = f"/inspections/{demonstration.OWN}"
PROGRAMME = "/programmes/invented-programme"
REPORT, EDITION = "invented-report", "invented-report-1"
TRACES = ("edition", "edition_section", "edition_input", "edition_figure", "edition_recommendation", "edition_file",
          "publication", "publication_part", "response_duty", "recommendation_clock")
SHM_WRITE_LOCK = 120  # the byte of the -shm file that SQLite's one writer locks: sqlite.org/walformat.html
ADVISORY = "select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = '{}')"


class SqliteCopy:
    """A copy of the prepared database in a file of its own."""

    def __init__(self, prepared, folder, name):
        self.address = str(folder / f"{name}.db")
        program.copy_database(prepared, self.address)

    def is_written(self):
        with open(self.address + "-shm", "rb") as index:
            asked = struct.pack("hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, SHM_WRITE_LOCK, 1, 0)
            return struct.unpack("hhqqi4x", fcntl.fcntl(index, fcntl.F_GETLK, asked))[0] != fcntl.F_UNLCK

    def wait_until_quiet(self):
        pass  # its only writer is dead

    def check_engine(self, test):
        with sqlite3.connect(self.address) as database:
            test.assertEqual(database.execute("pragma integrity_check").fetchall(), [("ok",)])
            test.assertEqual(database.execute("pragma foreign_key_check").fetchall(), [])

    def drop(self):
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(self.address + ending):
                os.remove(self.address + ending)


class PostgresqlCopy:
    """A copy of the prepared database on the same server."""

    def __init__(self, prepared, server, name):
        self.server, self.name = server, name
        self.address = named(server, name)
        program.query(server, f"create database {name} template {prepared}")
        self.watch = subprocess.Popen(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", server],
                                      stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def asked(self, question):
        self.watch.stdin.write(question + ";\n")
        self.watch.stdin.flush()
        return int(self.watch.stdout.readline())

    def is_written(self):
        return self.asked(ADVISORY.format(self.name)) > 0

    def wait_until_quiet(self):
        """What the dead server had sent is carried out or undone by its backends; then they go too."""
        wait_for(lambda: self.asked(f"select count(*) from pg_stat_activity where datname = '{self.name}'") == 0)

    def check_engine(self, test):
        pass

    def drop(self):
        self.watch.communicate()
        program.query(self.server, f"drop database {self.name} with (force)")


def wait_for(happened):
    end = time.monotonic() + program.PATIENCE
    while not happened():
        assert time.monotonic() < end, "it does not happen"


def named(server, name):
    return re.sub(r"^(postgresql://[^/]*/)[^?]*", rf"\g<1>{name}", server)


def into_postgresql(source, address):
    """Every row of a SQLite database, in the same tables of a PostgreSQL one; both have one schema."""
    program.must("migrate", "--database", address)
    lines = ["set session_replication_role = replica;"]
    with sqlite3.connect(source) as database:
        tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'"
                                                       " and name not like 'sqlite_%'")]
        for table in tables:
            columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
            lines += [f"truncate {table} cascade;", f"copy {table} ({', '.join(columns)}) from stdin;"]
            lines += ["\t".join(map(copied, row)) for row in database.execute(f"select {', '.join(columns)} from {table}")]
            lines.append("\\.")
            if "id" in columns:
                lines.append(f"select setval(pg_get_serial_sequence('{table}', 'id'), coalesce(max(id), 1)) from {table}"
                             f" where pg_get_serial_sequence('{table}', 'id') is not null;")
    ended = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", address],
                           input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=program.PATIENCE)
    assert ended.returncode == 0, ended.stderr


def copied(value):
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    escapes = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
    return re.sub(r"[\\\t\n\r]", lambda found: escapes[found[0]], str(value))


class Preparation:
    """The demonstration's inspection brought to its end and reported on, by those whose work it is."""

    def __init__(self, server, case):
        self.people = {}
        self.server = server
        self.find_something(case)
        self.finish_the_inspection()
        self.define_figures()
        self.write_the_report()

    def by(self, role):
        if role not in self.people:
            self.people[role] = self.server.signed_in(role + "@example.org")
        return self.people[role]

    def post(self, role, address, **fields):
        answer = self.by(role).post(address, {name.replace("_", "-"): value for name, value in fields.items()})
        assert answer.status == 303, f"{address}: {answer.status} {answer.text}"
        return answer.header("Location").split("?")[0]

    def step(self, role, page, form, **fields):
        """A form of a page that says which revision it was made for."""
        revision = re.search(r'name="revision" value="(\d+)"', self.by(role).get(page).text)[1]
        self.post(role, page + form, revision=revision, **fields)

    def find_something(self, case):
        finding = self.post("inspector", INSPECTION + "/findings", statement="Calls wait too long.", direction="weakness",
                            area="initial-contact")
        self.step("inspector", finding, "/support", case=case)
        self.step("moderator", finding, "/moderation", action="agree")
        wanted = self.post("analyst", PROGRAMME + "/recommendations", text="Answer every call within a day.",
                           term="immediately")
        choice = re.search(r'<option value="(\d+)"[^>]*>[^<]*Constabulary', self.by("analyst").get(wanted).text)[1]
        self.step("analyst", wanted, "/addressees", addressee=choice)
        self.step("analyst", wanted, "/findings", inspection=demonstration.OWN, finding="1")
        self.step("moderator", wanted, "/moderation", action="settle")

    def finish_the_inspection(self):
        dates = self.by("programme.manager").get(INSPECTION + "/dates").text
        fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', dates))
        fields.update({"report-year": "2026"})
        answer = self.by("programme.manager").post(INSPECTION + "/dates", fields)
        assert answer.status == 303, answer.text
        for role, action in (("programme.manager", "begin-moderation"), ("moderator", "begin-reporting"), ("editor", "publish")):
            self.post(role, INSPECTION + "/stage", action=action)

    def define_figures(self):
        for number in range(15):
            self.post("analyst", PROGRAMME + "/figures/new", key=f"inspections-{number}", title=f"Inspections {number}",
                      alternative_text="How many inspections there were.", measure="inspections")

    def write_the_report(self):
        report = self.post("editor", PROGRAMME + "/reports/start", key=REPORT, title="What inspectors found",
                           summary="Calls wait.")
        for number in range(15):
            text = f"There was {{figure:inspections-{number}}} inspection.\n\n" + "Nobody rang back who was asked to.\n\n" * 60
            self.post("editor", report + "/sections/add", title=f"Chapter {number}", markdown=text, action="save")


class Publishing(threading.Thread):
    """Sends the form that publishes; `answer` stays None when the server dies first."""

    def __init__(self, browser):
        super().__init__()
        self.browser, self.answer = browser, None
        self.start()

    def run(self):
        day = datetime.datetime.now(datetime.timezone.utc)
        try:
            self.answer = self.browser.post(f"{PROGRAMME}/reports/{REPORT}/publish", {
                "published-on-day": day.day, "published-on-month": day.month, "published-on-year": day.year,
                "press-release": "# Calls wait\n\nThere was {figure:inspections-0} inspection."})
        except (http.client.HTTPException, OSError):
            pass


class PublishingKilled(program.ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        place = program.new_folder(cls)
        made = program.run("demo", "--into", str(place), "--web", str(program.web_folder(place)), "--without-programme",
                           SIGHTLINE_DEMO_PASSWORD=program.PASSWORD)
        assert made.returncode == program.DONE, made.stdout + made.stderr
        cls.prepared = str(place / "sightline.db")
        case = program.query(cls.prepared, "select number from case_file order by id limit 1")[0][0]
        server = program.Server(cls.prepared, place)
        cls.addClassCleanup(server.end)
        cls.editor = Preparation(server, case).by("editor")
        server.stop()

    def publish(self, copy, moment_of_death):
        """Publishes, and kills when `moment_of_death(sent)` returns. The answer, if one came; and whether the writer
        had taken its lock, and still had it."""
        server = self.serve(copy.address, wrapped_in=("env", "PATH="))  # no Node, so no PDF, which takes seconds
        self.editor.move_to(server)
        self.assertEqual(self.editor.get("/account").status, 200)  # notes when the session was seen; not again later
        self.assertFalse(copy.is_written())
        publishing = Publishing(self.editor)
        had_begun = moment_of_death(copy, publishing)
        within = copy.is_written()
        server.kill()
        publishing.join()
        copy.wait_until_quiet()
        return publishing.answer, had_begun, within

    def measure(self, copy):
        """How long it takes until the writer has its lock, and how long it keeps it."""
        taken = []

        def to_the_end(copy, publishing):
            sent = time.monotonic()
            wait_for(lambda: copy.is_written() or not publishing.is_alive())
            begun = time.monotonic()
            wait_for(lambda: not copy.is_written())
            taken.extend((begun - sent, time.monotonic() - begun))
            publishing.join()
            return True

        answer, _, _ = self.publish(copy, to_the_end)
        self.assertEqual(answer.status if answer else None, 303, answer and answer.text)
        return taken

    def traces(self, copy):
        """How much there is of an edition, by table; and of the journal."""
        counts = ", ".join(f"(select count(*) from {table})" for table in TRACES)
        found = map(int, program.query(copy.address, f"select {counts}")[0])
        return {**dict(zip(TRACES, found)), "journal": self.head(copy.address)[0]}

    def check(self, copy, answer):
        """Nothing of the edition is there, or all of it; whether it is."""
        copy.check_engine(self)
        traces = self.traces(copy)
        self.assertIn(traces, (self.nothing, self.all))
        is_there = traces == self.all
        if answer:
            self.assertEqual((answer.status, is_there), (303, True), answer.text)
        if is_there:
            self.done("edition", "verify", EDITION, "--database", copy.address)
        return is_there

    def rounds(self, engine, new_copy):
        copy = new_copy("whole")
        self.nothing = self.traces(copy)
        until_lock, held = self.measure(copy)
        self.all = self.traces(copy)
        for table in (*TRACES, "journal"):
            self.assertGreater(self.all[table], self.nothing[table], table)
        self.assertTrue(self.check(copy, None))
        copy.drop()

        tally = collections.Counter()
        rounds = ROUNDS[engine]
        for number in range(rounds):
            # One early in the preparation, one after the transaction, all others spread over it.
            share = (number - 0.5) / (rounds - 2)
            after_lock = share * held if share < 1 else 2 * held

            def moment_of_death(copy, publishing):
                if after_lock < 0:
                    time.sleep(until_lock / 4)
                    return False
                wait_for(lambda: copy.is_written() or not publishing.is_alive())
                time.sleep(after_lock)
                return True

            copy = new_copy(f"round_{number}")
            answer, had_begun, within = self.publish(copy, moment_of_death)
            is_there = self.check(copy, answer)
            tally["within" if within else "after" if had_begun else "before"] += 1
            if had_begun and not within and share < 1:
                held = after_lock  # it takes less time than was measured
            tally["there"] += is_there
            copy.drop()
        print(f"{engine}: the lock was held for {held * 1000:.0f} ms; of {rounds} rounds, killed before it {tally['before']},"
              f" within {tally['within']}, after {tally['after']}; the edition was there in {tally['there']}", file=sys.stderr)
        self.assertGreaterEqual(tally["within"], rounds // 3, tally)

    def test_an_edition_is_whole_or_not_there_whenever_the_server_was_killed(self):
        self.rounds("sqlite", lambda name: SqliteCopy(self.prepared, self.folder, name))

    @unittest.skipUnless("SIGHTLINE_TEST_POSTGRESQL" in os.environ, "tools/with-postgresql gives the server for this")
    def test_the_same_holds_on_postgresql(self):
        server = os.environ["SIGHTLINE_TEST_POSTGRESQL"]
        prepared = f"publishing_{os.getpid()}"
        program.query(server, f"create database {prepared} template template0")
        self.addCleanup(lambda: program.query(server, f"drop database {prepared} with (force)"))
        into_postgresql(self.prepared, named(server, prepared))
        self.rounds("postgresql", lambda name: PostgresqlCopy(prepared, server, f"{prepared}_{name}"))


if __name__ == "__main__":
    unittest.main()
