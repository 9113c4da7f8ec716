"""Typst prints the neutral binder: `PAGES OUTPUT SYMBOLS`.

Its better ways are taken: blank forms are content that does not vary, no tags, and a symbol is one
picture for each chapter.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import typst

from referent_desk.resources import resource
from tests.benchmarks import bench_binder_content as content
from tests.benchmarks.bench_binder_peaks import tell

_TEMPLATE = """
#set page(paper: "a4", header-ascent: 3mm,
  margin: (left: 20mm, right: 10mm, top: 40mm, bottom: 20mm))
#set text(font: "Atkinson Hyperlegible Next", size: 11pt, lang: "fr", hyphenate: false)
#set par(leading: 0.55em, spacing: 0.8em)
#let grey = luma(115)
#let head(code, symbol) = {
  grid(columns: (1fr, auto, 22mm), column-gutter: 4.6mm,
    [#text(9pt)[%(hospital)s] \\ #text(18pt, weight: "bold")[%(department)s]],
    align(right)[#text(24pt, weight: "bold")[#code] \\
      #text(9.5pt)[rév. 3 · page #context counter(page).display("1/1", both: true)] \\
      #text(14pt, weight: "bold")[U3DC]],
    image(symbol, format: "svg", width: 22mm))
  line(length: 100%%, stroke: 1.6pt)
}
#let foot = text(7.5pt)[#line(length: 100%%, stroke: 0.5pt)
  Référent : M. Aubry #h(1fr) exemplaire 2 · tirage 31 · imprimé le 09/11/2026 \\
  approuvé par Dr Valette le 03/02/2026 · prochaine relecture : 03/02/2027]
#let plan = table(columns: (3fr, ..(1fr,) * %(plan_more)d),
  rows: (auto, ..(7mm,) * %(plan_rows)d), stroke: 0.5pt, %(plan_titles)s, ..([],) * %(plan_cells)d)
#let vitals = table(columns: (3fr, ..(1fr,) * %(grid_more)d),
  rows: (auto, ..(7mm,) * %(grid_rows)d), stroke: 0.5pt, %(grid_titles)s, ..([],) * %(grid_cells)d)
#let reach(title, items) = box(width: 100%%, inset: 6pt, stroke: 0.9pt, radius: 1.2mm)[
  #text(8pt, weight: "bold")[#title] #list(..items)]
#let chapter(
  code, title, software, when, decides, sections, steps, contacts, paragraphs, symbol
) = {
  set page(header: head(code, symbol), footer: foot)
  [#heading(level: 1, title) <chapter>]
  [quand *#software* ne répond plus]
  grid(columns: (1fr, 1fr), column-gutter: 2.6mm, ..sections.slice(0, 2).map(s => reach(..s)))
  block(width: 100%%, fill: black, inset: 6pt, radius: 1.2mm, text(white, weight: "bold")[
    QUAND #when \\ QUI DÉCIDE #decides])
  for (number, (who, what, form)) in steps.enumerate() {
    block(breakable: false, width: 100%%, spacing: 3pt, grid(
      columns: (8mm, 21mm, 1fr, 12mm), column-gutter: 3mm,
      text(18pt, weight: "bold")[#(number + 1)], [*#who*], what, [*#form*]))
    line(length: 100%%, stroke: 0.5pt + grey)
  }
  table(columns: (2fr, 1fr, 1fr, auto), stroke: 0.5pt, ..contacts.flatten())
  pagebreak()
  reach("Au-delà de 48 heures", paragraphs)
  reach(..sections.at(2))
  for _ in range(14) { v(8mm - 0.8em); line(length: 100%%, stroke: 0.5pt + grey) }
  pagebreak()
  heading(level: 2)[Plan d’administration]
  plan
  pagebreak()
  heading(level: 2)[Constantes]
  vitals
  pagebreak(weak: true)
}
#align(center + horizon, text(34pt, weight: "bold")[%(department)s])
#pagebreak()
#outline(target: <chapter>)
#pagebreak()
"""


def source(pages: int, symbols: Sequence[str]) -> str:
    """The template, then one call for each chapter; a symbol is a path of squares."""
    found = content.chapters(pages)
    shapes = {
        "hospital": content.HOSPITAL,
        "department": content.DEPARTMENT,
        "plan_more": content.PLAN_COLUMNS - 1,
        "plan_rows": content.PLAN_ROWS,
        "plan_titles": ", ".join(f"[{title}]" for title in content.plan_titles()),
        "plan_cells": content.PLAN_COLUMNS * content.PLAN_ROWS,
        "grid_more": content.GRID_COLUMNS - 1,
        "grid_rows": content.GRID_ROWS,
        "grid_titles": ", ".join(f"[{title}]" for title in content.grid_titles()),
        "grid_cells": content.GRID_COLUMNS * content.GRID_ROWS,
    }
    calls = map(_call, found, symbols)
    return "\n".join((_TEMPLATE % shapes, *calls))


def _call(chapter: content.Chapter, path: str) -> str:
    size = content.MODULES
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"'
    picture = f'<svg {box}><path d="{path}"/></svg>'.encode()
    return f"#chapter({', '.join(_array(part) for part in (*chapter, picture))})"


def _array(value: object) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bytes):
        return f"bytes({_array(value.decode())})"
    assert isinstance(value, tuple)
    return f"({''.join(_array(item) + ', ' for item in value)})"


def main() -> None:
    pages, output = int(sys.argv[1]), sys.argv[2]
    symbols = json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    source_file = Path(output).with_suffix(".typ")
    source_file.write_text(source(pages, symbols), encoding="utf-8")
    typst.compile(
        str(source_file),
        output=output,
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=True,
        pdf_tags=False,
    )
    tell()


if __name__ == "__main__":
    main()
