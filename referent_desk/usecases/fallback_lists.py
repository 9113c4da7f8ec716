"""What falls and what stands, written as a PDF or as a workbook, and as records for scripts."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from referent_desk.domain.fallbacks import Failure, FallbackRow, RowChoice, Simulation
from referent_desk.domain.means import Standing, StepOutcome
from referent_desk.domain.sheets import Head
from referent_desk.errors import RefusedInput
from referent_desk.exchange.xlsx_lists import xlsx_list
from referent_desk.language import _, spoken
from referent_desk.paper.fallback_lists import write_fallback_list
from referent_desk.storage.departments import path_to
from referent_desk.storage.fallbacks import all_fallbacks, fallbacks_of
from referent_desk.storage.files import starts_with, written_aside
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.fallbacks import simulate_failure
from referent_desk.usecases.papers import head_of_house, head_of_node
from referent_desk.usecases.print_files import pdf_at
from referent_desk.words.failures import chain_text, joined, row_reason, row_word

Key = tuple[str, str, str | None]
_WORKBOOK = b"PK"
_ALL = RowChoice()
_TOLD = frozenset({Standing.FALLS, Standing.UNKNOWN})


def print_fallbacks(
    desk: Desk,
    fails: Collection[str],
    department_id: str | None,
    output: Path,
    choice: RowChoice = _ALL,
) -> Path:
    """Raises RefusedInput where something else than a PDF lies at `output`."""
    language, now = spoken(), desk.clock.now()
    with pdf_at(output) as write:
        simulation = simulate_failure(desk, fails, department_id)
        shown = choice.of(simulation.rows)
        whys = why_they_fall(desk, fails, department_id)
        head = _head(desk, department_id)
        write(write_fallback_list(simulation, shown, whys, head, now, language))
    return output


def export_fallbacks(
    desk: Desk,
    fails: Collection[str],
    department_id: str | None,
    output: Path,
    choice: RowChoice = _ALL,
) -> Path:
    if not starts_with(output, _WORKBOOK):
        raise RefusedInput(
            _("At {path} lies something that is not a workbook: it was left as it is.").format(
                path=output
            ),
            _("Give the name of a new file."),
        )
    simulation = simulate_failure(desk, fails, department_id)
    whys = why_they_fall(desk, fails, department_id)
    language = spoken()
    heads = (
        *(_("Establishment"), _("Department"), _("Function"), _("Software used"), _("Procedure")),
        *(_("State"), _("Steps that fall"), _("Steps not known"), _("Why")),
    )
    rows = (
        (
            *(row.establishment, row.department, row.function, row.software, row.title),
            *(row_word(row.standing, row.doubt, language), row.falling, row.unknown),
            whys.get(_key(row), "") or row_reason(row, language),
        )
        for row in choice.of(simulation.rows)
    )
    with written_aside(output) as write:
        write(xlsx_list(_("What falls, what stands"), heads, rows))
    return output


def suggested_path(desk: Desk, ending: str) -> Path:
    return desk.home.prints / (_("what-falls-{day}").format(day=desk.clock.today()) + ending)


def fallback_records(simulation: Simulation, whys: dict[Key, str]) -> list[dict[str, object]]:
    """For scripts: keys in the words of the program."""
    return [
        {
            "establishment": row.establishment,
            "department": row.department,
            "function": row.function,
            "software": row.software,
            "procedure": row.title,
            "state": str(row.standing),
            "doubt": str(row.doubt) if row.doubt is not None else None,
            "function_state": str(row.function_standing),
            "steps_falling": row.falling,
            "steps_unknown": row.unknown,
            "why": whys.get(_key(row), "") or row_reason(row, spoken()),
        }
        for row in simulation.rows
    ]


def why_they_fall(desk: Desk, fails: Collection[str], department_id: str | None) -> dict[Key, str]:
    """Of each procedure that does not stand: the means that fall with their chains, and names that
    nobody knows."""
    today, code = desk.clock.today(), spoken().code
    with desk.database.read() as connection:
        if department_id is None:
            facts = all_fallbacks(connection, today).facts
        else:
            facts = fallbacks_of(connection, department_id, today).facts
    failure = Failure(facts.domains, fails)
    names = {one: domain.name(code) for one, domain in facts.domains.items()}
    found: dict[Key, str] = {}
    for one in facts.fallbacks:
        reach = facts.reaches[one.department_id]
        if failure.outcome(one, reach).standing not in _TOLD:
            continue
        chains: dict[str, None] = {}
        for step in failure.steps(one, reach):
            chains.update(dict.fromkeys(_why(step, names)))
        if chains:
            found[one.department_id, one.function_id, one.software_id] = joined(chains, spoken())
    return found


def _why(step: StepOutcome, names: dict[str, str]) -> list[str]:
    """Nothing of a step that stands: another means serves."""
    if step.standing is Standing.STANDS:
        return []
    return [
        chain_text((means.name, *(names[one] for one in means.chain)))
        if means.standing is Standing.FALLS
        else _("means not known: {name}").format(name=means.name)
        for means in step.means
    ]


def _key(row: FallbackRow) -> Key:
    return row.department_id, row.function_id, row.software_id


def _head(desk: Desk, department_id: str | None) -> Head:
    with desk.database.read() as connection:
        if department_id is None:
            return head_of_house(connection, spoken())
        return head_of_node(path_to(connection, department_id))
