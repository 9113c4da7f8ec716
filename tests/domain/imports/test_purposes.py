from __future__ import annotations

from dataclasses import replace

import pytest

from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.functions import Function
from referent_desk.domain.imports.answers import Answers, Choice, Question, Reply, Tick
from referent_desk.domain.imports.guesses import added_functions, guessed_functions, tick_of_added
from referent_desk.domain.imports.kinds import ImportKind, Value
from referent_desk.domain.imports.ledgers import Ledger, make_ledger
from referent_desk.domain.imports.plans import Plan, plan_import
from referent_desk.domain.imports.runs import Choices
from referent_desk.domain.software import SoftwareKind
from tests.domain.import_ledgers import (
    KINDS,
    NORTH,
    codes,
    line,
    new_id,
    outcomes,
    stored_again,
)

FUNCTIONS = (
    Function("pre", "PRE", "Prescription", "Prescription"),
    Function("adm", "ADM", "Administration des médicaments", "Administration of medicines"),
    Function("lab", "LAB", "Analyses de laboratoire", "Laboratory"),
)
LAB, ADM = "Analyses de laboratoire", "Administration des médicaments"
CHOICES = Choices(
    "Hôpital Nord",
    department_id="c",
    function_words={"LAB": ("labo", "médicaments du labo"), "PRE": ("médicaments",),
                    "ADM": ("médicaments",)},
)  # fmt: skip


def ledger() -> Ledger:
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    return make_ledger(nodes=(NORTH, ward), kinds=KINDS, functions=FUNCTIONS)


def taken(book: Ledger, choices: Choices = CHOICES, **values: Value) -> Plan:
    lines = [line(2, software="DxSoins", **values)]
    return plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)


@pytest.mark.parametrize(
    ("purpose", "functions", "code"),
    [
        ("Prescription", ["pre"], "functions_of_purpose"),
        ("PRE / LAB", ["pre", "lab"], "functions_of_purpose"),
        ("Sert à la prescription des médicaments", ["pre"], "functions_of_purpose"),
        ("Voir les analyses du laboratoire", ["lab"], "functions_of_purpose"),
        ("l’administration du médicament", ["adm"], "functions_of_purpose"),
        ("résultats labo", ["lab"], "functions_of_purpose"),
        ("prescriptions, labo (urgent)", ["pre", "lab"], "functions_of_purpose"),
        ("prescription, lecture seule", ["pre"], "purpose_in_part"),
        ("Analyses (du laboratoire)", ["lab"], "functions_of_purpose"),
        ("résultats labo (médicaments + courbes)", ["lab"], "functions_of_purpose"),
        ("résultats labo (médicaments, prescription)", ["pre", "lab"], "functions_of_purpose"),
        ("Suivi (labo)", ["lab"], "functions_of_purpose"),
        ("Suivi (labo", ["lab"], "functions_of_purpose"),
        ("Suivi (autre)", [""], "unknown_purpose"),
        ("Commander les repas", [""], "unknown_purpose"),
        ("médicaments", [""], "purpose_of_several"),
        ("?", [""], ""),
        ("", [""], ""),
    ],
)
def test_what_a_software_is_for_becomes_its_functions_where_it_names_some(
    purpose: str, functions: list[str], code: str
) -> None:
    book = ledger()
    done = taken(book, purpose=purpose)
    assert sorted(use.function_id or "" for use in book.deployments) == sorted(functions)
    assert {use.department_id for use in book.deployments} == {"c"}
    assert (code in codes(done)) == bool(code)


def test_a_kind_of_software_is_understood_too() -> None:
    book = ledger()
    assert "purpose_not_stored" not in codes(taken(book, purpose="Dossier patient"))
    assert [software.kind_id for software in book.software] == ["dpi"]


def test_without_a_department_nothing_is_used_and_the_purpose_says_so() -> None:
    book = ledger()
    done = taken(book, replace(CHOICES, department_id=""), purpose="Prescription")
    assert len(book.deployments) == 0
    assert "purpose_without_use" in codes(done)


def test_a_department_that_is_not_known_is_added_with_its_software() -> None:
    book = ledger()
    taken(book, replace(CHOICES, department_id="", department="Dialyse"))
    (use,) = book.deployments
    assert book.nodes.get(use.department_id).name == "Dialyse"


def test_a_department_that_is_typed_as_it_is_known_is_that_one() -> None:
    book = ledger()
    taken(book, replace(CHOICES, department_id="", department="cardiologie"))
    assert [use.department_id for use in book.deployments] == ["c"]


@pytest.mark.parametrize(
    ("purpose", "functions", "kept"),
    [
        ("labo", ["lab"], "lent le lundi"),
        ("Prescription, labo", ["lab", "pre"], "lent le lundi"),
        ("Commander les repas", [""], "Commander les repas – lent le lundi"),
        ("", [""], "lent le lundi"),
        ("x" * 299, [""], "x" * 299),
    ],
)
def test_a_remark_of_the_list_is_kept_with_the_use(
    purpose: str, functions: list[str], kept: str
) -> None:
    book = ledger()
    done = taken(book, purpose=purpose, remarks="lent le lundi")
    assert sorted(use.function_id or "" for use in book.deployments) == functions
    assert {use.purpose for use in book.deployments} == {kept}
    assert codes(done).count("remark_kept") == (kept != purpose)
    assert codes(done).count("remark_not_kept") == (kept == purpose)
    assert outcomes(taken(stored_again(book), purpose=purpose, remarks="lent le lundi")) != [
        "changed"
    ]


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("mdp : soleil", "remark_not_printed"),
        ("mdp à changer ts les 90 j", "remark_kept"),
        ("lent le lundi", "remark_kept"),
    ],
)
def test_it_is_said_that_a_remark_that_may_hold_a_password_is_not_printed(
    remark: str, said: str
) -> None:
    done = taken(ledger(), purpose="labo", remarks=remark)
    assert [code for code in codes(done) if code.startswith("remark_")] == [said]


def test_a_remark_is_not_too_long_where_a_question_about_the_use_is_still_open() -> None:
    book = ledger()
    named = line(
        2, software="DxSoins", department="Cardiologie", function=("Cuisson",), remarks="lent"
    )
    done = plan_import(ImportKind.DEPLOYMENTS, [named], book, CHOICES, new_id)
    assert list(book.deployments) == []
    assert "remark_not_kept" not in codes(done)
    assert "remark_kept" not in codes(done)


def test_a_remark_that_changes_is_told_as_a_remark() -> None:
    book = ledger()
    taken(book, purpose="labo", remarks="lent le lundi")
    done = taken(stored_again(book), purpose="labo", remarks="rapide")
    assert outcomes(done) == ["changed"]
    (change,) = [r for r in done.lines[0].remarks if r.code == "changed"]
    assert (change.value("field"), change.value("after")) == ("remarks", "rapide")


def test_a_remark_on_software_that_nobody_uses_is_said_not_to_be_kept() -> None:
    done = taken(ledger(), replace(CHOICES, department_id=""), remarks="lent le lundi")
    assert "remark_without_use" in codes(done)


def asked_of(done: Plan) -> Question:
    (asked,) = done.lines[0].asked
    return asked.question


def answered(purpose: str, reply: Reply) -> Ledger:
    """What the home holds once the question of the line was answered so."""
    question = asked_of(taken(ledger(), purpose=purpose))
    book = ledger()
    answers = Answers().with_reply(2, question, reply)
    assert outcomes(taken(book, replace(CHOICES, answers=answers), purpose=purpose)) == ["added"]
    return book


def test_what_names_no_function_is_asked_with_all_of_them_and_the_words_of_the_sheet() -> None:
    question = asked_of(taken(ledger(), purpose="Commander les repas"))
    assert (question.value("name"), question.value("value")) == ("DxSoins", "Commander les repas")
    assert [offer.name for offer in question.offers if offer.name] == [
        "Prescription", "Administration des médicaments", "Analyses de laboratoire"
    ]  # fmt: skip
    book = answered("Commander les repas", Reply(Choice.CHOSEN, "adm"))
    assert [use.function_id for use in book.deployments] == ["adm"]


def test_what_may_be_several_functions_is_asked_with_these_alone() -> None:
    question = asked_of(taken(ledger(), purpose="médicaments"))
    assert [offer.reply.value for offer in question.offers] == ["", "pre", "adm", "", ""]
    book = answered("médicaments", Reply(Choice.CHOSEN, "pre"))
    assert [use.function_id for use in book.deployments] == ["pre"]


@pytest.mark.parametrize(
    ("reply", "functions", "told"),
    [
        (Reply(Choice.SAME), ["adm", "lab", "pre"], [LAB, "Prescription", ADM]),
        (Reply(Choice.CHOSEN), ["lab"], [LAB]),
        (Reply(Choice.CHOSEN, "adm"), ["adm", "lab"], [LAB, ADM]),
    ],
)
def test_of_two_functions_it_may_be_both_or_only_what_is_said_for_sure(
    reply: Reply, functions: list[str], told: list[str]
) -> None:
    """And the line tells what it was taken for, with what was answered."""
    question = asked_of(taken(ledger(), purpose="labo / médicaments"))
    assert question.allows(reply)
    book = ledger()
    answers = Answers().with_reply(2, question, reply)
    done = taken(book, replace(CHOICES, answers=answers), purpose="labo / médicaments")
    assert sorted(use.function_id or "" for use in book.deployments) == functions
    [note] = [r for r in done.lines[0].remarks if r.code == "functions_of_purpose"]
    assert note.value("stored") == ", ".join(told)


def test_what_may_be_several_functions_may_be_none_of_them_and_is_asked_no_more() -> None:
    question = asked_of(taken(ledger(), purpose="médicaments"))
    answers = Answers().with_reply(2, question, Reply(Choice.OTHER))
    book = ledger()
    done = taken(book, replace(CHOICES, answers=answers), purpose="médicaments")
    assert "purpose_outside" in codes(done)
    assert [(use.function_id, use.outside) for use in book.deployments] == [("", True)]


def beside_another(reply: Reply | None, *purposes: str) -> tuple[Plan, list[tuple[str, str]]]:
    """A ward whose list names several programs; what each is for, where the first question that
    is open is answered so."""
    lines = [line(row, software=f"Prog{row}", purpose=text) for row, text in enumerate(purposes, 2)]
    book = ledger()
    done = plan_import(ImportKind.SOFTWARE, lines, book, CHOICES, new_id)
    if reply is not None:
        asked = next((each.row, a.question) for each in done.lines for a in each.asked)
        assert asked[1].allows(reply)
        book = ledger()
        choices = replace(CHOICES, answers=Answers().with_reply(*asked, reply))
        done = plan_import(ImportKind.SOFTWARE, lines, book, choices, new_id)
    names = {one.id: one.name for one in book.software}
    return done, sorted((names[u.software_id], u.function_id or "") for u in book.deployments)


@pytest.mark.parametrize("turned", [False, True])
def test_a_vague_word_is_no_second_program_of_a_function_unasked(turned: bool) -> None:
    purposes = ["Demandes de labo", "Analyses de laboratoire"]
    done, uses = beside_another(None, *(purposes[::-1] if turned else purposes))
    vague = 3 if turned else 2
    [question] = [(r.row, a.question) for r in done.lines for a in r.asked]
    assert (question[0], question[1].code) == (vague, "purpose_doubled")
    assert question[1].value("near") == f"Prog{5 - vague}"
    assert sorted(uses) == sorted([(f"Prog{vague}", ""), (f"Prog{5 - vague}", "lab")])


@pytest.mark.parametrize(
    ("reply", "function"),
    [
        (Reply(Choice.SAME), "lab"),
        (Reply(Choice.CHOSEN, "pre"), "pre"),
        (Reply(Choice.PART), ""),
        (Reply(Choice.OTHER), ""),
    ],
)
def test_what_a_vague_word_means_is_answered(reply: Reply, function: str) -> None:
    _done, uses = beside_another(reply, "Demandes de labo", "Analyses de laboratoire")
    assert uses == [("Prog2", function), ("Prog3", "lab")]


def test_a_vague_word_may_be_none_of_the_functions_and_is_asked_no_more() -> None:
    purposes = "Demandes de labo", "Analyses de laboratoire"
    done, _uses = beside_another(Reply(Choice.OTHER), *purposes)
    assert "purpose_outside" in codes(done)
    assert outcomes(done) == ["added", "added"]


@pytest.mark.parametrize("purposes", [("Demandes de labo",), ("labo", "Analyses de laboratoire")])
def test_nothing_is_asked_of_the_only_program_nor_of_plain_words(purposes: tuple[str, ...]) -> None:
    done, uses = beside_another(None, *purposes)
    assert not [a for r in done.lines for a in r.asked]
    assert {function for _name, function in uses} == {"lab"}


@pytest.mark.parametrize("reply", [None, Reply(Choice.PART)])
def test_the_words_of_the_sheet_stay_where_nobody_names_the_function(reply: Reply | None) -> None:
    if reply is None:
        book = ledger()
        taken(book, purpose="Commander les repas")
    else:
        book = answered("Commander les repas", reply)
    (use,) = book.deployments
    assert (use.function_id, use.purpose) == ("", "Commander les repas")


def test_nothing_is_asked_where_the_department_has_named_the_function() -> None:
    book = answered("Commander les repas", Reply(Choice.CHOSEN, "adm"))
    again = taken(stored_again(book), purpose="Commander les repas")
    assert (outcomes(again), again.lines[0].asked) == (["unchanged"], ())


@pytest.mark.parametrize(
    ("kind", "functions", "kind_id"),
    [
        ("Labo", ["lab"], ""),
        ("Prescription / labo", ["lab", "pre"], ""),
        ("DPI - dossier patient", [""], "dpi"),
        ("Métier (DPI)", [""], "dpi"),
    ],
)
def test_a_kind_that_is_none_says_what_the_software_is_for(
    kind: str, functions: list[str], kind_id: str
) -> None:
    book = ledger()
    done = taken(book, kind=kind)
    assert "unknown_kind" not in codes(done)
    assert sorted(use.function_id or "" for use in book.deployments) == functions
    assert [one.kind_id or "" for one in book.software] == [kind_id]


def test_a_kind_of_which_nothing_is_understood_is_said_to_be_unknown() -> None:
    assert "unknown_kind" in codes(taken(ledger(), kind="Client lourd"))


def test_what_a_list_says_it_is_for_goes_before_its_kind() -> None:
    book = ledger()
    taken(book, kind="Labo", purpose="Prescription")
    assert [use.function_id for use in book.deployments] == ["pre"]


OUTSIDE = replace(CHOICES, function_words={"": ("événements indésirables", "EI", "FEI")})


@pytest.mark.parametrize("purpose", ["EI", "Fiches d’EI", "saisie des EI", "fiche FEI"])
def test_what_is_outside_is_known_by_its_short_name_among_other_words(purpose: str) -> None:
    book = ledger()
    done = taken(book, OUTSIDE, purpose=purpose)
    assert "purpose_outside" in codes(done)
    assert [use.outside for use in book.deployments] == [True]


def test_who_is_asked_what_a_program_is_for_may_say_none_of_the_functions() -> None:
    done = taken(ledger(), purpose="Suivi (autre)")
    (asked,) = done.lines[0].asked
    answers = Answers().with_reply(2, asked.question, Reply(Choice.OTHER))
    book = ledger()
    again = taken(book, replace(CHOICES, answers=answers), purpose="Suivi (autre)")
    assert "purpose_outside" in codes(again)
    assert [(use.function_id or "", use.outside) for use in book.deployments] == [("", True)]


def test_words_that_were_answered_for_as_a_whole_are_not_said_to_be_unknown_too() -> None:
    book = ledger()
    (asked,) = taken(book, purpose="Dossier de jour").lines[0].asked
    answers = Answers().with_reply(2, asked.question, Reply(Choice.CHOSEN, "lab"))
    done = taken(ledger(), replace(CHOICES, answers=answers), purpose="Dossier de jour")
    assert "functions_of_purpose" in codes(done)
    assert "purpose_in_part" not in codes(done)


def left_out(*functions: str, row: int = 2) -> Choices:
    answers = Answers()
    for name in functions:
        answers = answers.with_turned(Tick(row, "function", name))
    return replace(CHOICES, answers=answers)


@pytest.mark.parametrize(
    ("left", "functions", "offered"),
    [
        ((), ["lab", "pre"], {LAB: True, "Prescription": True}),
        ((LAB,), ["pre"], {LAB: False, "Prescription": True}),
        ((LAB, "Prescription"), [""], {LAB: False, "Prescription": False}),
    ],
)
def test_each_function_that_was_guessed_can_be_left_out(
    left: tuple[str, ...], functions: list[str], offered: dict[str, bool]
) -> None:
    """And taken again: what was left stays among those that may be ticked."""
    book = ledger()
    done = taken(book, left_out(*left), purpose="prescriptions, labo")
    assert sorted(use.function_id or "" for use in book.deployments) == functions
    assert guessed_functions(done.lines[0].remarks) == offered
    assert ("functions_left" in codes(done)) == bool(left)
    assert outcomes(done) == ["added"]


def test_what_is_left_out_is_not_supposed_from_the_kind_and_what_is_known_is_no_guess() -> None:
    book = ledger()
    taken(book, left_out(LAB), purpose="labo", kind="Prescription")
    assert [use.function_id for use in book.deployments] == [""]
    book = ledger()
    taken(book, purpose="labo")
    again = taken(stored_again(book), purpose="labo, prescription")
    assert guessed_functions(again.lines[0].remarks) == {"Prescription": True}


def test_what_a_person_named_is_no_guess() -> None:
    question = asked_of(taken(ledger(), purpose="labo / médicaments"))
    answers = Answers().with_reply(2, question, Reply(Choice.CHOSEN, "adm"))
    done = taken(ledger(), replace(CHOICES, answers=answers), purpose="labo / médicaments")
    assert guessed_functions(done.lines[0].remarks) == {LAB: True}


def with_added(*functions: str, row: int = 2) -> Choices:
    answers = Answers()
    for name in functions:
        answers = answers.with_turned(tick_of_added(row, name))
    return replace(CHOICES, answers=answers)


@pytest.mark.parametrize(
    ("purpose", "added", "functions", "addable"),
    [
        ("labo", (), ["lab"], ("Prescription", ADM)),
        ("labo", (ADM,), ["adm", "lab"], ("Prescription",)),
        ("", ("Prescription",), ["pre"], (ADM, LAB)),
        ("Commander les repas", (LAB,), ["lab"], ("Prescription", ADM)),
        ("labo", (LAB,), ["lab"], ("Prescription", ADM)),
    ],
)
def test_a_function_that_was_not_guessed_can_be_added(
    purpose: str, added: tuple[str, ...], functions: list[str], addable: tuple[str, ...]
) -> None:
    """And taken away again; what is used already is not offered."""
    book = ledger()
    done = taken(book, with_added(*added), purpose=purpose)
    assert sorted(use.function_id or "" for use in book.deployments) == functions
    assert done.lines[0].addable == addable
    told = [name for name in added if not (purpose == "labo" and name == LAB)]
    assert added_functions(done.lines[0].remarks) == tuple(told)


def test_where_nobody_uses_the_software_no_function_is_offered() -> None:
    done = taken(ledger(), replace(CHOICES, department_id=""), purpose="Prescription")
    assert done.lines[0].addable == ()


def test_what_was_added_leaves_a_program_of_many_functions_the_rest() -> None:
    answers = Answers().with_turned(tick_of_added(3, "Prescription"))
    kinds = (SoftwareKind("dpi", "DPI", "Dossier", "Record", function_ids=("pre", "adm")),)
    ward = Node("c", NodeKind.DEPARTMENT, "Cardiologie", "north")
    book = make_ledger(nodes=(NORTH, ward), kinds=kinds, functions=FUNCTIONS)
    lines = [line(2, software="Dx", kind="DPI"), line(3, software="BioServ", purpose="labo")]
    plan_import(ImportKind.SOFTWARE, lines, book, replace(CHOICES, answers=answers), new_id)
    names = {one.id: one.name for one in book.software}
    assert {(names[use.software_id], use.function_id) for use in book.deployments} == {
        ("Dx", "adm"),
        ("BioServ", "lab"),
        ("BioServ", "pre"),
    }
