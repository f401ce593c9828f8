#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks for words that must not stand in the tree, and for those that must."""

import re

import tree

# (what must not stand, why, where it may stand after all)
FORBIDDEN = (
    (re.compile(r"GDS Transport", re.I),
     "the font GDS Transport may not be used outside GOV.UK; name it only where it is taken out",
     re.compile(r"web/(build|govuk_css)\..*|web/.*_test\.\w+|tests/.*|src/.*_test\.cpp|docs/.*|README\.md|CONTRIBUTING\.md")),
    (re.compile(r"/home/\w|/root/|/Users/\w"),
     "a path of one machine means nothing on another",
     None),
    (re.compile(r"registry\.(npmjs|yarnpkg)\.|^\s*registry\s*="),
     "which registry serves the packages is the machine's business",
     None),
)
RESOLVED = re.compile(r'"resolved":\s*"https?:')
BANNED_ENDING = re.compile(r"\b(?:class|struct|union|enum(?:\s+class)?)\s+(\w*(?:Manager|Helper|Utils?|Data|Info|Impl|Base))\b"
                           r"(?!\s*;)")
SPDX = "SPDX-License-Identifier: MIT"
OWN_CODE = (".h", ".cpp", ".py", ".ts", ".mjs", ".css")
BINARY = (".png", ".jpg", ".ico", ".pdf", ".woff", ".woff2", ".gz", ".zip", ".db")


def problems_in(rel, text):
    for line, words in enumerate(text.splitlines(), 1):
        for pattern, reason, allowed in FORBIDDEN:
            if pattern.search(words) and not (allowed and allowed.fullmatch(rel)):
                yield f"{rel}:{line}: {reason}"
        if rel.endswith("package-lock.json") and RESOLVED.search(words):
            yield f"{rel}:{line}: the lock file names the host of a registry (see .npmrc)"
        if rel.endswith((".h", ".cpp")) and (found := BANNED_ENDING.search(words)):
            yield f"{rel}:{line}: {found.group(1)} says nothing about what it is; name the thing"


def main():
    root = tree.root_from_arguments()
    problems = []
    for file in tree.files(root):
        rel = str(file.relative_to(root))
        if rel in {"tools/check_words.py", "tools/checks_test.py"} or rel.endswith(BINARY):
            continue
        text = tree.text_of(file)
        problems += problems_in(rel, text)
        if rel.endswith(OWN_CODE) and not rel.startswith("tests/fuzz/corpus/") and SPDX not in text[:400]:
            problems.append(f"{rel}:1: opens without its licence ({SPDX})")
    tree.finish(problems)


if __name__ == "__main__":
    main()
