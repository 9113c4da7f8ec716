"""Laid-out bodies, ready for any file: what did not change is never laid out twice.

A fragment is kept in memory while the program runs, and on disk where there is a place for it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import Any, NamedTuple

from referent_desk.domain.check_codes import body_hash
from referent_desk.domain.sheets import Body
from referent_desk.paper.drawing import Align, Slot
from referent_desk.paper.kept_binders import KeptBinder
from referent_desk.paper.kept_sheets import KeptSheets, key_of
from referent_desk.paper.layout import HeadKind, LaidOut
from referent_desk.paper.measures import (
    FORM_LANDSCAPE,
    FORM_PORTRAIT,
    LANDSCAPE,
    PORTRAIT,
    Frame,
)
from referent_desk.paper.pdf_files import deflated

_MOST = 2_000
_FRAMES = {
    "portrait": PORTRAIT,
    "landscape": LANDSCAPE,
    "form portrait": FORM_PORTRAIT,
    "form landscape": FORM_LANDSCAPE,
}
_ALIGNS = {align.value: align for align in Align}
_LENGTH = struct.Struct(">I")


class FragmentPage(NamedTuple):
    """`content` is a deflated stream of operators that draw within the frame."""

    content: bytes
    slots: tuple[Slot, ...] = ()


class Fragment(NamedTuple):
    pages: tuple[FragmentPage, ...]
    fonts: frozenset[str]
    frame: Frame
    head: HeadKind


class _Known(NamedTuple):
    body: Body
    fragment: Fragment


_known: dict[tuple[str, str], _Known] = {}


def fragment_of(laid_out: LaidOut, kept: KeptBinder | None = None) -> Fragment:
    """A page that is as one that was `kept` is not deflated again."""
    return Fragment(
        tuple(
            FragmentPage(
                deflated(page.operators) if kept is None else _deflated_once(page.operators, kept),
                page.slots,
            )
            for page in laid_out.pages
        ),
        frozenset().union(*(page.fonts for page in laid_out.pages)),
        laid_out.frame,
        laid_out.head,
    )


def _deflated_once(operators: bytes, kept: KeptBinder) -> bytes:
    name = f"page {sha256(operators).hexdigest()}"
    found = kept.recall(name, bytes)
    if found is None:
        found = deflated(operators)
        kept.keep(name, found)
    return found


def laid_out_once(
    body: Body,
    hash_of_body: str,
    language_code: str,
    lay_out: Callable[[], LaidOut],
    kept: KeptBinder | None = None,
) -> Fragment:
    """What `lay_out` gives, or gave before for this body in this language.

    A wrong hash must not put another sheet's page here: in memory the bodies are compared, and on
    disk nothing is kept under a hash that is not the body's.
    """
    place = (hash_of_body, language_code)
    known = _known.get(place)
    if known is not None and known.body == body:
        return known.fragment
    name, beside = f"{hash_of_body} {language_code}", ("body", *place)
    fragment = kept.recall(name, unpacked, beside) if kept is not None else None
    if fragment is None:
        fragment = fragment_of(lay_out())
        if kept is not None and _may_be_kept(fragment, body, *place):
            kept.keep(name, packed(fragment), beside)
    if len(_known) >= _MOST:
        _known.clear()
    _known[place] = _Known(body, fragment)
    return fragment


def render_once(
    body: Body,
    hash_of_body: str,
    language_code: str,
    lay_out: Callable[[], LaidOut],
    kept: KeptSheets,
) -> Fragment | None:
    """Laid out and kept; None where it was kept already."""
    key = key_of("body", hash_of_body, language_code)
    if kept.has(key):
        return None
    fragment = laid_out_once(body, hash_of_body, language_code, lay_out)
    if _may_be_kept(fragment, body, hash_of_body, language_code):
        kept.keep(key, packed(fragment))
    return fragment


def kept_once(
    kind: str, said: str, lay_out: Callable[[], LaidOut], kept: KeptBinder | None
) -> Fragment:
    """For a sheet that looks as its body and more says: `said` is all of that."""
    if kept is None:
        return fragment_of(lay_out())
    name, beside = f"{kind} {sha256(said.encode()).hexdigest()}", (kind, said)
    fragment = kept.recall(name, unpacked, beside)
    if fragment is None:
        fragment = fragment_of(lay_out(), kept)
        kept.keep(name, packed(fragment), beside)
    return fragment


def forget_fragments() -> None:
    _known.clear()


def _may_be_kept(fragment: Fragment, body: Body, hash_of_body: str, language_code: str) -> bool:
    return fragment.frame in _FRAMES.values() and body_hash(body, language_code) == hash_of_body


def packed(fragment: Fragment) -> bytes:
    """The length of a head in JSON, the head, the streams of the pages."""
    head = {
        "frame": next(name for name, frame in _FRAMES.items() if frame == fragment.frame),
        "head": fragment.head.value,
        "fonts": sorted(fragment.fonts),
        "pages": [[len(page.content), _slot_rows(page.slots)] for page in fragment.pages],
    }
    written = json.dumps(head, separators=(",", ":")).encode()
    return b"".join((_LENGTH.pack(len(written)), written, *(p.content for p in fragment.pages)))


def unpacked(content: bytes) -> Fragment:
    (length,) = _LENGTH.unpack_from(content)
    at = _LENGTH.size + length
    head = json.loads(content[_LENGTH.size : at])
    pages = []
    for size, slots in head["pages"]:
        pages.append(FragmentPage(content[at : at + size], tuple(_slots(slots))))
        at += size
    fonts, frame = frozenset(head["fonts"]), _FRAMES[head["frame"]]
    return Fragment(tuple(pages), fonts, frame, HeadKind(head["head"]))


def _slot_rows(slots: Sequence[Slot]) -> list[Any]:
    """What neighbours have alike is written once: to read it is most of the time a sheet takes."""
    return [
        [*alike, align.value, [slot[:3] for slot in group]]
        for (*alike, align), group in groupby(slots, key=lambda slot: slot[3:])
    ]


def _slots(rows: list[Any]) -> Iterator[Slot]:
    for label, never, size, align, places in rows:
        alike = (label, never, size, _ALIGNS[align])
        for number, x, y in places:
            yield Slot(number, x, y, *alike)
