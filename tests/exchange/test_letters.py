from __future__ import annotations

from pathlib import Path

import pytest

from referent_desk.domain.letters import FIELDS, LetterKind, blocks_of, filled
from referent_desk.errors import RefusedInput
from referent_desk.exchange.letters import letter_template

GOOD = 'kind = "appointment"\ntitle = "Ours"\ntext = "To {name}"\nsignatures = ["A"]\n'


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", LetterKind)
def test_every_shipped_letter_fills_without_a_gap(kind: LetterKind, language: str) -> None:
    template = letter_template(kind, language)
    text = filled(template.text, {name: f"<{name}>" for name in FIELDS[kind]})
    assert "{" not in text
    assert len(blocks_of(text)) > 5
    assert len(template.signatures) >= 2


def test_the_letter_of_the_home_wins_and_its_language_before_all(tmp_path: Path) -> None:
    (tmp_path / "appointment.toml").write_text(GOOD, encoding="utf-8")
    assert letter_template(LetterKind.APPOINTMENT, "fr", tmp_path).title == "Ours"
    (tmp_path / "fr").mkdir()
    french = GOOD.replace("Ours", "La nôtre")
    (tmp_path / "fr" / "appointment.toml").write_text(french, encoding="utf-8")
    assert letter_template(LetterKind.APPOINTMENT, "fr", tmp_path).title == "La nôtre"
    assert letter_template(LetterKind.APPOINTMENT, "en", tmp_path).title == "Ours"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (GOOD.replace("{name}", "{nom}"), "{nom}"),
        (GOOD.replace('"appointment"', '"recognition"'), "appointment.toml"),
        (GOOD.replace('["A"]', "[]"), "signatures"),
        (GOOD.replace("title", "titel"), "titel"),
    ],
)
def test_a_letter_that_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, bad: str, said: str
) -> None:
    (tmp_path / "appointment.toml").write_text(bad, encoding="utf-8")
    with pytest.raises(RefusedInput) as refused:
        letter_template(LetterKind.APPOINTMENT, "fr", tmp_path)
    assert said in refused.value.happened
    assert "appointment.toml" in refused.value.happened
