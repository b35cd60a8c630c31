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
_QUEUE = {
    "office.review.queue": "点検の一覧",
    "office.review.filter": "絞り込み",
    "office.review.search": "施策名や課名で絞り込む",
    "office.review.search_in": "施策番号・施策名・担当課から探します",
    "office.review.all": "すべて",
    "office.review.marked": "目印あり",
    "office.review.every_department": "全課",
    "office.review.every_field": "全分野",
    "office.review.by_department": "課で絞り込む",
    "office.review.by_field": "分野で絞り込む",
    "office.review.came": "届いた {count}件",
    "office.review.nothing_shown": "この条件に当たる評価はありません。",
    "office.review.group.waiting": "受付・点検中",
    "office.review.group.returned": "差戻し中",
    "office.review.group.done": "確認済・確定",
    "office.review.group.missing": "未提出",
    "office.review.group_count": "{group}　{count}",
    "office.review.marks": "目印 {count}",
    "office.review.empties": "空欄 {count}",
    "office.review.returned_on": "差戻し {day}",
    "office.review.again": "再提出",
    "office.review.hearing": "ヒアリング",
    "office.review.corrected": "訂正中",
}
_PAGE = {
    "office.review.of_year": "{year}評価",
    "office.review.counts": "受付・点検中 {waiting}件・差戻し中 {returned}件・確認済以上 {done}件",
    "office.review.previous": "前へ　Ctrl+↑",
    "office.review.next": "次へ　Ctrl+↓",
    "office.review.no_more": "この先に評価はありません。",
    "office.review.none_open": "左の一覧から評価をお選びください。",
    "office.review.column.planned": "計画",
    "office.review.column.last": "前年",
    "office.review.column.now": "今回",
    "office.review.column.last_year": "{year}年度（前年）",
    "office.review.column.this_year": "{year}年度（今回）",
    "office.review.column.remarks": "コメント",
    "office.review.blank": "（空欄）",
    "office.review.row_told": "{label}　今回：{now}",
    "office.review.last_told": "前年：{text}",
    "office.review.priority": "国の重点",
    "office.review.by": "記入 {person}",
    "office.review.phone": "内線 {number}",
    "office.review.submission": "提出 {count}回目",
    "office.review.correction": "訂正の理由：{reason}",
}
_GRADES = {
    "office.review.proposal": "算出（提案）",
    "office.review.own": "担当課の自己評価",
    "office.review.second": "推進室の二次評価",
    "office.review.second_why": "理由は所見へ",
    "office.review.second_is": "二次評価 {letter}",
    "office.review.own_same": "提案と同じです。",
    "office.review.own_other": "提案と異なります。",
    "office.review.own_above": "提案より{steps}段階上です。",
    "office.review.own_below": "提案より{steps}段階下です。",
    "office.review.own_none": "まだ選ばれていません。",
    "office.review.own_torn": "答えが2つあります。",
    "office.review.own_reason": "理由：{text}",
}
_REMARKS = {
    "office.review.remark_of": "推進室　{when}",
    "office.review.remark_told": "推進室のコメント：{text}",
    "office.review.remark_at": "「{label}」へのコメント",
    "office.review.new_remark": "新しいコメント",
    "office.review.remark_keys": "Ctrl+Enter",
    "office.review.add_remark": "コメントを付ける（行でEnter）",
    "office.review.replied": "課の返信：{text}",
    "office.review.withdraw": "取り下げる",
    "office.review.withdrawn": "コメントを取り下げました。元に戻すで戻せます。",
    "office.review.put": "付ける",
    "office.review.stop": "やめる",
    "office.review.unfinished": "書きかけのコメントがあります。「付ける」か「やめる」を"
    "押してからお進みください。",
}
_STEPS = {
    "office.review.view": "所見",
    "office.review.settled": "確定しています。直すときは「訂正する」から理由を添えてください。",
    "office.review.give_back": "差戻し",
    "office.review.give_back_with": "差戻し（コメント{count}件）",
    "office.review.check_next": "確認済にして次へ",
    "office.review.next_waiting": "次の点検へ",
    "office.review.other_step": "段階",
    "office.review.set_to": "{state}にする",
    "office.review.correct": "訂正する",
    "office.review.reason": "訂正の理由",
    "office.review.reason_help": "評価シートに印刷されます",
    "office.review.reopen": "点検中に戻す",
    "office.review.staged": "{measure}を「{state}」にしました。",
    "office.review.not_staged": "{measure}は今の段階から「{state}」にできません。",
    "office.review.all_done": "点検を待つ評価はもうありません。",
    "office.review.hear": "ヒアリング",
    "office.review.unhear": "ヒアリングから外す",
    "office.review.questions": "ヒアリングで聞くこと",
    "office.review.questions_help": "推進室だけの控えです。課に送るブックには入りません",
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

SENTENCES: dict[str, str] = {
    **_MARKS,
    **_ROWS,
    **_ACTS,
    **_QUEUE,
    **_PAGE,
    **_GRADES,
    **_REMARKS,
    **_STEPS,
    **_WHY,
    **_MAIL,
}
