from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import referent_desk
import run

PROJECT = Path(__file__).resolve().parent.parent
SHIPPED = (
    *("referent_desk", "resources", "tests", "pyproject.toml", "build.spec", "README.md"),
    *("run.py", "requirements.lock", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"),
    *(".ci", ".gitignore"),
)
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")


def ignored() -> set[str]:
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return {line.strip("/") for line in lines}


def test_the_top_level_holds_what_the_readme_names_and_nothing_else() -> None:
    present = {path.name for path in PROJECT.iterdir()} - {".git"} - ignored()
    assert present == set(SHIPPED)


def locked_names(purpose: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", run.requirements_for(purpose, LOCK), re.MULTILINE))


def declared_names(requirements: list[str]) -> set[str]:
    names = (re.split(r"[<>=;\[ ]", requirement)[0] for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


def test_the_lock_file_holds_all_that_is_declared_for_each_purpose() -> None:
    """When it does not: `python3 run.py lock`."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    running = declared_names(project["dependencies"])
    extras = project["optional-dependencies"]
    assert running <= locked_names("running")
    assert running | declared_names(extras["develop"]) <= locked_names("testing")
    assert running | declared_names(extras["freeze"]) <= locked_names("freezing")


def test_running_needs_none_of_the_tools_of_testing_and_freezing() -> None:
    tools = {"pytest", "mypy", "ruff", "babel", "hypothesis", "pikepdf", "pyinstaller", "numpy"}
    assert locked_names("running") & tools == set()


def test_every_locked_package_has_hashes_and_nothing_names_an_address() -> None:
    blocks = LOCK.strip().split("\n\n")
    assert len(blocks) > 20
    assert [block.splitlines()[1] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in LOCK


def test_the_lock_file_serves_windows_and_other_pythons_too() -> None:
    """Hashes of one platform's wheels alone could not be installed elsewhere."""
    block = next(block for block in LOCK.split("\n\n") if "\npyside6-essentials==" in block)
    assert block.count("--hash=") >= 4


def test_the_lock_file_is_split_by_purpose() -> None:
    text = run.with_purposes(
        "a==1 \\\n    --hash=sha256:0\nb==2 ; sys_platform == 'win32' \\\n    --hash=sha256:1\n",
        {"running": {"a"}, "testing": {"a", "b"}, "freezing": {"a"}},
    )
    assert text == (
        "# running, testing, freezing\na==1 \\\n    --hash=sha256:0\n\n"
        "# testing\nb==2 ; sys_platform == 'win32' \\\n    --hash=sha256:1\n"
    )
    assert "b==" not in run.requirements_for("running", text)
    assert "b==" in run.requirements_for("testing", text)
    assert run.requirements_for("running", "") == ""


def test_pyside_stays_below_the_version_that_kills_the_process() -> None:
    assert "\npyside6-essentials==6.11." in LOCK


def test_an_old_python_is_refused_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert run.main(["test"]) == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
    )
    [built] = folder.glob("*.whl")
    return built


def test_the_wheel_carries_the_program_its_command_and_its_resources(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        commands = next(name for name in names if name.endswith("entry_points.txt"))
        assert "referent-desk = referent_desk.__main__:main" in archive.read(commands).decode()
    assert referent_desk.__version__ in wheel.name
    shipped = {
        "referent_desk/_resources/" + path.relative_to(PROJECT / "resources").as_posix()
        for path in (PROJECT / "resources").rglob("*")
        if path.is_file()
    }
    assert shipped <= names
    assert not [name for name in names if name.startswith(("tests", "run.py"))]


def test_installed_from_the_wheel_the_program_prints_with_what_it_carries(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = (
        "import sys; from referent_desk.__main__ import main\n"
        "from referent_desk.resources import resources_folder\n"
        "sys.argv = ['referent-desk', '--home', 'home', 'demo', '--no-window']\n"
        "print(main(), resources_folder())"
    )
    answer = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed")},
        check=True,
        capture_output=True,
        text=True,
    )
    resources = tmp_path / "installed" / "referent_desk" / "_resources"
    assert answer.stdout.splitlines()[-1] == f"0 {resources}"
    assert len(list((tmp_path / "home" / "prints").glob("*.pdf"))) == 1


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_what_the_documents_point_to_exists(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (PROJECT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (PROJECT / target).exists()] == []


def sources() -> list[Path]:
    kinds = {".py", ".toml", ".md", ".po", ".spec", ".csv", ".svg", ".qss", ".txt"}
    folders = ("referent_desk", "resources", "tests")
    found = [path for folder in folders for path in (PROJECT / folder).rglob("*")]
    found += [path for path in PROJECT.iterdir() if path.is_file()]
    return [path for path in found if path.suffix in kinds]


def test_nothing_is_left_half_done() -> None:
    """Words that promise a later mending, tests that do not run, waits for time."""
    leftovers = re.compile(
        r"\b(TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b|raise NotImplemented" + r"Error"
        r"|mark\.(sk" + r"ip|xf" + r"ail)\b|type: ig" + r"nore(?!\[)|# no" + r"qa(?!:)"
        r"|qtbot\.wa" + r"it\("
    )
    found = [
        f"{path.relative_to(PROJECT)}:{number}"
        for path in sources()
        if path.suffix == ".py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if leftovers.search(line)
    ]
    assert found == []
