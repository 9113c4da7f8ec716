from __future__ import annotations

import ast
import inspect

import pytest

from referent_desk.domain import record_values
from referent_desk.domain.imports import values as imports_values
from referent_desk.domain.record_values import read_typed
from referent_desk.domain.records import FIELDS, Fault, FieldKind, RecordField, RecordKind
from referent_desk.gui.field_words import (
    choice_word,
    example_of,
    fault_sentence,
    field_name,
    help_sentence,
    placeholder,
    record_name,
)
from referent_desk.language import speak

EVERY_FIELD = [(what, field) for what, fields in FIELDS.items() for field in fields]
LINE = RecordField("name", FieldKind.LINE)
ALIKE_IN_FRENCH = {"code", "version", "mobile"}


def codes_of(module: object) -> set[str]:
    """The codes that a module gives as the reason of a refusal."""
    tree = ast.parse(inspect.getsource(module))  # type: ignore[arg-type]
    return {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"Damage", "Fault"}
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


CODES = sorted(codes_of(imports_values) | codes_of(record_values))


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("what", RecordKind)
def test_every_record_has_a_name(what: RecordKind, code: str) -> None:
    speak(code)
    assert record_name(what)
    assert record_name(what) == field_name(what, "")


@pytest.mark.parametrize(("what", "field"), EVERY_FIELD)
def test_every_field_has_a_name_in_both_languages(what: RecordKind, field: RecordField) -> None:
    english = field_name(what, field.name)
    assert "_" not in english
    speak("fr")
    french = field_name(what, field.name)
    assert french not in {"", field.name} or field.name in ALIKE_IN_FRENCH


def test_no_two_fields_of_a_record_are_called_alike() -> None:
    for code in ("fr", "en"):
        speak(code)
        for what, fields in FIELDS.items():
            names = [field_name(what, field.name) for field in fields]
            assert len(set(names)) == len(names), (what, names)


@pytest.mark.parametrize(("what", "field"), EVERY_FIELD)
def test_every_choice_has_a_word_in_both_languages(what: RecordKind, field: RecordField) -> None:
    stored = (*field.choices, *(("yes", "no") if field.kind is FieldKind.YES_NO else ()))
    for code in ("fr", "en"):
        speak(code)
        words = [choice_word(what, field.name, choice) for choice in (*stored, "")]
        assert len(set(words)) == len(words)
        assert all(words)
        assert not any("_" in word for word in words)
    speak("fr")
    french = {choice_word(what, field.name, choice) for choice in stored}
    assert french & set(stored) <= ALIKE_IN_FRENCH


def test_the_faults_of_reading_are_found_in_the_code() -> None:
    assert {"empty", "too_long", "zero_lost", "not_a_day", "hours_not_understood"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_fault_says_what_is_wrong_and_what_to_do(code: str) -> None:
    english = fault_sentence(code, LINE)
    speak("fr")
    french = fault_sentence(code, LINE)
    assert french != english
    for sentence in (english, french):
        assert sentence.count(". ") + sentence.count("? ") + sentence.count("?\u00a0") >= 1
        assert sentence.endswith(".")


def test_a_text_that_is_too_long_is_told_how_long_it_may_be() -> None:
    assert "300" in fault_sentence("too_long", LINE)
    assert "20000" in fault_sentence("too_long", RecordField("note", FieldKind.TEXT))


def test_a_number_without_its_zero_is_asked_for_in_full() -> None:
    speak("fr")
    sentence = fault_sentence("zero_lost", LINE)
    assert sentence == "Ce numéro a perdu son premier zéro. Tapez-le en entier."


def test_what_a_rule_refuses_brings_its_own_sentence() -> None:
    assert fault_sentence("circle", LINE) == ""


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("kind", [k for k in FieldKind if k is not FieldKind.LINK])
def test_what_a_field_shows_as_an_example_can_be_typed(kind: FieldKind, code: str) -> None:
    speak(code)
    field = RecordField("example", kind)
    assert example_of(field) in placeholder(field)
    for example in example_of(field).split(", "):
        assert not isinstance(read_typed(field, example), Fault), example


@pytest.mark.parametrize("code", ["fr", "en"])
def test_what_a_fault_tells_to_type_can_be_typed(code: str) -> None:
    speak(code)
    for fault, kind in (("not_a_day", FieldKind.DAY), ("hours_not_understood", FieldKind.HOURS)):
        field = RecordField("example", kind)
        sentence = fault_sentence(fault, field)
        for word in (" comme ", " as "):
            _before, found, example = sentence.partition(word)
            if found:
                assert not isinstance(read_typed(field, example.rstrip(".")), Fault)


def test_only_fields_that_exist_are_explained() -> None:
    said = {(w, f.name) for w, f in EVERY_FIELD if help_sentence(w, f.name)}
    assert (RecordKind.SOFTWARE, "recovery_time") in said
    assert (RecordKind.SOFTWARE, "name") not in said
