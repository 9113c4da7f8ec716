from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain import verification_tasks
from referent_desk.domain.approval_tasks import APPROVAL_MINUTES
from referent_desk.domain.dial_tasks import DIAL_MINUTES
from referent_desk.domain.drill_tasks import DRILL_MINUTES
from referent_desk.domain.means_tasks import MEANS_MINUTES
from referent_desk.domain.people_tasks import PEOPLE_MINUTES
from referent_desk.domain.reading_tasks import READING_MINUTES
from referent_desk.domain.task_rules import MINUTES
from referent_desk.domain.tasks import Lead, Task, Urgency
from referent_desk.gui.today.phrases import listed
from referent_desk.gui.today.words import about, full_day, task_words
from referent_desk.language import speak

DAY = date(2026, 3, 1)
FIELDS = {"person": "Ada Moreau", "day": DAY, "kind": "software", "rank": "main", "before": "Ben"}
CODES = sorted(
    {
        *MINUTES,
        *PEOPLE_MINUTES,
        *APPROVAL_MINUTES,
        *DRILL_MINUTES,
        *MEANS_MINUTES,
        *verification_tasks.MINUTES,
        *READING_MINUTES,
        *DIAL_MINUTES,
    }
)


def of(code: str, names: tuple[str, ...]) -> Task:
    fields = {**FIELDS, "count": len(names)}
    return Task(code, Urgency.NOW, 3, Lead.PRINTING, (), names, fields)


@pytest.mark.parametrize("language_code", ["fr", "en"])
@pytest.mark.parametrize("names", [("switchboard",), ("switchboard", "it_on_call", "physician")])
@pytest.mark.parametrize("code", CODES)
def test_every_task_has_its_words_for_one_and_for_many(
    code: str, names: tuple[str, ...], language_code: str
) -> None:
    speak(language_code)
    words = task_words(of(code, names))
    assert words.title not in {"", code}
    assert words.reason
    assert words.button
    assert "{" not in words.title + words.reason + words.button


def test_printing_comes_after_what_the_paper_would_lack() -> None:
    speak("en")
    task = Task("never_printed", Urgency.NOW, 4, Lead.PRINTING, fields={"first": 0})
    assert "First do" not in task_words(task).reason
    one, two = (
        task_words(Task("never_printed", Urgency.NOW, 4, Lead.PRINTING, fields={"first": count}))
        for count in (1, 2)
    )
    assert one.reason.startswith("First do what stands above, then print")
    assert two.reason.startswith("First do the 2 things above, then print")


@pytest.mark.parametrize(
    ("code", "names", "title"),
    [
        ("no_procedure", ("Repas",), "Repas\xa0: mode dégradé à écrire"),
        ("starters", ("Repas", "Lits"), "2 fonctions sans mode dégradé"),
        ("number_missing", ("switchboard", "physician"), "2 numéros essentiels manquants"),
        (
            "appointment_ends",
            (),
            "Ada Moreau\xa0: la désignation se termine le 1er\xa0mars\xa02026",
        ),
    ],
)
def test_titles_say_what_and_how_many(code: str, names: tuple[str, ...], title: str) -> None:
    speak("fr")
    assert task_words(of(code, names)).title == title


def test_that_the_foot_names_nobody_is_said_with_whom_it_could_name() -> None:
    speak("fr")
    fields = {"person": "Anne-Sophie TANGUY", "programs": 4}
    task = Task("no_ward_referent", Urgency.SOON, 2, Lead.APPOINTMENT, (), ("Winrest",), fields)
    words = task_words(task)
    assert words.reason == (
        "Le pied des feuillets ne peut nommer personne. Anne-Sophie TANGUY répond "
        "déjà de 4 logiciels. Sans aucun référent\xa0: Winrest."
    )
    assert words.button == "Désigner Anne-Sophie TANGUY pour tous les logiciels…"


def test_where_hotlines_are_known_the_directory_is_not_called_empty() -> None:
    speak("fr")
    fields = {"hotlines": 11, "number": "4444"}
    task = Task("directory_empty", Urgency.NOW, 5, Lead.NUMBERS, (), (), fields)
    words = task_words(task)
    assert words.title == "Il manque les numéros du service lui-même"
    assert words.reason.startswith("L’annuaire a 11 numéros d’assistance de logiciels")
    assert "Le 4444, que votre liste cite le plus" in words.reason


def test_who_answered_before_is_told_where_somebody_did() -> None:
    nobody = Task("no_referent", Urgency.NOW, 2, Lead.APPOINTMENT)
    assert not task_words(nobody).reason.startswith("Ben")
    assert task_words(of("no_referent", ())).reason.startswith(
        "Ben answered until 1\xa0March\xa02026. Nobody answers"
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 heure"),
        (65, "1 heure"),
        (70, "1\xa0h\xa015"),
        (118, "2 heures"),
    ],
)
def test_above_the_hour_an_estimate_goes_by_quarters(minutes: int, said: str) -> None:
    speak("fr")
    assert about(minutes) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "n0"),
        (4, "n0, n1, n2, n3"),
        (5, "n0, n1, n2, n3, n4"),
        (6, "n0, n1, n2, n3 and 2 more"),
    ],
)
def test_long_lists_are_counted_after_the_first_names(count: int, said: str) -> None:
    assert listed(f"n{number}" for number in range(count)) == said


def test_the_day_begins_with_its_name() -> None:
    assert full_day(date(2026, 3, 16)) == "Monday 16\xa0March\xa02026"
    speak("fr")
    assert full_day(date(2026, 3, 1)) == "Dimanche 1er\xa0mars\xa02026"


def test_a_task_of_a_later_version_is_shown_by_its_names() -> None:
    assert task_words(of("not_known_yet", ("Copy 2",))).reason == "Copy 2"


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("switchboard",), "dans l’annuaire de secours"),
        (("switchboard", "physician"), "sur les premiers feuillets du classeur et dans son annu"),
        (("physician",), "Les premiers feuillets du classeur disent d’y appeler."),
    ],
)
def test_a_number_that_is_missing_is_said_to_be_sought_where_paper_names_it(
    names: tuple[str, ...], place: str
) -> None:
    speak("fr")
    assert place in task_words(of("number_missing", names)).reason
