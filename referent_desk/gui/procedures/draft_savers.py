"""Keeping what is typed: in the home after a rest, beside it every second, never over another's."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from referent_desk.domain.drafts import Draft, TextChanged, fault_of, text_mark, tidied
from referent_desk.domain.procedure_texts import from_json, to_json
from referent_desk.domain.procedures import ProcedureText
from referent_desk.domain.records import Unfinished
from referent_desk.gui.jobs import Jobs
from referent_desk.gui.notices import sentence_of
from referent_desk.gui.procedures.words import fault_sentence
from referent_desk.gui.questions_drafts import DraftQuestions
from referent_desk.gui.questions_records import RecordQuestions
from referent_desk.gui.saving import Saver

REST = 2_000  # milliseconds without a key before the text is saved
KEPT_EVERY = 1_000  # milliseconds


def unfinished_key(revision_id: str) -> str:
    return f"draft:{revision_id}"


def unfinished_text(kept: Unfinished | None) -> tuple[ProcedureText, frozenset[str]] | None:
    """The text that was typed and not saved, and the marks of those that it was typed over."""
    if kept is None:
        return None
    try:
        marks = frozenset(kept.values.get(name, "") for name in ("seen", "sent"))
        return from_json(kept.values.get("text", "")), marks
    except ValueError:
        return None


class DraftSaver(QObject):
    """`changed_elsewhere` carries the other text; nothing is saved until one was chosen.

    `troubled` says why the text is not saved, and nothing once it is.
    """

    changed_elsewhere = Signal(object)
    troubled = Signal(str)

    def __init__(
        self, draft: Draft, ask: DraftQuestions, records: RecordQuestions, saver: Saver, jobs: Jobs
    ) -> None:
        super().__init__()
        self._draft = draft
        self._ask = ask
        self._records = records
        self._saver = saver
        self._jobs = jobs
        self._text = draft.text
        self._seen = draft.seen
        self._sent = draft.seen
        self._has_saved = False
        self._saving = 0
        self.is_stopped = False
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.save)
        self._keeping = QTimer(self, singleShot=True, interval=KEPT_EVERY)
        self._keeping.timeout.connect(self._keep)

    @property
    def is_settled(self) -> bool:
        """What is typed lies in the home."""
        return not self._saving and text_mark(tidied(self._text)) == self._seen

    def note(self, text: ProcedureText) -> None:
        self._text = text
        self._rest.start()
        if not self._keeping.isActive():
            self._keeping.start()

    def save(self) -> None:
        """Now, unless it is saved already or another text must be seen first.

        What is still being saved is what the home will hold when the worker comes to this.
        """
        self._rest.stop()
        text = tidied(self._text)
        mark, seen = text_mark(text), self._sent if self._saving else self._seen
        if self.is_stopped or mark == seen:
            return
        fault = fault_of(text)
        if fault is not None:
            self.troubled.emit(fault_sentence(fault))
            return
        revision_id, goes_on = self._draft.revision_id, self._has_saved or self._saving > 0
        self._saving += 1
        self._sent = mark
        self._saver.save(
            lambda: self._ask.save(revision_id, text, seen, goes_on),
            lambda _saved: self._done(mark),
            self._refused,
        )

    def settle(self) -> None:
        """The page goes: nothing that was typed waits for a timer any more."""
        if text_mark(tidied(self._text)) != self._seen:
            self._keep()
            self.save()

    def choose(self, text: ProcedureText, theirs: ProcedureText) -> None:
        """The text that stays, over the one that lies in the home."""
        self.is_stopped = False
        self._seen = text_mark(theirs)
        self._text = text
        self._keep()
        self.save()

    def leave(self) -> None:
        """The draft is approved or given up: nothing more is kept of it."""
        self.is_stopped = True
        self._rest.stop()
        self._keeping.stop()
        self._drop()

    def _done(self, mark: str) -> None:
        self._saving -= 1
        self._has_saved = True
        self._seen = mark
        self.troubled.emit("")
        if text_mark(tidied(self._text)) == self._seen:
            self._keeping.stop()
            self._drop()
        elif not self._saving:
            self._rest.start()

    def _refused(self, error: Exception) -> None:
        self._saving -= 1
        if isinstance(error, TextChanged):
            self.is_stopped = True
            self.changed_elsewhere.emit(error)
        else:
            self.troubled.emit(sentence_of(error))

    def _keep(self) -> None:
        """Beside the home, so that a program that is killed loses at most a second."""
        self._keeping.stop()
        key = unfinished_key(self._draft.revision_id)
        values = {"text": to_json(self._text), "seen": self._seen, "sent": self._sent}
        self._jobs.run(
            lambda: self._records.keep_unfinished(key, values),
            lambda _nothing: None,
            lambda error: self.troubled.emit(sentence_of(error)),
            surely=True,
        )

    def _drop(self) -> None:
        key = unfinished_key(self._draft.revision_id)
        self._jobs.run(
            lambda: self._records.drop_unfinished(key),
            lambda _nothing: None,
            lambda error: self.troubled.emit(sentence_of(error)),
            surely=True,
        )
