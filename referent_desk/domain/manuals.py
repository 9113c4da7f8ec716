"""The manual: topics made of a few kinds of plain blocks, and how a word is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from referent_desk.domain.texts import folded
from referent_desk.domain.values import dataclass

TOPIC_NAMES = (
    "index",
    "first-department",
    "today",
    "departments",
    "software",
    "referents",
    "presence",
    "skills",
    "handover",
    "procedures",
    "editor",
    "lifecycle",
    "verification",
    "means",
    "failures",
    "reading",
    "dial-check",
    "coverage",
    "group",
    "import",
    "finding",
    "binders",
    "binder",
    "shelf-check",
    "numbered-forms",
    "drills",
    "advice",
    "help_given",
    "saving",
    "keyboard",
    "trouble",
    "words",
)
"""In the order in which the manual tells them; a tab's topic has the name of the tab."""

_EXCERPT = 110
"""Letters."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """What must not be missed."""

    text: str


@dataclass(frozen=True, slots=True)
class Steps:
    """Done one after another; counted from one."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """A key and what it does, a word and what it means."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`words` say what is seen, for whoever does not see it."""

    path: Path
    words: str


Block = Paragraph | Heading | Note | Steps | Points | Meanings | Picture


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def picture(self) -> Picture | None:
        return next((block for block in self.blocks if isinstance(block, Picture)), None)

    def texts(self) -> Iterator[str]:
        """Everything that is said, the title first, piece by piece."""
        yield self.title
        for block in self.blocks:
            match block:
                case Paragraph(text) | Heading(text) | Note(text):
                    yield text
                case Steps(texts) | Points(texts):
                    yield from texts
                case Meanings(pairs):
                    yield from (f"{word} – {meaning}" for word, meaning in pairs)
                case Picture(_path, words):
                    yield words


@dataclass(frozen=True, slots=True)
class Match:
    """A topic in which all was found, and the piece of text that says most about it."""

    topic: Topic
    excerpt: str


@dataclass(frozen=True, slots=True)
class Manual:
    language_code: str
    topics: tuple[Topic, ...]

    def topic(self, name: str) -> Topic:
        """The first topic for a name nobody has written about."""
        return next((topic for topic in self.topics if topic.name == name), self.topics[0])

    def find(self, typed: str) -> tuple[Match, ...]:
        """Topics in which every word that was typed begins a word; those that name it come first.

        Nothing typed finds every topic, without an excerpt.
        """
        words = folded(typed).split()
        if not words:
            return tuple(Match(topic, "") for topic in self.topics)
        ranked = [
            (_misses(words, topic.title), number, topic)
            for number, topic in enumerate(self.topics)
            if not _misses(words, " ".join(topic.texts()))
        ]
        return tuple(
            Match(topic, _excerpt(words, topic)) for _rank, _number, topic in sorted(ranked)
        )


def _misses(words: list[str], text: str) -> int:
    """How many of the words begin no word of the text."""
    said = _spaced(text)
    return sum(f" {word}" not in said for word in words)


def _spaced(text: str) -> str:
    """Folded, every run of letters after a blank, keys such as `Ctrl+K` whole as well."""
    plain = folded(text)
    taken_apart = "".join(c if c.isalnum() else " " for c in plain)
    return f" {plain} {taken_apart}"


def _excerpt(words: list[str], topic: Topic) -> str:
    _title, *pieces = topic.texts()
    best = min(pieces, key=lambda piece: _misses(words, piece), default="")
    if len(best) <= _EXCERPT:
        return best
    at = max(0, min((folded(best).find(word) for word in words if word in folded(best)), default=0))
    start = 0 if at < _EXCERPT // 2 else best.rfind(" ", 0, at - _EXCERPT // 4) + 1
    end = best.rfind(" ", start, start + _EXCERPT)
    return f"{'… ' if start else ''}{best[start:end]}…"
