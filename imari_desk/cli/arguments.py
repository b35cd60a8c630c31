"""What can be typed: verbs, their arguments, their help (Japanese, from words)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from imari_desk import __version__
from imari_desk.domain import era
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence

Add = Callable[[argparse.ArgumentParser], None]


def parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """The parser of the command line; each verb sets ``verb`` to its name.

    Where the words name verbs only those are built: twenty cost as much as the answer.
    """
    known = [*_VERBS, "plan"]
    wanted = [word for word in words if word in known] or known
    top = argparse.ArgumentParser(
        prog="imari-desk", description=sentence("cli_about"), epilog=sentence("cli_window")
    )
    top.add_argument("--version", action="version", version=__version__)
    top.add_argument("--self-check", action="store_true", help=sentence("cli_self_check"))
    _common(top, None)
    verbs = top.add_subparsers(dest="verb", metavar="verb")
    for name, adders in _VERBS.items():
        if name not in wanted:
            continue
        sub = verbs.add_parser(name, help=sentence(f"cli_{name}"))
        _common(sub, argparse.SUPPRESS)
        for add in adders:
            add(sub)
    if "plan" in wanted:
        _add_plan(verbs)
    return top


def _add_plan(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    plan = verbs.add_parser("plan", help=sentence("cli_plan"))
    steps = plan.add_subparsers(dest="step", required=True)
    for name, adders in _PLAN_STEPS.items():
        sub = steps.add_parser(name, help=sentence(f"cli_plan_{name}"))
        _common(sub, argparse.SUPPRESS)
        for add in adders:
            add(sub)


def _common(target: argparse.ArgumentParser, default: str | None) -> None:
    """``--data`` and ``--json`` may stand before the verb and after it."""
    folder = default and argparse.SUPPRESS
    target.add_argument("--data", type=Path, default=folder, help=sentence("cli_data"))
    json_default: object = argparse.SUPPRESS if default else False
    target.add_argument(
        "--json", action="store_true", default=json_default, help=sentence("cli_json")
    )


def _fiscal_year(text: str) -> int:
    year = era.read_year(text)
    if isinstance(year, Unclear):
        raise argparse.ArgumentTypeError(sentence("year_unclear", text=text))
    return year


def _day(text: str) -> str:
    day = era.read_date(text)
    if isinstance(day, Unclear):
        raise argparse.ArgumentTypeError(sentence("day_unclear", text=text))
    return day.isoformat()


def _year(target: argparse.ArgumentParser) -> None:
    target.add_argument("--year", type=_fiscal_year, required=True, help=sentence("cli_year"))


def _file(target: argparse.ArgumentParser) -> None:
    target.add_argument("file", type=Path, metavar="FILE")


def _files(target: argparse.ArgumentParser) -> None:
    target.add_argument("files", type=Path, nargs="+", metavar="FILE")
    target.add_argument("--dry-run", action="store_true", help=sentence("cli_dry_run"))
    target.add_argument("--accept", action="store_true", help=sentence("cli_accept"))


def _folder(target: argparse.ArgumentParser) -> None:
    target.add_argument("folder", type=Path, metavar="DIR")


def _out(target: argparse.ArgumentParser) -> None:
    target.add_argument("--out", type=Path, required=True, metavar="DIR", help=sentence("cli_out"))


def _department(target: argparse.ArgumentParser) -> None:
    target.add_argument("--department", required=True, help=sentence("cli_department"))


def _departments(target: argparse.ArgumentParser) -> None:
    target.add_argument(
        "--department", action="append", default=[], help=sentence("cli_department")
    )


def _measure(target: argparse.ArgumentParser) -> None:
    target.add_argument("--measure", required=True, help=sentence("cli_measure"))


def _measures(target: argparse.ArgumentParser) -> None:
    target.add_argument("--measure", action="append", default=[], help=sentence("cli_measure"))


def _answers(target: argparse.ArgumentParser) -> None:
    target.add_argument("answers", nargs="+", metavar="KEY=VALUE", help=sentence("cli_answers"))


def _reason(target: argparse.ArgumentParser) -> None:
    target.add_argument("--reason", default="", help=sentence("cli_reason"))


def _role(target: argparse.ArgumentParser) -> None:
    target.add_argument(
        "--role", choices=["office", "department"], required=True, help=sentence("cli_role")
    )
    target.add_argument("--department", default="", help=sentence("cli_department"))


def _due(target: argparse.ArgumentParser) -> None:
    target.add_argument("--due", type=_day, default="", help=sentence("cli_due"))


def _message(target: argparse.ArgumentParser) -> None:
    target.add_argument("--message", default="", help=sentence("cli_message"))


_VERBS: dict[str, tuple[Add, ...]] = {
    "init": (_role,),
    "assign": (_file,),
    "request": (_year, _due, _message, _out),
    "import": (_files,),
    "enter": (_measure, _year, _answers),
    "show": (_measure, _year),
    "check": (_year,),
    "submit": (_year, _reason, _file),
    "handover": (_year, _file),
    "return": (_year, _department, _measures, _message, _file),
    "confirm": (_year, _departments, _out),
    "status": (_year,),
    "consolidate": (_year, _file),
    "print": (_year, _measures, _file),
    "publish": (_year, _folder),
    "backup": (_file,),
    "restore": (_file,),
    "verify": (),
    "demo": (_folder,),
}

_PLAN_STEPS: dict[str, tuple[Add, ...]] = {"show": (), "export": (_file,), "import": (_file,)}
