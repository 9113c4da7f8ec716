"""How means and what can fail are listed: a line each, which opens on its fields."""

from __future__ import annotations

from typing import Any

from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.domain.ward_means import MeansRow, Named, UpperMeans
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.field_words import choice_word
from referent_desk.gui.open_records import LineSubject
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.wordings import sentence_case
from referent_desk.language import _, ngettext

_MOST_NAMED = 3
"""Procedures that a line names; the others are counted."""


def named_text(named: Named) -> str:
    """`3 steps: Prescription, Transfusion`; empty where no step names it."""
    if not named.steps:
        return ""
    steps = ngettext("{count} step", "{count} steps", named.steps).format(count=named.steps)
    if not named.titles:
        return steps
    shown = ", ".join(named.titles[:_MOST_NAMED])
    rest = len(named.titles) - _MOST_NAMED
    more = f" +\u00a0{rest}" if rest > 0 else ""
    return _("{steps}: {titles}").format(steps=steps, titles=shown + more)


def upper_leans(one: UpperMeans) -> str:
    return ", ".join(one.leans_on) or _("nothing")


def _leans(record: Record) -> str:
    link: Link | None = record.links.get("leans_on")
    return link.name if link is not None else _("nothing")


def _kind(row: MeansRow) -> str:
    word = choice_word(RecordKind.MEANS, "kind", row.record.values.get("kind", ""))
    return sentence_case(word)


def own_subject() -> LineSubject:
    return LineSubject(
        kind=RecordKind.MEANS,
        title=_("What is kept here"),
        columns=(
            Column(_("Name"), lambda row: row.record.name, "", 160, 3),
            Column(_("What it is"), _kind, "", 110, 1, yields=2),
            Column(_("Falls with"), lambda row: _leans(row.record), "", 160, 3),
            Column(_("Named by"), lambda row: named_text(row.named), "", 140, 3, yields=1),
        ),
        names=("name", "kind", "leans_on", "software_id", "place", "note"),
        id_of=lambda row: row.record.id,
        close=_("It is no longer here"),
    )


def domain_subject() -> LineSubject:
    return LineSubject(
        kind=RecordKind.FAILURE_DOMAIN,
        title=_("What can fail"),
        columns=(
            Column(_("Name"), lambda record: record.name, "", 200, 2),
            Column(_("Falls with"), _leans, "", 200, 3),
        ),
        names=("name", "leans_on"),
        id_of=lambda record: record.id,
        close=_("Take it out of the list"),
    )


def show_lines(
    pane: DetailPane, editing: Editing, subject: LineSubject, rows: tuple[Any, ...]
) -> RecordLines:
    """Lines that open on their fields and stay open while the page is shown anew."""
    lines = pane.keep(f"records:{subject.kind}", lambda: RecordLines(subject, editing))
    lines.show_rows(rows)
    return lines
