"""The drills that are shipped: five timed tasks, what each function plays, what makes it harder."""

from __future__ import annotations

from functools import cache

from referent_desk.domain.drills import Complication, DrillCatalogue, DrillTask, Shift
from referent_desk.exchange.toml_files import (
    Tables,
    Text,
    Texts,
    TomlTable,
    Whole,
    read_toml,
    table,
)
from referent_desk.language import _
from referent_desk.resources import resource

TASKS = 5
_LINE = Text(longest=120)
_CODE = Text(pattern=r"[a-z_]{2,30}")
_FILE = table(
    revision=Whole(least=1, most=9999),
    tasks=Tables(
        table(code=_CODE, seconds=Whole(least=10, most=3600), title=_LINE, asks=_LINE),
        fewest=TASKS,
        most=TASKS,
    ),
    functions=Tables(table(code=Text(pattern=r"[A-Z]{3}"), write=_LINE, carry=_LINE), fewest=1),
    complications=Tables(
        table(
            code=_CODE,
            title=_LINE,
            asks=_LINE,
            shifts=Texts(each=Text(allowed=tuple(Shift)), fewest=1, most=len(Shift)),
        ),
        fewest=1,
    ),
)


@cache
def drill_catalogue(language_code: str) -> DrillCatalogue:
    """In that language. Raises RefusedInput where a code stands twice."""
    read = read_toml(resource("drills", language_code, "drills.toml"), _FILE)
    for name in ("tasks", "functions", "complications"):
        _refuse_twins(read.tables(name))
    return DrillCatalogue(
        tasks=tuple(
            DrillTask(t.text("code"), t.whole("seconds"), t.text("title"), t.text("asks"))
            for t in read.tables("tasks")
        ),
        acts={
            f.text("code"): {"write": f.text("write"), "carry": f.text("carry")}
            for f in read.tables("functions")
        },
        complications=tuple(
            Complication(
                c.text("code"),
                c.text("title"),
                c.text("asks"),
                tuple(map(Shift, c.texts("shifts"))),
            )
            for c in read.tables("complications")
        ),
    )


def _refuse_twins(lines: tuple[TomlTable, ...]) -> None:
    seen: set[str] = set()
    for line in lines:
        code = line.text("code")
        if code in seen:
            line.refuse("code", _("the code {code} stands twice.").format(code=code))
        seen.add(code)
