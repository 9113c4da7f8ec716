"""ReportLab with its doors closed: what it may evaluate or fetch is nothing."""

from __future__ import annotations

from functools import cache


@cache
def harden_reportlab() -> None:
    """Called before anything else of ReportLab is imported."""
    from reportlab import rl_config

    rl_config.toColorCanUse = None
    rl_config.trustedHosts = ["nowhere.invalid"]  # an empty list would trust every host
    rl_config.trustedSchemes = ["none"]
    rl_config.useA85 = 0
    rl_config.invariant = 1
    rl_config.pageCompression = 1
