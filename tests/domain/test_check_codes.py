from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.check_codes import (
    CHECK_ALPHABET,
    body_hash,
    canonical_json,
    check_code,
    is_check_code,
)
from referent_desk.domain.directory import LineType
from referent_desk.domain.procedures import Step, UsefulNumber, VerificationResult
from referent_desk.domain.sheets import (
    Bar,
    Body,
    Contact,
    CoverBody,
    DirectoryBody,
    DirectoryGroup,
    DirectoryLine,
    ListBody,
    ListLine,
    MissingBody,
    Moment,
    ProcedureBody,
    ReflexBody,
    VerifiedOn,
)

PROCEDURE = ProcedureBody(
    function="Prescription",
    title="Prescription des médicaments",
    software="Medicare Plus",
    bars=(Bar.NEVER_VERIFIED,),
    verified=VerifiedOn("9.4", date(2026, 3, 12), VerificationResult.WORKED),
    trigger="Après 15 minutes.",
    steps=(Step("Prescrit.", who="Médecin", forms=("F05",)), Step("Relit.", level=2)),
    numbers=(UsefulNumber("Pharmacie", "88 12"),),
    contacts=(Contact("DSI", "", "56 30"),),
)
REFLEX = ReflexBody("Plus d’informatique", ("Ne rien rallumer.",), (Moment("2 h", ("Relève.",)),))
DIRECTORY = DirectoryBody(
    "Annuaire",
    (
        DirectoryGroup(
            "Urgences",
            (
                DirectoryLine("Bloc", "88 13", LineType.IP, works_without_network=False),
                DirectoryLine("Cadre", "06 00 00 41 07", LineType.MOBILE, private=True),
            ),
        ),
    ),
)

FROZEN: list[tuple[Body, str]] = [
    (PROCEDURE, "0a7eddaea39593aa"),
    (REFLEX, "e29a18c8b25d0397"),
    (DIRECTORY, "36135cd349bed6a1"),
    (MissingBody("Imagerie", "RadioVue"), "cb17588aedb39672"),
    (
        ListBody((ListLine("PRE-01", 3, "K7M4"), ListLine("REF-01", None, "H3TN"))),
        "87f4ef69e206417a",
    ),
]


@pytest.mark.parametrize(("body", "frozen"), FROZEN)
def test_the_hash_of_a_body_is_the_same_in_every_version(body: Body, frozen: str) -> None:
    """A changed hash would give every sheet of every hospital a new revision number."""
    assert body_hash(body, "fr")[:16] == frozen


def test_empty_fields_are_left_out_of_what_is_hashed() -> None:
    plain = json.loads(canonical_json(MissingBody("Imagerie", "RadioVue"), "fr"))
    assert plain == {
        "kind": "MissingBody",
        "language": "fr",
        "body": {"function": "Imagerie", "software": "RadioVue"},
    }


def test_false_is_not_empty() -> None:
    plain = canonical_json(DIRECTORY, "fr")
    assert '"works_without_network":false' in plain


@pytest.mark.parametrize(
    "other",
    [
        replace(PROCEDURE, decides="Le cadre."),
        replace(PROCEDURE, bars=()),
        replace(PROCEDURE, steps=PROCEDURE.steps[::-1]),
        replace(PROCEDURE, numbers=(UsefulNumber("Pharmacie", "88 13"),)),
        replace(PROCEDURE, verified=None),
    ],
)
def test_what_the_reader_acts_on_changes_the_hash(other: ProcedureBody) -> None:
    assert body_hash(other, "fr") != body_hash(PROCEDURE, "fr")


def test_the_language_of_the_paper_belongs_to_the_body() -> None:
    assert body_hash(PROCEDURE, "en") != body_hash(PROCEDURE, "fr")


def test_two_kinds_of_body_with_the_same_fields_differ() -> None:
    assert body_hash(CoverBody("", "", "A"), "fr") != body_hash(ReflexBody("A", (), ()), "fr")


hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(hashed=hashes)
def test_a_check_code_has_four_characters_that_cannot_be_mistaken(hashed: str) -> None:
    code = check_code(hashed)
    assert len(code) == 4
    assert set(code) <= set(CHECK_ALPHABET)
    assert not set(CHECK_ALPHABET) & set("ILOU")
    assert is_check_code(code)


@given(hashed=hashes, place=st.integers(0, 3), wrong=st.sampled_from(CHECK_ALPHABET))
def test_one_wrong_character_is_always_found(hashed: str, place: int, wrong: str) -> None:
    code = check_code(hashed)
    read = code[:place] + wrong + code[place + 1 :]
    assert is_check_code(read) == (read == code)


@given(hashed=hashes, place=st.integers(0, 2))
def test_two_swapped_neighbours_are_always_found(hashed: str, place: int) -> None:
    code = check_code(hashed)
    read = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_check_code(read) == (read == code)


@pytest.mark.parametrize("read", ["", "K7M", "K7M4X", "k7m4", "K7MI", "K7 4"])
def test_what_is_not_a_check_code_is_refused(read: str) -> None:
    assert not is_check_code(read)


def test_a_code_already_taken_in_the_department_slides_to_the_next() -> None:
    hashed = body_hash(PROCEDURE, "fr")
    taken: set[str] = set()
    for _number in range(40):
        code = check_code(hashed, frozenset(taken))
        assert code not in taken
        assert is_check_code(code)
        taken.add(code)


def test_a_hash_without_any_free_code_left_is_refused() -> None:
    every = {check_code("0" * 64)}
    with pytest.raises(ValueError, match="no check code left"):
        check_code("0" * 64, frozenset(every))
