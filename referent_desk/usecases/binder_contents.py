"""Gathering what the binder of a department says: from facts to the bodies of its sheets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from referent_desk.domain.binders import Draft
from referent_desk.domain.coverage import (
    CoverageFacts,
    Use,
    delay_of,
    delay_proposed,
    uses_of,
)
from referent_desk.domain.day_wards import all_said_by_day, as_printed, is_by_day, said_by_day
from referent_desk.domain.departments import Node, NodeKind
from referent_desk.domain.directory import DirectoryEntry, Purpose
from referent_desk.domain.drills import DrillRun
from referent_desk.domain.filled_texts import LocalValues, fill_local_values
from referent_desk.domain.forms import FormDefinition
from referent_desk.domain.forms_in_binders import TRANSFUSION, form_drafts
from referent_desk.domain.hours_in_words import hours_in_words
from referent_desk.domain.known_numbers import lone_managers
from referent_desk.domain.means import NOTHING_IN_REACH, Reach, needs_of
from referent_desk.domain.neighbours import NearReferent, nearest
from referent_desk.domain.people import Person
from referent_desk.domain.procedures import Revision, without_means
from referent_desk.domain.same_lines import said_once
from referent_desk.domain.sheet_reasons import subject_of
from referent_desk.domain.sheet_titles import told_apart
from referent_desk.domain.sheet_trials import verified_on
from referent_desk.domain.sheets import (
    COVER_CODE,
    Contact,
    CoverBody,
    DirectoryBody,
    MissingBody,
    ProcedureBody,
    SheetStamp,
)
from referent_desk.domain.support_lines import printed_remark
from referent_desk.domain.timed_numbers import days_dialled
from referent_desk.exchange.day_wards import phrases_of_day_wards
from referent_desk.language import Language
from referent_desk.storage.database import Connection
from referent_desk.storage.departments import path_to
from referent_desk.storage.directory import chapter_texts, directory_of, local_values
from referent_desk.storage.drills import last_drills_in
from referent_desk.storage.means import reach_of
from referent_desk.storage.neighbours import near_referents
from referent_desk.storage.procedures import coverage_facts
from referent_desk.storage.ward_managers import staff_in
from referent_desk.usecases.binder_bars import bars_of
from referent_desk.usecases.binder_chapters import (
    BEHIND_PROCEDURES,
    CHAPTER_ORDER,
    Setting,
    chapter_drafts,
    with_routes_of,
)
from referent_desk.usecases.binder_directories import directory_groups, outside_groups, with_manager
from referent_desk.usecases.binder_heads import name_in
from referent_desk.usecases.officers import holders_of, numbers_of, officers_of
from referent_desk.usecases.sheet_contacts import (
    referents_outside,
    sheet_contacts,
    sheet_numbers,
)
from referent_desk.words.drills import last_drill_words


@dataclass(frozen=True, slots=True)
class BinderFacts:
    """All that a binder is made of, read in one transaction."""

    path: tuple[Node, ...]
    coverage: CoverageFacts
    directory: tuple[DirectoryEntry, ...]
    local: dict[str, str]
    chapters: dict[str, str]
    reach: Reach = NOTHING_IN_REACH
    last_drills: Mapping[str, DrillRun] = field(default_factory=dict)
    """By function; for the foot of its sheets."""
    staff: tuple[Person, ...] = ()
    near: tuple[NearReferent, ...] = ()
    """Who answers in the other departments of its pole."""

    @property
    def node(self) -> Node:
        """As its paper says it."""
        return as_printed(self.path[0])

    @property
    def manager(self) -> Person | None:
        """Of the ward, by the role that its staff list gives."""
        return lone_managers(self.staff).get(self.path[0].id)


def read_binder_facts(
    connection: Connection,
    department_id: str,
    language: str,
    today: date,
    coverage: CoverageFacts | None = None,
) -> BinderFacts:
    """`coverage` where it was read already."""
    if coverage is None:
        coverage = coverage_facts(connection, department_id, today)
    return BinderFacts(
        path=path_to(connection, department_id),
        coverage=coverage,
        directory=directory_of(connection, coverage.path),
        local=local_values(connection, department_id),
        chapters=chapter_texts(connection, coverage.path, language),
        reach=reach_of(connection, coverage.path),
        last_drills=last_drills_in(connection, department_id),
        staff=staff_in(connection, [department_id], today).get(department_id, ()),
        near=near_referents(connection, [department_id], today).get(department_id, ()),
    )


def binder_drafts(
    facts: BinderFacts, language: Language, today: date, forms: Sequence[FormDefinition]
) -> tuple[Draft, ...]:
    """Every sheet but the list, in the order of the binder: cover, chapters, procedures, forms."""
    composer, by_day = Composer(facts, language, today), is_by_day(facts.path[0])
    forms = [form_of_ward(form, facts.path[0], language) for form in forms]
    procedures = composer.procedures()
    says_all = bool(facts.coverage.needed)
    blank = form_drafts(forms, procedures, by_day=by_day, says_all=says_all)
    held = {draft.code for draft in blank}
    left_out = {form.code for form in forms if by_day or form.code in TRANSFUSION} - held
    titles = {form.code: form.title for form in forms if form.code not in left_out}
    chapters = composer.chapters(titles)
    return (
        composer.cover(),
        *(draft for draft in chapters if draft.prefix not in BEHIND_PROCEDURES),
        *told_apart(procedures),
        *(draft for draft in chapters if draft.prefix in BEHIND_PROCEDURES),
        *blank,
    )


def form_of_ward(form: FormDefinition, ward: Node, language: Language) -> FormDefinition:
    """Where nobody stays overnight a form counts places, not beds."""
    return all_said_by_day(form, phrases_of_day_wards(language.code)) if is_by_day(ward) else form


class Composer:
    """Turns the facts of one department into bodies, in one language and for one day."""

    def __init__(self, facts: BinderFacts, language: Language, today: date) -> None:
        self._facts = facts
        self._language = language
        self._today = today
        self._officers = officers_of(facts.coverage, today)
        blank = language.gettext("………… (by hand: {name})")
        self._lines = said_once(facts.directory)
        known = facts.local, self._lines, facts.manager
        self.numbers = numbers_of(facts.coverage, today, *known)
        delay = delay_proposed(facts.coverage)
        self.local = LocalValues(
            facts.local,
            blank,
            self.numbers,
            delay,
            language.gettext("by day"),
            language.gettext("other than {number}"),
        )
        self._dialled = days_dialled(self._lines)
        self._stamp = SheetStamp(dialled=self._dialled)
        self._phrases = phrases_of_day_wards(language.code) if is_by_day(facts.path[0]) else ()

    def local_of(self, use: Use) -> LocalValues:
        """How long one waits for a program is its own: the shortest is for no sheet of another."""
        return replace(self.local, delay=delay_of(use))

    def cover(self) -> Draft:
        node = self._facts.node
        body = CoverBody(
            group=name_in(self._facts.path, NodeKind.GROUP),
            establishment=name_in(self._facts.path, NodeKind.ESTABLISHMENT),
            department=node.name,
            code=node.code,
            place=node.place,
            beds=node.beds,
            opening_hours=", ".join(hours_in_words(node.opening_hours, self._language)),
        )
        return Draft("cover", self._language.gettext("Cover"), body, code=COVER_CODE)

    def chapters(self, form_titles: Mapping[str, str]) -> tuple[Draft, ...]:
        """In the order of the binder; the end of the degraded mode stands last."""
        holders = holders_of(self._officers, self.numbers, self._language)
        setting = Setting(
            self.local, holders, form_titles, self._stamp, self._officers, self._near()
        )
        texts = {c: said_by_day(text, self._phrases) for c, text in self._facts.chapters.items()}
        drafts = chapter_drafts(texts, setting, self._language)
        drafts["ANN"] = self._directory()
        if "CIR" in drafts and (self._phrases or not form_titles.keys() >= TRANSFUSION):
            drafts["CIR"] = with_routes_of(drafts["CIR"], form_titles)
        return tuple(drafts[code] for code in CHAPTER_ORDER if code in drafts)

    def _near(self) -> tuple[NearReferent, ...]:
        facts, officers = self._facts, self._officers
        here = (*officers.referents[:1], *officers.deputies[:1])
        software = frozenset(use.software_id for use in facts.coverage.deployments)
        return nearest(facts.near, here, facts.node.opening_hours, software)

    def _directory(self) -> Draft:
        facts, title = self._facts, self._language.gettext("Emergency directory")
        lines = with_manager(self._lines, facts.manager)
        groups = directory_groups(
            facts.path, lines, facts.local, facts.coverage, self._language, facts.staff
        )
        on_call = self.numbers.of(Purpose.IT_ON_CALL)
        referents = referents_outside(facts.coverage, self._today, self._language)
        groups += outside_groups(facts.coverage, on_call, referents, self._language)
        body = DirectoryBody(title, groups)
        return Draft("chapter:ANN", title, body, prefix="ANN", stamp=self._stamp)

    def procedures(self) -> tuple[Draft, ...]:
        """One for each function × software used there; where there is none, one that says so."""
        uses = uses_of(self._facts.coverage, self._today)
        if not uses:
            title = self._language.gettext("No software known")
            body = MissingBody(title, "", self.contacts(None))
            return (Draft("no-software", title, body, prefix="LOG", stamp=self._stamp),)
        return tuple(self.sheet_of(use) for use in uses)

    def sheet_of(self, use: Use) -> Draft:
        return self._missing(use) if use.revision is None else self._procedure(use, use.revision)

    def _missing(self, use: Use) -> Draft:
        kind = self._facts.coverage.kinds.get(use.software.kind_id or "")
        french = self._language.code == "fr"
        fallback = "" if kind is None else (kind.fallback_fr if french else kind.fallback_en)
        name = use.function.name(self._language.code) if use.function else ""
        body = MissingBody(
            function=name,
            software=use.software.name,
            contacts=self.contacts(use),
            vendor_support=use.software.support_contact,
            fallback=fallback,
            remark=printed_remark(use.deployment.purpose),
        )
        title = name or self._language.gettext("Function to be named")
        return Draft(subject_of(use), title, body, prefix=_prefix(use), stamp=self._stamp)

    def _procedure(self, use: Use, revision: Revision) -> Draft:
        text = all_said_by_day(revision.text, self._phrases)
        text = fill_local_values(text, self.local_of(use))
        body = ProcedureBody(
            function=use.function.name(self._language.code) if use.function else "",
            title=text.title,
            software=use.software.name,
            bars=bars_of(use.status),
            verified=verified_on(use.status.verification),
            running_version=use.live.version if use.live else "",
            trigger=text.trigger,
            decides=text.decides,
            stops=text.stops,
            still_works=text.still_works,
            steps=tuple(map(without_means, text.steps)),
            numbers=sheet_numbers(text.numbers, self.numbers, use.software),
            after_48_hours=text.after_48_hours,
            back_to_normal=text.back_to_normal,
            contacts=self.contacts(use),
            needs=needs_of(text.steps, self._facts.reach, self._language.code),
            remark=printed_remark(use.deployment.purpose),
        )
        stamp = SheetStamp(
            author=revision.author,
            approver=revision.approved_by,
            approved_on=revision.approved_on,
            next_review=revision.review_due_on,
            dialled=self._dialled,
            last_drill=self._last_drill(use),
        )
        return Draft(subject_of(use), text.title, body, prefix=_prefix(use), stamp=stamp)

    def _last_drill(self, use: Use) -> str:
        run = self._facts.last_drills.get(use.function.id if use.function else "")
        return last_drill_words(run, self._language) if run is not None else ""

    def contacts(self, use: Use | None) -> tuple[Contact, ...]:
        coverage, language = self._facts.coverage, self._language
        return sheet_contacts(coverage, self._today, self.numbers, use, language)


def _prefix(use: Use) -> str:
    return use.function.code if use.function else "LOG"
