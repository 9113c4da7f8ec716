"""Whether the tab of referents lists only what waits for an answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QCheckBox

from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.people import AppointmentRow
from referent_desk.domain.proposals import ProposalRow
from referent_desk.gui.empty_texts import EmptyText, NextStep
from referent_desk.gui.list_tabs import ListTab
from referent_desk.language import _

ListReferents = Callable[[Listing], Page[AppointmentRow | ProposalRow]]


class OnlyProposed:
    """`is_wanted` is read on the worker while the rows are asked for.

    The tick is there while somebody is proposed: above this list there is little room.
    """

    def __init__(self) -> None:
        self.is_wanted = False
        self.waits = False

    def either(self, list_all: ListReferents, list_proposed: ListReferents) -> ListReferents:
        def list_rows(listing: Listing) -> Page[AppointmentRow | ProposalRow]:
            page = list_proposed(listing) if self.is_wanted else list_all(listing)
            if listing.after is None:
                self.waits = any(isinstance(row, ProposalRow) for row in page.rows)
            return page

        return list_rows

    def offer(self, tab: ListTab, everybody: QAbstractButton) -> QCheckBox:
        """Of the two ticks above the list one at most is set."""
        tick = QCheckBox(_("Proposed onl&y"))

        def want(wanted: bool) -> None:
            self.is_wanted = wanted
            if wanted:
                everybody.setChecked(False)
            tab.refresh()

        def give_way(wanted: bool) -> None:
            if wanted:
                tick.setChecked(False)

        def show() -> None:
            tick.setVisible(self.waits or tick.isChecked())

        tick.toggled.connect(want)
        tab.model.loaded.connect(show)
        everybody.toggled.connect(give_way)
        tab.pane.offer_tick(
            tick,
            EmptyText(
                _("Nobody is proposed at the moment."),
                _("Whoever is proposed stands here until they have answered."),
                (NextStep.NEW,),
            ),
        )
        tick.hide()
        return tick
