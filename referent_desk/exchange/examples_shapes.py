"""What stands in the files of an example hospital. Days are counted from the day of filling."""

from __future__ import annotations

from referent_desk.exchange.toml_shapes import (
    Shape,
    Table,
    Tables,
    Text,
    Texts,
    Whole,
    YesNo,
    table,
)

KEY = Text(pattern=r"[a-z][a-z0-9_-]*", longest=40)
"""A name by which other tables of the example speak of this one; it is never shown."""
MAY_REFER = Text(required=False, pattern=KEY.pattern, longest=KEY.longest)
FUNCTION = Text(pattern=r"[A-Z]{2,5}")
NAME = Text(longest=300)
MAY_SAY = Text(required=False, longest=300)
DAY = Whole(least=-20_000, most=20_000)
MAY_DAY = Whole(required=False, least=DAY.least, most=DAY.most)
MINUTES = Whole(required=False, least=1)
COUNT = Whole(required=False, least=0)


def file_of(each: dict[str, Table]) -> Table:
    """A file that holds these lists of tables and nothing else."""
    keys: dict[str, Shape] = {name: Tables(shape, most=5_000) for name, shape in each.items()}
    return Table(keys)


TREE = file_of(
    {
        "nodes": table(
            key=KEY,
            kind=Text(allowed=("group", "establishment", "pole", "department", "unit")),
            name=NAME,
            under=MAY_REFER,
            code=MAY_SAY,
            finess=Text(required=False, pattern=r"\d{9}"),
            paper_code=MAY_SAY,
            place=MAY_SAY,
            beds=COUNT,
            opening_hours=MAY_SAY,
            telephone=MAY_SAY,
            closed=MAY_DAY,
        )
    }
)

SOFTWARE = file_of(
    {
        "software": table(
            key=KEY,
            name=NAME,
            vendor=MAY_SAY,
            aliases=Texts(required=False),
            kind=Text(pattern=r"[A-Z]{2,5}"),
            criticality=Whole(required=False, least=1, most=4),
            support_contact=MAY_SAY,
            it_owner=MAY_SAY,
            hosting=Text(required=False, allowed=("on_site", "group", "vendor", "this_pc")),
            tolerated_interruption=MINUTES,
            recovery_time=MINUTES,
            recovery_point=MINUTES,
            status=Text(required=False, allowed=("planned", "in_use", "being_replaced", "retired")),
            replaced_by=MAY_REFER,
            closed=MAY_DAY,
            releases=Tables(table(version=NAME, live=Tables(table(at=KEY, on=DAY)))),
        )
    }
)

DEPLOYMENTS = file_of(
    {
        "deployments": table(
            department=KEY,
            software=KEY,
            functions=Texts(required=False, each=FUNCTION),
            since=MAY_DAY,
            until=MAY_DAY,
            users=COUNT,
            tolerated_outage=MINUTES,
        )
    }
)

PEOPLE = file_of(
    {
        "people": table(
            key=KEY,
            last_name=NAME,
            first_name=MAY_SAY,
            role=MAY_SAY,
            department=MAY_REFER,
            telephone=MAY_SAY,
            working_hours=MAY_SAY,
            left=MAY_DAY,
        ),
        "appointments": table(
            person=KEY,
            department=KEY,
            kind=Text(allowed=("software", "security")),
            rank=Text(allowed=("main", "deputy")),
            software=MAY_REFER,
            since=MAY_DAY,
            until=MAY_DAY,
        ),
    }
)

_TRIED = table(
    department=KEY,
    software=MAY_REFER,
    version=NAME,
    result=Text(allowed=("worked", "partly", "failed")),
    on=DAY,
    who=KEY,
    seen=MAY_SAY,
    change=MAY_SAY,
    owner=MAY_REFER,
    due=MAY_DAY,
    done=MAY_DAY,
    outcome=MAY_SAY,
)

PROCEDURES = file_of(
    {
        "procedures": table(
            key=KEY,
            owner=KEY,
            function=FUNCTION,
            software=MAY_REFER,
            closed=MAY_DAY,
            revisions=Tables(
                table(
                    state=Text(allowed=("draft", "approved")),
                    text=MAY_REFER,
                    title=MAY_SAY,
                    trigger=MAY_SAY,
                    decides=MAY_SAY,
                    author=MAY_REFER,
                    approver=MAY_REFER,
                    approved=MAY_DAY,
                    in_force=MAY_DAY,
                    review_due=MAY_DAY,
                    tried=Tables(_TRIED, required=False),
                ),
                fewest=1,
            ),
        )
    }
)

LOCAL_VALUES = file_of({"local_values": table(department=KEY, name=Text(longest=80), value=NAME)})

DIRECTORY = file_of(
    {
        "entries": table(
            owner=KEY,
            heading=MAY_SAY,
            label=NAME,
            number=MAY_SAY,
            line_type=Text(
                required=False, allowed=("analogue", "ip", "dect", "mobile", "pager", "runner")
            ),
            works_without_network=YesNo(required=False),
            private=YesNo(required=False),
            hours=MAY_SAY,
            purpose=Text(
                required=False,
                allowed=(
                    "ward_manager",
                    "physician",
                    "administrator_on_duty",
                    "it_on_call",
                    "switchboard",
                ),
            ),
            dialled=Table({"on": DAY, "answered": YesNo(), "who": KEY}, required=False),
        )
    }
)

BINDERS = file_of(
    {
        "copies": table(
            department=KEY, number=Whole(least=1), place=MAY_SAY, holder=MAY_REFER, colour=MAY_SAY
        )
    }
)
