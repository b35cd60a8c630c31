"""What the office's page of taking in says."""

from __future__ import annotations

_STORE = {
    "batch_missing": "取り込むファイルが選ばれていません。ファイルを追加してから、"
    "もう一度行ってください。",
    "batch_not_last": "取り消せるのは、最後の取込だけです。",
    "batch_written_since": "この取込のあとに書かれたものがあるため、まとめて取り消せません。"
    "あとに書かれたものを確かめて、項目ごとに直してください。",
}

_DESK = {
    "receiving_changed": "「{name}」は、表示したあとで中身が変わったか、別のファイルになりました。"
    "「読み直す」を押して、内容を確かめてから取り込んでください。",
    "office.receiving.reply": "お送りいただいた「{name}」は、取り込めませんでした。\n{reason}\n"
    "お手数ですが、評価ブック（推進室からお送りした依頼のファイル）に記入したものを、"
    "もう一度お送りください。もとのファイルはそのまま残っています。",
    "office.receiving.ask_conflict": "この項目に、二つの答え「{answers}」が届いています。"
    "どちらが正しいか、この項目に一つだけ記入してください。",
    "office.receiving.ask_margin": "評価ブックの欄外（{place}）に「{text}」とありました。"
    "この施策の答えに入れるものでしたら、該当する項目に記入してください。",
    "office.receiving.ask_question": "評価ブックの{place}について確かめさせてください。{text}",
}
_RECEIPT = {
    "office.receipt.title": "受　領　書",
    "office.receipt.to": "{department}　御中",
    "office.receipt.from": "{day}　業務デジタル化推進室",
    "office.receipt.intro": "{year}の年度評価について、次のとおり受け取りました。"
    "ありがとうございました。",
    "office.receipt.files": "受け取ったファイル",
    "office.receipt.file": "・{name}（ブック番号 {number}、{day} {when} 受付{how}）",
    "office.receipt.no_number": "なし",
    "office.receipt.level.codes": "、印字された項目コードで照合",
    "office.receipt.level.labels": "、見出しの言葉から推定",
    "office.receipt.nothing_new": "、前に受け取った内容と同じ",
    "office.receipt.measures": "施策　{count}件",
    "office.receipt.line": "・{text}",
    "office.receipt.clear": "分からない点はありませんでした。",
    "office.receipt.unclear": "次の{count}点は、こちらで読み取りに迷いました。"
    "直すところがあれば、お知らせください。",
    "office.receipt.margin": "{where}に書かれていた「{text}」",
    "office.receipt.question": "{where}　{text}",
    "office.receipt.taken": "　→項目に入れました",
}

SENTENCES: dict[str, str] = {**_STORE, **_DESK, **_RECEIPT}
