"""A value is what the library's frozen, slotted dataclass would be."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any

import pytest

from referent_desk.domain.values import dataclass

_MAKERS = {
    "ours": dataclass(frozen=True, slots=True),
    "the library's": dataclasses.dataclass(frozen=True, slots=True),
}


def _made(make: Callable[[type[Any]], type[Any]]) -> type[Any]:
    class Ward:
        """One of a hospital."""

        name: str
        beds: int = 24
        rooms: list[str] = field(default_factory=list)
        kind: str = field(default="ward", init=False)
        note: str = field(default="", compare=False)
        secret: str = field(default="", repr=False)

        @property
        def is_large(self) -> bool:
            return self.beds > 20

    return make(Ward)


OURS, THEIRS = (_made(make) for make in _MAKERS.values())
PAIRS = pytest.mark.parametrize(
    "arguments",
    [("Cardiologie",), ("Cardiologie", 3), ("Cardiologie", 3, ["1", "2"], "seen", "hidden")],
)


@dataclass(frozen=True, slots=True)
class Bed:
    number: str
    ward: str = "Cardiologie"


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Checked:
    beds: int

    def __post_init__(self) -> None:
        if self.beds < 0:
            raise ValueError("fewer than none")


@PAIRS
def test_a_value_says_what_the_librarys_says(arguments: tuple[Any, ...]) -> None:
    ours, theirs = OURS(*arguments), THEIRS(*arguments)
    assert repr(ours) == repr(theirs)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert ours.is_large is theirs.is_large


def test_its_class_looks_like_the_librarys() -> None:
    for kind in (OURS, THEIRS):
        assert is_dataclass(kind)
    names = [[one.name for one in fields(kind)] for kind in (OURS, THEIRS)]
    assert names[0] == names[1]
    assert OURS.__slots__ == THEIRS.__slots__
    assert OURS.__match_args__ == THEIRS.__match_args__
    assert OURS.__doc__ == THEIRS.__doc__
    assert OURS.__init__.__annotations__ == THEIRS.__init__.__annotations__


def test_values_are_equal_by_what_is_compared() -> None:
    for kind in (OURS, THEIRS):
        assert kind("A", note="seen") == kind("A", note="not seen")
        assert kind("A") != kind("B")
        assert kind("A") != ("A", 24)
    assert OURS("A") != THEIRS("A")


def test_values_that_are_equal_have_one_hash() -> None:
    assert len({Bed("1"), Bed("1", "Cardiologie"), Bed("2"), Nothing(), Nothing()}) == 3


@pytest.mark.parametrize("kind", [OURS, THEIRS])
def test_each_value_has_a_list_of_its_own(kind: type[Any]) -> None:
    assert kind("A").rooms is not kind("B").rooms


@pytest.mark.parametrize("kind", [OURS, THEIRS])
def test_nothing_of_a_value_is_changed(kind: type[Any]) -> None:
    value = kind("A")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'beds'"):
        value.beds = 3
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'beds'"):
        del value.beds
    with pytest.raises((FrozenInstanceError, TypeError)):
        value.colour = "red"
    assert replace(value, beds=3).beds == 3


def test_a_value_is_copied_and_pickled_whole() -> None:
    bed = Bed("12")
    assert copy.copy(bed) == copy.deepcopy(bed) == pickle.loads(pickle.dumps(bed)) == bed


def test_a_value_is_looked_at_when_it_is_made() -> None:
    assert Checked(0).beds == 0
    with pytest.raises(ValueError, match="fewer than none"):
        Checked(-1)


def test_what_a_value_cannot_be_is_refused() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'number'"):
        Bed()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="frozen and slotted"):
        dataclass(frozen=True, slots=False)
