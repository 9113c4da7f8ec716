"""Form definitions: one TOML file per form and language, shipped or the hospital's own.

    code = "F27"
    title = "Bordereau de coursier"
    revision = 1
    orientation = "portrait"            # or "landscape": bound at its top edge
    identity = false                    # true: a block for the patient's label
    after_outage = "keep"               # or "retype", "scan", "destroy"
    afterwards = "Garder quinze jours."
    sheets_per_department_day = 2       # or sheets_per_patient_day = 0.3
    in_binders = "when_named"           # only where a procedure of the binder names it

    [foot]
    signed_by = "Coursier"

    [[blocks]]
    kind = "table"                      # or "fields", "choices", "note", "lines", "page"
    columns = [
      { title = "Heure", width = 2 },
      { title = "Reçu par", width = 5, hint = "nom lisible" },
    ]

A hospital's own file wins over the shipped one of the same code. A broken one is refused with a
sentence, and the shipped form stands in: a department never lacks a form for a typing error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from referent_desk.domain.forms import (
    LEAST_ROW_HEIGHT,
    AfterOutage,
    Block,
    ChoiceGroup,
    ChoicesBlock,
    Column,
    Field,
    FieldRow,
    FieldsBlock,
    Foot,
    FormDefinition,
    InBinders,
    LinesBlock,
    NoteBlock,
    Orientation,
    PageBlock,
    TableBlock,
)
from referent_desk.errors import RefusedInput
from referent_desk.exchange.toml_files import (
    Number,
    Tables,
    Text,
    Texts,
    TomlTable,
    Whole,
    YesNo,
    read_toml,
    table,
)
from referent_desk.language import _
from referent_desk.resources import resource

_OPTIONAL_LABEL = Text(required=False, longest=120, may_be_empty=True)
_BOXES = Texts(required=False, each=Text(longest=80, may_be_empty=True), most=60)
_WIDTH = Whole(required=False, least=1, most=1000)

_FIELD = table(
    label=_OPTIONAL_LABEL,
    width=_WIDTH,
    boxes=_BOXES,
    line=YesNo(required=False),
    unit=Text(required=False, longest=20),
    strong=YesNo(required=False),
)
_COLUMN = table(
    title=Text(longest=120, may_be_empty=True),
    width=_WIDTH,
    hint=Text(required=False, longest=120),
    boxes=_BOXES,
    parts=Texts(required=False, each=Text(longest=12), most=31),
)
_BLOCK = table(
    kind=Text(allowed=("fields", "choices", "table", "note", "lines", "page")),
    title=_OPTIONAL_LABEL,
    framed=YesNo(required=False),
    rows=Tables(table(fields=Tables(_FIELD, fewest=1, most=12)), required=False, most=60),
    groups=Tables(
        table(label=Text(longest=80, may_be_empty=True), boxes=_BOXES), required=False, most=40
    ),
    columns=Tables(_COLUMN, required=False, most=31),
    across=Whole(required=False, least=1, most=8),
    count=Whole(required=False, least=0, most=200),
    row_height=Number(required=False, least=LEAST_ROW_HEIGHT, most=120),
    first_column=Texts(required=False, each=Text(longest=60), most=200),
    sub_rows=Texts(required=False, each=Text(longest=30), most=4),
    text=Text(required=False, longest=600),
    strong=YesNo(required=False),
    hint=Text(required=False, longest=200),
)
_FORM = table(
    code=Text(pattern=r"[A-Z][A-Z0-9]{1,5}"),
    title=Text(longest=80),
    revision=Whole(least=1, most=9999),
    orientation=Text(required=False, allowed=tuple(Orientation)),
    identity=YesNo(required=False),
    after_outage=Text(allowed=tuple(AfterOutage)),
    afterwards=Text(longest=130),
    in_binders=Text(required=False, allowed=(InBinders.WHEN_NAMED,)),
    sheets_per_patient_day=Number(required=False, least=0, most=100),
    sheets_per_department_day=Number(required=False, least=0, most=1000),
    foot=table(
        signed_by=Text(longest=30),
        fields=Texts(required=False, each=Text(longest=40), most=4),
        marks=Texts(required=False, each=Text(longest=40), most=4),
    ),
    blocks=Tables(_BLOCK, fewest=1, most=60),
)


@dataclass(frozen=True, slots=True)
class KnownForms:
    """Sorted by code. `refused` says which of the hospital's own files are not used, and why."""

    forms: tuple[FormDefinition, ...]
    refused: tuple[RefusedInput, ...] = ()


def form_definitions(language_code: str, own_folder: Path | None = None) -> KnownForms:
    """The shipped forms of a language, each replaced by the hospital's own where it has one.

    In `own_folder`, `fr/F05.toml` counts for French only and wins over `F05.toml`.
    """
    forms = {
        path.stem: _form_at(path, language_code)
        for path in sorted(resource("forms", language_code).glob("*.toml"))
    }
    refused = []
    for path in _own_files(language_code, own_folder):
        try:
            forms[path.stem] = _form_at(path, language_code)
        except RefusedInput as error:
            refused.append(error)
    return KnownForms(tuple(forms[code] for code in sorted(forms)), tuple(refused))


def _form_at(path: Path, language_code: str) -> FormDefinition:
    """Read once for as long as the file stays as it is: each state of a binder asks for all."""
    try:
        stat = path.stat()
    except OSError:
        return read_form(path, language_code)
    return _known_form(path, language_code, stat.st_mtime_ns, stat.st_size, stat.st_ino)


@lru_cache(maxsize=256)
def _known_form(path: Path, language_code: str, *_as_it_is: int) -> FormDefinition:
    return read_form(path, language_code)


def read_form(path: Path, language_code: str = "") -> FormDefinition:
    """Raises `RefusedInput` naming file, line and key. Without a language, the folder names it."""
    form = read_toml(path, _FORM)
    code = form.text("code")
    if code != path.stem:
        form.refuse(
            "code",
            _("code is “{code}”, but the file is called {file}; both must be the same.").format(
                code=code, file=path.name
            ),
        )
    foot = form.table("foot")
    return FormDefinition(
        code=code,
        title=form.text("title"),
        revision=form.whole("revision"),
        language=language_code or path.parent.name,
        orientation=Orientation(form.text("orientation", "portrait")),
        identity=form.yes("identity", True),
        after_outage=AfterOutage(form.text("after_outage")),
        afterwards=form.text("afterwards"),
        sheets_per_patient_day=form.number("sheets_per_patient_day"),
        sheets_per_department_day=form.number("sheets_per_department_day"),
        blocks=tuple(_read_block(block) for block in form.tables("blocks")),
        foot=Foot(foot.text("signed_by"), foot.texts("fields"), foot.texts("marks")),
        in_binders=InBinders(form.text("in_binders")),
    )


def _own_files(language_code: str, own_folder: Path | None) -> list[Path]:
    """Those that count for one language after those that count for all, so that they win."""
    if own_folder is None:
        return []
    return [
        path
        for folder in (own_folder, own_folder / language_code)
        for path in sorted(folder.glob("*.toml"))
    ]


def _read_fields(block: TomlTable) -> Block:
    rows = tuple(
        FieldRow(tuple(_read_field(entry) for entry in row.tables("fields")))
        for row in block.tables("rows")
    )
    return FieldsBlock(rows, block.text("title"), block.yes("framed"))


def _read_field(entry: TomlTable) -> Field:
    if not (entry.text("label") or entry.has("boxes") or entry.yes("line", True)):
        entry.refuse("label", _("this field has no label, no boxes and no line."))
    return Field(
        label=entry.text("label"),
        width=entry.whole("width", 1),
        boxes=entry.texts("boxes"),
        line=entry.yes("line", True),
        unit=entry.text("unit"),
        strong=entry.yes("strong"),
    )


def _read_choices(block: TomlTable) -> Block:
    groups = tuple(
        ChoiceGroup(group.text("label"), group.texts("boxes")) for group in block.tables("groups")
    )
    return ChoicesBlock(groups, block.whole("across", 4), block.text("title"))


def _read_table(block: TomlTable) -> Block:
    first, count = block.texts("first_column"), block.whole("count")
    if count and len(first) > count:
        block.refuse(
            "first_column",
            _("first_column has {first} entries, but the table has only {count} rows.").format(
                first=len(first), count=count
            ),
        )
    columns = tuple(
        Column(
            title=column.text("title"),
            width=column.whole("width", 1),
            hint=column.text("hint"),
            boxes=column.texts("boxes"),
            parts=column.texts("parts"),
        )
        for column in block.tables("columns")
    )
    return TableBlock(
        columns=columns,
        rows=count,
        row_height=block.number("row_height", 10.0),
        first_column=first,
        sub_rows=block.texts("sub_rows"),
        title=block.text("title"),
    )


_KINDS: dict[str, tuple[Callable[[TomlTable], Block], tuple[str, ...], tuple[str, ...]]] = {
    # kind: how it is read, the keys it must have, the keys it may have
    "fields": (_read_fields, ("rows",), ("title", "framed")),
    "choices": (_read_choices, ("groups",), ("title", "across")),
    "table": (
        _read_table,
        ("columns",),
        ("title", "count", "row_height", "first_column", "sub_rows"),
    ),
    "note": (lambda b: NoteBlock(b.text("text"), b.yes("strong")), ("text",), ("strong",)),
    "lines": (
        lambda b: LinesBlock(b.text("title"), b.text("hint"), b.whole("count")),
        ("title",),
        ("hint", "count"),
    ),
    "page": (lambda _block: PageBlock(), (), ()),
}


def _read_block(block: TomlTable) -> Block:
    kind = block.text("kind")
    read, needed, allowed = _KINDS[kind]
    for key in needed:
        if not block.values.get(key):
            block.refuse(
                key,
                _("a block of the kind “{kind}” needs the key {key}.").format(kind=kind, key=key),
            )
    for key in block.values:
        if key not in ("kind", *needed, *allowed):
            block.refuse(
                key,
                _("the key {key} has no place in a block of the kind “{kind}”.").format(
                    kind=kind, key=key
                ),
            )
    return read(block)
