"""What a trial showed, in words: its result, what was answered, what is known of the software."""

from __future__ import annotations

from referent_desk.domain.procedures import Reason, VerificationResult
from referent_desk.domain.verifications import QUESTIONS, Answer, RecordedVerification
from referent_desk.gui.shapes import Shape
from referent_desk.gui.states import State
from referent_desk.gui.themes import Tone
from referent_desk.language import _


def result_state(result: VerificationResult) -> State:
    return {
        VerificationResult.WORKED: State(_("worked"), Shape.TICK, Tone.GOOD),
        VerificationResult.PARTLY: State(_("worked in part"), Shape.TRIANGLE, Tone.WARNING),
        VerificationResult.FAILED: State(_("failed"), Shape.CROSS, Tone.BAD),
    }[result]


def result_text(result: VerificationResult) -> str:
    """As the form offers it."""
    return {
        VerificationResult.WORKED: _("It &worked"),
        VerificationResult.PARTLY: _("It worked in &part"),
        VerificationResult.FAILED: _("It &failed"),
    }[result]


def question_word(code: str) -> str:
    """What a question is about, in a word."""
    return {
        "screen": _("screens"),
        "paper": _("printing"),
        "forms": _("forms"),
        "numbers": _("numbers"),
        "steps": _("steps"),
    }[code]


def seen_text(recorded: RecordedVerification) -> str:
    """What was seen, and to which questions the answer was no."""
    noes = [question_word(q) for q in QUESTIONS if recorded.answers.get(q) is Answer.NO]
    parts = [recorded.seen]
    if noes:
        parts.append(_("No: {subjects}").format(subjects=", ".join(noes)))
    return " · ".join(part for part in parts if part)


def software_notice(why: Reason) -> str:
    """That a software is on its way out, and what comes after it."""
    if why.fields.get("after"):
        return _("{software} is being replaced by {after}: verify what still has to last.").format(
            **why.fields
        )
    return _("{software} is being replaced: verify what still has to last.").format(**why.fields)


def proposal_text(result: VerificationResult | None) -> str:
    """What the answers speak for, as the form says it."""
    if result is None:
        return _("The answers do not tell yet: you decide.")
    return {
        VerificationResult.WORKED: _("The answers speak for: it worked. You decide."),
        VerificationResult.PARTLY: _("The answers speak for: it worked in part. You decide."),
        VerificationResult.FAILED: _("The answers speak for: it failed. You decide."),
    }[result]
