"""What stands at the head of every sheet of a binder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.sheets import Head

if TYPE_CHECKING:
    from referent_desk.usecases.binder_contents import BinderFacts


def head_of(facts: BinderFacts) -> Head:
    node = facts.node
    return Head(
        establishment=name_in(facts.path, NodeKind.ESTABLISHMENT),
        pole=name_in(facts.path[1:], NodeKind.POLE),
        department=node.name,
        code=node.code,
        place=node.place,
        beds=node.beds,
        paper_code=node.paper_code,
    )


def name_in(path: Iterable[Node], kind: NodeKind) -> str:
    """Of the nearest of that kind; empty where there is none."""
    return next((node.name for node in path if node.kind is kind), "")
