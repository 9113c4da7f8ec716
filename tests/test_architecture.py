"""The house's own rules, read from the source: who may import whom, and how large a thing grows."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "referent_desk"
MODULES = sorted(PACKAGE.rglob("*.py"))

FOR_ALL = {"errors", "language", "clock", "resources", "home", "log"}
LAYERS = {
    "domain": set[str](),
    "words": {"domain"},
    "storage": {"domain"},
    "paper": {"domain", "words"},
    "exchange": {"domain"},
    "usecases": {"domain", "words", "storage", "paper", "exchange"},
    "gui": {"domain", "words"},
}
KNOWS_EVERY_LAYER = {
    "app",
    "cli",
    "commands",
    "wiring",
}
MAY_IMPORT = {layer: below | FOR_ALL | {layer} for layer, below in LAYERS.items()} | {
    **{module: set[str]() for module in ("errors", "clock", "resources")},
    "language": {"resources"},
    "home": {"errors", "language"},
    "log": {"home"},
    "__init__": set[str](),
    "__main__": {"cli"},
}

# Third-party package → the layers and modules that may know it.
OWNERS = {
    "PySide6": {"gui", "app"},
    "shiboken6": {"gui", "app"},
    "sqlalchemy": {"storage"},
    "filelock": {"storage"},
    "reportlab": {"paper"},
    "pypdfium2": {"paper"},
    "pikepdf": {"paper"},
    "openpyxl": {"exchange"},
    "icalendar": {"exchange"},
    "ldif": {"exchange"},
    "platformdirs": {"home"},
}
NO_NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"),
    *("ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc"),
}
HEAVY = {
    *("PySide6", "sqlalchemy", "reportlab", "openpyxl", "icalendar", "ldif", "pypdfium2"),
    "platformdirs",
}


def place(path: Path) -> str:
    """The layer of a module, or the module's own name at the top of the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))))


@cache
def imported(path: Path) -> set[str]:
    """Dotted names, also of imports inside functions; `from a import b` gives `a.b`."""
    names: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names}
    return names


def offenders(found: Callable[[Path], Iterable[str]]) -> list[str]:
    """Over the whole package: the file and what was found in it."""
    return [f"{path.relative_to(PACKAGE)}: {what}" for path in MODULES for what in found(path)]


def test_layers_point_down_only() -> None:
    def wrong(path: Path) -> Iterable[str]:
        if place(path) in KNOWS_EVERY_LAYER:
            return ()
        own = {name.split(".")[1] for name in imported(path) if name.startswith("referent_desk.")}
        return sorted(own - MAY_IMPORT[place(path)] - {"__version__"})

    assert offenders(wrong) == []


def test_imports_name_the_whole_way() -> None:
    assert offenders(lambda path: {name for name in imported(path) if name[0] == "."}) == []


def test_each_library_is_known_by_one_layer() -> None:
    def wrong(path: Path) -> Iterable[str]:
        foreign = {name.split(".")[0] for name in imported(path)}
        foreign -= sys.stdlib_module_names | {"referent_desk"}
        return sorted(name for name in foreign if place(path) not in OWNERS.get(name, set()))

    assert offenders(wrong) == []


def test_nothing_reaches_for_the_network() -> None:
    assert (
        offenders(lambda path: {name.split(".")[0] for name in imported(path)} & NO_NETWORK) == []
    )


def test_a_subject_of_a_layer_does_not_import_another() -> None:
    """Subjects are the folders of a layer; what they share lies in the layer itself."""

    def wrong(path: Path) -> Iterable[str]:
        parts = path.relative_to(PACKAGE).parts
        if len(parts) < 3:
            return ()
        layer, subject = parts[0], parts[1]
        folders = {folder.name for folder in (PACKAGE / layer).iterdir() if folder.is_dir()}
        inside = f"referent_desk.{layer}."
        reached = {name.split(".")[2] for name in imported(path) if name.startswith(inside)}
        return sorted(reached & folders - {subject})

    assert offenders(wrong) == []


def test_only_the_clock_reads_the_clock() -> None:
    def wrong(path: Path) -> Iterable[str]:
        if path.name == "clock.py":
            return
        yield from {"time.time", "time.localtime", "time.gmtime"} & imported(path)
        for node in nodes(path):
            if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}:
                of = ast.unparse(node.value).split(".")[-1]
                if of in {"datetime", "date"}:
                    yield f"{node.lineno} {of}.{node.attr}"

    assert offenders(wrong) == []


LONGEST = {ast.FunctionDef: 50, ast.AsyncFunctionDef: 50, ast.ClassDef: 250}


def test_files_functions_and_classes_stay_readable() -> None:
    def wrong(path: Path) -> Iterable[str]:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > 300:
            yield f"{lines} lines"
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST[type(node)]:
                    yield f"{node.name} is {length} lines long"

    assert offenders(wrong) == []


def test_names_say_what_a_thing_is() -> None:
    files = {"utils", "helpers", "helper", "info", "misc", "common", "data"}
    endings = ("Manager", "Helper", "Controller", "Service", "Info", "Utils")

    def wrong(path: Path) -> Iterable[str]:
        if path.stem in files:
            yield path.stem
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and node.name.endswith(endings):
                yield node.name

    assert offenders(wrong) == []


def test_no_event_loop_is_turned_by_hand() -> None:
    def wrong(path: Path) -> Iterable[str]:
        attributes = {node.attr for node in nodes(path) if isinstance(node, ast.Attribute)}
        return attributes & {"processEvents", "sleep"}

    assert offenders(wrong) == []


def loaded_by(code: str) -> set[str]:
    """Top-level packages in memory after `code` ran in a Python of its own."""
    answer = subprocess.run(
        [sys.executable, "-P", "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=PROJECT,
        env={"PYTHONPATH": str(PROJECT), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    return {name.split(".")[0] for name in answer.stdout.split()}


def modules_of(*places: str) -> str:
    return "\n".join(
        f"import {'.'.join(path.relative_to(PROJECT).with_suffix('').parts)}"
        for path in MODULES
        if place(path) in places and path.stem not in {"__main__"}
    )


def test_what_everybody_imports_is_light() -> None:
    assert loaded_by(modules_of("domain", "words", *FOR_ALL)) & HEAVY == set()


def test_the_window_is_built_without_database_paper_or_spreadsheets() -> None:
    assert loaded_by(modules_of("gui")) & (HEAVY - {"PySide6"}) == set()


def test_the_lists_above_name_what_exists() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {"__pycache__"}
    assert folders == set(LAYERS) | {"commands", "wiring"}
    assert {place(path) for path in MODULES} <= set(MAY_IMPORT) | KNOWS_EVERY_LAYER


OWN_TESTS = {
    *("architecture", "project", "conftest", "catalogues", "pyside", "hardening", "spelling"),
    *("pseudo_language", "event_turns"),
}
FOLDERS_OF_TESTS_ALONE = {"journeys", "databases", "benchmarks", "screen_reader", "real_printer"}


def test_the_tests_mirror_the_package() -> None:
    """`tests/paper/test_layout.py` is of `referent_desk/paper/layout.py` or the folder `layout`."""
    astray = []
    for path in sorted((PROJECT / "tests").rglob("test_*.py")):
        parts = path.relative_to(PROJECT / "tests").parts
        subject = path.stem.removeprefix("test_")
        if parts[0] in FOLDERS_OF_TESTS_ALONE or (len(parts) == 1 and subject in OWN_TESTS):
            continue
        folder = PACKAGE.joinpath(*parts[:-1])
        if not (folder / f"{subject}.py").exists() and not (folder / subject).is_dir():
            astray.append("/".join(parts))
    assert astray == []
