from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp

from referent_desk.domain.copies import StraySheet
from referent_desk.domain.replacements import slip_sheet
from referent_desk.domain.slips import SheetNumber, SlipBody, SlipLine
from referent_desk.language import Language, language
from referent_desk.paper.binder import write_binder
from referent_desk.paper.sheets_slips import slip_title
from tests.paper.pdfs import letter_boxes, letters_only, noisy_raster, page_texts
from tests.paper.prints import EN
from tests.paper.wards import HEAD, MISSING, STAMP, sheet

FR = language("fr")
OLD, NEW = SheetNumber(14, "C2RE"), SheetNumber(15, "J6LW")
REPLACED = SlipLine(
    "ANN-01", "Annuaire de secours", OLD, NEW, "le numéro du laboratoire a changé le 16 mars"
)
INSERTED = SlipLine("LAB-02", "Analyses", None, SheetNumber(1, "R5VB"), "la procédure est écrite")
REMOVED = SlipLine(
    "IMA-01", "Imagerie", SheetNumber(6, "U3DC"), None, "RadioVue n’est plus utilisé"
)


def slip(*lines: SlipLine, spoken: Language = FR, **more: object) -> SlipBody:
    said: dict[str, object] = {"remaining": 14, "copy_number": 2, "run_number": 32, **more}
    return SlipBody(slip_title(lines, spoken), lines, **said)  # type: ignore[arg-type]


def printed(body: SlipBody, spoken: Language = FR, *, one_sided: bool = False) -> bytes:
    found = slip_sheet(body, spoken.code, ())
    return write_binder([found], HEAD, STAMP, spoken, one_sided=one_sided).pdf


def text_of(body: SlipBody, spoken: Language = FR) -> str:
    return letters_only("".join(page_texts(printed(body, spoken)))).casefold()


def says(body: SlipBody, *expected: str, spoken: Language = FR) -> None:
    text = text_of(body, spoken)
    for words in expected:
        assert letters_only(words).casefold() in text, words


def test_a_slip_says_what_to_take_out_what_to_put_in_and_why() -> None:
    body = slip(REPLACED, copy_place="poste infirmier")
    says(body, "BORD. 32", "Remplacer 1 feuillet", "Exemplaire 2 · poste infirmier", "ANN-01")
    says(body, "rév. 14", "contrôle C2RE", "rév. 15", "contrôle J6LW", REPLACED.reason)
    says(body, "Les 14 autres feuillets restent en place.", "Attestation d’insertion (F32)")
    says(body, "exemplaire 2, avec le tirage 32", "Nom", "Signature", "rendre à : M. Aubry (AMA)")
    says(body, "Le feuillet retiré a été détruit", "Attestation enregistrée dans le programme")


def test_a_slip_speaks_the_language_of_the_binder() -> None:
    body = slip(replace(REPLACED, reason="the number changed"), spoken=EN, remaining=1)
    says(body, "Replace 1 sheet", "TAKE OUT", "PUT IN", "rev. 14", "check C2RE", spoken=EN)
    says(body, "The other sheet stays where it is.", "Insertion certificate", spoken=EN)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ((REPLACED, REPLACED), "Remplacer 2 feuillets"),
        ((INSERTED,), "Insérer 1 feuillet"),
        ((REMOVED,), "Retirer 1 feuillet"),
        ((REPLACED, REMOVED, INSERTED), "Changer 3 feuillets"),
    ],
)
def test_the_title_says_what_is_done_with_how_many_sheets(
    lines: tuple[SlipLine, ...], title: str
) -> None:
    assert slip_title(lines, FR) == title
    says(slip(*lines), title)


def test_where_nothing_is_taken_out_nothing_is_said_to_be_destroyed() -> None:
    text = text_of(slip(INSERTED))
    assert "rien" in text
    assert "détruit" not in text
    assert "jeter" not in text


def test_a_printing_that_was_never_filed_is_named_to_be_thrown_away() -> None:
    says(slip(REPLACED, superseded=31), "Le tirage 31 n’a jamais été classé : jeter aussi")
    assert "tirage31" not in text_of(slip(REPLACED))


def test_nothing_is_to_be_recorded_of_a_printing_that_the_program_does_not_know() -> None:
    body = slip(REPLACED, run_number=None, unregistered=True)
    says(body, "Le feuillet retiré a été détruit", "Signature")
    assert "enregistrée" not in text_of(body)
    assert "enregistrée" not in text_of(slip(INSERTED, run_number=None, unregistered=True))
    assert "enregistrée" in text_of(slip(INSERTED))


def test_a_preview_of_a_slip_has_no_number() -> None:
    says(slip(REPLACED, run_number=None), "BORD. —", "coché sur ce bordereau dans l’exemplaire 2.")


def test_forty_lines_are_all_there_with_one_certificate_at_the_end() -> None:
    body = slip(*(replace(REPLACED, code=f"A{n:02}-01") for n in range(40)))
    texts = [letters_only(text) for text in page_texts(printed(body, one_sided=True))]
    assert len(texts) > 2
    assert all(sum(f"A{n:02}-01" in text for text in texts) == 1 for n in range(40))
    assert [("SIGNATURE" in text.upper()) for text in texts] == [False] * (len(texts) - 1) + [True]
    assert all("RETIRER" in text for text in texts[:-1])
    assert "Les14autresfeuillets" in texts[-1], "the certificate does not stand alone"


def test_long_names_stay_on_the_paper() -> None:
    long = SlipLine(
        "MEDIC-1234", "Prescription " * 25, OLD, NEW, "le numéro de l’astreinte " * 20 + "x" * 90
    )
    pdf = printed(slip(long, REMOVED, copy_place="Bureau du cadre " * 12))
    boxes = [box for _page, box in letter_boxes(pdf)]
    assert min(left for left, _b, _r, _t in boxes) > 20
    assert max(right for _l, _b, right, _t in boxes) < 595 - 20


def test_the_back_of_a_slip_is_empty_and_says_so() -> None:
    after = sheet("ANN-01", "Annuaire", MISSING)
    found = slip_sheet(slip(REPLACED), "fr", ())
    pages = page_texts(write_binder([found, after], HEAD, STAMP, FR).pdf)
    assert "laissée vide" in pages[1]
    assert "ANN-01" in pages[2]


def test_the_symbol_of_a_slip_is_read_as_a_payload_of_five_words() -> None:
    (found,) = zxingcpp.read_barcodes(noisy_raster(printed(slip(REPLACED)), 0, seed=3))
    words = found.text.split(" ")
    assert words[:5] == ["RD1", "S", "CAR2", "BORD-32", "0"]
    assert len(words) == 6


def test_paper_of_a_home_that_is_only_read_says_that_it_is_not_registered() -> None:
    stamp = replace(STAMP, run_number=None, unregistered=True)
    found = sheet("ANN-01", "Annuaire", MISSING)
    assert "Tirage non enregistré" in page_texts(write_binder([found], HEAD, stamp, FR).pdf)[0]


STRAYS: list[tuple[StraySheet, tuple[str, ...]]] = [
    (StraySheet("", "ANN-01", 1, "W6K0"), ("lu : ANN-01", "rév. 1", "contrôle W6K0")),
    (StraySheet("", "PRE-01", 4, "W6K0", "CHI"), ("lu : PRE-01 (CHI)", "rév. 4", "contrôle W6K0")),
    (StraySheet("", "F05", None, "000137 K"), ("lu : F05", "N° 000137 K")),
    (StraySheet("", check_code="W6K0"), ("lu :", "contrôle W6K0")),
]


@pytest.mark.parametrize(("stray", "words"), STRAYS)
def test_what_lies_in_the_place_of_a_sheet_is_named_to_be_taken_out(
    stray: StraySheet, words: tuple[str, ...]
) -> None:
    body = slip(replace(INSERTED, stray=stray))
    assert body.title == "Remplacer 1 feuillet"
    says(body, "le feuillet étranger lu :", *words, "Le feuillet retiré a été détruit")
    assert "rien" not in text_of(body)


def test_a_good_sheet_in_a_wrong_place_goes_back_to_its_own_and_is_not_destroyed() -> None:
    body = slip(replace(INSERTED, stray=StraySheet("", "ANN-01", 1, "W6K0", is_current=True)))
    says(body, "à remettre à sa place s’il y manque")
    assert "détruit" not in text_of(body)
