"""Trying a procedure: its text at the left, five questions and what came of it at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from referent_desk.domain.deeds import Saved
from referent_desk.domain.records import Unfinished
from referent_desk.domain.verifications import VerificationAids, WaitingUse, WantedVerification
from referent_desk.errors import RefusedField
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import PlainLabel, escaped_mnemonic, shortened
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.questions_verifications import VerificationQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.unfinished import BroughtBackBar, UnfinishedForm
from referent_desk.gui.verifications.forms import VerificationForm, confirmed
from referent_desk.gui.verifications.texts import show_text
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _, ngettext

Use = tuple[str, str, str | None]
"""Department, function, software."""
_TITLE_LETTERS = 60


class VerificationPage(WorkPage):
    """After one procedure it offers the next of the same software that waits to be tried."""

    topic = "verification"

    def __init__(self, questions: VerificationQuestions, use: Use, editing: Editing) -> None:
        super().__init__(_("Verify a procedure"))
        self._questions = questions
        self._use = use
        self._editing = editing
        self._asked = LatestAnswer(editing.jobs)
        self._is_sent = False
        self._is_gone = False
        self._new_version = ""
        self._recorded: WantedVerification | None = None
        self._tried: set[tuple[str, str]] = set()
        self.aids: VerificationAids | None = None
        self.form: VerificationForm | None = None
        self.unfinished: UnfinishedForm | None = None
        self.brought_back: BroughtBackBar | None = None
        self.text = DetailPane()
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.told = NoticeBar("", Tone.GOOD, Shape.TICK)
        self.record = IconButton(_("&Record the verification"), "check", main=True)
        self.record.clicked.connect(lambda _on: self.send())
        self.next = IconButton("", "chevron-right", main=True)
        self.next.clicked.connect(lambda _on: self._begin_next())
        self.finish = IconButton(_("&Done"))
        self.finish.clicked.connect(lambda _on: self.end())
        self.waiting = PlainLabel("")
        self._lay_out()

    def _lay_out(self) -> None:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setProperty("look", "cards")
        self.sides = QStackedWidget()
        self.sides.addWidget(self._asking())
        self.sides.addWidget(self._ending())
        beside = QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.text, 1)
        beside.addWidget(self.sides, 1)
        self.body.addLayout(beside, 1)
        for widget in (self.trouble, self.told, self.record):
            widget.hide()

    def _asking(self) -> QWidget:
        side = QWidget()
        self._column = QVBoxLayout(side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.trouble)
        self._column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _ending(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.told)
        column.addWidget(self.waiting)
        row = QHBoxLayout()
        row.addWidget(self.next)
        row.addWidget(self.finish)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return side

    def begin(self) -> None:
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def settle(self) -> None:
        if self.unfinished is not None:
            self.unfinished.settle()

    def end(self) -> None:
        self._is_gone = True
        self._asked.forget()
        super().end()

    def _ask(self) -> None:
        aids, use = self._questions.aids, self._use
        self._asked.ask(lambda: aids(*use), self._show, self._refuse)

    def _refuse(self, error: Exception) -> None:
        """There is nothing to try: the sentence says why."""
        self.text.hide()
        self.trouble.say(sentence_of(error))

    def _show(self, aids: VerificationAids) -> None:
        self.aids = aids
        self.trouble.say("")
        self.heading.say(_("Verify: {title}").format(title=aids.text.title))
        show_text(self.text, aids)
        self.form = VerificationForm(aids, self._editing)
        if self._recorded is not None:
            self.form.keep_from(self._recorded)
        self.form.setProperty("look", "cards")
        self.form.edited.connect(self._note)
        self.form.sent.connect(self.send)
        self.form.reached.connect(self._bring_into_sight)
        self.area.setWidget(self.form)
        self.sides.setCurrentIndex(0)
        self.record.show()
        key = f"verification:{aids.revision_id}:{aids.department_id}:{aids.software_id}"
        self.unfinished = UnfinishedForm(key, self._editing, self.form.kept, self)
        self.unfinished.read(self._bring_back)
        QWidget.setTabOrder(self.form.due, self.record)
        self.form.take_focus()

    def _bring_back(self, kept: Unfinished) -> None:
        if self.form is None or self.form.kept():
            return
        self.form.bring_back(kept.values)
        bar = BroughtBackBar(kept.kept_at)
        bar.cleared.connect(self._begin_anew)
        self.brought_back = bar
        self._column.insertWidget(0, bar)

    def _begin_anew(self) -> None:
        if self.unfinished is not None:
            self.unfinished.forget()
        self._drop_brought_back()
        self._ask()

    def _drop_brought_back(self) -> None:
        if self.brought_back is not None:
            self.brought_back.hide()
            self.brought_back.deleteLater()
            self.brought_back = None

    def _note(self) -> None:
        self.trouble.say("")
        if self.unfinished is not None:
            self.unfinished.note()

    def send(self) -> None:
        form = self.form
        if form is None or self._is_sent:
            return
        fault = form.fault()
        if fault is not None:
            self._say(fault[1], fault[0])
            return
        wanted = form.wanted()
        if self._new_version and self._new_version == wanted.version:
            wanted = confirmed(wanted)
        self._is_sent = True
        self.trouble.say("")
        self._editing.signer.remember(wanted.who)
        record = self._questions.record
        self._editing.saver.save(
            lambda: record(wanted), lambda saved: self._take(wanted, saved), self._refuse_record
        )

    def _say(self, sentence: str, where: QWidget) -> None:
        self.trouble.say(sentence)
        where.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_into_sight(where)

    def _bring_into_sight(self, widget: QWidget) -> None:
        """It has its place after this turn: a sentence takes room."""
        area = self.area
        QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(widget, 0, 24))

    def _refuse_record(self, error: Exception) -> None:
        self._is_sent = False
        if self._is_gone or self.form is None:
            self._editing.jobs.failed.emit(error)
            return
        field = self.form.fields().get(error.field) if isinstance(error, RefusedField) else None
        asks = isinstance(error, RefusedField) and error.code == "new_version"
        self._new_version = self.form.version.typed() if asks else ""
        self._say(sentence_of(error), self.record if asks or field is None else field)

    def _take(self, wanted: WantedVerification, _saved: Saved) -> None:
        self._is_sent = False
        self._recorded, self._new_version = wanted, ""
        self._tried.add((wanted.function_id, wanted.software_id or ""))
        if self.unfinished is not None:
            self.unfinished.forget()
        if self._is_gone or self.aids is None:
            return
        self._drop_brought_back()
        aids = self.aids
        self.told.say(_told(aids, wanted))
        self.told.show()
        waiting = self._waiting()
        self.waiting.say(_waiting_text(aids.software, waiting))
        self.waiting.setVisible(bool(waiting))
        self.next.setVisible(bool(waiting))
        self.sides.setCurrentIndex(1)
        if waiting:
            title = escaped_mnemonic(shortened(waiting[0].title, _TITLE_LETTERS))
            self.next.setText(_("&Next: {title}").format(title=title))
        (self.next if waiting else self.finish).setFocus(Qt.FocusReason.OtherFocusReason)
        ask, use = self._questions.aids, self._use
        self._asked.ask(lambda: ask(*use), lambda now: show_text(self.text, now), lambda _why: None)

    def _waiting(self) -> tuple[WaitingUse, ...]:
        """What was tried in this sitting is not asked again, whatever came of it."""
        known = self.aids.waiting if self.aids is not None else ()
        return tuple(u for u in known if (u.function_id, u.software_id) not in self._tried)

    def _begin_next(self) -> None:
        waiting = self._waiting()
        if waiting:
            after = waiting[0]
            self._use = (self._use[0], after.function_id, after.software_id)
            self._ask()


def _told(aids: VerificationAids, wanted: WantedVerification) -> str:
    """What was recorded, and the action that came of it."""
    said = _("Recorded: {title}, on version {version}.").format(
        title=aids.text.title, version=wanted.version
    )
    if not wanted.to_change:
        return said
    opened = _("Action opened: {what}").format(what=shortened(wanted.to_change, _TITLE_LETTERS))
    return f"{said} {opened}"


def _waiting_text(software: str, waiting: tuple[WaitingUse, ...]) -> str:
    if not waiting:
        return ""
    return ngettext(
        "{count} more procedure of {software} waits to be verified.",
        "{count} more procedures of {software} wait to be verified.",
        len(waiting),
    ).format(count=len(waiting), software=software)
