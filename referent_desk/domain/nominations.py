"""Whom to ask to be referent: who could do it and why, and what is to be seen before it is said.

Rules are shown, never forced: a person too many is named with what speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from referent_desk.domain.hours import read_hours
from referent_desk.domain.people import AppointmentKind, AppointmentRank
from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

ANSWER_WITHIN = 14
"""Days after which a proposal that nobody answered is asked about."""
MANY_OFFICES = 5
"""From so many appointments on somebody has too much."""
LARGE_SHARE = 0.2
"""Of the hours of a week, granted to the work of a referent: more is too much."""
WEEK_UNKNOWN = 35 * 60
"""Minutes of a week of whom nobody has said the hours."""
MOST_SHOWN = 8
_DESK_ROLES = ("medico administ", "ama ", "secretaire", "secretariat", "secretary", "clerk",
               "assistante med", "medical assistant", "adjoint administ",
               "agent administ")  # fmt: skip
"""Beginnings of words; `ama` is a whole one."""
_WORD = re.compile(r"[^\W_]+")


class Why(StrEnum):
    """Why somebody is proposed, the strongest first."""

    REFERENT_HERE = "referent_here"
    TRAINS = "trains"
    HELPS = "helps"
    USES = "uses"
    TRAINED = "trained"
    GAVE_HELP = "gave_help"
    CAME_FORWARD = "came_forward"
    DEPUTY = "deputy"
    DESK = "desk"
    FIXED_HOURS = "fixed_hours"


class Warn(StrEnum):
    """What is to be seen before somebody is proposed or appointed."""

    NAMESAKE = "namesake"
    DEPUTY_WITHOUT_MAIN = "deputy_without_main"
    OTHER_HOLDER = "other_holder"
    BOTH_RANKS = "both_ranks"
    LEAVES_BEFORE = "leaves_before"
    MANY_OFFICES = "many_offices"
    MUCH_TIME = "much_time"
    NOBODY_CAME_FORWARD = "nobody_came_forward"
    WAITS = "waits"


_REAL_USER = frozenset({Why.TRAINS, Why.HELPS, Why.USES, Why.TRAINED, Why.GAVE_HELP})
_LEVELS = {"trains": Why.TRAINS, "helps": Why.HELPS, "uses": Why.USES}


@dataclass(frozen=True, slots=True)
class Colleague:
    """What is known of somebody who might be asked.

    `level` is what they do with the software, `helps` how often they helped with it, `offices` what
    they hold in the whole hospital, `minutes_granted` a week for all of it. `is_referent`: answers
    for the software of the department today; `is_deputy`: stands in for whoever does.
    """

    id: str
    name: str
    role: str = ""
    telephone: str = ""
    hours: str = ""
    rotates: bool = False
    level: str = ""
    helps: int = 0
    is_trained: bool = False
    came_forward: bool = False
    is_referent: bool = False
    is_deputy: bool = False
    offices: int = 0
    minutes_granted: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """`count`: how often, where that is told."""

    why: Why
    count: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """`has_much`: answers for much already, which is said and forbids nothing."""

    colleague: Colleague
    reasons: tuple[Reason, ...]
    has_much: bool = False


@dataclass(frozen=True, slots=True)
class Caution:
    """`names` is whom or what it is about, `day` until when."""

    warn: Warn
    names: tuple[str, ...] = ()
    count: int = 0
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody is to answer for; `person_id` empty: nobody is chosen yet."""

    department_id: str
    kind: AppointmentKind = AppointmentKind.SOFTWARE
    rank: AppointmentRank = AppointmentRank.MAIN
    software_id: str | None = None
    person_id: str = ""
    since: date | None = None
    until: date | None = None
    minutes_a_week: int = 0


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody of the same name, and what tells them apart."""

    id: str
    name: str
    role: str = ""
    department: str = ""
    telephone: str = ""

    @property
    def told_by(self) -> str:
        return ", ".join(part for part in (self.role, self.department, self.telephone) if part)


@dataclass(frozen=True, slots=True)
class Considered:
    """Whom the program would ask, the best first, and what it sees in what is typed."""

    candidates: tuple[Candidate, ...] = ()
    cautions: tuple[Caution, ...] = ()


def works_at_a_desk(role: str) -> bool:
    """Medico-administrative assistants and their like: in contact with the field, rarely called
    away."""
    words = f" {' '.join(_WORD.findall(folded(role)))} "
    return any(f" {known}" in words for known in _DESK_ROLES)


def has_fixed_hours(hours: str, *, rotates: bool = False) -> bool:
    """The same days of every week, and no night."""
    if rotates or "|" in hours:
        return False
    read = read_hours(hours) if hours else None
    return read is not None and all(
        span.start < span.end and span.end - span.start < 13 * 60 for span in read.spans
    )


def minutes_of_week(hours: str) -> int:
    """Of a rotation, of one of its weeks on an average; what is not known is taken as usual."""
    weeks = [read_hours(week) for week in hours.split("|") if week.strip()]
    known = [week for week in weeks if week is not None]
    if not known:
        return WEEK_UNKNOWN
    total = 0
    for week in known:
        for span in week.spans:
            length = (span.end - span.start) % (24 * 60) or 24 * 60
            total += length * (span.last_day - span.first_day + 1)
    return total // len(known) or WEEK_UNKNOWN


def reasons_of(colleague: Colleague, kind: AppointmentKind) -> tuple[Reason, ...]:
    """Strongest first: who answers already for the software is by default asked for security."""
    told = []
    if kind is AppointmentKind.SECURITY and colleague.is_referent:
        told.append(Reason(Why.REFERENT_HERE))
    if colleague.level:
        told.append(Reason(_LEVELS[colleague.level]))
    elif colleague.is_trained:
        told.append(Reason(Why.TRAINED))
    if colleague.helps:
        told.append(Reason(Why.GAVE_HELP, colleague.helps))
    if colleague.came_forward:
        told.append(Reason(Why.CAME_FORWARD))
    if colleague.is_deputy:
        told.append(Reason(Why.DEPUTY))
    if works_at_a_desk(colleague.role):
        told.append(Reason(Why.DESK))
    if has_fixed_hours(colleague.hours, rotates=colleague.rotates):
        told.append(Reason(Why.FIXED_HOURS))
    return tuple(told)


def has_much(colleague: Colleague) -> bool:
    return colleague.offices >= MANY_OFFICES or is_much_time(colleague.minutes_granted, colleague)


def is_much_time(minutes: int, colleague: Colleague) -> bool:
    return minutes > LARGE_SHARE * minutes_of_week(colleague.hours)


def candidates_of(
    colleagues: Iterable[Colleague], wanted: Wanted, *, holders: frozenset[str] = frozenset()
) -> tuple[Candidate, ...]:
    """Those for whom something speaks: real users first, then who came forward, then deputies,
    then desks and fixed hours; of equal ones who answers for less. `holders` hold it already."""
    found = []
    for colleague in colleagues:
        reasons = reasons_of(colleague, wanted.kind)
        if reasons and colleague.id not in holders:
            found.append(Candidate(colleague, reasons, has_much(colleague)))
    found.sort(key=_order)
    return tuple(found[:MOST_SHOWN])


def _order(candidate: Candidate) -> tuple[object, ...]:
    whys = {reason.why for reason in candidate.reasons}
    strength = {Why.TRAINS: 0, Why.HELPS: 1, Why.USES: 2}
    level = min((strength[why] for why in whys if why in strength), default=3)
    return (
        Why.REFERENT_HERE not in whys,
        not whys & _REAL_USER,
        Why.CAME_FORWARD not in whys,
        Why.DEPUTY not in whys,
        candidate.has_much,
        level,
        Why.DESK not in whys,
        Why.FIXED_HOURS not in whys,
        candidate.colleague.offices,
        folded(candidate.colleague.name),
        candidate.colleague.id,
    )
