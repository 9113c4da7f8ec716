from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from referent_desk.domain.advice import (
    LEAST_GROUNDS,
    WEIGHTS,
    Advice,
    GivenAdvice,
    Ground,
    Side,
    Verdict,
    advise,
    reasons_of,
)
from referent_desk.domain.advice_facts import (
    AdviceFacts,
    Contract,
    DrillsHeld,
    Helpers,
    HelpGiven,
    Tickets,
    Trials,
    Usage,
)
from referent_desk.domain.software import SoftwareStatus
from referent_desk.language import language
from referent_desk.words.advice import ground_sentence, reason_sentence, verdict_word

TODAY = date(2026, 11, 22)
BARE = AdviceFacts("s1", "Dossier+")
NO = Contract(manual_mode=False, data_extracted=False, original_layout=False)
YES = Contract(manual_mode=True, data_extracted=True, original_layout=True)


def codes(facts: AdviceFacts) -> set[str]:
    return {reason.code for reason in reasons_of(facts, TODAY)}


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(BARE, contract=YES), "manual_mode_yes"),
        (replace(BARE, contract=YES), "data_extracted_yes"),
        (replace(BARE, contract=YES), "original_layout_yes"),
        (replace(BARE, contract=NO), "manual_mode_no"),
        (replace(BARE, contract=NO), "data_extracted_no"),
        (replace(BARE, contract=NO), "original_layout_no"),
        (BARE, "contract_unknown"),
        (replace(BARE, contract=Contract(ends_on=TODAY)), "contract_ends"),
        (replace(BARE, contract=Contract(ends_on=TODAY + timedelta(365))), "contract_ends"),
        (replace(BARE, contract=Contract(ends_on=TODAY - timedelta(1))), "contract_over"),
        (replace(BARE, trials=Trials(worked=1)), "trials_worked"),
        (replace(BARE, trials=Trials(worked=9, partly=1)), "trials_failed"),
        (replace(BARE, trials=Trials(failed=1)), "trials_failed"),
        (replace(BARE, trials=Trials(failed=1, broken=1)), "update_broke"),
        (replace(BARE, trials=Trials(texts=4, untried=3)), "untried"),
        (replace(BARE, drills=DrillsHeld(1, 5, 5)), "drills_done"),
        (replace(BARE, drills=DrillsHeld(1, 4, 5)), "drills_missed"),
        (replace(BARE, drills=DrillsHeld(1, 5, 5, 2)), "drill_findings"),
        (replace(BARE, help=HelpGiven(3, 59), usage=Usage(1)), "help_little"),
        (replace(BARE, help=HelpGiven(3, 60), usage=Usage(1)), "help_much"),
        (replace(BARE, help=HelpGiven(3, 239), usage=Usage(1)), "help_much"),
        (replace(BARE, help=HelpGiven(3, 240), usage=Usage(1)), "help_very_much"),
        (replace(BARE, help=HelpGiven(3, 240), usage=Usage(4)), "help_much"),
        (replace(BARE, help=HelpGiven(3, 0, trouble="x", often=3)), "trouble_often"),
        (replace(BARE, tickets=Tickets(handed=1, stopping=1)), "work_stopped"),
        (replace(BARE, tickets=Tickets(1, waiting=1, slow=1, longest=31)), "vendor_slow"),
        (replace(BARE, tickets=Tickets(handed=2, settled=2)), "vendor_settles"),
        (replace(BARE, usage=Usage(departments=10)), "used_widely"),
        (replace(BARE, helpers=Helpers(1, 2), usage=Usage(3)), "nobody_helps"),
        (replace(BARE, status=SoftwareStatus.BEING_REPLACED), "being_replaced"),
        (replace(BARE, replaced_by="Neuf"), "being_replaced_by"),
    ],
)
def test_each_figure_becomes_its_reason(facts: AdviceFacts, reason: str) -> None:
    assert reason in codes(facts)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(BARE, contract=YES), "contract_unknown"),
        (replace(BARE, contract=Contract(ends_on=TODAY + timedelta(366))), "contract_ends"),
        (replace(BARE, trials=Trials(worked=9, partly=1)), "trials_worked"),
        (replace(BARE, help=HelpGiven(2, 0, trouble="x", often=2)), "trouble_often"),
        (replace(BARE, tickets=Tickets(3, settled=2, waiting=1)), "vendor_settles"),
        (replace(BARE, usage=Usage(departments=9)), "used_widely"),
        (replace(BARE, helpers=Helpers(0, 0), usage=Usage(3)), "nobody_helps"),
    ],
)
def test_what_is_too_little_is_no_reason(facts: AdviceFacts, reason: str) -> None:
    assert reason not in codes(facts)


def advice_with(**parts: object) -> Advice:
    return advise(replace(BARE, **parts), TODAY)  # type: ignore[arg-type]


WORKED, BROKEN = Trials(worked=3), Trials(failed=2, broken=1)


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [
        ({}, Verdict.OPEN),
        ({"contract": NO}, Verdict.OPEN),  # six points against, but one kind of facts
        ({"contract": NO, "trials": WORKED}, Verdict.REPLACE),  # 6 against, 2 for
        ({"contract": NO, "trials": BROKEN}, Verdict.REPLACE),
        ({"contract": YES, "trials": BROKEN}, Verdict.PRESS),  # 4 against, 4 for
        ({"contract": YES, "trials": WORKED}, Verdict.KEEP),
        ({"trials": WORKED, "drills": DrillsHeld(1, 5, 5)}, Verdict.KEEP),
        ({"trials": Trials(partly=1), "drills": DrillsHeld(1, 5, 5)}, Verdict.PRESS),  # 2 to 1
    ],
)
def test_the_proposal_follows_from_the_points_alone(
    parts: dict[str, object], verdict: Verdict
) -> None:
    assert advice_with(**parts).proposed is verdict


def test_usage_and_what_only_tells_of_the_hospital_are_no_grounds() -> None:
    told = advice_with(usage=Usage(50), helpers=Helpers(1, 9), trials=Trials(texts=4, untried=4))
    assert told.grounds == frozenset()
    assert told.lacking == tuple(Ground)
    assert len(Ground) > LEAST_GROUNDS
    assert told.proposed is Verdict.OPEN


def test_what_users_say_goes_before_what_is_proposed() -> None:
    said = advise(replace(BARE, contract=NO, trials=BROKEN), TODAY, GivenAdvice(Verdict.KEEP))
    assert (said.proposed, said.verdict) == (Verdict.REPLACE, Verdict.KEEP)


def test_what_presses_most_comes_first_and_what_is_unknown_last() -> None:
    found = [
        advise(replace(BARE, name="A"), TODAY),
        advise(replace(BARE, name="B", contract=YES, trials=WORKED), TODAY),
        advise(replace(BARE, name="C", contract=YES, trials=BROKEN), TODAY),
        advise(replace(BARE, name="D", contract=NO, trials=BROKEN), TODAY),
    ]
    assert [a.facts.name for a in sorted(found, key=lambda a: a.need)] == ["D", "C", "B", "A"]


def test_points_are_the_sum_of_the_weights_that_are_told() -> None:
    found = advice_with(contract=NO, trials=BROKEN)
    assert found.points(Side.AGAINST) == 3 + 2 + 1 + 2 + 2
    assert [r.points for r in found.on(Side.AGAINST)] == [3, 2, 2, 2, 1]
    assert {side for side, points in WEIGHTS.values() if points == 0} == {Side.TOLD}


@pytest.mark.parametrize("code", ["fr", "en"])
def test_every_reason_and_ground_has_its_sentence(code: str) -> None:
    fields = {"count": 2, "total": 5, "days": 40, "minutes": 150, "what": "x", "by": "Neuf"}
    said = language(code)
    sentences = set()
    for name in WEIGHTS:
        reason = next(iter(reasons_of(BARE, TODAY)))
        shown = reason_sentence(replace(reason, code=name, fields={**fields, "day": TODAY}), said)
        assert shown.endswith((".", "»"))
        assert "{" not in shown
        sentences.add(shown)
    assert len(sentences) == len(WEIGHTS) - 2  # help is told in one sentence, however much
    assert len({ground_sentence(one, said) for one in Ground}) == len(Ground)
    assert len({verdict_word(one, said) for one in Verdict}) == len(Verdict)
