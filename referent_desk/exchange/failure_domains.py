"""What can fail, and the means that most wards have: the catalogues shipped with the program."""

from __future__ import annotations

from dataclasses import dataclass

from referent_desk.domain.failures import FailureDomain
from referent_desk.domain.means import MeansKind
from referent_desk.exchange.toml_files import (
    Tables,
    Text,
    Texts,
    TomlTable,
    read_toml,
    table,
)
from referent_desk.language import _
from referent_desk.resources import resource

_TITLE = Text(longest=120)
_CODE = Text(pattern=r"[a-z][a-z0-9_]{1,40}")
_CODES = Texts(required=False, each=_CODE, most=20)
_DOMAINS = table(domains=Tables(table(code=_CODE, fr=_TITLE, en=_TITLE, leans_on=_CODES)))
_KINDS = tuple(str(kind) for kind in MeansKind)
_MEANS = table(
    means=Tables(table(kind=Text(allowed=_KINDS), fr=_TITLE, en=_TITLE, leans_on=_CODES))
)


@dataclass(frozen=True, slots=True)
class UsualMeans:
    """`leans_on` are codes of shipped failure domains."""

    kind: MeansKind
    name_fr: str
    name_en: str
    leans_on: tuple[str, ...] = ()

    def name(self, language_code: str) -> str:
        return self.name_en if language_code == "en" else self.name_fr


def read_failure_domains() -> tuple[FailureDomain, ...]:
    """In their order. Ids are the codes, until a home gives its own."""
    lines = read_toml(resource("catalogues", "failure_domains.toml"), _DOMAINS).tables("domains")
    known = {line.text("code") for line in lines}
    return tuple(
        FailureDomain(
            id=line.text("code"),
            code=line.text("code"),
            name_fr=line.text("fr"),
            name_en=line.text("en"),
            leans_on=leans_on(line, known),
        )
        for line in lines
    )


def read_usual_means() -> tuple[UsualMeans, ...]:
    known = {domain.code for domain in read_failure_domains()}
    lines = read_toml(resource("catalogues", "usual_means.toml"), _MEANS).tables("means")
    return tuple(
        UsualMeans(
            MeansKind(line.text("kind")),
            line.text("fr"),
            line.text("en"),
            leans_on(line, known),
        )
        for line in lines
    )


def leans_on(line: TomlTable, known: set[str]) -> tuple[str, ...]:
    """Codes of failure domains, all of them known."""
    for code in line.texts("leans_on"):
        if code not in known:
            line.refuse("leans_on", _("there is no failure domain {code}.").format(code=code))
    return line.texts("leans_on")
