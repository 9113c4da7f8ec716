"""An import that was begun, as texts: what was settled and answered outlives a killed program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from referent_desk.domain.imports.answers import Answers, Choice, Reply, Tick
from referent_desk.domain.imports.guides import ListChoices, TextForm
from referent_desk.domain.imports.kinds import Field, ImportKind

KEY = "import"
"""Under which it is kept: one import is prepared at a time."""


@dataclass(frozen=True, slots=True)
class KeptImport:
    """`file_hash` tells whether the file is still the same; `step` is where one was."""

    path: str
    file_hash: str
    ids_begin: str
    form: TextForm
    choices: ListChoices
    answers: Answers
    step: str = ""


def values_of(kept: KeptImport) -> Mapping[str, str]:
    return {
        "path": kept.path,
        "hash": kept.file_hash,
        "ids_begin": kept.ids_begin,
        "step": kept.step,
        "form": json.dumps([kept.form.encoding, kept.form.separator]),
        "choices": json.dumps(_of_choices(kept.choices)),
        "answers": json.dumps(_of_answers(kept.answers)),
    }


def kept_import(values: Mapping[str, str]) -> KeptImport | None:
    """None for what another version of the program kept."""
    try:
        return KeptImport(
            values["path"],
            values["hash"],
            values["ids_begin"],
            TextForm(*map(str, json.loads(values["form"]))),
            _choices(json.loads(values["choices"])),
            _answers(json.loads(values["answers"])),
            values["step"],
        )
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _of_choices(choices: ListChoices) -> Mapping[str, object]:
    fields = choices.fields
    return {
        "sheet": choices.sheet,
        "header_row": choices.header_row,
        "kind": choices.kind,
        "fields": None if fields is None else [[p, f.value] for p, f in fields.items()],
        "establishment": choices.establishment,
        "department_id": choices.department_id,
        "department": choices.department,
    }


def _choices(told: Mapping[str, Any]) -> ListChoices:
    fields = told["fields"]
    return ListChoices(
        None if told["sheet"] is None else str(told["sheet"]),
        None if told["header_row"] is None else int(told["header_row"]),
        None if told["kind"] is None else ImportKind(told["kind"]),
        None if fields is None else {int(place): Field(field) for place, field in fields},
        str(told["establishment"]),
        str(told["department_id"]),
        str(told["department"]),
    )


def _of_answers(answers: Answers) -> Mapping[str, object]:
    return {
        "replies": [
            [row, code, fields, reply.choice, reply.value]
            for (row, code, fields), reply in answers.replies.items()
        ],
        "turned": [[tick.row, tick.field, tick.after] for tick in answers.turned],
        "left": sorted(answers.left),
        "adds_people": answers.adds_people,
    }


def _answers(told: Mapping[str, Any]) -> Answers:
    replies = {
        (int(row), str(code), tuple((str(name), str(value)) for name, value in fields)): Reply(
            Choice(choice), str(value_of)
        )
        for row, code, fields, choice, value_of in told["replies"]
    }
    turned = frozenset(
        Tick(int(row), str(field), str(after)) for row, field, after in told["turned"]
    )
    left = frozenset(map(int, told["left"]))
    return Answers(replies, turned, left, bool(told["adds_people"]))
