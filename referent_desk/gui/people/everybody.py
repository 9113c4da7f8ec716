"""Whether the tab of referents lists appointments, or everybody who is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow, PersonRow
from referent_desk.domain.proposals import ProposalRow
from referent_desk.gui.empty_texts import EmptyText, NextStep
from referent_desk.gui.list_tabs import ListTab
from referent_desk.language import _


class Everybody:
    """`is_wanted` is read on the worker while the rows are asked for."""

    def __init__(self) -> None:
        self.is_wanted = False

    def either(
        self,
        list_appointments: Callable[[Listing], Page[AppointmentRow | ProposalRow]],
        list_people: Callable[[Listing], Page[PersonRow]],
    ) -> Callable[[Listing], Page[Any]]:
        def list_rows(listing: Listing) -> Page[Any]:
            return list_people(listing) if self.is_wanted else list_appointments(listing)

        return list_rows

    def offer(self, tab: ListTab) -> QCheckBox:
        tick = QCheckBox(_("&Everybody, referent or not"))

        def want(wanted: bool) -> None:
            self.is_wanted = wanted
            tab.refresh()

        tick.toggled.connect(want)
        tab.pane.offer_tick(
            tick,
            EmptyText(
                _("Nobody is known here yet."),
                _("Appoint somebody: a person who is not known yet is added with it."),
                (NextStep.NEW, NextStep.IMPORT),
            ),
        )
        return tick
