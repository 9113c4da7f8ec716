"""Texts of facts, letters and lists, which no record form takes: kept whole, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from referent_desk.domain.advice import TypedAdvice, Verdict
from referent_desk.domain.help_given import HelpOutcome, TypedHelp
from referent_desk.domain.letters import LetterKind
from referent_desk.domain.records import RecordKind
from referent_desk.domain.skills import SkillLevel
from referent_desk.domain.trainings import Participant, WantedTraining
from referent_desk.errors import DeskError
from referent_desk.usecases.advice import write_advice
from referent_desk.usecases.arrivals import read_arrivals, tick_arrival, write_arrival_list
from referent_desk.usecases.checks import check
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.handovers import add_item
from referent_desk.usecases.help_given import annul_help, record_help, settle_help
from referent_desk.usecases.letters import keep_letter, read_letter
from referent_desk.usecases.records import add_record
from referent_desk.usecases.skills import read_ward
from referent_desk.usecases.tickets import settle_ticket
from referent_desk.usecases.trainings import annul_training, record_training
from tests import hostile
from tests.usecases.homes import CLOCK, demo_desk

TODAY = CLOCK.today()


class Ward(NamedTuple):
    desk: Desk
    id: str
    software: str
    person: str


@pytest.fixture(scope="module")
def ward(module_path: Path) -> Iterator[Ward]:
    desk = demo_desk(module_path)
    department = showcase_department(desk)
    read = read_ward(desk, department)
    yield Ward(desk, department, read.used[0].id, read.staff[0].id)
    desk.close()


def held(
    ward: Ward, *, topic: str = "", trainer: str = "Ada", who: str = "", name: str = "Ben"
) -> WantedTraining:
    came = (Participant(name, None, SkillLevel.USES),)
    said = WantedTraining(ward.software, TODAY, came, ward.id, minutes=30)
    return replace(said, topic=topic, trainer=trainer, who=who)


def helped(ward: Ward, asked: str = "Imprimer", *, helped: str = "", who: str = "") -> str:
    typed = TypedHelp(ward.id, asked, helped=helped, who=who, is_sure=True)
    return record_help(ward.desk, typed).id


def ticket(ward: Ward) -> str:
    typed = {"department_id": ward.id, "what": "Écran noir", "addressee": "it"}
    return add_record(ward.desk, RecordKind.TICKET, typed).id


def handover(ward: Ward) -> str:
    with ward.desk.database.read() as connection:
        known = connection.exec_driver_sql("SELECT id FROM handover").first()
    if known is not None:
        return str(known[0])
    typed = {"department_id": ward.id, "leaving_id": ward.person, "last_day": "31/12/2026"}
    return add_record(ward.desk, RecordKind.HANDOVER, typed).id


def appointment(ward: Ward) -> str:
    with ward.desk.database.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT id FROM appointment WHERE department_id = ?", (ward.id,)
        ).first()
    return "" if found is None else str(found[0])


def letter(ward: Ward, text: str) -> None:
    known = read_letter(ward.desk, appointment(ward), LetterKind.RECOGNITION, 2026, anew=True)
    keep_letter(ward.desk, replace(known, text=text))


def advise(ward: Ward, **more: str) -> None:
    typed = {"needs": "Un écran", "note": "", "who": "Ada", **more}
    write_advice(ward.desk, ward.software, TypedAdvice(Verdict.KEEP, **typed))


def tick(ward: Ward, who: str) -> None:
    write_arrival_list(ward.desk, ward.id, ["Voir le classeur"])
    (item, *_others) = read_arrivals(ward.desk, ward.id).items
    tick_arrival(ward.desk, ward.person, [item.id], TODAY, "", done=False)
    tick_arrival(ward.desk, ward.person, [item.id], TODAY, who, done=True)


ACTS: dict[str, Callable[[Ward, str], object]] = {
    "help_entry.asked": lambda w, t: helped(w, asked=t),
    "help_entry.helped": lambda w, t: helped(w, helped=t),
    "help_entry.who": lambda w, t: helped(w, who=t),
    "help_entry.reason": lambda w, t: annul_help(w.desk, helped(w), t),
    "help_entry.helped again": lambda w, t: settle_help(
        w.desk, record_help(w.desk, TypedHelp(w.id, "Bloqué", outcome=HelpOutcome.OPEN)).id,
        t, HelpOutcome.SOLVED, 5,
    ),
    "ticket.outcome": lambda w, t: settle_ticket(w.desk, ticket(w), t, TODAY),
    "training.topic": lambda w, t: record_training(w.desk, held(w, topic=t)),
    "training.trainer": lambda w, t: record_training(w.desk, held(w, trainer=t)),
    "training.who": lambda w, t: record_training(w.desk, held(w, who=t)),
    "attendance.name": lambda w, t: record_training(w.desk, held(w, name=t)),
    "training.reason": lambda w, t: annul_training(w.desk, record_training(w.desk, held(w)).id, t),
    "arrival_item.what": lambda w, t: write_arrival_list(w.desk, w.id, [t]),
    "arrival_tick.who": tick,
    "advice.needs": lambda w, t: advise(w, needs=t),
    "advice.note": lambda w, t: advise(w, note=t),
    "advice.who": lambda w, t: advise(w, who=t),
    "handover_item.what": lambda w, t: add_item(w.desk, handover(w), t),
    "letter.text": letter,
}  # fmt: skip
"""Column in which the text lies afterwards, and what is typed."""


@pytest.mark.parametrize("column", ACTS)
def test_hostile_texts_are_kept_letter_by_letter_or_refused(ward: Ward, column: str) -> None:
    table, name = column.split(maxsplit=1)[0].split(".")
    cases = {text: text for text in (*hostile.SHORT, *hostile.TOO_LONG)} | hostile.CLEANED
    lost, refused = [], []
    for typed, kept in cases.items():
        try:
            ACTS[column](ward, typed)
        except DeskError:
            refused.append(typed)
            continue
        wanted = " ".join(kept.split())
        if wanted not in texts_of(ward, table, name):
            lost.append(typed[:40])
    assert lost == []
    assert len(refused) < len(cases) / 2
    assert check(ward.desk).faults == ()


def texts_of(ward: Ward, table: str, column: str) -> set[str]:
    with ward.desk.database.read() as connection:
        rows = connection.exec_driver_sql(f"SELECT {column} FROM {table}").scalars()
        return {" ".join(str(text).split()) for text in rows if text}
