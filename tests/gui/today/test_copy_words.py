from __future__ import annotations

from datetime import date

import pytest

from referent_desk.domain.copy_tasks import COPY_MINUTES
from referent_desk.domain.tasks import Due, Lead, Task, Today, Urgency
from referent_desk.gui.today.due_words import due_sentence
from referent_desk.gui.today.words import nothing_to_do, task_words
from referent_desk.language import speak

DAY = date(2026, 6, 30)


def of(code: str, count: int = 3, copies: int = 1, urgency: Urgency = Urgency.SOON) -> Task:
    fields = {"count": count, "copies": copies, "copy": 2, "day": DAY, "on_paper": True}
    return Task(code, urgency, 4, Lead.COPY, ("c1", "next"), ("Annuaire", "Repas"), fields)


@pytest.mark.parametrize("language_code", ["fr", "en"])
@pytest.mark.parametrize("copies", [1, 3])
@pytest.mark.parametrize("code", sorted(COPY_MINUTES))
def test_every_task_of_a_copy_has_its_words(code: str, copies: int, language_code: str) -> None:
    speak(language_code)
    words = task_words(of(code, copies=copies))
    assert words.title not in {"", code}
    assert words.reason
    assert words.button
    assert "{" not in words.title + words.reason + words.button


@pytest.mark.parametrize(
    ("task", "title"),
    [
        (of("replacements"), "3 feuillets à remplacer dans l’exemplaire 2"),
        (of("replacements", copies=2), "3 feuillets à remplacer dans 2 exemplaires"),
        (of("to_file", 1), "Classer 1 feuillet dans l’exemplaire 2"),
        (of("copy_empty"), "L’exemplaire 2 est encore vide"),
        (of("not_certain"), "On ne sait plus avec certitude ce que contient l’exemplaire 2"),
        (of("shelf_check"), "Contrôler l’exemplaire 2 sur son étagère"),
        (of("sheets_ahead"), "3 feuillets changeront le 30\xa0juin\xa02026"),
    ],
)
def test_titles_say_how_many_and_where(task: Task, title: str) -> None:
    speak("fr")
    assert task_words(task).title == title


def test_only_what_would_mislead_tonight_is_said_so() -> None:
    urgent = task_words(of("replacements", urgency=Urgency.NOW))
    assert urgent.reason == "Annuaire, Repas. Whoever opened the binder tonight would be misled."
    assert "older than what is known" in task_words(of("replacements")).reason


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (
            Due("appointment_ends", DAY, "Ada Moreau"),
            "Next: the appointment of Ada Moreau ends on 30\xa0June\xa02026.",
        ),
        (Due("shelf_check", DAY, "2"), "Next: the check of copy 2 on 30\xa0June\xa02026."),
        (Due("sheets_ahead", DAY, "Meals"), "Next: “Meals” changes on 30\xa0June\xa02026."),
    ],
)
def test_what_comes_next_is_said_when_nothing_is_to_be_done(due: Due, sentence: str) -> None:
    assert due_sentence(due) == sentence
    assert nothing_to_do(Today(DAY, (), DAY, due))[1] == sentence
