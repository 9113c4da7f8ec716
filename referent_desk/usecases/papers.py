"""The papers of a department beside its binder: in which language, with whose head, written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from referent_desk.domain.day_wards import as_printed
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.sheets import Head
from referent_desk.language import Language
from referent_desk.paper.department_pages import PageMarks, write_department_pages
from referent_desk.paper.layout import PageContent
from referent_desk.paper.measures import PORTRAIT, Frame
from referent_desk.storage.database import Connection
from referent_desk.storage.places import house_name
from referent_desk.usecases.binder_contents import read_binder_facts
from referent_desk.usecases.binder_heads import head_of
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.print_files import pdf_at


def paper_of(connection: Connection, desk: Desk, department_id: str) -> tuple[Language, Head]:
    """The language is that of the binder, as of any paper of a department."""
    said = binder_language(connection, desk, department_id)
    facts = read_binder_facts(connection, department_id, said.code, desk.clock.today())
    return said, head_of(facts)


def head_of_node(path: Sequence[Node], *, repeats: bool = False) -> Head:
    """Of the first of `path`, which need not keep a binder.

    An establishment does not stand above its own name, unless it `repeats` and is in a group.
    """
    node = as_printed(path[0])
    by_kind = {one.kind: one.name for one in path}
    is_below = node.kind is not NodeKind.ESTABLISHMENT or (repeats and len(path) > 1)
    return Head(
        establishment=by_kind.get(NodeKind.ESTABLISHMENT, "") if is_below else "",
        pole=by_kind.get(NodeKind.POLE, "") if node.kind is not NodeKind.POLE else "",
        department=node.name,
        code=node.code,
        place=node.place,
        beds=node.beds,
        paper_code=node.paper_code,
    )


def head_of_house(connection: Connection, said: Language, place: str = "") -> Head:
    """Of what is of no department."""
    name = house_name(connection) or said.gettext("All departments")
    return Head("", "", name, "", place, None, "")


def write_paper(
    desk: Desk,
    output: Path,
    pages: Sequence[PageContent],
    around: tuple[Head, PageMarks, Language],
    frame: Frame = PORTRAIT,
    *,
    turned: bool = False,
    alone: bool = False,
) -> Path:
    """`turned` and `alone` as in `write_department_pages`."""
    head, marks, said = around
    printed_at = desk.clock.now().astimezone()
    with pdf_at(output) as write:
        write(
            write_department_pages(
                *(pages, head, marks, printed_at, said, frame), turned=turned, alone=alone
            )
        )
    return output
