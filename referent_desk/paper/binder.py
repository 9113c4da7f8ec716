"""A binder: sheets laid out one by one, counted, then written with head, foot and numbers."""

from __future__ import annotations

import gc
import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from referent_desk.domain.sheets import (
    BinderStamp,
    Body,
    CoverBody,
    Head,
    ListBody,
    Sheet,
)
from referent_desk.language import Language
from referent_desk.paper.assembly import Document
from referent_desk.paper.bodies import LAYOUTS
from referent_desk.paper.fragments import (
    Fragment,
    fragment_of,
    kept_once,
    laid_out_once,
    render_once,
)
from referent_desk.paper.kept_binders import KeptBinder
from referent_desk.paper.kept_heads import SheetHeads
from referent_desk.paper.kept_sheets import KeptSheets
from referent_desk.paper.pages import BinderPages
from referent_desk.paper.sheets_covers import lay_out_cover
from referent_desk.paper.sheets_lists import ListedSheet, copy_words, lay_out_list, line_said
from referent_desk.paper.sheets_plain import lay_out_plain

Progress = Callable[[int, int], None]

_log = logging.getLogger(__name__)


class PrintedBinder(NamedTuple):
    """`pages_of` counts the pages of each sheet, in order, without backs left empty.

    `set_plain` names the codes of sheets that could not be laid out and stand as plain text.
    """

    pdf: bytes
    pages: int
    pages_of: tuple[int, ...]
    set_plain: tuple[str, ...]


def write_binder(
    sheets: Sequence[Sheet],
    head: Head,
    stamp: BinderStamp,
    language: Language,
    *,
    one_sided: bool = False,
    progress: Progress | None = None,
    kept: KeptSheets | None = None,
    others: Mapping[str, ListedSheet] | None = None,
) -> PrintedBinder:
    """The sheets in the order given, as one PDF: the same bytes for the same sheets and stamps,
    also when they were `kept`.

    `progress` is told how many sheets are done, of how many; an exception it raises ends the work.
    `others`, by code, lie in the binder already: the list names them, they are not printed.
    """
    if not sheets:
        raise ValueError("a binder has at least one sheet")
    with _collecting_later():
        return _written(sheets, others or {}, head, stamp, language, one_sided, progress, kept)


@contextmanager
def _collecting_later() -> Iterator[None]:
    """What is laid out holds no rings, and looking for them takes a tenth of the time.

    What stays is taken for old at once, by freezing and thawing: it is looked through with all
    else, not now.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _written(
    sheets: Sequence[Sheet],
    others: Mapping[str, ListedSheet],
    head: Head,
    stamp: BinderStamp,
    language: Language,
    one_sided: bool,
    progress: Progress | None,
    kept: KeptSheets | None,
) -> PrintedBinder:
    of_binder = KeptBinder(head.paper_code, language.code, kept) if kept else None
    placed, set_plain = _place_all(sheets, others, stamp, language, progress, of_binder)
    document = _document(head, stamp, language)
    heads = SheetHeads(head.paper_code, language, of_binder)
    pages = BinderPages(document, head, stamp, language, heads, one_sided=one_sided)
    for sheet, fragment in zip(sheets, placed, strict=True):
        document.bookmark(f"{sheet.content.code}  {sheet.content.title}")
        pages.add(sheet, fragment)
    pdf = document.finish(two_sided=not one_sided)
    if kept is not None and of_binder is not None:
        of_binder.close()
        kept.tidy()
    counts = tuple(len(fragment.pages) for fragment in placed)
    return PrintedBinder(pdf, document.page_count, counts, tuple(set_plain))


def render_sheets(
    sheets: Sequence[Sheet],
    language: Language,
    kept: KeptSheets,
    progress: Progress | None = None,
) -> int:
    """Lay out and keep what is not kept yet; tells how many sheets. Nothing is written elsewhere.

    `progress` is asked before each sheet; an exception it raises ends the work.
    """
    rendered = 0
    try:
        for done, sheet in enumerate(sheets):
            if progress is not None:
                progress(done, len(sheets))
            fragment = _render(sheet, language, kept)
            if fragment is not None:
                rendered += 1
    finally:
        kept.tidy()
    return rendered


def _render(sheet: Sheet, language: Language, kept: KeptSheets) -> Fragment | None:
    """None for what is kept, what is laid out at each printing, and what cannot be laid out."""
    body: Body = sheet.content.body
    lay_out = LAYOUTS.get(type(body))
    if lay_out is None:
        return None
    try:
        return render_once(
            body, sheet.body_hash, language.code, lambda: lay_out(body, language), kept
        )
    except Exception:
        _log.debug("the sheet %s could not be rendered", sheet.content.code, exc_info=True)
        return None


def _document(head: Head, stamp: BinderStamp, language: Language) -> Document:
    _ = language.gettext
    title = _("Downtime binder: {department}").format(department=head.department)
    return Document(title, head.establishment, language.code, stamp.printed_at)


def _place_all(
    sheets: Sequence[Sheet],
    others: Mapping[str, ListedSheet],
    stamp: BinderStamp,
    language: Language,
    progress: Progress | None,
    kept: KeptBinder | None,
) -> tuple[list[Fragment], list[str]]:
    """The list comes last: it tells how many pages the others have."""
    placed: dict[int, Fragment] = {}
    set_plain: list[str] = []
    order = sorted(range(len(sheets)), key=lambda n: isinstance(sheets[n].content.body, ListBody))
    for done, number in enumerate(order, 1):
        sheet = sheets[number]
        listed = others
        if isinstance(sheet.content.body, ListBody):
            listed = {**others, **_listed(sheets, placed)}
        try:
            placed[number] = _place(sheet, listed, stamp, language, kept)
        except Exception:
            _log.exception("the sheet %s could not be laid out", sheet.content.code)
            placed[number] = fragment_of(lay_out_plain(sheet.content, language))
            set_plain.append(sheet.content.code)
        if progress is not None:
            progress(done, len(sheets))
    return [placed[number] for number in range(len(sheets))], set_plain


def _listed(sheets: Sequence[Sheet], placed: Mapping[int, Fragment]) -> dict[str, ListedSheet]:
    contents = ((sheets[number].content, fragment) for number, fragment in placed.items())
    return {one.code: ListedSheet(one.title, len(found.pages)) for one, found in contents}


def _place(
    sheet: Sheet,
    listed: Mapping[str, ListedSheet],
    stamp: BinderStamp,
    language: Language,
    kept: KeptBinder | None,
) -> Fragment:
    body: Body = sheet.content.body
    if isinstance(body, ListBody):
        return _place_list(body, listed, copy_words(stamp, language), language, kept)
    if isinstance(body, CoverBody):
        copy = (stamp.copy_number, stamp.copy_place, stamp.holder, stamp.unregistered)
        said = repr((language.code, body, *copy, stamp.printed_at.date()))
        return kept_once("cover", said, lambda: lay_out_cover(body, stamp, language), kept)
    lay_out = LAYOUTS[type(body)]
    return laid_out_once(
        body, sheet.body_hash, language.code, lambda: lay_out(body, language), kept
    )


def _place_list(
    body: ListBody,
    listed: Mapping[str, ListedSheet],
    copy: str,
    language: Language,
    kept: KeptBinder | None,
) -> Fragment:
    """Not only its body decides how it looks: titles, pages and the copy stand on it too."""
    said = json.dumps((copy, language.code, [line_said(line, listed) for line in body.lines]))
    return kept_once("list", said, lambda: lay_out_list(body, listed, copy, language, kept), kept)
