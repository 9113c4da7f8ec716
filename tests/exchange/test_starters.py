"""The texts that are offered to a hospital: complete, short, and leaning on nothing that falls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from referent_desk.domain.chapters import (
    Chapters,
    Holder,
    chapter_value_names,
    fill_chapter,
    texts_of,
)
from referent_desk.domain.filled_texts import LocalValues, local_value_names
from referent_desk.domain.procedures import UNFILLED, ProcedureText
from referent_desk.errors import RefusedInput
from referent_desk.exchange import starters
from referent_desk.exchange.chapters import (
    CHAPTER_CODES,
    NOTICE_CODES,
    parse_decision,
    starter_chapter,
    starter_chapters,
)
from referent_desk.exchange.starters import (
    ProcedureFile,
    read_functions,
    read_kinds,
    read_procedure,
    starter_procedures,
    typical_products,
)
from referent_desk.resources import resource
from referent_desk.usecases.binder_chapters import CHAPTER_ORDER

FUNCTION_CODES = (
    "IDE PRE ADM CST SOI LAB IMA TRA LIT MOU REP TPT BLO ANE STE COU RDV ACT PLA ALA TEL MSG ARC "
    "APP CHI DIA URG MAT EFR TEC FEI"
)
KIND_CODES = (
    "DPI URG SAMU REA ANES BLOC STER PHAR CHIM ONCO LABO ANAP TRAN RIS PACS EXPL DIAL MATE PSY GAM "
    "FACT DIM RDV DICT BRAN REST LOGI COMP RH GTT MSG TEL AD GED BIOM TECH DSI"
)
FORMS = {f"F{number:02}" for number in range(1, 35)}
MOST_WORDS = {"fr": 22, "en": 20}
LANGUAGES = ("fr", "en")
LEANS_ON_WHAT_FALLS = re.compile(
    r"https?:|www\.|\.fr\b|\.com\b|intranet|internet|e-?mail|courriel|@|messagerie|wi-?fi", re.I
)
A_DOSE = re.compile(r"\d\s*(?:mg|ml|mL|µg|μg|mcg|g|kg|mmol|UI|IU|L/min|°C|mmHg|%)(?![\w])")
FORMS_NAMED = re.compile(r"\bF\d\d\b")
EVERY_FILE = sorted(
    path for folder in ("procedures", "chapters") for path in resource(folder).rglob("*.toml")
)

Pair = tuple[ProcedureFile, ProcedureFile]


def name_of(path: Path) -> str:
    return "/".join(path.parts[-3:])


def shipped() -> list[tuple[str, ProcedureFile]]:
    return [(code, file) for code in LANGUAGES for file in starter_procedures(code)]


def procedure_name(value: object) -> str | None:
    return value.function if isinstance(value, ProcedureFile) else None


def pairs() -> list[Pair]:
    return list(zip(starter_procedures("fr"), starter_procedures("en"), strict=True))


def words(text: str) -> int:
    """As a reader counts them: a local value is one word, a sign alone is none."""
    one_word = re.sub(r"\{[^}]*\}", "valeur", text)
    return sum(any(c.isalnum() for c in word) for word in one_word.split())


def all_texts(text: ProcedureText) -> list[str]:
    single = [text.title, text.trigger, text.decides]
    lists = [*text.stops, *text.still_works, *text.after_48_hours, *text.back_to_normal]
    steps = [part for step in text.steps for part in (step.who, step.what, step.where)]
    return [*single, *lists, *steps, *(f"{n.label} {n.number}" for n in text.numbers)]


def test_the_31_functions_come_in_their_order_with_both_names() -> None:
    functions = read_functions()
    assert " ".join(function.code for function in functions) == FUNCTION_CODES
    assert [function.position for function in functions] == list(range(1, 32))
    assert all(function.name_fr and function.name_en for function in functions)


def test_the_37_kinds_of_software_are_there_with_both_names() -> None:
    kinds = read_kinds()
    assert " ".join(kind.code for kind in kinds) == KIND_CODES
    assert all(kind.name_fr and kind.name_en for kind in kinds)
    assert all(kind.fallback_fr and kind.fallback_en and kind.basis for kind in kinds)
    assert set(typical_products()) == set(KIND_CODES.split())


def test_a_patient_record_serves_several_functions_and_every_function_named_exists() -> None:
    by_code = {kind.code: kind for kind in read_kinds()}
    assert {"PRE", "ADM", "CST", "SOI", "LIT", "MOU"} <= set(by_code["DPI"].function_ids)
    assert by_code["LABO"].function_ids == ("LAB",)
    assert {f for kind in by_code.values() for f in kind.function_ids} <= set(
        FUNCTION_CODES.split()
    )


def test_every_function_is_served_by_a_kind_of_software() -> None:
    served = {function for kind in read_kinds() for function in kind.function_ids}
    assert served == set(FUNCTION_CODES.split())


def test_every_function_has_a_starter_in_both_languages() -> None:
    for code in LANGUAGES:
        found = [file.function for file in starter_procedures(code)]
        assert found == FUNCTION_CODES.split()


@pytest.mark.parametrize("path", sorted(resource("procedures").rglob("*.toml")), ids=name_of)
def test_a_procedure_file_is_named_after_its_function(path: Path) -> None:
    assert read_procedure(path).function == path.stem


@pytest.mark.parametrize(("language", "file"), shipped(), ids=procedure_name)
def test_a_starter_says_all_that_a_procedure_must_say(language: str, file: ProcedureFile) -> None:
    text = file.text
    first_level = [step for step in text.steps if step.level == 1]
    assert 5 <= len(first_level) <= 9
    assert all(step.who for step in first_level)
    assert any(step.forms for step in first_level)
    assert {form for step in text.steps for form in step.forms} <= FORMS
    assert text.trigger
    assert text.decides
    assert text.numbers
    assert min(map(len, (text.stops, text.still_works, text.after_48_hours))) >= 2
    assert len(text.back_to_normal) >= 3


@pytest.mark.parametrize(("language", "file"), shipped(), ids=procedure_name)
def test_a_starter_is_short_enough_for_three_in_the_morning(
    language: str, file: ProcedureFile
) -> None:
    most = MOST_WORDS[language]
    assert [s.what for s in file.text.steps if words(s.what) > most] == []
    assert len(file.text.steps) <= 12
    assert sum(len(text) for text in all_texts(file.text)) <= 1900


@pytest.mark.parametrize(("language", "file"), shipped(), ids=procedure_name)
def test_forms_named_inside_a_sentence_exist(language: str, file: ProcedureFile) -> None:
    named = set(re.findall(r"\bF\d+\b", " ".join(all_texts(file.text))))
    assert named <= FORMS


@pytest.mark.parametrize("path", EVERY_FILE, ids=name_of)
def test_no_text_holds_a_dose_or_leans_on_what_falls(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert A_DOSE.findall(text) == []
    assert LEANS_ON_WHAT_FALLS.findall(text) == []


@pytest.mark.parametrize("text", ["500 mg", "2 mL", "10 µg", "5 %", "38 °C"])
def test_a_dose_is_recognised(text: str) -> None:
    assert A_DOSE.search(f"Donne {text} au patient.")


@pytest.mark.parametrize("path", [p for p in EVERY_FILE if p.parent.name == "fr"], ids=name_of)
def test_french_texts_have_french_signs(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "'" not in text
    assert re.findall(r"[^\u00a0\s][;?!»]|[^\u00a0]:(?= )|«[^\u00a0]", text) == []
    assert re.findall(r" [:;?!»]|« ", text) == []


@pytest.mark.parametrize(("french", "english"), pairs(), ids=procedure_name)
def test_both_languages_have_the_same_steps_forms_and_blanks(
    french: ProcedureFile, english: ProcedureFile
) -> None:
    assert french.function == english.function
    assert french.revision == english.revision

    def skeleton(text: ProcedureText) -> list[object]:
        steps = [(s.level, s.forms, bool(s.who), bool(s.where)) for s in text.steps]
        lists = (text.stops, text.still_works, text.after_48_hours, text.back_to_normal)
        named = re.findall(r"\bF\d\d\b", " ".join(text.back_to_normal + text.after_48_hours))
        counts = [piece.count("{") for piece in all_texts(text)]
        return [steps, [len(x) for x in lists], sorted(named), counts]

    assert skeleton(french.text) == skeleton(english.text)


def test_a_local_value_has_one_name_in_each_language_throughout() -> None:
    translations: dict[str, set[str]] = {}
    for french, english in pairs():
        both = zip(all_texts(french.text), all_texts(english.text), strict=True)
        for fr, en in both:
            names = zip(re.findall(r"\{(.*?)\}", fr), re.findall(r"\{(.*?)\}", en), strict=True)
            for name, translation in names:
                translations.setdefault(name, set()).add(translation)
    assert {name: t for name, t in translations.items() if len(t) > 1} == {}
    assert len({t for names in translations.values() for t in names}) == len(translations)


def test_every_procedure_has_a_blank_that_the_department_fills() -> None:
    assert all(local_value_names(file.text) for _language, file in shipped())


A_FIXED_DELAY = re.compile(
    r"depuis (?:une?|\d+) |(?:for|unanswered for) (?:one|half|\d+) ", re.IGNORECASE
)


@pytest.mark.parametrize(("language", "file"), shipped(), ids=procedure_name)
def test_how_long_one_waits_is_what_the_department_tolerates(
    language: str, file: ProcedureFile
) -> None:
    assert A_FIXED_DELAY.findall(file.text.trigger) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chapters_hold_what_a_binder_needs(language: str) -> None:
    chapters = starter_chapters(language)
    assert [moment.when for moment in chapters.reflex.moments] == [
        "T+0", "15 min", "30 min", "2 h", "8 h", "24 h", "48 h", "72 h",
    ]  # fmt: skip
    holders = {role.holder for role in chapters.decision.roles}
    assert holders == set(Holder) - {Holder.NOBODY, Holder.SWITCHBOARD}
    assert all(chapters.decision.role(name) for name in chapters.reflex.warn)
    assert {route.form for route in chapters.route.routes} <= FORMS
    assert len(chapters.end.order) >= 6
    assert all(line.entered_by != line.checked_by for line in chapters.end.order)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_equipment_handover_and_cards_are_chapters_too(language: str) -> None:
    notices = dict(zip(NOTICE_CODES, starter_chapters(language).notices, strict=True))
    assert [code for code, notice in notices.items() if notice.cards] == ["ECR"]
    assert len(notices["ECR"].sections) == 8
    said = " ".join(text for notice in notices.values() for text in texts_of(notice))
    assert set(re.findall(r"\bF\d+\b", said)) <= FORMS
    assert not any(chapter_value_names(notice) for notice in notices.values())


def test_no_chapter_has_the_code_of_a_function() -> None:
    assert not set(CHAPTER_ORDER) & set(FUNCTION_CODES.split())


def test_a_post_has_a_number_to_fill_in_and_an_appointment_brings_its_own() -> None:
    appointed = {Holder.SOFTWARE_REFERENT, Holder.SOFTWARE_DEPUTY, Holder.SECURITY_REFERENT}
    for language in LANGUAGES:
        for role in starter_chapters(language).decision.roles:
            assert role.number.startswith("{") == (role.holder not in appointed)


def test_the_chapters_have_the_same_shape_in_both_languages() -> None:
    def shape(chapters: Chapters) -> list[object]:
        reflex, decision, route, end = (
            chapters.reflex,
            chapters.decision,
            chapters.route,
            chapters.end,
        )
        return [
            [len(moment.items) for moment in reflex.moments],
            len(reflex.lead),
            len(reflex.warn),
            [role.holder for role in decision.roles],
            (len(decision.start_triggers), len(decision.stop_triggers)),
            [(line.form, line.copies) for line in route.routes],
            (len(route.rounds), len(route.rules)),
            (len(end.order), len(end.rules), len(end.closing)),
            [(len(n.lead), bool(n.notes), n.cards) for n in chapters.notices],
            [
                (len(s.items), s.ticked, len(s.columns), FORMS_NAMED.findall(" ".join(s.items)))
                for notice in chapters.notices
                for s in notice.sections
            ],
            len(chapter_value_names(chapters)),
        ]

    assert shape(starter_chapters("fr")) == shape(starter_chapters("en"))


def test_a_department_fills_the_blanks_of_a_chapter() -> None:
    local = LocalValues({"emplacement du classeur": "étagère rouge"}, "…… ({name})")
    reflex = fill_chapter(starter_chapters("fr").reflex, local)
    assert any("étagère rouge" in item for moment in reflex.moments for item in moment.items)
    decision = fill_chapter(starter_chapters("fr").decision, local)
    assert decision.start_triggers[0].endswith("…… (délai avant de passer au papier).")
    assert decision.roles[0].number == UNFILLED
    assert decision.roles[-1].holder is Holder.SECURITY_REFERENT


def test_a_chapter_is_read_back_from_the_text_that_is_kept() -> None:
    assert set(CHAPTER_CODES) == {path.stem for path in resource("chapters", "fr").iterdir()}
    content = starter_chapter("en", "DEC").replace(b"Ward manager", b"Head nurse")
    assert parse_decision(content, "DEC").roles[0].role == "Head nurse"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('holder = "physician"', 'holder = "boss"', r"DEC, line \d+: holder is “boss”"),
        ("revision = 1", "revision = 0", "DEC, line 2: revision is 0"),
        ("decides =", "decide =", r"DEC, line \d+: the key decide is not known here; is decides"),
    ],
)
def test_a_broken_chapter_names_line_and_key(old: str, new: str, sentence: str) -> None:
    content = starter_chapter("en", "DEC").decode().replace(old, new, 1)
    with pytest.raises(RefusedInput, match=sentence):
        parse_decision(content.encode(), "DEC")


@pytest.mark.parametrize(
    ("old", "new", "below", "sentence"),
    [
        ('forms = ["F25", "F05"]', 'forms = ["F25", "F5"]', 0, "forms (2) is “F5”, which"),
        ('who = "AMA"\n', "", -1, "the key who is missing."),
        ('title = "', 'titre = "', 0, "the key titre is not known here; is title meant?"),
        ("stops = [", "stops = []\nwas = [", 1, "the key was is not known here"),
        ("stops = [", "stops = [] # [", 1, "this is not written as TOML wants it."),
        ('decides = "', 'decides = "" # "', 0, "decides is empty."),
    ],
)
def test_a_broken_procedure_names_line_and_key(
    old: str, new: str, below: int, sentence: str, tmp_path: Path
) -> None:
    text = resource("procedures", "fr", "PRE.toml").read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1 + below
    path = tmp_path / "PRE.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RefusedInput) as refused:
        read_procedure(path)
    assert refused.value.happened.startswith(f"PRE.toml, line {line}: {sentence}")


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (("DPI", "DPI"), "software_kinds.toml, line 20: the code DPI stands twice."),
        (("DPI",), "software_kinds.toml, line 8: there is no function XXX."),
    ],
)
def test_a_broken_catalogue_names_line_and_code(
    kinds: tuple[str, ...], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    function = "PRE" if len(kinds) == 2 else "XXX"
    entry = (
        'code = "{code}"\nfr = "a"\nen = "a"\ncriticality = 1\nlongest_interruption = 1\n'
        'basis = "a"\nfallback = "a"\nfallback_en = "a"\nproducts = []\n'
    )
    lines = [
        "[[kinds]]\nfunctions = [" + f'"{function}"]\n' + entry.format(code=code) for code in kinds
    ]
    (tmp_path / "software_kinds.toml").write_text("\n" * 6 + "".join(lines), encoding="utf-8")
    functions = '[[functions]]\ncode = "PRE"\nfr = "Prescription"\nen = "Prescription"\n'
    (tmp_path / "functions.toml").write_text(functions, encoding="utf-8")
    monkeypatch.setattr(starters, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(RefusedInput) as refused:
        read_kinds()
    assert refused.value.happened == sentence
