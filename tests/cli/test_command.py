"""The command line as other programs rely on it: exit codes, JSON, one object on stdout."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from imari_desk.cli import command, installing, verbs
from imari_desk.cli.verbs import VERBS
from imari_desk.desk.keeping import backups
from imari_desk.paper import fonts
from imari_desk.places import LOG
from tests import ready

ASSIGN = "施策番号,担当課,関係課\n行-②,情報政策課,市民課\n行－③,市民課,\n"

NEXT_PLAN = Path(__file__).parents[1] / "data" / "next_plan.toml"


class Shell:
    """Runs commands against one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = folder / "data"
        self.folder = folder
        self._capsys = capsys
        self.out = ""
        self.err = ""

    def __call__(self, *words: str) -> int:
        try:
            code = command.run([*words, "--data", str(self.data)])
        except SystemExit as exit_:  # argparse leaves this way
            code = int(exit_.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *words: str) -> Any:
        self(*words, "--json")
        return json.loads(self.out)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


@pytest.fixture
def office(shell: Shell, capsys: pytest.CaptureFixture[str]) -> Shell:
    ready.copy(_office, shell.folder)
    capsys.readouterr()
    return shell


def _office(folder: Path) -> None:
    data = ("--data", str(folder / "data"))
    assert command.run(["init", "--role", "office", *data]) == 0
    (folder / "担当.csv").write_text(ASSIGN, "utf-8")
    assert command.run(["assign", str(folder / "担当.csv"), *data]) == 0


def test_init_makes_a_database_once(shell: Shell) -> None:
    assert shell("init", "--role", "department", "--department", "市民課") == 0
    assert (shell.data / "desk.db").exists()
    assert shell("init", "--role", "office") == 3
    assert "データベース" in shell.err


def test_a_department_without_a_name_is_a_wrong_call(shell: Shell) -> None:
    assert shell("init", "--role", "department") == 2
    assert "--department" in shell.err


def test_no_database_is_the_environment_s_fault(shell: Shell) -> None:
    assert shell("status", "--year", "2025") == 3
    assert shell.err
    assert not shell.out


def test_a_fault_is_one_json_object_for_programs(shell: Shell) -> None:
    shell("status", "--year", "2025", "--json")
    assert json.loads(shell.out)["error"]["code"] == "database_missing"


def test_the_data_folder_may_stand_before_the_verb(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(["--data", str(shell.data), "--json", "init", "--role", "office"]) == 0
    capsys.readouterr()
    assert command.run(["--json", "--data", str(shell.data), "plan", "show"]) == 0
    assert json.loads(capsys.readouterr().out)["plan"] == "imari-dx-2021"


def test_plan_show_prints_the_contract_s_shape(office: Shell) -> None:
    shown = office.json("plan", "show")
    assert shown.keys() >= {"plan", "version", "title", "first_year", "last_year", "measures"}
    assert len(shown["measures"]) == 28
    second = shown["measures"][6]
    assert second["code"] == "行-②"
    assert second["national_priority"] is True
    assert second["milestones"]["2022"] == ["介護・子育て関係26手続オンライン化サービス開始"]
    assert second["indicators"][0]["target"] == 50
    assert second["indicators"][0]["kind"] == "rate"
    assert second["indicators"][0]["direction"] == "up"


def test_an_answer_is_entered_shown_and_checked(office: Shell) -> None:
    typed = ["indicator.1.numerator=１１８", "indicator.1.denominator=262", "progress=計画通り"]
    assert office("enter", "--measure", "行－２", "--year", "R7", *typed) == 0
    shown = office.json("show", "--measure", "行-②", "--year", "令和7年度")
    assert shown["measure"] == "行-②"
    assert shown["fiscal_year"] == 2025
    assert shown["department"] == "情報政策課"
    assert shown["state"] == "未提出"
    fields = shown["fields"]
    assert fields["indicator.1.numerator"]["value"] == "118"
    assert fields["progress"]["value"] == "計画どおり"
    assert fields["progress"]["item_code"] == "P04"
    assert fields["progress"]["conflict"] == []
    assert shown["judgement"]["grade"] == "B"
    assert shown["judgement"]["achievement"] == pytest.approx(90.08, abs=0.01)
    assert "118" in shown["judgement"]["reason"]
    assert office("check", "--year", "2025") == 1
    found = office.json("check", "--year", "2025")
    of_second = next(m for m in found["measures"] if m["measure"] == "行-②")
    assert {"key", "code", "text", "severity"} == of_second["problems"][0].keys()
    assert "activities" in {p["key"] for p in of_second["problems"]}


def test_what_is_not_certain_is_kept_as_typed_and_asked(office: Shell) -> None:
    assert office("enter", "--measure", "行-②", "--year", "7", "indicator.1.numerator=約118") == 1
    assert "約118" in office.out
    shown = office.json("show", "--measure", "行-②", "--year", "2025")
    assert shown["fields"]["indicator.1.numerator"]["value"] == "約118"


@pytest.mark.parametrize(
    "words",
    [
        ("enter", "--measure", "行-99", "--year", "2025", "grade=A"),
        ("enter", "--measure", "行-②", "--year", "2025", "nonsense=A"),
        ("enter", "--measure", "行-②", "--year", "2025", "submission=3"),
        ("enter", "--measure", "行-②", "--year", "2025", "grade"),
        ("show", "--measure", "行-②", "--year", "2049"),
        ("show", "--measure", "行-②", "--year", "いつか"),
        ("submit", "--year", "2025", "x.xlsx"),
        ("return", "--year", "2025", "--department", "ない課", "x.xlsx"),
        ("restore",),
        ("nonsense",),
    ],
)
def test_a_wrong_call_is_exit_two(office: Shell, words: tuple[str, ...]) -> None:
    assert office(*words) == 2
    assert office.err


def test_a_department_writes_neither_comments_nor_office_items(shell: Shell) -> None:
    shell("init", "--role", "department", "--department", "市民課")
    for item in ("office_view=x", "comment.grade=x"):
        assert shell("enter", "--measure", "行-②", "--year", "2025", item) == 2
    assert shell("request", "--year", "2025", "--out", "x") == 2


def test_status_counts_by_department(office: Shell) -> None:
    found = office.json("status", "--year", "2025")["departments"]
    assert found[0] == {
        "department": "情報政策課",
        "asked": 0,
        "received": 0,
        "returned": 0,
        "confirmed": 0,
        "missing": ["行-②"],
    }


def test_a_backup_comes_back(office: Shell) -> None:
    office("enter", "--measure", "行-②", "--year", "2025", "activities=一つ目")
    before = office.json("verify")
    assert before["ok"] is True
    path = office.folder / "控え.bak"
    assert office("backup", str(path)) == 0
    office("enter", "--measure", "行-②", "--year", "2025", "activities=二つ目")
    assert office.json("verify")["digest"] != before["digest"]
    assert office("restore", str(path)) == 0
    after = office.json("verify")
    assert after["digest"] == before["digest"]
    assert after["problems"] == []


def test_an_office_answer_moves_the_office_s_digest_only(office: Shell) -> None:
    before = office.json("verify")
    office("enter", "--measure", "行-②", "--year", "2025", "office_view=よい")
    after = office.json("verify")
    assert after["digest"] == before["digest"]
    assert after["office_digest"] != before["office_digest"]


def test_without_a_verb_the_way_to_help_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command.run([]) == 2
    assert "--help" in capsys.readouterr().err


def test_our_own_mistake_reaches_the_log(office: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise RuntimeError("ours")

    monkeypatch.setitem(VERBS, "verify", broken)
    with pytest.raises(RuntimeError):
        office("verify")
    assert "ours" in (office.data / LOG).read_text("utf-8")


def test_printing_says_which_typeface_stands_in(
    office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = str(office.folder / "一枚.pdf")
    assert office("print", "--year", "2025", "--measure", "行-②", sheet) == 0
    assert "IPAexGothic" not in office.out
    monkeypatch.setattr(fonts, "families", lambda _known: ("IPAexGothic",))
    assert office("print", "--year", "2025", "--measure", "行-②", sheet) == 0
    assert "IPAexGothic" in office.out


def test_verify_leads_from_damage_to_the_newest_backup(office: Shell) -> None:
    assert office("plan", "import", str(NEXT_PLAN)) == 0
    (backup,) = backups(office.data)[:1]
    with closing(sqlite3.connect(office.data / "desk.db", isolation_level=None)) as raw:
        raw.execute("UPDATE assignment SET department = '別の課'")
    assert office("verify") == 1
    assert backup.path in office.out


def test_data_on_a_network_drive_are_said(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "on_network", lambda _folder: True)
    assert shell("init", "--role", "office") == 0
    assert "ネットワーク" in shell.out
    assert shell.json("verify")["ok"]


def test_the_self_check_is_one_text_or_one_object(office: Shell) -> None:
    assert office("--self-check") == 0
    assert office.out.startswith("Imari Desk 自己点検")
    found = office.json("--self-check")
    assert found["weight"] == 0
    assert {"database", "files", "fonts", "space"} <= {line["code"] for line in found["lines"]}
    (office.data / "desk.db").write_bytes(b"spoilt")
    assert office("--self-check") == 3


def test_the_installer_learns_why_by_the_log(
    office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bool:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr("imari_desk.desk.installing.take_into_use", lambda *_: True)
    assert installing.main([str(office.folder), "1.0-a"]) == 0
    monkeypatch.setattr("imari_desk.desk.installing.take_into_use", broken)
    assert installing.main([str(office.folder), "1.0-a"]) == 1
    assert "broken on purpose" in (office.folder / installing.LOG).read_text("utf-8")
