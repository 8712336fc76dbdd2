"""Nothing that a person, a note or a file says is ever run: no code, no shell, no YAML tag, no bomb."""

import ast
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import interview_coach
from interview_coach.coach.editor import editor_command
from tests.making import QUESTIONS, note_text, write_note
from tests.running import NOW, run
from tests.security.guarded import everything
from tests.tui.terminal import program

PACKAGE = Path(interview_coach.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# Names that run what they are given, or load code or objects from data.
RUNS = {"eval", "exec", "compile", "__import__", "execfile", "getoutput", "getstatusoutput", "popen", "system"}
MODULES_THAT_RUN = {
    "code",
    "codeop",
    "ctypes",
    "dill",
    "importlib",
    "joblib",
    "jsonpickle",
    "marshal",
    "pickle",
    "pty",
    "runpy",
    "shelve",
}
MODULES_FOR_THE_NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
# One place each, whose own test is below or beside it.
SUBPROCESS_IN = {"tui/editing.py", "coach/fitting.py"}
NETWORK_IN = {"web/server.py"}  # of the extra `web`: it listens on this computer (web/test_serving.py)
YAML_IN = {"notes/head.py"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call by the whole of its name, as it is written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_no_module_can_run_what_it_is_given(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    place = module.relative_to(PACKAGE).as_posix()
    tops = {name.partition(".")[0] for name in imported(tree)} - {"importlib"}
    tops |= {name for name in imported(tree) if name.startswith("importlib") and "metadata" not in name}
    assert not tops & MODULES_THAT_RUN
    assert not tops & MODULES_FOR_THE_NETWORK or place in NETWORK_IN
    assert not {
        name for name in imported(tree) if name.startswith("urllib.") and not name.startswith("urllib.parse")
    }
    assert "subprocess" not in tops or place in SUBPROCESS_IN
    assert "yaml" not in tops or place in YAML_IN
    for name, call in called(tree):
        last = name.rpartition(".")[2]
        assert last not in RUNS or name.startswith(("re.", "regex")), name
        assert not last.startswith(("exec", "spawn")) or last in {"execute", "executemany", "executescript"}, (
            name
        )
        assert last != "enable_load_extension", name
        keywords = {each.arg: ast.unparse(each.value) for each in call.keywords}
        assert keywords.get("shell", "False") == "False", name
        if name.startswith("subprocess."):
            assert last == "run" or (last, place) == ("Popen", "coach/fitting.py"), name


TAGS = (
    "!!python/object/apply:os.system ['touch pwned']",
    "!!python/object/new:os.system ['touch pwned']",
    "!!python/object/apply:subprocess.check_output [['touch', 'pwned']]",
    "!!python/name:os.system",
    "!!python/module:this",
    "!!js/function 'function(){}'",
    "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch pwned']",
)


def test_a_yaml_tag_makes_nothing_but_text(tmp_path: Path) -> None:
    for number, tag in enumerate(TAGS):
        kind = tag.split(maxsplit=1)[0]
        head = f"type: skill\ncategory: {tag}\naliases: {tag}\n{kind}: 1\nquestions:\n  - {tag}"
        os.utime(write_note(tmp_path, f"{number}.md", note_text(head=head)), (1e9, 1e9))
    before = everything(tmp_path / "decks")
    for words in (("check",), ("notes", "--json"), ("due",)):
        done = run(tmp_path, *words)
        assert done.returncode in {0, 1}
        assert b"Traceback" not in done.stderr
        assert b"Zen of Python" not in done.stdout
    assert not list(tmp_path.rglob("pwned"))
    assert everything(tmp_path / "decks") == before


# -- bombs

MEMORY = 600_000  # KiB that a process may take; an ordinary one takes a tenth


def cost(root: Path) -> float:
    """The seconds that the processor spends on reading the notes under a bound of memory, as `check` does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        ["sh", "-c", f'ulimit -v {MEMORY}; exec "$0" -m interview_coach notes --json', sys.executable],
        cwd=root, env={**os.environ, "INTERVIEW_COACH_NOW": NOW}, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert b"MemoryError" not in done.stderr
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def aliases(levels: int) -> str:
    """Nine to the power of `levels` values, in `levels` lines."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join([*lines, f"aliases: *a{levels - 1}", f"related: *a{levels - 1}"])


BOMBS = {
    "aliases": (aliases(4), aliases(60)),
    "merges": (
        "b: &b {x: y}\nc: {<<: *b}",
        "\n".join(["b0: &b0 {x: y}", *(f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}" for n in range(1, 60))]),
    ),
    "lists in lists": ("aliases: " + "[" * 10 + "]" * 10, "aliases: " + "[" * 20_000 + "]" * 20_000),
    "lists never closed": ("aliases: " + "[" * 10, "aliases: " + "[" * 20_000),
    "maps in maps": (
        "aliases: " + "{a: " * 10 + "1" + "}" * 10,
        "aliases: " + "{a: " * 9_000 + "1" + "}" * 9_000,
    ),
    "an alias of itself": ("aliases: &a [x]", "aliases: &a [*a, *a, *a]"),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_the_frontmatter_costs_no_more_than_its_length(tmp_path: Path, bomb: str) -> None:
    """By the time that as many plain values take; what they would unfold to is beyond any computer."""
    small, large = BOMBS[bomb]
    plain = tmp_path / "plain"
    long = "\n".join(f"k{n}: [{', '.join('x' * 9)}]" for n in range(len(large) // 30 + 1))
    write_note(plain, text=note_text(head=f"type: skill\n{small}\n{long}"))
    write_note(tmp_path / "bomb", text=note_text(head=f"type: skill\n{large}"))
    assert cost(tmp_path / "bomb") < 3 * cost(plain)


DEEP = {
    "quotes": "> " * 20_000,
    "lists": "- " * 20_000,
    "indents": "\n".join("  " * n + "- x" for n in range(900)),
    "brackets": "[" * 20_000,
    "emphasis": "*a " * 20_000,
}


@pytest.mark.parametrize("shape", DEEP)
def test_deep_nesting_in_the_body_is_bounded_in_memory_and_time(tmp_path: Path, shape: str) -> None:
    body = DEEP[shape]
    write_note(tmp_path / "plain", text=note_text() + "\n## More\n\n" + "- x\n" * (len(body) // 4))
    write_note(tmp_path / "deep", text=note_text() + f"\n## More\n\n{body}\n")
    assert cost(tmp_path / "deep") < 4 * cost(tmp_path / "plain")


def test_deep_nesting_in_a_file_to_import_is_said(root: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.json").write_text("[" * 200_000, encoding="utf-8")
    done = run(root, "import", os.fspath(tmp_path / "deep.json"))
    assert done.returncode == 2
    assert b"no JSON" in done.stderr


# -- the editor

NAMES = (
    "a; touch pwned && $(touch pwned) `touch pwned` | tee pwned > pwned #.md",
    'it\'s a "name",  with two  spaces, %s {0} $HOME ~ * ? [a].md',
    "-rf.md",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_editor_gets_the_note_as_one_word_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    root, said = tmp_path / "mine", tmp_path / "said"
    note = write_note(root, name)
    editor = tmp_path / "my editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nopen({os.fspath(said)!r}, 'w').write('\\0'.join(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    editor.chmod(0o755)
    before = everything(root / "decks")
    with program(root, "practice", EDITOR=f"'{editor}' --wait 'two words' $HOME;touch") as screens:
        screens.until(QUESTIONS[0][:30])
        screens.type("ef")
        screens.until("Flagged")
        screens.type("\x11")
        assert screens.status() == 0
    assert said.read_text(encoding="utf-8").split("\0") == [
        "--wait",
        "two words",
        "$HOME;touch",
        os.fspath(note),
    ]
    assert everything(root / "decks") == before
    assert not list(tmp_path.rglob("pwned*"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("editor", ["vim -n", "code", "subl", "hx", "nano", "ed; touch pwned", "sh -c 'true'"])
def test_each_editor_gets_the_words_of_its_command_and_then_the_path(name: str, editor: str) -> None:
    path = Path("/decks") / name
    words = editor_command({"EDITOR": editor}, path, 3)
    assert [word for word in words if os.fspath(path) in word] == [words[-1]]
    assert words[-1] in (os.fspath(path), f"{path}:3")
