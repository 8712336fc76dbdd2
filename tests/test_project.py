"""What must hold for the project as a whole: its versions, its pages, its files, its set-up."""

import ast
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import interview_coach

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = [Requirement(each) for each in PROJECT["dependencies"]]
DEV = [Requirement(each) for each in PROJECT["optional-dependencies"]["dev"]]
CONSTRAINTS = [
    line
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/*.md")])
MODULES = sorted((ROOT / "interview_coach").rglob("*.py"))


def constrained() -> dict[str, str]:
    return {canonicalize_name(name): version for name, _, version in (c.partition("==") for c in CONSTRAINTS)}


def test_constraints_are_exact_versions_in_order_with_no_address() -> None:
    for line in CONSTRAINTS:
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.!+]*", line)
    assert sorted(CONSTRAINTS, key=str.upper) == CONSTRAINTS


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEV], ids=lambda requirement: requirement.name)
def test_a_dependency_is_held_at_a_version_that_it_allows(requirement: Requirement) -> None:
    version = constrained().get(canonicalize_name(requirement.name))
    assert version is not None, "run `make constraints`"
    assert requirement.specifier.contains(version)


@pytest.mark.parametrize("requirement", [*RUNTIME, *DEV], ids=lambda requirement: requirement.name)
def test_the_architecture_page_says_what_a_dependency_is_for(requirement: Requirement) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").casefold()
    assert re.search(rf"\b{re.escape(requirement.name.casefold())}\b", page)


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"\n## [{interview_coach.__version__}]" in changelog


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.is_file(), f"{target} (pictures are made by `make screenshots`)"
        assert not anchor or anchor in anchors(file), target


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    private = re.compile(rf"(?<![\w.~])(?:/(?:home|Users|root)/\w|{re.escape(str(ROOT))}(?:/|\b))")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (ROOT / name).is_file():
            text = (ROOT / name).read_text(encoding="utf-8", errors="replace")
            found = private.search(text)
            assert found is None, f"{name}: {found.group() if found else ''}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_a_module_has_one_job(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    body = ast.parse(text).body
    within = [each for node in body if isinstance(node, ast.ClassDef) for each in node.body]
    tables = [node for node in (*body, *within) if isinstance(node, ast.Assign | ast.AnnAssign)]
    data = sum((table.end_lineno or table.lineno) - table.lineno + 1 for table in tables)
    lines = len(text.splitlines()) - data
    assert lines <= 300, f"{lines} lines beside its tables: where a module grows, it has two jobs"


def test_make_lists_what_it_can_do() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make ([a-z]+) ", listed, re.MULTILINE)) == set(phony.group(1).split())


# -- the set-up, as far as it goes without a network


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the set-up reads."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def set_up(folder: Path, python: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "scripts/environment.sh", "dev"],
        cwd=folder,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHON": python},
        check=False,
    )


def command(folder: Path, name: str, body: str) -> str:
    """A command made for a test; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    file.chmod(0o755)
    return str(file)


def test_a_python_that_is_not_there_is_said_with_the_remedy(checkout: Path) -> None:
    done = set_up(checkout, python="python-of-nobody")
    assert done.returncode == 2
    assert "no Python 3.11 or newer was found under the name python-of-nobody" in done.stderr
    assert "make test PYTHON=" in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_shim_that_cannot_run_is_no_python(checkout: Path) -> None:
    shim = command(checkout / "bin", "python3", "echo 'command not found' >&2; exit 127")
    assert "no Python 3.11 or newer" in set_up(checkout, python=shim).stderr


def test_a_python_without_venv_is_said_with_the_package_to_install(checkout: Path) -> None:
    answers = 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.12 ;; esac'
    bare = command(checkout / "bin", "python3", answers)
    done = set_up(checkout, python=bare)
    assert done.returncode == 2
    assert "python3-venv (or python3.12-venv)" in done.stderr


def test_what_is_installed_already_is_left_alone(checkout: Path) -> None:
    made = installed_environment(checkout)
    done = set_up(checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert made.exists()


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt"])
def test_changed_dependencies_install_again(checkout: Path, changed: str) -> None:
    installed_environment(checkout)
    text = (checkout / changed).read_text(encoding="utf-8")
    (checkout / changed).write_text("# changed\n" + text, encoding="utf-8")
    assert "Installing into .venv" in set_up(checkout).stderr


def test_the_settings_of_a_tool_install_nothing(checkout: Path) -> None:
    installed_environment(checkout)
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n[tool.other]\nanswer = 42\n")
    assert set_up(checkout).stderr == ""


def test_an_install_that_was_cut_short_is_thrown_away(checkout: Path) -> None:
    made = installed_environment(checkout)
    (checkout / ".venv" / "dev.installed").unlink()
    (checkout / ".venv" / "installing").write_text("", encoding="utf-8")
    set_up(checkout, python=command(checkout / "bin", "python3", "exit 0"))
    assert not made.exists()


def test_a_moved_folder_gets_an_environment_of_its_own(checkout: Path) -> None:
    installed_environment(checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    set_up(moved, python=command(moved / "bin", "python3", "exit 0"))
    assert not (moved / ".venv" / "marker").exists()


def installed_environment(folder: Path) -> Path:
    """An environment as the set-up leaves it, with a Python that does nothing; gives a file inside it."""
    command(folder / ".venv" / "bin", "python", "exit 0")
    (folder / ".venv" / "place").write_text(f"{folder}\n", encoding="utf-8")
    project = (folder / "pyproject.toml").read_text(encoding="utf-8").split("[tool.")[0]
    constraints = (folder / "constraints.txt").read_text(encoding="utf-8")
    (folder / ".venv" / "dev.installed").write_text(f"{folder}\n{project}{constraints}", encoding="utf-8")
    marker = folder / ".venv" / "marker"
    marker.touch()
    return marker
