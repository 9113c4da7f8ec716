"""One software as its buyers see it: figures, what speaks for it and against it, who runs what."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.advice import Advice, Side, SiteUse
from referent_desk.gui.advice.states import advice_state
from referent_desk.gui.columns import Column
from referent_desk.gui.detail_panes import DetailPane
from referent_desk.gui.places import Place, TabName
from referent_desk.gui.wordings import counted, day, short_day
from referent_desk.language import _, spoken
from referent_desk.words.advice import (
    O_3_11,
    answer_word,
    contract_sentence,
    ground_sentence,
    proposal_sentence,
    question_word,
    reason_sentence,
    rule_sentence,
    usage_sentence,
    with_points,
)


@dataclass(frozen=True, slots=True)
class ShownAdvice:
    advice: Advice
    sites: tuple[SiteUse, ...]


def show_head(pane: DetailPane, advice: Advice) -> None:
    pane.title(advice.facts.name, advice_state(advice))
    pane.muted(advice.facts.vendor)


def show_said(pane: DetailPane, advice: Advice) -> None:
    """What users say, or that they have not; and what the points propose."""
    given = advice.given
    if given.given_on is not None:
        said = _("Said by {name} on {day}.")
        pane.muted(said.format(name=given.who, day=day(given.given_on)))
    pane.section(_("What the users need"), [given.needs])
    pane.section(_("Note"), [given.note])


def show_reasons(pane: DetailPane, shown: ShownAdvice) -> None:
    advice = shown.advice
    pane.section(
        _("Usage"),
        [
            usage_sentence(advice.facts, spoken()),
            contract_sentence(advice.facts.contract, spoken()),
        ],
    )
    pane.section(_("Against it"), (with_points(r, spoken()) for r in advice.on(Side.AGAINST)))
    pane.section(_("For it"), (with_points(r, spoken()) for r in advice.on(Side.FOR)))
    told = [reason_sentence(reason, spoken()) for reason in advice.on(Side.TOLD)]
    pane.section(_("To know as well"), told)
    if not advice.proposed:
        helps = [ground_sentence(ground, spoken()) for ground in advice.lacking]
        pane.section(_("What would help to know more"), helps)
    pane.heading(O_3_11)
    pane.facts(
        (question_word(name, spoken()), answer_word(answer, spoken()))
        for name, answer in advice.facts.contract.answers.items()
    )
    _show_sites(pane, shown.sites)
    pane.section(
        _("How it is reckoned"), [proposal_sentence(advice, spoken()), rule_sentence(spoken())]
    )


def _show_sites(pane: DetailPane, sites: tuple[SiteUse, ...]) -> None:
    if not sites:
        return
    pane.heading(_("Versions in the establishments"))
    pane.lines(
        _("Versions in the establishments"),
        (
            Column(_("Establishment"), lambda row: row.establishment, "", 150, 3),
            Column(_("Version"), lambda row: row.version or _("not known"), "", 90, 1),
            Column(_("Since"), lambda row: short_day(row.since), "", 96, 0, yields=1),
            Column(_("Departments"), lambda row: counted(row.departments), "", 104, 0,
                   is_number=True),
        ),
        sites,
        lambda row: Place(TabName.DEPARTMENTS, (row.establishment_id,)),
    )  # fmt: skip
