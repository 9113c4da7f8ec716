"""Coverage by function, in words: for the window, for paper, for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from referent_desk.domain.coverage_grids import CellDetail, Narrowing, UseDetail
from referent_desk.domain.means import Standing, best
from referent_desk.domain.procedures import ProcedureState
from referent_desk.domain.readiness import (
    CARE_SHARE,
    BinderStanding,
    Cover,
    CoveredUse,
    Totals,
    worst_use,
)
from referent_desk.language import Language
from referent_desk.words.failures import standing_word


def use_word(use: CoveredUse, language: Language) -> str:
    """Short enough for the cell of a grid; that it is nobody's comes before all."""
    _ = language.gettext
    if use.is_nobodys:
        if use.state is ProcedureState.MISSING:
            return _("nobody’s")
        return _("nobody’s, {state}").format(state=state_word(use.state, language))
    return state_word(use.state, language)


def state_word(state: ProcedureState, language: Language) -> str:
    _ = language.gettext
    words: Mapping[ProcedureState, Callable[[], str]] = {
        ProcedureState.MISSING: lambda: _("missing"),
        ProcedureState.DRAFT_ONLY: lambda: _("draft only"),
        ProcedureState.FAILED: lambda: _("failed"),
        ProcedureState.NEVER_VERIFIED: lambda: _("never verified"),
        ProcedureState.TO_VERIFY: lambda: _("to verify again"),
        ProcedureState.REVIEW_DUE: lambda: _("review overdue"),
        ProcedureState.UP_TO_DATE: lambda: _("verified"),
    }
    return words[state]()


def cell_word(uses: Sequence[CoveredUse], language: Language) -> str:
    """That of the worst of them; empty where the department does not do it."""
    worst = worst_use(uses)
    return use_word(worst, language) if worst is not None else ""


def cell_standing(uses: Sequence[CoveredUse]) -> Standing | None:
    """What survives the usual failure by whichever software; None where that was not asked."""
    return best(use.standing for use in uses if use.standing is not None)


def survival_word(uses: Sequence[CoveredUse], language: Language) -> str:
    standing = cell_standing(uses)
    return standing_word(standing, language) if standing is not None else ""


def cover_word(cover: Cover, language: Language) -> str:
    _ = language.gettext
    return {
        Cover.UNSAID: _("nothing said"),
        Cover.HOLES: _("not covered"),
        Cover.WRITTEN: _("written, not verified"),
        Cover.COVERED: _("covered"),
        Cover.NOTHING_CRITICAL: _("nothing critical"),
    }[cover]


def binder_word(binder: BinderStanding, language: Language) -> str:
    _ = language.gettext
    return {
        BinderStanding.NONE: _("no binder filed"),
        BinderStanding.OLDER: _("binder older than its procedures"),
        BinderStanding.FILED: _("binder filed"),
    }[binder]


def definition_sentence(language: Language) -> str:
    """What a covered department is; the rule of `domain.readiness`."""
    return language.gettext(
        "Covered: every critical function has, for each software used, an approved procedure in "
        "force that worked when it was tried here on the version in use. What nobody has rated "
        "counts as critical."
    )


def totals_sentences(totals: Totals, language: Language) -> tuple[str, ...]:
    """None where there is no department."""
    _, ngettext = language.gettext, language.ngettext
    if totals == Totals():
        return ()
    if totals.share is None:
        return (_("No department has anything critical: there is nothing to cover."),)
    said = [
        ngettext(
            "{covered} of {count} department covered: {share} %.",
            "{covered} of {count} departments covered: {share} %.",
            totals.departments,
        ).format(covered=totals.covered, count=totals.departments, share=totals.share)
    ]
    if totals.written:
        text = ngettext(
            "{count} more has an approved procedure for all that is critical, not all verified.",
            "{count} more have an approved procedure for all that is critical, not all verified.",
            totals.written,
        )
        said.append(text.format(count=totals.written))
    if totals.unsaid:
        text = ngettext(
            "{count} has not said what it does.",
            "{count} have not said what they do.",
            totals.unsaid,
        )
        said.append(text.format(count=totals.unsaid))
    if totals.nothing_critical:
        text = ngettext(
            "{count} where nothing is critical does not count.",
            "{count} where nothing is critical do not count.",
            totals.nothing_critical,
        )
        said.append(text.format(count=totals.nothing_critical))
    return (*said, beds_sentence(totals, language))


def beds_sentence(totals: Totals, language: Language) -> str:
    _, ngettext = language.gettext, language.ngettext
    if totals.beds_share is None:
        return _("No department has said how many beds it has.")
    said = _("Beds: {covered} of {beds} covered, {share} %.").format(
        covered=totals.beds_covered, beds=totals.beds, share=totals.beds_share
    )
    if not totals.beds_unknown:
        return said
    more = ngettext(
        "The beds of {count} department are not known.",
        "The beds of {count} departments are not known.",
        totals.beds_unknown,
    ).format(count=totals.beds_unknown)
    return f"{said} {more}"


def target_sentence(language: Language) -> str:
    return language.gettext("CaRE domain 2 asks for {share} % of the activity.").format(
        share=CARE_SHARE
    )


def narrowing_sentence(narrowing: Narrowing, function: str, language: Language) -> str:
    """What a printed or narrowed grid leaves out; empty where it leaves out nothing."""
    _ = language.gettext
    said = [
        *([_("departments with “{text}”").format(text=narrowing.text)] if narrowing.text else []),
        *([_("function: {name}").format(name=function)] if narrowing.function_id else []),
        *([_("only what is not covered")] if narrowing.holes else []),
        *([_("only what is critical")] if narrowing.critical else []),
        *([_("only what has no referent")] if narrowing.unowned else []),
    ]
    return _("Shown: {what}.").format(what=", ".join(said)) if said else ""


def cell_lines(cell: CellDetail, language: Language) -> tuple[str, ...]:
    """A line for each software of the function."""
    return tuple(_use_line(detail, language) for detail in cell.uses)


def _use_line(detail: UseDetail, language: Language) -> str:
    _ = language.gettext
    use = detail.use
    software = detail.software or _("no software")
    if detail.running:
        software = f"{software} {detail.running}"
    said = _("{software}: {word}").format(software=software, word=use_word(use, language))
    parts = [said, *_text_parts(detail, language)]
    if use.outage is not None:
        text = _("tolerated interruption {length}")
        parts.append(text.format(length=length_text(use.outage, language)))
    if detail.referent:
        parts.append(_("referent: {name}").format(name=detail.referent))
    else:
        parts.append(_("no referent"))
    if use.criticality is not None:
        parts.append(_("criticality {number}").format(number=use.criticality))
    else:
        parts.append(_("criticality not rated"))
    return " · ".join(parts)


def _text_parts(detail: UseDetail, language: Language) -> list[str]:
    _ = language.gettext
    if not detail.title:
        return []
    parts = [_("“{title}” of {owner}").format(title=detail.title, owner=detail.owner)]
    if detail.forms:
        parts.append(_("forms {codes}").format(codes=", ".join(detail.forms)))
    if detail.use.standing is not None:
        text = _("without network, login and telephony: {word}")
        parts.append(text.format(word=standing_word(detail.use.standing, language)))
    return parts


def length_text(minutes: int, language: Language) -> str:
    """`30 min`, `4 h`, `1 h 30`, `3 days`."""
    if minutes >= 48 * 60 and minutes % (24 * 60) == 0:
        days = minutes // (24 * 60)
        return language.ngettext("{count} day", "{count} days", days).format(count=days)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}\u00a0min"
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"
