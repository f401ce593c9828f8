#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks that relative links in documents lead somewhere, and that every paragraph
of the handbook that is cited ("Handbook §4.3") exists."""

import re
import urllib.parse

import tree

FENCE = re.compile(r"^(```|~~~).*?^\1", re.S | re.M)
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\s*\)")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.M)
ANCHOR = re.compile(r"<a\s+(?:id|name)=\"([^\"]+)\"")
NUMBERED = re.compile(r"^(?:#+\s+|\*\*)(\d+(?:\.\d+)*)(?=[\s*])", re.M)
CITATION = re.compile(r"\b[Hh]andbook[\s/#*-]*§+\s*(\d+(?:\.\d+)*(?:(?:\s*(?:,|and|to|–|-)\s*)§*\s*\d+(?:\.\d+)*)*)")
SOURCES = ("*.h", "*.cpp", "*.sql", "*.md", "*.ts", "*.mjs", "*.py", "*.cmake", "*CMakeLists.txt")


def without_code(text):
    """Fenced blocks emptied, line numbers kept."""
    return FENCE.sub(lambda block: "\n" * block.group(0).count("\n"), text)


def anchors(text):
    """What a heading is called in a link, as GitHub, GitLab and most renderers build it."""
    found, seen = set(ANCHOR.findall(text)), {}
    for title in HEADING.findall(without_code(text)):
        title = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", title)
        name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        count = seen[name] = seen.get(name, -1) + 1
        found.add(f"{name}-{count}" if count else name)
    return found


def links(root):
    problems = []
    for file in tree.files(root, "*.md"):
        text = without_code(tree.text_of(file))
        for found in LINK.finditer(text):
            where = f"{file.relative_to(root)}:{text.count(chr(10), 0, found.start()) + 1}"
            if re.match(r"[a-z][a-z0-9+.-]*:", found.group(1)):
                continue
            path, _, anchor = urllib.parse.unquote(found.group(1)).partition("#")
            target = (root / path.lstrip("/") if path.startswith("/") else file.parent / path) if path else file
            if not target.exists():
                problems.append(f"{where}: the link to {path} leads nowhere")
            elif anchor and target.suffix == ".md" and anchor not in anchors(tree.text_of(target)):
                problems.append(f"{where}: {path or 'this page'} has no heading #{anchor}")
    return problems


def citations(root):
    paragraphs = set()
    for file in tree.files(root, "docs/handbook/*.md"):
        for number in NUMBERED.findall(tree.text_of(file)):
            parts = number.split(".")
            paragraphs |= {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    problems = []
    for file in tree.files(root, *SOURCES):
        if file.name in {"check_documents.py", "checks_test.py"}:
            continue
        text = tree.text_of(file)
        for found in CITATION.finditer(text):
            for number in re.findall(r"\d+(?:\.\d+)*", found.group(1)):
                if number not in paragraphs:
                    line = text.count("\n", 0, found.start()) + 1
                    problems.append(f"{file.relative_to(root)}:{line}: docs/handbook/ has no paragraph {number}")
    return problems


def main():
    root = tree.root_from_arguments()
    tree.finish(links(root) + citations(root))


if __name__ == "__main__":
    main()
