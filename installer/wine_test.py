"""``python -m installer.wine_test``: the installer's whole life under Wine, step by step.

Runs under xvfb-run with ``-fbdir``; SCREEN names that folder. Stops at the first step that fails.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from installer import inputs, package, staging
from installer.build import BUILD, DIST, ROOT, STAGE
from installer.wine import Wine, take_picture, wait_for

PLACE = BUILD.parent / "installer-test"
FIRST_SHAPE = ROOT / "tests" / "store" / "data" / "desk-0001.db"
OLDER, NEWER, BROKEN = "0.0.9", "9.0.0", "9.0.1"
LINK = "Imari Desk（年度評価）.lnk"
GONE_BACK = 2  # the installer's exit code
ONLY_WINDOWS = """
What only a real Windows can show:
- SmartScreen, antivirus and allow-lists (AppLocker, WDAC): the installer itself is not signed.
- Qt with Windows' own icuuc.dll, DirectWrite fonts, scaling of screens, input methods, readers.
- Real printers and their drivers; Explorer's view of the Start menu and of 'Apps'.
- Files in use: an update or removal while the window is open (Wine lets folders be renamed).
- A second Windows user on the same PC, and a real network drive that goes away.
- Windows 10 1809 itself, the oldest that has icuuc.dll and BIZ UDPGothic.
"""


class StepError(AssertionError):
    """A step did not do what it should."""


class Life:
    """One installation's life, in order."""

    def __init__(self) -> None:
        self.wine = Wine(PLACE, STAGE / "python.exe")
        self.root = self.wine.user / "Local" / "Programs" / "Imari Desk"
        self.data = self.wine.user / "Local" / "ImariDesk"
        start = self.wine.user / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.link = start / LINK
        self.setups: dict[str, Path] = {}

    def play(self) -> None:
        self.wine.add_missing_libraries(STAGE / "lib" / "PySide6" / "Qt6Core.dll")
        self.make_setups()
        self.install_older()
        self.demo_round()
        self.update()
        self.window()
        self.broken_updates()
        self.newer_database()
        self.removal()
        self.older_database()
        self.odd_places()

    # --- steps ---

    def make_setups(self) -> None:
        step("the installers: the real one, and others of it under other versions")
        self.setups["real"] = next(DIST.glob("imari-desk-*-setup.exe"))

        def quick(version: str, stage: Path, digest: str) -> None:
            out = PLACE / "setups" / f"{version}.exe"
            self.setups[version] = package.installer(stage, version, digest, out, quick=True)

        older = PLACE / "older"
        quick(OLDER, older, staging.variant(STAGE, older, OLDER, lambda _: None))
        broken = PLACE / "broken"
        digest = staging.variant(STAGE, broken, BROKEN, _break_window)
        quick(BROKEN, broken, digest)
        digest = staging.variant(STAGE, broken, NEWER, lambda _: None)
        with (broken / "lib" / "imari_desk" / "places.py").open("a") as file:
            file.write("\n# changed on the way\n")
        quick(NEWER, broken, digest)
        for folder in (older, broken):
            shutil.rmtree(folder)

    def install_older(self) -> None:
        step("a first silent installation, of an older version")
        self.install(OLDER)
        require(self.link.is_file(), "the Start menu has its entry")
        require(self.current().startswith(f"{OLDER}-"), "the older version is in use")
        require(self.command("--version") == (0, OLDER), "it says its version")
        code, text = self.command("--self-check")
        show(text)
        require(code in (0, 1), "the self-check finds nothing broken")
        require("すべて配布時のままです" in text, "its files are those that were shipped")

    def demo_round(self) -> None:
        step("the whole round of the demo, by the installed program")
        code, text = self.command("demo", "C:\\demo")
        require(code == 0, f"the demo ran: {text[-2000:]}")
        made = self.wine.drive / "demo"
        require((made / "評価シート.pdf").stat().st_size > 100_000, "the sheets are printed")
        self.data.mkdir(parents=True, exist_ok=True)
        shutil.copytree(made / "データ" / "推進室", self.data, dirs_exist_ok=True)
        self.digest = self.verified()

    def update(self) -> None:
        step("an update over the older version, with its data")
        before = self.current()
        self.install("real")
        require(self.current() != before, "the new version is in use")
        require((self.root / before).is_dir(), "the one before is kept until the new one is used")
        require(self.verified() == self.digest, "the data are the same")
        require(self.current() in self.linked(), "the Start menu points to the new one")

    def window(self) -> None:
        step("the window, started from the Start menu, once with a picture")
        picture = PLACE / "window.png"
        screen = Path(os.environ["SCREEN"]) / "Xvfb_screen0"
        self.wine.start("start", "/unix", self.link)
        wait_for("the window is there", (self.data / "window.there").is_file)
        time.sleep(8)  # until the form is painted: there is no one to ask
        colours = take_picture(screen, picture)
        show(f"picture: {picture} ({colours} colours)")
        require(colours > 30, "something is painted")
        self.wine.run("taskkill", "/im", "pythonw.exe")
        previous = self.root / "previous.txt"
        wait_for("the version before is gone", lambda: not previous.exists(), 60)
        require(len(list(self.root.glob("*/shipped.json"))) == 1, "one program folder is left")

    def broken_updates(self) -> None:
        for version, why in ((NEWER, "a file was changed on the way"), (BROKEN, "no window")):
            step(f"an update that is broken ({why}) goes back")
            before, link = self.current(), self.link.read_bytes()
            code = self.run_setup(version)
            show((self.root / "install.log").read_text("utf-8")[-400:])
            require(code == GONE_BACK, f"the installer says so (exit code {code})")
            require(self.current() == before, "the version before is in use")
            require(self.link.read_bytes() == link, "the Start menu points to it")
            require(not list(self.root.glob(f"{version}-*")), "nothing of the new one is left")
            require(self.verified() == self.digest, "the data are the same")

    def newer_database(self) -> None:
        step("a database of a newer program is not opened, and an older program not installed")
        self.set_shape("9999")
        code, text = self.command("verify")
        require(code == 3, f"refused with a sentence: {text}")
        require("新しい版" in text, f"the sentence says why: {text}")
        require(self.run_setup(OLDER) == GONE_BACK, "the installer goes back")
        self.set_shape(self.shape)
        require(self.verified() == self.digest, "the data are the same")

    def removal(self) -> None:
        step("removal keeps the data; installed again they are there; removed on request")
        self.remove(self.root)
        require((self.data / "desk.db").is_file(), "the data are there")
        self.install("real")
        require(self.verified() == self.digest, "and are found again")
        self.remove(self.root, "/DATA=remove")
        wait_for("the data are gone when asked", lambda: not self.data.exists())

    def older_database(self) -> None:
        step("a database of the first shape: tried on a copy, brought up to date when opened")
        self.data.mkdir()
        database = self.data / "desk.db"
        shutil.copyfile(FIRST_SHAPE, database)
        before = inputs.sha256(database)
        self.install("real")
        require(inputs.sha256(database) == before, "installing did not touch the database")
        self.verified()
        require(any((self.data / "backups").iterdir()), "a backup was made before its migration")

    def odd_places(self) -> None:
        network = self.wine.add_network_drive("h")
        there = [
            ("C:\\伊万里 市\\年度 評価", self.wine.drive / "伊万里 市" / "年度 評価"),
            ("H:\\共有 フォルダー\\Imari Desk", network / "共有 フォルダー" / "Imari Desk"),
        ]
        for name, folder in there:
            step(f"a place with blanks and Japanese: {name}")
            code = self.run_setup("real", f"/D={name}")
            require(code == 0, f"installed (exit code {code})")
            self.root = folder
            code, text = self.command("--self-check", "--data", f"{name}\\データ")
            require(code in (0, 1), f"the self-check finds nothing broken: {text}")
            network_said = "ネットワークドライブ" in text
            require(network_said == name.startswith("H"), "it knows what drive that is")
            self.remove(folder)

    # --- what the steps are made of ---

    def install(self, version: str) -> None:
        code = self.run_setup(version)
        log = self.root / "install.log"
        told = log.read_text("utf-8") if log.is_file() else "no log"
        require(code == 0, f"installed (exit code {code}): {told[-3000:]}")

    def run_setup(self, version: str, *words: str) -> int:
        begun = time.monotonic()
        done = self.wine.run_line(self.setups[version], " ".join(("/S", *words)))
        show(f"{self.setups[version].name}: {time.monotonic() - begun:.0f} s")
        return done.returncode

    def remove(self, root: Path, *words: str) -> None:
        """The uninstaller goes on from a copy of itself, so its end is when the folder is gone."""
        self.wine.run(root / "uninstall.exe", "/S", *words)
        wait_for(f"{root} is gone", lambda: not root.exists())
        wait_for("the Start menu's entry is gone", lambda: not self.link.exists())

    def current(self) -> str:
        return (self.root / "current.txt").read_text("utf-8")

    def linked(self) -> str:
        return self.link.read_bytes().decode("utf-16-le", "replace") + str(self.link.read_bytes())

    def command(self, *words: str) -> tuple[int, str]:
        """A command of the installed program: its exit code and what it said."""
        done = self.wine.run(self.root / self.current() / "python.exe", "-m", "imari_desk", *words)
        return done.returncode, done.stdout.strip()

    def verified(self) -> str:
        code, text = self.command("verify")
        require(code == 0, f"the database is whole: {text}")
        return text

    @property
    def shape(self) -> str:
        return max(p.name[:4] for p in (STAGE / "lib/imari_desk/db/migrations/versions").glob("0*"))

    def set_shape(self, version: str) -> None:
        with closing(sqlite3.connect(self.data / "desk.db")) as database, database:
            database.execute("UPDATE alembic_version SET version_num = ?", (version,))


def _break_window(folder: Path) -> None:
    with (folder / "lib" / "imari_desk" / "gui" / "frame.py").open("a") as file:
        file.write("\nraise RuntimeError('broken on purpose')\n")


def step(text: str) -> None:
    print(f"== {text}", flush=True)


def show(text: str) -> None:
    print("   " + text.replace("\n", "\n   "), flush=True)


def require(met: bool, text: str) -> None:
    if not met:
        raise StepError(text)
    show(f"ok: {text.splitlines()[0].partition(':')[0]}")


def main() -> None:
    life = Life()
    try:
        life.play()
    finally:
        life.wine.finish()
    print(ONLY_WINDOWS)


if __name__ == "__main__":
    try:
        main()
    except (StepError, TimeoutError, inputs.InputError) as failed:
        sys.exit(f"Failed: {failed}")
