"""What the command `simulate` says: which procedures hold when these things fail."""

from __future__ import annotations

import argparse

from referent_desk.commands.answers import complain, open_home
from referent_desk.home import Home
from referent_desk.language import spoken
from referent_desk.words.failures import circles_sentence, totals_sentence, without_sentence


def simulate_failure(options: argparse.Namespace, home: Home) -> int:
    """The list goes to stdout; how many stand, and circles, are said beside it."""
    from referent_desk.usecases import fallbacks
    from referent_desk.usecases.departments import binder_department
    from referent_desk.usecases.fallback_lists import fallback_records, why_they_fall
    from referent_desk.usecases.inventories import written

    names = [name.strip() for name in ",".join(options.fails).split(",")]
    with open_home(home, writing=False) as desk:
        fails = fallbacks.named_failures(desk, filter(None, names))
        department_id = None
        if options.department is not None:
            department_id = binder_department(desk, options.department).id
        simulation = fallbacks.simulate_failure(desk, fails, department_id)
        whys = why_they_fall(desk, fails, department_id)
    print(written(fallback_records(simulation, whys), options.format))
    for sentence in (
        totals_sentence(simulation, spoken()),
        without_sentence(simulation, spoken()),
        circles_sentence(simulation.circles, spoken()),
    ):
        if sentence:
            complain(sentence)
    return 0
