"""Those who arrive in a department: what each was shown, by whom, and on which day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referent_desk.domain.arrivals import Arrival, ArrivalList
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.form_pages import FormPage
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel
from referent_desk.gui.pane_fields import day_fault, day_field, name_field, typed_day
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_skills import SkillQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.skills.arrival_checks import ArrivalChecks
from referent_desk.gui.skills.arrival_forms import ArrivalListForm
from referent_desk.gui.skills.words import since_sentence
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _

_LIST_WIDTH, _LEAST_NAME, _WIDEST_NAME = 420, 160, 300  # pixels


class ArrivalsPage(FormPage):
    topic = "skills"
    way_back = "skills:arrivals"
    lets_undo = True

    def __init__(
        self,
        questions: SkillQuestions,
        department: tuple[str, str],
        editing: Editing,
        files: FileQuestions,
        person_id: str = "",
    ) -> None:
        """`person_id`: whose list is shown first."""
        title = _("New colleagues: {department}").format(department=department[1])
        super().__init__(title, editing, closable=True)
        self._questions = questions
        self._department_id = department[0]
        self._wanted = person_id
        self.shown: ArrivalList | None = None
        self.people = RowTable(_("People of the department"))
        self.paper = WrittenPaper(files, editing.jobs)
        self._lay_out()
        self.people.row_chosen.connect(lambda _row: self._show_person())

    def _lay_out(self) -> None:
        self.edit = IconButton(_("Change the &list…"))
        self.print = IconButton(_("Print the &sheet…"), "printer")
        self.edit.clicked.connect(lambda _on: self.edit_list())
        self.print.clicked.connect(lambda _on: self._write())
        if not self._editing.is_possible:
            self.edit.hide()
        for button in (self.edit, self.print):
            self.head.addWidget(button)
        for bar in (self.trouble, self.paper):
            self.body.addWidget(bar)
        self.asked = self._asked_row()
        self.body.addWidget(self.asked)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        self.people.setFixedWidth(_LIST_WIDTH)
        sides.addWidget(self.people)
        sides.addWidget(self.pane, 1)
        self.body.addLayout(sides, 1)

    def _asked_row(self) -> QWidget:
        """Said once, for all that is ticked."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.day = day_field(date.min)  # until it is known what today is
        self.who = name_field(self._editing)
        self.who.setMinimumWidth(_LEAST_NAME)
        self.who.setMaximumWidth(_WIDEST_NAME)
        for text, field in ((_("Da&y on which it was done"), self.day), (_("S&hown by"), self.who)):
            field.setAccessibleName(text.replace("&", ""))
            row.addWidget(FieldLabel(text, field))
            row.addWidget(field, 1)  # the day keeps its own width
        row.addStretch(1)
        if not self._editing.is_possible:
            box.hide()
        return box

    def end(self) -> None:
        self.paper.forget()
        super().end()

    def _ask(self) -> None:
        department_id, read = self._department_id, self._questions.arrivals.read
        self._answer.ask(lambda: read(department_id), self._show, self._refuse)

    def _show(self, shown: ArrivalList) -> None:
        is_first, person = self.shown is None, self._chosen()
        self.shown = shown
        before = (self.people.model(), self.people.selectionModel())
        self.people.show_model(LinesModel(_columns(shown), shown.people, self.people))
        for old in before:
            if old is not None:
                old.deleteLater()
        wanted = person.person_id if person is not None else self._wanted
        ids = [one.person_id for one in shown.people]
        if ids:
            self.people.choose(ids.index(wanted) if wanted in ids else 0)
        if is_first:
            self.day.show_typed(day_field(shown.today).typed())
        self._show_person()
        if is_first:
            self._take_keyboard()

    def _take_keyboard(self) -> None:
        checks = self.pane.kept("checks")
        boxes = checks.boxes.values() if isinstance(checks, ArrivalChecks) else ()
        first = next((box for box in boxes if box.isEnabled() and not box.isChecked()), None)
        (first or self.people).setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Arrival | None:
        row = self.people.chosen_row() if self.people.model() is not None else None
        return row if isinstance(row, Arrival) else None

    def _show_person(self) -> None:
        shown, person = self.shown, self._chosen()
        if shown is None or self.form is not None:
            return
        self.print.setEnabled(bool(shown.items))
        pane = self.pane
        pane.begin((person.person_id if person else "", bool(shown.items)))
        if not shown.items:
            self._show_no_list(pane)
        elif person is None:
            pane.text(_("Nobody of this department is known: add people in the tab Referents."))
        else:
            pane.title(person.name)
            pane.muted(" · ".join(filter(None, (person.role, since_sentence(person.since)))))
            checks = pane.keep("checks", self._make_checks)
            checks.show_list(shown.items, person)
        if not self._editing.is_possible:
            pane.muted(_("This home is only read here: nothing can be changed."))
        pane.end()

    def _show_no_list(self, pane: DetailPane) -> None:
        pane.text(_("This department has no list for new colleagues yet."))
        pane.muted(_("The usual one has a line for each software that is used here."))
        if self._editing.is_possible:
            pane.button(_("&Make the list…"), self.edit_list, "plus")

    def _make_checks(self) -> ArrivalChecks:
        checks = ArrivalChecks(is_editable=self._editing.is_possible)
        checks.ticked.connect(self.tick)
        return checks

    def tick(self, item_id: str, is_done: bool) -> None:
        person, day, who = self._chosen(), typed_day(self.day), self.who.typed()
        if person is None:
            return
        if day is None:
            self._refuse_field(self.day, day_fault(self.day))
        elif not who:
            self._refuse_field(self.who, _("Nobody is named. Type the name of who did it."))
        else:
            self.trouble.say("")
            self._editing.signer.remember(who)
            key, do = person.person_id, self._questions.arrivals.tick
            self._editing.saver.save(
                lambda: do(key, (item_id,), day, who, is_done), None, self._refuse
            )

    def _refuse_field(self, field: QWidget, sentence: str) -> None:
        """What was ticked is not: the boxes say again what is known."""
        self.trouble.say(sentence)
        self._show_person()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_list(self) -> None:
        if self.shown is None or self.form is not None:
            return
        write = self._questions.arrivals.write
        self._lay(ArrivalListForm(self.shown, write, self._editing), self.pane)

    def _come_back(self) -> None:
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self) -> None:
        person, papers = self._chosen(), self._questions.papers
        key, who = self._department_id, person.person_id if person is not None else ""
        self.paper.write(
            lambda: papers.suggest("arrival", key), lambda path: papers.arrival(key, who, path)
        )

    def _refuse(self, error: Exception) -> None:
        super()._refuse(error)
        self._show_person()


def _columns(shown: ArrivalList) -> tuple[Column, ...]:
    def done(row: Arrival) -> str:
        if not shown.items:
            return ""
        return _("{done} of {total}").format(done=row.done_of(shown.items), total=len(shown.items))

    def name(row: Arrival) -> str:
        return _("{name} (new)").format(name=row.name) if row.is_new else row.name

    return (
        Column(_("Name"), name, "", 200, 3),
        Column(_("Shown"), done, "", 96, 0),
    )
