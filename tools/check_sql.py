#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Sightline authors
# SPDX-License-Identifier: MIT
"""Checks who touches which table, and that every query can be found by the tests.

A table of db/migrations/ is written by exactly one store (or filled by its
migration and by none). A store reads only its own tables and those of features it
uses. A query is named feature.what_it_gives, differently from every other, and is
listed by its store's queries(), which a test gives to check_queries() so that it is
prepared on both engines."""

import re

import tree

RAW = re.compile(r'R"sql\((.*?)\)sql"', re.S)
QUERY = re.compile(r'sql::Query\s+(\w+)\s*\{\s*"([^"]*)"')
WRITES = re.compile(r"\b(?:insert\s+into|update(?!\s+set\b)|delete\s+from)\s+(\w+)", re.I)
READS = re.compile(r"\b(?:from|join)\s+(\w+)", re.I)
CREATES = re.compile(r"^\s*create\s+(?:virtual\s+)?table\s+(?:if\s+not\s+exists\s+)?(\w+)", re.I | re.M)
COMMENT = re.compile(r"--[^\n]*")


def line_at(text, position):
    return text.count("\n", 0, position) + 1


def tables_of(root):
    """Name of each table -> where it is created, and whether a migration fills it."""
    created, filled = {}, set()
    for file in tree.files(root, "db/migrations/*.sql"):
        text = COMMENT.sub("", tree.text_of(file))
        for found in CREATES.finditer(text):
            created[found.group(1)] = f"{file.relative_to(root)}:{line_at(text, found.start(1))}"
        filled |= set(WRITES.findall(text))
    return created, filled


def statements(root):
    """(file, line, SQL) of every statement in src/ outside platform/ and the tests."""
    for file in tree.files(root, "src/*.cpp", "src/*.h"):
        rel = file.relative_to(root)
        if rel.parts[1] == "platform" or file.stem.endswith("_test"):
            continue
        text = tree.text_of(file)
        for raw in RAW.finditer(text):
            yield rel, line_at(text, raw.start(1)), COMMENT.sub("", raw.group(1))


def touching(root):
    problems = []
    created, filled = tables_of(root)
    features = tree.feature_map(root)
    writers, reads = {}, []
    for rel, line, sql in statements(root):
        if not rel.stem.endswith("_store"):
            problems.append(f"{rel}:{line}: SQL belongs to a store")
        for found in WRITES.finditer(sql):
            table, where = found.group(1), f"{rel}:{line + sql.count(chr(10), 0, found.start(1))}"
            if table not in created:
                problems.append(f"{where}: writes {table}, which no migration creates")
            writers.setdefault(table, {}).setdefault(rel, where)
        for found in READS.finditer(sql):
            if found.group(1) in created:
                reads.append((rel, line + sql.count("\n", 0, found.start(1)), found.group(1)))
    for table, stores in writers.items():
        first, *others = stores
        problems += [f"{stores[other]}: {table} is written by {first}; a table has one writing store"
                     for other in others]
    for table in sorted(created.keys() - writers.keys() - filled):
        problems.append(f"{created[table]}: no store writes {table}")
    for rel, line, table in reads:
        here = rel.parts[1]
        owner = next(iter(writers[table])).parts[1] if table in writers else here
        if owner != here and owner not in features.get(here, set()):
            problems.append(f"{rel}:{line}: reads {table} of {owner}, which {here} does not use")
    return problems


def is_prepared(space, tests):
    """Whether a test gives `space`::queries() to check_queries(), named in full or inside that namespace."""
    named = re.compile(rf"check_queries\(\s*(?:\w+::)*{space}::queries\(\)")
    inside = re.compile(rf"namespace (?:\w+::)*{space}\b.*check_queries\(\s*queries\(\)", re.S)
    return any(named.search(test) or inside.search(test) for test in tests)


def naming(root):
    problems, named = [], {}
    tests = [tree.text_of(file) for file in tree.files(root, "src/*_test.cpp")]
    for file in tree.files(root, "src/*_store.cpp"):
        rel, text = file.relative_to(root), tree.text_of(file)
        listing = re.search(r"\bqueries\(\)\s*\{(.*?)\n\}", text, re.S)
        space = re.search(r"^namespace (?:\w+::)*(\w+) \{", text, re.M)
        if listing and space and not is_prepared(space.group(1), tests):
            problems.append(f"{rel}:{line_at(text, listing.start())}: no test gives {space.group(1)}::queries() "
                            "to check_queries()")
        for found in QUERY.finditer(text):
            where, (constant, name) = f"{rel}:{line_at(text, found.start())}", found.groups()
            if not re.fullmatch(rf"{rel.parts[1]}\.[a-z0-9_]+", name):
                problems.append(f"{where}: the name {name} is not {rel.parts[1]}.what_it_gives")
            if name in named:
                problems.append(f"{where}: the name {name} is taken by {named[name]}")
            named.setdefault(name, where)
            if not listing or not re.search(rf"\b{constant}\b", listing.group(1)):
                problems.append(f"{where}: {constant} is not listed in queries(), so no test prepares it")
    return problems


def main():
    root = tree.root_from_arguments()
    tree.finish(touching(root) + naming(root))


if __name__ == "__main__":
    main()
