"""The parts of a procedure, and what differs between two texts of it, in words and signs."""

from __future__ import annotations

from datetime import date

from referent_desk.domain.differences import Change, Piece
from referent_desk.domain.draft_warnings import Part
from referent_desk.domain.text_lives import LifeKind, LifeLine
from referent_desk.language import Language

SIGNS = {Change.SAME: "", Change.ADDED: "+", Change.REMOVED: "−", Change.CHANGED: "±"}


def part_word(part: Part, language: Language) -> str:
    _ = language.gettext
    return {
        Part.TITLE: _("Title"),
        Part.TRIGGER: _("When to switch to paper"),
        Part.DECIDES: _("Who decides"),
        Part.STOPS: _("What stops"),
        Part.STILL_WORKS: _("What still works"),
        Part.STEPS: _("Steps"),
        Part.NUMBERS: _("Useful numbers"),
        Part.AFTER_48_HOURS: _("After 48 hours"),
        Part.BACK_TO_NORMAL: _("Back to normal"),
        Part.LOCAL_VALUES: _("To fill in for this department"),
    }[part]


def legend(language: Language) -> str:
    _ = language.gettext
    return _("+ line added, − line taken away, ± line changed: [+word added], [−word taken away]")


def count_words(changed: int, language: Language) -> str:
    if not changed:
        return language.gettext("The two texts are the same.")
    said = language.ngettext("{count} line differs.", "{count} lines differ.", changed)
    return said.format(count=changed)


def piece_words(piece: Piece, change: Change) -> str:
    """Within a line the words stand in brackets; a whole line has its sign before it."""
    if change is not Change.CHANGED or piece.change is Change.SAME:
        return piece.text
    words = piece.text.strip()
    if not words:
        return piece.text
    return piece.text.replace(words, f"[{SIGNS[piece.change]}{words}]", 1)


def mark_words(mark: str) -> str:
    """Before a step that is counted."""
    return f"{mark}. " if mark.isalnum() else f"{mark} " if mark else ""


def life_sentence(line: LifeLine, today: date, language: Language) -> str:
    """What happened, without its day; `line` is of a text that somebody lives with."""
    _ = language.gettext
    fields = {
        "who": line.who,
        "number": line.number,
        "role": line.role,
        "author": line.author,
        "reason": line.reason,
        "reference": line.reference,
        "day": language.date(line.begins_on) if line.begins_on else "",
    }
    said = " ".join(sentence.format(**fields) for sentence in _sentences(line, today, language))
    return _("{owner}: {said}").format(owner=line.owner, said=said) if line.owner else said


def _sentences(line: LifeLine, today: date, language: Language) -> list[str]:
    _ = language.gettext
    if line.kind is LifeKind.SUBMITTED:
        if line.number is None:
            return [_("Draft submitted by {who}.")]
        return [_("Revision {number} submitted by {who}.")]
    if line.kind is LifeKind.WITHDRAWN:
        if line.day > today:
            return [_("Revision {number} will be withdrawn, decided by {who}: {reason}")]
        return [_("Revision {number} withdrawn by {who}: {reason}")]
    if line.kind is LifeKind.KEPT:
        return [_("{who} read the newer text from above and kept ours.")]
    if line.kind is LifeKind.TAKEN:
        return [_("{who} took the newer text from above into our draft.")]
    return _of_approval(line, language)


def _of_approval(line: LifeLine, language: Language) -> list[str]:
    _ = language.gettext
    by = _("Revision {number} approved by {who}.")
    if line.role:
        by = _("Revision {number} approved by {who}, {role}.")
    more = (
        (line.begins_on is not None and line.begins_on != line.day, _("In force from {day}.")),
        (line.author, _("Written by {author}.")),
        (line.reference, _("Reference: {reference}.")),
        (line.reason, _("Approved by its own author: {reason}")),
    )
    return [by, *(sentence for wanted, sentence in more if wanted)]
