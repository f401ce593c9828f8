# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""The program under test, and what a browser and an attacker need to talk to it.

Nothing here knows how the program works inside: it is started as an operator
starts it, and spoken to over its socket. The program is named by the environment
variable SIGHTLINE_PROGRAM. Python's standard library is all that is used.
"""

import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import unittest
import urllib.parse

PROGRAM = os.environ.get("SIGHTLINE_PROGRAM", "build/dev/sightline")
PASSWORD = "an invented password"
DONE, DECLINED, WORLD_FAILED = 0, 1, 70
PATIENCE = 60  # seconds; generous, for a machine that is busy with other tests
SESSION_COOKIE = "__Host-sightline"

# The quarantine of a sanitized build would drown what a request leaves behind.
ENVIRONMENT = {**{name: value for name, value in os.environ.items() if not name.startswith("SIGHTLINE_")},
               "ASAN_OPTIONS": "quarantine_size_mb=8"}


def run(*words, typed="", **environment):
    return subprocess.run([PROGRAM, *words], input=typed, capture_output=True, text=True, timeout=PATIENCE,
                          env={**ENVIRONMENT, **environment})


def web_folder(folder):
    """As good as the built stylesheet and script, for tests that look at neither."""
    web = folder / "web"
    if not web.exists():
        web.mkdir()
        for name in ("sightline.css", "sightline.js", "icon.svg"):
            (web / name).write_text("/**/")
    return web


class Page:
    """An answer, read to its end."""

    def __init__(self, answer):
        self.status = answer.status
        self.headers = answer.headers
        self.text = answer.read().decode()

    def header(self, name):
        return self.headers.get(name)

    def token(self):
        """The hidden token of the page's forms."""
        return re.search(r'name="csrf_token" value="([^"]*)"', self.text)[1]


class Browser:
    """Keeps cookies and follows nothing. One per thread."""

    def __init__(self, port):
        self.port = port
        self.host = f"127.0.0.1:{port}"
        self.cookies = {}
        self.form_token = None
        self.connection = None

    def ask(self, method, path, body=None, headers=()):
        self.connection = self.connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        sent = dict(headers)
        if self.cookies:
            sent.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        try:
            self.connection.request(method, path, body, sent)
            answer = Page(self.connection.getresponse())
        except BaseException:
            self.leave()
            raise
        for line in answer.headers.get_all("Set-Cookie", []):
            name, value = line.split(";")[0].split("=", 1)
            if value:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers)

    def post(self, path, fields, origin="own", token="own", **headers):
        """As a form of the site does; `origin` and `token` may be others, or None."""
        fields = dict(fields)
        if token == "own":
            token = self.form_token
        if token is not None:
            fields["csrf_token"] = token
        if origin is not None:
            headers["Origin"] = f"http://{self.host}" if origin == "own" else origin
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return self.ask("POST", path, urllib.parse.urlencode(fields), headers)

    def sign_in(self, email, password=PASSWORD, then="", **fields):
        token = self.get("/sign-in").token()
        answer = self.post("/sign-in", {"email": email, "password": password, "then": then, **fields}, token=token)
        if answer.status == 303:
            self.form_token = self.get("/account/password").token()
        return answer

    def move_to(self, server):
        """Speaks to another server from here on; the cookies stay."""
        self.leave()
        self.port = server.port
        self.host = f"127.0.0.1:{server.port}"

    def leave(self):
        if self.connection:
            self.connection.close()
        self.connection = None


class Server:
    """A `sightline serve` of its own. `wrapped_in`: the command that runs it, e.g. unshare."""

    def __init__(self, database, folder, wrapped_in=(), preexec=None, options=()):
        web = web_folder(folder)
        self.log = folder / "log"
        self.browsers = []
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*wrapped_in, PROGRAM, "serve", "--database", str(database), "--listen", "127.0.0.1:0",
                 "--web", str(web), "--json", *options],
                stdout=subprocess.PIPE, stderr=log, text=True, env=ENVIRONMENT, preexec_fn=preexec)
        said = self.process.stdout.readline()
        if not said:
            raise AssertionError("the server did not start: " + self.log.read_text())
        self.port = urllib.parse.urlsplit(json.loads(said)["listening"]).port

    def browser(self):
        browser = Browser(self.port)
        self.browsers.append(browser)
        return browser

    def signed_in(self, email, password=PASSWORD):
        browser = self.browser()
        answer = browser.sign_in(email, password)
        assert answer.status == 303, answer.text
        return browser

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def send(self, request):
        """Bytes as they are; everything that comes back until the server closes."""
        with self.socket() as connection:
            try:
                connection.sendall(request)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server has already refused and closed
            return read_all(connection)

    def resident_bytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def end(self):
        for browser in self.browsers:
            browser.leave()
        if self.process.poll() is None:
            self.kill()
        self.process.stdout.close()

    def kill(self):
        self.process.kill()
        self.process.communicate(timeout=PATIENCE)

    def stop(self):
        """Its exit code after SIGTERM; what it wrote last."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        written, _ = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, written


def read_all(connection):
    received = b""
    while True:
        try:
            piece = connection.recv(65536)
        except ConnectionResetError:
            return received
        if not piece:
            return received
        received += piece


class ServerTest(unittest.TestCase):
    """A folder that goes when the test ends, and whatever was started in it."""

    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = pathlib.Path(directory.name)
        self.database = str(self.folder / "sightline.db")

    def done(self, *words, **options):
        ended = run(*words, **options)
        self.assertEqual(ended.returncode, DONE, ended.stdout + ended.stderr)
        return ended.stdout

    def make_database(self, *emails, database=None, organisations=0):
        make_database(database or self.database, *emails, organisations=organisations)

    def serve(self, database=None, **options):
        server = Server(database or self.database, self.folder, **options)
        self.addCleanup(server.end)
        return server

    def stop(self, server):
        code, _ = server.stop()
        self.assertEqual(code, DONE, server.log.read_text()[-4000:])

    def head(self, database=None):
        """Verifies the journal; its number of entries and its head digest."""
        found = json.loads(self.done("journal", "verify", "--json", "--database", database or self.database))
        return found["entries"], found["head"]


def must(*words, **options):
    ended = run(*words, **options)
    if ended.returncode != DONE:
        raise AssertionError(ended.stdout + ended.stderr)


def make_database(database, *emails, organisations=0):
    """A database with editors of these addresses and some organisations."""
    database = str(database)
    must("migrate", "--database", database)
    for email in emails:
        must("user", "add", "--name", email.split("@")[0].title() + " Example", "--email", email,
             "--role", "editor", "--password-stdin", "--database", database, typed=PASSWORD + "\n")
    if organisations:
        query(database, "insert into organisation (key, name, kind, reality, source) values "
              + ", ".join(f"('body-{n}', 'Body {n}', 'police-force', 'invented', 'Invented')"
                          for n in range(organisations)))


def declaration(organisation, reason="It is invented."):
    """The fields of a declared conflict of interest: a durable command that everybody may give."""
    return {"organisation": f"body-{organisation}", "reason": reason,
            "first_day-day": "1", "first_day-month": "2", "first_day-year": "2024"}


def is_postgresql(database):
    return database.startswith("postgresql://")


def query(database, text):
    """Rows as tuples of text or, from SQLite, of what they hold. Behind the program's back."""
    if is_postgresql(database):
        ended = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                                "--field-separator=\x1f", "--set=ON_ERROR_STOP=1", "--command", text, database],
                               capture_output=True, text=True, timeout=PATIENCE)
        if ended.returncode:
            raise AssertionError(ended.stderr)
        return [tuple(line.split("\x1f")) for line in ended.stdout.splitlines()]
    connection = sqlite3.connect(database, timeout=PATIENCE)
    try:
        with connection:
            return connection.execute(text).fetchall()
    finally:
        connection.close()


def copy_database(source, target):
    """A database that no program has open."""
    for ending in ("", "-wal"):
        if os.path.exists(str(source) + ending):
            shutil.copy(str(source) + ending, str(target) + ending)


def new_folder(test_class):
    """A folder that goes when the last test of the class ends."""
    directory = tempfile.TemporaryDirectory()
    test_class.addClassCleanup(directory.cleanup)
    return pathlib.Path(directory.name)
