"""What is refused of a verification as it was typed, before anything is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from referent_desk.domain.coverage import Use
from referent_desk.domain.procedures import VerificationResult
from referent_desk.domain.texts import clean_line
from referent_desk.domain.verifications import (
    Answer,
    KnownRelease,
    ReleaseFault,
    WantedVerification,
    is_no_version,
    release_fault,
)
from referent_desk.errors import RefusedField
from referent_desk.language import _, spoken
from referent_desk.usecases.typed_lines import refuse_long

_LINES = ("version", "who", "seen", "to_change", "owner")


def checked(wanted: WantedVerification, today: date) -> WantedVerification:
    """As it is kept: lines are cleaned, and what went well has nothing to change."""
    said = replace(
        wanted,
        version=clean_line(wanted.version),
        who=clean_line(wanted.who),
        seen=clean_line(wanted.seen),
        to_change=clean_line(wanted.to_change),
        owner=clean_line(wanted.owner),
    )
    for name in _LINES:
        refuse_long(name, getattr(said, name), _("Shorten it."))
    _refuse_who_and_when(said, today)
    _refuse_version(said)
    is_good = said.result is VerificationResult.WORKED
    if not said.seen and (not is_good or Answer.NO in said.answers.values()):
        raise RefusedField(
            "seen",
            "empty",
            _("Something did not work, and nobody would know what."),
            _("Say in a few words what was seen."),
        )
    if is_good:
        return replace(said, to_change="", owner="", due_on=None)
    _refuse_action(said)
    return said


def _refuse_who_and_when(said: WantedVerification, today: date) -> None:
    if not said.who:
        raise RefusedField(
            "who", "empty", _("Nobody is named who tried it."), _("Say who did the steps.")
        )
    if said.day > today:
        raise RefusedField(
            "day",
            "to_come",
            _("A verification cannot be recorded for a day to come."),
            _("Give the day on which it was tried."),
        )


def _refuse_version(said: WantedVerification) -> None:
    if not said.version or is_no_version(said.version):
        raise RefusedField(
            "version",
            "unknown",
            _("Without its version nobody can tell after the next update what still holds."),
            _("Look it up in the program, under “About” or at its start, or ask the IT on call."),
        )


def _refuse_action(said: WantedVerification) -> None:
    """Partly and failed are followed by something that is done, by somebody, until a day."""
    if not said.to_change:
        raise RefusedField(
            "to_change",
            "empty",
            _("Something did not work, and nothing is done about it."),
            _("Say what must change."),
        )
    if not said.owner:
        raise RefusedField(
            "owner", "empty", _("Nobody is named who sees to it."), _("Name somebody.")
        )
    if said.due_on is None or said.due_on < said.day:
        raise RefusedField(
            "due_on",
            "empty" if said.due_on is None else "before",
            _("What must change has no day that can still be kept.")
            if said.due_on is None
            else _("What must change would be due before it was seen."),
            _("Give a day from that of the trial on."),
        )


def refuse_release(release: KnownRelease, day: date, today: date) -> None:
    fault = release_fault(release, day, today)
    if fault is ReleaseFault.NOT_YET_LIVE and release.live_on is not None:
        raise RefusedField(
            "day",
            str(fault),
            _("Version {version} is in service only since {day}.").format(
                version=release.version, day=spoken().date(release.live_on)
            ),
            _("Give that day or a later one, or name the version that was tried."),
        )
    if fault is ReleaseFault.ELSEWHERE_ONLY:
        raise RefusedField(
            "version",
            str(fault),
            _("Version {version} is in service elsewhere ({places}), not here.").format(
                version=release.version, places=", ".join(release.elsewhere)
            ),
            _("Name the version that runs here, or say in the tab Software since when it does."),
        )


def refuse_new_version(use: Use, said: WantedVerification) -> None:
    """Where a version runs already, another one may be a slip of the finger: it is asked once."""
    if use.live is None or said.is_new_version:
        return
    raise RefusedField(
        "version",
        "new_version",
        _("Version {version} is not known; {running} runs here.").format(
            version=said.version, running=use.live.version
        ),
        _(
            "If it is right, record once more: it is then in service from that day on, and all "
            "the procedures of {software} are to be verified on it."
        ).format(software=use.software.name),
    )
