"""How many functions of a department have nothing to fall back on, counted by the database.

The rule is `domain.tasks.procedure_urgency` over `domain.coverage.uses_of`: these counts must agree
with it, so that the list of departments and the things to do say the same.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, null, or_, select

from referent_desk.storage import schema
from referent_desk.storage.deployments import still_used
from referent_desk.storage.withdrawals import in_force, procedures_gone, revisions_gone

_node = schema.node
_procedure = schema.procedure
_revision = schema.revision
_deployment = schema.deployment
_ticked = schema.department_function

_MISSING, _DRAFT, _APPROVED = 0, 1, 2
_ONE_HOLE = 100_000
"""In one number, so that what costs is asked once: the order is by holes, then by the rest."""


def holes_and_rest(today: date) -> ColumnElement[int]:
    """Of the node of the enclosing query: see `holes_in` and `rest_in`."""
    return _weighed(_uses(today)) + _weighed(_awaited(today))


def holes_in(number: int) -> int:
    """How many functions have no procedure, whatever the software."""
    return number // _ONE_HOLE


def rest_in(number: int) -> int:
    """How many have one that nobody approved, or programs of which nobody said what they do."""
    return number % _ONE_HOLE


def _weighed(told: Select[Any]) -> ColumnElement[int]:
    """A use is a function and a software, however often it is told."""
    once = told.distinct().correlate(_node).subquery()
    weight = case({_MISSING: _ONE_HOLE, _DRAFT: 1}, value=once.c.state, else_=0)
    return select(func.coalesce(func.sum(weight), 0)).select_from(once).scalar_subquery()


def _uses(today: date) -> Select[Any]:
    function_id, software_id = _deployment.c.function_id, _deployment.c.software_id
    state = case((function_id.is_(None), _DRAFT), else_=_state(_deployment, software_id, today))
    is_asked = or_(function_id.is_not(None), func.coalesce(_deployment.c.outside, 0) == 0)
    of_node = and_(_deployment.c.department_id == _node.c.id, still_used(today), is_asked)
    return select(function_id, software_id, state.label("state")).where(of_node)


def _awaited(today: date) -> Select[Any]:
    """What is ticked as needed and no software does."""
    served = exists(
        select(_deployment.c.id).where(
            _deployment.c.department_id == _ticked.c.department_id,
            _deployment.c.function_id == _ticked.c.function_id,
            still_used(today),
        )
    )
    state = _state(_ticked, null(), today).label("state")
    of_node = and_(_ticked.c.department_id == _node.c.id, _ticked.c.closed_on.is_(None))
    return select(_ticked.c.function_id, state).where(of_node, ~served)


def _state(needing: Any, software_id: ColumnElement[Any], today: date) -> ColumnElement[int]:
    """How far the procedure that holds has come for a row of the enclosing query.

    As `domain.coverage.holding` chooses: one in force comes before nearer ones that are not.
    """
    reach = schema.ancestor.alias("reach")
    fitting = reach.join(_procedure, _procedure.c.owner_id == reach.c.ancestor_id)
    fits = and_(
        reach.c.node_id == needing.c.department_id,
        _procedure.c.function_id == needing.c.function_id,
        _procedure.c.closed_on.is_(None),
        or_(_procedure.c.software_id == software_id, _procedure.c.software_id.is_(None)),
    )
    is_held = (
        select(_procedure.c.id)
        .select_from(fitting.join(_revision, _revision.c.procedure_id == _procedure.c.id))
        .where(fits, in_force(today))
        .correlate(needing)
        .exists()
    )
    nearest = (
        select(_come_so_far(today))
        .select_from(fitting)
        .where(fits, _procedure.c.id.not_in(procedures_gone(today)))
        .order_by(reach.c.distance, _procedure.c.software_id.is_(None), _procedure.c.id)
        .limit(1)
        .correlate(needing)
        .scalar_subquery()
    )
    return case((is_held, _APPROVED), else_=func.coalesce(nearest, _MISSING))


def _come_so_far(today: date) -> ColumnElement[int]:
    """Of a procedure of which nothing is in force: a draft, then what comes, as
    `domain.revisions.revision_in_force` chooses."""
    gone = _revision.c.id.in_(revisions_gone(today))
    return case(
        (_known(_revision.c.state == "draft"), _DRAFT),
        (_known(_revision.c.state == "approved", ~gone), _APPROVED),
        else_=_MISSING,
    )


def _known(*chosen: ColumnElement[bool]) -> ColumnElement[bool]:
    """The procedure of the enclosing query has such a revision."""
    mine = _revision.c.procedure_id == _procedure.c.id
    return exists(select(_revision.c.id).where(mine, *chosen).correlate(_procedure))
