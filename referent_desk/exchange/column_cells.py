"""What the cells of a column tell beyond its title."""

from __future__ import annotations

import re

from referent_desk.domain.imports.families import NameOrder, order_of_names, split_by_capitals
from referent_desk.domain.imports.kinds import Field
from referent_desk.exchange.column_titles import order_of
from referent_desk.exchange.tables import Fields, Table, is_bare

_CODE = re.compile(r"^(?=.*\d)[0-9A-Z]{1,6}$")


def columns_of_codes(table: Table, fields: Fields) -> None:
    """A column headed `UF` that holds codes is the code, not the name."""
    for place, field in list(fields.items()):
        if field not in {Field.UNIT, Field.DEPARTMENT} or table.titles[place].key != "uf":
            continue
        filled = [text for text in table.column(place) if text]
        if filled and all(_CODE.match(text) for text in filled):
            code = Field.CODE if field is Field.DEPARTMENT else Field.UNIT_CODE
            fields[place] = Field.CODE if Field.CODE not in fields.values() else code


def columns_of_full_names(table: Table, fields: Fields) -> None:
    """A column headed only "name" whose cells read `LE GOFF Maëlle` holds first names too."""
    if {Field.FIRST_NAME, Field.FULL_NAME} & set(fields.values()):
        return
    for place, field in list(fields.items()):
        if field is Field.LAST_NAME and is_bare(table.titles[place]):
            names = [text.split() for text in table.column(place) if text]
            whole = [found for name in names if (found := split_by_capitals(name)) and found[1]]
            if names and 2 * len(whole) >= len(names):
                fields[place] = Field.FULL_NAME


def order_of_column(table: Table, place: int, field: Field) -> NameOrder:
    """Of the names in it: what its title tells, else those that tell theirs by capitals."""
    told = order_of(table.titles[place].text) if place < len(table.titles) else NameOrder.UNSAID
    if field is not Field.FULL_NAME or told is not NameOrder.UNSAID:
        return told
    return order_of_names(table.column(place))
