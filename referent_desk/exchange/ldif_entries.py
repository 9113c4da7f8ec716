"""The entries of an LDIF text, as the library reads them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

from ldif import LDIFParser

Entry = Mapping[str, Sequence[str | bytes]]


class _Parser(LDIFParser):  # type: ignore[misc]  # the library has no types
    """Names of entries are not used, and to check one takes for ever where it holds many `+`."""

    def _check_dn(self, dn: object, attr_value: object) -> None:
        if dn is not None:
            self._error(attr_value)


def entries_of(text: str) -> Iterator[Entry]:
    """In their order; nothing that an address in the file points to is opened.

    Raises ValueError where the text is no LDIF any more.
    """
    entries = _Parser(io.BytesIO(text.encode())).parse()
    yield from (entry for name, entry in entries if name is not None)
