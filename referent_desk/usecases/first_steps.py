"""A department from nothing: its hospital, its functions, its referent, its first procedures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.directory import Purpose
from referent_desk.domain.first_steps import (
    FirstDone,
    FirstOffer,
    FirstSteps,
    FunctionOffer,
    FunctionWish,
    StarterTitle,
)
from referent_desk.domain.record_values import Value, nothing_in, read_typed
from referent_desk.domain.records import FIELDS, Fault, RecordKind
from referent_desk.domain.texts import clean_line, folded, searched, spelling_key
from referent_desk.errors import NotFound, RefusedField
from referent_desk.language import _, spoken
from referent_desk.storage import first_steps as stored
from referent_desk.storage import schema
from referent_desk.storage.departments import path_to, read_node
from referent_desk.storage.leads import choice_of
from referent_desk.storage.procedures import functions_by_id, functions_owned
from referent_desk.storage.records import read_row
from referent_desk.storage.spellings import software_spelled
from referent_desk.storage.work import Work
from referent_desk.usecases.deeds import doing, kinds_of, saved
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.needed_functions import need_only, needed_functions
from referent_desk.usecases.records_kinds import RULES
from referent_desk.usecases.starter_sheets import starter_titles
from referent_desk.usecases.starters import add_starters

_NODE, _PERSON, _ENTRY = RecordKind.NODE, RecordKind.PERSON, RecordKind.DIRECTORY_ENTRY


def offer_first_steps(desk: Desk, department_id: str = "") -> FirstOffer:
    with desk.database.read() as connection:
        functions = sorted(functions_by_id(connection).values(), key=lambda f: f.position)
        node = read_node(connection, department_id) if department_id else None
        is_there = node is not None and node.closed_on is None
        offer = FirstOffer(
            establishments=tuple(stored.establishments(connection)),
            functions=tuple(FunctionOffer(f.id, f.code, f.name(spoken().code)) for f in functions),
            software=stored.software_names(connection),
            department=choice_of(connection, department_id) if is_there else None,
        )
    if offer.department is None:
        return offer
    ticks = needed_functions(desk, department_id)
    served = {tick.function_id: tick.software for tick in ticks if tick.needed or tick.software}
    return replace(offer, served=served)


def offer_starters(
    desk: Desk, establishment: str, functions: Collection[str]
) -> tuple[StarterTitle, ...]:
    """The shipped procedures for the functions, where the hospital has none of its own yet."""
    with desk.database.read() as connection:
        codes = {f.code: f.id for f in functions_by_id(connection).values()}
        place = _known_establishment(stored.establishments(connection), establishment)
        path = path_to(connection, place) if place else ()
        owned = [functions_owned(connection, node.id) for node in path]
    left = frozenset(functions).difference(*owned)
    return tuple(
        StarterTitle(codes[code], title, pages)
        for code, title, pages in starter_titles(desk.language)
        if codes.get(code) in left
    )


def begin_department(desk: Desk, steps: FirstSteps) -> FirstDone:
    """All of it or nothing, and one thing to take back. Raises RefusedField, named as in `steps`.

    What is known under the same name is used, not made again: hospital, person, software. A
    department that is there already is only given what was ticked for it.
    """
    name = clean_line(steps.department)
    ticked = Deed(Verb.TICKED, schema.department_function.name, name)
    deed = ticked if steps.department_id else Deed(Verb.ADDED, _NODE, name)
    with doing(desk, "begin_department", deed) as work:
        department_id = steps.department_id or _identify(work, steps, desk)
        department = choice_of(work.connection, department_id)
        if department is None:
            raise NotFound(_("This department is not here any more."), _("Choose another one."))
        known = len(stored.software_names(work.connection))
        if steps.functions or steps.department_id:
            wanted = frozenset(wish.function_id for wish in steps.functions)
            need_only(work, department_id, wanted, desk.clock.today())
        _add_uses(work, department_id, steps.functions)
        made = len(stored.software_names(work.connection)) - known
        path = [node.id for node in path_to(work.connection, department_id)]
        procedures = add_starters(work, path, steps.starters, desk.language)
    return FirstDone(
        saved=saved(desk, kinds_of(work.trail), department_id),
        department=department,
        functions=len(steps.functions),
        software=made,
        procedures=procedures,
    )


def _identify(work: Work, steps: FirstSteps, desk: Desk) -> str:
    """Make the department, its referent and its first numbers."""
    department_id = _department(work, steps, _establishment(work, steps.establishment))
    _add_referent(work, steps, department_id, desk)
    _add_numbers(work, steps.numbers, department_id)
    return department_id


def _known_establishment(known: Mapping[str, str], typed: str) -> str | None:
    wanted = folded(clean_line(typed))
    return next((key for name, key in known.items() if folded(name) == wanted), None)


def _establishment(work: Work, typed: str) -> str:
    known = _known_establishment(stored.establishments(work.connection), typed)
    if known is not None:
        return known
    values = {
        "name": _read(_NODE, "name", typed, "establishment"),
        "kind": "establishment",
        "parent_id": stored.only_group(work.connection),
    }
    with _asked_as("establishment"):
        return RULES[_NODE].add(work, work.new_id(), values)


def _department(work: Work, steps: FirstSteps, establishment_id: str) -> str:
    values = {
        "name": _read(_NODE, "name", steps.department, "department"),
        "kind": "department",
        "parent_id": establishment_id,
        "beds": _read(_NODE, "beds", steps.beds, "beds"),
        "telephone": _read(_NODE, "telephone", steps.telephone, "telephone"),
    }
    name = str(values["name"])
    twins = stored.departments_of(work.connection, establishment_id)
    if any(folded(twin) == folded(name) for twin in twins):
        raise RefusedField(
            "department",
            "taken",
            _("{name} exists already in this hospital.").format(name=name),
            _("Give it another name, or go back and choose it at the top of the window."),
        )
    with _asked_as("department"):
        return RULES[_NODE].add(work, work.new_id(), values)


def _add_uses(work: Work, department_id: str, wishes: tuple[FunctionWish, ...]) -> None:
    """What was imported meanwhile does not come twice."""
    known = stored.uses_of_department(work.connection, department_id)
    for wish in wishes:
        if not clean_line(wish.software):
            continue
        software_id = _software(work, wish.software)
        if (software_id, wish.function_id) not in known:
            use: dict[str, Value] = {
                "software_id": software_id,
                "function_id": wish.function_id,
                "department_id": department_id,
            }
            RULES[RecordKind.DEPLOYMENT].add(work, work.new_id(), use)


def _software(work: Work, typed: str) -> str:
    name = _read(RecordKind.SOFTWARE, "name", typed, "software")
    known = software_spelled(work.connection, spelling_key(str(name)))
    if known is not None:
        return known[0]
    with _asked_as("software"):
        return RULES[RecordKind.SOFTWARE].add(work, work.new_id(), {"name": name})


def _add_referent(work: Work, steps: FirstSteps, department_id: str, desk: Desk) -> None:
    """Nobody is named where no name was typed."""
    if not clean_line(f"{steps.last_name}{steps.first_name}"):
        return
    person_id = _person(work, steps, department_id)
    kinds = ("software", "security") if steps.is_security else ("software",)
    for kind in kinds:
        appointment: dict[str, Value] = {
            "person_id": person_id,
            "department_id": department_id,
            "kind": kind,
            "rank": "main",
            "since": desk.clock.today(),
        }
        RULES[RecordKind.APPOINTMENT].add(work, work.new_id(), appointment)


def _person(work: Work, steps: FirstSteps, department_id: str) -> str:
    """Of two namesakes neither is taken for the one who types."""
    values = {
        "last_name": _read(_PERSON, "last_name", steps.last_name, "last_name"),
        "first_name": _read(_PERSON, "first_name", steps.first_name, "first_name"),
        "role": _read(_PERSON, "role", steps.role, "role"),
        "telephone": _read(_PERSON, "telephone", steps.own_telephone, "own_telephone"),
        "department_id": department_id,
    }
    known = stored.people_of(
        work.connection, searched(str(values["last_name"]), str(values["first_name"]))
    )
    if len(known) != 1:
        return RULES[_PERSON].add(work, work.new_id(), values)
    row = read_row(work.connection, _PERSON, known[0])
    if values["telephone"] and row is not None and not row["telephone"]:
        RULES[_PERSON].edit(work, row, "telephone", values["telephone"])
    return known[0]


def _add_numbers(work: Work, numbers: Mapping[str, str], department_id: str) -> None:
    """What was left empty is asked for later."""
    called = {
        Purpose.SWITCHBOARD: _("Switchboard"),
        Purpose.IT_ON_CALL: _("IT on call"),
        Purpose.WARD_MANAGER: _("Ward manager"),
        Purpose.PHYSICIAN: _("Physician on duty"),
    }
    for purpose, label in called.items():
        number = _read(_ENTRY, "number", numbers.get(purpose, ""), f"number_{purpose}")
        if number:
            entry: dict[str, Value] = {
                **{field.name: nothing_in(field) for field in FIELDS[_ENTRY]},
                "owner_id": department_id,
                "label": label,
                "number": number,
                "purpose": str(purpose),
            }
            RULES[_ENTRY].add(work, work.new_id(), entry)


def _read(kind: RecordKind, name: str, typed: str, asked: str) -> Value:
    """`asked` is what the field is called in the first steps."""
    field = next(field for field in FIELDS[kind] if field.name == name)
    value = read_typed(field, typed)
    if isinstance(value, Fault):
        raise RefusedField(
            asked,
            value.code,
            _("What was typed cannot be kept in this field."),
            _("Correct it, or empty the field."),
        )
    return value


@contextmanager
def _asked_as(field: str) -> Iterator[None]:
    """A rule of the records that is broken is told at the field of the first steps."""
    try:
        yield
    except RefusedField as refused:
        raise RefusedField(field, refused.code, refused.happened, refused.what_to_do) from refused
