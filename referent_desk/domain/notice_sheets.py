"""Chapters of the binder that are rules to follow, things to tick and lists to fill in by hand."""

from __future__ import annotations

from referent_desk.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class NoticeSection:
    """With `columns` its items are the rows of a table to write in; `ticked` ones have a box."""

    heading: str
    items: tuple[str, ...]
    ticked: bool = False
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticeBody:
    """`notes` stands over ruled lines at the foot. `cards`: each section on a page of its own, to
    be photocopied and handed to whom its heading names; they have no columns and no notes."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[NoticeSection, ...]
    notes: str = ""
    cards: bool = False
