"""What is known, for scripts: one record for each thing, keys in the words of the program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from referent_desk.domain.listings import Listing, Page
from referent_desk.exchange.exports import export_cell
from referent_desk.exchange.forms import form_definitions
from referent_desk.language import spoken
from referent_desk.usecases.departments import (
    departments_with_binder,
    find_department,
    list_departments,
)
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.people import list_appointments
from referent_desk.usecases.procedures import procedure_details
from referent_desk.usecases.software import list_software

Record = dict[str, object]
Row = TypeVar("Row")


def inventory(desk: Desk, subject: str, department: str | None) -> list[Record]:
    """`subject` is one of departments, software, referents, procedures, forms.

    `department` (a code or name) narrows it to what concerns that department.
    """
    department_id = find_department(desk, department).id if department else None
    return list(_INVENTORIES[subject](desk, department_id))


def _pages(
    read: Callable[[Desk, Listing], Page[Row]], desk: Desk, department_id: str | None
) -> Iterator[Row]:
    after: tuple[object, ...] | None = None
    while True:
        page = read(desk, Listing(department_id=department_id, after=after))
        yield from page.rows
        if page.after is None:
            return
        after = page.after


def _departments(desk: Desk, department_id: str | None) -> Iterator[Record]:
    for row in _pages(list_departments, desk, None):
        if department_id in {None, row.id}:
            yield {
                "code": row.code,
                "paper_code": row.paper_code,
                "name": row.name,
                "kind": str(row.kind),
                "parent": row.parent,
                "establishment": row.establishment,
                "beds": row.beds,
                "closed": row.closed,
            }


def _software(desk: Desk, department_id: str | None) -> Iterator[Record]:
    for row in _pages(list_software, desk, department_id):
        yield {
            "name": row.name,
            "vendor": row.vendor,
            "kind": row.kind,
            "release": row.release,
            "status": str(row.status),
            "criticality": row.criticality,
            "departments": row.departments,
        }


def _referents(desk: Desk, department_id: str | None) -> Iterator[Record]:
    for row in _pages(list_appointments, desk, department_id):
        yield {
            "person": row.person,
            "role": row.role,
            "department": row.department,
            "software": row.software,
            "kind": str(row.kind),
            "main_or_deputy": str(row.rank),
            "since": row.since,
            "until": row.until,
            "state": str(row.state),
        }


def _procedures(desk: Desk, department_id: str | None) -> Iterator[Record]:
    for node in departments_with_binder(desk):
        if department_id not in {None, node.id}:
            continue
        for detail in procedure_details(desk, node.id):
            revision, tried = detail.revision, detail.status.verification
            yield {
                "code": detail.sheet_code,
                "title": revision.text.title if revision else "",
                "function": detail.function,
                "software": detail.software,
                "department": node.name,
                "revision": revision.number if revision else None,
                "state": str(detail.status.state),
                "verified_release": tried.version if tried else "",
                "verified_on": tried.valid_on if tried else None,
                "due_on": revision.review_due_on if revision else None,
            }


def _forms(desk: Desk, _department_id: str | None) -> Iterator[Record]:
    for form in form_definitions(spoken().code, desk.home.forms).forms:
        yield {
            "code": form.code,
            "title": form.title,
            "revision": form.revision,
            "language": form.language,
        }


_INVENTORIES: dict[str, Callable[[Desk, str | None], Iterator[Record]]] = {
    "departments": _departments,
    "software": _software,
    "referents": _referents,
    "procedures": _procedures,
    "forms": _forms,
}


def written(records: list[Record], form: str) -> str:
    """As `table`, `csv` (for a spreadsheet) or `json` (one array of objects)."""
    if form == "json":
        return json.dumps(records, ensure_ascii=False, indent=1, default=_iso)
    rows = [[_shown(value) for value in record.values()] for record in records]
    titles = list(records[0]) if records else []
    if form == "csv":
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerows([titles, *([export_cell(cell) for cell in row] for row in rows)])
        return text.getvalue().rstrip("\r\n")
    widths = [max(map(len, column)) for column in zip(titles, *rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [titles, *rows]
    )


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_shown, value))
    return " ".join(str(value).split())
