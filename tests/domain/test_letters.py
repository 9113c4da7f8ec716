from __future__ import annotations

import pytest

from referent_desk.domain.letters import (
    BlockKind,
    LetterBlock,
    LetterKind,
    blocks_of,
    filled,
    unknown_field,
)

HEAD, ITEM, TEXT = BlockKind.HEADING, BlockKind.ITEM, BlockKind.TEXT


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Bonjour", [(TEXT, "Bonjour")]),
        ("one\ntwo\n\nthree", [(TEXT, "one two"), (TEXT, "three")]),
        ("# Title\n- a\n- b\n  c", [(HEAD, "Title"), (ITEM, "a"), (ITEM, "b c")]),
        ("text\n- a", [(TEXT, "text"), (ITEM, "a")]),
        ("#\n\n-  \n", []),
        ("– a\n• b", [(ITEM, "a"), (ITEM, "b")]),
        ("-5 degrees", [(TEXT, "-5 degrees")]),
    ],
)
def test_a_text_is_read_as_headings_items_and_paragraphs(
    text: str, blocks: list[tuple[BlockKind, str]]
) -> None:
    assert blocks_of(text) == tuple(LetterBlock(*one) for one in blocks)


def test_a_line_of_a_name_without_a_value_goes_with_its_heading() -> None:
    text = "Hello {name}.\n\n# Objectives\n\n{objectives}\n\n# Not\n\n- x\n\n{partner}\n\nEnd"
    assert filled(text, {"name": "Ada"}) == "Hello Ada.\n\n# Not\n\n- x\n\nEnd"
    with_one = filled(text, {"name": "Ada", "objectives": "- a\n- b"})
    assert with_one == "Hello Ada.\n\n# Objectives\n\n- a\n- b\n\n# Not\n\n- x\n\nEnd"


def test_what_a_value_holds_is_not_filled_again() -> None:
    assert filled("{name}", {"name": "{role}", "role": "x"}) == "{role}"


def test_a_name_that_nobody_knows_is_found() -> None:
    assert unknown_field("{name} {nom}", LetterKind.APPOINTMENT) == "nom"
    assert unknown_field("{ name }", LetterKind.APPOINTMENT) is None
    assert unknown_field("{deeds}", LetterKind.APPOINTMENT) == "deeds"
    assert unknown_field("{deeds}", LetterKind.RECOGNITION) is None
