"""Printings of a copy for the tests of rules, each made of (code, text) pairs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from referent_desk.domain.copies import Copy, Mark, PrintedSheet, Run
from referent_desk.domain.sheets import LIST_CODE

COPY = Copy("copy-2", 2, "poste infirmier")
DAY = date(2026, 3, 16)
NOON = datetime(2026, 3, 16, 12, tzinfo=UTC)


def printed(code: str, text: str, revision: int = 1) -> PrintedSheet:
    """Its hash is its text, so that the same text is the same body."""
    return PrintedSheet(f"{code}/{text}", code, revision, text[:4], text, code, "{}", 1)


def listing(*lines: tuple[str, int], revision: int = 1) -> PrintedSheet:
    plain = [{"code": c, "revision": r, "check_code": "K7M4"} for c, r in lines]
    body = json.dumps({"kind": "ListBody", "language": "fr", "body": {"lines": plain}})
    return PrintedSheet(f"l{lines}", LIST_CODE, revision, "Q2WX", str(lines), "", body, 1)


def run(number: int, sheets: Sequence[PrintedSheet] = (), *, copy: str | None = "copy-2") -> Run:
    return Run(f"run-{number}", number, copy, NOON, "Aubry", 9, False, False, tuple(sheets))


def mark(day: date = DAY, who: str = "Aubry") -> Mark:
    return Mark(who, day, NOON)
