#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Every role at every address of the JSON API: a program sees and does what the person may whose session it
carries, and no more. Handbook §9.1 to §9.3. The pages are held to the same in access_test.py."""

import json
import pathlib
import unittest

import program
from demonstration import FOREIGN, FOREIGN_CASE, NO_CASE, NO_SUCH, OWN, SEES, SEES_CASES, DemonstrationTest, routes

CASES = "/api/inspections/{inspection}/cases"
CASE = CASES + "/{case}"
GET = {"/api/session", CASES, CASE}
# A body that would be right, were it sent by the right person.
CHANGES = {
    ("PUT", CASE + "/assessment"): {"revision": 0, "judgements": [{"area": "overall", "reason": "Invented"}]},
    ("POST", CASE + "/assessment/submit"): {"revision": 1},
    ("POST", CASE + "/assessment/return"): {"revision": 2, "reason": "Invented"},
    ("POST", CASE + "/assessment/agree"): {"revision": 2},
    ("POST", CASE + "/assessment/reopen"): {"revision": 3, "reason": "Invented"},
}
ODD_VALUES = (None, True, -1, 0.5, 2 ** 31, 2 ** 63 - 1, "", "x" * 60_000, "\u0085\u202e", [], [[]], {}, {"a": {"b": []}})


def address(pattern, inspection=OWN, case=NO_CASE):
    return pattern.replace("{inspection}", inspection).replace("{case}", case)


def send(browser, method, path, body, origin="own", token="own", **headers):
    """As a script of a page does; `origin` and `token` may be others, or None."""
    origin = f"http://{browser.host}" if origin == "own" else origin
    token = browser.form_token if token == "own" else token
    sent = {"Content-Type": "application/json"} | {name.replace("_", "-"): value for name, value in headers.items()}
    sent |= {"Origin": origin} if origin is not None else {}
    sent |= {"X-CSRF-Token": token} if token is not None else {}
    return browser.ask(method, path, body if isinstance(body, bytes) else json.dumps(body), sent)


class Api(DemonstrationTest):
    def test_every_address_of_the_api_is_attacked_here(self):
        known = {("GET", pattern) for pattern in GET} | set(CHANGES)
        self.assertEqual({(method, pattern) for method, pattern in routes() if pattern.startswith("/api/")}, known)

    def same(self, one, other):
        self.assertEqual((one.status, one.text), (other.status, other.text))
        return one

    def test_what_one_may_not_see_cannot_be_told_from_what_is_not_there(self):
        for role, browser in self.people.items():
            for inspection, case, chosen_by in ((OWN, self.cases("body")[0], "body"),
                                                (OWN, self.cases("inspectors")[0], "inspectors"),
                                                (FOREIGN, FOREIGN_CASE, "body")):
                with self.subTest(role=role, inspection=inspection, chosen_by=chosen_by):
                    cases = browser.get(address(CASES, inspection))
                    if role in SEES[inspection]:
                        self.assertEqual(cases.status, 200)
                    else:
                        self.assertEqual(self.same(cases, browser.get(address(CASES, NO_SUCH))).status, 404)
                    audits = role == "body.auditor" and inspection == OWN and chosen_by == "body"
                    sees = role in SEES_CASES[inspection] or audits
                    self.assertEqual(case in cases.text, sees)
                    answer = browser.get(address(CASE, inspection, case))
                    if sees:
                        self.assertEqual((answer.status, json.loads(answer.text)["number"]), (200, case))
                    else:
                        self.assertEqual(self.same(answer, browser.get(address(CASE, inspection))).status, 404)

    def test_a_change_to_what_one_may_not_see_is_answered_as_if_it_were_not_there(self):
        before = self.entries()
        for role, browser in self.people.items():
            for (method, pattern), body in CHANGES.items():
                for inspection, case, other in ((FOREIGN, FOREIGN_CASE, (NO_SUCH, FOREIGN_CASE)),
                                                (OWN, self.cases("inspectors")[0], (OWN, NO_CASE))):
                    if role in SEES_CASES[inspection]:
                        continue
                    with self.subTest(role=role, method=method, address=pattern, inspection=inspection):
                        answer = self.same(send(browser, method, address(pattern, inspection, case), body),
                                           send(browser, method, address(pattern, *other), body))
                        self.assertEqual(answer.status, 404)
        self.assertEqual(self.entries(), before)

    def test_a_change_that_a_role_may_not_make_changes_nothing(self):
        before = self.entries()
        for role in ("administrator", "analyst", "press.officer", "disclosure.reviewer", "chief.officer", "liaison.officer"):
            for (method, pattern), body in CHANGES.items():
                for case in (self.cases("body")[0], self.cases("inspectors")[0]):
                    with self.subTest(role=role, method=method, address=pattern):
                        answer = send(self.people[role], method, address(pattern, OWN, case), body)
                        self.assertIn(answer.status, (403, 404, 409, 422))
                        self.assertEqual(answer.header("Content-Type"), "application/problem+json")
        self.assertEqual(self.entries(), before)

    def forger(self):
        browser = self.server.browser()
        browser.cookies[program.SESSION_COOKIE] = "A" * 43
        return browser

    def test_nobody_unknown_is_told_anything(self):
        for pattern in GET:
            for browser in (self.server.browser(), self.forger()):
                with self.subTest(pattern):
                    answer = browser.get(address(pattern, OWN, self.cases("body")[0]))
                    self.assertEqual(answer.status, 401)
                    self.assertNotIn("uillshire", answer.text)

    def test_no_change_is_taken_without_session_token_and_origin(self):
        before = self.entries()
        lead, other = self.people["lead.inspector"], self.people["programme.manager"]
        for (method, pattern), body in CHANGES.items():
            path = address(pattern, OWN, self.cases("body")[0])
            with self.subTest(method=method, address=pattern):
                self.assertEqual(send(self.server.browser(), method, path, body, token=lead.form_token).status, 401)
                self.assertEqual(send(self.forger(), method, path, body, token=lead.form_token).status, 401)
                for name, changed in {
                    "no token": {"token": None}, "an empty token": {"token": ""},
                    "the token of somebody else": {"token": other.form_token},
                    "a token cut short": {"token": lead.form_token[:-1]},
                    "no origin": {"origin": None}, "another origin": {"origin": "https://example.org"},
                    "an origin that begins like ours": {"origin": f"http://{lead.host}.example.org"},
                    "our name in another's address": {"origin": f"http://example.org/{lead.host}"},
                    "an opaque origin": {"origin": "null"},
                }.items():
                    self.assertEqual(send(lead, method, path, body, **changed).status, 403, name)
                for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"):
                    self.assertEqual(send(lead, method, path, body, Content_Type=kind).status, 422, kind)
        self.assertEqual(self.entries(), before)

    def test_an_address_knows_its_methods_and_no_others(self):
        known = {("GET", pattern) for pattern in GET} | set(CHANGES)
        for pattern in {pattern for _, pattern in known}:
            for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
                if (method, pattern) not in known:
                    with self.subTest(method=method, address=pattern):
                        answer = self.people["lead.inspector"].ask(method, address(pattern))
                        self.assertEqual(answer.status, 405)
                        self.assertEqual(answer.header("Content-Type"), "application/problem+json")

    def test_no_json_is_an_accident(self):
        bodies = [file.read_bytes() for file in sorted(pathlib.Path("tests/fuzz/corpus/json").iterdir())]
        case = self.cases("inspectors")[-1]
        before = self.entries()
        for (method, pattern), right in CHANGES.items():
            wrong = [json.dumps(right | {name: value}).encode() for name in right for value in ODD_VALUES
                     if not (name == "judgements" and value == []) and not (name == "reason" and isinstance(value, str))]
            wrong += [json.dumps(right | {"unknown": 1}).encode(), json.dumps(right).encode()[:-1]]
            if "judgements" in right:
                one = right["judgements"][0]
                wrong += [json.dumps(right | {"judgements": [one | {name: value}]}).encode()
                          for name in ("area", "outcome") for value in ODD_VALUES if (name, value) != ("outcome", None)]
                wrong += [json.dumps(right | {"judgements": [one, one]}).encode()]
            for body in bodies + wrong:
                for role in ("lead.inspector", "moderator"):
                    with self.subTest(role=role, method=method, address=pattern, body=body[:60]):
                        answer = send(self.people[role], method, address(pattern, OWN, case), body)
                        self.assertIn(answer.status, (403, 409, 422))
                        self.assertEqual(json.loads(answer.text)["status"], answer.status)
        self.assertEqual(self.entries(), before)


if __name__ == "__main__":
    unittest.main()
