"""What a print dialog says on its buttons, and of a file that it wrote."""

from __future__ import annotations

from referent_desk.domain.printing import PrintOptions, page_range
from referent_desk.gui.questions import PrintedFile
from referent_desk.language import _, ngettext


def written_sentence(written: PrintedFile) -> str:
    """What lies in the file now, and whether a copy begins with it.

    That it was printed only a person can say.
    """
    pages = ngettext("{count} page", "{count} pages", written.pages).format(count=written.pages)
    sheets = ngettext("{count} sheet", "{count} sheets", written.sheets).format(
        count=written.sheets
    )
    said = _(
        "Saved as {path}: {sheets}, {pages}. It is not printed yet: open it and print it at "
        "100 %, in black and white."
    ).format(path=written.path, sheets=sheets, pages=pages)
    return " ".join(part for part in (said, new_copy_sentence(written)) if part)


def new_copy_sentence(written: PrintedFile) -> str:
    """Empty where the copy was there before."""
    if not written.new_copy:
        return ""
    return _("Copy {number} was created: it is in the tab Binder.").format(
        number=written.copy_number
    )


def set_plain_sentence(codes: tuple[str, ...]) -> str:
    if not codes:
        return ""
    return ngettext(
        "One sheet could only be set as plain text: {codes}. Nothing of it is missing.",
        "{count} sheets could only be set as plain text: {codes}. Nothing of them is missing.",
        len(codes),
    ).format(count=len(codes), codes=", ".join(codes))


def save_text(pages: int) -> str:
    """Without pages yet, nothing is said of how many."""
    if not pages:
        return _("&Save the PDF…")
    return ngettext(
        "&Save the PDF ({count} page)…", "&Save the PDF ({count} pages)…", pages
    ).format(count=pages)


def paper_sentence(pages: int, *, one_sided: bool) -> str:
    """How much paper it takes; backs left empty are pages, not paper."""
    if not pages:
        return ""
    if one_sided:
        return ngettext(
            "{count} page: as many sheets of paper.",
            "{count} pages: as many sheets of paper.",
            pages,
        ).format(count=pages)
    sheets = (pages + 1) // 2
    return ngettext(
        "{count} sheet of paper for {pages} pages, backs left empty counted.",
        "{count} sheets of paper for {pages} pages, backs left empty counted.",
        sheets,
    ).format(count=sheets, pages=pages)


def send_text(options: PrintOptions, pages: int) -> str:
    """How many pages go to the printer, each copy counted."""
    count = len(page_range(options, pages)) * options.copies
    if not pages:
        return _("S&end to the printer")
    return ngettext(
        "S&end {count} page to the printer", "S&end {count} pages to the printer", count
    ).format(count=count)
