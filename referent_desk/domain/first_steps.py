"""The first steps of a department: what is asked, what is offered, what was made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from referent_desk.domain.deeds import Saved
from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.texts import folded

_ALWAYS = frozenset({"IDE", "LAB", "IMA", "TEL"})
_WITH_BEDS = frozenset({"PRE", "ADM", "CST", "SOI", "TRA", "LIT", "MOU", "REP", "TPT"})
_WITHOUT_BEDS = frozenset({"RDV", "COU", "ACT"})


def is_usual(function_code: str, beds: int | None) -> bool:
    """Whether a department does it as a rule: a ward with beds, or one that only receives.

    `beds` None: nobody said, and most have some.
    """
    own = _WITHOUT_BEDS if beds == 0 else _WITH_BEDS
    return function_code in _ALWAYS | own


def is_named_after(department: str, function: str) -> bool:
    """Whether the name of the department holds the whole name of the function."""
    return bool(folded(function)) and f" {folded(function)} " in f" {folded(department)} "


@dataclass(frozen=True, slots=True)
class FunctionWish:
    """A function that was ticked; `software` as typed, empty where nobody knows yet."""

    function_id: str
    software: str = ""


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What was typed, letter by letter; `starters` are functions whose procedure is wanted."""

    establishment: str
    department: str
    beds: str = ""
    telephone: str = ""
    last_name: str = ""
    first_name: str = ""
    role: str = ""
    own_telephone: str = ""
    is_security: bool = False
    functions: tuple[FunctionWish, ...] = ()
    starters: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Those that the first sheets of the binder tell to call, by `Purpose`; any may be missing."""
    department_id: str = ""
    """Where the department is there already: an import was begun from these steps."""


@dataclass(frozen=True, slots=True)
class FunctionOffer:
    id: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class FirstOffer:
    """What can be chosen from: hospitals that are known, functions, software names.

    `department` is the one that is there already, None where it was taken back; `served` are its
    functions, by id, with the names of the software that does each.
    """

    establishments: tuple[str, ...]
    functions: tuple[FunctionOffer, ...]
    software: tuple[str, ...]
    department: DepartmentChoice | None = None
    served: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StarterTitle:
    """A shipped procedure: for which function, its title, how many pages its sheet has."""

    function_id: str
    title: str
    pages: int


@dataclass(frozen=True, slots=True)
class FirstDone:
    """What was made; counts of what is new."""

    saved: Saved
    department: DepartmentChoice
    functions: int
    software: int
    procedures: int
