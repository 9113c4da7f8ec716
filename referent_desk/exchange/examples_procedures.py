"""The procedures of an example hospital: their revisions, and who tried which on what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from referent_desk.domain.actions import Action
from referent_desk.domain.procedures import (
    Procedure,
    ProcedureText,
    Revision,
    RevisionState,
    Verification,
    VerificationResult,
)
from referent_desk.domain.software import Release
from referent_desk.exchange import examples_shapes as shapes
from referent_desk.exchange.examples_means import with_means
from referent_desk.exchange.examples_references import (
    add,
    day_if_given,
    day_of,
    example_id,
    find,
    find_if_named,
)
from referent_desk.exchange.examples_values import Known, Tried
from referent_desk.exchange.starters import read_procedure, starter_procedures
from referent_desk.exchange.toml_files import TomlTable, read_toml
from referent_desk.language import _

Releases = Mapping[tuple[str, str], Release]
"""By software id and version."""


def read_procedures(
    folder: Path, known: Known, releases: Releases
) -> tuple[tuple[Procedure, ...], tuple[Revision, ...], tuple[Tried, ...]]:
    procedures: dict[str, Procedure] = {}
    revisions: list[Revision] = []
    tried: list[Tried] = []
    texts = with_means(_texts(folder / "procedures"), folder)
    for line in read_toml(folder / "procedures.toml", shapes.PROCEDURES).tables("procedures"):
        software = find_if_named(known.software, line, "software")
        procedure = Procedure(
            id=example_id("procedure", line.text("key")),
            owner_id=find(known.nodes, line, "owner").id,
            function_id=find(known.functions, line, "function"),
            software_id=software.id if software else None,
            closed_on=day_if_given(line, "closed", known.filled_on),
        )
        add(procedures, line, procedure)
        for revision, row in _revisions(procedure, line, texts, known):
            revisions.append(revision)
            tried += _tried(revision, procedure, row, known, releases)
    return tuple(procedures.values()), tuple(revisions), tuple(tried)


def _texts(folder: Path) -> dict[str, ProcedureText]:
    """Starter texts by the code of their function, the example's own by the name of their file."""
    texts = {file.function: file.text for file in starter_procedures("fr")}
    return texts | {p.stem: read_procedure(p).text for p in sorted(folder.glob("*.toml"))}


def _revisions(
    procedure: Procedure, line: TomlTable, texts: Mapping[str, ProcedureText], known: Known
) -> Iterator[tuple[Revision, TomlTable]]:
    number = 0
    for row in line.tables("revisions"):
        state = RevisionState(row.text("state"))
        approved_on = day_if_given(row, "approved", known.filled_on)
        if (state is RevisionState.APPROVED) != (approved_on is not None):
            row.refuse("approved", _("an approved revision has a day of approval, a draft none."))
        number += state is RevisionState.APPROVED
        mark = str(number) if state is RevisionState.APPROVED else state
        author = find_if_named(known.people, row, "author")
        approver = find_if_named(known.people, row, "approver")
        revision = Revision(
            id=example_id("revision", line.text("key"), mark),
            procedure_id=procedure.id,
            state=state,
            text=_text(row, find(texts, row, "text", row.text("text", line.text("function")))),
            number=number if state is RevisionState.APPROVED else None,
            author=author.full_name if author else "",
            approver=approver.full_name if approver else "",
            approved_on=approved_on,
            in_force_on=day_if_given(row, "in_force", known.filled_on),
            review_due_on=day_if_given(row, "review_due", known.filled_on),
        )
        yield revision, row


def _text(row: TomlTable, text: ProcedureText) -> ProcedureText:
    return replace(
        text,
        title=row.text("title", text.title),
        trigger=row.text("trigger", text.trigger),
        decides=row.text("decides", text.decides),
    )


def _tried(
    revision: Revision, procedure: Procedure, row: TomlTable, known: Known, releases: Releases
) -> Iterator[Tried]:
    for line in row.tables("tried"):
        named = find_if_named(known.software, line, "software")
        software_id = named.id if named else procedure.software_id
        release = releases.get((software_id or "", line.text("version")))
        if release is None:
            line.refuse(
                "version",
                _("{key} names “{name}”, which is not there.").format(
                    key="version", name=line.text("version")
                ),
            )
        department, day = find(known.nodes, line, "department"), _day(line, known.filled_on)
        verification = Verification(
            revision_id=revision.id,
            release_id=release.id,
            department_id=department.id,
            result=VerificationResult(line.text("result")),
            valid_on=day,
            version=release.version,
        )
        names = (revision.id, release.id, department.id, str(line.whole("on")))
        tried_id = example_id("verification", *names)
        yield Tried(
            tried_id,
            verification,
            find(known.people, line, "who").full_name,
            line.text("seen"),
            _action(line, tried_id, department.id, known) if line.has("change") else None,
        )


def _action(line: TomlTable, tried_id: str, department_id: str, known: Known) -> Action:
    return Action(
        id=example_id("action", tried_id),
        department_id=department_id,
        what=line.text("change"),
        owner=find(known.people, line, "owner").full_name,
        due_on=day_of(line, "due", known.filled_on),
        done_on=day_if_given(line, "done", known.filled_on),
        outcome=line.text("outcome"),
        verification_id=tried_id,
    )


def _day(line: TomlTable, filled_on: date) -> date:
    day = day_of(line, "on", filled_on)
    if day > filled_on:
        line.refuse("on", _("nobody has tried it yet on that day."))
    return day
