"""Rules that many statements need, written once and put into each by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping


def written_out(statement: str, rules: Mapping[str, str]) -> str:
    """`NAME(d)` becomes the rule of that name, in which `ROW.` stands for `d.`

    The days `FIRST` and `LAST` of a rule are `:today`, or those of `NAME(d, :first, :last)`.
    """
    named = re.compile(rf"({'|'.join(rules)})\(([\w.:, ]+)\)")
    return named.sub(lambda found: _of_row(rules[found[1]], *found[2].split(", ")), statement)


def _of_row(rule: str, row: str, first: str = ":today", last: str = ":today") -> str:
    return rule.replace("ROW.", f"{row}.").replace("FIRST", first).replace("LAST", last)
