"""What falls and what stands, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from referent_desk.domain.fallbacks import FallbackRow, MeansTold, Simulation
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
    """Functions of departments, counted by how they stand."""
    _ = language.gettext
    counts = simulation.functions
    total = sum(counts.values())
    if not total:
        return _("Nobody has said yet what is done here by which software.")
    return _(
        "{total} functions: {stands} stand, {falls} fall, {unknown} not known, {missing} without a "
        "procedure."
    ).format(
        total=total,
        stands=counts.get(Standing.STANDS, 0),
        falls=counts.get(Standing.FALLS, 0),
        unknown=counts.get(Standing.UNKNOWN, 0),
        missing=counts.get(Standing.MISSING, 0),
    )


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
    said = "; ".join(chain_text(circle) for circle in circles)
    return _("These lean on one another in a circle, and fall together: {circles}").format(
        circles=said
    )
