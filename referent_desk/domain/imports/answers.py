"""What a person decides of an import before it is done: fields to take, answers to questions.

A question is the same wherever a line asks it in the same words, so it is answered once; only
where one name may mean several entries does each line have an answer of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

Fields = tuple[tuple[str, str], ...]
FOR_ALL_LINES = 0
_ASKED_LINE_BY_LINE = frozenset({"ambiguous", "code_of_several"})


class Choice(StrEnum):
    """What an answer means depends on the question; the words stand where it is asked.

    SAME: it is what is known already. OTHER: it is something else. PART: take what is clear and
    leave the rest out. CHOSEN: the one that `Reply.value` names. TYPED: `Reply.value` itself.
    """

    SAME = "same"
    OTHER = "other"
    PART = "part"
    CHOSEN = "chosen"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Reply:
    choice: Choice
    value: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A possible answer; `name` is what is chosen by it, as a person calls it.

    For one to be typed, `name` is what is proposed; it counts only once somebody takes it.
    """

    reply: Reply
    name: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """`code` and `fields` are those of the doubt that stands while nobody has answered."""

    code: str
    fields: Fields
    offers: tuple[Offer, ...]

    def value(self, name: str) -> str:
        return dict(self.fields).get(name, "")

    def allows(self, reply: Reply) -> bool:
        if reply.choice is Choice.TYPED:
            return any(offer.reply.choice is Choice.TYPED for offer in self.offers)
        return any(offer.reply == reply for offer in self.offers)


@dataclass(frozen=True, slots=True)
class Asked:
    """`reply` None: nobody has answered yet."""

    question: Question
    reply: Reply | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A field that a line would change, told from the others of the line by what it would hold."""

    row: int
    field: str
    after: str


_Key = tuple[int, str, Fields]


def _key(row: int, question: Question) -> _Key:
    line = row if question.code in _ASKED_LINE_BY_LINE else FOR_ALL_LINES
    return line, question.code, question.fields


@dataclass(frozen=True, slots=True)
class Answers:
    """`turned` are ticks that were turned: a change is taken and what would go over something
    typed by hand is not, unless turned. `left` are the rows that are not taken at all.
    `adds_people`: referents whom nobody here knows become members of the staff."""

    replies: Mapping[_Key, Reply] = field(default_factory=dict)
    turned: frozenset[Tick] = frozenset()
    left: frozenset[int] = frozenset()
    adds_people: bool = True

    def reply_to(self, row: int, question: Question) -> Reply | None:
        """The answer, as long as the question still allows it."""
        reply = self.replies.get(_key(row, question))
        return reply if reply is not None and question.allows(reply) else None

    def takes(self, tick: Tick, *, by_default: bool) -> bool:
        return (tick in self.turned) != by_default

    def turned_in(self, row: int, field: str) -> frozenset[str]:
        """What the field would hold by each tick of the line that was turned."""
        ticks = (tick for tick in self.turned if tick.row == row and tick.field == field)
        return frozenset(tick.after for tick in ticks)

    def with_reply(self, row: int, question: Question, reply: Reply | None) -> Answers:
        """None withdraws the answer."""
        replies = dict(self.replies)
        replies.pop(_key(row, question), None)
        if reply is not None:
            replies[_key(row, question)] = reply
        return replace(self, replies=replies)

    def with_replies(self, asked: Iterable[tuple[int, Question]], reply: Reply) -> Answers:
        replies = {_key(row, question): reply for row, question in asked}
        return replace(self, replies={**self.replies, **replies})

    def with_turned(self, tick: Tick) -> Answers:
        return replace(self, turned=self.turned ^ {tick})

    def with_left(self, rows: Iterable[int], *, left: bool) -> Answers:
        named = frozenset(rows)
        return replace(self, left=self.left | named if left else self.left - named)


def is_alike(question: Question, other: Question, reply: Reply) -> bool:
    """Whether an answer to the one may be given to the other in one go."""
    if question.code != other.code or not other.allows(reply):
        return False
    if reply.choice is Choice.PART and _chosen_of(question) != _chosen_of(other):
        return False  # `both` means others there
    return not reply.value or question.fields == other.fields


def _chosen_of(question: Question) -> list[str]:
    replies = (offer.reply for offer in question.offers)
    return [reply.value for reply in replies if reply.choice is Choice.CHOSEN]


def same_or_other() -> tuple[Offer, ...]:
    return Offer(Reply(Choice.SAME)), Offer(Reply(Choice.OTHER))


def chosen(named: Iterable[tuple[str, str]]) -> tuple[Offer, ...]:
    """One offer for each id and name."""
    return tuple(Offer(Reply(Choice.CHOSEN, key), name) for key, name in named)
