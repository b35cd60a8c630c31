"""Window or command: decided from the words alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from imari_desk.app import WindowCall, main, window_call
from imari_desk.cli.arguments import parser


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ([], WindowCall()),
        (["依頼.xlsx"], WindowCall(files=(Path("依頼.xlsx"),))),
        (["a.xlsx", "b.xlsx"], WindowCall(files=(Path("a.xlsx"), Path("b.xlsx")))),
        (["--data", "D"], WindowCall(data=Path("D"))),
        (["--data=D", "依頼.xlsx"], WindowCall(Path("D"), (Path("依頼.xlsx"),))),
        (["--measure-start"], WindowCall(measure=True)),
        (["--measure-start", "--data", "D"], WindowCall(Path("D"), measure=True)),
    ],
)
def test_no_verb_or_a_file_opens_the_window(words: list[str], call: WindowCall) -> None:
    assert window_call(words) == call


@pytest.mark.parametrize(
    "words",
    [
        ["status", "--year", "2025"],
        ["--data", "D", "status", "--year", "2025"],
        ["import", "提出.xlsx"],
        ["--help"],
        ["--version"],
        ["--json"],
        ["--data"],
        ["improt", "提出.xlsx"],
    ],
)
def test_everything_else_is_a_command(words: list[str]) -> None:
    assert window_call(words) is None


def test_no_verb_looks_like_a_file() -> None:
    verbs = parser()._subparsers
    assert verbs is not None
    names = [name for action in verbs._group_actions for name in action.choices or ()]
    assert names
    assert all(window_call([name]) is None for name in names)


def test_the_help_says_how_to_open_the_window() -> None:
    assert "--measure-start" in parser().format_help()


def test_without_a_display_the_command_line_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "argv", ["imari-desk"])
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(SystemExit, match="--help"):
        main()
