"""The five questions that are asked of a procedure after an update, as they are shipped."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.verifications import QUESTIONS, CheckQuestion
from referent_desk.exchange.toml_files import Tables, Text, Whole, read_toml, table
from referent_desk.language import _
from referent_desk.resources import resource

_LINE = Text(longest=120)
_FILE = table(
    revision=Whole(least=1, most=9999),
    questions=Tables(
        table(code=Text(allowed=QUESTIONS), title=_LINE, asks=_LINE),
        fewest=len(QUESTIONS),
        most=len(QUESTIONS),
    ),
)


@cache
def check_questions(language_code: str) -> tuple[CheckQuestion, ...]:
    """In that language and in their order. Raises RefusedInput where one stands twice."""
    lines = read_toml(resource("verifications", language_code, "check.toml"), _FILE)
    found: dict[str, CheckQuestion] = {}
    for line in lines.tables("questions"):
        code = line.text("code")
        if code in found:
            line.refuse("code", _("the code {code} stands twice.").format(code=code))
        found[code] = CheckQuestion(code, line.text("title"), line.text("asks"))
    return tuple(found[code] for code in QUESTIONS)
