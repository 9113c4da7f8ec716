"""The chapters of a binder that are not procedures, as TOML texts.

A chapter is kept as the text of its file, so that what a hospital changes is what it reads.
`name` stands for that text in the sentence of a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from referent_desk.domain.chapters import (
    Chapter,
    Chapters,
    DecisionChapter,
    EndChapter,
    Holder,
    NoticeChapter,
    ReflexChapter,
    RoleText,
    RouteChapter,
    RouteText,
)
from referent_desk.domain.notice_sheets import NoticeSection
from referent_desk.domain.sheets import BackEntryLine, Moment, Round
from referent_desk.exchange.toml_files import (
    Table,
    Tables,
    Text,
    Texts,
    Whole,
    YesNo,
    parse_toml,
    table,
)
from referent_desk.resources import resource

NOTICE_CODES = ("IDV", "EQU", "REL", "SEC", "ECR")
CHAPTER_CODES = ("REF", "DEC", "CIR", *NOTICE_CODES, "FIN")
_KEPT = 32
"""Texts of one kind that are not read anew: a binder is gathered for many days and departments."""

_REVISION = Whole(least=1, most=9999)
_LINE = Text(longest=300)
_TITLE = Text(longest=120)
_FORM = Text(pattern=r"F\d\d")
_OPTIONAL = Text(required=False, longest=200, may_be_empty=True)
_LINES = Texts(each=_LINE, fewest=1, most=20)

_REFLEX = table(
    code=Text(allowed=("REF",)),
    revision=_REVISION,
    title=_TITLE,
    lead=_LINES,
    warn=_LINES,
    moments=Tables(table(when=Text(longest=20), items=_LINES), fewest=1, most=12),
)
_DECISION = table(
    code=Text(allowed=("DEC",)),
    revision=_REVISION,
    title=_TITLE,
    start_triggers=_LINES,
    stop_triggers=_LINES,
    roles=Tables(
        table(
            role=_TITLE,
            decides=_LINE,
            holder=Text(required=False, allowed=tuple(Holder), may_be_empty=True),
            number=_OPTIONAL,
        ),
        fewest=1,
        most=20,
    ),
)
_ROUND = {"time": _TITLE, "from": _TITLE, "to": _TITLE, "carries": _OPTIONAL}
_ROUTE_LINE = table(form=_FORM, goes_to=_TITLE, copies=Whole(least=1, most=9), filed_by=_OPTIONAL)
_ROUTE = table(
    code=Text(allowed=("CIR",)),
    revision=_REVISION,
    title=_TITLE,
    rules=_LINES,
    rounds=Tables(Table(_ROUND), most=20),
    routes=Tables(_ROUTE_LINE, most=60),
)
_END = table(
    code=Text(allowed=("FIN",)),
    revision=_REVISION,
    title=_TITLE,
    rules=_LINES,
    closing=_LINES,
    order=Tables(
        table(what=_TITLE, deadline=_TITLE, entered_by=_OPTIONAL, checked_by=_OPTIONAL), fewest=1
    ),
)


_NOTICE = table(
    code=Text(allowed=NOTICE_CODES),
    revision=_REVISION,
    title=_TITLE,
    lead=Texts(each=_LINE, required=False, most=6),
    notes=_OPTIONAL,
    cards=YesNo(required=False),
    sections=Tables(
        table(
            heading=_TITLE,
            items=_LINES,
            ticked=YesNo(required=False),
            columns=Texts(each=Text(longest=40), required=False, most=4),
        ),
        fewest=1,
        most=20,
    ),
)


def starter_chapter(language_code: str, code: str) -> bytes:
    """The text shipped for one chapter, as it stands in its file."""
    return resource("chapters", language_code, f"{code}.toml").read_bytes()


def starter_chapter_text(language_code: str, code: str) -> str:
    return starter_chapter(language_code, code).decode()


def starter_chapters(language_code: str) -> Chapters:
    texts = {code: starter_chapter(language_code, code) for code in CHAPTER_CODES}
    return Chapters(
        reflex=parse_reflex(texts["REF"], "REF.toml"),
        decision=parse_decision(texts["DEC"], "DEC.toml"),
        route=parse_route(texts["CIR"], "CIR.toml"),
        end=parse_end(texts["FIN"], "FIN.toml"),
        notices=tuple(parse_notice(texts[code], f"{code}.toml") for code in NOTICE_CODES),
    )


@lru_cache(maxsize=_KEPT)
def parse_reflex(content: bytes, name: str) -> ReflexChapter:
    file = parse_toml(content, _REFLEX, name)
    moments = (Moment(m.text("when"), m.texts("items")) for m in file.tables("moments"))
    return ReflexChapter(
        file.whole("revision"),
        file.text("title"),
        file.texts("lead"),
        tuple(moments),
        file.texts("warn"),
    )


@lru_cache(maxsize=_KEPT)
def parse_decision(content: bytes, name: str) -> DecisionChapter:
    file = parse_toml(content, _DECISION, name)
    roles = (
        RoleText(r.text("role"), r.text("decides"), Holder(r.text("holder")), r.text("number"))
        for r in file.tables("roles")
    )
    return DecisionChapter(
        file.whole("revision"),
        file.text("title"),
        file.texts("start_triggers"),
        file.texts("stop_triggers"),
        tuple(roles),
    )


@lru_cache(maxsize=_KEPT)
def parse_route(content: bytes, name: str) -> RouteChapter:
    file = parse_toml(content, _ROUTE, name)
    rounds = (
        Round(r.text("time"), r.text("from"), r.text("to"), r.text("carries"))
        for r in file.tables("rounds")
    )
    routes = (
        RouteText(r.text("form"), r.text("goes_to"), r.whole("copies"), r.text("filed_by"))
        for r in file.tables("routes")
    )
    return RouteChapter(
        file.whole("revision"),
        file.text("title"),
        tuple(rounds),
        tuple(routes),
        file.texts("rules"),
    )


@lru_cache(maxsize=_KEPT)
def parse_end(content: bytes, name: str) -> EndChapter:
    file = parse_toml(content, _END, name)
    keys = ("what", "deadline", "entered_by", "checked_by")
    order = (BackEntryLine(*(line.text(key) for key in keys)) for line in file.tables("order"))
    return EndChapter(
        file.whole("revision"),
        file.text("title"),
        tuple(order),
        file.texts("rules"),
        file.texts("closing"),
    )


@lru_cache(maxsize=_KEPT)
def parse_notice(content: bytes, name: str) -> NoticeChapter:
    file = parse_toml(content, _NOTICE, name)
    sections = (
        NoticeSection(s.text("heading"), s.texts("items"), s.yes("ticked"), s.texts("columns"))
        for s in file.tables("sections")
    )
    return NoticeChapter(
        file.whole("revision"),
        file.text("title"),
        file.texts("lead"),
        tuple(sections),
        file.text("notes"),
        file.yes("cards"),
    )


_PARSERS: Mapping[str, Callable[[bytes, str], Chapter]] = {
    "REF": parse_reflex,
    "DEC": parse_decision,
    "CIR": parse_route,
    **dict.fromkeys(NOTICE_CODES, parse_notice),
    "FIN": parse_end,
}


def parse_chapter(code: str, text: str) -> Chapter:
    """The chapter that a home holds under one of `CHAPTER_CODES`."""
    return _PARSERS[code](text.encode(), f"{code}.toml")
