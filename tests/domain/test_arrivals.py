from __future__ import annotations

import pytest

from referent_desk.domain.arrivals import ArrivalItem, WrittenLine, lines_of, list_changes

STANDING = (ArrivalItem("1", "Lire la fiche"), ArrivalItem("2", "Voir le classeur"))


@pytest.mark.parametrize(
    ("lines", "kept", "closed"),
    [
        (["Lire la fiche", "Voir le classeur"], ["1", "2"], ()),
        (["Voir le classeur", "lire  la FICHE"], ["2", "1"], ()),
        (["Lire la fiche"], ["1"], ("2",)),
        (["Lire la fiche", "Voir le classeur", "Signer"], ["1", "2", None], ()),
        (["Lire la fiche", "Voir le classeur rouge"], ["1", "2"], ()),  # in other words
        (["Signer"], [None], ("1", "2")),
        (["Signer", "Lire la fiche"], [None, "1"], ("2",)),
        ([], [], ("1", "2")),
    ],
)
def test_a_line_that_stays_keeps_what_was_ticked(
    lines: list[str], kept: list[str | None], closed: tuple[str, ...]
) -> None:
    changes = list_changes(STANDING, lines)
    expected = tuple(WrittenLine(line, key) for line, key in zip(lines, kept, strict=True))
    assert (changes.kept, changes.closed) == (expected, closed)


def test_blank_lines_and_what_is_said_twice_are_left_out() -> None:
    assert lines_of(" Lire \n\n\tSigner\nlire\n—\n") == ("Lire", "Signer", "—")
