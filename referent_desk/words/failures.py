"""What falls and what stands, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from referent_desk.domain.fallbacks import Doubt, FallbackRow, MeansTold, Simulation
from referent_desk.domain.means import Standing
from referent_desk.language import Language


def standing_word(standing: Standing, language: Language) -> str:
    _ = language.gettext
    words: Mapping[Standing, Callable[[], str]] = {
        Standing.STANDS: lambda: _("stands"),
        Standing.FALLS: lambda: _("falls"),
        Standing.UNKNOWN: lambda: _("not known"),
        Standing.MISSING: lambda: _("no procedure"),
    }
    return words[standing]()


def doubt_word(doubt: Doubt, language: Language) -> str:
    _ = language.gettext
    words: Mapping[Doubt, Callable[[], str]] = {
        Doubt.FAILED: lambda: _("failed when tried"),
        Doubt.DRAFT: lambda: _("draft only"),
        Doubt.NO_MEANS: lambda: _("no means named"),
    }
    return words[doubt]()


def row_word(standing: Standing, doubt: Doubt | None, language: Language) -> str:
    """`stands – draft only`: whether its means stand, and what speaks against it."""
    said = standing_word(standing, language)
    return f"{said} – {doubt_word(doubt, language)}" if doubt is not None else said


def row_reason(row: FallbackRow, language: Language) -> str:
    """Of a row that is no plain “stands”, where no means is the reason."""
    _ = language.gettext
    if row.standing is Standing.MISSING:
        return _("There is no procedure: the sheet says whom to ask.")
    reasons: Mapping[Doubt | None, Callable[[], str]] = {
        Doubt.FAILED: lambda: _("It failed when it was last tried here."),
        Doubt.DRAFT: lambda: _("Nobody has approved it."),
        Doubt.NO_MEANS: lambda: _("No step says what it needs."),
    }
    return reasons[row.doubt]() if row.doubt in reasons else ""


def joined(parts: Iterable[str], language: Language) -> str:
    """With the sign between them that the language puts there."""
    said = ""
    for part in parts:
        text = language.gettext("{first}; {then}")
        said = text.format(first=said, then=part) if said else part
    return said


def chain_text(names: Sequence[str]) -> str:
    """`network printer → print server → network`"""
    return " → ".join(names)


def means_sentence(means: MeansTold, language: Language) -> str:
    """A means of a step, whether it stands, and if not, why."""
    _ = language.gettext
    if means.standing is Standing.FALLS:
        return _("falls: {chain}").format(chain=chain_text((means.name, *means.chain)))
    if means.standing is Standing.UNKNOWN:
        return _("means not known: {name}").format(name=means.name)
    return _("stands: {name}").format(name=means.name)


def steps_text(row: FallbackRow, language: Language) -> str:
    """How many steps fall or are not known; empty where none does."""
    parts = []
    if row.falling:
        text = language.ngettext("{count} step falls", "{count} steps fall", row.falling)
        parts.append(text.format(count=row.falling))
    if row.unknown:
        text = language.ngettext("{count} step not known", "{count} steps not known", row.unknown)
        parts.append(text.format(count=row.unknown))
    return ", ".join(parts)


def totals_sentence(simulation: Simulation, language: Language) -> str:
    """Functions of departments, counted by how they stand; what is in doubt is counted apart."""
    _ = language.gettext
    counts = simulation.functions
    total = sum(counts.values())
    if not total:
        return _("Nobody has said yet what is done here by which software.")
    doubts = simulation.doubts
    said = _(
        "{total} functions: {stands} stand, {falls} fall, {unknown} not known, {missing} without a "
        "procedure."
    ).format(
        total=total,
        stands=counts.get(Standing.STANDS, 0) - sum(doubts.values()),
        falls=counts.get(Standing.FALLS, 0),
        unknown=counts.get(Standing.UNKNOWN, 0),
        missing=counts.get(Standing.MISSING, 0),
    )
    parts = [f"{doubt_word(one, language)} {doubts[one]}" for one in Doubt if doubts.get(one)]
    if parts:
        text = _("Stands, but: {doubts}.").format(doubts=", ".join(parts))
        said = f"{said} {text}"
    if len(simulation.rows) > total:
        text = _("{lines} lines: one for each software.").format(lines=len(simulation.rows))
        said = f"{said} {text}"
    return said


def without_sentence(simulation: Simulation, language: Language, most: int = 8) -> str:
    """Departments of which not one function stands; empty where there is none."""
    names = simulation.without
    if not names:
        return ""
    text = language.ngettext(
        "{count} department has no function left that stands: {names}",
        "{count} departments have no function left that stands: {names}",
        len(names),
    )
    more = "…" if len(names) > most else ""
    return text.format(count=len(names), names=", ".join(names[:most]) + more)


def circles_sentence(circles: Sequence[Sequence[str]], language: Language) -> str:
    """Things that lean on themselves by way of others; empty where there are none."""
    _ = language.gettext
    if not circles:
        return ""
    said = joined(map(chain_text, circles), language)
    return _("These lean on one another in a circle, and fall together: {circles}").format(
        circles=said
    )
