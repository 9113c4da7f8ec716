"""What a home begins with: the starter catalogues and the chapters of the binder, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from referent_desk.domain.texts import searched
from referent_desk.exchange.chapters import CHAPTER_CODES, starter_chapter_text, starter_chapters
from referent_desk.exchange.failure_domains import read_failure_domains
from referent_desk.exchange.starters import read_functions, read_kinds
from referent_desk.language import LANGUAGES
from referent_desk.storage import schema
from referent_desk.storage.schema import Table

Rows = list[dict[str, object]]


def catalogue_id(kind: str, code: str) -> str:
    """The id of a catalogue entry is the same in every home, so that homes can be joined."""
    return str(uuid5(NAMESPACE_OID, f"referent-desk:{kind}:{code}"))


def catalogue_rows() -> Iterator[tuple[Table, Rows]]:
    """The starter catalogues: functions, kinds of software, and which functions each serves."""
    functions, kinds = read_functions(), read_kinds()
    yield (
        schema.function,
        [
            {
                "id": catalogue_id("function", f.code),
                "code": f.code,
                "name_fr": f.name_fr,
                "name_en": f.name_en,
                "position": f.position,
                "folded": searched(f.name_fr, f.name_en, f.code),
            }
            for f in functions
        ],
    )
    yield (
        schema.software_kind,
        [
            {
                "id": catalogue_id("kind", k.code),
                "code": k.code,
                "name_fr": k.name_fr,
                "name_en": k.name_en,
                "criticality": k.criticality,
                "longest_interruption": k.longest_interruption,
                "basis": k.basis,
                "fallback_fr": k.fallback_fr,
                "fallback_en": k.fallback_en,
                "folded": searched(k.name_fr, k.name_en, k.code),
            }
            for k in kinds
        ],
    )
    yield (
        schema.kind_function,
        [
            {
                "id": catalogue_id("kind_function", f"{k.code}:{code}"),
                "kind_id": catalogue_id("kind", k.code),
                "function_id": catalogue_id("function", code),
            }
            for k in kinds
            for code in k.function_ids
        ],
    )


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


def chapter_rows(today: date) -> Rows:
    """The shipped chapters in both languages, accepted by the home as they are."""
    rows: Rows = []
    for language_code in LANGUAGES:
        shipped = starter_chapters(language_code)
        revisions = (
            shipped.reflex.revision,
            shipped.decision.revision,
            shipped.route.revision,
            shipped.end.revision,
        )
        rows += [
            {
                "id": catalogue_id("chapter", f"{language_code}:{code}"),
                "code": code,
                "language": language_code,
                "revision": revision,
                "text": starter_chapter_text(language_code, code),
                "accepted_on": today,
            }
            for code, revision in zip(CHAPTER_CODES, revisions, strict=True)
        ]
    return rows
