"""What the chapters of a binder say beside its procedures, before a department's names are put in.

Texts may hold `{local values}` as those of a procedure do. A chapter has a revision of its own: a
department accepts a new one, an upgrade of the program never changes it under its feet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeVar

from referent_desk.domain.filled_texts import LOCAL_VALUE, LocalValues
from referent_desk.domain.notice_sheets import NoticeSection
from referent_desk.domain.procedures import UNFILLED
from referent_desk.domain.sheets import BackEntryLine, Moment, Round

_BESIDE_A_LABEL = frozenset({"number", "time"})


class Holder(StrEnum):
    """Which appointment, or which entry of the directory, says whom a role reaches.

    The values from WARD_MANAGER on are those of `directory.Purpose`.
    """

    NOBODY = ""
    SOFTWARE_REFERENT = "software_referent"
    SOFTWARE_DEPUTY = "software_deputy"
    SECURITY_REFERENT = "security_referent"
    WARD_MANAGER = "ward_manager"
    PHYSICIAN = "physician"
    ADMINISTRATOR_ON_DUTY = "administrator_on_duty"
    IT_ON_CALL = "it_on_call"
    SWITCHBOARD = "switchboard"


@dataclass(frozen=True, slots=True)
class RoleText:
    """`number` is a local value, or empty where the program knows the person's number."""

    role: str
    decides: str
    holder: Holder = Holder.NOBODY
    number: str = ""


@dataclass(frozen=True, slots=True)
class RouteText:
    form: str
    goes_to: str
    copies: int
    filed_by: str


@dataclass(frozen=True, slots=True)
class ReflexChapter:
    """`warn` names roles of the decision chapter, in the order in which they are warned."""

    revision: int
    title: str
    lead: tuple[str, ...]
    moments: tuple[Moment, ...]
    warn: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionChapter:
    revision: int
    title: str
    start_triggers: tuple[str, ...]
    stop_triggers: tuple[str, ...]
    roles: tuple[RoleText, ...]

    def role(self, name: str) -> RoleText | None:
        return next((role for role in self.roles if role.role == name), None)


@dataclass(frozen=True, slots=True)
class RouteChapter:
    revision: int
    title: str
    rounds: tuple[Round, ...]
    routes: tuple[RouteText, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndChapter:
    revision: int
    title: str
    order: tuple[BackEntryLine, ...]
    rules: tuple[str, ...]
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoticeChapter:
    """The same in every department but for its local values; see `notice_sheets.NoticeBody`."""

    revision: int
    title: str
    lead: tuple[str, ...]
    sections: tuple[NoticeSection, ...]
    notes: str = ""
    cards: bool = False


@dataclass(frozen=True, slots=True)
class Chapters:
    """Those of one language; `notices` in the order of the binder."""

    reflex: ReflexChapter
    decision: DecisionChapter
    route: RouteChapter
    end: EndChapter
    notices: tuple[NoticeChapter, ...]


Chapter = ReflexChapter | DecisionChapter | RouteChapter | EndChapter | NoticeChapter
_Value = TypeVar("_Value", bound=Chapters | Chapter)


@lru_cache(maxsize=64)
def chapter_value_names(chapter: Chapter | Chapters) -> tuple[str, ...]:
    """The names in braces, in reading order, each once."""
    found: dict[str, None] = {}
    for text in texts_of(chapter):
        found.update(dict.fromkeys(LOCAL_VALUE.findall(text)))
    return tuple(found)


def fill_chapter(chapter: _Value, local: LocalValues) -> _Value:
    """The chapter with every name in braces replaced."""
    values = tuple((name, local.value_of(name)) for name in chapter_value_names(chapter))
    done: _Value = _filled(chapter, values, local.blank)
    return done


@lru_cache(maxsize=64)
def _filled(chapter: Any, values: tuple[tuple[str, str], ...], blank: str) -> Any:
    """Departments that know the same numbers have the same chapter."""
    local = LocalValues(dict(values), blank)

    def filled(value: Any, name: str = "") -> Any:
        if type(value) is str:
            if name in _BESIDE_A_LABEL and value:
                return local.filled(value) or UNFILLED
            return local.fill(value)
        if isinstance(value, tuple):
            return tuple(filled(item) for item in value)
        kind: Any = type(value)
        if names := _names(kind):
            return kind(*(filled(getattr(value, name), name) for name in names))
        return value

    return filled(chapter)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Empty for what is no dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_of(getattr(value, part.name))
