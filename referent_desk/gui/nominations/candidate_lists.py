"""Whom one could ask, the best first, and what speaks for each; Enter or a click takes one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referent_desk.domain.nominations import Candidate
from referent_desk.domain.records import Link
from referent_desk.gui.columns import Column
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.row_tables import LinesTable
from referent_desk.gui.rows_model import Role
from referent_desk.language import _, spoken
from referent_desk.words.nominations import candidate_words


class CandidateList(QWidget):
    """`taken` brings the link of whoever was chosen. Hidden while there is nobody."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        title = _("Whom one could ask")
        self.table = LinesTable(title, _columns(), ())
        self.table.row_followed.connect(self._take)
        self.table.row_chosen.connect(self._say)
        self.table.clicked.connect(self._take_clicked)
        self.why = PlainLabel("", Look.MUTED)
        self.why.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(PlainLabel(title, Look.STRONG))
        column.addWidget(self.table)
        column.addWidget(self.why)
        self._shown: tuple[Candidate, ...] = ()
        self.hide()

    def show_candidates(
        self, candidates: tuple[Candidate, ...], chosen: str, *, wanted: bool
    ) -> None:
        """`chosen` is the person asked for, whose row stays chosen wherever it now stands."""
        if candidates != self._shown:
            self._shown = candidates
            self.table.show_rows(_columns(), candidates)
            ids = [one.colleague.id for one in candidates]
            if chosen in ids:
                self.table.choose(ids.index(chosen))
            else:
                self.table.choose_none()
                self.why.hide()
        self.setVisible(wanted and bool(candidates))

    def _take(self, candidate: Candidate) -> None:
        one = candidate.colleague
        self.taken.emit(Link(one.id, one.name, one.role))

    def _take_clicked(self, index: QModelIndex) -> None:
        self._take(index.data(Role.ROW))

    def _say(self, candidate: Candidate | None) -> None:
        """What has no room in the line."""
        if candidate is not None:
            said = candidate_words(candidate, spoken())
            name = candidate.colleague.name
            self.why.say(_("{name}: {reasons}.").format(name=name, reasons=said))
        self.why.setVisible(candidate is not None)


def _columns() -> tuple[Column, ...]:
    def why(row: Any) -> str:
        return candidate_words(row, spoken())

    return (
        Column(_("Name"), lambda row: row.colleague.name, "", 130, 2),
        Column(_("Position"), lambda row: row.colleague.role, "", 110, 2, yields=1),
        Column(_("Because"), why, "", 220, 5),
    )
