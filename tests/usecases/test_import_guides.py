from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import openpyxl
import pytest

from referent_desk.domain.deeds import Deed, Verb
from referent_desk.domain.imports.answers import Answers, Choice, Reply
from referent_desk.domain.imports.guides import ListChoices, TableLook, TextForm
from referent_desk.domain.imports.kept import KeptImport
from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Outcome
from referent_desk.domain.listings import Listing
from referent_desk.domain.records import RecordKind
from referent_desk.errors import Busy, Cancelled, NoRoom, RefusedInput
from referent_desk.storage import schema
from referent_desk.storage.imports import read_ledger
from referent_desk.storage.integrity import damages
from referent_desk.usecases.departments import list_choices
from referent_desk.usecases.desks import Desk, open_desk
from referent_desk.usecases.import_guides import (
    OpenedFile,
    apply_list,
    forget_columns,
    go_on_with,
    look_at_list,
    open_list,
    plan_list,
    read_again,
    save_report,
)
from referent_desk.usecases.records import edit_field, list_records, read_record
from referent_desk.usecases.undoing import redo, undo
from tests.usecases.homes import CLOCK, LATER, empty_desk

SERVICES = "Service;N° UF;Téléphone\nCardiologie;0412;4127\nDialyse;0413;4128\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = empty_desk(tmp_path)
    yield desk
    assert list(damages(desk.database.driver())) == []
    desk.close()


def opened(folder: Path, text: str | bytes = SERVICES, name: str = "services.csv") -> OpenedFile:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return open_list(path, TextForm())


def settled(look: TableLook, establishment: str = "Hôpital Nord") -> ListChoices:
    return ListChoices(look.sheet, look.header_row, look.kind, look.fields, establishment)


def no_progress(_done: int, _of: int) -> None:
    return None


def taken(desk: Desk, file: OpenedFile, answers: Answers | None = None) -> ListChoices:
    choices = settled(look_at_list(desk, file, ListChoices()))
    apply_list(desk, file, choices, answers or Answers(), no_progress)
    return choices


def content(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row but what tells of the writing itself."""
    driver = desk.database.driver()
    told = {"audit", "change", "import_run", "import_shape"}
    return {
        name: sorted(map(tuple, driver.execute(f'SELECT * FROM "{name}"').fetchall()), key=repr)
        for name in schema.metadata.tables
        if name not in told
    }


def test_a_file_is_shown_as_it_was_understood(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    assert file.look.form == TextForm("utf-8", ";")
    assert [(s.name, s.row_count) for s in file.look.sheets] == [("", 3)]
    look = look_at_list(desk, file, ListChoices())
    assert (look.kind, look.header_row, look.row_count) == (ImportKind.DEPARTMENTS, 1, 2)
    assert [(c.letter, c.title, c.samples, c.field) for c in look.columns] == [
        ("A", "Service", ("Cardiologie", "Dialyse"), Field.DEPARTMENT),
        ("B", "N° UF", ("0412", "0413"), Field.CODE),
        ("C", "Téléphone", ("4127", "4128"), Field.TELEPHONE),
    ]
    assert look.needs_establishment
    assert look.is_ready


def test_letters_and_separator_can_be_corrected(tmp_path: Path) -> None:
    file = opened(tmp_path, "Service,x;Téléphone\nRéa;41,27\n".encode("cp1252"))
    assert file.look.form == TextForm("cp1252", ";")
    again = read_again(file, TextForm("cp1252", ","))
    assert again.look.sheets[0].first_rows[0].cells == ("Service", "x;Téléphone")
    wrong = read_again(file, TextForm("utf-16-le", ";"))
    assert wrong.look.form == TextForm("utf-16-le", ";")


def test_a_trial_tells_each_line_and_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    file, before = opened(tmp_path), content(desk)
    choices = settled(look_at_list(desk, file, ListChoices()))
    plan = plan_list(desk, file, choices, Answers())
    assert [(x.row, x.title, x.outcome.value, x.cells) for x in plan.lines] == [
        (2, "Cardiologie", "added", ("Cardiologie", "0412", "4127")),
        (3, "Dialyse", "added", ("Dialyse", "0413", "4128")),
    ]
    assert plan.report.dry_run
    assert content(desk) == before


def test_what_was_shown_is_what_is_taken_even_when_the_file_goes(
    desk: Desk, tmp_path: Path
) -> None:
    file = opened(tmp_path)
    choices = settled(look_at_list(desk, file, ListChoices()))
    plan = plan_list(desk, file, choices, Answers())
    file.path.unlink()
    applied = apply_list(desk, file, choices, Answers(), no_progress)
    assert applied.report.counts == plan.report.counts
    assert not applied.report.dry_run
    assert applied.saved.undo == Deed(Verb.IMPORTED, "import", "services.csv")


def test_the_same_file_again_is_unchanged(desk: Desk, tmp_path: Path) -> None:
    taken(desk, opened(tmp_path))
    file = opened(tmp_path)
    plan = plan_list(desk, file, settled(look_at_list(desk, file, ListChoices())), Answers())
    assert {line.outcome for line in plan.lines} == {Outcome.UNCHANGED}


def test_an_import_is_undone_and_done_again_as_a_whole(desk: Desk, tmp_path: Path) -> None:
    before = content(desk)
    taken(desk, opened(tmp_path))
    after = content(desk)
    assert undo(desk).redo == Deed(Verb.IMPORTED, "import", "services.csv")
    assert content(desk) == before
    redo(desk)
    assert content(desk) == after


def test_a_file_that_was_undone_can_be_taken_again(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    choices = taken(desk, file)
    undo(desk)
    report = apply_list(desk, file, choices, Answers(), no_progress).report
    assert report.counts[Outcome.ADDED] == 2


def test_answers_are_applied_as_they_were_tried(desk: Desk, tmp_path: Path) -> None:
    taken(desk, opened(tmp_path))
    file = opened(tmp_path, "Service;Téléphone\nCardiologe;4999\nDialise;4998\n")
    choices = settled(look_at_list(desk, file, ListChoices()))
    asked = plan_list(desk, file, choices, Answers())
    assert asked.open_questions == 2
    answers = Answers()
    for line, reply in zip(asked.lines, (Choice.SAME, Choice.OTHER), strict=True):
        answers = answers.with_reply(line.row, line.report.asked[0].question, Reply(reply))
    tried = plan_list(desk, file, choices, answers)
    assert (tried.open_questions, [x.outcome.value for x in tried.lines]) == (
        0,
        ["changed", "added"],
    )
    applied = apply_list(desk, file, choices, answers, no_progress)
    assert applied.report.counts == tried.report.counts
    with desk.database.read() as connection:
        names = {n.name: n.telephone for n in read_ledger(connection).nodes}
    assert (names["Cardiologie"], names["Dialyse"], names["Dialise"]) == ("4999", "4128", "4998")


def test_a_choice_among_new_entries_holds_when_it_is_applied(desk: Desk, tmp_path: Path) -> None:
    text = "Service;N° UF\nSoins A;73\nHall H;73\nBloc B;73\n"
    file = opened(tmp_path, text)
    choices = settled(look_at_list(desk, file, ListChoices()))
    third = plan_list(desk, file, choices, Answers()).lines[2].report.asked[0].question
    chosen = next(o.reply for o in third.offers if o.reply.choice is Choice.CHOSEN)
    answers = Answers().with_reply(4, third, chosen)
    assert plan_list(desk, file, choices, answers).lines[2].report.asked[0].reply == chosen
    applied = apply_list(desk, file, choices, answers, no_progress)
    assert applied.report.lines[2].asked[0].reply == chosen
    with desk.database.read() as connection:
        names = {n.name for n in read_ledger(connection).nodes}
    assert "Bloc B" not in names


def test_columns_are_remembered_for_the_next_file_of_such_titles(
    desk: Desk, tmp_path: Path
) -> None:
    file = opened(tmp_path, "Libellé;Poste\nCardiologie;4127\n")
    look = look_at_list(desk, file, ListChoices(kind=ImportKind.DEPARTMENTS))
    fields = {0: Field.DEPARTMENT}
    choices = replace(settled(look), fields=fields)
    apply_list(desk, file, choices, Answers(), no_progress)
    other = opened(tmp_path, "LIBELLE;poste\nDialyse;4128\n", "autre.csv")
    known = look_at_list(desk, other, ListChoices())
    assert (known.kind, dict(known.fields)) == (ImportKind.DEPARTMENTS, fields)
    assert known.remembered_on == CLOCK.today()
    undo(desk)
    assert look_at_list(desk, other, ListChoices()).remembered_on is not None
    forget_columns(desk, other, settled(known))
    assert look_at_list(desk, other, ListChoices()).remembered_on is None


def test_a_mistake_in_remembering_the_columns_leaves_nothing_taken(
    desk: Desk, tmp_path: Path
) -> None:
    file, before = opened(tmp_path), content(desk)
    choices = settled(look_at_list(desk, file, ListChoices()))
    mistaken = replace(choices, kind=cast(ImportKind, "departments"))
    with pytest.raises(AttributeError):
        apply_list(desk, file, mistaken, Answers(), no_progress)
    assert content(desk) == before


def test_the_only_department_of_a_file_is_told_with_its_establishment(
    desk: Desk, tmp_path: Path
) -> None:
    for text, name in (("Service\nCardiologie\n", "Cardiologie"), (SERVICES, None)):
        file = opened(tmp_path, text)
        choices = settled(look_at_list(desk, file, ListChoices()))
        department = apply_list(desk, file, choices, Answers(), no_progress).department
        assert (department.name if department else None) == name
        assert department is None or department.establishment == "Hôpital Nord"


def test_a_kind_that_is_corrected_is_guessed_anew(desk: Desk, tmp_path: Path) -> None:
    taken(desk, opened(tmp_path))
    look = look_at_list(desk, opened(tmp_path), ListChoices(kind=ImportKind.DIRECTORY))
    assert (look.kind, look.remembered_on) == (ImportKind.DIRECTORY, None)
    assert Field.NUMBER in look.fields.values()


@pytest.mark.parametrize("after", [0, 1, 3, 6])
def test_stopping_at_any_moment_leaves_nothing(desk: Desk, tmp_path: Path, after: int) -> None:
    file, before = opened(tmp_path), content(desk)
    choices = settled(look_at_list(desk, file, ListChoices()))
    told: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        apply_list(desk, file, choices, Answers(), stop)
    assert content(desk) == before
    assert desk.history.to_undo == []


def test_progress_only_ever_grows_and_ends_full(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    told: list[tuple[int, int]] = []
    choices = settled(look_at_list(desk, file, ListChoices()))
    apply_list(desk, file, choices, Answers(), lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_home_that_is_only_read_lets_a_file_be_tried(desk: Desk, tmp_path: Path) -> None:
    reader = open_desk(desk.home, LATER)
    file = opened(tmp_path)
    choices = settled(look_at_list(reader, file, ListChoices()))
    assert len(plan_list(reader, file, choices, Answers()).lines) == 2
    with pytest.raises(Busy):
        apply_list(reader, file, choices, Answers(), no_progress)
    reader.close()


def test_the_report_is_saved_whole_and_never_over_the_file(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path)
    choices = settled(look_at_list(desk, file, ListChoices()))
    report = plan_list(desk, file, choices, Answers()).report
    save_report(file, report, tmp_path / "rapport.txt")
    assert "Cardiologie" in (tmp_path / "rapport.txt").read_text(encoding="utf-8-sig")
    with pytest.raises(RefusedInput):
        save_report(file, report, file.path)
    (tmp_path / "dossier.txt").mkdir()
    with pytest.raises((NoRoom, RefusedInput)):
        save_report(file, report, tmp_path / "dossier.txt")


def test_a_file_with_too_many_rows_for_a_workbook_is_read_as_text(
    desk: Desk, tmp_path: Path
) -> None:
    text = "Service\n" + "".join(f"Service {number}\n" for number in range(20_001))
    file = opened(tmp_path, text)
    look = look_at_list(desk, file, ListChoices())
    plan = plan_list(desk, file, settled(look), Answers())
    assert len(plan.lines) == look.row_count == 20_001


@pytest.mark.parametrize("name", ["absent.csv", "~$liste.xlsx"])
def test_a_file_that_is_gone_or_held_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedInput) as refusal:
        open_list(tmp_path / name, TextForm())
    assert refusal.value.what_to_do


def test_hostile_names_come_through_the_guide_letter_by_letter(desk: Desk, tmp_path: Path) -> None:
    names = ["<b>Urgences</b>", "R&D", "'; DROP TABLE node;--", "%s {0}", "💉 soins", "A" * 300]
    file = opened(tmp_path, "Service\n" + "".join(f'"{name}"\n' for name in names))
    choices = settled(look_at_list(desk, file, ListChoices()))
    assert [x.title for x in plan_list(desk, file, choices, Answers()).lines] == names
    apply_list(desk, file, choices, Answers(), no_progress)
    with desk.database.read() as connection:
        stored = {n.name for n in read_ledger(connection).nodes}
    assert stored == {*names, "Hôpital Nord"}


def test_an_import_that_was_begun_goes_on_with_the_same_file_and_the_same_ids(
    desk: Desk, tmp_path: Path
) -> None:
    file = opened(tmp_path, "Service;N° UF\nSoins A;73\nHall H;73\nBloc B;73\n")
    choices = settled(look_at_list(desk, file, ListChoices()))
    question = plan_list(desk, file, choices, Answers()).lines[2].report.asked[0].question
    chosen = next(o.reply for o in question.offers if o.reply.choice is Choice.CHOSEN)
    answers = Answers().with_reply(4, question, chosen)
    kept = KeptImport(str(file.path), file.file_hash, file.ids_begin, TextForm(), choices, answers)
    again = go_on_with(kept)
    third = plan_list(desk, again, choices, kept.answers).lines[2]
    assert [asked.reply for asked in third.report.asked] == [chosen]
    file.path.write_text("Service\nAutre\n", encoding="utf-8")
    with pytest.raises(RefusedInput, match="has changed"):
        go_on_with(kept)
    file.path.unlink()
    with pytest.raises(RefusedInput, match="cannot be read any more"):
        go_on_with(kept)


SOFTWARE = "Logiciel;À quoi ça sert\nLabomatic;labo\n"
NUMBERS = "Nom;Poste;Observations\nPharmacie;4212;\nStandard;9;jour et nuit\nLabo garde;4311;\n"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Service : Dialyse – liste des logiciels", ("Dialyse", False)),
        ("Logiciels de cardiologie", ("Cardiologie", False)),
        ("Logiciels de cardiologie pédiatrique", ("Cardiologie", False)),
        ("LISTE DES LOGICIELS – PNEUMOLOGIE 3B", ("Pneumologie 3B", True)),
        ("Liste des logiciels", ("Cardiologie", False)),
    ],
)
@pytest.mark.parametrize("text", [SOFTWARE, NUMBERS])
def test_the_ward_in_the_title_above_a_list_is_proposed_before_that_of_the_window(
    desk: Desk, tmp_path: Path, title: str, wanted: tuple[str, bool], text: str
) -> None:
    taken(desk, opened(tmp_path))
    here = next(c.id for c in list_choices(desk, Listing()).rows if c.name == "Cardiologie")
    file = opened(tmp_path, f"{title}\n{text}", "liste.csv")
    look = look_at_list(desk, file, ListChoices(department_id=here, takes_title=True))
    assert look.needs_department
    assert (look.department, look.adds_department) == wanted
    assert bool(look.department_id) is not wanted[1]


def test_a_title_that_names_ward_and_establishment_fills_in_both(
    desk: Desk, tmp_path: Path
) -> None:
    text = (
        "Maternité – Hôpital de la Baie;;\n;;\nLogiciel;Éditeur;Référent\nObstan;Natal;Mme ROUX\n"
    )
    file = opened(tmp_path, text, "logiciels.csv")
    look = look_at_list(desk, file, ListChoices(takes_title=True))
    assert look.proposed is not None
    proposed = (look.proposed.department, look.proposed.establishment)
    assert proposed == ("Maternité", "Hôpital de la Baie")
    named = settled(look, look.proposed.establishment)
    choices = replace(named, department=look.proposed.department)
    apply_list(desk, file, choices, Answers(), no_progress)
    anew = look_at_list(desk, file, ListChoices(takes_title=True)).proposed
    assert anew is not None
    assert anew.establishment == "", "the only one that is known is taken as it is called"


def test_a_ward_that_was_typed_goes_before_the_title(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path, f"Service : Dialyse\n{SOFTWARE}", "liste.csv")
    typed = ListChoices(department="Cardiologie")
    assert look_at_list(desk, file, typed).department == "Cardiologie"


@pytest.mark.parametrize("is_known", [True, False])
def test_numbers_of_a_ward_belong_to_the_ward_and_not_to_the_establishment(
    desk: Desk, tmp_path: Path, is_known: bool
) -> None:
    taken(desk, opened(tmp_path))
    file = opened(tmp_path, NUMBERS, "numeros.csv")
    here = next(c.id for c in list_choices(desk, Listing()).rows if c.name == "Cardiologie")
    look = look_at_list(desk, file, ListChoices())
    assert look.kind is ImportKind.DIRECTORY
    choices = replace(
        settled(look),
        department_id=here if is_known else "",
        department="" if is_known else "Pneumologie",
    )
    applied = apply_list(desk, file, choices, Answers(), no_progress)
    assert applied.department is not None
    assert applied.department.name == ("Cardiologie" if is_known else "Pneumologie")
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    owners = {ledger.nodes.get(entry.owner_id).name for entry in ledger.entries}
    assert owners == {applied.department.name}
    assert applied.report.shown_id == applied.department.id


def test_numbers_of_nobody_in_particular_stay_with_the_establishment(
    desk: Desk, tmp_path: Path
) -> None:
    taken(desk, opened(tmp_path))
    file = opened(tmp_path, NUMBERS, "numeros.csv")
    choices = settled(look_at_list(desk, file, ListChoices()))
    apply_list(desk, file, choices, Answers(), no_progress)
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    assert {ledger.nodes.get(e.owner_id).name for e in ledger.entries} == {"Hôpital Nord"}


def test_numbers_that_name_their_establishment_ask_for_no_ward(desk: Desk, tmp_path: Path) -> None:
    text = "Établissement;Nom;Poste\nHôpital Nord;Standard;9\nHôpital Nord;Pharmacie;4212\n"
    look = look_at_list(desk, opened(tmp_path, text, "n.csv"), ListChoices())
    assert look.kind is ImportKind.DIRECTORY
    assert not look.needs_department


def test_a_remark_of_a_list_can_be_read_and_edited_afterwards(desk: Desk, tmp_path: Path) -> None:
    file = opened(tmp_path, "Logiciel;Utilité;Remarques\nLabomatic;labo;lent le lundi\n", "l.csv")
    choices = replace(settled(look_at_list(desk, file, ListChoices())), department="Pneumologie")
    applied = apply_list(desk, file, choices, Answers(), no_progress)
    assert applied.department is not None
    (use,) = list_records(desk, RecordKind.DEPLOYMENT, "department_id", applied.department.id)
    assert use.values["purpose"] == "lent le lundi"
    edit_field(desk, RecordKind.DEPLOYMENT, use.id, "purpose", "remplacé en mars")
    assert read_record(desk, RecordKind.DEPLOYMENT, use.id).values["purpose"] == "remplacé en mars"


def test_the_title_of_another_sheet_names_the_ward_before_the_name_of_the_file(
    desk: Desk, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    first, team = book.active, book.create_sheet("Équipe")
    assert first is not None
    first.append(["Logiciel", "Éditeur"])
    first.append(["Alpha", "Éditeur A"])
    team.append(["Néphrologie-dialyse – CH de la Vallée – équipe au 1er octobre 2026"])
    team.append(["Nom Prénom", "Fonction"])
    book.save(tmp_path / "Tableau nephro.xlsx")
    file = open_list(tmp_path / "Tableau nephro.xlsx", TextForm())
    look = look_at_list(desk, file, ListChoices(sheet=first.title, takes_title=True))
    assert look.department == "Néphrologie-dialyse"
    assert look.proposed is not None
    assert look.proposed.establishment == "CH de la Vallée"
    assert not look.is_titled_by_file


def test_staff_work_in_the_department_that_the_title_names_even_a_new_one(
    desk: Desk, tmp_path: Path
) -> None:
    text = "Équipe – Urgences adultes\n\nNOM Prénom;Fonction\nMOREAU Ada;IDE\nPETIT Léa;AS\n"
    file = opened(tmp_path, text, "agents.csv")
    look = look_at_list(desk, file, ListChoices(takes_title=True))
    assert look.proposed is not None
    assert look.department == "Urgences adultes"
    choices = replace(settled(look), department=look.department)
    apply_list(desk, file, choices, Answers(), no_progress)
    with desk.database.read() as connection:
        ledger = read_ledger(connection)
    [ward] = [node.id for node in ledger.nodes if node.name == "Urgences adultes"]
    assert {person.department_id for person in ledger.people} == {ward}
