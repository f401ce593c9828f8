#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""The sign-in page as an attacker meets it. Handbook §9.9."""

import re
import unittest
import urllib.parse

import program

ADA, BO, NOBODY = "ada@example.org", "bo@example.org", "eve@example.org"
ELSEWHERE = ("https://example.org/", "//example.org", "///example.org", "/\\example.org", "\\\\example.org", "\\/example.org",
             "javascript:alert(1)", "/\t/example.org", "\t//example.org", " //example.org", "/ok\r\nSet-Cookie: a=b",
             "https:example.org", "http:/example.org", "data:text/html,a", "@example.org", ".example.org", "%2f%2fexample.org",
             "/\x00/example.org", "/é", "")


class Door(program.ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.original = program.new_folder(cls) / "original.db"
        program.make_database(cls.original, ADA, BO)

    def setUp(self):
        super().setUp()
        program.copy_database(self.original, self.database)
        self.server = self.serve()

    def page_of(self, answer, email):
        """What the page says, but for what differs between any two visits."""
        text = re.sub(r'(name="csrf_token" value=")[^"]*', r"\1", answer.text)
        return answer.status, text.replace(email, "the address typed")

    def session_cookie(self, answer):
        return next(line for line in answer.headers.get_all("Set-Cookie") if line.startswith(program.SESSION_COOKIE + "="))

    def test_nobody_is_sent_to_another_site_before_or_after_signing_in(self):
        signed_in = self.server.signed_in(ADA)
        browser = self.server.browser()
        token = browser.get("/sign-in").token()
        for then in ELSEWHERE:
            with self.subTest(then=then):
                answer = signed_in.get("/sign-in?then=" + urllib.parse.quote(then))
                self.assertIn(answer.status, (303, 400))
                if answer.status == 303:
                    self.assertEqual(answer.header("Location"), "/work")
                page = browser.get("/sign-in?then=" + urllib.parse.quote(then))
                self.assertIn(page.status, (200, 400))
        for then in ("//example.org", "/\\example.org", "/ok\r\nSet-Cookie: a=b"):
            with self.subTest(posted=then):
                other = self.server.browser()
                answer = other.sign_in(ADA, then=then)
                self.assertEqual((answer.status, answer.header("Location")), (303, "/work"))
                self.assertNotIn("a", other.cookies)
        self.assertEqual(token, browser.get("/sign-in").token(), "a visit keeps its token")

    def test_a_way_asked_for_on_this_site_is_kept(self):
        browser = self.server.browser()
        answer = browser.get("/inspections/any?page=2&x=%2F%2Fexample.org")
        self.assertEqual(answer.status, 303)
        then = urllib.parse.parse_qs(urllib.parse.urlsplit(answer.header("Location")).query)["then"][0]
        self.assertEqual(browser.sign_in(ADA, then=then).header("Location"), "/inspections/any?page=2&x=%2F%2Fexample.org")

    def test_the_cookie_is_for_this_host_over_tls_alone_and_no_script_reads_it(self):
        cookie = self.session_cookie(self.server.browser().sign_in(ADA))
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        self.assertEqual(attributes, {"path=/", "secure", "httponly", "samesite=lax"})
        token = cookie.split(";")[0].split("=", 1)[1]
        self.assertGreaterEqual(len(token), 40)
        self.assertNotIn(token, self.server.log.read_text())
        self.assertEqual(program.query(self.database, f"select count(*) from session where token_digest = '{token}'"), [(0,)])

    def test_a_session_planted_before_signing_in_is_not_taken_over(self):
        browser = self.server.browser()
        browser.cookies[program.SESSION_COOKIE] = planted = "p" * 43
        self.assertEqual(browser.sign_in(ADA).status, 303)
        self.assertNotEqual(browser.cookies[program.SESSION_COOKIE], planted)
        thief = self.server.browser()
        thief.cookies[program.SESSION_COOKIE] = planted
        self.assertEqual(thief.get("/account").status, 303)
        first = browser.cookies[program.SESSION_COOKIE]
        again = self.server.signed_in(ADA)
        self.assertNotEqual(again.cookies[program.SESSION_COOKIE], first)

    def test_only_the_whole_token_of_a_session_opens_it(self):
        browser = self.server.signed_in(ADA)
        token = browser.cookies[program.SESSION_COOKIE]
        thief = self.server.browser()
        for forged in (token[:-1], token + "A", token.swapcase(), token + "%00", "", "' or 1=1--", "A" * 100_000):
            with self.subTest(forged[:60]):
                thief.cookies = {program.SESSION_COOKIE: forged}
                self.assertIn(thief.get("/account").status, (303, 431))

    def test_signing_out_and_a_new_password_end_what_they_should(self):
        here, there, bo = self.server.signed_in(ADA), self.server.signed_in(ADA), self.server.signed_in(BO)
        kept = dict(here.cookies)
        fields = re.findall(r'type="password"[^>]*name="([^"]*)"|name="([^"]*)"[^>]*type="password"', here.get("/account/password").text)
        current, wanted, again = [one or other for one, other in fields]
        answer = here.post("/account/password", {current: program.PASSWORD, wanted: "quite another one", again: "quite another one"})
        self.assertEqual(answer.status, 303)
        self.assertEqual([browser.get("/account").status for browser in (here, there, bo)], [200, 303, 200])
        self.assertEqual(here.post("/sign-out", {}).status, 303)
        here.cookies = kept
        self.assertEqual(here.get("/account").status, 303)
        self.assertEqual(self.server.browser().sign_in(ADA).status, 422)
        self.assertEqual(self.server.browser().sign_in(ADA, "quite another one").status, 303)

    def test_repeated_failures_lock_an_account_and_never_tell_whether_there_is_one(self):
        known, unknown = self.server.browser(), self.server.browser()
        for attempt in range(12):
            with self.subTest(attempt=attempt):
                one, other = known.sign_in(ADA, "wrong"), unknown.sign_in(NOBODY, "wrong")
                self.assertEqual(self.page_of(one, ADA), self.page_of(other, NOBODY))
                self.assertEqual(one.status, 422)
                self.assertEqual("too many attempts" in one.text, attempt >= 10)
                self.assertEqual(one.headers.keys(), other.headers.keys())
        self.assertIn("too many attempts", known.sign_in(ADA).text, "the right password is not heard either")
        self.assertIn("too many attempts", self.server.browser().sign_in(ADA.upper(), "wrong").text)
        self.assertEqual(self.server.browser().sign_in(BO).status, 303, "others are not locked out")
        logged = self.server.log.read_text()
        for secret in (ADA, NOBODY, "wrong"):
            self.assertNotIn(secret, logged)
        kept = program.query(self.database, "select * from failed_sign_in")
        self.assertEqual(len(kept), 20)
        self.assertNotIn("example.org", str(kept))
        self.head()


if __name__ == "__main__":
    unittest.main()
