"""What one reading asks for in several places is asked once."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

_ANSWERS = "referent_desk_answers"
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def remembering(connection: Connection) -> Connection:
    """The connection of one reading transaction, whose answers hold as long as it lasts."""
    return connection.execution_options(**{_ANSWERS: {}})


def once(
    ask: Callable[Concatenate[Connection, _Asked], _Answer],
) -> Callable[Concatenate[Connection, _Asked], _Answer]:
    """In one reading the same question has the same answer, which nobody may alter. While something
    is written, each is asked anew."""

    def asked(connection: Connection, /, *args: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        answers = connection.get_execution_options().get(_ANSWERS)
        if answers is None:
            return ask(connection, *args, **named)
        values = (*args, *sorted(named.items()))
        key = (ask, *(tuple(one) if isinstance(one, list) else one for one in values))
        if key not in answers:
            answers[key] = ask(connection, *args, **named)
        answer: _Answer = answers[key]
        return answer

    update_wrapper(asked, ask)
    return asked
