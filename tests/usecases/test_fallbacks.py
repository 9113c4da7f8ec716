from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from referent_desk.domain.fallbacks import Doubt, Failure, Fallback, RowChoice, Simulation
from referent_desk.domain.means import Standing, standing_of
from referent_desk.domain.records import RecordKind
from referent_desk.errors import NotFound, RefusedInput
from referent_desk.language import speak, spoken
from referent_desk.storage import schema
from referent_desk.storage.fallbacks import all_fallbacks, fallbacks_of
from referent_desk.usecases.departments import find_department
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.fallback_lists import (
    export_fallbacks,
    fallback_records,
    print_fallbacks,
    suggested_path,
    why_they_fall,
)
from referent_desk.usecases.fallbacks import (
    explain_fallback,
    list_failures,
    named_failures,
    simulate_failure,
)
from referent_desk.usecases.records import edit_field, list_all
from referent_desk.words.failures import totals_sentence
from tests.usecases.homes import demo_desk

USUAL = ("network", "directory", "ip_telephony")
S = Standing


@pytest.fixture(autouse=True)
def _french() -> None:
    speak("fr")


@pytest.fixture(scope="module")
def demo(module_path: Path) -> Iterator[Desk]:
    desk = demo_desk(module_path)
    yield desk
    desk.close()


def fallen(simulation: Simulation) -> set[tuple[str, str]]:
    return {(row.department, row.function) for row in simulation.rows if row.standing is S.FALLS}


def test_network_login_and_telephony_down_over_the_demo_hospital(demo: Desk) -> None:
    simulation = simulate_failure(demo, named_failures(demo, USUAL))
    assert simulation.departments == 16
    assert simulation.without == ("Chirurgie ambulatoire",)
    assert dict(simulation.functions) == {S.STANDS: 76, S.FALLS: 16, S.MISSING: 17, S.UNKNOWN: 1}
    assert fallen(simulation) == {
        ("Bloc opératoire", "Transfusion"),
        ("Cardiologie — hospitalisation", "Administration des médicaments"),
        ("Cardiologie — hospitalisation", "Messagerie interne"),
        ("Cardiologie — hospitalisation", "Planning du personnel"),
        ("Cardiologie — hospitalisation", "Rendez-vous"),
        ("Cardiologie — hospitalisation", "Transfusion"),
        ("Chirurgie viscérale et orthopédique", "Administration des médicaments"),
        ("Laboratoire de biologie médicale", "Analyses de laboratoire"),
        ("Laboratoire de biologie médicale", "Transfusion"),
        ("Maternité", "Administration des médicaments"),
        ("Maternité", "Maternité"),
        ("Pharmacie à usage intérieur", "Prescription"),
        ("Pneumologie", "Administration des médicaments"),
        ("Réanimation polyvalente", "Transfusion"),
        ("Soins intensifs de cardiologie", "Administration des médicaments"),
        ("Urgences", "Transfusion"),
    }
    unknown = [row for row in simulation.rows if row.standing is S.UNKNOWN]
    assert [(row.department, row.function) for row in unknown] == [
        ("Psychiatrie adultes — admission", "Rendez-vous")
    ]


def test_where_telephones_are_still_analogue_the_same_procedure_stands(demo: Desk) -> None:
    simulation = simulate_failure(demo, named_failures(demo, USUAL))
    [row] = [
        row for row in simulation.rows
        if (row.department, row.function) == ("Médecine polyvalente", "Analyses de laboratoire")
    ]  # fmt: skip
    assert row.standing is S.STANDS


def test_nothing_falls_while_nothing_fails(demo: Desk) -> None:
    assert fallen(simulate_failure(demo, ())) == set()


def _told(one: Fallback) -> tuple[object, ...]:
    return one.function_id, one.software_id, one.revision_id, one.doubt


def test_what_failed_when_tried_and_drafts_are_no_plain_green(demo: Desk) -> None:
    simulation = simulate_failure(demo, named_failures(demo, USUAL))
    doubted = {
        (row.department, row.function): row.doubt for row in simulation.rows if row.doubt
    }  # fmt: skip
    ward = "Cardiologie — hospitalisation"
    assert doubted[ward, "Brancardage"] is Doubt.FAILED
    assert doubted[ward, "Relevé des actes"] is Doubt.DRAFT
    assert set(simulation.doubts) == set(Doubt)
    assert sum(simulation.doubts.values()) < simulation.functions[S.STANDS]


def test_all_departments_at_once_are_told_as_each_by_itself(demo: Desk) -> None:
    """The whole home is read by ways of its own."""
    today = demo.clock.today()
    with demo.database.read() as connection:
        whole = all_fallbacks(connection, today)
        departments = {one.department_id for one in whole.facts.fallbacks}
        assert len(departments) == 16
        for department_id in departments:
            alone = fallbacks_of(connection, department_id, today)
            here = [f for f in whole.facts.fallbacks if f.department_id == department_id]
            assert [_told(f) for f in here] == [_told(f) for f in alone.facts.fallbacks]
            assert whole.places[department_id] == alone.places[department_id]
            reach = whole.facts.reaches[department_id]
            assert reach.means == alone.facts.reaches[department_id].means
    fails = named_failures(demo, USUAL)
    every = simulate_failure(demo, fails).rows
    ward = find_department(demo, "CAR").id
    here_alone = simulate_failure(demo, fails, ward)
    assert here_alone.rows == tuple(row for row in every if row.department_id == ward)
    assert why_they_fall(demo, fails, ward).items() <= why_they_fall(demo, fails, None).items()


def test_the_count_of_steps_and_the_steps_themselves_agree(demo: Desk) -> None:
    with demo.database.read() as connection:
        facts = all_fallbacks(connection, demo.clock.today()).facts
    for chosen in facts.domains:
        failure = Failure(facts.domains, [chosen])
        for one in facts.fallbacks:
            reach = facts.reaches[one.department_id]
            steps, outcome = failure.steps(one, reach), failure.outcome(one, reach)
            if one.revision_id:
                assert outcome.standing is standing_of(steps)
            assert outcome.falling == sum(step.standing is S.FALLS for step in steps)
            assert outcome.unknown == sum(step.standing is S.UNKNOWN for step in steps)


def test_each_step_tells_why_it_falls(demo: Desk) -> None:
    ward = find_department(demo, "CAR").id
    fails = named_failures(demo, USUAL)
    [row] = [
        row for row in simulate_failure(demo, fails, ward).rows
        if row.function == "Planning du personnel"
    ]  # fmt: skip
    detail = explain_fallback(demo, fails, ward, row.function_id, row.software_id)
    assert (detail.standing, detail.function) == (S.FALLS, "Planning du personnel")
    assert [step.standing for step in detail.steps] == [
        S.FALLS,
        S.STANDS,
        S.STANDS,
        S.FALLS,
        S.STANDS,
    ]
    assert [(one.name, one.chain) for one in detail.steps[3].means] == [
        ("téléphone fixe", ("téléphonie IP",)),
        ("messagerie interne", ("Pli Discret", "hébergement du groupement", "réseau")),
    ]
    with pytest.raises(NotFound):
        explain_fallback(demo, fails, ward, row.function_id, "another software")


def test_what_fails_is_named_by_code_or_by_name_in_any_spelling(demo: Desk) -> None:
    known = {domain.code: domain.id for domain in list_failures(demo)}
    assert named_failures(demo, ["network", "RESEAU", "Téléphonie ip", "pli discret"])[:2] == (
        known["network"],
        known["ip_telephony"],
    )
    with pytest.raises(RefusedInput, match="canteen") as refused:
        named_failures(demo, ["network", "canteen"])
    assert "téléphonie IP" in refused.value.what_to_do
    assert "ip_telephony" not in refused.value.what_to_do
    with pytest.raises(RefusedInput, match="panne") as refused:
        named_failures(demo, [])
    assert "téléphonie IP" in refused.value.what_to_do


def test_a_circle_is_told_and_falls_together(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    domains = {one.name: one for one in list_all(desk, RecordKind.FAILURE_DOMAIN)}
    network, login = domains["réseau"], domains["annuaire et ouverture de session"]
    edit_field(desk, RecordKind.FAILURE_DOMAIN, network.id, "leans_on", login.id)
    simulation = simulate_failure(desk, [network.id])
    assert simulation.circles == (("réseau", "annuaire et ouverture de session", "réseau"),)
    assert fallen(simulation) == fallen(simulate_failure(desk, [login.id]))
    desk.close()


def test_the_list_is_printed_with_its_reasons(demo: Desk, tmp_path: Path) -> None:
    fails = named_failures(demo, USUAL)
    path = print_fallbacks(demo, fails, None, tmp_path / "liste.pdf")
    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = [page.get_textpage().get_text_range() for page in document]
    text = "\n".join(pages)
    assert "Ce qui tombe, ce qui tient" in pages[0]
    assert "réseau, annuaire et ouverture de session, téléphonie IP" in " ".join(pages[0].split())
    assert "Chirurgie ambulatoire" in text
    assert "Pli Discret → hébergement du groupement" in " ".join(text.split())
    ward = find_department(demo, "CAR").id
    alone = print_fallbacks(demo, fails, ward, tmp_path / "liste.pdf")
    assert len(pypdfium2.PdfDocument(alone.read_bytes())) < len(pages)


def test_the_list_is_exported_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    desk = demo_desk(tmp_path)
    with desk.database.read() as connection:
        [software_id] = connection.scalars(
            schema.software.select().with_only_columns(schema.software.c.id).where(
                schema.software.c.name == "Dossier+"
            )
        )  # fmt: skip
    edit_field(desk, RecordKind.SOFTWARE, software_id, "name", "=cmd()")
    fails = named_failures(desk, USUAL)
    path = export_fallbacks(desk, fails, None, tmp_path / "liste.xlsx")
    sheet = load_workbook(BytesIO(path.read_bytes())).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:4] == ("Établissement", "Service", "Fonction", "Logiciel")
    assert len(rows) == 1 + len(simulate_failure(desk, fails).rows)
    assert any(row[3] == "'=cmd()" for row in rows)
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
    desk.close()


def _pdf_pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_printed_list_holds_what_is_shown_and_tells_why(demo: Desk, tmp_path: Path) -> None:
    fails, ward = named_failures(demo, USUAL), find_department(demo, "CAR").id
    everything = simulate_failure(demo, fails, ward).rows
    choice = RowChoice(holes=True)
    shown = choice.of(everything)
    path = print_fallbacks(demo, fails, ward, tmp_path / "list.pdf", choice)
    text = " ".join(_pdf_pages(path))
    assert 0 < len(shown) < len(everything)
    assert {row.function for row in shown if row.function not in text} == set()
    sure = {row.function for row in everything} - {row.function for row in shown}
    assert {function for function in sure if function in text} == set()
    assert f"{len(shown)} lignes sur {len(everything)}" in text
    assert "téléphonie IP ;" in text
    assert "Il n’y a pas de procédure" in text
    for word in ("aucun moyen nommé", "tient projet", "échec à l’essai"):
        assert word in text
    book = export_fallbacks(demo, fails, ward, tmp_path / "list.xlsx", choice)
    sheet = load_workbook(BytesIO(book.read_bytes())).active
    assert sheet is not None
    assert sheet.max_row == 1 + len(shown)
    states = {str(row[5]) for row in sheet.iter_rows(values_only=True)}
    assert "tient – projet" in states


def test_totals_count_apart_what_is_in_doubt_and_say_why_there_are_more_lines(demo: Desk) -> None:
    fails, ward = named_failures(demo, USUAL), find_department(demo, "CAR").id
    simulation = simulate_failure(demo, fails, ward)
    said = totals_sentence(simulation, spoken()).replace("\u00a0", " ")
    sure = simulation.functions[S.STANDS] - sum(simulation.doubts.values())
    assert f"Tient : {sure}." in said
    assert f"aucun moyen nommé {simulation.doubts[Doubt.NO_MEANS]}" in said
    assert f"{len(simulation.rows)} lignes : une par logiciel." in said


def test_neither_list_is_written_over_something_else(demo: Desk, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    for write in (print_fallbacks, export_fallbacks):
        with pytest.raises(RefusedInput):
            write(demo, (), None, other)
    assert other.read_text() == "mine"
    assert suggested_path(demo, ".xlsx").name == "ce-qui-tombe-2026-11-22.xlsx"


def test_records_for_scripts_have_the_words_of_the_program(demo: Desk) -> None:
    fails = named_failures(demo, USUAL)
    simulation = simulate_failure(demo, fails)
    records = fallback_records(simulation, why_they_fall(demo, fails, None))
    [record] = [
        one for one in records
        if (one["department"], one["function"]) == ("Maternité", "Maternité")
    ]  # fmt: skip
    assert record["state"] == record["function_state"] == "falls"
    assert (record["steps_falling"], record["steps_unknown"]) == (1, 0)
    assert record["why"] == "téléphone fixe → téléphonie IP"
