"""The view of the hospital group in words: for the window, for workbooks, for the command."""

from __future__ import annotations

from referent_desk.domain.convergences import Convergence, Nearness, Spread
from referent_desk.domain.evidence import Cell
from referent_desk.domain.group_offices import Answering, OfficeRow, OfficeTotals
from referent_desk.domain.group_views import GroupConvergences, rival_functions
from referent_desk.language import Language
from referent_desk.words.coverage import cover_word
from referent_desk.words.evidence import counted

OFFICE_WIDTHS = (34, 28, 40, 10, 28, 40, 40, 40, 12, 14, 16, 16, 24)
SPREAD_WIDTHS = (30, 34, 14, 14, 10, 16, 80)
PAIR_WIDTHS = (30, 34, 18, 12, 12, 12, 12, 40, 34, 40, 34)
_SHOWN_SITES = 4


def answering_word(answering: Answering, language: Language) -> str:
    _ = language.gettext
    return {
        Answering.COVERED: _("referent"),
        Answering.PARTLY: _("for some software"),
        Answering.DEPUTY: _("deputy alone"),
        Answering.NOBODY: _("nobody yet"),
        Answering.ORPHAN: _("orphan"),
    }[answering]


def row_sentence(row: OfficeRow, language: Language) -> str:
    """What there is to say beside the state; empty where it says all."""
    _ = language.gettext
    if row.orphan_since is not None:
        text = _("The last main referent left on {day}.")
        return text.format(day=language.short_date(row.orphan_since))
    if row.answering is Answering.PARTLY:
        text = _("{held} of {programs} programs have a main referent.")
        return text.format(held=row.held, programs=row.programs)
    if row.ends_on is not None:
        return _("Ends on {day}.").format(day=language.short_date(row.ends_on))
    return ""


def totals_sentence(totals: OfficeTotals, language: Language) -> str:
    """Empty where there is no department."""
    _, ngettext = language.gettext, language.ngettext
    if not totals.departments:
        return ""
    said = [
        ngettext(
            "{covered} of {count} department has a main referent for all its software: {share} %",
            "{covered} of {count} departments have a main referent for all their software: "
            "{share} %",
            totals.departments,
        ).format(
            covered=counted(totals.covered),
            count=counted(totals.departments),
            share=totals.share,
        )
    ]
    for text, count in (
        (_("for some software: {count}"), totals.partly),
        (_("deputy alone: {count}"), totals.deputy),
        (_("orphan after a departure or an end: {count}"), totals.orphan),
        (_("nobody yet: {count}"), totals.nobody),
    ):
        if count:
            said.append(text.format(count=counted(count)))
    return " · ".join(said)


def office_heads(language: Language) -> tuple[str, ...]:
    _ = language.gettext
    return (
        *(_("Establishment"), _("Pole"), _("Department"), _("Code"), _("Answered for")),
        *(_("Main referents"), _("Deputies"), _("Security referents"), _("Programs")),
        *(_("With a referent"), _("Orphan since"), _("Ends on"), _("Coverage")),
    )


def office_cells(row: OfficeRow, language: Language) -> tuple[Cell, ...]:
    return (
        *(row.establishment, row.pole, row.name, row.code),
        answering_word(row.answering, language),
        *(", ".join(row.mains), ", ".join(row.deputies), ", ".join(row.security)),
        *(row.programs, row.held, row.orphan_since, row.ends_on),
        cover_word(row.cover, language),
    )


def spreads_sentence(group: GroupConvergences, language: Language) -> str:
    functions = len({spread.function_id for spread in group.spreads})
    text = language.ngettext(
        "{rivals} of {count} function is served by several programs.",
        "{rivals} of {count} functions are served by several programs.",
        functions,
    )
    return text.format(rivals=rival_functions(group.spreads), count=functions)


def spread_heads(language: Language) -> tuple[str, ...]:
    _ = language.gettext
    return (
        *(_("Function"), _("Name of the software"), _("Departments"), _("Establishments")),
        *(_("Beds"), _("Other programs"), _("Where")),
    )


def spread_cells(group: GroupConvergences, spread: Spread) -> tuple[Cell, ...]:
    return (
        group.functions.get(spread.function_id, ""),
        group.software.get(spread.software_id, ""),
        *(spread.departments, len(spread.sites), spread.beds or None, spread.rivals),
        sites_text(spread, most=len(spread.sites)),
    )


def sites_text(spread: Spread, *, most: int = _SHOWN_SITES) -> str:
    """`Hôpital Nord (12), Hôpital Sud (3)`; what there are more is a dot each."""
    shown = ", ".join(f"{name} ({count})" for _key, name, count in spread.sites[:most])
    return shown + ("…" if len(spread.sites) > most else "")


def pairs_sentences(group: GroupConvergences, language: Language) -> tuple[str, ...]:
    """How many there are, and what was not compared."""
    ngettext, compared = language.ngettext, group.compared
    count = len(compared.found)
    text = ngettext(
        "{count} group of procedures could be one, of {texts} approved ones.",
        "{count} groups of procedures could be one, of {texts} approved ones.",
        count,
    )
    said = [text.format(count=counted(count), texts=counted(compared.texts))]
    if compared.unread:
        text = ngettext(
            "{count} text was looked at only for being equal to another.",
            "{count} texts were looked at only for being equal to another.",
            compared.unread,
        )
        said.append(text.format(count=counted(compared.unread)))
    if compared.uncompared:
        text = ngettext(
            "{count} text was compared with the most widespread of its function alone.",
            "{count} texts were compared with the most widespread of their function alone.",
            compared.uncompared,
        )
        said.append(text.format(count=counted(compared.uncompared)))
    return tuple(said)


def pair_heads(language: Language) -> tuple[str, ...]:
    _ = language.gettext
    return (
        *(_("Function"), _("Name of the software"), _("Texts"), _("Gap"), _("Steps")),
        *(_("Procedures"), _("Owners"), _("One of"), _("Establishment")),
        *(_("Another of"), _("Establishment")),
    )


def pair_cells(group: GroupConvergences, pair: Convergence, language: Language) -> tuple[Cell, ...]:
    first, second = (group.sites[text.owner_id] for text in (pair.first, pair.second))
    return (
        group.functions.get(pair.function_id, ""),
        pair_software(group, pair, language),
        nearness_word(pair.nearness, language),
        *(pair.gap, pair.steps, pair.procedures, pair.owners),
        *(first.name, first.establishment, second.name, second.establishment),
    )


def pair_software(group: GroupConvergences, pair: Convergence, language: Language) -> str:
    if pair.software_id:
        return group.software.get(pair.software_id, "")
    if not pair.first.software_id and not pair.second.software_id:
        return language.gettext("for any software")
    return language.gettext("several programs")


def nearness_word(nearness: Nearness, language: Language) -> str:
    _ = language.gettext
    return {Nearness.SAME: _("same text"), Nearness.NEAR: _("near text")}[nearness]


def gap_text(pair: Convergence, language: Language) -> str:
    """How many steps stand in one of the two only."""
    if not pair.gap:
        return language.gettext("no gap")
    text = language.ngettext("{count} step", "{count} steps", pair.gap)
    return text.format(count=pair.gap)
