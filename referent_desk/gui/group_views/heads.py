"""What is shown of the hospital group, and what narrows it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from referent_desk.domain.group_offices import Answering
from referent_desk.gui.closed_lists import ClosedList
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.list_heads import HeadLine
from referent_desk.language import _, spoken
from referent_desk.words.group_views import answering_word

_WIDEST = 320  # pixels: of a list that opens


class Shown(StrEnum):
    OFFICES = "offices"
    SPREADS = "spreads"
    PAIRS = "pairs"


class NarrowingLine(HeadLine):
    """`changed`: other rows of the same list; `shown_changed`: another list."""

    changed = Signal()
    shown_changed = Signal()

    def __init__(self) -> None:
        self.filter = FilterField(
            _("Department, hospital, software or person"), _("Filter the list of the group")
        )
        super().__init__(self.filter)
        self.lists = ClosedList()
        self.lists.addItem(_("Referents"), Shown.OFFICES)
        self.lists.addItem(_("Software by function"), Shown.SPREADS)
        self.lists.addItem(_("Procedures that could be one"), Shown.PAIRS)
        self.establishments = ClosedList()
        self.establishments.addItem(_("All establishments"), "")
        self.answerings = ClosedList()
        self.answerings.addItem(_("Every state"), None)
        for answering in Answering:
            self.answerings.addItem(answering_word(answering, spoken()), answering)
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self.changed.emit())
        self.establishments.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.answerings.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.lists.currentIndexChanged.connect(lambda _place: self._choose_list())

    def _lay_out(self) -> None:
        self._labelled: dict[QComboBox, QWidget] = {}
        choices = (
            (_("&Shown"), self.lists),
            (_("&Establishment"), self.establishments),
            (_("Answered &for"), self.answerings),
        )
        for place, (text, box) in enumerate(choices):
            adjusting = QComboBox.SizeAdjustPolicy
            is_whole = box is self.lists  # names of hospitals and states may be cut, these not
            box.setSizeAdjustPolicy(
                adjusting.AdjustToContents
                if is_whole
                else adjusting.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(15)
            box.view().setMinimumWidth(_WIDEST)
            one = QWidget()
            row = QHBoxLayout(one)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(FieldLabel(text, box))
            row.addWidget(box)
            self._labelled[box] = one
            self.offer(one, place=place, yields=place)

    def offer_establishments(self, known: Iterable[tuple[str, str]]) -> None:
        self.establishments.blockSignals(True)
        for key, name in known:
            self.establishments.addItem(name, key)
        self.establishments.blockSignals(False)

    @property
    def shown(self) -> Shown:
        return Shown(self.lists.currentData())

    @property
    def establishment_id(self) -> str:
        """Empty: all of them."""
        return str(self.establishments.currentData() or "")

    @property
    def answering(self) -> Answering | None:
        chosen = self.answerings.currentData()
        return Answering(chosen) if chosen else None

    def _choose_list(self) -> None:
        self._labelled[self.answerings].setVisible(self.shown is Shown.OFFICES)
        self.fit()
        self.shown_changed.emit()
