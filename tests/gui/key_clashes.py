"""Whether two things that are seen at once have the same key."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def visible_keys(page: QWidget) -> list[str]:
    texts = [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
    texts += [x.text() for x in page.findChildren(QLabel) if x.isVisible() and x.buddy()]
    found = (re.search(r"(?<!&)&(?!&)(\w)", text) for text in texts)
    counted = Counter(match[1].casefold() for match in found if match)
    return [key for key, count in counted.items() if count > 1]
