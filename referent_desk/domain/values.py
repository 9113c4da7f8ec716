"""`dataclass` for values: frozen and slotted as the library makes them, in a quarter of the time.

The library compiles six functions for each class and reads its signature for a docstring; a binder
waits for seventy classes before its first sheet. Here only `__init__` is compiled, the rest is
shared. What the classes do is the same, which the tests compare.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

__all__ = ["dataclass"]

_Class = TypeVar("_Class", bound=type[Any])
_Values = Callable[[Any], tuple[Any, ...]]
_Field = dataclasses.Field[Any]
_MISSING = dataclasses.MISSING


def _dataclass(*, frozen: bool, slots: bool) -> Callable[[_Class], _Class]:
    if not (frozen and slots):
        raise TypeError("a value is frozen and slotted")
    return _made


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _made(kind: _Class) -> _Class:
    if kind.__doc__ is None:
        kind.__doc__ = kind.__name__
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(kind)
    fields = dataclasses.fields(made)
    compared = [field for field in fields if field.compare]
    hashed = [field for field in compared if field.hash is not False]
    methods: dict[str, Callable[..., Any]] = {
        "__init__": _init_of(made, fields),
        "__repr__": _repr_of([field.name for field in fields if field.repr]),
        "__eq__": _eq_of(_values_of(compared)),
        "__hash__": _hash_of(_values_of(hashed)),
        "__getstate__": _getstate,
        "__setstate__": _setstate,
    }
    for name, method in methods.items():
        if name == "__hash__" and "__eq__" in kind.__dict__:
            continue
        if name not in kind.__dict__:
            setattr(made, name, method)
    made.__setattr__, made.__delattr__ = _refuse_to_set, _refuse_to_delete
    result: _Class = made
    return result


def _init_of(made: Any, fields: Sequence[_Field]) -> Callable[..., None]:
    """Sets through the slots themselves: what stands in `__setattr__` refuses."""
    taken, set_, known = ["self"], [], {}
    for number, field in enumerate(fields):
        if field.kw_only:
            raise TypeError(f"{field.name}: a value takes no field by name alone")
        known[f"_set{number}"] = made.__dict__[field.name].__set__
        value = field.name
        if field.default is not _MISSING:
            known[f"_is{number}"] = field.default
            value = _taken(taken, field, f"_is{number}")
        elif field.default_factory is not _MISSING:
            known |= {f"_make{number}": field.default_factory, "_MISSING": _MISSING}
            given = _taken(taken, field, "_MISSING")
            value = f"_make{number}() if {given} is _MISSING else {given}"
        else:
            taken.append(field.name)
        set_.append(f" _set{number}(self, {value})\n")
    if hasattr(made, "__post_init__"):
        set_.append(" self.__post_init__()\n")
    body = "".join(set_) or " pass\n"
    exec(f"def __init__({', '.join(taken)}):\n{body}", known)  # noqa: S102 - as the library does
    init: Callable[..., None] = known["__init__"]
    init.__annotations__ = {field.name: field.type for field in fields if field.init}
    init.__annotations__["return"] = None
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _taken(taken: list[str], field: _Field, default: str) -> str:
    """What the field is set to; a field that is no argument is always set to its default."""
    if not field.init:
        return default
    taken.append(f"{field.name}={default}")
    return field.name


def _values_of(fields: Sequence[_Field]) -> _Values:
    names = [field.name for field in fields]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _repr_of(names: Sequence[str]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    return shown


def _eq_of(values: _Values) -> Callable[[Any, object], Any]:
    def equal(self: Any, other: object) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return equal


def _hash_of(values: _Values) -> Callable[[Any], int]:
    def hashed(self: Any) -> int:
        return hash(values(self))

    return hashed


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _setstate(self: Any, state: Sequence[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
