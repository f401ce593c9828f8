#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Every role at every address: what a person may not see cannot be told from what is not there, and a form
changes nothing unless it is ours, made for this person, who may do it. Handbook §9.1 to §9.3."""

import itertools
import re
import unittest
import urllib.parse

import program
from demonstration import FOREIGN, FOREIGN_CASE, NO_CASE, NO_SUCH, OWN, SEES, SEES_CASES, DemonstrationTest, routes

# What stands in place of {inspection}, {key} and {case}, and with it whether it is there.
GET = {
    "/": "redirect", "/site": "redirect", "/site/{path...}": "public", "/sign-in": "redirect",
    "/account": "own", "/account/password": "own", "/account/conflicts": "own",
    "/account/conflicts/declare": "own", "/work": "own", "/moderation": "own",
    "/programme": "own", "/programme/plan": "role", "/responses": "own", "/responses/{duty}": "role",
    "/programmes/{programme}/recommendations/{recommendation}/answers": "role",
    "/responses/{duty}/answers/{recommendation}": "role", "/responses/{duty}/answers/{recommendation}/history": "role",
    "/publications/{publication}/evaluations": "role",
    "/publications/{publication}/evaluations/{evaluation}": "role",
    "/publications/{publication}/evaluations/{evaluation}/file": "role", "/programmes/{programme}/before-and-after": "role",
    "/inspections/{key}": "inspection", "/inspections/{key}/dates": "inspection", "/inspections/{key}/team": "inspection",
    "/inspections/{inspection}/cases": "inspection", "/inspections/{inspection}/prepare-cases": "inspection",
    "/inspections/{inspection}/cases/{case}": "case", "/inspections/{inspection}/cases/{case}/history": "case",
    "/inspections/{inspection}/evidence": "inspection", "/inspections/{inspection}/evidence/note": "inspection",
    "/inspections/{inspection}/evidence/document": "inspection",
    "/inspections/{inspection}/evidence/{document}": "inspection",
    "/inspections/{inspection}/evidence/{document}/file": "inspection",
    "/inspections/{inspection}/evidence/{document}/coding": "inspection",
    "/insight": "own", "/programmes/{programme}/insight": "role",
    "/codebook": "own", "/programmes/{programme}/codebook": "role", "/programmes/{programme}/codebook/add": "role",
    "/programmes/{programme}/codebook/themes/{theme}": "role",
    "/programmes/{programme}/codebook/themes/{theme}/revise": "role",
    "/inspections/{inspection}/findings": "inspection", "/inspections/{inspection}/new-finding": "inspection",
    "/inspections/{inspection}/findings/{finding}": "inspection",
    "/inspections/{inspection}/findings/{finding}/extracts": "inspection",
    "/inspections/{inspection}/findings/{finding}/history": "inspection",
    "/figures": "own", "/programmes/{programme}/figures": "role", "/programmes/{programme}/figures/new": "role",
    "/programmes/{programme}/figures/{figure}": "role", "/programmes/{programme}/figures/{figure}/revise": "role",
    "/programmes/{programme}/recommendations": "role", "/programmes/{programme}/new-recommendation": "role",
    "/programmes/{programme}/recommendations/{recommendation}": "role",
    "/programmes/{programme}/recommendations/{recommendation}/choose-findings": "role",
    "/programmes/{programme}/recommendations/{recommendation}/history": "role",
    "/reports": "own", "/programmes/{programme}/reports": "role", "/programmes/{programme}/reports/start": "role",
    "/programmes/{programme}/reports/{report}": "role", "/programmes/{programme}/reports/{report}/draft": "role",
    "/programmes/{programme}/reports/{report}/title": "role",
    "/programmes/{programme}/reports/{report}/removed-sections": "role",
    "/programmes/{programme}/reports/{report}/sections/add": "role",
    "/programmes/{programme}/reports/{report}/sections/{section}": "role",
    "/programmes/{programme}/reports/{report}/sections/{section}/remove": "role",
    "/programmes/{programme}/reports/{report}/sections/{section}/history": "role",
    "/programmes/{programme}/reports/{report}/sections/{section}/set-aside": "role",
    "/programmes/{programme}/reports/{report}/sections/{section}/history/{revision}": "role",
    "/programmes/{programme}/reports/{report}/publish": "role", "/editions": "role", "/editions/{edition}": "role",
    "/editions/{edition}/verify": "role", "/editions/{edition}/figures/{figure}": "role",
}
# A form that would be right, were it sent by the right person.
POST = {
    "/sign-in": {}, "/sign-out": {}, "/account/password": {}, "/account/conflicts": {},
    "/programme/plan": {"title": "Invented", "kind": "initial", "body": "1", "programme": "1"},
    "/responses/{duty}": {"format": "letter", "source": "Invented", "source-type": "official", "revision": "0"},
    "/responses/{duty}/answers/{recommendation}": {"revision": "0", "kind": "no-action", "text": "Invented"},
    "/publications/{publication}/evaluations": {"title": "Invented"},
    "/publications/{publication}/evaluations/{evaluation}/withdraw": {"reason": "Invented"},
    "/inspections/{key}/dates": {"based_on": "1", "report-year": "2026", "sense": "period"},
    "/inspections/{key}/stage": {"action": "begin-fieldwork"},
    "/inspections/{key}/team": {"person": "1", "role": "inspector"},
    "/inspections/{key}/team/{membership}/end": {},
    "/inspections/{inspection}/prepare-cases": {"add": "sample", "sample": "Invented", "chosen_by": "inspectors",
                                                  "method": "by-hand", "list": "Invented"},
    "/inspections/{inspection}/cases/{case}/assessment": {"revision": "0", "action": "save", "reason-overall": "Invented"},
    "/inspections/{inspection}/cases/{case}/moderation": {"revision": "2", "action": "agree"},
    "/inspections/{inspection}/cases/{case}/assignee": {"assigned_to": ""},
    "/inspections/{inspection}/evidence/note": {"kind": "interview", "title": "Invented", "text": "Invented"},
    "/inspections/{inspection}/evidence/document": {"kind": "document", "title": "Invented"},
    "/inspections/{inspection}/evidence/{document}/extracts": {"passage": "1"},
    "/inspections/{inspection}/evidence/{document}/codings": {"passage": "1", "themes": "invented"},
    "/inspections/{inspection}/evidence/{document}/codings/{coding}/remove": {},
    "/inspections/{inspection}/evidence/{document}/codings/{coding}/memo": {"memo": "Invented"},
    "/programmes/{programme}/codebook/add": {"name": "", "definition": "Invented"},
    "/programmes/{programme}/codebook/themes/{theme}/revise": {"based-on": "1", "name": "I", "definition": "Invented"},
    "/programmes/{programme}/codebook/themes/{theme}/retire": {},
    "/inspections/{inspection}/findings": {"statement": "", "direction": "weakness"},
    "/inspections/{inspection}/findings/{finding}/revision": {"revision": "1", "statement": "Invented", "direction": "strength"},
    "/inspections/{inspection}/findings/{finding}/support": {"revision": "1", "case": NO_CASE},
    "/inspections/{inspection}/findings/{finding}/moderation": {"revision": "1", "action": "agree"},
    "/programmes/{programme}/figures/new": {"title": "", "alternative-text": "Invented", "measure": "inspections"},
    "/programmes/{programme}/figures/{figure}/revise": {"based-on": "1", "title": "Invented", "alternative-text": "Invented",
                                                         "measure": "inspections"},
    "/programmes/{programme}/recommendations": {"text": "", "term": "immediately"},
    "/programmes/{programme}/recommendations/{recommendation}/revision": {"revision": "1", "text": "Invented", "term": "immediately"},
    "/programmes/{programme}/recommendations/{recommendation}/addressees": {"revision": "1", "addressee": "1"},
    "/programmes/{programme}/recommendations/{recommendation}/findings": {"revision": "1", "inspection": OWN, "finding": "1"},
    "/programmes/{programme}/recommendations/{recommendation}/moderation": {"revision": "1", "action": "settle"},
    "/programmes/{programme}/reports/start": {"title": "", "summary": "Invented"},
    "/programmes/{programme}/reports/{report}/title": {"based-on": "1", "title": "Invented"},
    "/programmes/{programme}/reports/{report}/sections/add": {"title": "Invented", "markdown": "", "action": "save"},
    "/programmes/{programme}/reports/{report}/sections/add/preview": {"title": "Invented", "markdown": "Invented"},
    "/programmes/{programme}/reports/{report}/sections/{section}": {"based-on": "1", "title": "I", "action": "save"},
    "/programmes/{programme}/reports/{report}/sections/{section}/preview": {"title": "I", "markdown": "Invented"},
    "/programmes/{programme}/reports/{report}/sections/{section}/move": {"direction": "up"},
    "/programmes/{programme}/reports/{report}/sections/{section}/remove": {"reason": "Invented"},
    "/programmes/{programme}/reports/{report}/publish": {
        "published-on-day": "1", "published-on-month": "1", "published-on-year": "2020", "press-release": "# Invented"},
}
ANYBODYS = {"/sign-in", "/sign-out", "/account/password", "/account/conflicts"}


# The fields that POST above leaves out, and who may send each form.
FIGURE = ("scale", "area", "grades", "theme", "direction", "term", "addressee", "kinds", "fieldwork-from", "fieldwork-until")
FURTHER = {
    "/account/conflicts": ("organisation", "reason", "first_day-day", "first_day-month", "first_day-year", "name", "page"),
    "/account/password": ("current-password", "password", "password-again"),
    "/programme/plan": ("framework", "follows", "theme"),
    "/responses/{duty}": ("address", "note", "received-on-day", "received-on-month", "received-on-year"),
    "/inspections/{key}/team": ("name", "page"),
    "/inspections/{key}/dates": tuple(f"{date}-{part}" for date in ("fieldwork", "fieldwork_end", "report", "web")
                                      for part in ("day", "month", "year")),
    "/inspections/{inspection}/prepare-cases": ("sample_id", "kind", "list_length", "repeated_by"),
    "/inspections/{inspection}/evidence/note": ("corrects", "dated-day", "dated-month", "dated-year"),
    "/inspections/{inspection}/evidence/{document}/extracts": ("last",),
    "/inspections/{inspection}/evidence/{document}/codings": ("last", "begin", "end", "memo"),
    "/programmes/{programme}/codebook/add": ("key", "parent", "when-to-use", "when-not-to-use"),
    "/programmes/{programme}/codebook/themes/{theme}/revise": ("when-to-use", "when-not-to-use"),
    "/inspections/{inspection}/findings": ("area", "theme"),
    "/inspections/{inspection}/findings/{finding}/revision": ("area", "theme", "action"),
    "/inspections/{inspection}/findings/{finding}/support": ("extract", "action"),
    "/inspections/{inspection}/findings/{finding}/moderation": ("reason",),
    "/programmes/{programme}/figures/new": FIGURE + ("key",),
    "/programmes/{programme}/figures/{figure}/revise": FIGURE,
    "/programmes/{programme}/recommendations": ("made-in",),
    "/programmes/{programme}/recommendations/{recommendation}/revision": ("action",),
    "/programmes/{programme}/recommendations/{recommendation}/addressees": ("action",),
    "/programmes/{programme}/recommendations/{recommendation}/findings": ("action",),
    "/programmes/{programme}/recommendations/{recommendation}/moderation": ("reason",),
    "/programmes/{programme}/reports/start": ("key", "subtitle"),
    "/programmes/{programme}/reports/{report}/title": ("subtitle", "summary"),
    "/programmes/{programme}/reports/{report}/sections/add": ("find", "figures"),
    "/programmes/{programme}/reports/{report}/sections/{section}": ("markdown", "find", "figures"),
    "/programmes/{programme}/reports/{report}/publish": ("change-note",),
    "/inspections/{inspection}/cases/{case}/assessment": ("outcome-overall",),
    "/inspections/{inspection}/cases/{case}/moderation": ("reason",),
}
SENDERS = {"/programme/plan": "programme.manager", "/responses/{duty}": "editor",
           "/responses/{duty}/answers/{recommendation}": "editor", "/publications/{publication}/evaluations": "editor",
           "/publications/{publication}/evaluations/{evaluation}/withdraw": "editor",
           "/inspections/{inspection}/cases/{case}/moderation": "moderator",
           "/programmes/{programme}/codebook/add": "analyst",
           "/programmes/{programme}/figures/new": "analyst", "/programmes/{programme}/figures/{figure}/revise": "analyst",
           "/programmes/{programme}/recommendations": "analyst",
           "/programmes/{programme}/recommendations/{recommendation}/revision": "analyst",
           "/programmes/{programme}/recommendations/{recommendation}/addressees": "analyst",
           "/programmes/{programme}/recommendations/{recommendation}/findings": "analyst",
           "/programmes/{programme}/recommendations/{recommendation}/moderation": "moderator",
           "/programmes/{programme}/codebook/themes/{theme}/revise": "analyst",
           "/programmes/{programme}/reports/start": "editor"}
ANY_BYTES = ("%FF", "a%00b", "%ED%A0%80", "%C2%85%E2%80%AE", "9223372036854775808", "-1", "2026-02-30", "x" * 60_000)


def address(pattern, inspection=OWN, case=NO_CASE):
    place = {"{inspection}": inspection, "{key}": inspection, "{case}": case, "{duty}": "1", "{membership}": "1", "{document}": "1",
             "{coding}": "1", "{programme}": "invented-programme", "{theme}": "invented",
             "{finding}": "1", "{figure}": "invented", "{recommendation}": "r-001",
             "{report}": "invented", "{section}": "1", "{revision}": "1",
             "{edition}": "invented-1",
             "{publication}": "thematic-2019", "{evaluation}": "1",
             "{path...}": "index.html"}
    return re.sub(r"\{[^}]*\}", lambda name: place[name[0]], pattern)


class Access(DemonstrationTest):
    def test_every_address_of_the_program_is_attacked_here(self):
        known = {("GET", pattern) for pattern in GET} | {("POST", pattern) for pattern in POST}
        pages = {(method, pattern) for method, pattern in routes() if not pattern.startswith("/api/")}  # api_test.py
        self.assertEqual(pages, known, "a new address needs a line in GET or POST above")

    def test_the_navigation_offers_each_role_what_it_works_with(self):
        for role, offered, other in (("inspector", ("/codebook", "/insight"), ("/reports", "/moderation")),
                                     ("analyst", ("/codebook", "/insight", "/figures", "/reports"), ("/moderation",)),
                                     ("editor", ("/figures", "/reports", "/responses"), ("/codebook", "/insight")),
                                     ("press.officer", ("/figures", "/reports", "/site"), ("/codebook", "/insight")),
                                     ("hm.inspector", ("/codebook", "/insight", "/reports"), ("/moderation",)),
                                     ("panel.member", ("/responses", "/site"), ("/codebook", "/insight", "/reports")),
                                     ("policing.body", ("/responses",), ("/codebook", "/insight", "/reports"))):
            page = self.people[role].get("/work").text
            for address in offered:
                self.assertIn(f'href="{address}"', page, role)
            for address in other:
                self.assertNotIn(f'href="{address}"', page, role)

    def same(self, browser, one, other, method="GET", fields=None):
        """The two addresses answer alike; how."""
        def answer(path):
            return browser.get(path) if method == "GET" else browser.post(path, fields)
        first, second = answer(one), answer(other)
        self.assertEqual(first.status, second.status, f"{one} and {other}")
        self.assertEqual(first.text, second.text, f"{one} and {other}")
        return first

    def test_an_inspection_one_may_not_see_cannot_be_told_from_none(self):
        for role, browser in self.people.items():
            for inspection, who in SEES.items():
                for pattern, kind in GET.items():
                    if kind not in ("inspection", "case"):
                        continue
                    case = {OWN: self.cases("body")[0], FOREIGN: FOREIGN_CASE}.get(inspection, NO_CASE)
                    real = address(pattern, inspection, case)
                    with self.subTest(role=role, address=real):
                        if role not in who:
                            answer = self.same(browser, real, address(pattern, NO_SUCH, case))
                            self.assertEqual(answer.status, 404)
                        elif pattern == "/inspections/{key}":
                            self.assertEqual(browser.get(real).status, 200)
                        else:
                            self.assertIn(browser.get(real).status, (200, 403, 404))

    def test_a_case_one_may_not_see_cannot_be_told_from_none(self):
        patterns = [pattern for pattern, kind in GET.items() if kind == "case"]
        for role, browser in self.people.items():
            for pattern, (inspection, case, chosen_by) in itertools.product(patterns, (
                    (OWN, self.cases("body")[0], "body"), (OWN, self.cases("inspectors")[0], "inspectors"),
                    (FOREIGN, FOREIGN_CASE, "body"))):
                with self.subTest(role=role, address=pattern, inspection=inspection, chosen_by=chosen_by):
                    audits = role == "body.auditor" and inspection == OWN and chosen_by == "body"
                    real = address(pattern, inspection, case)
                    if role in SEES_CASES[inspection] or audits:
                        self.assertEqual(browser.get(real).status, 200)
                    else:
                        answer = self.same(browser, real, address(pattern, inspection, NO_CASE))
                        self.assertEqual(answer.status, 404)
                        self.assertNotIn(case, answer.text)

    def test_a_form_about_what_one_may_not_see_is_answered_as_if_it_were_not_there(self):
        before = self.entries()
        for role, browser in self.people.items():
            for pattern, fields in POST.items():
                if "{inspection}" not in pattern and "{key}" not in pattern:
                    continue
                with self.subTest(role=role, address=pattern):
                    if role not in SEES[FOREIGN]:
                        answer = self.same(browser, address(pattern, FOREIGN, FOREIGN_CASE),
                                           address(pattern, NO_SUCH, FOREIGN_CASE), "POST", fields)
                        self.assertEqual(answer.status, 404)
        self.assertEqual(self.entries(), before)

    def test_a_form_that_a_role_may_not_send_changes_nothing(self):
        """Those whose roles let them read alone, at every form that is not about themselves."""
        before = self.entries()
        for role in ("administrator", "analyst", "press.officer", "disclosure.reviewer", "evaluator", "home.office",
                     "panel.member", "hm.inspector", "partner.inspector", "local.partner", "chief.officer", "liaison.officer"):
            for pattern, fields in POST.items():
                if pattern in ANYBODYS:
                    continue
                for case in (self.cases("body")[0], self.cases("inspectors")[0]):
                    with self.subTest(role=role, address=pattern):
                        answer = self.people[role].post(address(pattern, OWN, case), fields)
                        self.assertIn(answer.status, (403, 404, 409, 422))
        self.assertEqual(self.entries(), before)

    def test_nobody_unknown_gets_past_the_door(self):
        for pattern, kind in GET.items():
            if kind in ("public", "redirect"):
                continue
            with self.subTest(pattern):
                path = address(pattern, OWN, self.cases("body")[0])
                for browser in (self.server.browser(), self.forger()):
                    answer = browser.get(path)
                    self.assertEqual(answer.status, 303)
                    self.assertTrue(answer.header("Location").startswith("/sign-in?then="))
                    self.assertNotIn("uillshire", answer.text)

    def forger(self):
        browser = self.server.browser()
        browser.cookies[program.SESSION_COOKIE] = "A" * 43
        return browser

    def test_no_form_is_taken_without_session_token_and_origin(self):
        before = self.entries()
        lead, other = self.people["lead.inspector"], self.people["programme.manager"]
        for pattern, fields in POST.items():
            path = address(pattern, OWN, self.cases("body")[0])
            with self.subTest(pattern):
                for name, answer in {
                    "no session": self.server.browser().post(path, fields, token=lead.form_token),
                    "an invented session": self.forger().post(path, fields, token=lead.form_token),
                    "no token": lead.post(path, fields, token=None),
                    "an empty token": lead.post(path, fields, token=""),
                    "the token of somebody else": lead.post(path, fields, token=other.form_token),
                    "a token cut short": lead.post(path, fields, token=lead.form_token[:-1]),
                    "no origin": lead.post(path, fields, origin=None),
                    "another origin": lead.post(path, fields, origin="https://example.org"),
                    "an origin that begins like ours": lead.post(path, fields, origin=f"http://{lead.host}.example.org"),
                    "our name in another's address": lead.post(path, fields, origin=f"http://example.org/{lead.host}"),
                    "an opaque origin": lead.post(path, fields, origin="null"),
                    "another origin and our referrer": lead.post(path, fields, origin="https://example.org",
                                                                 Referer=f"http://{lead.host}{path}"),
                }.items():
                    self.assertEqual(answer.status, 403, name)
                for kind in ("text/plain", "application/json", "multipart/form-data; boundary=a"):
                    answer = lead.post(path, fields, **{"Content-Type": kind})
                    self.assertIn(answer.status, (403, 422), kind)
        self.assertEqual(self.entries(), before)

    def test_an_address_knows_its_methods_and_no_others(self):
        for pattern in GET.keys() | POST.keys():
            path = address(pattern)
            for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
                if (method == "GET" and pattern in GET) or (method == "POST" and pattern in POST):
                    continue
                with self.subTest(method=method, address=pattern):
                    answer = self.people["lead.inspector"].ask(method, path)
                    self.assertEqual(answer.status, 405)
                    self.assertIn("HEAD" if pattern in GET else "POST", answer.header("Allow"))

    def test_an_absurd_number_in_an_address_is_no_accident(self):
        absurd = ("0", "-1", "9223372036854775807", "9223372036854775808", "4294967297", "1e9", "%00", "", "x" * 3000,
                  "1%20or%201%3D1", "%27%22%3B--")
        for role in ("moderator", "lead.inspector", "editor"):
            for pattern in GET:
                for value in absurd:
                    with self.subTest(role=role, address=pattern, value=value):
                        path = re.sub(r"\{(duty|membership|case)\}", lambda _: value or "0", pattern)
                        answer = self.people[role].get(f"{address(path)}?page={value}&body={value}&kind={value}&then={value}")
                        self.assertIn(answer.status, (200, 303, 400, 403, 404, 414))

    def test_no_bytes_in_any_field_are_an_accident(self):
        case = self.cases("inspectors")[0]
        for pattern, fields in POST.items():
            browser = self.people[SENDERS.get(pattern, "lead.inspector")]
            for field in () if pattern in ("/sign-in", "/sign-out") else (*fields, *FURTHER.get(pattern, ())):
                for value in ANY_BYTES:
                    with self.subTest(address=pattern, field=field, value=value[:20]):
                        others = {name: text for name, text in fields.items() if name != field}
                        body = urllib.parse.urlencode(others | {"csrf_token": browser.form_token}) + f"&{field}={value}"
                        answer = browser.ask("POST", address(pattern, OWN, case), body, {
                            "Origin": f"http://{browser.host}", "Content-Type": "application/x-www-form-urlencoded"})
                        self.assertLess(answer.status, 500)

    def test_the_lists_hold_nothing_of_an_inspection_one_may_not_see(self):
        for role, browser in self.people.items():
            for path in ("/work", "/moderation", "/programme?origin=own", "/responses"):
                with self.subTest(role=role, address=path):
                    page = browser.get(path).text
                    if role not in SEES[OWN]:
                        self.assertNotIn(OWN, page)
                    if role not in SEES[FOREIGN]:
                        self.assertNotIn("arshire", page)
        self.assertIn("Farshire", self.people["analyst"].get("/programme?origin=own").text)

    def test_fields_that_no_form_has_change_nothing(self):
        auditor = self.people["chief.officer"]
        me, other = self.numbers("select id from person where email in ('chief.officer@example.org',"
                                 " 'editor@example.org') order by email")
        answer = auditor.post("/account/conflicts", {
            "organisation": "farshire-constabulary", "reason": "Invented", "first_day-day": "1", "first_day-month": "1",
            "first_day-year": "2024", "person": other, "person_id": other, "id": 1, "ended_at": "2024-01-01",
            "end_reason": "Ended", "declared_at": "2001-01-01", "role": "administrator", "disabled": "1"})
        self.assertEqual(answer.status, 303)
        self.assertEqual(program.query(self.path, "select person_id, ended_at, end_reason from conflict_of_interest"
                                       " where reason = 'Invented'"), [(me, None, None)])
        case = self.cases("inspectors")[-1]
        answer = self.people["inspector"].post(address("/inspections/{inspection}/cases/{case}/assessment", OWN, case), {
            "revision": "0", "action": "save", "reason-overall": "Invented too", "state": "agreed", "by": "body",
            "assessor_type": "body", "person_id": other, "authors": other, "first_submitted": "1", "id": "1"})
        self.assertEqual(answer.status, 303)
        self.assertEqual(program.query(
            self.path, "select a.assessor_type, a.state, a.first_submitted, r.person_id, a.revision from assessment a"
            " join assessment_revision r on r.assessment_id = a.id join case_file c on c.id = a.case_id"
            f" where c.number = '{case}'"),
            [("inspectors", "draft", None, self.numbers("select id from person where email = 'inspector@example.org'")[0], 1)])
        self.assertEqual(self.numbers("select count(*) from role_grant where role = 'administrator'"), [1])


if __name__ == "__main__":
    unittest.main()
