"""Homes for the tests of use cases: the demo hospital, and one with two bare departments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from referent_desk.clock import Clock, FixedClock
from referent_desk.domain.texts import searched
from referent_desk.home import Home
from referent_desk.language import speak, speak_as, spoken
from referent_desk.storage import schema
from referent_desk.storage.schema import Table
from referent_desk.usecases.demo import fill_demo
from referent_desk.usecases.desks import Desk, open_desk
from tests.memory_folders import memory_folder

CLOCK = FixedClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
LATER = FixedClock(datetime(2026, 11, 22, 15, 30, tzinfo=UTC))
TOMORROW = FixedClock(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))


@contextmanager
def in_english() -> Iterator[None]:
    """What is made once is English, whatever the test that asks first speaks."""
    before = spoken()
    speak("en")
    try:
        yield
    finally:
        speak_as(before)


def _content_of(fill: Callable[[Desk], object]) -> bytes:
    with in_english(), memory_folder() as folder:
        desk = open_desk(Home(Path(folder)), CLOCK)
        fill(desk)
        desk.close()
        return desk.home.database.read_bytes()


@cache
def demo_content() -> bytes:
    return _content_of(fill_demo)


@cache
def empty_content() -> bytes:
    """As on the first day: the catalogues, and no hospital."""
    return _content_of(lambda _desk: None)


@cache
def bare_content() -> bytes:
    """Two departments of one code in two hospitals, one of them used by nobody's software."""
    return _content_of(_fill_bare)


def _fill_bare(desk: Desk) -> None:
    with desk.database.write("fill") as work:
        for hospital in ("Nord", "Sud"):
            site, pole = work.new_id(), work.new_id()
            node(work.add, site, None, "establishment", f"Hôpital {hospital}")
            node(work.add, pole, site, "pole", f"Pôle {hospital}")
            node(work.add, work.new_id(), pole, "department", "Cardiologie", code="0412")
            closed = {"code": "0999", "closed_on": "2020-01-01"}
            node(work.add, work.new_id(), pole, "unit", f"Dialyse {hospital}", **closed)


Add = Callable[[Table, list[dict[str, object]]], object]


def node(add: Add, key: str, parent: str | None, kind: str, name: str, **more: object) -> None:
    row = {"id": key, "parent_id": parent, "kind": kind, "name": name, "folded": searched(name)}
    add(schema.node, [{**row, **more}])


def home_of(content: bytes, folder: Path) -> Home:
    home = Home(folder / "home")
    home.root.mkdir(exist_ok=True)
    home.database.write_bytes(content)
    return home


def demo_desk(folder: Path, clock: Clock = CLOCK) -> Desk:
    return open_desk(home_of(demo_content(), folder), clock)


def english_desk(folder: Path) -> Desk:
    """The demo hospital; its people and its binders speak English."""
    speak("en")
    desk = demo_desk(folder)
    with desk.database.write("speak") as work:
        for row in work.connection.execute(schema.binder.select()).all():
            work.change(schema.binder, row.id, {"language": "en"})
    return desk


def empty_desk(folder: Path, clock: Clock = CLOCK) -> Desk:
    return open_desk(home_of(empty_content(), folder), clock)


def bare_desk(folder: Path, clock: Clock = CLOCK) -> Desk:
    return open_desk(home_of(bare_content(), folder), clock)
