from __future__ import annotations

import pytest

from referent_desk.domain.binders import Draft
from referent_desk.domain.forms import FormDefinition, InBinders
from referent_desk.domain.forms_in_binders import form_drafts
from referent_desk.domain.procedures import Step
from referent_desk.domain.sheets import MissingBody, ProcedureBody

ALWAYS = FormDefinition("F05", "Medication order", 1, "en")
ONLY_NAMED = FormDefinition("F16", "Checklist", 1, "en", in_binders=InBinders.WHEN_NAMED)


def procedure(body: ProcedureBody | MissingBody) -> Draft:
    return Draft("BLO", "Operating theatre", body, prefix="BLO")


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (ProcedureBody("Theatre", "Theatre", "Room One"), ["F05"]),
        (ProcedureBody("Theatre", "", "", steps=(Step("Reads.", forms=("F16",)),)), ["F05", "F16"]),
        (ProcedureBody("Theatre", "", "", back_to_normal=("Scans (F16).",)), ["F05", "F16"]),
        (ProcedureBody("Theatre", "", "", after_48_hours=("Counts F16.",)), ["F05", "F16"]),
        (ProcedureBody("Theatre", "", "", back_to_normal=("Scans F160.",)), ["F05"]),
        (MissingBody("F16", "Room One"), ["F05"]),
    ],
)
def test_a_form_of_few_wards_lies_only_where_a_procedure_names_it(
    body: ProcedureBody | MissingBody, codes: list[str]
) -> None:
    drafts = form_drafts([ALWAYS, ONLY_NAMED], [procedure(body)])
    assert [draft.code for draft in drafts] == codes


def test_meals_and_transfusions_lie_by_day_only_where_a_procedure_names_them() -> None:
    meals, blood = (FormDefinition(code, code, 1, "en") for code in ("F18", "F15"))
    named = ProcedureBody("Blood", "", "", steps=(Step("Gives.", forms=("F15",)),))
    forms = [ALWAYS, blood, meals]
    by_day = form_drafts(forms, [procedure(named)], by_day=True)
    assert [draft.code for draft in by_day] == ["F05", "F15"]
    assert [draft.code for draft in form_drafts(forms, [])] == ["F05", "F15", "F18"]


def needs(code: str) -> Draft:
    return Draft(code, code, MissingBody(code, "Room One"), prefix=code)


@pytest.mark.parametrize(
    ("procedures", "says_all", "codes"),
    [
        ([needs("PRE")], True, ["F05"]),
        ([needs("PRE"), needs("TRA")], True, ["F05", "F14", "F15"]),
        ([needs("PRE")], False, ["F05", "F14", "F15"]),
        ([], False, ["F05", "F14", "F15"]),
    ],
    ids=["not ticked", "ticked", "nobody said what it needs", "nothing known"],
)
def test_a_ward_that_said_what_it_needs_and_not_transfusions_has_none_of_their_forms(
    procedures: list[Draft], says_all: bool, codes: list[str]
) -> None:
    forms = [ALWAYS, *(FormDefinition(code, code, 1, "en") for code in ("F14", "F15"))]
    drafts = form_drafts(forms, procedures, says_all=says_all)
    assert [draft.code for draft in drafts] == codes
