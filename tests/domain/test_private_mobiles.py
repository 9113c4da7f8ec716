from __future__ import annotations

import pytest

from referent_desk.domain.people import Person
from referent_desk.domain.private_mobiles import printed_telephone


@pytest.mark.parametrize(
    ("telephone", "printed"),
    [
        ("4202", "4202"),
        ("04 77 12 42 05", "04 77 12 42 05"),
        ("06 12 34 56 78", ""),
        ("+33 6 12 34 56 78", ""),
        ("0033612345678", ""),
        ("+33 (0)7 12 34 56 78", ""),
        ("06.12.34.56.78 (portable)", ""),
        ("06/12/34/56/78", ""),
        ("06 12 34 56 78 / DECT 4210", "DECT 4210"),
        ("0612345678/4210", "4210"),
        ("06 12 34 56 78/4210", "4210"),
        ("4210 – 06 12 34 56 78", "4210"),
        ("4210 ou 06 12 34 56 78", "4210"),
        ("4210 (06 12 34 56 78)", "4210"),
        ("04 77 12 42 05, port. 06 12 34 56 78", "04 77 12 42 05"),
        ("06 12 34 56 78 (astreinte)", "06 12 34 56 78 (astreinte)"),
        ("DECT 06 12 34 56 78", "DECT 06 12 34 56 78"),
        ("portable de service 06 12 34 56 78", "portable de service 06 12 34 56 78"),
        ("06 12 34 56 78 pro / 4210", "06 12 34 56 78 pro / 4210"),
        ("06 12 34 56 78 (pro) / 07 11 22 33 44", "06 12 34 56 78 (pro)"),
        ("07 11 22 33 44 (perso, hors service)", ""),
        ("poste 4 / 6", "poste 4 / 6"),
        ("", ""),
    ],
)
def test_a_mobile_of_the_staff_is_put_on_no_sheet_unless_it_is_said_to_be_of_work(
    telephone: str, printed: str
) -> None:
    assert printed_telephone(telephone) == printed
    assert Person("1", "Marchand", telephone=telephone).printed_telephone == printed
