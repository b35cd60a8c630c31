"""What the pages of review say."""

from __future__ import annotations

_MARKS = {
    "office.review.mark.check.conflict": "答えが2つ",
    "office.review.mark.contradiction": "食い違い",
    "office.review.mark.missing.grade_reason": "提案と違い、理由なし",
    "office.review.mark.outside": "差戻し以外の変更",
    "office.review.mark.range.rose": "前年から{percent}％増",
    "office.review.mark.range.sank": "前年から{percent}％減",
    "office.review.mark.range.fell": "前年より減",
    "office.review.mark.text.same": "前年と同文",
    "office.review.mark.text.nearly_same": "前年とほぼ同文（{percent}％）",
    "office.review.mark.unclear": "要確認",
    "office.review.mark.reply": "返信あり",
    "office.review.mark.changed": "前に見た後の変更",
    "office.review.mark.empty": "空欄",
    "office.review.told.outside": "差戻しで開いた項目のほかに変更されました。前の内容：{text}",
    "office.review.told.changed": "前に点検してから変わりました。前の内容：{text}",
    "office.review.told.reply": "課からの返信：{text}",
    "office.review.nothing_stood": "（空欄）",
}

SENTENCES: dict[str, str] = {**_MARKS}
