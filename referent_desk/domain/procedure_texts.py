"""The text of a revision as canonical JSON: one text, one writing, empty fields left out."""

from __future__ import annotations

import json
from typing import Any

from referent_desk.domain.procedures import DEEPEST_LEVEL, ProcedureText, Step, UsefulNumber

_LINES = ("stops", "still_works", "after_48_hours", "back_to_normal")


def to_json(text: ProcedureText) -> str:
    plain: dict[str, Any] = {
        "title": text.title,
        "trigger": text.trigger,
        "decides": text.decides,
        "steps": [_plain_step(step) for step in text.steps],
        "numbers": [{"label": n.label, "number": n.number} for n in text.numbers],
    }
    plain |= {name: list(getattr(text, name)) for name in _LINES}
    kept = {key: value for key, value in plain.items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain_step(step: Step) -> dict[str, Any]:
    plain = {
        "what": step.what,
        "who": step.who,
        "forms": list(step.forms),
        "where": step.where,
        "level": step.level if step.level != 1 else 0,
        "means": list(step.means),
    }
    return {key: value for key, value in plain.items() if value}


def from_json(written: str) -> ProcedureText:
    """Raises ValueError for anything that `to_json` did not write."""
    try:
        plain = json.loads(written)
        lines = {name: tuple(map(str, plain.get(name, ()))) for name in _LINES}
        return ProcedureText(
            title=str(plain.get("title", "")),
            trigger=str(plain.get("trigger", "")),
            decides=str(plain.get("decides", "")),
            steps=tuple(_step(step) for step in plain.get("steps", ())),
            numbers=tuple(
                UsefulNumber(str(n["label"]), str(n["number"])) for n in plain.get("numbers", ())
            ),
            **lines,
        )
    except (TypeError, AttributeError, KeyError) as error:
        raise ValueError(f"not the text of a procedure: {error}") from error


def _step(plain: dict[str, Any]) -> Step:
    level = int(plain.get("level", 1))
    if not 1 <= level <= DEEPEST_LEVEL:
        raise ValueError(f"no level {level}")
    return Step(
        what=str(plain.get("what", "")),
        who=str(plain.get("who", "")),
        forms=tuple(map(str, plain.get("forms", ()))),
        where=str(plain.get("where", "")),
        level=level,
        means=tuple(map(str, plain.get("means", ()))),
    )
