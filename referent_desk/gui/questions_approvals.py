"""What the window may ask about the life of a text; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent_desk.domain.values import dataclass

if TYPE_CHECKING:
    from referent_desk.domain.approvals import Submission
    from referent_desk.domain.deeds import Saved
    from referent_desk.domain.text_lives import LifeLine, WantedWithdrawal


@dataclass(frozen=True, slots=True)
class ApprovalQuestions:
    """`submit` and `take_back` take a draft, `withdraw` a procedure, `annul` a line of a life that
    can be taken back and the reason, `set_review_period` a procedure and its months.

    `keep_own` and `take_theirs`: our procedure, their revision, who decides. `write_sheet` takes a
    draft, `write_differences` two revisions; `suggest_path` `approval` or `differences` and the
    revision it is about.
    """

    submit: Callable[[str, Submission], Saved]
    take_back: Callable[[str], Saved]
    withdraw: Callable[[str, WantedWithdrawal], Saved]
    annul: Callable[[LifeLine, str], Saved]
    set_review_period: Callable[[str, int], Saved]
    keep_own: Callable[[str, str, str], Saved]
    take_theirs: Callable[[str, str, str], Saved]
    write_sheet: Callable[[str, Path], Path]
    write_differences: Callable[[str, str, Path], Path]
    suggest_path: Callable[[str, str], Path]
