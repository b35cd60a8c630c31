"""What the office's page of taking in says."""

from __future__ import annotations

_STORE = {
    "batch_missing": "取り込むファイルが選ばれていません。ファイルを追加してから、"
    "もう一度行ってください。",
    "batch_not_last": "取り消せるのは、最後の取込だけです。",
    "batch_written_since": "この取込のあとに書かれたものがあるため、まとめて取り消せません。"
    "あとに書かれたものを確かめて、項目ごとに直してください。",
}

SENTENCES: dict[str, str] = {**_STORE}
