"""What the window remembers, in a file beside the data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from imari_desk.gui.settings import DARK, RECENT, SYSTEM, Place, Settings


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    first = Settings(tmp_path / "new")
    first.zoom, first.colours, first.was_dark = 150, DARK, True
    first.geometry = QByteArray(b"somewhere")
    first.title, first.window_title = ("情報政策課", "令和7年度"), "情報政策課 ― 令和7年度"
    first.place = Place("行-②", 2025, "results")
    first.out_folder = tmp_path
    first.save()
    assert (tmp_path / "new" / "window.ini").is_file()
    again = Settings(tmp_path / "new")
    assert (again.zoom, again.colours, again.was_dark) == (150, DARK, True)
    assert bytes(again.geometry.data()) == b"somewhere"
    assert again.title == ("情報政策課", "令和7年度")
    assert again.window_title == "情報政策課 ― 令和7年度"
    assert again.place == Place("行-②", 2025, "results")
    assert again.out_folder == tmp_path


def test_a_first_start_finds_sensible_values(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert (settings.zoom, settings.colours, settings.place) == (100, SYSTEM, Place())
    assert settings.geometry.isEmpty()
    assert settings.recent == ()
    assert settings.out_folder is None
    assert settings.window_title == "Imari Desk"


def test_what_makes_no_sense_counts_as_not_there(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(
        "[view]\nzoom=huge\ncolours=pink\ngeometry=1\n[last]\nfiscal_year=MMXXV\nfolder=/gone\n"
    )
    settings = Settings(tmp_path)
    assert (settings.zoom, settings.colours) == (100, SYSTEM)
    assert settings.geometry.isEmpty()
    assert settings.place.fiscal_year == 0
    assert settings.out_folder is None


def test_recent_files_come_newest_first_and_only_while_they_are_there(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.xlsx" for n in range(RECENT + 2)]
    settings = Settings(tmp_path / "data")
    for path in paths:
        path.touch()
        settings.remember(path)
    settings.remember(paths[3])
    assert settings.recent[:2] == (paths[3], paths[-1])
    assert len(settings.recent) == RECENT
    settings.save()
    paths[3].unlink()
    assert Settings(tmp_path / "data").recent[0] == paths[-1]


def test_words_searched_for_come_newest_first_and_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for words in ("窓口", " ", "窓口 予約", " 窓口  予約 ", "窓口", *"abcdef"):
        settings.remember_words(words)
    assert settings.words == tuple("fedcba")
    settings.save()
    assert Settings(tmp_path).words == tuple("fedcba")


def test_one_recent_file_is_a_list_too(tmp_path: Path) -> None:
    (tmp_path / "依頼、2025.xlsx").touch()
    settings = Settings(tmp_path)
    settings.remember(tmp_path / "依頼、2025.xlsx")
    settings.save()
    assert Settings(tmp_path).recent == (tmp_path / "依頼、2025.xlsx",)
