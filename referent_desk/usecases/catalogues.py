"""What a home begins with: the starter catalogues and the chapters of the binder, as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from referent_desk.domain.functions import Function
from referent_desk.domain.software import SoftwareKind
from referent_desk.domain.texts import searched
from referent_desk.exchange.chapters import CHAPTER_CODES, parse_chapter, starter_chapter_text
from referent_desk.exchange.failure_domains import read_failure_domains
from referent_desk.exchange.starters import read_functions, read_kinds
from referent_desk.language import LANGUAGES
from referent_desk.storage import schema
from referent_desk.storage.schema import Table

Rows = list[dict[str, object]]


def catalogue_id(kind: str, code: str) -> str:
    """The id of a catalogue entry is the same in every home, so that homes can be joined."""
    return str(uuid5(NAMESPACE_OID, f"referent-desk:{kind}:{code}"))


def catalogue_rows(
    known_functions: Mapping[str, str], known_kinds: Mapping[str, str]
) -> Iterator[tuple[Table, Rows]]:
    """Of the starter catalogues, what a home lacks: functions, kinds, which functions each serves.

    What it knows, ids by code, is left as it is, and so is what two that it knows have to do with
    each other: a link comes with the function or the kind that is new.
    """
    kinds = read_kinds()
    new_functions = [f for f in read_functions() if f.code not in known_functions]
    new_kinds = [kind for kind in kinds if kind.code not in known_kinds]
    function_ids = {f.code: catalogue_id("function", f.code) for f in new_functions}
    kind_ids = {kind.code: catalogue_id("kind", kind.code) for kind in new_kinds}
    yield schema.function, [_function_row(f, function_ids[f.code]) for f in new_functions]
    yield schema.software_kind, [_kind_row(kind, kind_ids[kind.code]) for kind in new_kinds]
    yield (
        schema.kind_function,
        [
            {
                "id": catalogue_id("kind_function", f"{kind.code}:{code}"),
                "kind_id": kind_ids.get(kind.code) or known_kinds[kind.code],
                "function_id": function_ids.get(code) or known_functions[code],
            }
            for kind in kinds
            for code in kind.function_ids
            if kind.code in kind_ids or code in function_ids
        ],
    )


def _function_row(function: Function, key: str) -> dict[str, object]:
    return {
        "id": key,
        "code": function.code,
        "name_fr": function.name_fr,
        "name_en": function.name_en,
        "position": function.position,
        "folded": searched(function.name_fr, function.name_en, function.code),
    }


def _kind_row(kind: SoftwareKind, key: str) -> dict[str, object]:
    return {
        "id": key,
        "code": kind.code,
        "name_fr": kind.name_fr,
        "name_en": kind.name_en,
        "criticality": kind.criticality,
        "longest_interruption": kind.longest_interruption,
        "basis": kind.basis,
        "fallback_fr": kind.fallback_fr,
        "fallback_en": kind.fallback_en,
        "folded": searched(kind.name_fr, kind.name_en, kind.code),
    }


def failure_domain_rows() -> Iterator[tuple[Table, Rows]]:
    """What can fail, and what fails with it."""
    domains = read_failure_domains()
    yield (
        schema.failure_domain,
        [
            {
                "id": catalogue_id("failure_domain", domain.code),
                "code": domain.code,
                "name_fr": domain.name_fr,
                "name_en": domain.name_en,
                "position": position,
            }
            for position, domain in enumerate(domains, start=1)
        ],
    )
    yield (
        schema.domain_dependency,
        [
            {
                "id": catalogue_id("domain_dependency", f"{domain.code}:{code}"),
                "domain_id": catalogue_id("failure_domain", domain.code),
                "leans_on_id": catalogue_id("failure_domain", code),
            }
            for domain in domains
            for code in domain.leans_on
        ],
    )


def chapter_rows(today: date, known: Collection[tuple[str, str]]) -> Rows:
    """The shipped chapters in both languages, accepted by the home as they are; not the known."""
    rows: Rows = []
    for language_code in LANGUAGES:
        texts = {code: starter_chapter_text(language_code, code) for code in CHAPTER_CODES}
        rows += [
            {
                "id": catalogue_id("chapter", f"{language_code}:{code}"),
                "code": code,
                "language": language_code,
                "revision": parse_chapter(code, text).revision,
                "text": text,
                "accepted_on": today,
            }
            for code, text in texts.items()
            if (code, language_code) not in known
        ]
    return rows
