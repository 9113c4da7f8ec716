"""Advice for purchasing, in words: for the window, for paper, for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from referent_desk.domain.advice import Advice, AdviceReason, Ground, Side, Verdict
from referent_desk.domain.advice_facts import AdviceFacts, Contract
from referent_desk.language import Language

O_3_11 = "Clausier Santé v2024, O-3.11"
"""The clause that asks for the three answers."""
_TWO_HOURS = 120
_QUESTIONS = 3


def verdict_word(verdict: Verdict, language: Language) -> str:
    _ = language.gettext
    return {
        Verdict.OPEN: _("too little is known"),
        Verdict.KEEP: _("keep"),
        Verdict.PRESS: _("press the vendor"),
        Verdict.REPLACE: _("replace"),
    }[verdict]


def proposal_sentence(advice: Advice, language: Language) -> str:
    """What the program proposes, and by which points."""
    _, ngettext = language.gettext, language.ngettext
    against, pro = advice.points(Side.AGAINST), advice.points(Side.FOR)
    if advice.proposed is Verdict.OPEN:
        return _("Too little is known to propose anything.")
    points = ngettext("{count} point", "{count} points", against).format(count=against)
    return _("The program proposes: {verdict} ({points} against, {pro} for).").format(
        verdict=verdict_word(advice.proposed, language), points=points, pro=pro
    )


def rule_sentence(language: Language) -> str:
    """How the points become a proposal."""
    _ = language.gettext
    return _(
        "Replace: from 6 points against, and twice as many as for. Press the vendor: from 3 "
        "points against, or more against than for. Else keep. The rule proposes; users decide."
    )


def ground_sentence(ground: Ground, language: Language) -> str:
    """What would help to know more."""
    _ = language.gettext
    return {
        Ground.CONTRACT: _("Ask the vendor the three questions of the contract."),
        Ground.TRIALS: _("Verify a degraded mode on the version that runs."),
        Ground.DRILLS: _("Play a drill without this software."),
        Ground.HELP: _("Note the help given with it in the journal."),
        Ground.TICKETS: _("Note what was handed over to IT or to the vendor."),
    }[ground]


def question_word(name: str, language: Language) -> str:
    """One of the three questions, short."""
    _ = language.gettext
    return {
        "manual_mode": _("Degraded mode for manual running"),
        "data_extracted": _("Data extracted regularly"),
        "original_layout": _("Printable in the original layout"),
    }[name]


def answer_word(answer: bool | None, language: Language) -> str:
    _ = language.gettext
    return _("not known") if answer is None else _("yes") if answer else _("no")


def usage_sentence(facts: AdviceFacts, language: Language) -> str:
    _, ngettext = language.gettext, language.ngettext
    usage = facts.usage
    if not usage.departments:
        return _("No department is known to use it.")
    counts = [
        ngettext("{count} department", "{count} departments", usage.departments).format(
            count=usage.departments
        )
    ]
    if usage.establishments:
        text = ngettext("{count} establishment", "{count} establishments", usage.establishments)
        counts.append(text.format(count=usage.establishments))
    if usage.users is not None:
        counts.append(
            ngettext("{count} user", "{count} users", usage.users).format(count=usage.users)
        )
    if usage.beds is not None:
        counts.append(ngettext("{count} bed", "{count} beds", usage.beds).format(count=usage.beds))
    said = _("Used by: {counts}.").format(counts=", ".join(counts))
    if usage.functions:
        functions = _("For: {functions}.").format(functions=", ".join(usage.functions))
        said = f"{said} {functions}"
    return said


def contract_sentence(contract: Contract, language: Language) -> str:
    """Empty where neither its number nor its end is known."""
    _ = language.gettext
    parts = []
    if contract.reference:
        parts.append(_("Contract {reference}").format(reference=contract.reference))
    if contract.ends_on is not None:
        parts.append(_("ends on {day}").format(day=language.date(contract.ends_on)))
    said = ", ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def reason_sentence(reason: AdviceReason, language: Language) -> str:
    fields = {key: _shown(key, value, language) for key, value in reason.fields.items()}
    count = reason.fields.get("count")
    number = count if isinstance(count, int) else 0
    for known in (_contract_sentences, _practice_sentences, _help_sentences, _usage_sentences):
        said = known(number, language).get(reason.code)
        if said is not None:
            return said().format(**fields)
    raise KeyError(reason.code)


def with_points(reason: AdviceReason, language: Language) -> str:
    """The sentence, and what it weighs."""
    count, ngettext = reason.points, language.ngettext
    said = ngettext("{sentence} ({count} point)", "{sentence} ({count} points)", count)
    return said.format(sentence=reason_sentence(reason, language), count=count)


_Sentences = Mapping[str, Callable[[], str]]


def _shown(name: str, value: object, language: Language) -> str:
    if isinstance(value, date):
        return language.date(value)
    return _duration(value, language) if name == "minutes" else str(value)


def _duration(minutes: object, language: Language) -> str:
    count = minutes if isinstance(minutes, int) else 0
    if count < _TWO_HOURS:
        return language.ngettext("{count} minute", "{count} minutes", count).format(count=count)
    text = language.gettext("{hours} h {minutes}")
    return text.format(hours=count // 60, minutes=f"{count % 60:02}")


def _unanswered(count: int, language: Language) -> str:
    _, ngettext = language.gettext, language.ngettext
    if count == _QUESTIONS:
        return _("None of the three questions has an answer yet: ask the vendor.")
    return ngettext(
        "One of the three questions has no answer yet: ask the vendor.",
        "{count} of the three questions have no answer yet: ask the vendor.",
        count,
    )


def _contract_sentences(count: int, language: Language) -> _Sentences:
    _ = language.gettext
    return {
        "manual_mode_yes": lambda: _("The vendor provides a degraded mode for manual running."),
        "manual_mode_no": lambda: _("The vendor provides no degraded mode for manual running."),
        "data_extracted_yes": lambda: _("Its data are extracted regularly."),
        "data_extracted_no": lambda: _("Its data are not extracted regularly."),
        "original_layout_yes": lambda: _("What is extracted prints in the original layout."),
        "original_layout_no": lambda: _("What is extracted does not print in the original layout."),
        "contract_unknown": lambda: _unanswered(count, language),
        "contract_ends": lambda: _("The contract ends on {day}."),
        "contract_over": lambda: _("The contract ended on {day}."),
    }


def _practice_sentences(count: int, language: Language) -> _Sentences:
    _, ngettext = language.gettext, language.ngettext
    return {
        "trials_worked": lambda: ngettext(
            "The degraded mode was tried {count} time, and it worked.",
            "The degraded modes were tried {count} times, and they always worked.",
            count,
        ),
        "trials_failed": lambda: ngettext(
            "{count} of {total} trials of a degraded mode did not go as written.",
            "{count} of {total} trials of a degraded mode did not go as written.",
            count,
        ),
        "update_broke": lambda: ngettext(
            "{count} time an update broke a degraded mode that had worked.",
            "{count} times an update broke a degraded mode that had worked.",
            count,
        ),
        "untried": lambda: ngettext(
            "{count} of {total} approved degraded modes was never tried.",
            "{count} of {total} approved degraded modes were never tried.",
            count,
        ),
        "drills_done": lambda: ngettext(
            "{count} drill was played without it, and every task was done.",
            "{count} drills were played without it, and every task was done.",
            count,
        ),
        "drills_missed": lambda: ngettext(
            "Without it, {count} of {total} tasks of the drills was not done as it should.",
            "Without it, {count} of {total} tasks of the drills were not done as they should.",
            count,
        ),
        "drill_findings": lambda: ngettext(
            "The drills brought {count} finding.", "The drills brought {count} findings.", count
        ),
    }


def _help_sentences(count: int, language: Language) -> _Sentences:
    _, ngettext = language.gettext, language.ngettext

    def helped() -> str:
        return ngettext(
            "Help was given {count} time in the year, {minutes} in all.",
            "Help was given {count} times in the year, {minutes} in all.",
            count,
        )

    return {
        "help_little": helped,
        "help_much": helped,
        "help_very_much": helped,
        "trouble_often": lambda: ngettext(
            "“{what}” came up {count} time.", "“{what}” came up {count} times.", count
        ),
        "work_stopped": lambda: ngettext(
            "{count} trouble stopped the work.", "{count} troubles stopped the work.", count
        ),
        "vendor_slow": lambda: ngettext(
            "{count} request waits at the vendor’s, for {days} days.",
            "{count} requests wait at the vendor’s, the oldest for {days} days.",
            count,
        ),
        "vendor_settles": lambda: ngettext(
            "The vendor settled {count} request, and none waits.",
            "The vendor settled {count} requests, and none waits.",
            count,
        ),
    }


def _usage_sentences(count: int, language: Language) -> _Sentences:
    _, ngettext = language.gettext, language.ngettext
    return {
        "used_widely": lambda: ngettext(
            "{count} department would have to be trained anew.",
            "{count} departments would have to be trained anew.",
            count,
        ),
        "nobody_helps": lambda: ngettext(
            "In {count} of {total} departments nobody is able to help others with it.",
            "In {count} of {total} departments nobody is able to help others with it.",
            count,
        ),
        "being_replaced": lambda: _("It is being replaced already."),
        "being_replaced_by": lambda: _("It is being replaced by {by} already."),
    }
