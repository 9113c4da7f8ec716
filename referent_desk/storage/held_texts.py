"""Which revision of each procedure holds today, read at once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection

from referent_desk.domain.group_coverage import HeldText, Texts, held_of
from referent_desk.domain.procedures import Revision, RevisionState
from referent_desk.domain.revisions import is_withdrawn, revision_in_force
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.procedures import revisions_of

_UNWRITTEN: HeldText = "", "", False, 0, "", ""


def held_texts(connection: Connection, today: date) -> Mapping[str, Texts]:
    """What was withdrawn is left out: the next one up the tree holds."""
    held, withdrawn = _held_revisions(connection, today)
    found: dict[str, dict[tuple[str, str], HeldText]] = {}
    rows = read_rows(  # in the order of the table: by its index it takes twice as long
        connection,
        "SELECT id, owner_id, function_id, coalesce(software_id, '') FROM procedure NOT INDEXED"
        " WHERE closed_on IS NULL",
    )
    for procedure_id, owner_id, function_id, software_id in rows:
        if procedure_id not in withdrawn:
            here = found.get(owner_id)
            if here is None:
                here = found[owner_id] = {}
            here[function_id, software_id] = held.get(procedure_id, _UNWRITTEN)
    return found


def _held_revisions(
    connection: Connection, today: date
) -> tuple[dict[str, HeldText], frozenset[str]]:
    """By procedure, the revision that holds today; and those of which the last was withdrawn."""
    found: dict[str, HeldText] = {}
    several: dict[str, list[HeldText]] = {}
    rows: list[HeldText] = read_rows(
        connection,
        "SELECT procedure_id, id, state = 'draft', coalesce(number, 0),"
        " coalesce(in_force_on, approved_on, ''), coalesce(review_due_on, '') FROM revision",
    )
    for row in rows:
        known = found.setdefault(row[0], row)
        if known is not row:
            several.setdefault(row[0], [known]).append(row)
    day = today.isoformat()
    for procedure_id, revisions in several.items():
        found[procedure_id] = held_of(revisions, day)
    return found, frozenset(_mind_withdrawals(connection, found, today))


def _mind_withdrawals(
    connection: Connection, found: dict[str, HeldText], today: date
) -> Iterator[str]:
    """They are few: read in full, and left to the rules."""
    rows = read_rows(
        connection,
        "SELECT DISTINCT r.procedure_id FROM withdrawal w"
        " CROSS JOIN revision r ON r.id = w.revision_id",  # begins with the few withdrawals
    )
    known = revisions_of(connection, [row[0] for row in rows], texts=False)
    for procedure_id, revisions in known.items():
        held = revision_in_force(revisions, today)
        if is_withdrawn(revisions, today):
            yield procedure_id
        elif held is not None:
            found[procedure_id] = _in_short(held)


def _in_short(revision: Revision) -> HeldText:
    since, review = revision.in_force_on or revision.approved_on, revision.review_due_on
    return (
        revision.procedure_id,
        revision.id,
        revision.state is RevisionState.DRAFT,
        revision.number or 0,
        since.isoformat() if since else "",
        review.isoformat() if review else "",
    )
