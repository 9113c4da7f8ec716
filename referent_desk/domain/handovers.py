"""A referent hands over to the next one: what is ticked, what is given, and what is never written.

Where passwords are kept is told; a password is not.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from referent_desk.domain.successions import OrphanKind, Succession
from referent_desk.domain.values import dataclass

BEGIN_BEFORE = timedelta(days=21)
"""A handover wants three weeks: it is due that long before the last day."""

_SAID = re.compile(
    r"(?i)(?<!\w)(mot\s+de\s+passe|mdp|password|passwd|pwd|code\s+pin|pin)\s*[:=]\s*\S"
)
_CLASSES = (re.compile(r"[a-z]"), re.compile(r"[A-Z]"), re.compile(r"\d"), re.compile(r"[^\w\s]"))
_WORD = re.compile(r"\S{8,}")
_PLACE = re.compile(r"^[\w.’'-]+@[\w.-]+$|^https?://|^(//|\\\\)|^[A-Za-z]:\\|^\w+(/[\w.]+)+$")


class HandoverCode(StrEnum):
    """The program's own list; the names are stored."""

    BINDER_SHOWN = "binder_shown"
    PASSWORDS = "passwords"
    TIPS_READ = "tips_read"
    TICKETS_PASSED = "tickets_passed"
    DRILLS_PLANNED = "drills_planned"
    ACTIONS_PASSED = "actions_passed"
    DIRECTORY_READ = "directory_read"
    ACCESS_ASKED = "access_asked"
    IT_TOLD = "it_told"


class AfterSigning(StrEnum):
    """What becomes of the offices of whoever leaves, once both have signed.

    `PROPOSE`: the successor has not accepted yet, and counts once they have.
    """

    APPOINT = "appoint"
    PROPOSE = "propose"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """`code` of the program's list; else `what` is a line of the ward's own."""

    id: str
    code: str
    what: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Given:
    """What can be given to the successor: an open action, a drill to come, a copy of the binder."""

    kind: OrphanKind
    id: str
    subject: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """`signed_on`: both have signed, and it is over."""

    id: str
    department_id: str
    leaving_id: str
    leaving: str
    successor_id: str
    successor: str
    last_day: date | None
    password_place: str
    note: str
    signed_on: date | None
    closed_on: date | None
    items: tuple[HandoverItem, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.signed_on is None and self.closed_on is None

    @property
    def done(self) -> int:
        return sum(item.done_on is not None for item in self.items)


@dataclass(frozen=True, slots=True)
class SheetAhead:
    """A sheet that is known to fall out of date on a day."""

    day: date
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class DepartmentHandovers:
    """What the page shows. `given` by handover: what names the one who leaves."""

    department_id: str
    department: str
    today: date
    succession: Succession
    handovers: tuple[Handover, ...]
    given: dict[str, tuple[Given, ...]]
    ahead: tuple[SheetAhead, ...] = ()

    @property
    def open(self) -> tuple[Handover, ...]:
        return tuple(one for one in self.handovers if one.is_open)

    @property
    def signed(self) -> tuple[Handover, ...]:
        return tuple(one for one in self.handovers if one.signed_on is not None)


def looks_like_password(text: str) -> bool:
    """Something that says it is one, or a word of eight signs and more of three kinds.

    An address, a path, a word with a capital or a telephone number is none.
    """
    if _SAID.search(text):
        return True
    return any(_is_mixed(word) for word in _WORD.findall(text) if not _PLACE.match(word))


def _is_mixed(word: str) -> bool:
    bare = word.strip(".,;:()«»“”\"'")
    if len(bare) < 8 or re.fullmatch(r"[\d\s.+/-]+", bare):
        return False
    return sum(kind.search(bare) is not None for kind in _CLASSES) >= 3
