"""The papers of advice: one page for the buyer, and the letter that asks the vendor."""

from __future__ import annotations

from pathlib import Path

from referent_desk.domain.advice import Advice
from referent_desk.domain.sheets import Head
from referent_desk.errors import RefusedInput
from referent_desk.exchange.advice_letters import read_vendor_letter
from referent_desk.language import Language, _, language, ngettext
from referent_desk.paper.advice import lay_out_advice
from referent_desk.paper.advice_letters import lay_out_vendor_letter
from referent_desk.paper.department_pages import PageMarks
from referent_desk.usecases.advice import read_advice
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.paper_names import LONGEST_NAME, paper_path
from referent_desk.usecases.papers import head_of_house, write_paper
from referent_desk.words.advice import O_3_11


def print_advice(desk: Desk, software_id: str, output: Path) -> Path:
    """One page, in the language of the home. Raises RefusedInput where it is longer than that."""
    advice, said = read_advice(desk, software_id), language(desk.language)
    laid = lay_out_advice(advice, said)
    if laid.lines_over:
        raise _too_long(advice, laid.lines_over)
    gettext = said.gettext
    marks = PageMarks(
        title=gettext("Advice for purchasing: {software}").format(software=advice.facts.name),
        code=gettext("Advice"),
        under=gettext("for the buyers, by the users"),
        foot=gettext("Figures of the last twelve months, from Referent Desk. No patient data."),
    )
    return write_paper(desk, output, laid.pages, (_head(desk, advice, said), marks, said))


def print_vendor_letter(desk: Desk, software_id: str, output: Path) -> Path:
    """Raises RefusedInput where the home's own text of it cannot be read."""
    advice, said = read_advice(desk, software_id), language(desk.language)
    facts, gettext = advice.facts, said.gettext
    head = _head(desk, advice, said)
    letter = read_vendor_letter(desk.home.letters, said.code).filled(
        {
            "software": facts.name,
            "vendor": facts.vendor,
            "establishment": head.department,
            "contract": facts.contract.reference,
        }
    )
    pages = lay_out_vendor_letter(letter, facts.vendor, desk.clock.today(), said)
    marks = PageMarks(
        title=letter.subject,
        code=gettext("Letter"),
        under=gettext("to the vendor"),
        foot=O_3_11,
    )
    return write_paper(desk, output, pages, (head, marks, said))


def suggested_path(desk: Desk, what: str, software_id: str) -> Path:
    """`what`: advice or letter."""
    facts = read_advice(desk, software_id).facts
    text = _("Advice {software} {day}") if what == "advice" else _("Letter {software} {day}")
    name = text.format(software=facts.name[:LONGEST_NAME], day=desk.clock.today())
    return paper_path(desk, name, also="+")


def _head(desk: Desk, advice: Advice, said: Language) -> Head:
    with desk.database.read() as connection:
        return head_of_house(connection, said, advice.facts.name)


def _too_long(advice: Advice, lines: int) -> RefusedInput:
    given = advice.given
    where = _("what the users need") if len(given.needs) >= len(given.note) else _("the note")
    return RefusedInput(
        ngettext(
            "The advice is one page, and is about {count} line longer.",
            "The advice is one page, and is about {count} lines longer.",
            lines,
        ).format(count=lines),
        _("Shorten {field}.").format(field=where),
    )
