from __future__ import annotations

import base64
import time
from collections.abc import Mapping
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern
from referent_desk.errors import RefusedInput
from referent_desk.exchange.ldif_files import is_ldif
from referent_desk.resources import resource
from tests.exchange.spreadsheet_files import read

PERSON = "objectClass: top\nobjectClass: person\nobjectClass: inetOrgPerson\n"


def account(attributes: str, name: str = "uid=n,ou=people,dc=ch,dc=example") -> str:
    return f"dn: {name}\n{PERSON}{attributes}\n"


def encoded(text: str, letters: str = "utf-8") -> str:
    return base64.b64encode(text.encode(letters)).decode()


def values(content: bytes | str) -> Mapping[Field, object]:
    return read(content).lines[0].values


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("dn: cn=x\nsn: y\n", True),
        ("# extended LDIF\n#\n version of a remark\nversion: 1\n\ndn:: Y249eA==\n", True),
        ("\ufeffdn: cn=x\r\nsn: y\r\n", True),
        ("dn;sn;givenName\nx;y;z\n", False),
        ("Nom;Service\nMartin;dn: x\n", False),
        ("", False),
    ],
)
def test_an_ldif_is_told_by_the_first_line_that_says_anything(content: str, expected: bool) -> None:
    assert is_ldif(content.encode()) is expected


def test_somebody_of_an_open_directory() -> None:
    found = read(
        account(
            "cn: Maelle Le Guellec\nsn: Le Guellec\ngivenName: Maelle\ntitle: AMA\n"
            "telephoneNumber: 4127\ntelephoneNumber: 4128\nou: Urgences\n"
            "mail: m@ch.example\nuserPassword:: e1NTSEF9\n"
        )
    )
    assert (found.kind, found.source) == (ImportKind.STAFF, "LDAP")
    assert dict(found.lines[0].values) == {
        Field.LAST_NAME: "Le Guellec", Field.FIRST_NAME: "Maelle", Field.ROLE: "AMA",
        Field.TELEPHONE: "4127 / 4128", Field.DEPARTMENT: "Urgences",
    }  # fmt: skip
    assert {column.title for column in found.columns}.isdisjoint({"mail", "userPassword"})
    reasons = {c.title: c.reason.code for c in found.columns if c.reason is not None}
    assert reasons == {"objectClass": "column_told", "cn": "column_told", "ou": "column_told"}


def test_somebody_of_active_directory() -> None:
    text = (
        "dn: CN=LE GUELLEC\\, Anne + OU=x,OU=Urgences,DC=ch\nobjectClass: user\n"
        "changetype: add\nsn: LE GUELLEC\ngivenName: Anne\ndepartment: Urgences\n"
        "ou: Comptes\ncompany: CH du Val\ndepartmentNumber: 0412\nemployeeType: Interne\n"
        "userAccountControl: 514\n"
    )
    assert dict(values(text)) == {
        Field.LAST_NAME: "LE GUELLEC", Field.FIRST_NAME: "Anne", Field.ROLE: "Interne",
        Field.DEPARTMENT: "Urgences", Field.ESTABLISHMENT: "CH du Val", Field.CODE: "0412",
        Field.ACTIVE: False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("sn:: " + encoded("Nguyễn"), "Nguyễn"),
        ("sn: Le Gu\n ellec", "Le Guellec"),
        ("sn: \n Le Guellec", "Le Guellec"),
        ("sn:: " + encoded("d’Urville")[:5] + "\n " + encoded("d’Urville")[5:], "d’Urville"),
        ("sn:: " + encoded("Œuvré", "cp1252"), "Œuvré"),
        ("SN: Martin", "Martin"),
        ("surname: Martin", "Martin"),
        ("sn: Martin\nsn: Martin-Roux", "Martin"),
        ("sn: Şahin", "Şahin"),
        ("sn;lang-fr: Autre\nsn: Martin", "Martin"),
    ],
)
def test_values_as_servers_write_them(line: str, name: str) -> None:
    assert values(account(f"{line}\ngivenName: Anne\n"))[Field.LAST_NAME] == name


@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_encoding_and_line_end(letters: str, end: str) -> None:
    text = account("sn: Lemaître-Dû\n puis\ngivenName: Zoé\n").replace("\n", end)
    assert values(text.encode(letters))[Field.LAST_NAME] == "Lemaître-Dûpuis"


def test_a_letter_that_is_cut_between_two_lines_is_one_letter() -> None:
    raw = account("sn: Béa\ngivenName: Zoé\n").encode()
    place = raw.index("é".encode()) + 1
    assert values(raw[:place] + b"\n " + raw[place:])[Field.LAST_NAME] == "Béa"


@pytest.mark.parametrize(
    ("attributes", "fields"),
    [
        ("cn: Maëlle Le Guellec\ngivenName: Maëlle\n", {Field.LAST_NAME: "Le Guellec"}),
        ("cn: Le Guellec Maelle\ngivenName: Maëlle\n", {Field.LAST_NAME: "Le Guellec"}),
        ("cn: Maëlle Le Guellec\n", {Field.FULL_NAME: "Maëlle Le Guellec"}),
        ("cn: svc_glpi\n", {}),
        ("cn: Secrétariat urgences\n", {}),
    ],
)
def test_an_account_without_a_last_name(attributes: str, fields: dict[Field, str]) -> None:
    found = values(account(attributes))
    assert {f: v for f, v in found.items() if f is not Field.FIRST_NAME} == fields


@pytest.mark.parametrize(
    "classes",
    [
        "organizationalUnit",
        "group",
        "posixGroup",
        "user\nobjectClass: computer",
        "person\nobjectClass: contact",
        "dcObject",
    ],
)
def test_what_is_nobody_is_a_line_that_is_refused(classes: str) -> None:
    text = f"dn: cn=x,dc=y\nobjectClass: top\nobjectClass: {classes}\ncn: PC-014\n\n"
    found = read(text + account("sn: Martin\ngivenName: Paul\n"))
    assert [(r.concern, r.code, r.value("name")) for r in found.lines[0].remarks] == [
        (Concern.REFUSAL, "no_staff_entry", "PC-014")
    ]
    assert found.lines[1].remarks == ()


def test_an_entry_bears_the_number_of_the_line_where_it_begins() -> None:
    text = "# remark\nversion: 1\n\n" + account("sn: A\n b\ngivenName: C\n") + "\n\n"
    found = read(text + account("sn: D\ngivenName: E\n"))
    assert [line.row for line in found.lines] == [4, 14]


@pytest.mark.parametrize("kind", ["modify", "delete", "modrdn", "MODDN "])
def test_a_file_of_changes_is_refused(kind: str) -> None:
    changed = f"dn: cn=x\nchangetype: {kind}\nreplace: sn\nsn: y\n-\n"
    with pytest.raises(RefusedInput) as refused:
        read(account("sn: A\ngivenName: B\n") + "\n" + changed)
    assert "holds changes to a directory" in refused.value.happened


@pytest.mark.parametrize("wrong", ["sn Martin", "sn:: A", "dn: cn=again", "é: x"])
def test_what_is_no_ldif_any_more_is_refused_with_its_line(wrong: str) -> None:
    text = account("sn: A\ngivenName: B\n") + "\n" + account(wrong + "\n")
    with pytest.raises(RefusedInput) as refused:
        read(text)
    assert "line 9" in refused.value.happened


def test_what_stands_outside_every_entry_is_not_passed_over() -> None:
    with pytest.raises(RefusedInput):
        read(account("sn: A\ngivenName: B\n") + "\nsn: nobody\n")


def test_an_address_in_a_file_is_never_opened() -> None:
    text = account("sn:< file:///etc/hostname\ngivenName: B\ncn: Anne B\n")
    assert Field.LAST_NAME not in values(text) or values(text)[Field.LAST_NAME] == "Anne"


def test_a_name_of_an_entry_cannot_hold_the_program_up() -> None:
    hostile = "cn=" + "+".join(f"a{n}=b" for n in range(60)) + ",x"
    photo = "jpegPhoto:: " + "\n ".join(["A" * 76] * 20_000)
    before = time.perf_counter()
    assert len(read(account(f"sn: A\ngivenName: B\n{photo}\n", hostile)).lines) == 1
    assert time.perf_counter() - before < 5


def test_thousands_of_accounts_are_read_in_a_moment() -> None:
    more = "memberOf: cn=group,ou=groups,dc=ch,dc=example\n" * 5
    text = "\n".join(account(f"sn: Nom{n}\ngivenName: Zoé\n{more}") for n in range(5_000))
    before = time.perf_counter()
    assert len(read(text).lines) == 5_000
    assert time.perf_counter() - before < 5


_PIECES = st.sampled_from(
    [b"dn: cn=x\n", b"sn: A\n", b"sn:: QQ==\n", b"\n", b" ", b":", b"\r\n", b"# x\n", b"\x00",
     b"version: 1\n", b"objectClass: user\n", b"-\n", b"changetype: add\n", b"\xff"]
)  # fmt: skip


@given(st.lists(_PIECES | st.binary(max_size=8), max_size=12))
def test_whatever_follows_an_entry_is_read_or_refused_with_a_sentence(pieces: list[bytes]) -> None:
    with suppress(RefusedInput):
        read(b"dn: cn=x\nsn: A\ngivenName: B\n" + b"".join(pieces))


def test_the_directory_of_the_demo_hospital() -> None:
    found = read(resource("examples/accounts.ldif").read_bytes())
    named = [line.text(Field.LAST_NAME) for line in found.lines if Field.LAST_NAME in line.values]
    assert {"Le Guellec", "d’Urville", "van der Berg", "Şahin", "Nguyễn", "O"} <= set(named)
    assert [line.remarks[0].value("name") for line in found.lines if line.remarks] == [
        "Utilisateurs", "URG-PC-014", "Référents logiciels",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        (
            "DistinguishedName,Enabled,GivenName,ObjectClass,Surname,Department,Title,OfficePhone\n"
            '"CN=A B,DC=x",False,Anne,user,Bézard,Urgences,AMA,4127\n'
        ),
        (
            "DN,objectClass,sn,givenName,department,title,telephoneNumber,userAccountControl\n"
            '"CN=A B,DC=x",user,Bézard,Anne,Urgences,AMA,4127,66050\n'
        ),
    ],
)
def test_a_list_of_accounts_as_csv_is_known_too(text: str) -> None:
    found = read(text)
    assert found.source == "LDAP"
    assert dict(found.lines[0].values) == {
        Field.LAST_NAME: "Bézard", Field.FIRST_NAME: "Anne", Field.ROLE: "AMA",
        Field.TELEPHONE: "4127", Field.DEPARTMENT: "Urgences", Field.ACTIVE: False,
    }  # fmt: skip
