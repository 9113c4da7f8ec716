"""What a running program remembers of paper, forgotten: as if it had just begun."""

from __future__ import annotations

from referent_desk.paper.fragments import forget_fragments


def forget_everything() -> None:
    forget_fragments()
