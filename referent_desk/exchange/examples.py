"""An example hospital: a folder of TOML files that speak of one another by keys.

Days in the files are counted from the day of filling, so that what is overdue, expired or planned
there stays so whenever a home is filled. Ids are made from the keys and are always the same;
functions and kinds of software are named by their codes, until a home gives its own ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from referent_desk.domain.departments import Node, NodeKind, is_paper_code
from referent_desk.domain.directory import DirectoryEntry, LineType, Purpose
from referent_desk.domain.people import Appointment, AppointmentKind, AppointmentRank, Person
from referent_desk.domain.software import (
    Deployment,
    Hosting,
    Release,
    ReleaseLive,
    Software,
    SoftwareStatus,
)
from referent_desk.exchange import examples_shapes as shapes
from referent_desk.exchange.examples_means import read_means
from referent_desk.exchange.examples_procedures import read_procedures
from referent_desk.exchange.examples_references import (
    add,
    day_if_given,
    day_of,
    example_id,
    find,
    find_if_named,
    hours_of,
    whole_if_given,
)
from referent_desk.exchange.examples_values import (
    BinderCopy,
    Dialling,
    Example,
    Known,
    LocalValue,
)
from referent_desk.exchange.starters import read_functions, read_kinds
from referent_desk.exchange.toml_files import TomlTable, read_toml
from referent_desk.language import _


def read_example(folder: Path, filled_on: date) -> Example:
    """Raises `RefusedInput` with file, line and key for what is wrong or speaks of nothing."""
    nodes = _nodes(folder / "tree.toml", filled_on)
    lines = read_toml(folder / "software.toml", shapes.SOFTWARE).tables("software")
    software = _software(lines, filled_on)
    lives = tuple(_lives(lines, software, nodes, filled_on))
    staff = read_toml(folder / "people.toml", shapes.PEOPLE)
    people = _people(staff.tables("people"), nodes, filled_on)
    functions = {function.code: function.id for function in read_functions()}
    known = Known(filled_on, nodes, software, people, functions)
    releases = {
        (s.id, release.version): release
        for s, line in zip(software.values(), lines, strict=True)
        for release in _releases(s, line)
    }
    procedures, revisions, tried = read_procedures(folder, known, releases)
    entries = read_toml(folder / "directory.toml", shapes.DIRECTORY).tables("entries")
    directory = tuple(_entry(line, place, nodes) for place, line in enumerate(entries, start=1))
    return Example(
        nodes=tuple(nodes.values()),
        software=tuple(software.values()),
        releases=tuple(releases.values()),
        lives=lives,
        deployments=tuple(_deployments(folder / "deployments.toml", known)),
        people=tuple(people.values()),
        appointments=tuple(_appointments(staff.tables("appointments"), known)),
        procedures=procedures,
        revisions=revisions,
        tried=tried,
        local_values=tuple(_local_values(folder / "local_values.toml", nodes)),
        directory=directory,
        diallings=tuple(_diallings(entries, directory, known)),
        copies=tuple(_copies(folder / "binders.toml", known)),
        means=tuple(read_means(folder, known)),
    )


def _nodes(path: Path, filled_on: date) -> dict[str, Node]:
    """A node stands after the one it lies under."""
    known: dict[str, Node] = {}
    for line in read_toml(path, shapes.TREE).tables("nodes"):
        above = find_if_named(known, line, "under")
        if (above is None) != (line.text("kind") == NodeKind.GROUP):
            line.refuse("under", _("only the group stands under nothing."))
        paper_code = line.text("paper_code")
        if paper_code and not is_paper_code(paper_code):
            line.refuse(
                "paper_code",
                _("{key} is “{text}”, which cannot stand here.").format(
                    key="paper_code", text=paper_code
                ),
            )
        node = Node(
            id=example_id("node", line.text("key")),
            kind=NodeKind(line.text("kind")),
            name=line.text("name"),
            parent_id=above.id if above else None,
            code=line.text("code"),
            finess=line.text("finess"),
            place=line.text("place"),
            beds=whole_if_given(line, "beds"),
            opening_hours=hours_of(line, "opening_hours"),
            telephone=line.text("telephone"),
            paper_code=paper_code,
            closed_on=day_if_given(line, "closed", filled_on),
        )
        add(known, line, node)
    return known


def _software(lines: tuple[TomlTable, ...], filled_on: date) -> dict[str, Software]:
    kinds = {kind.code: kind.id for kind in read_kinds()}
    keys = {line.text("key"): example_id("software", line.text("key")) for line in lines}
    known: dict[str, Software] = {}
    for line in lines:
        software = Software(
            id=example_id("software", line.text("key")),
            name=line.text("name"),
            vendor=line.text("vendor"),
            kind_id=find(kinds, line, "kind"),
            criticality=whole_if_given(line, "criticality"),
            support_contact=line.text("support_contact"),
            it_owner=line.text("it_owner"),
            hosting=Hosting(line.text("hosting")),
            tolerated_interruption=whole_if_given(line, "tolerated_interruption"),
            recovery_time=whole_if_given(line, "recovery_time"),
            recovery_point=whole_if_given(line, "recovery_point"),
            status=SoftwareStatus(line.text("status", SoftwareStatus.IN_USE)),
            replaced_by_id=find_if_named(keys, line, "replaced_by"),
            closed_on=day_if_given(line, "closed", filled_on),
            aliases=line.texts("aliases"),
        )
        add(known, line, software)
    return known


def _releases(software: Software, line: TomlTable) -> Iterator[Release]:
    for row in line.tables("releases"):
        version = row.text("version")
        yield Release(example_id("release", line.text("key"), version), software.id, version)


def _lives(
    lines: tuple[TomlTable, ...],
    software: Mapping[str, Software],
    nodes: Mapping[str, Node],
    filled_on: date,
) -> Iterator[ReleaseLive]:
    for line in lines:
        releases = _releases(software[line.text("key")], line)
        for release, row in zip(releases, line.tables("releases"), strict=True):
            for live in row.tables("live"):
                establishment = find(nodes, live, "at")
                yield ReleaseLive(
                    release.id,
                    release.version,
                    establishment.id,
                    establishment.name,
                    day_of(live, "on", filled_on),
                )


def _deployments(path: Path, known: Known) -> Iterator[Deployment]:
    """One for each function that a line names, or one without any."""
    for line in read_toml(path, shapes.DEPLOYMENTS).tables("deployments"):
        for code in line.texts("functions") or ("",):
            names = (line.text("department"), line.text("software"), code)
            yield Deployment(
                id=example_id("deployment", *names),
                department_id=find(known.nodes, line, "department").id,
                software_id=find(known.software, line, "software").id,
                function_id=find(known.functions, line, "functions", code) if code else None,
                since=day_if_given(line, "since", known.filled_on),
                until=day_if_given(line, "until", known.filled_on),
                users=whole_if_given(line, "users"),
                tolerated_outage=whole_if_given(line, "tolerated_outage"),
            )


def _people(
    lines: tuple[TomlTable, ...], nodes: Mapping[str, Node], filled_on: date
) -> dict[str, Person]:
    known: dict[str, Person] = {}
    for line in lines:
        department = find_if_named(nodes, line, "department")
        person = Person(
            id=example_id("person", line.text("key")),
            last_name=line.text("last_name"),
            first_name=line.text("first_name"),
            role=line.text("role"),
            department_id=department.id if department else None,
            telephone=line.text("telephone"),
            working_hours=hours_of(line, "working_hours"),
            left_on=day_if_given(line, "left", filled_on),
        )
        add(known, line, person)
    return known


def _appointments(lines: tuple[TomlTable, ...], known: Known) -> Iterator[Appointment]:
    for line in lines:
        names = [line.text(key) for key in ("person", "department", "kind", "rank", "software")]
        software = find_if_named(known.software, line, "software")
        yield Appointment(
            id=example_id("appointment", *names),
            person_id=find(known.people, line, "person").id,
            department_id=find(known.nodes, line, "department").id,
            kind=AppointmentKind(line.text("kind")),
            rank=AppointmentRank(line.text("rank")),
            software_id=software.id if software else None,
            since=day_if_given(line, "since", known.filled_on),
            until=day_if_given(line, "until", known.filled_on),
        )


def _local_values(path: Path, nodes: Mapping[str, Node]) -> Iterator[LocalValue]:
    for line in read_toml(path, shapes.LOCAL_VALUES).tables("local_values"):
        department = find(nodes, line, "department")
        yield LocalValue(department.id, line.text("name"), line.text("value"))


def _entry(line: TomlTable, position: int, nodes: Mapping[str, Node]) -> DirectoryEntry:
    works = line.yes("works_without_network") if line.has("works_without_network") else None
    return DirectoryEntry(
        id=example_id("directory", line.text("owner"), line.text("heading"), line.text("label")),
        owner_id=find(nodes, line, "owner").id,
        heading=line.text("heading"),
        label=line.text("label"),
        number=line.text("number"),
        line_type=LineType(line.text("line_type")),
        works_without_network=works,
        private=line.yes("private"),
        hours=line.text("hours"),
        purpose=Purpose(line.text("purpose")),
        position=position,
    )


def _diallings(
    lines: tuple[TomlTable, ...], directory: tuple[DirectoryEntry, ...], known: Known
) -> Iterator[Dialling]:
    for line, entry in zip(lines, directory, strict=True):
        if line.has("dialled"):
            dialled = line.table("dialled")
            yield Dialling(
                entry_id=entry.id,
                number=entry.number,
                answered=dialled.yes("answered"),
                who=find(known.people, dialled, "who").full_name,
                valid_on=day_of(dialled, "on", known.filled_on),
            )


def _copies(path: Path, known: Known) -> Iterator[BinderCopy]:
    for line in read_toml(path, shapes.BINDERS).tables("copies"):
        holder = find_if_named(known.people, line, "holder")
        yield BinderCopy(
            find(known.nodes, line, "department").id,
            line.whole("number"),
            line.text("place"),
            holder.full_name if holder else "",
            line.text("colour"),
        )
