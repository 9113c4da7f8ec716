"""What leads out of the tab of help: forms over the detail, and papers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referent_desk.domain.help_given import HelpEntry, HelpView
from referent_desk.domain.records import Link, RecordKind
from referent_desk.domain.tickets import Ticket, TicketDraft
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.help_given.forms import AnswerForm, EntryForm, SettleForm
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.questions_help_given import HelpGivenQuestions
from referent_desk.gui.record_forms import Beginning, PaneForm, RecordForm
from referent_desk.gui.wordings import short_day
from referent_desk.language import _

_TICKET_FIELDS = (
    *("what", "addressee", "software_id", "tried", "begun", "concerned", "stops_work"),
    *("who", "callback", "handed_on"),
)


class HelpDoors(QObject):
    """`card_asked`: a department and a software; `sheet_asked`: a request. `last_view` is that of
    what was begun last."""

    card_asked = Signal(str, str)
    sheet_asked = Signal(str)

    def __init__(self, questions: HelpGivenQuestions, editing: Editing) -> None:
        super().__init__()
        self.questions = questions
        self.editing = editing
        self.last_view = HelpView.JOURNAL
        self._draft = LatestAnswer(editing.jobs)

    def begin(self, view: HelpView, department_id: str) -> PaneForm:
        """What is new in that list; of what comes back nothing is written by hand."""
        self.last_view = HelpView.JOURNAL if view is HelpView.RECURRING else view
        if view is HelpView.TIPS:
            return self._tip(Link(department_id, ""), "", "", None)
        if view is HelpView.TICKETS:
            return self._ticket(department_id, TicketDraft())
        return EntryForm(self.questions, department_id, self.editing)

    def settle(self, entry: HelpEntry) -> PaneForm:
        return SettleForm(self.questions.journal, entry, self.editing)

    def settle_ticket(self, ticket: Ticket) -> PaneForm:
        return AnswerForm(self.questions, ticket, self.editing)

    def annul(self, entry: HelpEntry) -> PaneForm:
        annul, entry_id = self.questions.journal.annul, entry.id
        form = ReasonForm(
            _("Take back what was noted on {day}").format(day=short_day(entry.day)),
            _("It no longer counts. It stays in the history with your reason."),
            lambda reason: annul(entry_id, reason),
            self.editing,
        )
        form.create_button.setText(_("Take this &back"))
        return form

    def tip_of(self, entry: HelpEntry) -> PaneForm:
        software = Link(entry.software_id, entry.software) if entry.software_id else None
        return self._tip(None, entry.asked, entry.helped, software)

    def _tip(
        self, _department: Link | None, title: str, text: str, software: Link | None
    ) -> PaneForm:
        links = {"software_id": software} if software is not None else {}
        beginning = Beginning(
            kind=RecordKind.TIP,
            title=_("A new tip"),
            create=_("&Keep this tip"),
            leave=_("Not now"),
            names=("software_id", "title", "text", "node_id"),
            values={"title": title, "text": text},
            links=links,
            says=_("It is found by everybody with Ctrl+K, and stands on the card of the software."),
        )
        return RecordForm(beginning, self.editing, key=f"new:{RecordKind.TIP}:{title}")

    def hand_over(self, pane: DetailPane, entry: HelpEntry) -> None:
        """The form opens once what is known already was read."""
        draft, department_id, entry_id = (
            self.questions.tickets.draft,
            entry.department_id,
            entry.id,
        )
        self._draft.ask(
            lambda: draft(department_id, entry_id),
            lambda known: pane.form_asked.emit(self._ticket(department_id, known)),
        )

    def _ticket(self, department_id: str, draft: TicketDraft) -> PaneForm:
        links = {}
        if draft.software_id:
            links["software_id"] = Link(draft.software_id, draft.software)
        beginning = Beginning(
            kind=RecordKind.TICKET,
            title=_("Hand over to the IT department or the vendor"),
            create=_("Ma&ke the request"),
            leave=_("Not now"),
            names=_TICKET_FIELDS,
            values={
                "what": draft.what,
                "addressee": str(draft.addressee),
                "tried": draft.tried,
                "begun": draft.begun,
                "concerned": "" if draft.concerned is None else str(draft.concerned),
                "who": draft.who or self.editing.signer.name,
                "callback": draft.callback,
                "handed_on": short_day(self.questions.today()),
            },
            links=links,
            given={"department_id": department_id, "help_entry_id": draft.entry_id},
            says=_(
                "One sheet for their tray: what happens, since when, how many are concerned. No "
                "name and no number of a patient."
            ),
        )
        return RecordForm(
            beginning,
            self.editing,
            key=f"new:{RecordKind.TICKET}:{draft.entry_id or department_id}",
        )
