"""The handovers of a department: who leaves, what is handed over, what nobody else knows."""

from __future__ import annotations

from collections.abc import Callable

from referent_desk.domain.handovers import DepartmentHandovers, Handover
from referent_desk.domain.records import Link, Record, RecordKind
from referent_desk.domain.successions import Leaving
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.form_pages import FormPage
from referent_desk.gui.handovers.check_rows import CheckRows
from referent_desk.gui.handovers.forms import GiveForm, ItemForm, SignForm, begin_form
from referent_desk.gui.handovers.sections import show_knowers, show_leavings, show_orphans
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_handovers import HandoverQuestions
from referent_desk.gui.wordings import short_day
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _

_FIELDS = ("successor_id", "last_day", "password_place", "note")
_Shown = tuple[DepartmentHandovers, dict[str, Record]]


class HandoverPage(FormPage):
    topic = "handover"
    way_back = "handovers"
    lets_undo = True

    def __init__(
        self,
        questions: HandoverQuestions,
        department: tuple[str, str],
        editing: Editing,
        files: FileQuestions,
    ) -> None:
        super().__init__(_("Handovers of {department}").format(department=department[1]), editing)
        self._questions, self._department = questions, department
        self.shown: DepartmentHandovers | None = None
        self.paper = WrittenPaper(files, editing.jobs)
        self.pane.followed.connect(self._lead)
        for widget in (self.trouble, self.paper):
            self.body.addWidget(widget)
        self.body.addWidget(self.pane, 1)

    def end(self) -> None:
        self.paper.forget()
        super().end()

    def _lead(self, place: object) -> None:
        self.place_asked.emit(place)

    def _ask(self) -> None:
        department_id, ask = self._department[0], self._questions.list_handovers
        read = self._editing.records.read

        def answer() -> _Shown:
            found = ask(department_id)
            return found, {one.id: read(RecordKind.HANDOVER, one.id) for one in found.open}

        self._answer.ask(answer, self._show, self._refuse)

    def _show(self, shown: _Shown) -> None:
        page, records = shown
        self.shown = page
        self.trouble.say("")
        pane, possible = self.pane, self._editing.is_possible
        pane.begin(page.department_id)
        if not possible:
            pane.muted(_("This home is only read here: nothing can be changed."))
        for handover in page.open:
            self._show_open(pane, handover, records[handover.id])
        show_leavings(pane, page, self._begin_for if possible else None)
        if possible:
            pane.button(_("Begin another &handover…"), self.add, "plus", "add_handover")
        show_knowers(pane, page.succession.sole_knowers)
        show_orphans(pane, page.succession.orphans)
        self._show_signed(pane, page)
        pane.end()

    def _show_open(self, pane: DetailPane, handover: Handover, record: Record) -> None:
        successor = handover.successor or _("not named yet")
        pane.heading(
            _("Handover: {leaving} to {successor}").format(
                leaving=handover.leaving, successor=successor
            )
        )
        pane.edit(record, self._editing, _FIELDS)
        count = len(handover.items)
        pane.heading(_("List: {done} of {count} done").format(done=handover.done, count=count))
        rows = pane.keep(f"items:{handover.id}", lambda: self._make_rows(handover.id))
        rows.show_items(handover.items, self._editing.is_possible)
        pane.buttons(self._deeds(handover))

    def _make_rows(self, handover_id: str) -> CheckRows:
        tick, saver = self._questions.tick, self._editing.saver

        def note(item_id: str, on: bool) -> None:
            saver.save(lambda: tick(handover_id, item_id, on), None, self._refuse)

        return CheckRows(note)

    def _deeds(self, handover: Handover) -> tuple[tuple[str, Callable[[], None], str], ...]:
        asked, editing, page = self._questions, self._editing, self.shown
        file = (_("Handover &file (PDF)…"), lambda: self._write(handover.id), "file-plus")
        if not editing.is_possible or page is None:
            return (file,)
        given = page.given.get(handover.id, ())
        deeds = [
            file,
            (_("A line of our &own…"), lambda: self.open_form(ItemForm(handover, asked, editing)),
             "plus"),
        ]  # fmt: skip
        if given and handover.successor:
            text = _("Give over open &tasks ({count})…").format(count=len(given))
            deeds.append(
                (text, lambda: self.open_form(GiveForm(handover, given, asked, editing)), "")
            )
        if handover.successor:
            today = page.today
            deeds.append(
                (
                    _("Both have &signed…"),
                    lambda: self.open_form(SignForm(handover, asked, editing, today)),
                    "check",
                )
            )
        deeds.append((_("Give it &up"), lambda: self._give_up(handover.id), ""))
        return tuple(deeds)

    def _show_signed(self, pane: DetailPane, page: DepartmentHandovers) -> None:
        if page.signed:
            pane.heading(_("Signed"))
        for one in page.signed:
            pane.text(
                _("{leaving} to {successor}, signed on {day}").format(
                    leaving=one.leaving, successor=one.successor, day=short_day(one.signed_on)
                )
            )

    def _write(self, handover_id: str) -> None:
        suggest, write = self._questions.suggest_path, self._questions.write_file
        self.paper.write(lambda: suggest(handover_id), lambda path: write(handover_id, path))

    def _give_up(self, handover_id: str) -> None:
        give_up = self._questions.give_up
        self._editing.saver.save(lambda: give_up(handover_id), None, self._refuse)

    def add(self) -> None:
        self.open_form(begin_form(self._department, self._editing))

    def _begin_for(self, leaving: Leaving) -> None:
        first = leaving.followers[0] if leaving.followers else None
        self.open_form(
            begin_form(
                self._department,
                self._editing,
                Link(leaving.person_id, leaving.person),
                Link(first.person_id, first.person) if first else None,
                leaving.last_day,
            )
        )
