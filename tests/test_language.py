from __future__ import annotations

import ast
import datetime as calendar
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from referent_desk.language import Language, _, language, speak
from tests import catalogues
from tests.catalogues import Entry

CODE = [
    path
    for path in sorted((catalogues.PROJECT / "referent_desk").rglob("*.py"))
    if path.name != "language.py"
]


def test_the_french_catalogue_is_whole_and_of_one_mind() -> None:
    assert catalogues.faults(catalogues.entries()) == []


def test_every_text_shown_has_a_french_translation() -> None:
    known = {catalogues.singular(entry.key) for entry in catalogues.entries()}
    missing = [
        f"{place}: {key!r}"
        for key, place in catalogues.texts_in_code().items()
        if catalogues.singular(key) not in known
    ]
    assert missing == []


def test_no_translation_is_of_a_text_that_nobody_shows() -> None:
    shown = {catalogues.singular(key) for key in catalogues.texts_in_code()}
    unused = [
        f"{entry.place}: {entry.key!r}"
        for entry in catalogues.entries()
        if catalogues.singular(entry.key) not in shown
    ]
    assert unused == []


def test_the_compiled_catalogue_is_that_of_the_texts() -> None:
    """When it is not: `python3 run.py language`."""
    assert catalogues.COMPILED.read_bytes() == catalogues.compiled(catalogues.entries())


def test_the_catalogue_is_read_as_the_library_reads_it() -> None:
    with catalogues.COMPILED.open("rb") as file:
        library = gettext.GNUTranslations(file)
    french, messages = language.__wrapped__("fr"), catalogues.texts_in_code()
    plurals = [key for key in messages if isinstance(key, tuple)]
    assert len(plurals) > 100
    for message in messages:
        if isinstance(message, str):
            assert french.gettext(message) == library.gettext(message)
    for count in (0, 1, 2, 21):
        for one, many in plurals:
            assert french.ngettext(one, many, count) == library.ngettext(one, many, count)
    assert french.gettext("not a text of ours") == "not a text of ours"
    assert french.ngettext("{count} of none", "{count} of many", 0) == "{count} of many"


def test_only_texts_that_can_be_collected_are_translated() -> None:
    """`_(variable)` and `_(f"…")` would never meet their translation."""
    assert [place for path in CODE for place in _uncollectable(path)] == []


def _uncollectable(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in catalogues.KEYWORDS:
            texts = node.args[: 2 if _name(node.func) == "ngettext" else 1]
            if not all(isinstance(text, ast.Constant) for text in texts):
                yield f"{path.name}:{node.lineno}"


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


BADLY_SET = {
    "a straight apostrophe": r"'",
    "an ordinary blank before : ; ? ! »": r" [:;?!»]",
    "an ordinary blank after «": r"« ",
    "no blank before ; ? ! »": r"[\w})][;?!»]",
    "no blank before :": r"[\w})]:(?=\s|$)",
    "three full stops": r"\.\.\.",
    "a letter for women in brackets": r"\w\((?:e|ne|es|trice)\)",
}


@pytest.mark.parametrize("fault", BADLY_SET)
def test_french_is_set_as_french(fault: str) -> None:
    found = [
        f"{entry.place}: {text}"
        for entry in catalogues.entries()
        for text in entry.translations
        if re.search(BADLY_SET[fault], text)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (Entry("x.po:1", "Print", ("",)), "not translated"),
        (Entry("x.po:1", "Print", ("Imprimer",), fuzzy=True), "fuzzy"),
        (Entry("x.po:1", "Print {name}", ("Imprimer",)), "not the fields"),
        (Entry("x.po:1", "Print {name}", ("Imprimer {nom}",)), "the English text has not"),
        (Entry("x.po:1", "Print {name}", ("Imprimer {name",)), "the English text has not"),
        (Entry("x.po:1", ("One sheet", "{n} sheets"), ("Un feuillet",)), "not translated"),
        (Entry("x.po:1", ("One sheet", "{n} sheets"), ("Un feuillet", "Des")), "not the fields"),
    ],
)
def test_a_faulty_translation_is_refused(entry: Entry, fault: str) -> None:
    assert fault in "\n".join(catalogues.faults([entry]))


def test_two_areas_may_not_translate_one_text_differently() -> None:
    one, other = Entry("a.po:1", "Sheet", ("Feuillet",)), Entry("b.po:9", "Sheet", ("Feuille",))
    assert catalogues.faults([one, other]) == ["b.po:9: translated otherwise in a.po:1"]
    assert catalogues.faults([one, one]) == []


def test_a_singular_may_leave_its_number_out() -> None:
    entry = Entry("x.po:1", ("One sheet", "{n} sheets"), ("Un feuillet", "{n} feuillets"))
    assert catalogues.faults([entry]) == []


def test_the_window_speaks_the_language_it_was_told(french: Language) -> None:
    assert french is language("fr")
    assert _("January") == "janvier"
    speak("en")
    assert _("January") == "January"


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        language("de")


@pytest.mark.parametrize(
    ("code", "day", "written"),
    [
        ("fr", calendar.date(2026, 3, 12), "12\u00a0mars\u00a02026"),
        ("fr", calendar.date(2026, 4, 1), "1er\u00a0avril\u00a02026"),
        ("en", calendar.date(2026, 4, 1), "1\u00a0April\u00a02026"),
    ],
)
def test_dates_are_written_as_people_write_them(
    code: str, day: calendar.date, written: str
) -> None:
    assert language(code).date(day) == written


def test_short_dates_and_times_are_written_as_people_write_them(french: Language) -> None:
    assert french.short_date(calendar.date(2026, 3, 5)) == "05/03/2026"
    assert french.time(calendar.time(14, 2)) == "14\u00a0h\u00a002"
    assert language("en").time(calendar.time(14, 2)) == "14:02"
