"""What a use case changed: every write returns the kinds, one bus tells the tabs."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    DEPARTMENTS = "departments"
    FUNCTIONS = "functions"
    SOFTWARE = "software"
    DEPLOYMENTS = "deployments"
    PEOPLE = "people"
    APPOINTMENTS = "appointments"
    PROCEDURES = "procedures"
    DIRECTORY = "directory"
    BINDERS = "binders"
    ACKNOWLEDGEMENTS = "acknowledgements"
    MEANS = "means"
    DRILLS = "drills"
    ACTIONS = "actions"
    SKILLS = "skills"
    HELP = "help"
    ADVICE = "advice"
    HANDOVERS = "handovers"


ALL_KINDS = frozenset(Kind)
