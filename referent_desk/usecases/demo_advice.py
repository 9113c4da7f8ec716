"""Contracts of four programs of the demo, and what users say of two: all invented."""

from __future__ import annotations

from datetime import timedelta

from referent_desk.domain.advice import TypedAdvice, Verdict
from referent_desk.domain.records import RecordKind
from referent_desk.usecases.advice import write_advice
from referent_desk.usecases.advice_records import named_software
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.records import edit_field

_ANSWERS = ("manual_mode", "data_extracted", "original_layout")
_CONTRACTS = (
    # its number, days until its end, and the answers to the three questions
    ("Dossier+", "MAR-2022-031", 300, ("yes", "no", "")),
    ("LaboFil", "MAR-2021-007", 150, ("yes", "yes", "yes")),
    ("Soins du Bourg", "MAR-2018-112", 90, ("no", "no", "no")),
    ("Guichet Un", "MAR-2024-018", 700, ("", "yes", "no")),
)
_SAID = (
    (
        "Dossier+",
        Verdict.PRESS,
        "Un plan de soins imprimé chaque matin à 6 h, même sans réseau.",
        "Maryse Aubry, AMA",
    ),
    (
        "Soins du Bourg",
        Verdict.REPLACE,
        "Le même dossier que les autres sites, avec son mode dégradé.",
        "Bruno Tessier, cadre de santé",
    ),
)
_GIVEN = 12
"""Days ago."""


def fill_demo_advice(desk: Desk) -> None:
    for name, reference, days, answers in _CONTRACTS:
        software_id = named_software(desk, name)
        ends_on = desk.clock.today() + timedelta(days=days)
        facts = dict(zip(_ANSWERS, answers, strict=True))
        facts |= {"contract_reference": reference, "contract_ends_on": f"{ends_on:%d/%m/%Y}"}
        for field, typed in facts.items():
            edit_field(desk, RecordKind.SOFTWARE, software_id, field, typed)
    with days_ago(desk, _GIVEN):
        for name, verdict, needs, who in _SAID:
            write_advice(desk, named_software(desk, name), TypedAdvice(verdict, needs, "", who))
    desk.history.to_undo.clear()
