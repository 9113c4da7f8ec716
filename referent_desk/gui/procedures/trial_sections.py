"""What was tried of a degraded mode, and what is done about what did not work."""

from __future__ import annotations

from referent_desk.domain.verifications import RecordedVerification, Trials
from referent_desk.gui.action_lines import action_subject
from referent_desk.gui.columns import Column, state_column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.pane_fields import ReasonForm
from referent_desk.gui.parts import asked_about
from referent_desk.gui.record_lines import RecordLines
from referent_desk.gui.verification_doors import VerificationDoors
from referent_desk.gui.verification_words import result_state, seen_text
from referent_desk.gui.wordings import short_day
from referent_desk.language import _, ngettext

_SHOWN = 12


def show_actions(pane: DetailPane, trials: Trials, doors: VerificationDoors) -> None:
    """Those that follow from this degraded mode, and the way to all of the department's."""
    if trials.actions:
        pane.heading(_("Actions"))

        def make() -> RecordLines:
            finish, lay = doors.questions.finish, pane.form_asked.emit
            return RecordLines(
                action_subject(trials.today, finish, doors.editing, lay), doors.editing
            )

        pane.keep("records:action", make).show_rows(trials.actions)
    count = trials.actions_open
    text = _("&Actions of the department…")
    if count:
        text = ngettext(
            "{count} &action of the department…", "{count} &actions of the department…", count
        ).format(count=count)

    def press() -> None:
        doors.open_actions(asked_about(pane.kept(f"button:{text}")))

    pane.button(text, press, "list-checks", "actions")


def show_trials(pane: DetailPane, trials: Trials, doors: VerificationDoors) -> None:
    if not trials.recorded and not trials.can_try:
        return
    pane.heading(_("Verifications"))
    if not trials.recorded:
        pane.text(_("Nobody has tried it here yet."))
        return
    pane.lines(_("Verifications"), _columns(), trials.recorded[:_SHOWN], lambda _row: None)
    more = len(trials.recorded) - _SHOWN
    if more > 0:
        text = ngettext("… and {count} older one.", "… and {count} older ones.", more)
        pane.muted(text.format(count=more))
    if doors.editing.is_possible:
        newest = trials.recorded[0]
        pane.button(
            _("Take back the verification of {day}…").format(day=short_day(newest.day)),
            lambda: pane.form_asked.emit(AnnulVerificationForm(newest, doors)),
        )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Day"), lambda row: short_day(row.day), "", 100, 0),
        Column(_("Version"), lambda row: row.version, "", 84, 1),
        state_column(_("Result"), lambda row: result_state(row.result), "", 140),
        Column(_("Tried by"), lambda row: row.who, "", 110, 2, yields=1),
        Column(_("What was seen"), seen_text, "", 140, 3, yields=2),
    )


class AnnulVerificationForm(ReasonForm):
    """One that was wrong: it no longer counts, and the history of the home keeps why."""

    def __init__(self, recorded: RecordedVerification, doors: VerificationDoors) -> None:
        annul = doors.questions.annul
        super().__init__(
            _("Take back the verification of {day}").format(day=short_day(recorded.day)),
            _(
                "What {who} recorded on version {version} no longer counts, and its open actions "
                "are given up. Both stay in the history, with your reason."
            ).format(who=recorded.who, version=recorded.version),
            lambda reason: annul(recorded.id, reason),
            doors.editing,
        )
