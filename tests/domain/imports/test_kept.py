from __future__ import annotations

import pytest

from referent_desk.domain.imports.answers import Answers, Choice, Offer, Question, Reply, Tick
from referent_desk.domain.imports.guides import ListChoices, TextForm
from referent_desk.domain.imports.kept import KeptImport, kept_import, values_of
from referent_desk.domain.imports.kinds import Field, ImportKind

QUESTION = Question("near_name", (("name", "A « b »"), ("near", "c")), (Offer(Reply(Choice.SAME)),))
KEPT = KeptImport(
    "/dossier/liste é.csv",
    "0f",
    "1234",
    TextForm("cp1252", ";"),
    ListChoices("Feuil1", 3, ImportKind.STAFF, {2: Field.DECT}, "Nord", "c", "Bloc", False),
    Answers({}, frozenset({Tick(4, "telephone", "12")}), frozenset({7, 3}), adds_people=False)
    .with_reply(4, QUESTION, Reply(Choice.SAME))
    .with_reply(5, Question("ambiguous", (), ()), Reply(Choice.CHOSEN, "id")),
    "lines",
)


@pytest.mark.parametrize(
    "kept", [KEPT, KeptImport("", "", "", TextForm(), ListChoices(), Answers())]
)
def test_what_was_settled_and_answered_comes_back_as_it_was(kept: KeptImport) -> None:
    assert kept_import(values_of(kept)) == kept


@pytest.mark.parametrize(
    "damaged",
    [{}, {"choices": "{}"}, {"answers": "[1]"}, {"form": "3"}, {"choices": '{"kind": "pets"}'}],
)
def test_what_cannot_be_read_is_as_if_it_were_not_there(damaged: dict[str, str]) -> None:
    values = {**values_of(KEPT), **damaged} if damaged else {}
    assert kept_import(values) is None
