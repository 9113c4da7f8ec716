from __future__ import annotations

import pytest

from referent_desk.domain.directory import LineType
from referent_desk.domain.sheets import DirectoryBody, DirectoryGroup, DirectoryLine
from tests.paper.prints import says
from tests.paper.wards import DIRECTORY


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (DirectoryLine("Bloc", "88 13", LineType.IP), "no, IP"),
        (DirectoryLine("Bloc", "88 13", LineType.ANALOGUE), "yes, analogue"),
        (DirectoryLine("Bloc", "88 13", LineType.DECT), "? not known, DECT"),
        (DirectoryLine("Bloc", "88 13", LineType.DECT, works_without_network=True), "yes, DECT"),
        (DirectoryLine("Bloc", "88 13", LineType.MOBILE, private=True), "NEVER ON A POSTER"),
        (DirectoryLine("Bloc", "88 12"), "02/03/2026"),
    ],
)
def test_the_directory_says_in_words_what_works_without_the_network(
    line: DirectoryLine, words: str
) -> None:
    says(
        DirectoryBody("Annuaire", (DirectoryGroup("Groupe", (line,)),)), "Bloc", line.number, words
    )


def test_the_directory_of_the_ward_names_groups_and_hours() -> None:
    says(DIRECTORY, "Urgences vitales", "Encadrement", "24 h/24", "Added by hand")
