"""Drills of the demo hospital: two held, one planned, a stop announced. All of it is invented.

Done by the same use cases as by a person, with a clock that was put back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from referent_desk.domain.drill_details import WantedDrill
from referent_desk.domain.drills import Outcome, Shift, TaskResult, TypedFinding, TypedRun
from referent_desk.domain.records import RecordKind
from referent_desk.storage import schema
from referent_desk.storage.actions import actions_of
from referent_desk.storage.audit import Origin
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.drills import read_drill
from referent_desk.usecases.demo import showcase_department
from referent_desk.usecases.demo_shelves import days_ago
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_runs import record_run, write_lessons
from referent_desk.usecases.drills import candidates_of, plan_drill
from referent_desk.usecases.records import add_record

_FIRST, _LAST, _NEXT, _STOP = 392, 37, 9, 17
"""Days: how long ago two drills were held, and when the next one and the stop come."""
_LED_BY, _OBSERVER = "Maryse Aubry", "Claire Lemaire"
_FUNCTIONS = ("PRE", "LAB")
_TASKS = ("find", "warn", "write", "carry", "return")
_THEN = (205, 330, 545, 260, 150)
_NOW = (95, 250, 410, 285, 120)


def fill_demo_drills(desk: Desk) -> None:
    department = showcase_department(desk)
    with desk.database.read() as connection:
        functions = _functions(connection, desk, department)
        site = path_to(connection, department)[-2].id
    first, second = functions[0], functions[1]
    with days_ago(desk, _FIRST):
        held = _plan(desk, department, first, Shift.DAY, "temporary_nurse")
        run = _held(desk, _THEN, Outcome.PARTLY, 4, "")
        findings: tuple[TypedFinding, ...] = (
            TypedFinding(
                "Le classeur était sous clé dans le bureau du cadre.",
                "Poser un exemplaire au poste de soins",
                _LED_BY,
                desk.clock.today() + timedelta(days=21),
            ),
        )
        record_run(desk, held, _with(run, findings))
        _do_actions(desk, department)
        _teach(desk, held, "L’équipe sait écrire sur papier. Elle ne savait pas où lire.")
    with days_ago(desk, _LAST):
        held = _plan(desk, department, first, Shift.NIGHT, "no_telephone")
        run = _held(desk, _NOW, Outcome.DONE, 6, "21:10")
        findings = (
            TypedFinding(
                "Personne ne savait quelle ligne marche sans réseau.",
                "Coller le numéro de la ligne analogique sur le poste",
                _OBSERVER,
                desk.clock.today() + timedelta(days=60),
            ),
            TypedFinding("Un seul exemplaire de F27 restait dans le classeur."),
        )
        record_run(desk, held, _with(run, findings))
    _plan(desk, department, second, Shift.EVENING, "binder_lent", _NEXT)
    stop_on = desk.clock.today() + timedelta(days=_STOP)
    software = first[1]
    add_record(
        desk,
        RecordKind.MAINTENANCE,
        {
            "software_id": software,
            "node_id": site,
            "planned_on": f"{stop_on:%d/%m/%Y}",
            "starts_at": "21:30",
            "minutes": "2 h",
            "note": "Changement de version annoncé par l’éditeur",
        },
    )
    desk.history.to_undo.clear()


def _functions(connection: Connection, desk: Desk, department: str) -> list[tuple[str, str]]:
    """Those that are played, each with its software."""
    known = {c.function_code: c for c in candidates_of(connection, department, desk.clock.today())}
    return [(known[code].function_id, known[code].software_id or "") for code in _FUNCTIONS]


def _plan(
    desk: Desk,
    department: str,
    function: tuple[str, str],
    shift: Shift,
    complication: str,
    days: int = 0,
) -> str:
    day = desk.clock.today() + timedelta(days=days)
    wanted = WantedDrill(department, *function, shift, complication, day, _LED_BY)
    return plan_drill(desk, wanted).id


def _held(
    desk: Desk, seconds: tuple[int, ...], second: Outcome, people: int, starts_at: str
) -> TypedRun:
    results = tuple(
        TaskResult(task, second if place == 1 else Outcome.DONE, took)
        for place, (task, took) in enumerate(zip(_TASKS, seconds, strict=True))
    )
    return TypedRun(
        led_by=_LED_BY,
        day=desk.clock.today(),
        results=results,
        observer=_OBSERVER,
        participants=people,
        starts_at=starts_at,
        seconds=sum(seconds),
    )


def _with(run: TypedRun, findings: tuple[TypedFinding, ...]) -> TypedRun:
    return replace(run, findings=findings)


def _do_actions(desk: Desk, department: str) -> None:
    """What the first drill asked for was done three weeks later."""
    with desk.database.write("finish_demo_action", origin=Origin.DEMO) as work:
        for action in actions_of(work.connection, [department]):
            if action.finding_id is not None:
                said = {"done_on": action.due_on, "outcome": "Posé près du téléphone"}
                work.change(schema.action, action.id, said)


def _teach(desk: Desk, drill_id: str, lessons: str) -> None:
    with desk.database.read() as connection:
        drill = read_drill(connection, drill_id)
    run = drill.run if drill is not None else None
    if run is not None:
        write_lessons(desk, run.id, lessons, _LED_BY)
