"""Minutes as one would type them. Reading them takes more: `durations` does."""

from __future__ import annotations

_DAY_MINUTES = 24 * 60


def minutes_typed(minutes: int) -> str:
    """`45 min`, `1 h 30`, `2 j`: read alike whatever the language of the window."""
    days, rest = divmod(minutes, _DAY_MINUTES)
    hours, left = divmod(rest, 60)
    parts = [f"{days} j"] if days else []
    if hours:
        parts += [f"{hours} h", f"{left:02}"] if left else [f"{hours} h"]
    elif left or not parts:
        parts.append(f"{left} min")
    return " ".join(parts)
