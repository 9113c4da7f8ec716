from __future__ import annotations

from referent_desk.exchange.function_words import function_words
from referent_desk.exchange.starters import read_functions


def test_every_function_of_the_catalogue_has_words_of_its_own() -> None:
    assert set(function_words()) == {function.code for function in read_functions()}
