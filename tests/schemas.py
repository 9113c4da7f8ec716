"""The schema that a home must have, compiled: `python3 run.py schema`."""

from __future__ import annotations

import sys

from referent_desk.resources import resource
from referent_desk.storage.expected_schemas import COMPILED, compiled


def main() -> int:
    path = resource(COMPILED[0]) / COMPILED[1]
    path.parent.mkdir(exist_ok=True)
    path.write_text(compiled(), encoding="utf-8", newline="\n")
    print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
