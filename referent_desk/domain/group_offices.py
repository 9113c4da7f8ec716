"""Who answers for the software of each department of the group, as the IT department sees it.

It says of a department that somebody answers for it exactly where `group_coverage` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from referent_desk.domain.group_coverage import Place, UseRow
from referent_desk.domain.people import EXPIRES_SOON, AppointmentKind, AppointmentRank
from referent_desk.domain.readiness import Cover, per_cent
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

_ALL = ""


class Answering(StrEnum):
    """From the worst to the best. ORPHAN: there was a main referent, who left or whose time ended.

    PARTLY: a main one for some of its software, and for the rest nobody. DEPUTY: deputies alone.
    """

    ORPHAN = "orphan"
    NOBODY = "nobody"
    DEPUTY = "deputy"
    PARTLY = "partly"
    COVERED = "covered"


class Office(NamedTuple):
    """An appointment as it lies there. Days are ISO texts, empty where unknown; `last` is the last
    day in office: the end of the appointment or the departure, whichever comes first."""

    node_id: str
    kind: str
    rank: str
    software_id: str
    person: str
    since: str
    last: str

    def holds_on(self, day: str) -> bool:
        return self.since <= day and not (self.last and self.last < day)


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """How one department is answered for. `programs` it uses, `held` of them have a main referent.

    `orphan_since`: the last day of the last main referent. `ends_on`: when the first of those that
    answer now stops to, where that is soon.
    """

    department_id: str
    name: str
    code: str
    establishment_id: str
    establishment: str
    pole: str
    answering: Answering
    mains: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    security: tuple[str, ...] = ()
    programs: int = 0
    held: int = 0
    orphan_since: date | None = None
    ends_on: date | None = None
    cover: Cover = Cover.UNSAID


@dataclass(frozen=True, slots=True)
class OfficeTotals:
    departments: int = 0
    covered: int = 0
    partly: int = 0
    deputy: int = 0
    orphan: int = 0
    nobody: int = 0

    @property
    def share(self) -> int | None:
        return per_cent(self.covered, self.departments)


@dataclass(frozen=True, slots=True)
class OfficeNarrowing:
    """`text` is sought in names, codes and people; `establishment_id` empty: all of them."""

    text: str = ""
    establishment_id: str = ""
    answering: Answering | None = None


@dataclass(frozen=True, slots=True)
class GroupOffices:
    today: date
    rows: tuple[OfficeRow, ...]

    @property
    def establishments(self) -> tuple[tuple[str, str], ...]:
        """(id, name), in the order of the rows; departments of none are left out."""
        found = {row.establishment_id: row.establishment for row in self.rows}
        return tuple((key, name) for key, name in found.items() if key)


def office_rows(
    places: Iterable[Place],
    uses: Mapping[str, Sequence[UseRow]],
    offices: Iterable[Office],
    covers: Mapping[str, Cover],
    today: date,
) -> tuple[OfficeRow, ...]:
    """In the order of the places; what a node above answers for counts for all below it."""
    here: dict[str, list[Office]] = {}
    for office in offices:
        here.setdefault(office.node_id, []).append(office)
    day, soon = today.isoformat(), (today + EXPIRES_SOON).isoformat()
    return tuple(
        _row(
            place,
            {use[1][1] for use in uses.get(place.id, ())},
            [office for node in place.path for office in here.get(node, ())],
            (day, soon),
            covers.get(place.id, Cover.UNSAID),
        )
        for place in places
    )


_MAIN, _DEPUTY = str(AppointmentRank.MAIN), str(AppointmentRank.DEPUTY)
_SOFTWARE, _SECURITY = str(AppointmentKind.SOFTWARE), str(AppointmentKind.SECURITY)


def _row(
    place: Place, used: set[str], near: list[Office], days: tuple[str, str], cover: Cover
) -> OfficeRow:
    """`near` are the appointments to the department and to what it stands under, nearest first."""
    today, soon = days
    now = [o for o in near if o.holds_on(today)]
    about = [o for o in now if o.software_id == _ALL or o.software_id in used]
    mains = [o for o in about if o.kind == _SOFTWARE and o.rank == _MAIN]
    deputies = [o for o in about if o.kind == _SOFTWARE and o.rank == _DEPUTY]
    held = {o.software_id for o in mains}
    is_for_all = _ALL in held
    count = len(used) if is_for_all else len(used & held)
    answering, orphan_since = Answering.COVERED, ""
    if not is_for_all and not (used and count == len(used)):
        orphan_since = max(
            (o.last for o in near if _is_over(o, today, used)), default=""
        )  # fmt: skip
        answering = _worse(bool(mains), bool(deputies), bool(orphan_since))
    ends = min((o.last for o in mains if o.last and o.last <= soon), default="")
    return OfficeRow(
        *(place.id, place.name, place.code, place.establishment_id, place.establishment),
        pole=place.pole,
        answering=answering,
        mains=_names(mains),
        deputies=_names(deputies),
        security=_names(o for o in now if o.kind == _SECURITY),
        programs=len(used - {_ALL}),
        held=count if _ALL not in used or not is_for_all else count - 1,
        orphan_since=date.fromisoformat(orphan_since) if orphan_since and not mains else None,
        ends_on=date.fromisoformat(ends) if ends else None,
        cover=cover,
    )


def _is_over(office: Office, today: str, used: set[str]) -> bool:
    """A main referent of what is used there still, whose last day has passed."""
    return (
        office.kind == _SOFTWARE
        and office.rank == _MAIN
        and (office.software_id == _ALL or office.software_id in used)
        and office.last != ""
        and office.last < today
    )


def _worse(has_main: bool, has_deputy: bool, was_held: bool) -> Answering:
    if has_main:
        return Answering.PARTLY
    if has_deputy:
        return Answering.DEPUTY
    return Answering.ORPHAN if was_held else Answering.NOBODY


def _names(offices: Iterable[Office]) -> tuple[str, ...]:
    """Each once, the nearest first."""
    return tuple(dict.fromkeys(office.person for office in offices))


def narrowed(rows: Iterable[OfficeRow], narrowing: OfficeNarrowing) -> tuple[OfficeRow, ...]:
    words = folded(narrowing.text).split()
    site, answering = narrowing.establishment_id, narrowing.answering
    return tuple(
        row
        for row in rows
        if (not site or row.establishment_id == site)
        and (answering is None or row.answering is answering)
        and (not words or _fits(row, words))
    )


def _fits(row: OfficeRow, words: Iterable[str]) -> bool:
    named = (row.name, row.code, row.pole, row.establishment, *row.mains, *row.deputies)
    text = folded(" ".join((*named, *row.security)))
    return all(word in text for word in words)


def office_totals(rows: Iterable[OfficeRow]) -> OfficeTotals:
    counts = dict.fromkeys(Answering, 0)
    for row in rows:
        counts[row.answering] += 1
    return OfficeTotals(
        departments=sum(counts.values()),
        covered=counts[Answering.COVERED],
        partly=counts[Answering.PARTLY],
        deputy=counts[Answering.DEPUTY],
        orphan=counts[Answering.ORPHAN],
        nobody=counts[Answering.NOBODY],
    )
