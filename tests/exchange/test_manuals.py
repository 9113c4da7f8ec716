from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from referent_desk.domain.manuals import (
    TOPIC_NAMES,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Points,
    Steps,
)
from referent_desk.errors import RefusedInput
from referent_desk.exchange.manuals import parse_topic, read_manual, shipped_manual
from referent_desk.language import LANGUAGES
from tests.pictures import LARGEST, SIZE

TOPIC = """# Le titre
![Ce que l’on voit](screen.png)

Un paragraphe
sur deux lignes.
Trois.

## Un intertitre
1. Première étape
2. Deuxième,
   suite
- Un point
- Un autre
| Ctrl+K | chercher |
| F1 | aider |

> Ne l’oubliez
  jamais.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "screen.png").write_bytes(b"")
    return tmp_path


def test_each_mark_gives_its_block(folder: Path) -> None:
    topic = parse_topic(TOPIC, folder / "today.md")
    assert (topic.name, topic.title) == ("today", "Le titre")
    assert topic.blocks == (
        Picture(folder / "pictures" / "screen.png", "Ce que l’on voit"),
        Paragraph("Un paragraphe sur deux lignes. Trois."),
        Heading("Un intertitre"),
        Steps(("Première étape", "Deuxième, suite")),
        Points(("Un point", "Un autre")),
        Meanings((("Ctrl+K", "chercher"), ("F1", "aider"))),
        Note("Ne l’oubliez jamais."),
    )


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Sans titre\n", 1, "title"),
        ("", 1, "title"),
        ("# Un\n\n# Deux\n", 3, "one title"),
        ("# Un\n\nTexte.\n\n### Trop profond\n", 5, "no known mark"),
        ("# Un\n\n* point\n", 3, "no known mark"),
        ("# Un\n\n<b>gras</b>\n", 3, "no known mark"),
        ("# Un\n\n| une seule case |\n", 3, "no known mark"),
        ("# Un\n\n-sans blanc\n", 3, "no known mark"),
        ("# Un\n\n1. un\n3. trois\n", 4, "number 2"),
        ("# Un\n\n2. deux\n", 3, "number 1"),
        ("# Un\n\n![Vu](missing.png)\n", 3, "missing.png"),
        ("# Un\n\n![](screen.png)\n", 3, "no known mark"),
        ("# Un\n\n![Vu](../screen.png)\n", 3, "no known mark"),
    ],
)
def test_a_slip_is_refused_with_its_file_and_line(
    folder: Path, text: str, line: int, reason: str
) -> None:
    with pytest.raises(RefusedInput) as refused:
        parse_topic(text, folder / "today.md")
    assert refused.value.happened.startswith(f"today.md, line {line}: ")
    assert reason in refused.value.happened


def test_a_topic_that_is_missing_or_unknown_is_refused(folder: Path) -> None:
    for name in TOPIC_NAMES:
        (folder / f"{name}.md").write_text("# Titre\n", encoding="utf-8")
    assert len(read_manual(folder, "fr").topics) == len(TOPIC_NAMES)
    (folder / "other.md").write_text("# Titre\n", encoding="utf-8")
    with pytest.raises(RefusedInput, match=r"other\.md: the manual has no such topic"):
        read_manual(folder, "fr")
    (folder / "other.md").rename(folder / "elsewhere.txt")
    (folder / "today.md").unlink()
    with pytest.raises(RefusedInput, match=r"today\.md: the manual needs this file"):
        read_manual(folder, "fr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_topic_shows_its_own_screen(code: str) -> None:
    for topic in shipped_manual(code).topics:
        assert topic.picture is not None, topic.name
        assert topic.picture.path.stem == topic.name
        assert topic.picture.path.parent.parent.name == code
        assert len(topic.picture.words) > 30


@pytest.mark.parametrize("code", LANGUAGES)
def test_pictures_are_small_and_of_the_size_of_a_ward_pc(code: str) -> None:
    """When they are not: `python3 run.py pictures`."""
    for topic in shipped_manual(code).topics:
        assert topic.picture is not None
        with Image.open(topic.picture.path) as picture:
            assert picture.mode == "P", topic.name
            assert picture.size == (SIZE.width(), SIZE.height()), topic.name
        assert topic.picture.path.stat().st_size <= LARGEST, topic.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_picture_lies_there_unused(code: str) -> None:
    shown = {topic.picture.path for topic in shipped_manual(code).topics if topic.picture}
    assert set(next(iter(shown)).parent.iterdir()) == shown


def test_both_languages_tell_the_same() -> None:
    """Block for block, except that a glossary has as many words as its language needs."""
    french, english = shipped_manual("fr"), shipped_manual("en")
    for one, other in zip(french.topics, english.topics, strict=True):
        assert one.name == other.name
        assert [type(block) for block in one.blocks] == [type(block) for block in other.blocks]
        for mine, theirs in zip(one.blocks, other.blocks, strict=True):
            if isinstance(mine, Steps | Points) and isinstance(theirs, Steps | Points):
                assert len(mine.texts) == len(theirs.texts), one.title


@pytest.mark.parametrize(
    ("code", "unwanted"),
    [
        (
            "fr",
            r"'| [:;?!»%]|« |[\w)][;?!»]|[\w)]:(?=\s|$)|\.\.\.|cliquez simplement|base de données",
        ),
        ("en", r"'|\.\.\.|simply click|database"),
    ],
)
def test_the_manual_is_set_and_worded_with_care(code: str, unwanted: str) -> None:
    found = [
        f"{topic.name}: {text}"
        for topic in shipped_manual(code).topics
        for text in topic.texts()
        if re.search(unwanted, text)
    ]
    assert found == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_sentences_stay_short(code: str) -> None:
    longest = 36
    found = [
        sentence
        for topic in shipped_manual(code).topics
        for text in topic.texts()
        for sentence in re.split(r"(?<=[.?!;:])\s+", text)
        if len(sentence.split()) > longest
    ]
    assert found == []
