"""Nothing is imported in tests of the window alone: what it may ask refuses every file."""

from __future__ import annotations

from typing import NoReturn

from referent_desk.errors import RefusedInput
from referent_desk.exchange.import_names import field_name
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.gui.questions_imports import ImportQuestions, ImportWords


def _refuse(*_given: object) -> NoReturn:
    raise RefusedInput("No file can be read here.", "Choose another one.")


STAND_IN_IMPORTS = ImportQuestions(
    _refuse,
    _refuse,
    _refuse,
    _refuse,
    _refuse,
    _refuse,
    _refuse,
    _refuse,
    ImportWords(remark_sentence, field_name),
)
