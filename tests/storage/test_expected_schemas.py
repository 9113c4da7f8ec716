from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from referent_desk.resources import resource
from referent_desk.storage import expected_schemas
from referent_desk.storage.expected_schemas import (
    COMPILED,
    compiled,
    expected_schema,
    migrated_schema,
)


def test_the_compiled_schema_is_that_of_the_migrations() -> None:
    """When it is not: `python3 run.py schema`."""
    assert resource(*COMPILED).read_text(encoding="utf-8") == compiled()
    assert expected_schema() == migrated_schema()


def _of_other_steps(whole: str) -> str:
    return json.dumps({**json.loads(whole), "steps": "0" * 64, "schema": []})


def _without_its_schema(whole: str) -> str:
    return json.dumps({"steps": json.loads(whole)["steps"]})


@pytest.mark.parametrize(
    "damage",
    [_of_other_steps, _without_its_schema, lambda whole: whole[:500], lambda _whole: "[]"],
    ids=["of other steps", "without its schema", "cut", "something else"],
)
def test_a_compiled_schema_that_is_not_right_is_as_good_as_none(
    damage: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "newest.json"
    path.write_text(damage(compiled()), encoding="utf-8")
    monkeypatch.setattr(expected_schemas, "resource", lambda *_parts: path)
    assert expected_schema.__wrapped__() == migrated_schema()
    path.unlink()
    assert expected_schema.__wrapped__() == migrated_schema()
