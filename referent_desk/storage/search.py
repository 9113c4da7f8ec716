"""What fits a few typed letters, by the indexes of words that the schema keeps.

The cheapest questions come first: titles that begin so, titles with all the words, then whatever
holds them. Of each kind only the first that fit are ranked: to rank everything by relevance costs
more than to find it. Words of three letters and more are looked for inside words, shorter ones
where words begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from referent_desk.domain.finding import INSIDE_FROM, HitKind, Query, fit_of, fits_folded
from referent_desk.storage import schema

MOST_COUNTED = 200
_CANDIDATES = 40
"""Of which the best are shown."""
_LOOKED_THROUGH = 400
_SIFTED = 2_000
"""Entries read one by one here, or by the database, where one index cannot tell whether all fit."""
KINDS = {
    1: HitKind.DEPARTMENT,
    2: HitKind.SOFTWARE,
    3: HitKind.PERSON,
    4: HitKind.PROCEDURE,
    5: HitKind.FUNCTION,
    6: HitKind.NUMBER,
    7: HitKind.MEANS,
    8: HitKind.DRILL,
    9: HitKind.ACTION,
    10: HitKind.TIP,
}
"""By the number that the ids of their entries begin with."""
_NUMBERS = {kind: number for number, kind in KINDS.items()}
_TABLES = (
    *("", "node", "software", "person", "procedure", "function", "directory_entry"),
    *("means", "drill", "action", "tip"),
)

_COLUMNS = "e.id, e.row_id, e.closed, e.title, e.rest"
_BY_TITLE = (
    f"SELECT {_COLUMNS} FROM search_entry AS e"  # noqa: S608 - our own names
    " WHERE e.kind = ? AND e.title >= ? AND e.title < ? ORDER BY e.title LIMIT ?"
)
_HOLDS = " AND instr(e.title || ' ' || e.rest, ?) > 0"


class Entry(NamedTuple):
    """As it is read; a tuple, because thousands are read for one letter."""

    id: int
    row_id: str
    closed: int
    title: str
    rest: str

    @property
    def kind(self) -> HitKind:
        return KINDS[self.id >> 40]


@dataclass(frozen=True, slots=True)
class Entries:
    """The best of those that fit; `total` of them, or more than that where `is_more`."""

    best: tuple[Entry, ...]
    total: int
    is_more: bool


def find_entries(
    connection: Connection, query: Query, limit: int, path: Sequence[str] = ()
) -> Mapping[HitKind, Entries]:
    """Of procedures that fit alike, those of `path` come before others, the nearest first."""
    if query.is_empty:
        return {}
    near = list(_near(connection, query, path))
    distances = {entry.row_id: distance for entry, distance in near}
    asked = _Asked(connection, query)
    asked.keep(entry for entry, _distance in near)
    asked.ask()

    def order(entry: Entry) -> tuple[object, ...]:
        fit = fit_of(query, entry.title)
        distance = distances.get(entry.row_id, len(path))
        return fit, entry.closed, distance, entry.title, entry.rest, entry.row_id

    answer = {}
    for kind, found in asked.found.items():
        total = len(found) if kind not in asked.capped else max(len(found), asked.count(kind))
        is_more = total > MOST_COUNTED or (asked.is_filtered and kind in asked.capped)
        best = tuple(sorted(found.values(), key=order)[:limit])
        answer[kind] = Entries(best, min(total, MOST_COUNTED), is_more)
    return {kind: answer[kind] for kind in KINDS.values() if kind in answer}


def _near(connection: Connection, query: Query, path: Sequence[str]) -> Iterator[tuple[Entry, int]]:
    """The few open procedures along a path, looked through one by one, and how far away each is."""
    if not path:
        return
    entry, procedure = schema.search_entry, schema.procedure
    statement = (
        select(
            *(entry.c.id, entry.c.row_id, entry.c.closed, entry.c.title, entry.c.rest),
            procedure.c.owner_id,
        )
        .join(procedure, procedure.c.id == entry.c.row_id)
        .where(procedure.c.owner_id.in_(list(path)), procedure.c.closed_on.is_(None))
    )
    letters = entry.c.title + " " + entry.c.rest
    for word in query.words:
        statement = statement.where(func.instr(letters, word) > 0)
    for row in connection.execute(statement).all():
        if fits_folded(query, f"{row.title} {row.rest}"):
            yield Entry(*row[:5]), path.index(row.owner_id)


@dataclass(slots=True)
class _Asked:
    """One query put to all entries. `capped` are the kinds of which there may be more."""

    connection: Connection
    query: Query
    found: dict[HitKind, dict[str, Entry]] = field(default_factory=dict)
    capped: set[HitKind] = field(default_factory=set)

    @property
    def _long(self) -> list[str]:
        return [word for word in self.query.words if len(word) >= INSIDE_FROM]

    @property
    def _short(self) -> list[str]:
        short = [word for word in self.query.words if len(word) < INSIDE_FROM]
        return [word for word in short if any(map(str.isalnum, word))]

    @property
    def _filters(self) -> list[str]:
        """Words that the index which is asked cannot answer for."""
        signs = [w for w in self.query.words if len(w) < INSIDE_FROM and not w.isalnum()]
        return list(dict.fromkeys([*(self._short if self._long else ()), *signs]))

    @property
    def is_filtered(self) -> bool:
        return bool(self._filters)

    def keep(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.found.setdefault(entry.kind, {}).setdefault(entry.row_id, entry)

    def ask(self) -> None:
        for number in KINDS:
            whole = self.query.whole
            begun = (_TABLES[number], whole, whole + "\U0010ffff", _CANDIDATES)
            self.keep(self._read(_BY_TITLE, begun))
        if self._long or self._short:
            index, match = self._match()
            if self._long and not self.is_filtered:
                self._walk("search_title", match)
            self.capped.clear()
            self._walk(index, match)
            if self._long and self._short:
                self._ask_short_first()
        else:
            self._look_through()
        joined = self.query.joined
        if joined and joined != self.query.whole:
            capped = set(self.capped)
            self._walk("search_inside", _quoted(joined), filters=())
            self.capped = capped

    def count(self, kind: HitKind) -> int:
        """How many fit, counted no further than one beyond `MOST_COUNTED`."""
        if self.is_filtered:
            return 0
        index, match = self._match()
        number = _NUMBERS[kind]
        statement = (
            f"SELECT count(*) FROM (SELECT rowid FROM {index} WHERE {index} MATCH ?"  # noqa: S608
            " AND rowid > ? AND rowid < ? LIMIT ?)"
        )
        asked = (match, number << 40, (number + 1) << 40, MOST_COUNTED + 1)
        return int(self.connection.exec_driver_sql(statement, asked).scalar_one())

    def _match(self) -> tuple[str, str]:
        """The index to ask, and what."""
        if self._long:
            return "search_inside", " AND ".join(map(_quoted, self._long))
        return "search_start", " AND ".join(f"{_quoted(word)}*" for word in self._short)

    def _walk(self, index: str, match: str, filters: Sequence[str] | None = None) -> None:
        """Through the entries that fit, kind by kind; over kinds of which enough is known."""
        held = self._filters if filters is None else filters
        most = _LOOKED_THROUGH if held else _CANDIDATES
        statement = (
            f"SELECT {_COLUMNS} FROM (SELECT rowid AS id FROM {index} WHERE {index} MATCH ?"  # noqa: S608
            " AND rowid > ? AND rowid < ? LIMIT ?) AS i JOIN search_entry AS e ON e.id = i.id"
        )
        place, end = 1 << 40, (len(KINDS) + 1) << 40
        while place < end:
            kind = KINDS[place >> 40]
            if not held and len(self.found.get(kind, ())) >= _CANDIDATES:
                self.capped.add(kind)
                place = (_NUMBERS[kind] + 1) << 40
                continue
            entries = self._read(statement, (match, place, end, most + 1))
            self.keep(self._fitting(entries, held))
            if len(entries) <= most:
                return
            last = entries[-1]
            of_one_kind = entries[0].kind is last.kind
            if of_one_kind:
                self.capped.add(last.kind)
            place = (_NUMBERS[last.kind] + 1) << 40 if of_one_kind else last.id

    def _fitting(self, entries: Sequence[Entry], held: Sequence[str]) -> Iterator[Entry]:
        for entry in entries:
            if not held or fits_folded(self.query, f"{entry.title} {entry.rest}"):
                yield entry

    def _ask_short_first(self) -> None:
        """Where too many hold the long words: those that hold the short ones, looked through."""
        match = " AND ".join(f"{_quoted(word)}*" for word in self._short)
        few = (kind for kind in self.capped if len(self.found.get(kind, ())) < _CANDIDATES)
        for number in map(_NUMBERS.__getitem__, few):
            statement = (
                f"SELECT {_COLUMNS} FROM (SELECT rowid AS id FROM search_start"  # noqa: S608
                " WHERE search_start MATCH ? AND rowid > ? AND rowid < ? LIMIT ?) AS i"
                f" JOIN search_entry AS e ON e.id = i.id WHERE 1{_HOLDS * len(self._long)}"
            )
            span = (number << 40, (number + 1) << 40, _SIFTED)
            entries = self._read(statement, (match, *span, *self._long))
            self.keep(self._fitting(entries, self._filters))

    def _look_through(self) -> None:
        """Nothing but signs, of which no index knows."""
        held = self._filters
        for number, kind in KINDS.items():
            statement = (
                f"SELECT {_COLUMNS} FROM search_entry AS e"  # noqa: S608
                f" WHERE e.id > ? AND e.id < ?{_HOLDS * len(held)} LIMIT ?"
            )
            span = (number << 40, (number + 1) << 40)
            entries = self._read(statement, (*span, *held, _CANDIDATES + 1))
            self.keep(entries)
            if len(entries) > _CANDIDATES:
                self.capped.add(kind)

    def _read(self, statement: str, values: tuple[object, ...]) -> list[Entry]:
        rows = self.connection.exec_driver_sql(statement, values).all()
        return list(map(Entry._make, rows))


def _quoted(word: str) -> str:
    """Within quotes nothing commands the index but the quote itself, which is doubled."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"'
