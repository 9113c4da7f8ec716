"""Our text against the newer one of the node above, and what is decided about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from referent_desk.domain.deeds import Saved
from referent_desk.domain.upper_texts import UpperText
from referent_desk.gui.editing import Editing
from referent_desk.gui.icons import IconButton
from referent_desk.gui.labels import FieldLabel, PlainLabel
from referent_desk.gui.notices import NoticeBar, sentence_of
from referent_desk.gui.pane_fields import name_field
from referent_desk.gui.procedures.comparisons import ComparisonView
from referent_desk.gui.procedures.papers import TextPapers
from referent_desk.gui.questions_approvals import ApprovalQuestions
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day
from referent_desk.gui.work_pages import WorkPage
from referent_desk.language import _

Decide = Callable[[str, str, str], Saved]


class UpperTextPage(WorkPage):
    """`close_asked` names our procedure, which is to be closed."""

    close_asked = Signal(str)
    topic = "lifecycle"

    def __init__(
        self,
        upper: UpperText,
        ask: ApprovalQuestions,
        papers: TextPapers,
        editing: Editing,
    ) -> None:
        super().__init__(_("The newer text of {owner}").format(owner=upper.owner))
        self._upper = upper
        self._editing = editing
        self._is_sent = False
        said = _(
            "Our text, revision {ours}, was approved on {our_day}; theirs, revision {theirs}, on "
            "{their_day}. Below is what theirs adds and takes away."
        )
        self.body.addWidget(
            PlainLabel(
                said.format(
                    ours=upper.ours.number,
                    our_day=day(upper.ours.approved_on),
                    theirs=upper.theirs.number,
                    their_day=day(upper.theirs.approved_on),
                )
            )
        )
        self.view = ComparisonView()
        self.view.show_texts(upper.ours.text, upper.theirs.text)
        self.body.addWidget(self.view, 1)
        self.trouble = NoticeBar("", Tone.BAD, Shape.SQUARE)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.paper = IconButton(_("As a &PDF…"), "printer")
        self.paper.clicked.connect(
            lambda _on: papers.write_differences(self, upper.ours.id, upper.theirs.id)
        )
        self.head.addWidget(self.paper)
        self._lay_choices(ask)

    def _lay_choices(self, ask: ApprovalQuestions) -> None:
        self.who = name_field(self._editing)
        self.who.setAccessibleName(_("Who decides"))
        self.keep = IconButton(_("&Keep our text"), "check", main=True)
        self.take = IconButton(_("&Take theirs as our draft"), "copy")
        self.close_ours = IconButton(_("&Close ours: theirs holds"), "x")
        self.keep.clicked.connect(lambda _on: self._decide(ask.keep_own))
        self.take.clicked.connect(lambda _on: self._decide(ask.take_theirs))
        self.close_ours.clicked.connect(lambda _on: self._close())
        if not self._editing.is_possible:
            self.body.addWidget(
                PlainLabel(_("This home is only read here: nothing can be decided."))
            )
            return
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(FieldLabel(_("&Who decides"), self.who))
        line.addWidget(self.who, 1)
        for button in (self.keep, self.take, self.close_ours):
            line.addWidget(button)
        self.body.addLayout(line)
        self.who.entered.connect(self.keep.setFocus)

    def begin(self) -> None:
        first = self.view.shown if self.who.text() or not self._editing.is_possible else self.who
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, decide: Decide) -> None:
        who, upper = self.who.typed(), self._upper
        if not who:
            self.trouble.say(_("Nobody is named. Type the name of who has read both texts."))
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._is_sent:
            return
        self._is_sent = True
        self._editing.signer.remember(who)
        self._editing.saver.save(
            lambda: decide(upper.procedure_id, upper.theirs.id, who),
            lambda _saved: self.finished.emit(),
            self._refuse,
        )

    def _close(self) -> None:
        self.close_asked.emit(self._upper.procedure_id)
        self.finished.emit()

    def _refuse(self, error: Exception) -> None:
        self._is_sent = False
        self.trouble.say(sentence_of(error))
