"""A binder: sheets laid out one by one, counted, then written with head, foot and numbers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from referent_desk.domain.sheets import (
    BinderStamp,
    Body,
    CoverBody,
    DecisionBody,
    DirectoryBody,
    EndBody,
    FormBody,
    Head,
    ListBody,
    MissingBody,
    ProcedureBody,
    ReflexBody,
    RouteBody,
    Sheet,
)
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.forms import lay_out_form
from referent_desk.paper.fragments import laid_out_once
from referent_desk.paper.layout import LaidOut
from referent_desk.paper.pages import BinderPages
from referent_desk.paper.sheets_covers import lay_out_cover
from referent_desk.paper.sheets_decisions import lay_out_decisions
from referent_desk.paper.sheets_directories import lay_out_directory
from referent_desk.paper.sheets_ends import lay_out_end
from referent_desk.paper.sheets_lists import ListedSheet, lay_out_list
from referent_desk.paper.sheets_missing import lay_out_missing
from referent_desk.paper.sheets_plain import lay_out_plain
from referent_desk.paper.sheets_procedures import lay_out_procedure
from referent_desk.paper.sheets_reflexes import lay_out_reflex
from referent_desk.paper.sheets_routes import lay_out_route

Progress = Callable[[int, int], None]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PrintedBinder:
    """`pages_of` counts the pages of each sheet, in order, without backs left empty.

    `set_plain` names the codes of sheets that could not be laid out and stand as plain text.
    """

    pdf: bytes
    pages: int
    pages_of: tuple[int, ...]
    set_plain: tuple[str, ...]


def _lay_out_form_body(body: FormBody, language: Language) -> LaidOut:
    return lay_out_form(body.form, language)


_LAYOUTS: dict[type, Callable[[Any, Language], LaidOut]] = {
    ReflexBody: lay_out_reflex,
    DecisionBody: lay_out_decisions,
    DirectoryBody: lay_out_directory,
    RouteBody: lay_out_route,
    ProcedureBody: lay_out_procedure,
    MissingBody: lay_out_missing,
    EndBody: lay_out_end,
    FormBody: _lay_out_form_body,
}


def write_binder(
    sheets: Sequence[Sheet],
    head: Head,
    stamp: BinderStamp,
    language: Language,
    *,
    one_sided: bool = False,
    progress: Progress | None = None,
) -> PrintedBinder:
    """The sheets in the order given, as one PDF: the same bytes for the same sheets and stamps.

    `progress` is told how many sheets are done, of how many; an exception it raises ends the work.
    """
    if not sheets:
        raise ValueError("a binder has at least one sheet")
    laid_out, set_plain = _place_all(sheets, stamp, language, progress)
    document = _document(sheets, head, stamp, language)
    pages = BinderPages(document, head, stamp, language, one_sided=one_sided)
    for sheet, found in zip(sheets, laid_out, strict=True):
        document.bookmark(f"{sheet.content.code}  {sheet.content.title}")
        pages.add(sheet, found)
    return PrintedBinder(
        document.finish(two_sided=not one_sided),
        document.page_count,
        tuple(len(found.pages) for found in laid_out),
        tuple(set_plain),
    )


def _document(
    sheets: Sequence[Sheet], head: Head, stamp: BinderStamp, language: Language
) -> Document:
    _ = language.gettext
    title = _("Downtime binder: {department}").format(department=head.department)
    return Document(title, head.establishment, language.code, stamp.printed_at)


def _place_all(
    sheets: Sequence[Sheet], stamp: BinderStamp, language: Language, progress: Progress | None
) -> tuple[list[LaidOut], list[str]]:
    """The list comes last: it tells how many pages the others have."""
    placed: dict[int, LaidOut] = {}
    set_plain: list[str] = []
    order = sorted(range(len(sheets)), key=lambda n: isinstance(sheets[n].content.body, ListBody))
    for done, number in enumerate(order, 1):
        sheet = sheets[number]
        listed = {
            sheets[n].content.code: ListedSheet(sheets[n].content.title, len(found.pages))
            for n, found in placed.items()
            if isinstance(sheet.content.body, ListBody)
        }
        try:
            placed[number] = _place(sheet, listed, stamp, language)
        except Exception:
            _log.exception("the sheet %s could not be laid out", sheet.content.code)
            placed[number] = lay_out_plain(sheet.content, language)
            set_plain.append(sheet.content.code)
        if progress is not None:
            progress(done, len(sheets))
    return [placed[number] for number in range(len(sheets))], set_plain


def _place(
    sheet: Sheet, listed: dict[str, ListedSheet], stamp: BinderStamp, language: Language
) -> LaidOut:
    body: Body = sheet.content.body
    if isinstance(body, ListBody):
        return lay_out_list(body, listed, stamp, language)
    if isinstance(body, CoverBody):
        return lay_out_cover(body, stamp, language)
    lay_out = _LAYOUTS[type(body)]
    return laid_out_once(body, sheet.body_hash, language.code, lambda: lay_out(body, language))
