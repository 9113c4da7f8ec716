from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from referent_desk.domain.procedures import ProcedureDetail, ProcedureState, Stage
from referent_desk.domain.sheet_states import SheetStatus
from referent_desk.domain.text_lives import LifeKind, WantedWithdrawal
from referent_desk.errors import NotFound, RefusedField, RefusedInput
from referent_desk.language import language, speak
from referent_desk.storage import schema
from referent_desk.usecases.binder_states import read_state
from referent_desk.usecases.checks import check
from referent_desk.usecases.desks import Desk
from referent_desk.usecases.procedures import procedure_detail
from referent_desk.usecases.undoing import redo, undo
from referent_desk.usecases.withdrawals import annul_withdrawal, withdraw_procedure
from referent_desk.words.reasons import reasons_line
from tests.usecases.filed_copies import Calendar, change, filed_desk, sheet, shelf
from tests.usecases.modes import a_mode, rows, starter_draft, ward

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
WANTED = WantedWithdrawal("Maryse Aubry", TODAY, "le PC de secours n’est plus là")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Desk, Calendar]]:
    speak("fr")
    desk, calendar = filed_desk(tmp_path)
    yield desk, calendar
    desk.close()


@pytest.fixture
def desk(opened: tuple[Desk, Calendar]) -> Desk:
    return opened[0]


def mode(desk: Desk, code: str) -> ProcedureDetail:
    return procedure_detail(desk, ward(desk), *a_mode(desk, code))


def withdraw(desk: Desk, shown: ProcedureDetail, wanted: WantedWithdrawal = WANTED) -> str:
    assert shown.revision is not None
    return withdraw_procedure(desk, shown.revision.procedure_id, wanted).id


def test_a_withdrawn_text_leaves_the_place_to_the_one_above_with_the_reason(desk: Desk) -> None:
    where = a_mode(desk, "ADM")
    before = procedure_detail(desk, ward(desk), *where)
    withdraw(desk, before)
    after = procedure_detail(desk, ward(desk), *where)
    assert (before.owner, after.owner) == (
        "Centre hospitalier du Val-Clair",
        "GHT des Rives et Coteaux",
    )
    assert after.life is not None
    assert after.life.withdrawn is not None
    assert after.life.withdrawn.withdrawn_because == WANTED.reason
    kinds = [(line.kind, line.owner) for line in after.life.lines]
    assert kinds[0] == (LifeKind.WITHDRAWN, "Centre hospitalier du Val-Clair")
    assert kinds[-1] == (LifeKind.APPROVED, "")
    assert check(desk).faults == ()


def test_where_nothing_else_holds_the_list_says_that_the_text_was_withdrawn(desk: Desk) -> None:
    where = a_mode(desk, "ADM")
    withdraw(desk, procedure_detail(desk, ward(desk), *where))
    withdraw(desk, procedure_detail(desk, ward(desk), *where))
    row = next(row for row in rows(desk) if (row.function_id, row.software_id) == where)
    assert (row.state, row.stage) == (ProcedureState.MISSING, Stage.WITHDRAWN)
    shown = procedure_detail(desk, ward(desk), *where)
    assert [reason.code for reason in shown.status.reasons] == ["withdrawn"]


def test_the_sheet_changes_and_says_why(opened: tuple[Desk, Calendar]) -> None:
    desk, calendar = opened
    calendar.day = TODAY + 10 * DAY
    shown = mode(desk, "ADM")
    withdraw(desk, shown, replace(WANTED, day=calendar.day))
    one = sheet(shelf(desk, ward(desk)), shown.sheet_code)
    assert one.status is SheetStatus.OUT_OF_DATE
    assert reasons_line(one.reasons[:1], language("fr")) == (
        "procédure retirée le 2\u00a0décembre\u00a0: le PC de secours n’est plus là"
    )
    withdraw(desk, mode(desk, "ADM"), replace(WANTED, day=calendar.day))
    one = sheet(shelf(desk, ward(desk)), shown.sheet_code)
    assert one.reasons[0].code == "procedure_withdrawn"


def test_a_withdrawal_to_come_is_announced_and_comes(opened: tuple[Desk, Calendar]) -> None:
    desk, calendar = opened
    shown = mode(desk, "ADM")
    day = TODAY + 9 * DAY
    withdraw(desk, shown, replace(WANTED, day=day))
    assert mode(desk, "ADM").owner == shown.owner
    (told,) = [a for a in read_state(desk, ward(desk)).ahead if a.code == shown.sheet_code]
    assert told.day == day
    assert reasons_line(told.reasons[:1], language("fr")) == (
        "procédure retirée à partir du 1er\u00a0décembre\u00a0: le PC de secours n’est plus là"
    )
    calendar.day = day
    assert mode(desk, "ADM").owner != shown.owner


def test_a_withdrawal_is_taken_back_by_undo_and_annulled_with_a_reason(desk: Desk) -> None:
    shown = mode(desk, "ADM")
    key = withdraw(desk, shown)
    undo(desk)
    assert mode(desk, "ADM").owner == shown.owner
    redo(desk)
    assert mode(desk, "ADM").owner != shown.owner
    undo(desk)
    with pytest.raises(NotFound, match="déjà"):
        annul_withdrawal(desk, key, "erreur")
    key = withdraw(desk, shown)
    annul_withdrawal(desk, key, "erreur de ligne")
    assert mode(desk, "ADM").owner == shown.owner
    undo(desk)
    assert mode(desk, "ADM").owner != shown.owner
    assert check(desk).faults == ()


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (replace(WANTED, who=" "), "who"),
        (replace(WANTED, reason=""), "reason"),
        (replace(WANTED, reason="x" * 301), "reason"),
        (replace(WANTED, day=date(2020, 1, 1)), "day"),
    ],
)
def test_a_withdrawal_that_cannot_be_is_refused_by_its_field(
    desk: Desk, wanted: WantedWithdrawal, field: str
) -> None:
    shown = mode(desk, "ADM")
    with pytest.raises(RefusedField) as refused:
        withdraw(desk, shown, wanted)
    assert refused.value.field == field
    assert mode(desk, "ADM").owner == shown.owner


def test_what_is_no_approved_text_is_not_withdrawn_nor_anything_twice(desk: Desk) -> None:
    shown = mode(desk, "ADM")
    withdraw(desk, shown)
    with pytest.raises(RefusedInput, match="déjà retiré"):
        withdraw(desk, shown)
    draft = starter_draft(desk)
    with pytest.raises(RefusedInput, match="rien à retirer"):
        withdraw_procedure(desk, draft.procedure_id, WANTED)
    change(desk, schema.procedure, draft.procedure_id, closed_on=TODAY)
    with pytest.raises(NotFound):
        withdraw_procedure(desk, draft.procedure_id, WANTED)


def test_why_a_withdrawal_was_taken_back_is_kept_as_it_was_typed(desk: Desk) -> None:
    key = withdraw(desk, mode(desk, "ADM"))
    with pytest.raises(RefusedField) as refused:
        annul_withdrawal(desk, key, "x" * 301)
    assert refused.value.field == "reason"
    annul_withdrawal(desk, key, " erreur  de ligne ")
    with desk.database.read() as connection:
        told = schema.withdrawal.select().where(schema.withdrawal.c.annuls_id == key)
        [row] = connection.execute(told).all()
    assert (row.reason, row.who) == ("erreur de ligne", WANTED.who)
