"""Giving a draft out to be signed, and what is known of that while it is written on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from referent_desk.domain.approvals import Submission, fingerprint
from referent_desk.domain.deeds import Saved
from referent_desk.domain.drafts import Draft, text_mark, tidied
from referent_desk.domain.procedures import ProcedureText
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.notices import NoticeBar
from referent_desk.gui.pane_fields import (
    FieldsForm,
    day_fault,
    day_field,
    name_field,
    typed_day,
)
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day as day_words
from referent_desk.language import _

Submit = Callable[[str, Submission], Saved]


class SubmissionForm(FieldsForm):
    """Who gives the text out, and when. `submission` is what was sent last."""

    def __init__(self, draft: Draft, submit: Submit, editing: Editing) -> None:
        super().__init__(
            _("Submit the text"),
            _(
                "Whoever approves it gets a sheet to sign, with the text, what changes, and the "
                "mark of this text. Writing on makes it a draft again."
            ),
            _("Submit this te&xt"),
            editing,
        )
        self._draft = draft
        self._submit = submit
        self.submission: Submission | None = None
        self.who = name_field(editing)
        # who tried or signed something here last is not therefore who wrote this
        self.who.show_name(draft.submitted_by)
        self.day = day_field(draft.today)
        self.ask(_("&Who submits it"), self.who)
        self.ask(_("On which da&y"), self.day)
        self.close_up()
        self.column.addStretch(1)
        self.column.setContentsMargins(8, 0, 8, 0)
        if self.foot is not None:
            self.foot.setProperty("look", "cards")  # it lies beside the text, not in a detail
        self._mark = ""

    def begin(self, text: ProcedureText) -> None:
        self._mark = text_mark(tidied(text))
        self.trouble.say("")
        self.focus_first()

    def finish(self) -> None:
        who, day = self.who.typed(), typed_day(self.day)
        if not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who submits it."))
        elif day is None:
            self.refuse_field(self.day, day_fault(self.day))
        else:
            self._editing.signer.remember(who)
            self.submission = submission = Submission(who, day, self._mark)
            revision_id, submit = self._draft.revision_id, self._submit
            self.send(lambda: submit(revision_id, submission))


class SubmittedBar(NoticeBar):
    """Whether the text that stands there is the one that was submitted: `turned` tells when."""

    sheet_asked = Signal()
    back_asked = Signal()
    turned = Signal(bool)

    def __init__(self, draft: Draft) -> None:
        super().__init__("", Tone.NEUTRAL, Shape.DIAMOND)
        self._who = draft.submitted_by
        self._day: date | None = draft.submitted_on
        self._mark = draft.submitted_mark
        self.sheet = IconButton(_("Sheet to si&gn…"), "printer")
        self.sheet.clicked.connect(lambda _on: self.sheet_asked.emit())
        self.back = IconButton(_("Ta&ke back the submission"))
        self.back.clicked.connect(lambda _on: self.back_asked.emit())
        self.add(self.sheet)
        self.add(self.back)
        self.hide()

    def note(self, submission: Submission | None) -> None:
        """What was submitted now; None: it was taken back."""
        self._who = submission.who if submission else ""
        self._day = submission.day if submission else None
        self._mark = submission.seen if submission else ""

    def show_text(self, text: ProcedureText) -> None:
        if self._day is None:
            self.say("")
            self.turned.emit(False)
            return
        shown = tidied(text)
        is_same = text_mark(shown) == self._mark
        sentence = _(
            "Submitted by {who} on {day}, mark {mark}. Writing on makes it a draft again."
        ) if is_same else _(
            "{who} submitted it on {day}. It was changed since: it is a draft again. Submit it "
            "anew, or undo the change."
        )  # fmt: skip
        said = sentence.format(who=self._who, day=day_words(self._day), mark=fingerprint(shown))
        self.sheet.setVisible(is_same)
        self.turned.emit(is_same)
        if said != self.label.said():
            self.say(said)
