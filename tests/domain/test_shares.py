from __future__ import annotations

import pytest

from referent_desk.domain.shares import (
    Owner,
    Part,
    ShareNumbers,
    shares_of,
    shares_of_software,
)
from referent_desk.language import language
from referent_desk.words.help_given import part_word, shares_line

NUMBERS = ShareNumbers("Ada Moreau 4312", "4700")


@pytest.mark.parametrize("screen", ["today", "software", "procedures", "binders", "no_such"])
def test_every_screen_says_what_is_the_referents_and_what_is_its(screen: str) -> None:
    shares = shares_of(screen, NUMBERS)
    assert [share.owner for share in shares[:2]] == [Owner.REFERENT, Owner.IT]
    assert [share.contact for share in shares[:2]] == ["Ada Moreau 4312", "4700"]
    assert all(share.parts for share in shares)


def test_where_nothing_is_the_vendors_nothing_is_said_of_them() -> None:
    assert Owner.VENDOR not in {share.owner for share in shares_of("binders", NUMBERS)}


def test_a_support_inside_the_hospital_is_the_it_department() -> None:
    _referent, it, vendor = shares_of_software("poste 4700", "P. Oliveira", "on_site", NUMBERS)
    assert (it.contact, vendor.contact) == ("P. Oliveira, poste 4700", "")


def test_what_runs_at_the_vendors_is_kept_running_by_the_vendor() -> None:
    support = "01 99 00 71 10"
    _referent, it, vendor = shares_of_software(support, "", "vendor", NUMBERS)
    assert Part.INSTALLING not in it.parts
    assert Part.RUNNING in vendor.parts
    assert (it.contact, vendor.contact) == ("4700", support)


def test_the_line_names_whom_to_call() -> None:
    line = shares_line(shares_of("today", NUMBERS), language("en"))
    assert line.startswith("Referent (Ada Moreau 4312): using it, a helping hand")
    assert "IT department (4700): accounts" in line


def test_every_part_has_its_words() -> None:
    said = [part_word(part, language("en")) for part in Part]
    assert len(set(said)) == len(Part)
