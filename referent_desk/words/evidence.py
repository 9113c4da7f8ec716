"""The evidence file in words: what each section shows, which text asks for it, what a cell says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from referent_desk.domain.evidence import Cell, Evidence, Rehearsal, Row, Section, Theme
from referent_desk.domain.readiness import CARE_SHARE, BinderStanding, Cover
from referent_desk.language import Language
from referent_desk.words.coverage import binder_word, cover_word, definition_sentence

_WIDTHS: Mapping[Theme, Sequence[int]] = {
    Theme.REFERENTS: (34, 30, 12, 14, 14, 60),
    Theme.PROCEDURES: (34, 34, 26, 28, 44, 10, 14, 24, 16, 16),
    Theme.TESTS: (34, 40, 22, 16, 16),
    Theme.DRILLS: (34, 40, 14, 26, 28, 24, 14, 60, 12, 12, 12),
    Theme.COPIES: (34, 40, 12, 34, 18, 22),
    Theme.COVERAGE: (34, 28, 40, 8, 24, 12, 12, 12),
    Theme.TRAINED: (34, 40, 10, 16, 16, 16, 22),
}
"""In characters, one for each column."""


def book_widths(theme: Theme) -> Sequence[int]:
    return _WIDTHS[theme]


def theme_name(theme: Theme, language: Language) -> str:
    _ = language.gettext
    return {
        Theme.REFERENTS: _("Referents of critical software"),
        Theme.PROCEDURES: _("Degraded-mode procedures"),
        Theme.TESTS: _("Tests held and planned"),
        Theme.DRILLS: _("Drills and lessons"),
        Theme.COPIES: _("Printed copies"),
        Theme.COVERAGE: _("Coverage of the activity"),
        Theme.TRAINED: _("Staff who know the degraded modes"),
    }[theme]


def reference(theme: Theme, language: Language) -> str:
    """The texts that ask for it; no sentence of theirs is quoted."""
    _ = language.gettext
    return {
        Theme.REFERENTS: _("CaRE domain 2, objective O4"),
        Theme.PROCEDURES: _("Open digital hospital, prerequisite P2.3; PGSSI-S 6.5.2.1"),
        Theme.TESTS: _("CaRE domain 2, objective O1.D; ReCyF 15.4"),
        Theme.DRILLS: _("Instruction DNS/2025/12"),
        Theme.COPIES: _("ReCyF 14.3"),
        Theme.COVERAGE: _("CaRE domain 2, objective O1.C"),
        Theme.TRAINED: _("PGSSI-S 6.5.3.2"),
    }[theme]


def figure_sentence(section: Section, language: Language) -> str:
    """The figure, with its share where there is one."""
    _ = language.gettext
    if not section.whole:
        return _nothing_sentence(section.theme, language)
    text = {
        Theme.REFERENTS: _(
            "{part} of {whole} critical programs, each counted once for each establishment, have "
            "at least one referent there: {share} %."
        ),
        Theme.PROCEDURES: _(
            "{part} of {whole} approved procedures in force worked when they were tried: {share} %."
        ),
        Theme.TESTS: _(
            "{part} of {whole} departments held a drill in the last three years or have planned "
            "one: {share} %."
        ),
        Theme.DRILLS: _(
            "{part} of {whole} drills of the last twelve months have their lessons written down: "
            "{share} %."
        ),
        Theme.COPIES: _(
            "{part} of {whole} departments have a filed binder with no procedure younger than the "
            "last filing: {share} %."
        ),
        Theme.COVERAGE: _(
            "{part} of {whole} departments where something is critical are covered: {share} %, to "
            "be reached: {target} %."
        ),
        Theme.TRAINED: _(
            "{part} of {whole} staff members have practised a degraded mode and signed for it: "
            "{share} %."
        ),
    }[section.theme]
    part, whole = counted(section.part), counted(section.whole)
    return text.format(part=part, whole=whole, share=section.share, target=CARE_SHARE)


def counted(number: int) -> str:
    """`18 820`: thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")


def _nothing_sentence(theme: Theme, language: Language) -> str:
    _ = language.gettext
    return {
        Theme.REFERENTS: _("No critical software is known here."),
        Theme.PROCEDURES: _("No approved procedure is in force here."),
        Theme.TESTS: _("No department is known here."),
        Theme.DRILLS: _("No drill was played to its end in the last twelve months."),
        Theme.COPIES: _("No department is known here."),
        Theme.COVERAGE: _("No department has anything critical."),
        Theme.TRAINED: _("No staff is known here."),
    }[theme]


def meaning_sentence(theme: Theme, language: Language) -> str:
    """What the figure does and does not say."""
    _ = language.gettext
    return {
        Theme.REFERENTS: _(
            "Critical: rated 1 or 2, or by nobody. A deputy alone does not count, nor does who was "
            "only asked."
        ),
        Theme.PROCEDURES: _(
            "With the day of the approval, of the last trial that worked, and of the next review."
        ),
        Theme.TESTS: _("A drill that was stopped half way does not count."),
        Theme.DRILLS: _("The list goes back three years."),
        Theme.COPIES: _("The state of each sheet is told by the binder of the department."),
        Theme.COVERAGE: definition_sentence(language),
        Theme.TRAINED: _(
            "Whoever left does not count. Trained: in a software, as long as the training is valid."
        ),
    }[theme]


def heads_of(theme: Theme, language: Language) -> tuple[str, ...]:
    _ = language.gettext
    site, department = _("Establishment"), _("Department")
    drills = (
        _("Function"),
        _("Name of the software"),
        _("Led by"),
        _("Participants"),
        _("Lessons"),
    )
    return {
        Theme.REFERENTS: (
            *(
                site,
                _("Name of the software"),
                _("Departments"),
                _("With a referent"),
                _("Without"),
            ),
            _("Referents"),
        ),
        Theme.PROCEDURES: (
            *(
                site,
                _("Owned by"),
                _("Function"),
                _("Name of the software"),
                _("Procedure"),
                _("Revision"),
            ),
            *(_("Approved on"), _("Approved by"), _("Verified on"), _("Next review")),
        ),
        Theme.TESTS: (site, department, _("Tests"), _("Last drill"), _("Next drill")),
        Theme.DRILLS: (
            *(site, department, _("Day"), *drills),
            *(_("Findings"), _("Actions opened"), _("Actions done")),
        ),
        Theme.COPIES: (
            *(site, department, _("Copies"), _("Binder"), _("Last filing")),
            _("Youngest procedure"),
        ),
        Theme.COVERAGE: (
            *(site, _("Pole"), department, _("Beds"), _("Coverage")),
            *(_("Critical"), _("Written"), _("Covered")),
        ),
        Theme.TRAINED: (
            *(site, department, _("Staff"), _("Read"), _("Practised"), _("Trained")),
            _("Others, by name"),
        ),
    }[theme]


def site_heads(theme: Theme, language: Language) -> tuple[str, str, str, str]:
    """Above the list by establishment: what is counted, of how many."""
    _ = language.gettext
    part, whole = {
        Theme.REFERENTS: (_("With a referent"), _("Critical programs")),
        Theme.PROCEDURES: (_("Verified"), _("Approved ones")),
        Theme.TESTS: (_("Drill held or planned"), _("Departments")),
        Theme.DRILLS: (_("With lessons"), _("Drills")),
        Theme.COPIES: (_("With a filed binder"), _("Departments")),
        Theme.COVERAGE: (_("Covered departments"), _("Departments")),
        Theme.TRAINED: (_("Practised"), _("Staff")),
    }[theme]
    return _("Establishment"), part, whole, _("Share")


def site_name(name: str, language: Language) -> str:
    return name or language.gettext("In no establishment")


def rehearsal_word(rehearsal: Rehearsal, language: Language) -> str:
    _ = language.gettext
    return {
        Rehearsal.HELD: _("drill held"),
        Rehearsal.PLANNED: _("drill planned"),
        Rehearsal.NONE: _("neither held nor planned"),
    }[rehearsal]


def row_words(section: Section, language: Language) -> Iterator[Row]:
    """Its rows with their states in words; days and numbers stay what they are."""
    states = state_words(language)
    for row in section.rows:
        yield (site_name(str(row[0]), language), *(_said(cell, states) for cell in row[1:]))


States = Mapping[tuple[type, object], str]
"""By kind and state: states of two kinds may be called alike."""


def _said(cell: Cell, states: States) -> Cell:
    kind = type(cell)
    return states[kind, cell] if kind in _STATES else cell


_STATES = frozenset({Cover, BinderStanding, Rehearsal})


def state_words(language: Language) -> States:
    return {
        **{(Cover, cover): cover_word(cover, language) for cover in Cover},
        **{(BinderStanding, binder): binder_word(binder, language) for binder in BinderStanding},
        **{(Rehearsal, rehearsal): rehearsal_word(rehearsal, language) for rehearsal in Rehearsal},
    }


def cell_text(cell: Cell, language: Language) -> str:
    """As it stands on paper."""
    if isinstance(cell, date):
        return language.short_date(cell)
    return "" if cell is None else str(cell)


def as_of_sentence(evidence: Evidence, language: Language) -> str:
    _, seal = language.gettext, evidence.seal
    day, hour = language.date(seal.as_of.date()), language.time(seal.as_of)
    return _("As of {day}, {hour}.").format(day=day, hour=hour)


def seal_sentence(evidence: Evidence, language: Language) -> str:
    seal = evidence.seal
    text = language.gettext(
        "Home {home}. Seal of all that was recorded up to entry {number}: {hash}."
    )
    return text.format(home=seal.home_id, number=counted(seal.entries), hash=seal.hash)


def seal_rows(
    evidence: Evidence, language: Language
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]], tuple[int, ...]]:
    """The first sheet of the workbook: titles, rows, widths."""
    _ = language.gettext
    heads = (_("Section"), _("Asked for by"), _("Figure"), _("Lines"), _("What it means"))
    rows: list[tuple[Cell, ...]] = [
        (
            theme_name(section.theme, language),
            reference(section.theme, language),
            figure_sentence(section, language),
            len(section.rows),
            meaning_sentence(section.theme, language),
        )
        for section in evidence.sections
    ]
    said = as_of_sentence(evidence, language), seal_sentence(evidence, language)
    rows += [(text, "", "", None, "") for text in (evidence.scope, *said)]
    return heads, rows, (36, 44, 90, 10, 90)
