"""Set up and run Referent Desk from its source: `python3 run.py [COMMAND] [ARGUMENTS…]`.

demo       fill the folder `demo` with the demo hospital, print a binder, open the window
test       ruff, mypy, then the tests (arguments go to pytest)
torture    the tests that take long: kills at any moment, every column altered, ten thousand sheets
bench      the benchmarks (arguments go to pytest)
freeze     build the one-folder program in `dist` and try it
language   compile the French catalogue
faces      compile the fonts of the paper
schema     compile what the file of a home looks like after the migrations
pictures   draw the pictures of the manual anew (arguments are topics)
lock       resolve the requirements again (arguments go to uv: `--upgrade`)
anything else, or nothing, goes to the program: `python3 run.py list departments`

Needs nothing but Python's standard library. What is missing is installed into `.venv`, and, as
root on Debian, from Debian's packages.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent
ENVIRONMENT = PROJECT / ".venv"
LOCK = PROJECT / "requirements.lock"
WINDOWS = sys.platform == "win32"
PURPOSES = ("running", "testing", "freezing", "benching")

# Debian package → a library of it that Qt loads. Offscreen needs the first, a window both.
QT_LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}


# Debian package → a file of it: what the tests spell by, and what reads the window out to them.
TEST_TOOLS = {
    "hunspell": "/usr/bin/hunspell",
    "hunspell-fr": "/usr/share/hunspell/fr_FR.dic",
    "hunspell-en-gb": "/usr/share/hunspell/en_GB.dic",
    "xvfb": "/usr/bin/Xvfb",
    "dbus": "/usr/bin/dbus-run-session",
    "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
    "python3-pyatspi": "/usr/lib/python3/dist-packages/pyatspi/__init__.py",
}
PRINTING_TOOLS = {
    "cups": "/usr/sbin/cupsd",
    "cups-ipp-utils": "/usr/sbin/ippeveprinter",
    "avahi-daemon": "/usr/sbin/avahi-daemon",
    "iproute2": "/usr/sbin/ip",
}
APART = ("unshare", "--net", "--mount", "--pid", "--fork", "--mount-proc", "true")


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        return fail("Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ".")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    commands = {
        "test": test,
        "torture": torture,
        "bench": bench,
        "freeze": freeze,
        "language": compile_language,
        "faces": compile_faces,
        "schema": compile_schema,
        "pictures": draw_pictures,
        "lock": lock,
    }
    if command in commands:
        return commands[command](rest)
    if command == "demo":
        arguments = ["--home", str(PROJECT / "demo"), "demo", *rest]
    return run_program(arguments)


def run_program(arguments: list[str]) -> int:
    opens_window = not arguments or "demo" in arguments
    if opens_window and has_display():
        install_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES})
    python = set_up(ENVIRONMENT, "running")
    # -P: a file that happens to lie in the current folder is never imported
    return call(python, "-P", "-m", "referent_desk", *arguments)


SIDE_BY_SIDE = (
    f"--numprocesses={min(4, (os.cpu_count() or 1) + 1)}",  # some wait for other programs
    "--dist=loadfile",
    "--no-loadscope-reorder",  # tests/conftest.py says which files begin
)
"""The files of the tests are shared out among the processors; those of one file stay together."""


def test(arguments: list[str]) -> int:
    install_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES})
    install_test_tools()
    chosen = "not real_printer" if arguments else "not real_printer and not torture"
    return run_steps(
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", "--strict"),
        ("pytest", *SIDE_BY_SIDE, "-m", chosen, *arguments),
        *real_printer(arguments),
    )


def torture(arguments: list[str]) -> int:
    install_libraries(QT_LIBRARIES)
    return run_steps(("pytest", *SIDE_BY_SIDE, "-m", "torture", *arguments))


def run_steps(*steps: tuple[str, ...]) -> int:
    """One after another with the tools of the tests, until one fails."""
    python = set_up(ENVIRONMENT, "testing")
    for step in steps:
        say(" ".join(step))
        code = call(python, "-m", *step, folder=PROJECT)
        if code:
            return code
    return 0


def bench(arguments: list[str]) -> int:
    python = set_up(ENVIRONMENT, "benching")
    # the options of pyproject.toml leave the benchmarks out, so they are given anew
    options = ("-o", "addopts=--import-mode=importlib --strict-markers")
    return call(python, "-m", "pytest", *options, "tests/benchmarks", *arguments, folder=PROJECT)


def freeze(arguments: list[str]) -> int:
    install_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES})  # to be put into the folder
    if shutil.which("objdump") is None and not WINDOWS:
        install_packages(["binutils"])
    # An environment of its own: what tests or other projects need never gets into the program.
    python = set_up(PROJECT / "build" / "freeze-venv", "freezing")
    code = call(
        *(python, "-m", "PyInstaller", "--noconfirm", "--clean"),
        *("--distpath", "dist", "--workpath", "build/pyinstaller", "build.spec"),
        folder=PROJECT,
    )
    if code:
        return code
    source = set_up(ENVIRONMENT, "running")
    program = PROJECT / "dist" / "referent-desk" / "referent-desk"
    if WINDOWS:
        program = program.with_suffix(".exe")
    return call(source, "tests/try_frozen.py", program, source, *arguments, folder=PROJECT)


def compile_language(arguments: list[str]) -> int:
    python = set_up(ENVIRONMENT, "testing")
    return call(python, "-m", "tests.catalogues", *arguments, folder=PROJECT)


def compile_faces(arguments: list[str]) -> int:
    python = set_up(ENVIRONMENT, "testing")
    return call(python, "-m", "tests.faces", *arguments, folder=PROJECT)


def compile_schema(arguments: list[str]) -> int:
    python = set_up(ENVIRONMENT, "testing")
    return call(python, "-m", "tests.schemas", *arguments, folder=PROJECT)


def draw_pictures(arguments: list[str]) -> int:
    install_libraries(QT_LIBRARIES)
    python = set_up(ENVIRONMENT, "testing")
    return call(python, "-m", "tests.pictures", *arguments, folder=PROJECT)


def lock(arguments: list[str]) -> int:
    """Resolve everything once, then note which purpose needs which package."""
    python = set_up(ENVIRONMENT, "testing")
    with tempfile.TemporaryDirectory() as temporary:
        everything = Path(temporary) / "everything.txt"
        if LOCK.exists():
            everything.write_text(LOCK.read_text(encoding="utf-8"), encoding="utf-8")
        resolve = (
            *(python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"),
            *("--no-header", "--no-annotate", "--no-emit-index-url", "--generate-hashes"),
        )
        extras = {
            "running": (),
            "testing": ("--extra", "develop"),
            "freezing": ("--extra", "freeze"),
            "benching": ("--extra", "develop", "--extra", "bench"),
        }
        every = (*extras["freezing"], *extras["benching"])
        if call(*resolve, *every, "-o", everything, *arguments, folder=PROJECT):
            return 1
        needed = {}
        for purpose, extra in extras.items():
            part = Path(temporary) / "part.txt"
            part.unlink(missing_ok=True)
            if call(*resolve, *extra, "--constraint", everything, "-o", part, folder=PROJECT):
                return 1
            needed[purpose] = set(re.findall(r"^([\w.-]+)==", part.read_text("utf-8"), re.M))
        LOCK.write_text(with_purposes(everything.read_text("utf-8"), needed), encoding="utf-8")
    return 0


def with_purposes(requirements: str, needed: dict[str, set[str]]) -> str:
    """Each requirement under a comment that names what it is for."""
    blocks = []
    for block in re.split(r"\n(?=[\w.-]+==)", requirements.strip()):
        name = block.split("==")[0]
        purposes = [purpose for purpose in PURPOSES if name in needed.get(purpose, ())]
        blocks.append("# " + ", ".join(purposes) + "\n" + block + "\n")
    return "\n".join(blocks)


def requirements_for(purpose: str, text: str) -> str:
    """The part of the lock file that serves one purpose."""
    blocks = text.split("\n\n")
    return "\n".join(block for block in blocks if purpose in block.split("\n")[0])


def set_up(environment: Path, purpose: str) -> Path:
    """The Python of an environment that holds what the purpose needs."""
    python = environment / ("Scripts/python.exe" if WINDOWS else "bin/python")
    requirements = requirements_for(purpose, LOCK.read_text(encoding="utf-8"))
    stamp = environment / (purpose + ".stamp")
    mark = hashlib.sha256((sys.version + str(PROJECT) + requirements).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == mark and call(python, "-c", "") == 0:
        return python
    make_environment(environment, python)
    say("installing what " + purpose + " needs into " + str(environment))
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "requirements.txt"
        file.write_text(requirements, encoding="utf-8")
        pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        if call(*pip, "--require-hashes", "--no-deps", "-r", file):
            sys.exit(fail("The requirements could not be installed; see above. Then try again."))
    [packages] = environment.glob("Lib/site-packages" if WINDOWS else "lib/python*/site-packages")
    (packages / "referent_desk.pth").write_text(str(PROJECT) + "\n", encoding="utf-8")
    stamp.write_text(mark, encoding="utf-8")
    return python


def make_environment(environment: Path, python: Path) -> None:
    if python.exists() and call(python, "-c", "import pip") == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"])
    if call(sys.executable, "-m", "venv", "--clear", environment):
        sys.exit(fail("No environment could be made. On Debian: apt install python3-venv"))


def install_libraries(libraries: dict[str, str]) -> None:
    """Debian's packages for the libraries that are not here; only told when not root."""
    if sys.platform == "linux":
        missing = [package for package, library in libraries.items() if not has_library(library)]
        if missing:
            install_packages(missing)


def install_test_tools() -> None:
    """Without them the tests of spelling and of the screen reader fail and say so."""
    if sys.platform == "linux":
        tools = {**TEST_TOOLS, **PRINTING_TOOLS}
        missing = [package for package, file in tools.items() if not Path(file).exists()]
        if missing:
            install_packages(missing)


def real_printer(arguments: list[str]) -> tuple[tuple[str, ...], ...]:
    """By itself, since it waits for other programs; only root can set up a printing system, in
    namespaces of its own."""
    if arguments:
        return ()
    tools = all(Path(file).exists() for file in PRINTING_TOOLS.values())
    if tools and sys.platform == "linux" and os.geteuid() == 0 and call(*APART, quiet=True) == 0:
        return (("pytest", "tests/real_printer"),)
    say("left out: the test with a real printer, which needs root, Linux's namespaces and")
    say("  apt-get install " + " ".join(PRINTING_TOOLS))
    return ()


def has_library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    line = ("apt-get", "install", "--quiet=2", "--yes", "--no-install-recommends", *packages)
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        say("missing on this computer; as an administrator:\n  " + " ".join(line))
        return
    say(" ".join(line))
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    if call("apt-get", "--quiet=2", "update") or call(*line, quiet=True):
        say("Debian's packages could not be installed; going on without them.")


def has_display() -> bool:
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def call(*line: str | Path, folder: Path | None = None, quiet: bool = False) -> int:
    environment = dict(os.environ)
    if not has_display():
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.stdout.flush()
    try:
        words = [str(word) for word in line]
        answers = subprocess.DEVNULL if quiet else None
        return subprocess.run(
            words, check=False, cwd=folder, env=environment, stdout=answers
        ).returncode
    except KeyboardInterrupt:
        return 130
    except FileNotFoundError:
        return 127


def say(text: str) -> None:
    print("run.py: " + text, file=sys.stderr, flush=True)


def fail(text: str) -> int:
    say(text)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
