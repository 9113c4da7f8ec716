"""What the program offers to an empty home: its catalogues and its procedures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from referent_desk.domain.functions import Function
from referent_desk.domain.procedures import DEEPEST_LEVEL, ProcedureText, Step, UsefulNumber
from referent_desk.domain.software import SoftwareKind
from referent_desk.exchange.toml_files import (
    Table,
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

_REVISION = Whole(least=1, most=9999)
_LINE = Text(longest=300)
_TITLE = Text(longest=120)
_FORM = Text(pattern=r"F\d\d")
_OPTIONAL = Text(required=False, longest=200, may_be_empty=True)
_CODE = Text(pattern=r"[A-Z]{2,5}")
_LINES = Texts(each=_LINE, fewest=1, most=20)

_FUNCTIONS = table(functions=Tables(table(code=Text(pattern="[A-Z]{3}"), fr=_TITLE, en=_TITLE)))
_KINDS = table(
    kinds=Tables(
        table(
            code=_CODE,
            fr=_TITLE,
            en=_TITLE,
            criticality=Whole(least=1, most=4),
            longest_interruption=Whole(least=1),
            basis=_LINE,
            fallback=_LINE,
            fallback_en=_LINE,
            products=Texts(each=_TITLE),
            functions=Texts(each=_CODE),
        )
    )
)


def _step(level: int) -> Table:
    deeper = {} if level == DEEPEST_LEVEL else {"steps": Tables(_step(level + 1), required=False)}
    return table(
        who=Text(required=level == 1, longest=40, may_be_empty=level > 1),
        what=_LINE,
        forms=Texts(required=False, each=_FORM, most=6),
        where=_OPTIONAL,
        **deeper,
    )


_PROCEDURE = table(
    function=_CODE,
    revision=_REVISION,
    title=_TITLE,
    trigger=_LINE,
    decides=_LINE,
    stops=_LINES,
    still_works=_LINES,
    after_48_hours=_LINES,
    back_to_normal=_LINES,
    numbers=Tables(table(label=_TITLE, number=_TITLE), required=False, most=12),
    steps=Tables(_step(1), fewest=1, most=9),
)


@dataclass(frozen=True, slots=True)
class ProcedureFile:
    """A procedure read from a file; `function` is the code of its function."""

    function: str
    revision: int
    text: ProcedureText


def read_functions() -> tuple[Function, ...]:
    """In the order of the coverage grid. Ids are the codes, until a home gives its own."""
    lines = read_toml(resource("catalogues", "functions.toml"), _FUNCTIONS).tables("functions")
    _refuse_repeated_codes(lines)
    return tuple(
        Function(line.text("code"), line.text("code"), line.text("fr"), line.text("en"), position)
        for position, line in enumerate(lines, start=1)
    )


def read_kinds() -> tuple[SoftwareKind, ...]:
    """Ids, and the functions that a kind usually serves, are codes until a home gives its own."""
    known = {function.code for function in read_functions()}
    lines = _kind_lines()
    _refuse_repeated_codes(lines)
    for line in lines:
        for code in line.texts("functions"):
            if code not in known:
                line.refuse("functions", _("there is no function {code}.").format(code=code))
    return tuple(
        SoftwareKind(
            id=line.text("code"),
            code=line.text("code"),
            name_fr=line.text("fr"),
            name_en=line.text("en"),
            criticality=line.whole("criticality"),
            longest_interruption=line.whole("longest_interruption"),
            basis=line.text("basis"),
            fallback_fr=line.text("fallback"),
            fallback_en=line.text("fallback_en"),
            function_ids=line.texts("functions"),
        )
        for line in lines
    )


def typical_products() -> Mapping[str, tuple[str, ...]]:
    """Product names by code of kind, with their vendor in brackets where known; to be checked."""
    return {line.text("code"): line.texts("products") for line in _kind_lines()}


def read_procedure(path: Path) -> ProcedureFile:
    file = read_toml(path, _PROCEDURE)
    numbers = (UsefulNumber(n.text("label"), n.text("number")) for n in file.tables("numbers"))
    text = ProcedureText(
        title=file.text("title"),
        trigger=file.text("trigger"),
        decides=file.text("decides"),
        stops=file.texts("stops"),
        still_works=file.texts("still_works"),
        steps=tuple(_steps(file.tables("steps"), 1)),
        numbers=tuple(numbers),
        after_48_hours=file.texts("after_48_hours"),
        back_to_normal=file.texts("back_to_normal"),
    )
    return ProcedureFile(file.text("function"), file.whole("revision"), text)


def starter_codes(language_code: str) -> frozenset[str]:
    """The functions that a procedure is shipped for, without reading any: a file is named by it."""
    return frozenset(path.stem for path in resource("procedures", language_code).glob("*.toml"))


@cache
def starter_procedures(language_code: str) -> tuple[ProcedureFile, ...]:
    """Those shipped in `fr` or `en`, in the order of the functions; at most one per function."""
    files = [read_procedure(path) for path in resource("procedures", language_code).glob("*.toml")]
    position = {function.code: function.position for function in read_functions()}
    return tuple(sorted(files, key=lambda file: position[file.function]))


def _kind_lines() -> tuple[TomlTable, ...]:
    return read_toml(resource("catalogues", "software_kinds.toml"), _KINDS).tables("kinds")


def _refuse_repeated_codes(lines: tuple[TomlTable, ...]) -> None:
    seen: set[str] = set()
    for line in lines:
        code = line.text("code")
        if code in seen:
            line.refuse("code", _("the code {code} stands twice.").format(code=code))
        seen.add(code)


def _steps(lines: tuple[TomlTable, ...], level: int) -> Iterator[Step]:
    """Steps in reading order: each followed by those under it."""
    for line in lines:
        yield Step(
            what=line.text("what"),
            who=line.text("who"),
            forms=line.texts("forms"),
            where=line.text("where"),
            level=level,
        )
        yield from _steps(line.tables("steps"), level + 1)
