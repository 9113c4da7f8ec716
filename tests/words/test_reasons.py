from __future__ import annotations

import string
from datetime import date

import pytest

from referent_desk.domain.copies import RunStage
from referent_desk.domain.sheet_states import Reason, SheetStatus
from referent_desk.language import LANGUAGES, language
from referent_desk.words.reasons import reason_sentence, reasons_line
from referent_desk.words.sentences_people import PEOPLE
from referent_desk.words.sentences_sheets import SHEETS
from referent_desk.words.states import status_word

FRENCH, ENGLISH = language("fr"), language("en")
MARCH, JUNE, FEBRUARY = date(2026, 3, 12), date(2026, 6, 30), date(2026, 2, 2)
DEPUTY = {"role": "deputy", "label": "Suppléant", "was": "Nadia Perrin", "name": ""}


@pytest.mark.parametrize(
    ("reason", "french", "english"),
    [
        (
            Reason("number_changed", {"label": "Laboratoire"}, MARCH),
            "le numéro du laboratoire a changé le 12 mars",
            "the “Laboratoire” number changed on 12 March",
        ),
        (
            Reason("number_changed", {"label": "Laboratory"}, MARCH),
            "le numéro « Laboratory » a changé le 12 mars",
            "the laboratory’s number changed on 12 March",
        ),
        (
            Reason("number_changed", {"label": "Laboratoire"}),
            "le numéro du laboratoire a changé",
            "the “Laboratoire” number changed",
        ),
        (
            Reason("number_changed", {"label": "Laboratoire", "year": 2026}, MARCH),
            "le numéro du laboratoire a changé le 12 mars 2026",
            "the “Laboratoire” number changed on 12 March 2026",
        ),
        (
            Reason("person_left", {**DEPUTY, "post": "Infirmière"}, JUNE),
            "la suppléante est partie le 30 juin",
            "the deputy left on 30 June",
        ),
        (
            Reason("person_left", {**DEPUTY, "post": "AMA"}, JUNE),
            "Nadia Perrin (suppléant) a quitté l’établissement le 30 juin",
            "Nadia Perrin (deputy) left on 30 June",
        ),
        (
            Reason("person_left", {**DEPUTY, "role": "", "label": "DSI, garde"}, JUNE),
            "Nadia Perrin (DSI, garde) a quitté l’établissement le 30 juin",
            "Nadia Perrin (DSI, garde) left on 30 June",
        ),
        (
            Reason("appointment_ended", {**DEPUTY, "to_come": True}, JUNE),
            "la désignation de Nadia Perrin (suppléant) prend fin le 30 juin",
            "the appointment of Nadia Perrin (deputy) ends on 30 June",
        ),
        (
            Reason("newer_release", {"version": "9.4"}, FEBRUARY),
            (
                "la version 9.4 est en service depuis le 2 février et cette procédure n’a pas été"
                " essayée depuis"
            ),
            "version 9.4 is live since 2 February and this procedure has not been tried since",
        ),
        (
            Reason("revision_approved", {"number": 4}, MARCH),
            "la révision 4 est en vigueur depuis le 12 mars",
            "revision 4 is in force since 12 March",
        ),
        (
            Reason("contact_number", {"name": "Anne Roy", "label": "Suppléant"}),
            "le numéro d’Anne Roy a changé",
            "the number of Anne Roy changed",
        ),
        (
            Reason("cover_changed", {"field": "beds"}),
            "le nombre de lits a changé",
            "the number of beds changed",
        ),
        (Reason("list_follows"), "suit les autres", "follows the others"),
        (Reason("list_follows", {}, MARCH), "suit les autres", "follows the others"),
        (Reason("not a code of ours"), "son contenu a changé", "its content changed"),
    ],
)
def test_a_reason_is_a_sentence(reason: Reason, french: str, english: str) -> None:
    said = (reason_sentence(reason, speech).replace("\u00a0", " ") for speech in (FRENCH, ENGLISH))
    assert tuple(said) == (french, english)


def test_many_reasons_are_cut_after_three_and_counted() -> None:
    reasons = [Reason("line_gone", {"label": f"L{n}"}) for n in range(5)]
    french = reasons_line(reasons, FRENCH)
    assert french.count("n’est plus dans l’annuaire") == 3
    assert french.endswith("\u00a0; et 2 autres")
    assert reasons_line(reasons[:4], FRENCH).endswith("\u00a0; et 1 autre")
    assert reasons_line(reasons[:3], ENGLISH).count("; ") == 2
    assert reasons_line([], ENGLISH) == ""
    assert reasons_line(reasons, ENGLISH, at_most=5).count("; ") == 4


@pytest.mark.parametrize("code", [*SHEETS, *PEOPLE])
def test_a_sentence_names_only_what_a_reason_can_tell(code: str) -> None:
    told = {"day", "whose", "of_name", "of_former", "role", "was", "name", "label", "software"}
    told |= {"number", "run", "value", "version", "why"}
    for speech in map(language, LANGUAGES):
        dated, undated, to_come = {**SHEETS, **PEOPLE}[code](speech.gettext)
        assert undated
        for sentence in (dated, undated, to_come):
            fields = {field for _text, field, _spec, _how in string.Formatter().parse(sentence)}
            assert fields - {None} <= told
        assert "{day}" not in undated
        assert not dated or "{day}" in dated


@pytest.mark.parametrize(
    ("stage", "word", "sentence"),
    [
        (RunStage.PREPARED, "préparé, pas classé", "préparé le 12 mars (tirage 4)"),
        (RunStage.SENT, "envoyé, pas classé", "envoyé à l’imprimante le 12 mars (tirage 4)"),
        (RunStage.CONFIRMED, "imprimé, pas classé", "sur papier depuis le 12 mars (tirage 4)"),
    ],
)
def test_what_waits_to_be_filed_says_how_far_it_has_come(
    stage: RunStage, word: str, sentence: str
) -> None:
    assert status_word(SheetStatus.PRINTED_NOT_FILED, FRENCH, stage) == word
    reason = Reason("waits_for_filing", {"run": 4, "stage": str(stage)}, date(2026, 3, 12))
    said = reason_sentence(reason, FRENCH).replace("\u00a0", " ")
    assert said == f"{sentence}, pas encore classé"


@pytest.mark.parametrize("status", SheetStatus)
def test_each_status_has_a_word(status: SheetStatus) -> None:
    assert status_word(status, FRENCH) != status_word(status, ENGLISH)


def test_what_two_reasons_say_in_the_same_words_is_said_and_counted_once() -> None:
    number = [Reason("contact_number", {"name": "Eve", "label": label}, MARCH) for label in "ab"]
    others = [Reason("text_changed"), Reason("never_printed")]
    once = reasons_line(number, FRENCH)
    assert once == reason_sentence(number[0], FRENCH)
    assert reasons_line([*number, *others], FRENCH).startswith(once)
    assert "autre" not in reasons_line([*number, *others], FRENCH)
