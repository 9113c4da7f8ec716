"""HTML of the clipboard, as Word, LibreOffice, Outlook and browsers write it: words and levels.

The standard library's parser takes minutes for half a megabyte of marks that do not end. It is
therefore given whole tags only, one at a time; what does not end is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from referent_desk.domain.pasted_lines import Lines, PastedLine, without_bullet
from referent_desk.domain.texts import clean_line

_DEEPEST = 400
"""Elements within one another that are told apart."""
_LONGEST_TAG = 20_000
"""Letters of a tag whose attributes are read; pictures are written into theirs."""


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


_RAW = _names("script style")
_SILENT = _RAW | _names(
    "head title template noscript object applet svg math xml video audio iframe select textarea "
    "canvas map button"
)
"""Nothing inside these is a word of the reader's text."""
_BLOCKS = _names(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table tbody tfoot thead tr ul"
)
"""These begin and end a line."""
_CELLS = _names("td th")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_LISTS = _names("ol ul")
_ONE_AT_A_TIME = {"p": _LISTS | _names("li td th div"), "li": _LISTS}
"""A new one ends the one that is open, as in every browser."""

_MSO_LEVEL = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.IGNORECASE)
_UNSEEN = re.compile(
    r"mso-list\s*:\s*ignore|mso-element\s*:\s*(?:comment|footnote|endnote|header|footer)"
    r"|display\s*:\s*none|mso-hide\s*:\s*all",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")


def lines_of_html(html: str) -> tuple[PastedLine, ...]:
    """A line for each paragraph, point, row of a table and line end that was set by hand."""
    reader = _Reader()
    for token in _Tokens(_fragment(html)):
        reader.feed(token)
    reader.close()
    reader.lines.end()
    found = [
        PastedLine(text, line.level)
        for line in reader.lines.done
        if (text := clean_line(without_bullet(line.text)))
    ]
    top = min((line.level for line in found), default=1) - 1
    return tuple(PastedLine(line.text, line.level - top) for line in found)


def _fragment(html: str) -> str:
    """Windows wraps what was chosen in marks; what lies around it was not copied."""
    mark = "<!--StartFragment-->"
    start, end = html.find(mark), html.rfind("<!--EndFragment-->")
    return html[start + len(mark) : end] if 0 <= start < end else html


class _Tokens:
    """Whole tags and the texts between them; comments, declarations and scripts are left out."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._absent: set[str] = set()

    def __iter__(self) -> Iterator[str]:
        html, at = self._html, 0
        while at < len(html):
            opened = html.find("<", at)
            if opened < 0:
                opened = len(html)
            if opened > at:
                yield html[at:opened]
            if opened == len(html):
                return
            token, at = self._mark(opened)
            if token:
                yield token

    def _mark(self, opened: int) -> tuple[str, int]:
        """What is read of the mark that begins there, and where the next thing begins."""
        html = self._html
        if html.startswith("<!--", opened):
            return "", self._after("-->", opened + 4) or opened + 4
        if html.startswith(("<!", "<?"), opened):
            return "", self._after(">", opened) or opened + 2
        tag = _TAG.match(html, opened)
        end = self._end_of_tag(tag.end()) if tag else 0
        if tag is None or not end:
            return "&lt;", opened + 1
        name = tag[1].lower()
        if name in _RAW and not html.startswith("</", opened):
            closing = self._after(f"</{name}", end) or self._after(f"</{name.upper()}", end)
            return "", (closing and (self._after(">", closing) or len(html))) or len(html)
        whole = html[opened:end]
        return (whole if len(whole) <= _LONGEST_TAG else f"{tag[0]}>"), end

    def _end_of_tag(self, at: int) -> int:
        """After its `>`, which does not stand between quotes; 0: it does not end."""
        end = self._after(">", at)
        quote = re.compile("[\"']").search(self._html, at, end)
        while quote is not None:
            closed = self._after(quote[0], quote.end())
            if not closed:
                break
            if closed > end:
                end = self._after(">", closed)
            quote = re.compile("[\"']").search(self._html, closed, end)
        return end

    def _after(self, sign: str, at: int) -> int:
        """0 where the sign comes no more; that is looked for once only."""
        if sign in self._absent:
            return 0
        found = self._html.find(sign, at)
        if found < 0:
            self._absent.add(sign)
        return found + len(sign) if found >= 0 else 0


@dataclass(slots=True)
class _Open:
    """An element that has not ended: `silent` drops what is in it."""

    tag: str
    silent: bool
    level: int


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = Lines()
        self._open: list[_Open] = []

    @property
    def _is_silent(self) -> bool:
        return bool(self._open) and self._open[-1].silent

    @property
    def _level(self) -> int:
        return self._open[-1].level if self._open else 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "br":
            self.lines.end()
        if tag in _CELLS:
            self.lines.words.append(" ")
        if tag in _VOID:
            return
        if tag in _ONE_AT_A_TIME:
            self._close(tag, _ONE_AT_A_TIME[tag])
        given = {name: value or "" for name, value in attrs}
        level = self._level + (tag in _LISTS)
        found = _MSO_LEVEL.search(given.get("style", ""))
        if found:
            level = int(found[1])
        silent = self._is_silent or tag in _SILENT or _is_unseen(given)
        if silent or len(self._open) < _DEEPEST:
            self._open.append(_Open(tag, silent, level))
        if tag in _BLOCKS:
            self.lines.level = max(1, level)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.lines.end()
        self._close(tag, frozenset())
        if tag in _BLOCKS:
            self.lines.level = max(1, self._level)

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self.lines.words.append(data)

    def _close(self, tag: str, within: frozenset[str]) -> None:
        """End the innermost element of that name, not beyond one of those it stands `within`."""
        for place in range(len(self._open) - 1, max(-1, len(self._open) - _DEEPEST - 1), -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return
            if self._open[place].tag in within:
                return


def _is_unseen(given: dict[str, str]) -> bool:
    """Comments, notes and the marks that Word writes for programs that know no lists."""
    if "hidden" in given or _UNSEEN.search(given.get("style", "")):
        return True
    return "msocomanchor" in f"{given.get('class', '')} {given.get('id', '')}".casefold()
