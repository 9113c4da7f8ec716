"""Why a column of a file is not taken: said in the columns step and in the report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.exchange import ldap
from referent_desk.exchange.column_titles import REMARK_TITLES, TITLES
from referent_desk.exchange.tables import Table, field_of, guess_fields
from referent_desk.exchange.workbooks import column_letter

_NUMBERED = re.compile(r"\W*\d+$")
_HEAD_OR_OWNER = frozenset({Field.HEAD, Field.REFERENT})


def reason_untaken(
    table: Table, kind: ImportKind, fields: Mapping[int, Field], place: int
) -> Remark | None:
    """None for a column that is taken."""
    if place in fields:
        return None
    code, more = _reason(table, kind, fields, place)
    return remark(Concern.NOTE, code, column_letter(place), **more)


def _reason(
    table: Table, kind: ImportKind, fields: Mapping[int, Field], place: int
) -> tuple[str, dict[str, str]]:
    if not any(table.column(place)):
        return "column_empty", {}
    if place >= len(table.titles):
        return "column_unknown", {}
    title = table.titles[place]
    if title.key in ldap.TOLD and ldap.recognise(table) is not None:
        return "column_told", {}
    if title.key in REMARK_TITLES and field_of(kind, title) is None:
        return "column_unknown", {}  # remarks on numbers are kept: these are no such remarks
    field = field_of(kind, title)
    again = field or field_of(kind, replace(title, text=_NUMBERED.sub("", title.text)))
    other = next((p for p, taken in fields.items() if taken is again), None)
    if again is not None and other is not None:
        return "column_given", {"field": again.value, "near": column_letter(other)}
    if field is not None:
        return "column_left", {"field": field.value}
    if guess_fields(kind, table.titles).get(place):
        return "column_left", {"field": guess_fields(kind, table.titles)[place].value}
    elsewhere = {other: found for other in TITLES if (found := field_of(other, title))}
    if kind is ImportKind.DEPLOYMENTS and set(elsewhere.values()) & _HEAD_OR_OWNER:
        return "column_head_or_owner", {}
    if elsewhere:
        listed, field = next(iter(elsewhere.items()))
        return "column_elsewhere", {"field": field.value, "what": f"list_{listed.value}"}
    return "column_unknown", {}
