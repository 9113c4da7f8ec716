"""What an example hospital consists of, once its files are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from referent_desk.domain.actions import Action
from referent_desk.domain.departments import Node
from referent_desk.domain.directory import DirectoryEntry
from referent_desk.domain.means import MeansKind
from referent_desk.domain.people import Appointment, Person
from referent_desk.domain.procedures import Procedure, Revision, Verification
from referent_desk.domain.software import Deployment, Release, ReleaseLive, Software


@dataclass(frozen=True, slots=True)
class LocalValue:
    department_id: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A verification, who did it, what was seen, and what follows from it where something does."""

    id: str
    verification: Verification
    who: str
    seen: str = ""
    action: Action | None = None


@dataclass(frozen=True, slots=True)
class Dialling:
    """Somebody tried the number of an entry of the directory."""

    entry_id: str
    number: str
    answered: bool
    who: str
    valid_on: date


@dataclass(frozen=True, slots=True)
class BinderCopy:
    department_id: str
    number: int
    place: str
    holder: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ExampleMeans:
    """`leans_on` are codes of shipped failure domains."""

    id: str
    node_id: str
    kind: MeansKind
    name: str
    place: str = ""
    note: str = ""
    software_id: str | None = None
    leans_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Owners stand before what they own: nodes from the top down, software before its releases."""

    nodes: tuple[Node, ...]
    software: tuple[Software, ...]
    releases: tuple[Release, ...]
    lives: tuple[ReleaseLive, ...]
    deployments: tuple[Deployment, ...]
    people: tuple[Person, ...]
    appointments: tuple[Appointment, ...]
    procedures: tuple[Procedure, ...]
    revisions: tuple[Revision, ...]
    tried: tuple[Tried, ...]
    local_values: tuple[LocalValue, ...]
    directory: tuple[DirectoryEntry, ...]
    diallings: tuple[Dialling, ...]
    copies: tuple[BinderCopy, ...]
    means: tuple[ExampleMeans, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What the other files may speak of, by key."""

    filled_on: date
    nodes: Mapping[str, Node]
    software: Mapping[str, Software]
    people: Mapping[str, Person]
    functions: Mapping[str, str]
