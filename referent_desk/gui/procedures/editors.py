"""The editor of one draft: the form at the left, the sheet at the right, what is typed kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from referent_desk.domain.draft_warnings import warnings_of
from referent_desk.domain.drafts import (
    Draft,
    DraftAids,
    TextChanged,
    text_mark,
    tidied,
)
from referent_desk.domain.filled_texts import local_value_names
from referent_desk.domain.procedures import ProcedureText, Revision
from referent_desk.domain.records import Unfinished
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.jobs import LatestAnswer
from referent_desk.gui.labels import Look, PlainLabel
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.procedures.draft_endings import DraftEnding
from referent_desk.gui.procedures.draft_forms import DraftForm
from referent_desk.gui.procedures.draft_savers import DraftSaver, unfinished_key, unfinished_text
from referent_desk.gui.procedures.edit_histories import EditHistory, Spot
from referent_desk.gui.procedures.local_value_rows import LocalValueRows
from referent_desk.gui.procedures.previews import DrawPage, SheetPreview
from referent_desk.gui.procedures.side_panes import SidePane
from referent_desk.gui.procedures.step_fields import Known
from referent_desk.gui.procedures.submittings import Submitting
from referent_desk.gui.procedures.warning_lists import WarningList
from referent_desk.gui.procedures.words import owner_words
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.gui.questions_drafts import DraftQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, spoken

_LOOK_PAUSE = 150  # milliseconds without a key before the text is looked over for warnings


class DraftEditor(QWidget):
    """`submitting` gives the draft out to be signed, `ending` approves it or gives it up."""

    def __init__(
        self,
        draft: Draft,
        ask: DraftQuestions,
        approvals: ApprovalQuestions,
        editing: Editing,
        draw_page: DrawPage,
    ) -> None:
        super().__init__()
        self.draft = draft
        self._ask = ask
        self._editing = editing
        self._aids = DraftAids((), (), (), {})
        self._other = draft.text
        self._known = Known()
        self.history = EditHistory(draft.text)
        self.keeper = DraftSaver(draft, ask, editing.records, editing.saver, editing.jobs)
        self.form = DraftForm(self._known)
        self.values = LocalValueRows(editing.records, editing.saver, draft.department_id)
        self.form.add_values(self.values)
        self.warnings = WarningList()
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.told = NoticeBar("", Tone.NEUTRAL, Shape.DIAMOND, closable=True)
        self.side = SidePane(SheetPreview(ask.preview, draw_page, editing.jobs), draft.today)
        self.submitting = Submitting(
            draft, approvals, editing, self.keeper, self.side, self.settle, lambda: self.text
        )
        self.submit = IconButton(_("&Submit…"))
        self.submit.clicked.connect(lambda _on: self.submitting.begin())
        self.submitting.bar.turned.connect(self._offer_to_submit)
        self.submitting.troubled.connect(self.say_trouble)
        self.submitting.left.connect(self._write_on)
        self.ending = DraftEnding(
            draft, ask, editing, self.keeper, self.side.approval,
            self.settle, lambda: self.text, self.trouble,
        )  # fmt: skip
        self.ending.approving.connect(self._show_approval)
        self.ending.ended.connect(self.let_go)
        self.submitting.submitted.connect(self.ending.note_submission)
        self._answer = LatestAnswer(editing.jobs)
        self._looking = QTimer(self, singleShot=True, interval=_LOOK_PAUSE)
        self._looking.timeout.connect(self._look_over)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.trouble.hide()
        self.told.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        owner = owner_words(self.draft.owner, self.draft.department_id)
        words = _("{owner} · draft of revision {number}")
        if not self.draft.has_earlier:
            words = _("{owner} · draft of revision {number}, no earlier one to compare with")
        whose = words.format(owner=owner, number=self.draft.number)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(PlainLabel(whose, Look.MUTED), 1)
        line.addWidget(self.submit, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        for widget in (self.told, self.submitting.bar, self.trouble):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        column.addWidget(self.warnings)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(16)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.side)
        left.setMinimumWidth(420)
        self.side.setMinimumWidth(300)
        self.splitter.setSizes([720, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.form.edited.connect(self._note)
        self.form.refused.connect(self.say_trouble)
        self.keeper.troubled.connect(self.say_trouble)
        self.keeper.changed_elsewhere.connect(self._show_other)
        self.warnings.followed.connect(self.form.go_to)
        self.values.filled.connect(self._take_values)
        self.side.preview.counted.connect(lambda _pages: self._looking.start())
        self.side.comparison.kept.connect(self._keep)
        self.side.approval.left.connect(self._write_on)

    def begin(self) -> None:
        """Show the text, and what was typed last time and not saved."""
        self._show(self.draft.text)
        self.side.preview.show_draft(self.draft, self.draft.text, at_once=True)
        self.form.go_to_part(0)
        jobs, key = self._editing.jobs, unfinished_key(self.draft.revision_id)
        department_id = self.draft.department_id
        jobs.run(lambda: self._editing.records.read_unfinished(key), self._take_up)
        self._answer.ask(lambda: self._ask.aids(department_id), self._take_aids)

    def _take_up(self, kept: Unfinished | None) -> None:
        found = unfinished_text(kept)
        if found is None or kept is None:
            return
        text, marks = found
        if text_mark(tidied(text)) == self.draft.seen:
            self.keeper.settle()
            return
        self.told.say(
            _("What you had typed at {time} and was not saved has been taken up again.").format(
                time=spoken().time(kept.kept_at.astimezone())
            )
        )
        self.history.note(text, self.history_spot())
        self._show(text)
        if self.draft.seen in marks:
            self.keeper.note(text)
            self.keeper.save()
        else:
            self.keeper.is_stopped = True
            self._show_other(
                TextChanged(
                    _("This draft was changed elsewhere while you were writing."),
                    _("Compare the two texts and choose which one stays."),
                    self.draft.text,
                )
            )

    def history_spot(self) -> Spot:
        return Spot(self.form.part() or next(iter(self.form.paragraphs)))

    def _take_aids(self, aids: DraftAids) -> None:
        self._aids = aids
        self._known.roles, self._known.forms = aids.roles, aids.forms
        self._known.local_names, self._known.means = aids.local_names, aids.means
        self.values.show_values(aids.values)
        self._look_over()

    def _take_values(self, values: dict[str, str]) -> None:
        self._aids = replace(self._aids, values=values)
        self.side.preview.show_draft(self.draft, self.form.text())
        self._looking.start()

    @property
    def text(self) -> ProcedureText:
        return self.form.text()

    def _show(self, text: ProcedureText) -> None:
        self.form.show_text(text)
        self._look_over()

    def _note(self, spot: Spot, typing: bool) -> None:
        text = self.form.text()
        self.history.note(text, spot, typing=typing)
        self._spread(text)
        if not typing:
            self.keeper.save()

    def _spread(self, text: ProcedureText) -> None:
        self.keeper.note(text)
        self.side.comparison.note(text)
        self.side.preview.show_draft(self.draft, text)
        self._looking.start()

    def _look_over(self) -> None:
        text = self.form.text()
        self.values.show_names(local_value_names(text))
        self.submitting.bar.show_text(text)
        if self._aids.forms:
            codes = {code for code, _title in self._aids.forms}
            aids, pages = self._aids, self.side.preview.pages
            found = warnings_of(text, codes, aids.values, pages, aids.means)
            self.warnings.show_warnings(found, text.steps)

    def undo(self, *, again: bool = False) -> None:
        spot = self.history.redo() if again else self.history.undo()
        if spot is not None:
            text = self.history.text
            self._show(text)
            self._spread(text)
            self.form.go_to(spot)

    def _offer_to_submit(self, is_submitted: bool) -> None:
        self.submit.setVisible(not is_submitted)

    def say_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)

    def show_preview(self) -> None:
        self.side.setCurrentWidget(self.side.preview)
        self.side.preview.show_draft(self.draft, self.form.text(), at_once=True)

    def _write_on(self) -> None:
        """Not approved yet: the keyboard goes back to the text."""
        self.form.go_to_part(0)
        self.show_preview()

    def show_side(self, shown: bool) -> None:
        self.side.setVisible(shown)
        if shown:
            self.side.preview.show_draft(self.draft, self.form.text(), at_once=True)

    def compare(self) -> None:
        """With the approved revisions, the newest first; a text is never compared with itself."""
        procedure_id, above = self.draft.procedure_id, self.draft.above

        def show(revisions: tuple[Revision, ...]) -> None:
            self.side.show()
            self.side.setCurrentWidget(self.side.comparison)
            approved = [r for r in revisions if r.number is not None]
            self.side.comparison.show_revisions(approved, self.form.text(), procedure_id, above)

        self._answer.ask(lambda: self._ask.revisions(procedure_id), show)

    def _show_other(self, changed: TextChanged) -> None:
        self._other = changed.theirs
        self.side.show()
        self.side.setCurrentWidget(self.side.comparison)
        self.side.comparison.show_other(str(changed), changed.theirs, self.form.text())

    def _keep(self, mine: bool) -> None:
        """The text that goes stays in what can be undone here."""
        text, spot = self.form.text(), self.history_spot()
        self.history.seal()
        for one in (self._other, text) if mine else (text, self._other):
            self.history.note(one, spot)
        stays = text if mine else self._other
        self._show(stays)
        self.keeper.choose(stays, self._other)
        self.show_preview()

    def _show_approval(self) -> None:
        self.side.show()
        self.side.setCurrentWidget(self.side.approval)

    def let_go(self) -> None:
        """It goes: no answer may reach it any more."""
        self.side.preview.forget()
        self._answer.forget()

    def settle(self) -> None:
        self.values.settle()
        self.keeper.settle()
