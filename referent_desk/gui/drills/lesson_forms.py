"""What a drill taught, in a few sentences: asked for within thirty days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from referent_desk.domain.deeds import Saved
from referent_desk.domain.drill_details import DrillDetail
from referent_desk.domain.drill_times import seconds_typed
from referent_desk.domain.drills import DrillRun
from referent_desk.domain.records import FieldKind, RecordField
from referent_desk.gui.editing import Editing
from referent_desk.gui.labels import FieldLabel, Look, PlainLabel
from referent_desk.gui.pane_fields import FieldsForm, name_field
from referent_desk.gui.record_fields import TextField
from referent_desk.language import _, spoken
from referent_desk.words.drills import outcome_word

_TEXT = RecordField("lessons", FieldKind.TEXT, required=True)


_LEAST_LINES = 6


class LessonsField(TextField):
    """High enough to be written into, not only filled in."""

    def _fit(self) -> None:
        super()._fit()
        least = _LEAST_LINES * self.fontMetrics().lineSpacing() + 20
        self.setFixedHeight(max(self.maximumHeight(), least))


class LessonForm(FieldsForm):
    def __init__(
        self,
        detail: DrillDetail,
        run: DrillRun,
        write: Callable[[str, str, str], Saved],
        editing: Editing,
    ) -> None:
        super().__init__(
            _("What we learn from it: {function}").format(function=detail.function),
            _("What held, what did not, what will change. Two sentences are enough."),
            _("&Keep the lessons"),
            editing,
        )
        self._run = run
        self._write = write
        self.times = PlainLabel(_times(detail), Look.MUTED)
        self.findings = PlainLabel(_findings(detail), Look.MUTED)
        for about in (self.times, self.findings):
            self.place(about)
            about.setVisible(bool(about.said()))
        self.text = LessonsField(_TEXT)
        self.text.setAccessibleName(_("Lessons"))
        self.text.show_typed(run.lessons)
        self.text.edited.connect(lambda: self.trouble.say(""))
        self.text.entered.connect(self.finish)
        self.place(FieldLabel(_("&Lessons"), self.text))
        self.place(self.text)
        self.who = name_field(editing)
        self.ask(_("&Written by"), self.who)
        self.close_up()

    def focus_first(self) -> None:
        self.focus(self.text)

    def finish(self) -> None:
        lessons, who = self.text.typed().strip(), self.who.typed()
        if not lessons:
            self.trouble.say(_("Nothing is written yet. Two sentences are enough."))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not who:
            self.refuse_field(self.who, _("Nobody is named. Type the name of who did it."))
        else:
            self._editing.signer.remember(who)
            run_id, write = self._run.id, self._write
            self.send(lambda: write(run_id, lessons, who))


def _times(detail: DrillDetail) -> str:
    """How each task went, while one writes about it."""
    titles = {task.code: task.title for task in detail.tasks}
    said = []
    for change in detail.changes:
        word, time = outcome_word(change.result.outcome, spoken()), change.result.seconds
        went = ", ".join(part for part in (word, seconds_typed(time)) if part)
        title = titles.get(change.task, change.task)
        said.append(_("{task}: {note}").format(task=title, note=went))
    return "\n".join(said)


def _findings(detail: DrillDetail) -> str:
    return "\n".join(f"– {shown.finding.what}" for shown in detail.findings)
