#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""What an attacker may send over the socket: each malformed request is told what is wrong and the
connection closed, and nobody else notices."""

import re
import socket
import unittest

import program

MEBIBYTE = 1024 * 1024
SECURITY_HEADERS = {
    "content-security-policy": "default-src 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
}
POST = b"POST /sign-in HTTP/1.1\r\nHost: a\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
SMUGGLED = b"GET /account HTTP/1.1\r\nHost: a\r\n\r\n"

# What it is called, what is sent, and the statuses that are right.
MALFORMED = [
    ("two Content-Length", POST + b"Content-Length: 3\r\nContent-Length: 30\r\n\r\na=b" + SMUGGLED, {400}),
    ("two Content-Length that agree", POST + b"Content-Length: 3\r\nContent-Length: 3\r\n\r\na=b", {400}),
    ("a list as Content-Length", POST + b"Content-Length: 3, 3\r\n\r\na=b", {400}),
    ("a signed Content-Length", POST + b"Content-Length: +3\r\n\r\na=b", {400}),
    ("a negative Content-Length", POST + b"Content-Length: -3\r\n\r\na=b", {400}),
    ("a Content-Length beyond all numbers", POST + b"Content-Length: 99999999999999999999999\r\n\r\n", {400, 413}),
    ("Content-Length and Transfer-Encoding", POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED, {400}),
    ("Transfer-Encoding and Content-Length", POST + b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n" + SMUGGLED, {400}),
    ("two Transfer-Encoding", POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n", {400}),
    ("Transfer-Encoding that only looks like chunked", POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", {400, 501}),
    ("Transfer-Encoding with a control character", POST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n", {400}),
    ("a blank before the colon", POST + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", {400}),
    ("another Transfer-Encoding", POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", {501}),
    ("chunked in HTTP/1.0", b"POST /sign-in HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
    ("a chunk without a size", POST + FORM + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n", {400}),
    ("a chunk longer than it says", POST + FORM + b"Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n", {400}),
    ("a chunk of a size beyond all numbers", POST + FORM + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", {400, 413}),
    ("an endless chunk extension", POST + FORM + b"Transfer-Encoding: chunked\r\n\r\n1;" + b"a" * 100_000, {400}),
    ("no Host", b"GET / HTTP/1.1\r\n\r\n", {400}),
    ("two Host", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", {400}),
    ("an empty Host", b"GET / HTTP/1.1\r\nHost:\r\n\r\n", {400}),
    ("markup as Host", b"GET / HTTP/1.1\r\nHost: \"><script>\r\n\r\n", {400}),
    ("a Host with a user", b"GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", {400}),
    ("an address of another host", b"GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("a bare line feed", b"GET / HTTP/1.1\nHost: a\n\n", {400}),
    ("a bare carriage return", b"GET / HTTP/1.1\r\nHost: a\rX: b\r\n\r\n", {400}),
    ("a folded line", b"GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", {400}),
    ("a null byte in the address", b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("a null byte in a header", b"GET / HTTP/1.1\r\nHost: a\r\nX: \x00\r\n\r\n", {400}),
    ("an escaped null byte in the address", b"GET /sign%00-in HTTP/1.1\r\nHost: a\r\n\r\n", {400, 404}),
    ("an escape that is none", b"GET /sign-in%zz HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("an escape cut off", b"GET /sign-in% HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("an escape that is not UTF-8", b"GET /%c3%28 HTTP/1.1\r\nHost: a\r\n\r\n", {400, 404}),
    ("an overlong escape of a slash", b"GET /assets/..%c0%afsecret HTTP/1.1\r\nHost: a\r\n\r\n", {400, 404}),
    ("a bad escape in the query", b"GET /sign-in?then=%zz HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("an address without a slash", b"GET sign-in HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("an address with a fragment", b"GET /sign-in#a HTTP/1.1\r\nHost: a\r\n\r\n", {400}),
    ("an endless address", b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", {414}),
    ("an endless header", b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n", {431}),
    ("ten thousand headers", b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * 10_000 + b"\r\n", {431}),
    ("another version", b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", {505}),
    ("no version", b"GET /\r\nHost: a\r\n\r\n", {400}),
    ("another method", b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", {501}),
    ("a tunnel", b"CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n", {400, 501}),
    ("a body larger than any form", POST + FORM + b"Content-Length: 99999999999\r\n\r\n" + b"a" * MEBIBYTE, {413}),
    ("chunks larger than any form", POST + FORM + b"Transfer-Encoding: chunked\r\n\r\n"
     + (b"100000\r\n" + b"a" * MEBIBYTE + b"\r\n") * 12 + b"0\r\n\r\n", {413}),
    ("another expectation", POST + b"Expect: a miracle\r\nContent-Length: 3\r\n\r\na=b", {417}),
    ("a handshake of TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)), {400}),
    ("noise", bytes(range(1, 256)) * 20, {400}),
]


def parsed(answer):
    """The first answer of those received: its status, its headers in lower case, what follows."""
    head, _, rest = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return int(first.split()[1]), headers, rest


class Attacks(program.ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.place = program.new_folder(cls)
        program.make_database(cls.place / "sightline.db")
        (cls.place / "secret").write_text("the secret beside the assets")
        cls.server = program.Server(cls.place / "sightline.db", cls.place)
        cls.addClassCleanup(cls.server.end)

    def tearDown(self):
        self.assertEqual(self.server.browser().get("/sign-in").status, 200, "the server is as it was")
        super().tearDown()

    def check_headers(self, headers):
        for name, value in SECURITY_HEADERS.items():
            self.assertIn(value, headers.get(name, ""), name)
        self.assertNotIn("unsafe-inline", headers["content-security-policy"])

    def test_every_malformed_request_is_told_what_is_wrong_and_the_connection_is_closed(self):
        for name, request, right in MALFORMED:
            with self.subTest(name):
                status, headers, page = parsed(self.server.send(request))
                self.assertIn(status, right)
                self.assertEqual(headers["connection"], "close" if status not in (404,) else headers["connection"])
                self.check_headers(headers)
                self.assertIn(b"<h1", page)
                self.assertEqual(len(re.findall(rb"HTTP/1\.1 \d", page)), 0, "nothing after it is answered")
                self.assertNotIn(b"<script>", page.replace(b"<script type", b""))

    def test_a_request_cut_off_is_told_so(self):
        for request in (b"GET / HT", POST + b"Content-Length: 100\r\n\r\na=b", POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab"):
            with self.subTest(request), self.server.socket() as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                self.assertEqual(parsed(program.read_all(connection))[0], 400)

    def test_nothing_outside_the_assets_is_served(self):
        for path in ("/assets/../secret", "/assets/%2e%2e/secret", "/assets/..%2fsecret", "/assets//../secret",
                     "/assets/%2e%2e%2fsecret", "/assets/..%5csecret", "/assets/.%00./secret", "/assets/../../../../etc/passwd",
                     "/assets//etc/passwd", "/assets/", "/assets", "/assets/sightline.css/", "/assets/sightline.css/../../secret",
                     "/../secret", "/assets/....//secret", "/assets/sightline.css%00.js"):
            with self.subTest(path):
                answer = self.server.send(f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".encode())
                status, headers, page = parsed(answer)
                self.assertIn(status, {400, 404})
                self.check_headers(headers)
                self.assertNotIn(b"the secret", page)
                self.assertNotIn(b"root:", page)

    def test_the_absolute_form_of_an_address_is_understood(self):
        answer = self.server.send(b"GET http://a:80/sign-in HTTP/1.1\r\nHost: a:80\r\nConnection: close\r\n\r\n")
        self.assertEqual(parsed(answer)[0], 200)

    def test_requests_sent_ahead_are_answered_in_order_and_the_rest_after_a_malformed_one_is_not(self):
        get = b"GET %s HTTP/1.1\r\nHost: a\r\n\r\n"
        answers = self.server.send(get % b"/sign-in" * 3 + get % b"/nowhere" + b"GET / HTTP/1.1\r\n\r\n" + get % b"/sign-in")
        statuses = re.findall(rb"HTTP/1\.1 (\d+) ", answers)
        self.assertEqual(statuses, [b"200", b"200", b"200", b"404", b"400"])

    def test_a_thousand_requests_sent_ahead_are_all_answered(self):
        answers = self.server.send(b"GET /assets/sightline.css HTTP/1.1\r\nHost: a\r\n\r\n" * 999
                                   + b"GET /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        self.assertEqual(len(re.findall(rb"HTTP/1\.1 200 ", answers)), 1000)

    def test_five_hundred_half_open_connections_slow_nobody(self):
        half_open = [self.server.socket() for _ in range(500)]
        try:
            for number, connection in enumerate(half_open):
                connection.sendall((b"", b"G", b"GET /sign-in HTTP/1.1\r\nHost: a\r\nX: ",
                                    POST + FORM + b"Content-Length: 1000\r\n\r\na=")[number % 4])
            browser = self.server.browser()
            self.assertEqual([browser.get("/sign-in").status for _ in range(100)], [200] * 100)
            for connection in half_open[1::4]:  # Fed one byte more, they are as patient as before.
                connection.sendall(b"E")
            self.assertEqual([browser.get("/sign-in").status for _ in range(100)], [200] * 100)
        finally:
            for connection in half_open:
                connection.close()

    def test_a_request_fed_drop_by_drop_is_told_that_it_took_too_long(self):
        with self.server.socket() as connection:
            connection.settimeout(1)  # between the drops; the whole is limited by the server
            for drop in range(program.PATIENCE):
                try:
                    connection.sendall(b"GET /sign-in HTTP/1.1\r\nHost: a\r\nX: "[drop:drop + 1] or b"x")
                    received = connection.recv(65536)
                    break
                except TimeoutError:
                    continue
            self.assertEqual(parsed(received)[0], 408)

    def test_attacks_leave_no_memory_behind(self):
        attacks = [request for name, request, _ in MALFORMED if len(request) < 300_000]
        for request in attacks:
            self.server.send(request)
        before = self.server.resident_bytes()
        for _ in range(8):
            for request in attacks:
                self.server.send(request)
        self.assertLess(self.server.resident_bytes() - before, 48 * MEBIBYTE)


if __name__ == "__main__":
    unittest.main()
