"""The bytes of a PDF file of version 1.5.

Streams stand by themselves. All other objects are deflated together, some hundred at a time, which
takes a quarter of the room; the table of where each lies is a stream too.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_HEAD = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"  # four bytes that tell a transfer that this is no text
_BEGIN = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n"
_END = b"\nendstream\nendobj\n"
_PLACE = struct.Struct(">BIH")  # in the file and where; or in which stream of objects, and where
_IN_FILE, _PACKED = 1, 2
_IN_PACK = 200
"""Objects deflated together: a reader inflates all of them to see one."""
_SMALL = 1_000  # bytes: a window of this size holds the whole of a small stream
_LEVEL = 4
"""Takes two thirds of the time of level 6, for three hundredths more room."""


class Stream(NamedTuple):
    """`head` is its dictionary without length and filter, `content` is deflated."""

    head: bytes
    content: bytes


def deflated(content: bytes) -> bytes:
    """A small stream gets a small window: to make a large one takes longer than to use it."""
    if len(content) > _SMALL:
        return zlib.compress(content, _LEVEL)
    small = zlib.compressobj(_LEVEL, zlib.DEFLATED, 10, 2)
    return small.compress(content) + small.flush()


def pdf_file(objects: Sequence[bytes | Stream], root: int, info: int) -> bytes:
    """Objects 1, 2…; the numbers of two of them. The same bytes for the same objects."""
    parts, at = [_HEAD], len(_HEAD)
    places = [_PLACE.pack(0, 0, 0xFFFF)]
    packed: list[tuple[int, bytes]] = []
    place = _PLACE.pack
    for number, content in enumerate(objects, 1):
        if isinstance(content, bytes):
            number_of_pack, in_pack = divmod(len(packed), _IN_PACK)
            places.append(place(_PACKED, len(objects) + 1 + number_of_pack, in_pack))
            packed.append((number, content))
            continue
        places.append(place(_IN_FILE, at, 0))
        head, stream = content
        begin = _BEGIN % (number, head, len(stream))
        parts += (begin, stream, _END)
        at += len(begin) + len(stream) + len(_END)
    for number, pack in enumerate(_packs(packed), len(objects) + 1):
        places.append(place(_IN_FILE, at, 0))
        begin = _BEGIN % (number, pack.head, len(pack.content))
        parts += (begin, pack.content, _END)
        at += len(begin) + len(pack.content) + len(_END)
    parts += _last(places, at, b"/Root %d 0 R/Info %d 0 R" % (root, info), parts)
    return b"".join(parts)


def _packs(objects: Sequence[tuple[int, bytes]]) -> Iterator[Stream]:
    """Each begins with the numbers of its objects and where they begin."""
    for start in range(0, len(objects), _IN_PACK):
        taken = objects[start : start + _IN_PACK]
        contents = [content for _number, content in taken]
        begins = accumulate([len(content) + 1 for content in contents], initial=0)
        pairs = [f"{number} {at}" for (number, _content), at in zip(taken, begins, strict=False)]
        first = f"{' '.join(pairs)}\n".encode()
        head = b"/Type/ObjStm/N %d/First %d" % (len(taken), len(first))
        yield Stream(head, deflated(first + b"\n".join(contents)))


def _last(
    places: list[bytes], at: int, named: bytes, before: Sequence[bytes]
) -> tuple[bytes, bytes, bytes]:
    """The table, named after the bytes before it: documents that differ have different names."""
    number = len(places)
    places.append(_PLACE.pack(_IN_FILE, at, 0))
    name = hashlib.sha256()
    for part in before:
        name.update(part)
    key = name.hexdigest()[:32].encode()
    head = b"/Type/XRef/W[1 4 2]/Size %d%b/ID[<%b><%b>]" % (len(places), named, key, key)
    table = Stream(head, deflated(b"".join(places)))
    end = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at
    return _BEGIN % (number, head, len(table.content)), table.content, end
