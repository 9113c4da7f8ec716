"""The papers of drills: the observer's grid F31, the register of a department, the report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from referent_desk.domain.drill_details import shown_findings
from referent_desk.domain.drills import Drill
from referent_desk.domain.sheets import Head
from referent_desk.errors import RefusedInput
from referent_desk.exchange.drills import drill_catalogue
from referent_desk.language import Language, _
from referent_desk.paper.department_pages import PageMarks
from referent_desk.paper.drill_grids import CODE, lay_out_grid
from referent_desk.paper.drill_registers import RegisterLine, lay_out_register
from referent_desk.paper.drill_reports import lay_out_report
from referent_desk.storage.actions import actions_of
from referent_desk.storage.database import Connection
from referent_desk.storage.drills import drills_in, read_drill
from referent_desk.storage.procedures import functions_by_id
from referent_desk.usecases.binder_languages import binder_language
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.drill_details import drill_detail
from referent_desk.usecases.drills import binder_node, known_drill
from referent_desk.usecases.paper_names import called_on_papers, paper_path
from referent_desk.usecases.papers import paper_of, write_paper
from referent_desk.words.drills import (
    action_words,
    result_words,
    scenario_words,
    stopped_sentence,
)


def write_grid(desk: Desk, drill_id: str, output: Path) -> Path:
    """F31 of a drill, in the language of the binder."""
    said, head = _paper(desk, drill_id)
    detail = drill_detail(desk, drill_id, said)
    gettext = said.gettext
    planned = said.short_date(detail.drill.planned_on)
    marks = PageMarks(
        title=f"{CODE} {detail.function}",
        code=CODE,
        under=gettext("observer’s grid, drill planned on {day}").format(day=planned),
        foot=gettext(
            "After the drill: type it in, in the tab of drills, then file this sheet with the "
            "register."
        ),
    )
    return write_paper(desk, output, lay_out_grid(detail, said), (head, marks, said))


def write_report(desk: Desk, drill_id: str, output: Path) -> Path:
    """What was played, how it went, what it taught: one to two pages. Raises RefusedInput."""
    said, head = _paper(desk, drill_id)
    detail = drill_detail(desk, drill_id, said)
    if detail.run is None:
        raise RefusedInput(
            _("Nothing is recorded of this drill yet: there is nothing to report."),
            _("Hold it, or type in its grid."),
        )
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Lessons of a drill: {function}").format(function=detail.function),
        code=gettext("Report"),
        under=gettext("drill held on {day}").format(day=said.short_date(detail.run.day)),
        foot=gettext("To be kept with the quality plan; the actions are followed in the program."),
    )
    return write_paper(desk, output, lay_out_report(detail, said), (head, marks, said))


def write_register(desk: Desk, department_id: str, output: Path) -> Path:
    """Every drill that was held, stopped or given up, the oldest first."""
    with desk.database.read() as connection:
        binder_node(connection, department_id)
        said, head = paper_of(connection, desk, department_id)
        lines = _register_lines(connection, desk, department_id, said)
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Register of drills"),
        code=gettext("Register"),
        under=gettext("drills of the department"),
        foot=gettext("Every line is signed by who led the drill. Go on by hand at the end."),
    )
    years = _years(lines)
    return write_paper(desk, output, lay_out_register(lines, years, said), (head, marks, said))


def suggested_path(desk: Desk, what: str, department_id: str, drill_id: str = "") -> Path:
    """Where the PDF goes if nobody says otherwise; `what`: grid, report or register."""
    with desk.database.read() as connection:
        node = binder_node(connection, department_id)
        drill = read_drill(connection, drill_id) if drill_id else None
        functions = functions_by_id(connection)
        said = binder_language(connection, desk, department_id)
    gettext = said.gettext
    named = {
        "grid": CODE,
        "report": gettext("drill report"),
        "register": gettext("register of drills"),
    }
    function = functions.get(drill.function_id) if drill is not None else None
    codes = [function.code] if function is not None else []
    run = drill.run if drill is not None and what == "report" else None
    day = drill.planned_on if drill is not None else desk.clock.today()
    day = run.day if run is not None else day
    return paper_path(desk, named[what], called_on_papers(node), *codes, day)


def _paper(desk: Desk, drill_id: str) -> tuple[Language, Head]:
    with desk.database.read() as connection:
        department_id = known_drill(connection, drill_id).department_id
        return paper_of(connection, desk, department_id)


def _register_lines(
    connection: Connection, desk: Desk, department_id: str, said: Language
) -> list[RegisterLine]:
    functions = functions_by_id(connection)
    actions = actions_of(connection, [department_id])
    found = []
    for drill in drills_in(connection, [department_id]).get(department_id, ()):
        if not drill.runs and drill.closed_on is None:
            continue
        function = functions.get(drill.function_id)
        name = function.name(said.code) if function is not None else ""
        complication = drill_catalogue(said.code).complication(drill.complication)
        title = complication.title if complication is not None else drill.complication
        scenario = scenario_words(drill, name, title, said)
        run = drill.run
        findings = [
            "\n".join([f"– {shown.finding.what}", *(action_words(a, said) for a in shown.actions)])
            for shown in shown_findings(run, actions)
        ]
        day = run.day if run is not None else drill.planned_on
        line = RegisterLine(said.short_date(day), scenario, _result(drill, said), findings)
        found.append((day, line))
    return [line for _day, line in sorted(found, key=lambda pair: pair[0])]


def _result(drill: Drill, said: Language) -> str:
    gettext, run = said.gettext, drill.run
    if run is None:
        return gettext("Given up: {reason}").format(reason=drill.closed_because)
    result = result_words(run, said)
    led = gettext("Led by {name}.").format(name=run.led_by)
    parts = (f"{result[:1].upper()}{result[1:]}.", stopped_sentence(run, said), led)
    return "\n".join(part for part in parts if part)


def _years(lines: Sequence[RegisterLine]) -> str:
    years = sorted({line.day[-4:] for line in lines})
    return "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
