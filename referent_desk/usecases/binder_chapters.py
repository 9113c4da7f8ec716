"""The chapters of the binder that are not procedures, as a department's sheet bodies."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from referent_desk.domain.binders import Draft
from referent_desk.domain.chapters import (
    DecisionChapter,
    EndChapter,
    Holder,
    NoticeChapter,
    ReflexChapter,
    RoleText,
    RouteChapter,
    fill_chapter,
)
from referent_desk.domain.directory import NUMBERS_BETWEEN
from referent_desk.domain.filled_texts import LocalValues
from referent_desk.domain.neighbours import NearReferent
from referent_desk.domain.notice_sheets import NoticeBody
from referent_desk.domain.post_hours import is_by_night
from referent_desk.domain.procedures import UNFILLED
from referent_desk.domain.register_sheets import RegisterBody
from referent_desk.domain.sheets import (
    Body,
    Contact,
    DecidingRole,
    DecisionBody,
    EndBody,
    ReflexBody,
    Route,
    RouteBody,
    SheetStamp,
)
from referent_desk.exchange.chapters import (
    NOTICE_CODES,
    parse_decision,
    parse_end,
    parse_notice,
    parse_reflex,
    parse_route,
)
from referent_desk.language import Language
from referent_desk.usecases.officers import Officers
from referent_desk.words.presence_sheets import present_lines

CHAPTER_ORDER = ("REF", "DEC", "ANN", "CIR", "IDV", "EQU", "REL", "SEC", "ECR", "FIN", "REG")
BEHIND_PROCEDURES = CHAPTER_ORDER[5:]


@dataclass(frozen=True, slots=True)
class Setting:
    """What chapters are filled with: local values, who holds which role, titles of forms."""

    local: LocalValues
    holders: Mapping[Holder, tuple[Contact, ...]]
    form_titles: Mapping[str, str]
    stamp: SheetStamp
    officers: Officers
    near: tuple[NearReferent, ...] = ()

    def contacts(self, role: RoleText, language: Language) -> tuple[Contact, ...]:
        """The role's own local number where it is filled, else each holder's number.

        Who stands in for the ward's manager at night is the manager on duty.
        """
        found = self._called(role)
        if role.holder is not Holder.WARD_MANAGER:
            return found
        on_duty = language.gettext("Manager on duty")
        numbers = [
            (each, number) for each in found for number in each.number.split(NUMBERS_BETWEEN)
        ]
        return tuple(
            Contact(on_duty, "", number)
            if is_by_night(number)
            else replace(one, number=UNFILLED if number.startswith(UNFILLED) else number)
            for one, number in numbers
        )

    def _called(self, role: RoleText) -> tuple[Contact, ...]:
        name = self.local.fill(role.role)
        known = self.holders.get(role.holder, (Contact(name),))
        said = self.local.filled(role.number)
        if said or (role.number and not known[0].number):
            return (Contact(name, known[0].name, said or self.local.number_beside(name, "")),)
        return tuple(Contact(name, each.name, each.number) for each in known)


def chapter_drafts(
    texts: Mapping[str, str], setting: Setting, language: Language
) -> dict[str, Draft]:
    """By code: those chapters that the home has accepted, and the register."""
    found = {"REG": _register(language, setting)}
    decision = None
    if "DEC" in texts:
        decision = parse_decision(texts["DEC"].encode(), "DEC.toml")
        found["DEC"] = _draft(
            "DEC", decision.title, _decision_body(decision, setting, language), setting
        )
    if "REF" in texts:
        reflex = parse_reflex(texts["REF"].encode(), "REF.toml")
        found["REF"] = _draft(
            "REF", reflex.title, _reflex_body(reflex, decision, setting, language), setting
        )
    if "CIR" in texts:
        route = parse_route(texts["CIR"].encode(), "CIR.toml")
        found["CIR"] = _draft("CIR", route.title, _route_body(route, setting), setting)
    if "FIN" in texts:
        end = parse_end(texts["FIN"].encode(), "FIN.toml")
        found["FIN"] = _draft("FIN", end.title, _end_body(end, setting), setting)
    for code in NOTICE_CODES:
        if code in texts:
            notice = parse_notice(texts[code].encode(), f"{code}.toml")
            found[code] = _draft(code, notice.title, _notice_body(notice, setting), setting)
    return found


def _register(language: Language, setting: Setting) -> Draft:
    """The same in every department: a drill that was held makes no sheet out of date."""
    _ = language.gettext
    title = _("Register of drills and checks")
    rules = (
        _("One line for each drill and each check of the binder, signed on the day."),
        _("When it is full it stays in the binder: go on with a photocopy of a blank one."),
    )
    return _draft("REG", title, RegisterBody(title, rules), setting)


def _draft(code: str, title: str, body: Body, setting: Setting) -> Draft:
    return Draft(f"chapter:{code}", title, body, prefix=code, stamp=setting.stamp)


def _decision_body(chapter: DecisionChapter, setting: Setting, language: Language) -> DecisionBody:
    officers, on_call = setting.officers, setting.holders.get(Holder.IT_ON_CALL)
    filled = fill_chapter(chapter, setting.local)
    roles = zip(chapter.roles, filled.roles, strict=True)
    return DecisionBody(
        title=filled.title,
        start_triggers=filled.start_triggers,
        stop_triggers=filled.stop_triggers,
        roles=tuple(
            DecidingRole(contact.role, "" if place else role.decides, contact)
            for raw, role in roles
            for place, contact in enumerate(setting.contacts(raw, language))
        ),
        present=present_lines(
            (officers.referents, officers.deputies, officers.security),
            on_call[0].number if on_call else "",
            setting.near,
            language,
            singly=bool(officers.singly),
        ),
    )


def _reflex_body(
    chapter: ReflexChapter,
    decision: DecisionChapter | None,
    setting: Setting,
    language: Language,
) -> ReflexBody:
    """`warn` names roles of the decision chapter, in the order in which they are called."""
    filled = fill_chapter(chapter, setting.local)
    called: list[Contact] = []
    for name in chapter.warn:
        role = decision.role(name) if decision else None
        called.extend(setting.contacts(role, language) if role else [Contact(name)])
    return ReflexBody(filled.title, filled.lead, filled.moments, tuple(called))


def _route_body(chapter: RouteChapter, setting: Setting) -> RouteBody:
    filled = fill_chapter(chapter, setting.local)
    routes = tuple(
        Route(
            form=route.form,
            form_title=setting.form_titles.get(route.form, ""),
            goes_to=route.goes_to,
            copies=route.copies,
            filed_by=route.filed_by,
        )
        for route in filled.routes
    )
    return RouteBody(filled.title, filled.rounds, routes, filled.rules)


def with_routes_of(draft: Draft, forms: Collection[str]) -> Draft:
    """The circulation of the forms that the binder holds."""
    body = draft.body
    if not isinstance(body, RouteBody):
        return draft
    routes = tuple(route for route in body.routes if route.form in forms)
    return replace(draft, body=replace(body, routes=routes))


def _end_body(chapter: EndChapter, setting: Setting) -> EndBody:
    filled = fill_chapter(chapter, setting.local)
    return EndBody(filled.title, filled.order, filled.rules, filled.closing)


def _notice_body(chapter: NoticeChapter, setting: Setting) -> NoticeBody:
    filled = fill_chapter(chapter, setting.local)
    return NoticeBody(filled.title, filled.lead, filled.sections, filled.notes, filled.cards)
