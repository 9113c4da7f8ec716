"""How each kind of body is laid out; a layout is imported when the first body of its kind comes.

What is kept needs none of them, and they take as long to import as such a binder takes to write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from referent_desk.domain.notice_sheets import NoticeBody
from referent_desk.domain.register_sheets import RegisterBody
from referent_desk.domain.sheets import (
    DecisionBody,
    DirectoryBody,
    EndBody,
    FormBody,
    MissingBody,
    ProcedureBody,
    ReflexBody,
    RouteBody,
)
from referent_desk.domain.slips import SlipBody
from referent_desk.language import Language
from referent_desk.paper.layout import LaidOut

LayOut = Callable[[Any, Language], LaidOut]


def _reflex(body: ReflexBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_reflexes import lay_out_reflex

    return lay_out_reflex(body, language)


def _decisions(body: DecisionBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_decisions import lay_out_decisions

    return lay_out_decisions(body, language)


def _directory(body: DirectoryBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_directories import lay_out_directory

    return lay_out_directory(body, language)


def _route(body: RouteBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_routes import lay_out_route

    return lay_out_route(body, language)


def _procedure(body: ProcedureBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_procedures import lay_out_procedure

    return lay_out_procedure(body, language)


def _missing(body: MissingBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_missing import lay_out_missing

    return lay_out_missing(body, language)


def _end(body: EndBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_ends import lay_out_end

    return lay_out_end(body, language)


def _notice(body: NoticeBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_notices import lay_out_notice

    return lay_out_notice(body, language)


def _register(body: RegisterBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_registers import lay_out_register_sheet

    return lay_out_register_sheet(body, language)


def _form(body: FormBody, language: Language) -> LaidOut:
    from referent_desk.paper.forms import lay_out_form

    return lay_out_form(body.form, language)


def _slip(body: SlipBody, language: Language) -> LaidOut:
    from referent_desk.paper.sheets_slips import lay_out_slip

    return lay_out_slip(body, language)


LAYOUTS: dict[type, LayOut] = {
    ReflexBody: _reflex,
    DecisionBody: _decisions,
    DirectoryBody: _directory,
    RouteBody: _route,
    ProcedureBody: _procedure,
    MissingBody: _missing,
    EndBody: _end,
    NoticeBody: _notice,
    RegisterBody: _register,
    FormBody: _form,
    SlipBody: _slip,
}
"""The cover and the list say more than their bodies: they are laid out with the binder."""
