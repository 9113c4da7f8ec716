"""Forms that were begun, one small file each: they outlive a killed program.

A file that cannot be read any more is put aside under another name, and is as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from referent_desk.domain.records import Unfinished
from referent_desk.storage.files import written_aside

MOST_KEPT = 100
_SUFFIX = ".json"
_DAMAGED = ".damaged"


def keep(folder: Path, key: str, unfinished: Unfinished) -> None:
    """In the place of what was kept under the key; the oldest ones make room."""
    written = {
        "key": key,
        "kept_at": unfinished.kept_at.isoformat(),
        "values": dict(unfinished.values),
    }
    with written_aside(_path(folder, key)) as write:
        write(json.dumps(written).encode("ascii"))
    for path in sorted(folder.glob(f"*{_SUFFIX}"), key=_age, reverse=True)[MOST_KEPT:]:
        _forget(path)


def read(folder: Path, key: str) -> Unfinished | None:
    found = _read(_path(folder, key))
    return found[1] if found is not None and found[0] == key else None


def read_all(folder: Path) -> dict[str, Unfinished]:
    """By key, what was kept last first."""
    found = [one for path in folder.glob(f"*{_SUFFIX}") if (one := _read(path)) is not None]
    return dict(sorted(found, key=lambda one: one[1].kept_at, reverse=True))


def drop(folder: Path, key: str) -> None:
    _forget(_path(folder, key))


def _path(folder: Path, key: str) -> Path:
    """A key may hold anything; the name of a file may not."""
    return folder / (hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest() + _SUFFIX)


def _read(path: Path) -> tuple[str, Unfinished] | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    try:
        return _unfinished_of(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_suffix(_DAMAGED))
        return None


def _unfinished_of(written: Mapping[str, object]) -> tuple[str, Unfinished]:
    values = written["values"]
    kept_at = datetime.fromisoformat(str(written["kept_at"]))
    if not isinstance(values, dict) or kept_at.tzinfo is None:
        raise ValueError("not what was written")
    return str(written["key"]), Unfinished(
        {str(name): str(value) for name, value in values.items()}, kept_at
    )


def _age(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
