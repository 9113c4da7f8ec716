"""Advice for purchasing: all software, what presses most first, and the reasons of each."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from referent_desk.domain.advice import Advice, Side, SiteUse
from referent_desk.domain.changes import Kind
from referent_desk.domain.deeds import Saved
from referent_desk.domain.texts import folded
from referent_desk.gui.advice.details import ShownAdvice, show_head, show_reasons, show_said
from referent_desk.gui.advice.forms import AdviceForm
from referent_desk.gui.advice.states import advice_state
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.filter_fields import FilterField
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.questions import FileQuestions
from referent_desk.gui.questions_advice import AdviceQuestions
from referent_desk.gui.row_tables import RowTable
from referent_desk.gui.rows_model import LinesModel
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import counted, short_day
from referent_desk.gui.work_pages import WorkPage
from referent_desk.gui.written_papers import WrittenPaper
from referent_desk.language import _

_SHOWN_BY = frozenset({Kind.ADVICE, Kind.SOFTWARE, Kind.DEPLOYMENTS})


class AdvicePage(WorkPage):
    topic = "advice"
    way_back = "all_advice"
    lets_undo = True

    def __init__(
        self,
        questions: AdviceQuestions,
        software_id: str,
        editing: Editing,
        files: FileQuestions,
    ) -> None:
        """`software_id` is looked at first; empty: the one that presses most."""
        super().__init__(_("Advice for purchasing"))
        self._questions = questions
        self._wanted = software_id
        self._editing = editing
        self._answer = LatestAnswer(editing.jobs)
        self._sites = LatestAnswer(editing.jobs)
        self._is_gone = False
        self._all: tuple[Advice, ...] = ()
        self.form: AdviceForm | None = None
        self.count = PlainLabel("", Look.MUTED)
        self.filter = FilterField(_("Software or vendor"), _("Filter the software"))
        self.table = RowTable(_("Software, what presses most first"))
        self.empty = PlainLabel("", Look.MUTED)
        self.detail = DetailPane()
        self.paper = WrittenPaper(files, editing.jobs)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE, closable=True)
        self.trouble.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for widget in (self.filter, self.count):
            column.addWidget(widget)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.hide()
        for one_of_two in (self.empty, self.table):
            column.addWidget(one_of_two, 1)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        for place, half in enumerate((left, self.detail)):
            halves.addWidget(half)
            halves.setStretchFactor(place, place + 4)
        halves.setSizes([540, 760])
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.paper)
        self.body.addWidget(halves, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _text: self._show_rows())
        self.table.row_chosen.connect(self._choose)
        self.table.row_followed.connect(lambda _row: self.detail.setFocus())
        self.detail.followed.connect(self.place_asked)
        self._editing.saver.saved.connect(self._take_change)

    def begin(self) -> None:
        for before, after in pairwise([self.leave, self.filter, self.table, self.detail]):
            QWidget.setTabOrder(before, after)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.count.say(_("Reckoning…"))
        self._ask()

    def settle(self) -> None:
        self.detail.settle()

    def end(self) -> None:
        self._is_gone = True
        self._editing.saver.saved.disconnect(self._take_change)
        for answer in (self._answer, self._sites):
            answer.forget()
        self.paper.forget()
        super().end()

    def _ask(self) -> None:
        self._answer.ask(self._questions.list_all, self._take, self._refuse)

    def _take_change(self, saved: Saved) -> None:
        if saved.kinds & _SHOWN_BY and self.form is None:
            self._ask()

    def _take(self, found: tuple[Advice, ...]) -> None:
        self._all = found
        self._show_rows()

    def _show_rows(self) -> None:
        """The one that was looked at stays chosen where it is still in the list."""
        typed = folded(self.filter.text())
        rows = tuple(a for a in self._all if typed in folded(f"{a.facts.name} {a.facts.vendor}"))
        self.table.show_model(LinesModel(_columns(), rows, self))
        said = _("{count} of {total} programs")
        self.count.say(said.format(count=counted(len(rows)), total=counted(len(self._all))))
        self._say_empty(bool(rows))
        places = [n for n, one in enumerate(rows) if one.facts.software_id == self._wanted]
        if rows:
            self.table.choose(places[0] if places else 0)
        elif self.form is None:
            self._sites.forget()
            self.detail.clear()

    def _say_empty(self, has_rows: bool) -> None:
        self.empty.setVisible(not has_rows)
        self.table.setVisible(has_rows)
        self.detail.setVisible(bool(self._all))
        if self._all:
            self.empty.say(_("No software is called so. Empty the filter to see them all."))
        else:
            self.empty.say(
                _("No software is in use yet: add it in the tab of software, with who uses it.")
            )

    def _choose(self, advice: Advice | None) -> None:
        """Reasons are there already; which version runs where is read for one alone."""
        if advice is None or self._is_gone:
            return
        if self.form is not None and advice.facts.software_id == self._wanted:
            return
        self._close_form()
        self._wanted = key = advice.facts.software_id
        read = self._questions.read_sites
        self._show(ShownAdvice(advice, ()))
        self._sites.ask(lambda: read(key), lambda sites: self._take_sites(advice, sites), self._say)

    def _take_sites(self, advice: Advice, sites: tuple[SiteUse, ...]) -> None:
        if self.form is None:
            self._show(ShownAdvice(advice, sites))

    def _show(self, shown: ShownAdvice) -> None:
        advice = shown.advice
        self.detail.begin(advice.facts.software_id)
        show_head(self.detail, advice)
        show_said(self.detail, advice)
        if not self._editing.is_possible:
            self.detail.muted(_("This home is only read here: the advice can be printed only."))
        self.detail.buttons(self._offers(advice))
        show_reasons(self.detail, shown)
        self.detail.end()

    def _offers(self, advice: Advice) -> list[tuple[str, Any, str]]:
        key = advice.facts.software_id
        place = Place(TabName.SOFTWARE, (key,))
        offers: list[tuple[str, Any, str]] = []
        if self._editing.is_possible:
            offers.append((_("&Write the advice…"), lambda: self.write(advice), "check"))
        return [
            *offers,
            (_("Print the &advice…"), lambda: self._print("advice", key), "printer"),
            (_("&Letter to the vendor…"), lambda: self._print("letter", key), "printer"),
            (_("Show the &software"), lambda: self.place_asked.emit(place), ""),
        ]

    def write(self, advice: Advice) -> None:
        """The form lies where the reasons were, until it is kept or left."""
        self._sites.forget()
        self.form = form = AdviceForm(advice, self._questions.write, self._editing)
        self.detail.begin()
        self.detail.keep("form", lambda: form)
        self.detail.lay_foot(form.foot)
        self.detail.end()
        form.created.connect(self._take_written)
        form.left.connect(lambda: self._come_back(advice))
        form.focus_first()

    def _take_written(self, _saved: Saved) -> None:
        """What was saved is told right after, and the list asked again."""
        self.form = None
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come_back(self, advice: Advice) -> None:
        self._close_form()
        self._choose(advice)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        self.form = None

    def escape(self) -> None:
        """Out of a form first."""
        if self.form is not None:
            self.form.leave()
        else:
            super().escape()

    def _print(self, what: str, software_id: str) -> None:
        questions = self._questions
        write = questions.print_advice if what == "advice" else questions.print_letter
        self.paper.write(
            lambda: questions.suggest_path(what, software_id), lambda path: write(software_id, path)
        )

    def _refuse(self, error: Exception) -> None:
        self.count.say("")
        self._say(error)

    def _say(self, error: Exception) -> None:
        self.trouble.say(sentence_of(error))


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Name"), lambda row: row.facts.name, "", 110, 3),
        state_column(_("Advice"), advice_state, "", 212),
        Column(_("Against"), lambda row: str(row.points(Side.AGAINST)), "", 70, 0,
               is_number=True, yields=1),
        Column(_("For"), lambda row: str(row.points(Side.FOR)), "", 60, 0,
               is_number=True, yields=2),
        Column(_("Departments"), lambda row: counted(row.facts.usage.departments), "", 100, 0,
               is_number=True, yields=4),
        Column(_("Contract ends"), lambda row: short_day(row.facts.contract.ends_on), "", 116, 0,
               yields=3),
    )  # fmt: skip
