"""Software, its kinds, releases and deployments."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from referent_desk.domain.departments import DepartmentChoice
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.skills_wards import PersonSkill
from referent_desk.domain.values import dataclass


class SoftwareStatus(StrEnum):
    PLANNED = "planned"
    IN_USE = "in_use"
    BEING_REPLACED = "being_replaced"
    RETIRED = "retired"


class Hosting(StrEnum):
    UNKNOWN = ""
    ON_SITE = "on_site"
    GROUP = "group"
    VENDOR = "vendor"
    THIS_PC = "this_pc"


@dataclass(frozen=True, slots=True)
class SoftwareKind:
    """`criticality` from 1 (vital) to 4; `longest_interruption` in minutes, None if not known."""

    id: str
    code: str
    name_fr: str
    name_en: str
    criticality: int | None = None
    longest_interruption: int | None = None
    basis: str = ""
    fallback_fr: str = ""
    fallback_en: str = ""
    function_ids: tuple[str, ...] = ()

    def name(self, language_code: str) -> str:
        return self.name_fr if language_code == "fr" else (self.name_en or self.name_fr)


@dataclass(frozen=True, slots=True)
class Software:
    """Durations are minutes; None is "not defined", never zero."""

    id: str
    name: str
    vendor: str = ""
    kind_id: str | None = None
    criticality: int | None = None
    support_contact: str = ""
    it_owner: str = ""
    hosting: Hosting = Hosting.UNKNOWN
    tolerated_interruption: int | None = None
    recovery_time: int | None = None
    recovery_point: int | None = None
    status: SoftwareStatus = SoftwareStatus.IN_USE
    replaced_by_id: str | None = None
    closed_on: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    id: str
    software_id: str
    version: str


@dataclass(frozen=True, slots=True)
class ReleaseLive:
    """A release went live in an establishment on a day."""

    release_id: str
    version: str
    establishment_id: str
    establishment: str
    live_on: date


@dataclass(frozen=True, slots=True)
class Deployment:
    """`function_id` None: what it is used for is not known, or held by no function (`outside`).

    `purpose` is what a list said; `criticality` None: that of the software.
    """

    id: str
    department_id: str
    software_id: str
    function_id: str | None
    since: date | None = None
    until: date | None = None
    users: int | None = None
    tolerated_outage: int | None = None
    criticality: int | None = None
    purpose: str = ""
    outside: bool = False


def is_used_after(until: date | None, day: date) -> bool:
    """Whether a use whose last day is `until` still counts: one that ends today is over.

    What is listed and printed today serves from tonight on: so a use that is yet to begin is
    written for, trained for and played already.
    """
    return until is None or until > day


def is_used_on(since: date | None, until: date | None, day: date) -> bool:
    """Whether it is used that day: begun, where that is known, and not over."""
    return is_used_after(until, day) and (since is None or since <= day)


@dataclass(frozen=True, slots=True)
class SoftwareRow:
    id: str
    name: str
    vendor: str
    kind: str
    criticality: int | None
    release: str
    status: SoftwareStatus
    departments: int
    closed: bool
    undated: str = ""
    """A version of which nobody said since when it runs, where none is known to run."""


def release_in_service(
    lives: tuple[ReleaseLive, ...], establishment_id: str, day: date
) -> ReleaseLive | None:
    """The newest release live there on that day; of several of one day, the first."""
    reached = [x for x in lives if x.establishment_id == establishment_id and x.live_on <= day]
    return max(reached, key=lambda live: live.live_on, default=None)


def releases_awaited(
    lives: tuple[ReleaseLive, ...], establishment_id: str, day: date
) -> frozenset[str]:
    """Those that go live there after that day, and never were before."""
    here = [x for x in lives if x.establishment_id == establishment_id]
    reached = {x.release_id for x in here if x.live_on <= day}
    return frozenset(x.release_id for x in here) - reached


@dataclass(frozen=True, slots=True)
class DeploymentRow:
    """A use of a software as its detail lists it."""

    id: str
    department_id: str
    department: str
    establishment: str
    function: str
    since: date | None
    until: date | None
    users: int | None
    tolerated_outage: int | None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class SoftwareProcedureRow:
    """What holds for one function of a software, in the departments that share one procedure.

    `owner` is empty where there is none. `states` counts its `departments` by how they stand, the
    worst first; `department` is the first that stands in the worst.
    """

    function_id: str
    function: str
    owner: str
    departments: int
    department: DepartmentChoice
    states: tuple[tuple[ProcedureState, int], ...]

    @property
    def state(self) -> ProcedureState:
        return self.states[0][0]

    @property
    def waiting(self) -> int:
        return self.states[0][1]


@dataclass(frozen=True, slots=True)
class SoftwareDetail:
    software: Software
    kind: str
    replaced_by: str
    releases: tuple[ReleaseLive, ...]
    undated_versions: tuple[str, ...]
    deployments: tuple[DeploymentRow, ...]
    deployments_total: int
    procedures: tuple[SoftwareProcedureRow, ...] = ()
    able: tuple[PersonSkill, ...] = ()
