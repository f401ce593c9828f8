#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""A server that is asked to stop finishes what it has begun."""

import signal
import socket
import time
import unittest
import urllib.parse

import program

EDITOR = "ada@example.org"


class Stopping(program.ServerTest):
    def setUp(self):
        super().setUp()
        self.make_database(EDITOR, organisations=10)
        self.server = self.serve()

    def begin(self, browser, organisation):
        """A request of which the server has the header and awaits the rest; the rest."""
        body = urllib.parse.urlencode(
            {**program.declaration(organisation), "csrf_token": browser.form_token}).encode()
        connection = self.server.socket()
        connection.sendall((f"POST /account/conflicts HTTP/1.1\r\nHost: {browser.host}\r\nOrigin: http://{browser.host}\r\n"
                            f"Cookie: {program.SESSION_COOKIE}={browser.cookies[program.SESSION_COOKIE]}\r\n"
                            "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n"
                            f"Content-Length: {len(body)}\r\n\r\n").encode())
        self.assertEqual(connection.recv(1024), b"HTTP/1.1 100 Continue\r\n\r\n")
        return connection, body

    def wait_until_nobody_is_let_in(self):
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.server.port), timeout=program.PATIENCE).close()
            except ConnectionRefusedError:
                return
            time.sleep(0.01)

    def test_requests_in_progress_are_answered_and_kept_and_the_program_ends_well(self):
        browser = self.server.signed_in(EDITOR)
        begun = [self.begin(browser, organisation) for organisation in range(5)]
        self.server.process.send_signal(signal.SIGTERM)
        self.wait_until_nobody_is_let_in()
        for connection, body in begun:
            with connection:
                connection.sendall(body)
                answer = program.read_all(connection)
                self.assertTrue(answer.startswith(b"HTTP/1.1 303 "), answer[:200])
                self.assertIn(b"Connection: close", answer)
        code, written = self.server.stop()
        self.assertEqual(code, program.DONE, self.server.log.read_text()[-4000:])
        self.assertIn("stopped", written)
        self.assertEqual(program.query(self.database, "select count(*) from conflict_of_interest"), [(5,)])
        self.head()

    def test_connections_that_ask_for_nothing_do_not_keep_it_from_ending(self):
        with self.server.socket(), self.server.socket() as half:
            half.sendall(b"GET / HTTP/1.1\r\nHost: a")
            self.stop(self.server)


if __name__ == "__main__":
    unittest.main()
