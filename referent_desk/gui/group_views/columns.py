"""The three lists of the page of the hospital group, column by column."""

from __future__ import annotations

from PySide6.QtCore import Qt

from referent_desk.domain.convergences import Convergence, Nearness, Spread
from referent_desk.domain.group_offices import Answering, OfficeRow
from referent_desk.domain.group_views import GroupConvergences
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.cover_states import cover_state
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken
from referent_desk.words.evidence import counted
from referent_desk.words.group_views import (
    answering_word,
    gap_text,
    nearness_word,
    pair_software,
    row_sentence,
    sites_text,
)

_ANSWERING = {
    Answering.COVERED: (Shape.TICK, Tone.GOOD),
    Answering.PARTLY: (Shape.TRIANGLE, Tone.WARNING),
    Answering.DEPUTY: (Shape.HOLLOW_TRIANGLE, Tone.WARNING),
    Answering.NOBODY: (Shape.SQUARE, Tone.BAD),
    Answering.ORPHAN: (Shape.CROSS, Tone.BAD),
}
_MIDDLE = Qt.TextElideMode.ElideMiddle


def answering_state(row: OfficeRow) -> State:
    return State(answering_word(row.answering, spoken()), *_ANSWERING[row.answering])


def office_columns() -> tuple[Column, ...]:
    def names(row: OfficeRow) -> str:
        return ", ".join(row.mains or row.deputies)

    return (
        Column(_("Establishment"), lambda row: row.establishment, least=130, share=3, yields=2),
        Column(_("Department"), lambda row: row.name, least=180, share=2, elide=_MIDDLE),
        state_column(_("Answered for"), answering_state, least=150),
        Column(_("Referents"), names, least=160, share=2),
        Column(_("To be known"), lambda row: row_sentence(row, spoken()), least=200, share=2),
        state_column(_("Coverage"), lambda row: cover_state(row.cover), least=180),
    )


def spread_columns(group: GroupConvergences) -> tuple[Column, ...]:
    def function(row: Spread) -> str:
        return group.functions.get(row.function_id, "")

    def software(row: Spread) -> str:
        return group.software.get(row.software_id, "")

    return (
        Column(_("Function"), function, least=150, share=2),
        Column(_("Name of the software"), software, least=150, share=2),
        Column(
            _("Other programs"), lambda row: str(row.rivals), least=130, share=0, is_number=True
        ),
        Column(
            _("Departments"), lambda row: counted(row.departments), least=90, share=0,
            is_number=True,
        ),
        Column(
            _("Beds"), lambda row: counted(row.beds) if row.beds else "", least=70, share=0,
            is_number=True,
        ),
        Column(_("Where"), sites_text, least=200, share=4),
    )  # fmt: skip


def nearness_state(pair: Convergence) -> State:
    word = nearness_word(pair.nearness, spoken())
    if pair.nearness is Nearness.SAME:
        return State(word, Shape.TICK, Tone.NEUTRAL)
    return State(word, Shape.RING, Tone.NEUTRAL)


def pair_columns(group: GroupConvergences) -> tuple[Column, ...]:
    def owner(number: int) -> Column:
        def name(row: Convergence) -> str:
            text = row.first if number == 0 else row.second
            return owner_name(group, text.owner_id)

        return Column(
            (_("One of"), _("Another of"))[number], name, least=140, share=3, elide=_MIDDLE
        )

    return (
        Column(
            _("Function"), lambda row: group.functions.get(row.function_id, ""), least=130, share=2
        ),
        Column(
            _("Name of the software"), lambda row: pair_software(group, row, spoken()),
            least=120, share=2, yields=1,
        ),
        state_column(_("Texts"), nearness_state, least=150),
        Column(_("Gap"), lambda row: gap_text(row, spoken()), least=80, share=0),
        Column(
            _("Procedures"), lambda row: counted(row.procedures), least=105, share=0, is_number=True
        ),
        owner(0),
        owner(1),
    )  # fmt: skip


def owner_name(group: GroupConvergences, node_id: str) -> str:
    site = group.sites[node_id]
    return " · ".join(dict.fromkeys(filter(None, (site.establishment, site.name))))
