"""Exports of Mercator: applications, entities, and what of them is no list of ours.

Recovery time and point are minutes, and 0 stands for "not defined". Descriptions hold HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from referent_desk.domain.imports.kinds import Field, ImportKind
from referent_desk.domain.imports.reports import Concern, Remark, remark
from referent_desk.domain.texts import folded
from referent_desk.exchange.recognitions import Cells, Reading, Recognition
from referent_desk.exchange.tables import Table

SOURCE = "Mercator"

_LINE_ENDS = re.compile(r"<\s*(?:br\s*/?|/p|/li|/div|/h\d|/tr)\s*>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:p|br|a|strong|em|b|i|u|ul|ol|li|span|div|h\d|table|t[rdh]|thead|tbody)\b[^>]*>",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"\b(?:t[ée]l|phone)\w*\.?\s*:\s*([+*#(]?[\d][\d .()\-]*)", re.IGNORECASE)
_VENDOR_TYPES = ("fournisseur", "supplier", "vendor", "editeur", "prestataire", "provider")

_APPLICATIONS = {
    "nom": Field.SOFTWARE, "name": Field.SOFTWARE, "applications": Field.SOFTWARE,
    "editeur": Field.VENDOR, "editor": Field.VENDOR, "publisher": Field.VENDOR,
    "responsable": Field.IT_OWNER, "responsible": Field.IT_OWNER,
    "exploitation": Field.SUPPORT_CONTACT, "rto": Field.RECOVERY_TIME,
    "rpo": Field.RECOVERY_POINT, "version": Field.VERSION,
    "functional referent": Field.REFERENT, "referent fonctionnel": Field.REFERENT,
}  # fmt: skip
_OTHER_LISTS = (
    (frozenset({"id", "source id", "destination id"}), "relations"),
    (frozenset({"id", "name", "macroprocess id"}), "processes"),
    (frozenset({"id", "name", "nature", "type", "contact"}), "actors"),
)
_BLOCKS = frozenset({"id", "name", "description", "responsible"})


def without_markup(text: str) -> str:
    """The text of an HTML fragment; a text that only holds `<` or `&` stays as it is."""
    if not _TAGS.search(text):
        return text
    return html.unescape(_TAGS.sub("", _LINE_ENDS.sub("\n", text)))


def recognise(table: Table) -> Recognition | None:
    keys = table.keys
    for signature, name in _OTHER_LISTS:
        if signature <= keys:
            return _not_ours(name)
    if keys == _BLOCKS:
        return _not_ours("application_blocks")
    if _is_applications(keys):
        return Recognition(SOURCE, ImportKind.SOFTWARE, _APPLICATIONS, mend=without_markup)
    if {"is external", "entity type", "parent entity id"} <= keys:
        return _entities(_read_entity(table))
    if {"externe a l organisme", "type d entite"} <= keys:
        return _entities(lambda cells: _read_named(cells.get("nom", ""), cells, {}))
    return None


def _is_applications(keys: frozenset[str]) -> bool:
    return (
        {"name", "application block id", "rto", "rpo"} <= keys
        or {"nom", "bloc applicatif", "exploitation"} <= keys
        or {"applications", "rto", "rpo", "dmtp", "pdma"} <= keys
    )


def _not_ours(name: str) -> Recognition:
    """Every line is read and refused: nothing of it is a department, software or number."""
    refusal = remark(Concern.REFUSAL, f"mercator_{name}")
    return Recognition(SOURCE, ImportKind.SOFTWARE, {}, lambda _cells: Reading(remarks=(refusal,)))


def _entities(read_row: Callable[[Cells], Reading]) -> Recognition:
    return Recognition(SOURCE, ImportKind.DEPARTMENTS, {}, read_row, without_markup)


def _read_entity(table: Table) -> Callable[[Cells], Reading]:
    """Ids tell the tree: what others stand under, and stands under nothing, is an establishment."""
    places = {key: table.place_of(key) for key in ("id", "name", "parent entity id")}
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    for row in table.rows:
        own, name, parent = (
            row.cells[place] if place is not None and place < len(row.cells) else ""
            for place in places.values()
        )
        names[own], parents[own] = name, parent
    with_children = {parent for parent in parents.values() if parent}

    def read(cells: Cells) -> Reading:
        own, name = cells.get("id", ""), cells.get("name", "")
        parent = parents.get(own, "")
        if not parent and own in with_children:
            return _read_named("", cells, {Field.ESTABLISHMENT: name})
        above = parents.get(parent, "")
        if above and names.get(above):
            place = {Field.ESTABLISHMENT: names[above], Field.DEPARTMENT: names[parent]}
            return _read_named("", cells, {**place, Field.UNIT: name})
        place = {Field.ESTABLISHMENT: names[parent]} if parent in names else {}
        return _read_named(name, cells, place)

    return read


def _read_named(department: str, cells: Cells, texts: dict[Field, str]) -> Reading:
    texts = {**texts, Field.DEPARTMENT: department} if department else dict(texts)
    contact = without_markup(cells.get("contact point") or cells.get("point de contact") or "")
    telephone = _TELEPHONE.search(contact)
    if telephone:
        texts[Field.TELEPHONE] = telephone[1].strip()
    return Reading(texts, _vendor_remarks(cells))


def _vendor_remarks(cells: Cells) -> tuple[Remark, ...]:
    external = folded(cells.get("is external") or cells.get("externe a l organisme") or "")
    kind = folded(cells.get("entity type") or cells.get("type d entite") or "")
    is_vendor = kind.startswith(_VENDOR_TYPES)
    is_external, is_internal = external in {"1", "oui", "yes"}, external in {"0", "non", "no"}
    if (is_vendor and is_internal) or (is_external and kind.startswith("intern")):
        return (remark(Concern.DOUBT, "vendor_or_department"),)
    if is_vendor or is_external:
        return (remark(Concern.REFUSAL, "vendor_is_no_department"),)
    return ()
