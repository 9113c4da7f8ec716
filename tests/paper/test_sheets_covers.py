from __future__ import annotations

from referent_desk.domain.sheets import CoverBody
from referent_desk.paper.binder import write_binder
from tests.paper.pdfs import letter_boxes
from tests.paper.prints import EN, pages_of, says
from tests.paper.wards import COVER, HEAD, STAMP, sheet


def test_the_cover_says_whose_binder_it_is_and_how_to_open_it() -> None:
    says(
        COVER, COVER.department, COVER.group, "Open at REF-01", "9 November 2026", "poste infirmier"
    )
    long = CoverBody("Groupe " * 9, "Hôpital " * 9, "Service de soins " * 4, place="Aile " * 12)
    assert len(pages_of(long)) == 1


def test_the_name_of_the_department_is_the_largest_thing_on_the_cover() -> None:
    pdf = write_binder([sheet("COUV", "Classeur", COVER)], HEAD, STAMP, EN, one_sided=True).pdf
    heights = [top - bottom for _page, (_left, bottom, _right, top) in letter_boxes(pdf)]
    assert max(heights) > 33
