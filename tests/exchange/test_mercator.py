from __future__ import annotations

import pytest

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern, SourceLine
from referent_desk.exchange.mercator import without_markup
from tests.exchange.spreadsheet_files import read

APPLICATIONS = (
    "Bloc applicatif,Nom,Description,Exploitation,Responsable,Éditeur,RTO,RPO\n"
    "Médical,Alpha,Dossier,DSI,Claire,Éditeur A,60,240\n"
    "Laboratoire,Bêta,Analyses,DSI,Luc,,0,0\n"
)
ENTITIES = (
    "id,name,contact_point,is_external,entity_type,parent_entity_id\n"
    '1,Éditeur A,"<p>Tel : 32 54 65</p>",1,Fournisseur,\n'
    '3,HOPITAL,"<p>Mail: x@y.z<br>Tel: 88 800</p>",0,Interne,\n'
    '4,LABO,"<p>Tel : 23 45</p><p>&nbsp;</p>",0,Interne,3\n'
    '5,GARDE,"<p>Néant</p>",,Interne,4\n'
    "6,FÉDÉRATION,,0,Fournisseur,\n"
)


def codes(line: SourceLine) -> list[str]:
    return [remark.code for remark in line.remarks]


def test_applications_are_software_with_minutes_and_zero_not_defined() -> None:
    found = read(APPLICATIONS)
    assert (found.kind, found.source) == (ImportKind.SOFTWARE, "Mercator")
    first, second = found.lines
    assert dict(first.values) == {
        Field.SOFTWARE: "Alpha", Field.VENDOR: "Éditeur A", Field.IT_OWNER: "Claire",
        Field.SUPPORT_CONTACT: "DSI", Field.RECOVERY_TIME: 60, Field.RECOVERY_POINT: 240,
    }  # fmt: skip
    assert codes(second) == ["zero_duration", "zero_duration"]


def test_the_report_export_names_the_referent_and_its_editor() -> None:
    text = (
        "id,name,description,vendor,editor,responsible,functional_referent,application_block_id,"
        "version,rto,rpo\n1,Alpha,<p>x</p>,,Éditeur A,Claire,Jeanne,3,7.1,60,240\n"
    )
    (line,) = read(text).lines
    assert line.values[Field.REFERENT] == "Jeanne"
    assert line.values[Field.VENDOR] == "Éditeur A"
    assert line.values[Field.VERSION] == ("7.1",)


def test_entities_inside_are_departments_below_those_they_stand_under() -> None:
    found = read(ENTITIES)
    assert found.kind is ImportKind.DEPARTMENTS
    vendor, top, below, deeper, both = found.lines
    assert dict(top.values) == {Field.ESTABLISHMENT: "HOPITAL", Field.TELEPHONE: "88 800"}
    assert dict(below.values) == {
        Field.ESTABLISHMENT: "HOPITAL", Field.DEPARTMENT: "LABO", Field.TELEPHONE: "23 45",
    }  # fmt: skip
    assert dict(deeper.values) == {
        Field.ESTABLISHMENT: "HOPITAL", Field.DEPARTMENT: "LABO", Field.UNIT: "GARDE",
    }  # fmt: skip
    assert [(r.concern, r.code) for r in vendor.remarks] == [
        (Concern.REFUSAL, "vendor_is_no_department")
    ]
    assert [(r.concern, r.code) for r in both.remarks] == [(Concern.DOUBT, "vendor_or_department")]


def test_the_list_of_entities_tells_companies_from_departments() -> None:
    text = (
        "Nom,Externe à l'organisme,Type d'entité,Point de contact\n"
        "Éditeur A,Oui,Fournisseur,Tel : 1\nLABO,Non,Interne,Tel : +33 44\n"
    )
    company, laboratory = read(text).lines
    assert codes(company) == ["vendor_is_no_department"]
    assert laboratory.values == {Field.DEPARTMENT: "LABO"}
    assert codes(laboratory) == ["truncated"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("id,name,source_id,destination_id\n1,A,2,3\n", "mercator_relations"),
        ("id,name,macroprocess_id,owner\n1,A,2,B\n", "mercator_processes"),
        ("id,name,nature,type,contact\n1,Soignant,Groupe,Interne,\n", "mercator_actors"),
        ("id,name,description,responsible\n1,Bloc,x,\n", "mercator_application_blocks"),
    ],
)
def test_a_list_without_anything_of_ours_is_refused_line_by_line(text: str, code: str) -> None:
    found = read(text)
    assert [codes(line) for line in found.lines] == [[code]]
    assert found.lines[0].remarks[0].concern is Concern.REFUSAL


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Tél : 1<br>x&nbsp;y</p>", "Tél : 1\nx\u00a0y\n"),
        ("<nom du cadre>", "<nom du cadre>"),
        ("R&D;", "R&D;"),
        ("<a href='x'>lien</a> &amp; <strong>fort</strong>", "lien & fort"),
    ],
)
def test_markup_becomes_text_and_other_brackets_stay(text: str, plain: str) -> None:
    assert without_markup(text) == plain
