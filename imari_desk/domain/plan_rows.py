"""Tables and lists as flat rows and back: 「measures[7].milestones.2022[1]」, 「事業計画の承認」.

Lists count from 1. Rows may stand in any order; the last one written is a digest of the others,
so a lost or changed row is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan_entry import brief

DIGEST = "digest"
_STEP = re.compile(r"([a-z_]+|[0-9]{4})((?:\[[1-9][0-9]{0,3}\])?)")

_DEEPEST = 4  # measures[7].phases.plan[1] has three

_Tree = dict["str | int", "_Tree | str"]


def to_rows(data: dict[str, object]) -> tuple[tuple[str, str], ...]:
    """Every value of tables in tables and lists with its path, and their digest."""
    rows = tuple(_flat("", data))
    return (*rows, (DIGEST, rows_digest(rows)))


def from_rows(rows: Iterable[tuple[str, str]]) -> dict[str, object]:
    """The inverse; every value is a text. Raises PlanError for rows that were tampered with."""
    found = {path.strip(): value for path, value in rows if path.strip()}
    if found.pop(DIGEST, "").strip() != rows_digest(found.items()):
        raise PlanError("plan.rows_lost", place="計画シート")
    tree: _Tree = {}
    for path, value in found.items():
        _plant(tree, path, value)
    return {str(key): _grown(branch) for key, branch in tree.items()}


def _flat(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{path}.{key}" if path else key, inner)
    elif isinstance(value, list):
        for n, inner in enumerate(value, start=1):
            yield from _flat(f"{path}[{n}]", inner)
    else:
        yield path, "true" if value is True else str(value)


def rows_digest(rows: Iterable[tuple[str, str]]) -> str:
    """A digest of rows, whatever order they stand in."""
    lines = sorted(f"{path}\x1f{value}" for path, value in rows)
    return sha256("\x1e".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _steps(path: str) -> list[str | int]:
    steps: list[str | int] = []
    for depth, part in enumerate(path.split("."), start=1):
        step = _STEP.fullmatch(part)
        if step is None or depth > _DEEPEST:
            raise PlanError("plan.row_path", place=brief(path))
        steps.append(step[1])
        if step[2]:
            steps.append(int(step[2][1:-1]))
    return steps


def _plant(tree: _Tree, path: str, value: str) -> None:
    *branches, leaf = _steps(path)
    for step in branches:
        branch = tree.setdefault(step, {})
        if isinstance(branch, str):
            raise PlanError("plan.row_path", place=brief(path))
        tree = branch
    if leaf in tree:
        raise PlanError("plan.row_path", place=brief(path))
    tree[leaf] = value


def _grown(branch: _Tree | str) -> object:
    """Branches counted by numbers are lists, others tables."""
    if isinstance(branch, str):
        return branch
    numbers = sorted(key for key in branch if isinstance(key, int))
    if len(numbers) == len(branch):
        return [_grown(branch[n]) for n in numbers]
    return {str(key): _grown(inner) for key, inner in branch.items()}
