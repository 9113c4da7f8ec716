"""Every column that is not taken has its reason, in the guide and in the report."""

from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import ImportReport
from referent_desk.exchange.import_reports import heading
from referent_desk.exchange.import_words import remark_sentence
from referent_desk.exchange.lists import ListOptions, SourceList
from tests.exchange.spreadsheet_files import read


def fields(found: SourceList) -> dict[str, Field | None]:
    return {column.title: column.field for column in found.columns}


@pytest.mark.parametrize(
    ("titles", "kind", "taken"),
    [
        (
            "Service;Responsable;Cadre;DECT",
            ImportKind.DEPARTMENTS,
            [Field.DEPARTMENT, Field.HEAD, Field.WARD_MANAGER, Field.DECT],
        ),
        (
            "Nom;Prénom;Rôle;DECT",
            ImportKind.STAFF,
            [Field.LAST_NAME, Field.FIRST_NAME, Field.ROLE, Field.DECT],
        ),
        (
            "Logiciel;À quoi ça sert ?",
            ImportKind.SOFTWARE,
            [Field.SOFTWARE, Field.PURPOSE],
        ),
        (
            "Service;Logiciel;Utilité;Cadre",
            ImportKind.DEPLOYMENTS,
            [Field.DEPARTMENT, Field.SOFTWARE, Field.PURPOSE, Field.WARD_MANAGER],
        ),
        (
            "Logiciel;Observations",
            ImportKind.SOFTWARE,
            [Field.SOFTWARE, Field.REMARKS],
        ),
        (
            "Service;Application;Commentaires",
            ImportKind.DEPLOYMENTS,
            [Field.DEPARTMENT, Field.SOFTWARE, Field.REMARKS],
        ),
        *(
            (
                f"Logiciel;{title}",
                ImportKind.SOFTWARE,
                [Field.SOFTWARE, Field.TOLERATED_INTERRUPTION],
            )
            for title in (
                "Tolérance d'arrêt",
                "DMIA",
                "Durée max d’interruption",
                "Durée d’interruption tolérée (h)",
                "Tolérance à l’arrêt",
            )
        ),
        ("Logiciel;RTO", ImportKind.SOFTWARE, [Field.SOFTWARE, Field.RECOVERY_TIME]),
        ("Nom;Fonction", ImportKind.STAFF, [Field.LAST_NAME, Field.ROLE]),
        ("Qui;DECT", ImportKind.DIRECTORY, [Field.LABEL, Field.DECT]),
    ],
)
def test_columns_as_wards_head_them_are_taken(
    titles: str, kind: ImportKind, taken: list[Field]
) -> None:
    found = read(f"{titles}\n" + ";".join("xyz4" for _ in titles.split(";")) + "\n")
    assert found.kind is kind
    assert list(fields(found).values()) == taken


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("Service;Téléphone;Tel\nA;1;2\n", ListOptions(), "column_given"),
        ("Service;Téléphone;Tel. 2\nA;1;2\n", ListOptions(), "column_given"),
        ("Service;Logiciel;Responsable\nA;B;C\n", ListOptions(), "column_head_or_owner"),
        ("Logiciel;Criticité;Cadre\nA;2;C\n", ListOptions(), "column_elsewhere"),
        ("Service;Code;Couleur\nA;1;bleu\n", ListOptions(), "column_unknown"),
        ("Service;Code;Couleur\nA;1;\n", ListOptions(), "column_empty"),
        (
            "Service;Code;Lits\nA;1;4\n",
            ListOptions(fields={0: Field.DEPARTMENT, 1: Field.CODE}),
            "column_left",
        ),
    ],
)
def test_a_column_that_is_not_taken_says_why(text: str, options: ListOptions, code: str) -> None:
    found = read(text, options)
    (untaken,) = (column for column in found.columns if column.field is None)
    assert untaken.reason is not None
    assert untaken.reason.code == code
    sentence = remark_sentence(untaken.reason)
    assert sentence.endswith(".")
    assert "{" not in sentence
    report = ImportReport("a.csv", found.kind, "", "", 1, found.columns, (), (), (), dry_run=True)
    assert f"Columns not taken: {untaken.title}. {sentence}" in list(heading(report))
