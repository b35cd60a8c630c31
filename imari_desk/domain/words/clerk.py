"""What the desk tells the clerk: first start, steps back, what happened lately."""

from __future__ import annotations

_STEPS = {
    "value_not_in_history": "{measure}のこの項目の履歴に、その値はありません。"
    "履歴を開き直して選んでください。",
    "candidate_gone": "{measure}のこの項目は、その間に変わりました。"
    "画面を開き直して、もう一度選んでください。",
}

_FIRST = {
    "first.no_book": "{name}は、依頼や引継ぎの評価ブックとして読めませんでした。"
    "推進室から届いた依頼のファイルを選んでください。",
    "first.submission": "{name}は推進室へ出す提出ブックです。"
    "始めるときは、推進室から届いた依頼のファイルか、課内で受け取った引継ぎのファイルを"
    "選んでください。",
    "first.unsure": "{name}は、見出しの言葉だけを手がかりに読みました。"
    "推進室から届いたままの依頼のファイルがあれば、そちらを選んでください。",
}
_PRACTICE = {
    "practice_book": "{name}は練習用のブックのため、取り込んでいません。"
    "推進室とやり取りしている本番のファイルを選んでください。",
    "book_in_practice": "{name}は本番のブックのため、練習には取り込めません。"
    "練習を終えて、本番の画面で取り込んでください。",
}

_FLOW = {
    "flow.typed": "{measures}の{count}項目を記入しました。",
    "flow.typed_in_many": "{measures}ほか{more}施策の{count}項目を記入しました。",
    "flow.import.applied": "{book}ブックを取り込みました（{name}、{count}項目）。",
    "flow.import.nothing_new": "{book}ブックを読みました。新しい内容はありません（{name}）。",
    "flow.import.needs_review": "{book}ブックは確認が必要なため、"
    "まだ取り込んでいません（{name}）。",
    "flow.import.refused": "取り込めないファイルでした（{name}）。",
    "flow.taken_back": "まとめて取り込んだ{count}ファイルの取込を取り消しました。",
    "flow.sent.request": "{department}への依頼ブックを作りました（{name}）。",
    "flow.sent.handover": "引継ぎブックを作りました（{name}）。",
    "flow.sent.submission": "提出ブックを作りました（{name}）。",
    "flow.sent.return": "{department}への差戻しブックを作りました（{name}）。",
    "flow.sent.confirmation": "{department}への確定ブックを作りました（{name}）。",
}

SENTENCES: dict[str, str] = {**_STEPS, **_FIRST, **_PRACTICE, **_FLOW}
