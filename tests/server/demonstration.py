# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""The demonstration as a place to attack: one server on it, an account per role signed in, a second
inspection of another body beside the invented one, and the list of every address of the program."""

import concurrent.futures
import pathlib
import re
import sqlite3

import program

OWN = "quillshire-child-protection-inspection-2026"
JOINT = "quillford-joint-inspection-2026-children-living-with-neglect"
FOREIGN = "farshire-inspection"
FOREIGN_CASE = "1111"
NO_SUCH = "no-such-inspection"
NO_CASE = "9999"

ROLES = ("administrator", "programme.manager", "methodologist", "moderator", "analyst", "barred.analyst", "editor",
         "press.officer", "disclosure.reviewer", "evaluator", "home.office", "panel.member", "lead.inspector",
         "inspector", "second.inspector", "partner.inspector", "hm.inspector", "liaison.officer", "body.auditor",
         "chief.officer", "local.partner", "policing.body")
EVERYWHERE = {"programme.manager", "methodologist", "moderator", "analyst", "editor", "press.officer",
              "disclosure.reviewer", "evaluator", "home.office"}
TEAM = {"lead.inspector", "inspector", "second.inspector"}
BODY = {"liaison.officer", "body.auditor", "chief.officer"}
# Handbook §2 and §9.2: who sees an inspection, and who sees its cases.
SEES = {OWN: EVERYWHERE | TEAM | BODY | {"hm.inspector"},
        JOINT: EVERYWHERE | {"partner.inspector", "hm.inspector", "local.partner"},
        FOREIGN: EVERYWHERE | {"barred.analyst"}}
SEES_CASES = {OWN: {"moderator", "analyst", "hm.inspector"} | TEAM, FOREIGN: {"moderator", "analyst", "barred.analyst"}}

ROUTE = re.compile(r'\brouter\.(get|post|put|add)\(\s*"([^"]*)"')
ANY_ROUTE = re.compile(r"\brouter\.(?:get|post|put|add)\(")


def routes():
    """Every (method, pattern) that the program's sources name. Fails for one that cannot be read."""
    found = set()
    for folder in ("src", "apps"):
        for file in pathlib.Path(folder).rglob("*.cpp"):
            if file.name.endswith("_test.cpp") or "platform" in file.parts:
                continue
            text = file.read_text()
            named = ROUTE.findall(text)
            assert len(named) == len(ANY_ROUTE.findall(text)), f"{file}: a route whose address is not written out"
            found |= {(method.upper(), pattern) for method, pattern in named}
    return found


def add_foreign_inspection(path):
    """A copy of the invented inspection for another body, with one case, behind the program's back."""
    with sqlite3.connect(path) as database:
        def copied(table, where, **changed):
            names = [row[1] for row in database.execute(f"pragma table_info({table})") if row[1] != "id"]
            values = ", ".join(changed.get(name, name) for name in names)
            return database.execute(f"insert into {table} ({', '.join(names)}) select {values} from {table} where {where}"
                                    " limit 1").lastrowid

        own, body = database.execute("select id, body_id from inspection where key = ?", (OWN,)).fetchone()
        body = copied("organisation", f"id = {body}", key="'farshire-constabulary'", name="'Farshire Constabulary'")
        foreign = copied("inspection", f"id = {own}", key=f"'{FOREIGN}'", title="'Farshire inspection'", body_id=str(body))
        copied("inspection_dates", f"inspection_id = {own}", inspection_id=str(foreign))
        copied("inspection_stage", f"inspection_id = {own}", inspection_id=str(foreign))
        sample = copied("case_sample", f"inspection_id = {own}", inspection_id=str(foreign))
        copied("case_file", f"inspection_id = {own}", inspection_id=str(foreign), sample_id=str(sample),
               number=f"'{FOREIGN_CASE}'", assigned_to="null")


class DemonstrationTest(program.ServerTest):
    """One demonstration for all tests of a class."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        place = program.new_folder(cls)
        made = program.run("demo", "--into", str(place), "--web", str(program.web_folder(place)),
                           "--without-programme", SIGHTLINE_DEMO_PASSWORD=program.PASSWORD)
        assert made.returncode == program.DONE, made.stdout + made.stderr
        cls.path = str(place / "sightline.db")
        add_foreign_inspection(cls.path)
        cls.server = program.Server(cls.path, place)
        cls.addClassCleanup(cls.server.end)
        with concurrent.futures.ThreadPoolExecutor(4) as threads:
            browsers = threads.map(lambda role: cls.server.signed_in(role + "@example.org"), ROLES)
            cls.people = dict(zip(ROLES, browsers))

    def entries(self):
        return program.query(self.path, "select count(*) from journal_entry")[0][0]

    def numbers(self, text):
        return [number for (number,) in program.query(self.path, text)]

    def cases(self, chosen_by):
        return self.numbers("select c.number from case_file c join case_sample s on s.id = c.sample_id"
                            f" join inspection i on i.id = c.inspection_id where i.key = '{OWN}'"
                            f" and s.chosen_by = '{chosen_by}' order by c.id")
