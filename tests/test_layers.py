"""The shape of the code, held by reading the code: who imports whom, and how long things get."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import imari_desk
from imari_desk.domain.words import SENTENCES

PACKAGE = Path(imari_desk.__file__).parent
ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))
OURS = "imari_desk"

# Our own packages each part may import; what is missing from a row is forbidden.
MAY_IMPORT = {
    "domain": {"domain"},
    "places": set[str](),
    "store": {"domain", "places", "store"},
    "workbook": {"domain", "places", "workbook"},
    "paper": {"domain", "places", "paper"},
    "desk": {"domain", "places", "store", "workbook", "paper", "desk"},
    "cli": {"domain", "places", "desk", "cli"},
    "gui": {"domain", "places", "desk", "gui"},
}
# Libraries, and the only parts that may know them.
ONLY_IN = {
    "openpyxl": {"workbook"},
    "typst": {"paper"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "PySide6": {"gui", "app"},
    "shiboken6": {"gui"},
    "numpy": set[str](),
    "pandas": set[str](),
    "lxml": set[str](),
}
SQLITE_HOME = "store/sqlite.py"
MOST_LINES = 400
MOST_FUNCTION_LINES = 50


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part_of(path: Path) -> str:
    """The layer a file belongs to: the sub-package, or the module (and desk_*.py to desk)."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py").partition("_")[0] or OURS


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Dotted names of every import, wherever in the file it stands."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names if module == OURS)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_imports_only_the_parts_below_it(part: str) -> None:
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in FILES
        if part_of(path) == part
        for name in imports(path)
        if name.startswith(f"{OURS}.")
        and name != f"{OURS}.__version__"
        and name.split(".")[1].partition("_")[0] not in MAY_IMPORT[part]
    ]
    assert wrong == []


def test_every_part_has_a_rule() -> None:
    parts = {part_of(path) for path in FILES} - {OURS, "app"}
    assert parts <= set(MAY_IMPORT)


def test_domain_knows_the_standard_library_only() -> None:
    allowed = {*sys.stdlib_module_names, OURS}
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in FILES
        if part_of(path) == "domain"
        for name in imports(path)
        if name.split(".")[0] not in allowed
    ]
    assert wrong == []


def test_domain_touches_no_files_no_clock_and_no_dice() -> None:
    forbidden = {"os", "pathlib", "io", "time", "random", "secrets", "uuid", "sqlite3", "tempfile"}
    wrong = [
        f"{name_of(path)} imports {name}"
        for path in FILES
        if part_of(path) == "domain"
        for name in imports(path)
        if name.split(".")[0] in forbidden
    ]
    wrong += [
        f"{name_of(path)} calls {node.attr}"
        for path in FILES
        if part_of(path) == "domain"
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
    ]
    wrong += [
        f"{name_of(path)} opens a file"
        for path in FILES
        if part_of(path) == "domain"
        for node in nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open"
    ]
    assert wrong == []


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_known_to_its_part_only(library: str) -> None:
    wrong = [
        name_of(path)
        for path in FILES
        if part_of(path) not in ONLY_IN[library]
        for name in imports(path)
        if name.split(".")[0] == library
    ]
    assert wrong == []


def test_sqlite_is_spoken_in_one_file_only() -> None:
    pragma = re.compile(r"\bpragma\b", re.IGNORECASE)
    wrong = [
        name_of(path)
        for path in FILES
        if name_of(path) != SQLITE_HOME
        and (
            any(name.split(".")[0] == "sqlite3" for name in imports(path))
            or any(
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and pragma.match(node.value)
                for node in nodes(path)
            )
        )
    ]
    assert wrong == []


def test_only_the_command_line_prints() -> None:
    wrong = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        if part_of(path) not in {"cli", "app"}
        for node in nodes(path)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert wrong == []


def test_no_file_is_too_long_to_read_at_once() -> None:
    lengths = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in FILES}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_no_function_is_too_long_to_see_at_once() -> None:
    wrong = {
        f"{name_of(path)}:{f.name}": length
        for path in FILES
        for f in functions(path)
        if (length := (f.end_lineno or f.lineno) - f.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert wrong == {}


def test_nothing_is_left_half_done() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX)\b|# noqa|type: ignore")
    wrong = [
        f"{name_of(path)}:{n}"
        for path in FILES
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if marks.search(line)
    ]
    assert wrong == []


# --- words ---


def _literals(path: Path) -> set[str]:
    return {
        node.value
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _errors() -> set[str]:
    """DeskError and everything that inherits from it, by name."""
    found = {"DeskError"}
    classes = [n for path in FILES for n in nodes(path) if isinstance(n, ast.ClassDef)]
    while more := {
        c.name
        for c in classes
        if any(isinstance(b, ast.Name) and b.id in found for b in c.bases) and c.name not in found
    }:
        found |= more
    return found


def _codes_used(path: Path, callers: set[str]) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in callers and isinstance(node.args[0].value, str):
                yield node.args[0].value


def test_every_code_used_has_a_sentence() -> None:
    callers = {*_errors(), "sentence"}
    wrong = [
        f"{name_of(path)}: {code}"
        for path in FILES
        for code in _codes_used(path, callers)
        if code not in SENTENCES
    ]
    assert wrong == []


def _prefixes(path: Path) -> set[str]:
    """What f-strings begin with that are made for a code: f"sum.trend.{…}"."""
    return {
        node.values[0].value
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
        and isinstance(node.values[0], ast.Constant)
        and isinstance(node.values[0].value, str)
        and re.fullmatch(r"[a-z_]+([._][a-z_]*)*[._]", node.values[0].value)
    }


def test_every_sentence_is_used() -> None:
    users = [path for path in FILES if not name_of(path).startswith("domain/words/")]
    used = {text for path in users for text in _literals(path)}
    prefixes = tuple({prefix for path in users for prefix in _prefixes(path)})
    unused = {code for code in SENTENCES if code not in used and not code.startswith(prefixes)}
    assert sorted(unused) == []


def test_no_code_stands_for_two_sentences() -> None:
    modules = [p for p in FILES if name_of(p).startswith("domain/words/")]
    codes = [
        key.value
        for path in modules
        for node in nodes(path)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]
    assert sorted({c for c in codes if codes.count(c) > 1}) == []
