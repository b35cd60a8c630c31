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

_ROWS = {
    "office.review.milestone": "実施評価指標",
    "office.review.milestone_n": "実施評価指標 {number}",
    "office.review.target": "目標 {target}",
    "office.review.expected": "この年度の目安 {expected}",
    "office.review.proposed": "算出 {grade}",
    "office.review.more": "前年度から＋{percent}％",
    "office.review.less": "前年度から－{percent}％",
    "office.review.signature": "記入・確認",
}
_ACTS = {
    "office.review.no_reason": "{measure}の訂正の理由をご記入ください。評価シートに印刷されます。",
    "office.review.not_settled": "{measure}はまだ確定していません。訂正の理由なしで直せます。",
}
_WHY = {
    "office.review.why.not_submitted": "まだ提出されていません。",
    "office.review.why.received": "点検がまだです。確認済にしてからの確定をお勧めします。",
    "office.review.why.reviewing": "点検中です。確認済にしてからの確定をお勧めします。",
    "office.review.why.returned": "差戻し中です。再提出されるか、点検中に戻すと確定できます。",
    "office.review.why.torn": "答えが2つある項目があります。課に確かめてからの確定をお勧めします。",
}
_MAIL = {
    "office.review.mail.return": "{department}　ご担当者様\n\n{year}の評価をご提出いただき、"
    "ありがとうございます。\n次の施策について確認をお願いします。\n",
    "office.review.mail.confirmation": "{department}　ご担当者様\n\n{year}の評価が確定しました。"
    "\nご協力ありがとうございました。確定した施策は次のとおりです。\n",
    "office.review.mail.measure": "　・{measure} {name}",
    "office.review.mail.remarks": "　・{measure} {name}（コメント{count}件）",
    "office.review.mail.file": "\n添付の評価ブック：{name}",
    "office.review.mail.due": "ご提出の期限：{day}",
    "office.review.mail.end_return": "\nコメントを付けた項目を直していただき、提出ブックを"
    "お送りください。直すところがない場合は、その旨をコメントへの返信にお書きください。",
    "office.review.mail.end_confirmation": "\n評価ブックはお手元で保管してください。訂正が必要な"
    "ときは、推進室までお知らせください。",
}

SENTENCES: dict[str, str] = {**_MARKS, **_ROWS, **_ACTS, **_WHY, **_MAIL}
