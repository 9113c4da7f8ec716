"""Help given, tips and requests in memory, asked as the window asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.help_given import (
    HelpEntry,
    HelpOutcome,
    HelpRow,
    HelpView,
    QuickOffer,
    RecurringDetail,
    UsualHelp,
)
from referent_desk.domain.help_groups import Recurring
from referent_desk.domain.listings import Listing, Page
from referent_desk.domain.shares import ShareNumbers
from referent_desk.domain.tickets import Addressee, Ticket, TicketDraft
from referent_desk.domain.tips import Tip
from referent_desk.gui.questions_help_given import (
    HelpGivenQuestions,
    JournalQuestions,
    TicketQuestions,
    TipQuestions,
)

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@dataclass
class StandInHelpGiven:
    """`said` tells what was asked to be written."""

    text: str = "Imprimer une étiquette"
    said: list[object] = field(default_factory=list)
    refuses: Exception | None = None
    numbers: ShareNumbers = field(default_factory=lambda: ShareNumbers("Ada Moreau 4312", "4700"))

    def questions(self) -> HelpGivenQuestions:
        return HelpGivenQuestions(
            self.list_rows,
            JournalQuestions(
                self.offer,
                self._saved,
                lambda *said: self._saved(said),
                lambda *said: self._saved(said),
                lambda _id: self.entry(HelpOutcome.OPEN),
                self.recurring,
            ),
            TicketQuestions(
                lambda _department, _entry: TicketDraft(self.text, "h1"),
                lambda _id: self.ticket(),
                lambda *said: self._saved(said),
                lambda _id, path: self._written(path),
                lambda _id: Path("ticket.pdf"),
            ),
            TipQuestions(
                lambda _id: self.tip(),
                lambda _department, _software, path: self._written(path),
                lambda _department, _software: Path("card.pdf"),
            ),
            lambda _department: self.numbers,
            lambda: TODAY,
        )

    def entry(self, outcome: HelpOutcome) -> HelpEntry:
        return HelpEntry(
            *("h1", "d1", "s1", "Dossier+", self.text, self.text, 5, outcome, 3, self.text, TODAY)
        )

    def ticket(self) -> Ticket:
        return Ticket(
            "t1", "d1", Addressee.IT, self.text, "s1", "Dossier+", handed_on=date(2026, 3, 1)
        )

    def tip(self) -> Tip:
        return Tip("i1", "s1", "Dossier+", self.text, self.text)

    def recurring(self, _department_id: str, _key: str) -> RecurringDetail:
        group = Recurring("s1", self.text, self.text, 4, 3, 20, 5, TODAY, ("h1",))
        return RecurringDetail(group, "Dossier+", (self.entry(HelpOutcome.SOLVED),))

    def offer(self, _department_id: str) -> QuickOffer:
        usual = UsualHelp("h1", "s1", "Dossier+", self.text, "Choisir l’imprimante", 5)
        return QuickOffer((usual,), (usual,))

    def list_rows(self, view: HelpView, listing: Listing) -> Page[HelpRow]:
        rows = self._rows(view)
        fitting = tuple(row for row in rows if listing.text.casefold() in row.what.casefold())
        return Page(fitting, len(fitting), len(rows))

    def _rows(self, view: HelpView) -> Sequence[HelpRow]:
        states = {
            HelpView.JOURNAL: ("h1", "open"),
            HelpView.RECURRING: ("h1", "rising"),
            HelpView.TIPS: ("i1", "tip"),
            HelpView.TICKETS: ("t1", "unanswered"),
        }
        key, state = states[view]
        return (HelpRow(view, key, self.text, "Dossier+", TODAY, 5, state, 4, addressee="it"),)

    def _saved(self, said: object) -> Saved:
        if self.refuses is not None:
            error, self.refuses = self.refuses, None
            raise error
        self.said.append(said)
        return Saved(frozenset({Kind.HELP}), "h1", NOW)

    def _written(self, path: Path) -> Path:
        self.said.append(path)
        return path
