"""Which revision of each procedure holds today, read at once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection

from referent_desk.domain.approvals import review_due
from referent_desk.domain.group_coverage import HeldText, Texts, held_of
from referent_desk.domain.procedures import Revision, RevisionState
from referent_desk.domain.revisions import is_withdrawn, revision_in_force
from referent_desk.storage.bare_rows import read_rows
from referent_desk.storage.procedures import revisions_of

_Found = dict[str, dict[tuple[str, str], HeldText]]
_EVERY = (  # in the order of both indexes, which hold all of it
    "SELECT coalesce(r.id, ''), coalesce(r.state = 'draft', 0), coalesce(r.number, 0),"
    " coalesce(r.in_force_on, r.approved_on, ''), coalesce(r.review_due_on, ''),"
    " p.owner_id, p.function_id, coalesce(p.software_id, ''), p.review_months,"
    " iif(p.review_months, r.approved_on, NULL)"
    " FROM procedure p LEFT JOIN revision r ON r.procedure_id = p.id"
    " WHERE p.closed_on IS NULL ORDER BY p.id"
)


def held_texts(connection: Connection, today: date) -> Mapping[str, Texts]:
    """What was withdrawn is left out: the next one up the tree holds."""
    found: _Found = {}
    several: dict[tuple[str, tuple[str, str]], list[HeldText]] = {}
    names: dict[str, str] = {}
    known = names.setdefault  # one text for each id: it is found again without being compared
    for row in read_rows(connection, _EVERY):
        held: HeldText = row[:5]
        owner, function, software, months, approved_on = row[5:]
        if months and approved_on:
            held = (*held[:4], _due(approved_on, months))
        here = found.get(owner)
        if here is None:
            here = found[owner] = {}
        both = known(function, function), known(software, software)
        first = here.setdefault(both, held)
        if first is not held:
            several.setdefault((owner, both), [first]).append(held)
    day = today.isoformat()
    for (owner, both), revisions in several.items():
        found[owner][both] = held_of(revisions, day)
    _mind_withdrawals(connection, found, today)
    return found


@lru_cache(maxsize=4096)
def _due(approved_on: str, months: int) -> str:
    """Where the procedure has a period of its own, which may be set after the approval as well."""
    return review_due(date.fromisoformat(approved_on), months).isoformat()


def _mind_withdrawals(connection: Connection, found: _Found, today: date) -> None:
    """They are few: read in full, and left to the rules."""
    rows = read_rows(
        connection,
        "SELECT DISTINCT p.id, p.owner_id, p.function_id, coalesce(p.software_id, '')"
        " FROM withdrawal w"
        " CROSS JOIN revision r ON r.id = w.revision_id"  # begins with the few withdrawals
        " CROSS JOIN procedure p ON p.id = r.procedure_id WHERE p.closed_on IS NULL",
    )
    known = revisions_of(connection, [row[0] for row in rows], texts=False)
    for procedure_id, owner, *both in rows:
        revisions = known[procedure_id]
        held, here, key = revision_in_force(revisions, today), found[owner], (both[0], both[1])
        if is_withdrawn(revisions, today):
            del here[key]
        elif held is not None:
            here[key] = _in_short(held)


def _in_short(revision: Revision) -> HeldText:
    since, review = revision.in_force_on or revision.approved_on, revision.review_due_on
    return (
        revision.id,
        revision.state is RevisionState.DRAFT,
        revision.number or 0,
        since.isoformat() if since else "",
        review.isoformat() if review else "",
    )
