from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pikepdf
import pytest
import zxingcpp

from referent_desk.domain.sheets import ProcedureBody, Sheet
from referent_desk.language import Language, language
from referent_desk.paper.binder import PrintedBinder, write_binder
from tests.paper.pdfs import (
    MM,
    letter_boxes,
    letters_only,
    noisy_raster,
    opened,
    page_texts,
    structure,
)
from tests.paper.wards import HEAD, PROCEDURE, STAMP, sheet, ward_sheets


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    return ward_sheets("fr")


@pytest.fixture(scope="module")
def printed(sheets: list[Sheet]) -> PrintedBinder:
    return write_binder(sheets, HEAD, STAMP, language("en"))


@pytest.fixture(scope="module")
def one_sided(sheets: list[Sheet]) -> PrintedBinder:
    return write_binder(sheets, HEAD, STAMP, language("en"), one_sided=True)


def test_every_page_names_department_sheet_revision_check_code_and_its_number(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    texts = page_texts(printed.pdf)
    page = 0
    for found, count in zip(sheets, printed.pages_of, strict=True):
        for number in range(1, count + count % 2 + 1):
            number_words = (
                f"page {number}/{count}" if number <= count else f"back of {count}/{count}"
            )
            for expected in (
                found.content.code,
                "rev. 3",
                number_words,
                found.check_code,
                HEAD.department,
                HEAD.establishment,
                found.qr_payload("CAR2"),
            ):
                assert expected in texts[page], (found.content.code, number)
            page += 1
    assert page == len(texts) == printed.pages


def test_each_sheet_begins_on_a_front_page_and_empty_backs_say_so(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    texts = page_texts(printed.pdf)
    starts = [sum(count + count % 2 for count in printed.pages_of[:n]) for n in range(len(sheets))]
    assert all(start % 2 == 0 for start in starts)
    for start, count in zip(starts, printed.pages_of, strict=True):
        back_is_empty = (
            "This page is left empty on purpose." in texts[start + count - 1 + count % 2]
        )
        assert back_is_empty == bool(count % 2)


def test_a_one_sided_binder_has_no_empty_backs(one_sided: PrintedBinder) -> None:
    assert one_sided.pages == sum(one_sided.pages_of)
    assert not any("left empty" in text for text in page_texts(one_sided.pdf))


def test_the_code_of_every_page_is_read_from_a_noisy_photocopy(
    sheets: list[Sheet], one_sided: PrintedBinder
) -> None:
    expected = [
        found.qr_payload("CAR2")
        for found, count in zip(sheets, one_sided.pages_of, strict=True)
        for _page in range(count)
    ]
    qr_code = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    read = []
    for page in range(one_sided.pages):
        picture = noisy_raster(one_sided.pdf, page, seed=page)
        codes = zxingcpp.read_barcodes(picture, qr_code)
        read.append([code.text for code in codes])
    assert read == [[payload] for payload in expected]


def test_every_code_is_two_centimetres_wide_in_alphanumeric_mode(printed: PrintedBinder) -> None:
    picture = noisy_raster(printed.pdf, 0, seed=1)
    code = zxingcpp.read_barcodes(picture)[0]
    width = code.position.top_right.x - code.position.top_left.x
    assert width * 25.4 / 150 >= 21.5
    assert code.ec_level == "M"


def test_no_letter_lies_outside_of_the_margins(printed: PrintedBinder) -> None:
    for page, (left, bottom, right, top) in letter_boxes(printed.pdf):
        punched_left = page % 2 == 0
        least = 19 * MM if punched_left else 9 * MM
        most = (210 - 9) * MM if punched_left else (210 - 19) * MM
        assert least <= left <= right <= most, f"page {page + 1}"
        assert 7 * MM <= bottom <= top <= (297 - 7) * MM, f"page {page + 1}"


def test_the_file_is_sound_and_embeds_each_face_once(printed: PrintedBinder) -> None:
    with structure(printed.pdf) as document:
        assert document.check_pdf_syntax() == []
        fonts = {
            font.objgen: font for page in document.pages for font in page.Resources.Font.values()
        }
        bases = Counter(str(font.BaseFont) for font in fonts.values())
        assert set(bases.values()) == {1}
        assert all("/FontFile2" in font.FontDescriptor for font in fonts.values())
        main = [base for base in bases if "AtkinsonHyperlegible" in base]
        assert len(main) == 2


def test_the_file_says_its_title_language_and_how_to_print_it(
    printed: PrintedBinder, one_sided: PrintedBinder
) -> None:
    with structure(printed.pdf) as document, structure(one_sided.pdf) as single:
        assert document.docinfo["/Title"] == "Downtime binder: Cardiologie — hospitalisation"
        assert document.Root.Lang == "en"
        assert document.docinfo["/CreationDate"] == "D:20261109140200+00'00'"
        assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
        assert document.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
        assert single.Root.ViewerPreferences.Duplex == pikepdf.Name.Simplex


def test_the_bookmarks_lead_to_the_first_page_of_each_sheet(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    with structure(printed.pdf) as document, document.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            f"{found.content.code}  {found.content.title}" for found in sheets
        ]
    starts = [sum(count + count % 2 for count in printed.pages_of[:n]) for n in range(len(sheets))]
    with opened(printed.pdf) as file:
        assert [mark.get_dest().get_index() for mark in file.get_toc()] == starts


def test_the_same_binder_has_the_same_bytes_twice(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    again = write_binder(ward_sheets("fr"), HEAD, STAMP, language("en"))
    assert again == printed


def test_another_copy_changes_the_stamps_and_nothing_of_the_bodies(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    other = write_binder(sheets, HEAD, replace(STAMP, copy_number=3), language("en"))
    assert other.pdf != printed.pdf
    assert "copy 3" in page_texts(other.pdf)[4]
    assert other.pages_of == printed.pages_of


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "nobody is appointed"),
        (1, "named on the sheet of each software"),
        (2, "named on the sheet of each software"),
    ],
)
def test_the_foot_says_where_nobody_is_the_referent_for_all(
    sheets: list[Sheet], count: int, said: str
) -> None:
    stamp = replace(STAMP, referent="", referent_count=count)
    other = write_binder(sheets, HEAD, stamp, language("en"))
    assert letters_only(said) in letters_only(page_texts(other.pdf)[0])


def test_the_foot_tells_whether_the_sheet_can_be_trusted(printed: PrintedBinder) -> None:
    text = page_texts(printed.pdf)[0]
    for expected in (
        "Referent: M. Aubry (AMA)",
        "deputy: C. Lemaire",
        "approved by Dr Valette on 03/02/2026",
        "next review: 03/02/2027",
        "last drill: 18/11/2025, 14 min, réussi",
        "copy 2 · poste infirmier · kept by M. Aubry",
        "print run 31 · printed on 09/11/2026 at 14:02",
    ):
        assert letters_only(expected) in letters_only(text)


def test_a_preview_says_that_it_is_not_recorded_and_has_no_revision() -> None:
    preview = replace(sheet("PRE-01", "Prescription", PROCEDURE), revision=None)
    stamp = replace(STAMP, run_number=None)
    text = page_texts(write_binder([preview], HEAD, stamp, language("en")).pdf)[0]
    assert "Preview, not recorded" in text
    assert "rev. —" in text


def test_the_paper_speaks_the_language_of_the_binder(french: Language) -> None:
    found = [sheet("PRE-01", "Prescription", PROCEDURE)]
    texts = page_texts(write_binder(found, HEAD, STAMP, french, one_sided=True).pdf)
    for expected in ("Retour à la normale", "Ne marche plus", "QUI DÉCIDE", "rév. 3"):
        assert expected.casefold() in " ".join(texts).casefold()


def test_the_list_names_each_sheet_with_revision_check_code_and_pages(
    sheets: list[Sheet], printed: PrintedBinder
) -> None:
    texts = page_texts(printed.pdf)
    listed = letters_only(" ".join(texts[2 : 2 + printed.pages_of[1]]))
    for found, count in zip(sheets[2:], printed.pages_of[2:], strict=True):
        row = f"{found.content.code}{found.content.title}3{found.check_code}{count}"
        assert letters_only(row) in listed


def test_progress_counts_the_sheets_and_may_end_the_work(sheets: list[Sheet]) -> None:
    told: list[tuple[int, int]] = []
    write_binder(
        sheets[:3], HEAD, STAMP, language("en"), progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_binder(sheets[:3], HEAD, STAMP, language("en"), progress=stop)


@pytest.mark.logs_warnings
def test_a_sheet_that_cannot_be_set_prints_as_plain_text_and_the_rest_comes_out() -> None:
    broken = replace(PROCEDURE, trigger=12, decides="Le cadre <décide> & signe.")  # type: ignore[arg-type]
    found = [sheet("BRK-01", "Brisé", broken), sheet("PRE-01", "Prescription", PROCEDURE)]
    binder = write_binder(found, HEAD, STAMP, language("en"), one_sided=True)
    assert binder.set_plain == ("BRK-01",)
    texts = page_texts(binder.pdf)
    assert "This page could not be laid out" in texts[0]
    assert "Le cadre <décide> & signe." in texts[0]
    assert PROCEDURE.steps[0].forms[0] in texts[0]
    assert "Prescription des médicaments" in texts[1] + texts[2]


@pytest.mark.logs_warnings
def test_a_code_that_no_symbol_can_say_is_still_printed_in_letters() -> None:
    head = replace(HEAD, paper_code="été")
    pdf = write_binder(
        [sheet("PRE-01", "Prescription", PROCEDURE)], head, STAMP, language("en")
    ).pdf
    assert "RD1 S été PRE-01 3" in page_texts(pdf)[0]
    assert zxingcpp.read_barcodes(noisy_raster(pdf, 0, seed=1)) == []


def test_a_binder_without_sheets_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one sheet"):
        write_binder([], HEAD, STAMP, language("en"))


def test_names_of_three_hundred_letters_stay_on_the_paper() -> None:
    name = "Xy" * 150
    stamp = replace(STAMP, referent=name, deputy=name, security_referent="", copy_place=name)
    head = replace(HEAD, establishment=name, pole=name, department=name, place=name)
    body = ProcedureBody(function="Prescription", title="", software="X")
    pdf = write_binder([sheet("PRE-01", "Titre", body)], head, stamp, language("en")).pdf
    lines = {round(bottom) for page, (_l, bottom, _r, _t) in letter_boxes(pdf) if page == 0}
    rule = (297 - 8 - 25.9) * MM
    assert not any(rule - 2 * MM < bottom < rule + 1 * MM for bottom in lines)
    assert all(bottom >= 7 * MM for _page, (_left, bottom, _right, _top) in letter_boxes(pdf))


def test_long_names_stay_within_the_head_and_the_foot() -> None:
    name = "Chirurgie orthopédique, traumatologique et reconstructrice du rachis"
    head = replace(HEAD, establishment=name, pole=name, department=name, place=name)
    stamp = replace(STAMP, referent=name, deputy=name, holder=name, copy_place=name)
    body = ProcedureBody(function=name, title=name, software=name)
    pdf = write_binder([sheet("PRE-01", name, body)], head, stamp, language("en")).pdf
    assert letters_only(name) in letters_only(page_texts(pdf)[0])
    for page, (left, bottom, right, top) in letter_boxes(pdf):
        assert left >= (19 if page == 0 else 9) * MM
        assert right <= (201 if page == 0 else 191) * MM
        assert 7 * MM <= bottom <= top <= 290 * MM


def test_a_referent_for_software_and_security_is_named_once_in_the_foot() -> None:
    stamp = replace(STAMP, referent="M. Aubry · 4121", security_referent="M. Aubry · 4121")
    body = ProcedureBody(function="Prescription", title="", software="X")
    pdf = write_binder([sheet("PRE-01", "Titre", body)], HEAD, stamp, language("en")).pdf
    text = page_texts(pdf)[0]
    assert "Referent for software and security: M. Aubry · 4121" in text
    assert text.count("4121") == 1
