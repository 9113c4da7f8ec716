"""What the steps of an example hospital lean on, and the texts in which they name it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from referent_desk.domain.means import MeansKind
from referent_desk.domain.procedures import ProcedureText
from referent_desk.exchange import examples_shapes as shapes
from referent_desk.exchange.examples_references import example_id, find, find_if_named
from referent_desk.exchange.examples_values import ExampleMeans, Known
from referent_desk.exchange.failure_domains import leans_on, read_failure_domains
from referent_desk.exchange.toml_files import (
    Tables,
    Text,
    Texts,
    TomlTable,
    Whole,
    read_toml,
    table,
)
from referent_desk.language import _

_KINDS = tuple(str(kind) for kind in MeansKind)
_FILE = table(
    means=Tables(
        table(
            at=shapes.KEY,
            kind=Text(allowed=_KINDS),
            name=shapes.NAME,
            place=shapes.MAY_SAY,
            note=shapes.MAY_SAY,
            software=shapes.MAY_REFER,
            leans_on=Texts(required=False),
        )
    ),
    steps=Tables(
        table(text=Text(longest=40), step=Whole(least=1), means=Texts(each=shapes.NAME, fewest=1))
    ),
)


def read_means(folder: Path, known: Known) -> Iterator[ExampleMeans]:
    codes = {domain.code for domain in read_failure_domains()}
    for line in _file(folder).tables("means"):
        node = find(known.nodes, line, "at")
        software = find_if_named(known.software, line, "software")
        yield ExampleMeans(
            id=example_id("means", line.text("at"), line.text("name")),
            node_id=node.id,
            kind=MeansKind(line.text("kind")),
            name=line.text("name"),
            place=line.text("place"),
            note=line.text("note"),
            software_id=software.id if software else None,
            leans_on=leans_on(line, codes),
        )


def with_means(texts: Mapping[str, ProcedureText], folder: Path) -> dict[str, ProcedureText]:
    """The texts, each step with the means that it needs here."""
    found = dict(texts)
    for line in _file(folder).tables("steps"):
        text, number = find(found, line, "text"), line.whole("step")
        if number > len(text.steps):
            line.refuse("step", _("the text has only {count} steps.").format(count=len(text.steps)))
        steps = list(text.steps)
        steps[number - 1] = replace(steps[number - 1], means=line.texts("means"))
        found[line.text("text")] = replace(text, steps=tuple(steps))
    return found


def _file(folder: Path) -> TomlTable:
    return read_toml(folder / "means.toml", _FILE)
