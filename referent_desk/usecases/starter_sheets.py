"""The shipped procedures as sheets: their titles, and how many pages each prints."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.filled_texts import LocalValues, fill_local_values
from referent_desk.domain.procedures import ProcedureText
from referent_desk.domain.sheets import Bar, ProcedureBody
from referent_desk.exchange.starters import read_functions, starter_procedures
from referent_desk.language import Language, language
from referent_desk.paper.sheets_procedures import lay_out_procedure


@cache
def starter_titles(language_code: str) -> tuple[tuple[str, str, int], ...]:
    """(code of the function, title, pages), in the order of the functions; blanks unfilled.

    Laid out once for each run of the program: it takes as long as a small binder.
    """
    spoken = language(language_code)
    names = {function.code: function.name(language_code) for function in read_functions()}
    return tuple(
        (file.function, file.text.title, _pages(file.text, names[file.function], spoken))
        for file in starter_procedures(language_code)
    )


def _pages(text: ProcedureText, function: str, spoken: Language) -> int:
    filled = fill_local_values(text, LocalValues({}, "…………"))
    body = ProcedureBody(
        function=function,
        title=filled.title,
        software="",
        bars=(Bar.DRAFT,),
        verified=None,
        running_version="",
        trigger=filled.trigger,
        decides=filled.decides,
        stops=filled.stops,
        still_works=filled.still_works,
        steps=filled.steps,
        numbers=filled.numbers,
        after_48_hours=filled.after_48_hours,
        back_to_normal=filled.back_to_normal,
        contacts=(),
    )
    return len(lay_out_procedure(body, spoken).pages)
