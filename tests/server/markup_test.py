#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Hostile words in every field that takes any, then every page that each role can reach: nothing typed
becomes markup, and every answer carries the headers that would stop it if it did."""

import html.parser
import re
import unittest
import urllib.parse

import program
from demonstration import OWN, DemonstrationTest

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)><svg/onload=alert(1)> javascript:alert(1) </textarea></title>"
MOST_OF_A_KIND = 4  # pages of one kind that each role opens
URL_ATTRIBUTES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href"}
# Inline style and script would need a weaker policy; these elements have no business on any page.
NEVER = {"iframe", "object", "embed", "base", "applet", "style", "math"}


class Markup(html.parser.HTMLParser):
    """What is wrong with a page, and where it leads."""

    def __init__(self, page):
        super().__init__()
        self.faults, self.links, self.in_script = [], set(), False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.in_script = tag == "script"
        named = dict(attributes)
        if tag in NEVER:
            self.faults.append(f"<{tag}>")
        if tag == "script" and not named.get("src", "").startswith(("/assets/", "assets/", "../assets/")):
            self.faults.append(f"<script> {named}")
        if tag == "img" and "onerror" in named:
            self.faults.append("<img onerror>")
        for name, value in attributes:
            if name.startswith("on") or name == "style" or name == "srcdoc":
                self.faults.append(f"{name}={value}")
            if name in URL_ATTRIBUTES and re.match(r"\s*(javascript|data|vbscript):", value or "", re.I):
                self.faults.append(f"{name}={value}")
        if tag == "a" and (named.get("href") or "").startswith("/"):
            self.links.add(named["href"])

    def handle_data(self, data):
        if self.in_script and data.strip():
            self.faults.append(f"a script in the page: {data}")


def kind_of(path):
    """The address without what differs between records."""
    return re.sub(r"/(\d+|[a-z]+(-[a-z0-9]+)+)(?=/|$)", "/…", urllib.parse.urlsplit(path).path)


class HostileWords(DemonstrationTest):
    def form_of(self, role, path, action):
        """Every field of the form on that page as a browser would send it untouched."""
        page = self.people[role].get(path)
        self.assertEqual(page.status, 200, path)
        form = re.search(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page.text, re.S)
        self.assertIsNotNone(form, f"{path} has no form for {action}")
        fields = {}
        for tag in re.findall(r"<(?:input|textarea|select)[^>]*>", form[0]):
            name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
            if name and 'type="radio"' not in tag and 'type="submit"' not in tag:
                fields[name[1]] = value[1] if value else ""
        for select in re.findall(r"<select.*?</select>", form[0], re.S):
            options = [value for value in re.findall(r'<option[^>]*value="([^"]*)"', select) if value]
            fields[re.search(r'name="([^"]*)"', select)[1]] = options[0] if options else ""
        return fields, form[0]

    def type_hostile_words(self):
        """Into every field that takes words; each must be taken or come back."""
        people = self.people
        taken = {}

        def send(name, role, path, fields):
            taken[name] = people[role].post(path, fields)

        send("conflict", "chief.officer", "/account/conflicts", {
            "organisation": "farshire-constabulary", "reason": HOSTILE, "first_day-day": "1", "first_day-month": "1",
            "first_day-year": "2024"})
        fields, _ = self.form_of("programme.manager", "/programme/plan", "/programme/plan")
        fields |= {"title": "Hostile " + HOSTILE, "kind": "initial", "theme": HOSTILE, "follows": ""}
        send("plan", "programme.manager", "/programme/plan", fields)
        prepare = f"/inspections/{OWN}/prepare-cases"
        send("sample", "lead.inspector", prepare, {
            "add": "sample", "sample": HOSTILE[:100], "chosen_by": "inspectors", "method": "by-hand",
            "list": HOSTILE[:200], "repeated_by": HOSTILE[:200]})
        case = self.cases("inspectors")[-1]
        path = f"/inspections/{OWN}/cases/{case}"
        fields, form = self.form_of("inspector", path, path + "/assessment")
        areas = [name for name in fields if name.startswith("reason-")]
        self.assertGreater(len(areas), 5)
        fields |= dict.fromkeys(areas, HOSTILE) | {"action": "save"}
        send("assessment", "inspector", path + "/assessment", fields)
        stale = fields | dict.fromkeys(areas, "Stale " + HOSTILE)
        send("conflict of versions", "second.inspector", path + "/assessment", stale)
        submitted = self.numbers("select c.number from assessment a join case_file c on c.id = a.case_id"
                                 " where a.state = 'submitted' and a.assessor_type = 'inspectors'")[0]
        path = f"/inspections/{OWN}/cases/{submitted}"
        fields, _ = self.form_of("moderator", path, path + "/moderation")
        send("moderation", "moderator", path + "/moderation", fields | {"reason": HOSTILE, "action": "return"})
        duty = self.numbers("select min(id) from response_duty")[0]
        fields, _ = self.form_of("editor", f"/responses/{duty}", f"/responses/{duty}")
        fields |= {"address": "https://example.org/" + HOSTILE, "source": HOSTILE, "note": HOSTILE}
        fields |= {"received-on-day": "", "received-on-month": "", "received-on-year": ""}
        send("response refused", "editor", f"/responses/{duty}", fields | {"address": "javascript:alert(1)"})
        send("response", "editor", f"/responses/{duty}", fields | {"address": ""})
        answer = self.server.browser().sign_in(HOSTILE, HOSTILE, HOSTILE)
        taken["sign-in"] = answer
        return taken

    def check(self, path, answer):
        self.assertNotIn(answer.status, (500, 503, 507), path)
        for name, value in (("Content-Security-Policy", "default-src 'self'"), ("X-Content-Type-Options", "nosniff"),
                            ("Referrer-Policy", "same-origin")):
            self.assertIn(value, answer.header(name) or "", path)
        self.assertNotIn("unsafe", answer.header("Content-Security-Policy"))
        if not (answer.header("Content-Type") or "").startswith("text/html"):
            return set()
        markup = Markup(answer.text)
        self.assertEqual(markup.faults, [], path)
        return markup.links

    def crawl(self, browser, *starts):
        """Every kind of page that can be reached; the texts."""
        seen, waiting, count, texts = set(), list(starts), {}, []
        while waiting:
            path = waiting.pop()
            if path in seen or count.get(kind_of(path), 0) >= MOST_OF_A_KIND:
                continue
            seen.add(path)
            count[kind_of(path)] = count.get(kind_of(path), 0) + 1
            answer = browser.get(path)
            waiting += sorted(self.check(path, answer))
            texts.append(answer.text)
        return "".join(texts)

    def test_nothing_typed_becomes_markup_on_any_page_that_any_role_can_reach(self):
        added = program.run("user", "add", "--name", HOSTILE[:60], "--email", "hostile@example.org", "--role", "editor",
                            "--database", self.path)
        self.assertEqual(added.returncode, program.DONE, added.stderr)
        for name, answer in self.type_hostile_words().items():
            with self.subTest(name):
                self.assertIn(answer.status, (303, 409, 422))
                self.check(name, answer)
        cases = [f"/inspections/{OWN}/cases/{number}" for number in self.cases("inspectors") + self.cases("body")]
        for role in ("administrator", "programme.manager", "moderator", "analyst", "editor", "lead.inspector", "inspector",
                     "second.inspector", "body.auditor", "chief.officer"):
            with self.subTest(role):
                text = self.crawl(self.people[role], "/work", "/programme?origin=own", "/programme", f"/inspections/{OWN}",
                                  f"/inspections/{OWN}/team", f"/inspections/{OWN}/prepare-cases", f"/inspections/{OWN}/cases",
                                  "/responses", "/account", "/account/conflicts", "/moderation", "/nowhere")
                for path in cases:
                    answer = self.people[role].get(path)
                    self.check(path, answer)
                    text += answer.text
                if role in ("moderator", "lead.inspector", "inspector", "chief.officer"):
                    self.assertIn("&lt;script&gt;", text, "the words are shown, escaped")
        self.crawl(self.server.browser(), "/", "/site/index.html", "/sign-in?then=" + urllib.parse.quote(HOSTILE),
                   "/" + urllib.parse.quote(HOSTILE), "/site/" + urllib.parse.quote(HOSTILE))


if __name__ == "__main__":
    unittest.main()
