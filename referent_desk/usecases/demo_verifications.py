"""What is done in the demo hospital about what did not work when it was tried."""

from __future__ import annotations

from referent_desk.exchange.examples_values import Example
from referent_desk.storage import schema
from referent_desk.storage.work import Work


def add_trial_actions(work: Work, example: Example) -> None:
    """After the verifications they follow from."""
    actions = [tried.action for tried in example.tried if tried.action is not None]
    work.add(
        schema.action,
        (
            {
                "id": action.id,
                "department_id": action.department_id,
                "what": action.what,
                "owner": action.owner,
                "due_on": action.due_on,
                "done_on": action.done_on,
                "outcome": action.outcome,
                "verification_id": action.verification_id,
            }
            for action in actions
        ),
    )
