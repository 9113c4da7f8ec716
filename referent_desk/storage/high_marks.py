"""The highest numbers ever given, kept beside the database: a restored backup gives none again.

Paper outlives the file. A database that was put back from a backup knows fewer printings than the
shelf, and would give the numbers of sheets that lie there to other ones. One small file for each
department, and one for the printings of the home; a file that is missing or damaged is as if
nothing had been given, and the numbers go on from what the database knows.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from referent_desk.storage.files import written_aside

_log = logging.getLogger(__name__)
_RUNS = "runs.json"


@dataclass(frozen=True, slots=True)
class Marks:
    """Highest print run of the home, copy, revision by sheet code, serial by form code.

    `is_known`: there is a file of the department; otherwise serials may have been given that
    nobody remembers.
    """

    run: int = 0
    revisions: Mapping[str, int] = field(default_factory=dict)
    serials: Mapping[str, int] = field(default_factory=dict)
    copy: int = 0
    is_known: bool = False


NO_MARKS = Marks()


def read_marks(folder: Path, home_id: str, department_id: str) -> Marks:
    """`folder` is `home.marks`."""
    runs = _numbers(_read(folder / _RUNS))
    of_department = _read(_path(folder, department_id))
    return Marks(
        runs.get(home_id, 0),
        _numbers((of_department or {}).get("revisions")),
        _numbers((of_department or {}).get("serials")),
        _numbers(of_department).get("copy", 0),
        of_department is not None,
    )


def raise_marks(
    folder: Path,
    home_id: str,
    department_id: str,
    *,
    run: int = 0,
    revisions: Mapping[str, int] | None = None,
    serials: Mapping[str, int] | None = None,
    copy: int = 0,
) -> None:
    """No number of the given ones, and none below it, is given again. Marks never sink.

    Call it before paper can bear the numbers. That of a run is raised once the run is a fact: a
    gap in the runs tells that a backup was put back. The others may leave gaps.
    """
    known = read_marks(folder, home_id, department_id)
    if run > known.run:
        runs = {**_numbers(_read(folder / _RUNS)), home_id: run}
        _write(folder / _RUNS, runs)
    before = {"revisions": known.revisions, "serials": known.serials, "copy": known.copy}
    after = {
        "revisions": _raised(known.revisions, revisions or {}),
        "serials": _raised(known.serials, serials or {}),
        "copy": max(known.copy, copy),
    }
    if not known.is_known or after != before:
        _write(_path(folder, department_id), after)


def _raised(known: Mapping[str, int], given: Mapping[str, int]) -> dict[str, int]:
    return {key: max(known.get(key, 0), given.get(key, 0)) for key in {**known, **given}}


def _path(folder: Path, department_id: str) -> Path:
    return folder / f"{department_id}.json"


def _read(path: Path) -> Mapping[str, object] | None:
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError):
        _log.warning("the marks in %s cannot be read", path.name, exc_info=True)
        return None
    return content if isinstance(content, dict) else None


def _numbers(read: object) -> dict[str, int]:
    """Whatever a damaged file holds, only whole numbers are marks."""
    pairs = read.items() if isinstance(read, dict) else ()
    return {str(key): value for key, value in pairs if type(value) is int and value > 0}


def _write(path: Path, content: Mapping[str, object]) -> None:
    with written_aside(path) as write:
        write(json.dumps(content, sort_keys=True, separators=(",", ":")).encode())
