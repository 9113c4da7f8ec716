from __future__ import annotations

from referent_desk.domain.sheets import ListBody, ListLine, Sheet
from referent_desk.paper.binder import write_binder
from tests.paper.pdfs import letters_only, page_texts
from tests.paper.prints import EN, pages_of, says
from tests.paper.wards import HEAD, MISSING, STAMP, listed, sheet


def _many(count: int) -> list[Sheet]:
    return [sheet(f"A{number:02}-01", f"Titre {number}", MISSING) for number in range(count)]


def test_the_list_says_when_a_binder_is_complete_and_which_list_wins() -> None:
    says(
        listed(_many(3)),
        "This binder is complete if each sheet below is in it with this check code.",
        "3 sheets.",
        "is taken out and destroyed, except the cover and this list; the newest list wins",
        "Copy 2 · poste infirmier · kept by M. Aubry",
        "FILED ON, BY",
        "Signature",
    )


def test_twenty_seven_sheets_fit_on_one_page_of_the_list() -> None:
    found = _many(27)
    binder = write_binder(
        [sheet("LISTE", "Liste", listed(found)), *found], HEAD, STAMP, EN, one_sided=True
    )
    assert binder.pages_of[0] == 1
    assert "Titre26" in letters_only(page_texts(binder.pdf)[0])


def test_a_long_list_repeats_its_head_on_each_page() -> None:
    texts = pages_of(listed(_many(90)))
    assert len(texts) > 2
    assert all("CHECK" in text for text in texts)
    assert all(f"A{number:02}-01" in " ".join(texts) for number in range(90))


def test_a_sheet_that_is_not_in_this_printing_is_listed_without_pages() -> None:
    says(ListBody((ListLine("OLD-01", None, "K7M4"),)), "OLD-01—K7M4")
