"""Every state as a word, a shape and a tone, in that order."""

from __future__ import annotations

from referent_desk.domain.people import AppointmentState
from referent_desk.domain.procedures import ProcedureState, Stage
from referent_desk.domain.software import SoftwareStatus
from referent_desk.domain.values import dataclass
from referent_desk.gui.shapes import Shape
from referent_desk.gui.themes import Tone
from referent_desk.language import _, ngettext


@dataclass(frozen=True, slots=True)
class State:
    word: str
    shape: Shape
    tone: Tone


def procedure_state(state: ProcedureState, stage: Stage | None = None) -> State:
    """`stage` tells more of a text that nobody has approved, or that is there no more, or that is
    to have another one in its place."""
    if stage is not None:
        return _staged(state, stage)
    match state:
        case ProcedureState.MISSING:
            return State(_("no procedure"), Shape.SQUARE, Tone.BAD)
        case ProcedureState.DRAFT_ONLY:
            return State(_("draft, not approved"), Shape.DIAMOND, Tone.WARNING)
        case ProcedureState.FAILED:
            return State(_("failed when tried"), Shape.CROSS, Tone.BAD)
        case ProcedureState.NEVER_VERIFIED:
            return State(_("never verified"), Shape.RING, Tone.WARNING)
        case ProcedureState.TO_VERIFY:
            return State(_("to verify again"), Shape.TRIANGLE, Tone.WARNING)
        case ProcedureState.REVIEW_DUE:
            return State(_("review overdue"), Shape.HOLLOW_TRIANGLE, Tone.WARNING)
        case ProcedureState.UP_TO_DATE:
            return State(_("up to date"), Shape.TICK, Tone.GOOD)


def _staged(state: ProcedureState, stage: Stage) -> State:
    """What holds keeps its shape: a draft that is open beside it changes nothing yet."""
    if stage is Stage.SUBMITTED:
        return State(_("submitted, to be signed"), Shape.DIAMOND, Tone.WARNING)
    if stage is Stage.WITHDRAWN:
        return State(_("text withdrawn"), Shape.CROSS, Tone.BAD)
    held = procedure_state(state)
    to_sign = stage is Stage.SUBMITTED_BESIDE
    said = _("{state}; draft to sign") if to_sign else _("{state}; draft open")
    return State(said.format(state=held.word), held.shape, held.tone)


def coverage_state(state: str, *, outside: bool = False) -> State:
    """What a department falls back on for a function; `state` is a ProcedureState or empty."""
    if outside:
        return State(_("none needed"), Shape.DASH, Tone.NEUTRAL)
    return procedure_state(ProcedureState(state) if state else ProcedureState.MISSING)


def appointment_state(state: AppointmentState) -> State:
    match state:
        case AppointmentState.CURRENT:
            return State(_("in office"), Shape.TICK, Tone.GOOD)
        case AppointmentState.EXPIRES_SOON:
            return State(_("ends soon"), Shape.TRIANGLE, Tone.WARNING)
        case AppointmentState.NOT_STARTED:
            return State(_("not yet started"), Shape.RING, Tone.NEUTRAL)
        case AppointmentState.ENDED:
            return State(_("ended"), Shape.DASH, Tone.NEUTRAL)
        case AppointmentState.PERSON_LEFT:
            return State(_("has left"), Shape.SQUARE, Tone.BAD)


def software_status(status: SoftwareStatus) -> State:
    match status:
        case SoftwareStatus.PLANNED:
            return State(_("planned"), Shape.RING, Tone.NEUTRAL)
        case SoftwareStatus.IN_USE:
            return State(_("in use"), Shape.TICK, Tone.GOOD)
        case SoftwareStatus.BEING_REPLACED:
            return State(_("being replaced"), Shape.TRIANGLE, Tone.WARNING)
        case SoftwareStatus.RETIRED:
            return State(_("retired"), Shape.DASH, Tone.NEUTRAL)


def hole_state(holes: int, unfinished: int) -> State:
    """How many functions stand without a procedure; failing that, how many can wait a week."""
    if holes:
        return State(str(holes), Shape.SQUARE, Tone.BAD)
    if unfinished:
        word = ngettext("{count} to finish", "{count} to finish", unfinished)
        return State(word.format(count=unfinished), Shape.TRIANGLE, Tone.WARNING)
    return State("0", Shape.TICK, Tone.GOOD)
