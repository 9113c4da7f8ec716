"""What the file of a paper is called, and where it lies."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.departments import Node
from referent_desk.domain.texts import clean_line
from referent_desk.usecases.desks import Desk

LONGEST_NAME = 60
"""Letters of a name or a title in the name of a file."""
_FIT = " -–.'’"
"""Signs that a file's name may hold, besides letters and digits."""


def paper_path(desk: Desk, *parts: object, also: str = "") -> Path:
    """Where a PDF goes if nobody says otherwise: in the home's folder of prints, named by `parts`.

    `also` are further signs that its name may hold.
    """
    line = clean_line(" ".join(f"{part}" for part in parts))
    name = "".join(sign if sign.isalnum() or sign in _FIT + also else "-" for sign in line)
    return desk.home.prints / f"{name}.pdf"


def called_on_papers(node: Node | None) -> str:
    """Its paper code; before the first print, its name."""
    return (node.paper_code or node.name[:LONGEST_NAME]) if node is not None else ""
