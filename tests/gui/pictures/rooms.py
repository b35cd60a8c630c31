"""Data folders for the pictures, made of what the demo has left: each has its desk in ``desk``."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import load_script
from imari_desk.domain.book import Purpose
from imari_desk.domain.items import Owner
from imari_desk.domain.states import OfficeState
from tests.desk.office import arriving

DEPARTMENT = "市民窓口課（例）"
OTHER = "情報政策課（例）"
YEAR = 2025
CLERK, COLLEAGUE, OFFICER = "高木 由佳", "松尾 直樹", "古賀 健太"
LATE = ("企画広報課", "提出 2 9", "財政契約課")  # what their workbooks are called
REMARKS = (
    ("行-④", "activities", "「見込みである」とある時期をお書きください。"),
    ("行-④", "indicator.1.numerator", "前年より大きく増えています。集計の範囲をお確かめください。"),
    ("行-⑭", "results", "効果の時間は3業務の合計ですか。業務ごとにもお書きください。"),
    ("産-②", "issues", "目標に届かなかった理由を1文で添えてください。"),
)
VIEWS = {
    "行-①": "対象の手続きが着実に増えた。来年度は利用の少ない手続きの周知に力を入れること。",
    "行-⑬": "聞き取りの方法が庁内に広がった。記録票の様式を全庁で共有すること。",
}
CHECKED = ("行-①", "行-③", "行-⑬", "行-⑯", "産-①", "産-③")
SETTLED = ("行-③", "産-①")


def noon() -> datetime:
    """When it all happens: a picture made again is the same."""
    return datetime(2026, 5, 25, 11, 40)


def june() -> datetime:
    """After the deadline, at the office."""
    return datetime(2026, 6, 8, 9, 30)


def nothing(_demo: Path, folder: Path) -> None:
    """A first start."""
    (folder / "desk").mkdir()


def typing(demo: Path, folder: Path) -> None:
    """A clerk in the middle of it: two measures filled in, one begun, one untouched."""
    with _asked(demo, folder / "desk", CLERK) as desk:
        for code, answers in list(load_script().answers_of(DEPARTMENT).items())[:2]:
            kept = {k: v for k, v in answers.items() if k not in ("issues", "approver")}
            desk.enter(code, YEAR, kept)


def returned(demo: Path, folder: Path) -> None:
    """A clerk whose workbook came back with comments."""
    with _new(folder / "desk", CLERK) as desk:
        desk.import_files(sorted((demo / "差戻し").glob(f"*_{DEPARTMENT}.xlsx")))


def arrived(demo: Path, folder: Path) -> None:
    """Beside a clerk's desk, in ``files``: a colleague's copy with changes and with a conflict,
    another 課's workbook, one that is locked with a password, one known already.
    """
    files = folder / "files"
    files.mkdir()
    typing(demo, folder)
    code, *_ = load_script().answers_of(DEPARTMENT)
    with (
        _asked(demo, folder / "colleague", COLLEAGUE) as colleague,
        Desk.open(folder / "desk", clock=noon, person=CLERK) as desk,
    ):
        copy = desk.hand_over(YEAR, folder / "先の引継ぎ.xlsx").path
        colleague.import_files([copy])
        colleague.enter(
            code,
            YEAR,
            {
                "results": "窓口に来る回数が年に1回減り、待ち時間は平均12分から9分になった。",
                "issues": "電子申請の案内が窓口ごとに違い、問い合わせが多い。",
                "extension": "2215",
            },
        )
        desk.enter(code, YEAR, {"results": "窓口に来る回数が減り、待ち時間も短くなった。"})
        colleague.hand_over(YEAR, files / f"{YEAR}_引継ぎ_{DEPARTMENT}.xlsx")
    shutil.copy(_request(demo), files)
    shutil.copy(demo / "依頼" / f"{YEAR}_依頼_{OTHER}.xlsx", files)
    (files / "回答（保護）.xlsx").write_bytes(_locked())


def torn(demo: Path, folder: Path) -> None:
    """A clerk who has taken in what a colleague wrote, and now has two answers to one item."""
    arrived(demo, folder)
    with Desk.open(folder / "desk", clock=noon, person=CLERK) as desk:
        desk.import_files(sorted((folder / "files").glob("*引継ぎ*")))


def office(demo: Path, folder: Path) -> None:
    """The office at the end of the round."""
    shutil.copytree(demo / "データ" / "推進室", folder / "desk")


def friday(_demo: Path, folder: Path) -> None:
    """The office with a Friday's post beside its desk, in ``files``."""
    arriving.arrive(folder)
    (folder / arriving.OFFICE).rename(folder / "desk")
    (folder / arriving.POST).rename(folder / "files")


def half_way(demo: Path, folder: Path) -> None:
    """The office in June: two 課 late, remarks written, some sent back, some settled."""
    friday(demo, folder)
    post = sorted(
        path
        for path in (folder / "files").glob("*.xlsx")
        if not path.name.startswith("~$") and not any(late in path.name for late in LATE)
    )
    with Desk.open(folder / "desk", clock=june, person=OFFICER) as desk:
        receiving = desk.office.receiving
        receiving.apply(receiving.look(post))
        _review(desk, folder)
        desk.office.meeting.keep(
            desk.office.meeting.meeting(YEAR)._replace(
                held_on="2026-07-03", items=desk.office.meeting.draft(YEAR)
            )
        )


def _review(desk: Desk, folder: Path) -> None:
    reviewing, back = desk.office.reviewing, load_script().giving_back
    for code, key, text in (*REMARKS, *(one for one in back.comments if one[0] == "行-⑤")):
        reviewing.comment(code, YEAR, key, text)
    for code, text in VIEWS.items():
        desk.enter(code, YEAR, {"office_view": text})
    desk.enter("行-④", YEAR, {"second_grade": "B"})
    reviewing.hear("行-⑭", YEAR, "3部署目をやめた判断の時期と、統合先の計画")
    reviewing.stage([code for code, *_ in REMARKS], YEAR, OfficeState.RETURNED)
    reviewing.stage(CHECKED, YEAR, OfficeState.CHECKED)
    reviewing.stage(SETTLED, YEAR, OfficeState.CONFIRMED)
    going = [one.department for one in reviewing.returning.outgoing(YEAR, Purpose.RETURN)]
    reviewing.returning.send(YEAR, Purpose.RETURN, going[:1], folder / "差戻し", "2026-06-12")


def _asked(demo: Path, folder: Path, person: str) -> Desk:
    desk = _new(folder, person)
    desk.import_files([_request(demo)])
    return desk


def _new(folder: Path, person: str) -> Desk:
    return Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT, clock=noon, person=person)


def _request(demo: Path) -> Path:
    return demo / "依頼" / f"{YEAR}_依頼_{DEPARTMENT}.xlsx"


def _locked() -> bytes:
    """As a workbook with a password begins."""
    directory = "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0")
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + directory
