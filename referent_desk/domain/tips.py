"""What is good to know of a software: told on the screen, and on a card beside the PC."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Tip:
    """`place`: the department or hospital for which it holds; empty: everywhere."""

    id: str
    software_id: str
    software: str
    title: str
    text: str
    node_id: str | None = None
    place: str = ""
    closed_on: date | None = None


@dataclass(frozen=True, slots=True)
class TipCard:
    """`lines` are whom to call: what for, and the number, empty where it is not known."""

    software: str
    tips: tuple[Tip, ...]
    lines: tuple[tuple[str, str, str], ...]
