"""提出状況: the board, and what is written to a 課 that something is awaited of."""

from __future__ import annotations

_PAGE = {
    "office.board.title": "提出状況",
    "office.board.of_year": "{year}評価",
    "office.board.due": "期限 {day}",
    "office.board.full_day": "{day}({weekday})",
    "office.board.today": "今日 {day}",
    "office.board.take_in": "評価ブックを取り込む(&I)",
    "office.board.print": "一覧を印刷(&P)",
    "office.board.all": "全体",
    "office.board.formerly": "{department}（旧 {former}）",
    "office.board.measures": "{count}施策",
    "office.board.checked_or_more": "確認済以上 {count}",
    "office.board.share.not_arrived": "未提出",
    "office.board.share.in_hand": "受付・点検中",
    "office.board.share.returned": "差戻し",
    "office.board.share.checked": "確認済",
    "office.board.share.settled": "確定",
    "office.board.bar": "{name}　{count}施策　{shares}",
    "office.board.bars": "分野ごとの件数",
    "office.board.table": "課ごとの提出状況",
    "office.board.first": "はじめに、担当課を決めます",
    "office.board.nobody": "この年度は、だれがどの施策を担当するかがまだ決まっていません。"
    "「{page}」で施策ごとの担当課を決めると、依頼ブックを書き出せます。"
    "決まった課がここに並び、依頼・受付・点検・確定の進み具合を見られます。",
    "office.board.set_up": "担当課を決める(&S)",
    "office.board.unassigned": "担当課の決まっていない施策が{count}件あります：{measures}",
    "office.board.and_more": "{measures} ほか",
}
_COLUMNS = {
    "office.board.column.department": "担当課",
    "office.board.column.measures": "施策",
    "office.board.column.due": "期限",
    "office.board.column.asked": "依頼",
    "office.board.column.received": "受付",
    "office.board.column.reviewed": "点検",
    "office.board.column.returned": "差戻し",
    "office.board.column.checked": "確認済",
    "office.board.column.settled": "確定",
    "office.board.column.missing": "未提出",
    "office.board.group.late": "期限を過ぎています",
    "office.board.group.returned": "差戻し中",
    "office.board.group.waiting": "提出待ち",
    "office.board.group.not_asked": "まだ依頼していません",
    "office.board.group.reviewing": "点検中",
    "office.board.group.checked": "確認が済みました",
    "office.board.group_count": "{group}　{count}課",
    "office.board.late": "{days}日超過",
    "office.board.again_by": "{day} 再提出",
    "office.board.sent_back_on": "{day} 差戻し",
    "office.board.sent_back": "差戻し",
    "office.board.until_day": "{day}まで",
    "office.board.in_time": "期限内に提出",
    "office.board.came": "{day}に提出",
    "office.board.came_late": "{day}に提出（{days}日遅れ）",
    "office.board.here": "提出済み",
    "office.board.no_due": "期限なし",
    "office.board.count": "{count}件",
    "office.board.part": "{count}/{all}",
    "office.board.row": "{department}、{due}、{all}施策のうち受付{received}、点検{reviewed}、"
    "差戻し{returned}、確認済{checked}、確定{settled}",
}
_SIDE = {
    "office.board.side": "選んだ課",
    "office.board.contact": "{person}（内線 {extension}）",
    "office.board.contact_no_extension": "{person}",
    "office.board.contact_then": "{contact}　{year}の記入者",
    "office.board.contact_unknown": "記入者はまだわかりません",
    "office.board.received_of": "{all}施策のうち{received}件を受付",
    "office.board.received_none": "{all}施策ともまだ届いていません",
    "office.board.received_all": "{all}施策とも受付済み",
    "office.board.missing": "まだ届いていない施策　{count}件",
    "office.board.waiting_back": "差し戻している施策　{count}件",
    "office.board.in_review": "点検する施策　{count}件",
    "office.board.done": "確認が済んだ施策　{count}件",
    "office.board.reminder": "督促文",
    "office.board.manner": "督促のしかた",
    "office.board.manner.mail": "メール",
    "office.board.manner.phone": "電話",
    "office.board.manner.paper": "紙",
    "office.board.ask_by": "お願いする日",
    "office.board.copy_subject": "件名をコピー(&J)",
    "office.board.copy_body": "本文をコピー(&B)",
    "office.board.copied_subject": "件名をコピーしました。メールの件名に貼り付けてください。",
    "office.board.copied_body": "本文をコピーしました。貼り付けて使えます。",
    "office.board.all_late": "期限を過ぎた{count}課の文をまとめてコピー(&A)",
    "office.board.copied_all": "{count}課の文をまとめてコピーしました。",
    "office.board.nothing_awaited": "この課に待っているものはありません。",
    "office.board.extend": "この課の期限を延ばす(&X)…",
    "office.board.extend_to": "新しい期限",
    "office.board.extend_reason": "理由",
    "office.board.extend_do": "期限を延ばす(&N)",
    "office.board.extend_cancel": "やめる(&Q)",
    "office.board.extended": "{department}の期限を{day}にしました。",
    "office.board.extended_note": "{told}の期限を{due}に延ばしています。{reason}",
    "office.board.extend_refused": "新しい期限を年月日で入れてください。例：2026-06-12",
    "office.board.not_asked": "{department}にはまだ依頼していません。"
    "依頼ブックを書き出すと期限が決まります。",
}
_TEXTS = {
    "office.board.subject": "件名：{subject}",
    "office.board.subject_of": "{year} 施策評価のご提出について（お願い）",
    "office.board.someone": "ご担当者",
    "office.board.reached": "{person}さん（内線 {extension}）",
    "office.board.day": "{month}月{day}日({weekday})",
    "office.board.until": "{due}を期限に",
    "office.board.overdue": "{until}お願いした評価ブックのうち、"
    "次の{count}件がまだ届いていません。",
    "office.board.awaited": "{until}お願いしている評価ブックのうち、"
    "次の{count}件をお待ちしています。",
    "office.board.back": "差し戻した次の{count}件は、コメントのついた項目を見直してからの"
    "再提出をお待ちしています。",
    "office.board.line": "・{measure} {name}",
    "office.board.between": "\n\n――――――――――\n\n",
    "office.board.by.mail": "{department} {person}さま\n\n業務デジタル化推進室です。\n{about}\n\n"
    "{by}までにお送りいただけますか。途中のままでもお受けします。"
    "行き違いの場合はご容赦ください。\n\n業務デジタル化推進室",
    "office.board.by.phone": "{department}　{person}\n\n{about}\n\n"
    "・{by}までに出せそうか\n・困っていることはないか（書き方、数値の集計、所属長の確認）\n"
    "・途中のままでも受け付けること、期限を延ばせること",
    "office.board.by.paper": "{today}\n\n{department}　御中\n\n業務デジタル化推進室\n\n"
    "{subject}\n\n{about}\n\nお手数ですが、{by}までにお送りください。途中のままでもお受けします。"
    "すでにお送りいただいている場合は、行き違いをご容赦ください。",
}
_LIST = {
    "office.board.list_printed": "一覧を印刷しました。",
}

SENTENCES: dict[str, str] = {**_PAGE, **_COLUMNS, **_SIDE, **_TEXTS, **_LIST}
