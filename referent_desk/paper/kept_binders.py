"""What one department's binder takes from the kept sheets, in one blob: to open a thousand files
takes longer than to print them.

The bodies of sheets lie in blobs of their own as well, for other departments and for the sheets
that are laid out while nobody prints.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Sequence

from referent_desk.paper.kept_sheets import Found, KeptSheets, key_of, understood

_LENGTH = struct.Struct(">I")
_MOST_BESIDE = 200
_FEW = 20
"""When less than one in so many is new, the blob stays as it is."""


class KeptBinder:
    """Of one department, in one language; `close` keeps it for the next printing."""

    def __init__(self, paper_code: str, language_code: str, kept: KeptSheets) -> None:
        self._kept = kept
        self._key = key_of("binder", paper_code, language_code)
        self._found = kept.recall(self._key, _unpacked) or {}
        self._used: dict[str, bytes] = {}
        self._new = 0

    def recall(
        self, name: str, read: Callable[[bytes], Found], beside: Sequence[str] = ()
    ) -> Found | None:
        """What `read` makes of it; looked for in a blob of its own too where `beside` tells what
        that is named after."""
        content = self._found.get(name)
        if content is None and beside:
            content = self._kept.find(key_of(*beside))
            self._new += content is not None
        if content is None:
            return None
        self._used[name] = content
        return understood(content, read)

    def keep(self, name: str, content: bytes, beside: Sequence[str] = ()) -> None:
        self._used[name] = content
        self._new += 1
        if beside:
            self._kept.keep(key_of(*beside), content)

    def close(self) -> None:
        """A part of a binder does not push out the rest; what is old goes at last."""
        if self._new * _FEW <= len(self._used):
            return
        if len(self._found) <= _MOST_BESIDE + 2 * len(self._used):
            self._used = {**self._found, **self._used}
        self._kept.keep(self._key, _packed(self._used))


def _packed(parts: dict[str, bytes]) -> bytes:
    lengths = {name: len(content) for name, content in parts.items()}
    written = json.dumps(lengths, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((_LENGTH.pack(len(written)), written, *parts.values()))


def _unpacked(content: bytes) -> dict[str, bytes]:
    (length,) = _LENGTH.unpack_from(content)
    at = _LENGTH.size + length
    parts = {}
    for name, size in json.loads(content[_LENGTH.size : at]).items():
        parts[name] = content[at : at + size]
        at += size
    return parts
