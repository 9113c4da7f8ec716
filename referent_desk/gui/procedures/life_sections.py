"""The life of a text beside it: what waits to be signed, what was withdrawn, what came before."""

from __future__ import annotations

from referent_desk.domain.approvals import fingerprint
from referent_desk.domain.procedures import Revision
from referent_desk.domain.text_lives import TextLife
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.procedures.doors import ProcedureDoors
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.gui.wordings import day, short_day
from referent_desk.language import _, ngettext, spoken
from referent_desk.words.texts import life_sentence

_SHOWN = 12


def show_notices(pane: DetailPane, life: TextLife, revision: Revision | None) -> None:
    """What the reasons of the state do not say; `revision` is what holds."""
    draft, upper = life.draft, life.upper
    is_next = draft is not None and revision is not None and draft.id != revision.id
    if is_next and draft is not None and life.is_submitted:
        said = _("A draft waits to be signed: submitted by {who} on {day}, mark {mark}.")
        pane.notice(
            said.format(
                who=draft.submitted_by, day=day(draft.submitted_on), mark=fingerprint(draft.text)
            ),
            Tone.NEUTRAL,
            Shape.DIAMOND,
        )
    elif draft is not None and life.has_changed:
        pane.notice(
            _("The draft was changed after it was submitted: it must be submitted anew."),
            Tone.WARNING,
            Shape.DIAMOND,
        )
    elif is_next and life.draft_owner:
        said = _(
            "A draft is open for {owner} alone. Until it is approved, the text below holds on."
        )
        pane.notice(said.format(owner=life.draft_owner), Tone.NEUTRAL, Shape.DIAMOND)
    elif is_next:
        pane.notice(_("A draft of the next revision is open."), Tone.NEUTRAL, Shape.DIAMOND)
    gone = life.withdrawn
    if gone is not None and revision is not None:
        pane.notice(_withdrawn(gone), Tone.WARNING, Shape.CROSS)
    if revision is not None and revision.withdrawn_on is not None:
        said = _("This text is withdrawn from {day} on: {why}")
        pane.notice(
            said.format(day=day(revision.withdrawn_on), why=revision.withdrawn_because),
            Tone.WARNING,
            Shape.CROSS,
        )
    if upper is not None:
        said = _(
            "{owner} has a newer text than this one: revision {number}, approved on {day}. "
            "Read what differs and decide."
        )
        pane.notice(
            said.format(
                owner=upper.owner,
                number=upper.theirs.number,
                day=day(upper.theirs.approved_on),
            )
        )


def _withdrawn(gone: Revision) -> str:
    said = _("The text that was here, revision {number}, was withdrawn on {day}: {why}")
    return said.format(number=gone.number, day=day(gone.withdrawn_on), why=gone.withdrawn_because)


def show_life(pane: DetailPane, life: TextLife, doors: ProcedureDoors | None) -> None:
    """Who wrote, approved and withdrew it, the newest first."""
    if not life.lines:
        return
    pane.heading(_("History of the text"))
    said = spoken()
    pane.facts(
        (short_day(line.day), life_sentence(line, life.today, said)) for line in life.lines[:_SHOWN]
    )
    more = len(life.lines) - _SHOWN
    if more > 0:
        text = ngettext("… and {count} older one.", "… and {count} older ones.", more)
        pane.muted(text.format(count=more))
    newest = next((line for line in life.lines if line.record_id), None)
    if newest is not None and doors is not None and doors.can_write:
        text = _("Take back what was recorded on {day}…").format(day=short_day(newest.day))
        pane.button(text, lambda: pane.form_asked.emit(doors.annulment_form(newest, life.today)))
