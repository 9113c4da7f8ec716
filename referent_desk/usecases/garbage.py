"""When Python looks for garbage: not in the midst of making hundreds of thousands of values."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Python looks for garbage again and again while hundreds of thousands of values are made,
    none of which is: that takes as long as to make them. What is left at the end counts as old, and
    is looked at only when it looks through all there is."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
