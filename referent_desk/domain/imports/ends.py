"""What stands alone within a list or under it, and may be none of its lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from referent_desk.domain.imports.answers import Choice, Offer, Reply
from referent_desk.domain.imports.reports import SourceLine
from referent_desk.domain.imports.runs import LineWork

_WORDS_OF_A_SENTENCE = 4
_MANY_CELLS = 3
_SHORTEST_HEADING = 3
_REFUSED_AS = {"note_or_entry": "note_line", "heading_or_entry": "heading_line"}


def rows_under(lines: Sequence[SourceLine]) -> frozenset[int]:
    """The rows, below a blank one at the end, that hold nothing but one sentence each."""
    under: list[int] = []
    held: list[int] = []
    for place in range(len(lines) - 1, 0, -1):
        if not _is_sentence(lines[place]):
            break
        held.append(lines[place].row)
        if lines[place].row - lines[place - 1].row > 1:
            under += held
            held = []
    return frozenset(under)


def _is_sentence(line: SourceLine) -> bool:
    return len(_alone(line).split()) >= _WORDS_OF_A_SENTENCE


def headings_in(lines: Sequence[SourceLine]) -> frozenset[int]:
    """The rows that hold nothing but a text in capitals, where most rows hold many cells."""
    filled = sorted(len(line.values) for line in lines if line.values)
    if not filled or filled[len(filled) // 2] < _MANY_CELLS:
        return frozenset()
    return frozenset(line.row for line in lines if _is_in_capitals(line))


def _is_in_capitals(line: SourceLine) -> bool:
    text = _alone(line)
    return text.isupper() and sum(map(str.isalpha, text)) >= _SHORTEST_HEADING


def _alone(line: SourceLine) -> str:
    """The only text of the line; empty where it holds more, or was doubted."""
    texts = list(line.values.values())
    text = texts[0] if len(texts) == 1 and not line.remarks else ""
    return text if isinstance(text, str) else ""


def odd_rows(lines: Sequence[SourceLine], is_known: Callable[[str], bool]) -> Mapping[int, str]:
    """By row, what is asked of it; what is known here by its name is an entry."""
    under, headings = rows_under(lines), headings_in(lines)
    odd = dict.fromkeys(headings, "heading_or_entry") | dict.fromkeys(under, "note_or_entry")
    texts = {line.row: _alone(line) for line in lines if line.row in odd}
    return {row: code for row, code in odd.items() if row in under or not is_known(texts[row])}


def is_entry(line: SourceLine, code: str, work: LineWork) -> bool:
    """What stands alone is asked about; a remark or a heading is left with its reason."""
    offers = (Offer(Reply(Choice.SAME)), Offer(Reply(Choice.PART)))
    if code == "note_or_entry":
        reply = work.ask("note_or_entry", offers, value=_alone(line))
    else:
        reply = work.ask("heading_or_entry", offers, value=_alone(line))
    if reply is not None and reply.choice is Choice.PART:
        work.refuse(_REFUSED_AS[code])
    return reply is not None and reply.choice is Choice.SAME
