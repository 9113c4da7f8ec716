"""The staff of a hospital from what its IT department has: GLPI's users, a directory's accounts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Question, Reply
from referent_desk.domain.imports.guides import ListChoices, TextForm
from referent_desk.domain.imports.reports import ImportReport
from referent_desk.domain.listings import Listing
from referent_desk.domain.people import Person
from referent_desk.errors import RefusedInput
from referent_desk.language import speak
from referent_desk.resources import resource
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.import_guides import apply_list, look_at_list, open_list, plan_list
from referent_desk.usecases.imports import ImportOptions, import_file
from referent_desk.usecases.people import list_people, person_detail
from referent_desk.usecases.undoing import undo
from tests.usecases.homes import demo_desk

GROUPS = """\ufeff"Nom complet";"Commentaires";
"Centre hospitalier du Val-Clair > Pôle cœur-poumons > Rythmologie";"UF 0499";
"Centre hospitalier du Val-Clair > Pôle Œil & Tête-Cou > Ophtalmologie";"";
"""
USERS = """\ufeff"Identifiant";"Nom de famille";"Adresses de messagerie";"Téléphone";"Lieu";"Actif";
"mle";"LE GUELLEC";"m@ch.example";"4127";"GHT X > CH d'Exemple > Urgences > Bureau";"Oui";
"aur";"d'URVILLE";"a@ch.example
u@ch.example";"4128 / 7681";"";"Oui";
"ndi";"N DIAYE";"";"*6540";"GHT X > CH d'Exemple > Bât. B > 2ème";"Non";
"svc";"";"";"";"";"Oui";
"obr";"O'BRIEN ''Shin''";"";"+33 1 99 00 56 26";"GHT X > CH d'Exemple > Rythmologie";"Oui";
"col";"Aubert / Klein";"";"4131/4132";"GHT X > CH d'Exemple > Pneumologie";"Oui";
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    speak("fr")
    opened = demo_desk(tmp_path)
    yield opened
    opened.close()


def brought_in(desk: Desk, path: Path, reply: Callable[[Question], Reply | None]) -> ImportReport:
    """By the guide, with an answer to each question."""
    file, answers = open_list(path, TextForm()), Answers()
    look = look_at_list(desk, file, ListChoices())
    choices = ListChoices(look.sheet, look.header_row, look.kind, look.fields)
    for line in plan_list(desk, file, choices, answers).lines:
        for asked in line.report.asked:
            answers = answers.with_reply(line.row, asked.question, reply(asked.question))
    return apply_list(desk, file, choices, answers, lambda _done, _of: None).report


def people(desk: Desk) -> dict[str, Person]:
    rows = list_people(desk, Listing(limit=1_000)).rows
    return {row.person: person_detail(desk, row.person_id).person for row in rows}


def place(desk: Desk, name: str) -> str:
    key = people(desk)[name].id
    return person_detail(desk, key).department


def no_reply(_question: Question) -> Reply | None:
    return None


def answered(question: Question) -> Reply | None:
    match question.code:
        case "unknown_establishment":
            return next(o.reply for o in question.offers if "Val-Clair" in o.name)
        case "namesakes":
            return Reply(Choice.OTHER)
        case "not_active_left":
            return Reply(Choice.TYPED, "30/09/2026")
        case _:
            return Reply(Choice.SAME)


def test_groups_then_users_of_glpi(desk: Desk, tmp_path: Path) -> None:
    groups, users = tmp_path / "groupes.csv", tmp_path / "utilisateurs.csv"
    groups.write_text(GROUPS, encoding="utf-8")
    users.write_text(USERS, encoding="utf-8")
    assert import_file(desk, groups, ImportOptions()).source == "GLPI"
    report = brought_in(desk, users, answered)
    assert (report.source, [line.outcome.value for line in report.lines]) == (
        "GLPI", ["added", "added", "refused", "refused", "added", "added"],
    )  # fmt: skip
    assert place(desk, "Le Guellec") == "Urgences"
    assert place(desk, 'O\'Brien "Shin"') == "Rythmologie"
    assert (place(desk, "Aubert"), place(desk, "Klein")) == ("Pneumologie", "Pneumologie")
    numbers = {name: person.telephone for name, person in people(desk).items()}
    assert (numbers["Aubert"], numbers["Klein"]) == ("4131", "4132")
    assert "N Diaye" not in numbers


def test_the_directory_of_the_demo_hospital_fills_its_departments(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "comptes.ldif"
    shutil.copyfile(resource("examples", "accounts.ldif"), path)
    before = set(people(desk))
    report = brought_in(desk, path, answered)
    assert report.source == "LDAP"
    added = set(people(desk)) - before
    assert added == {
        "Maëlle Le Guellec", "Anne-Cécile d’Urville", "Joris van der Berg", "İlker Şahin",
        "Philippe de La Tour-d'Auvergne", "Thị Hường Nguyễn", "Jin O", "Paul Martin",
        "Sidi Ould Ahmed",
    }  # fmt: skip
    assert place(desk, "Thị Hường Nguyễn") == "Pharmacie à usage intérieur"
    martins = list_people(desk, Listing("paul martin")).rows
    assert sorted(row.department for row in martins) == ["Pneumologie", "Urgences"]
    undo(desk)
    assert set(people(desk)) == before


def test_the_same_directory_changes_nothing_the_second_time(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "comptes.ldif"
    shutil.copyfile(resource("examples", "accounts.ldif"), path)
    brought_in(desk, path, answered)
    again = import_file(desk, path, ImportOptions())
    assert {line.outcome.value for line in again.lines} == {"unchanged", "refused"}


def test_who_is_switched_off_in_the_directory_left_on_the_day_that_is_typed(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "comptes.ldif"
    text = (
        "dn: cn=a\nobjectClass: user\nsn: Aubry\ngivenName: Maryse\nuserAccountControl: 514\n"
        "department: Cardiologie - hospitalisation\n"
    )
    path.write_text(text, encoding="utf-8")
    brought_in(desk, path, no_reply)
    assert people(desk)["Maryse Aubry"].left_on is None
    brought_in(desk, path, answered)
    assert people(desk)["Maryse Aubry"].left_on == date(2026, 9, 30)


def test_a_file_of_changes_says_what_to_ask_for(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "changements.ldif"
    path.write_text("dn: cn=a\nchangetype: modify\nreplace: sn\nsn: B\n-\n", encoding="utf-8")
    with pytest.raises(RefusedInput) as refused:
        import_file(desk, path, ImportOptions())
    assert "modifications d’un annuaire" in refused.value.happened
