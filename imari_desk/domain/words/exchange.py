"""What taking in and handing over say in the window. See words/__init__.py."""

from __future__ import annotations

_FILE = {
    "exchange.unknown_file": "評価ブックとして見分けられません",
    "exchange.from_office": "{purpose}　推進室から　{department}　{year}",
    "exchange.from_department": "{purpose}　{department}から　{year}",
    "exchange.measure": "{measure}　{name}　{year}",
    "exchange.message": "推進室からの連絡",
    "exchange.due": "提出期限",
    "exchange.why_refused": "取り込めない理由",
    "exchange.questions": "確かめること",
    "exchange.more_alike": "同じ確認が、ほかに{count}件あります。",
    "exchange.margin": "欄外の書き込み",
    "exchange.margin_kept": "項目には入りません。書かれたことは控えに残ります",
    "exchange.count": "{count}件",
    "exchange.place": "シート「{sheet}」{cell}",
    "exchange.by_hand": "{place}に記入",
    "exchange.comment_at": "推進室のコメント（{label}）",
    "exchange.of_indicator": "{label}（{indicator}）",
    "exchange.submission": "{count}回目",
    "exchange.blank": "（空欄）",
    "exchange.counts.changed": "変更{count}件",
    "exchange.counts.conflict": "食い違い{count}件",
    "exchange.counts.held": "反映しない記入{count}件",
    "exchange.spoken.new": "{label}　追加　{after}",
    "exchange.spoken.changed": "{label}　変更　前：{before}　後：{after}",
    "exchange.spoken.conflict": "{label}　食い違い　{after}",
    "exchange.spoken.held": "{label}　反映しない記入　{after}",
    "exchange.effect.new": "追加",
    "exchange.effect.changed": "変更",
    "exchange.effect.conflict": "食い違い",
    "exchange.effect.held": "反映しない",
    "exchange.effect.comment": "コメント",
}
_IMPORT = {
    "exchange.import_title": "取り込み",
    "exchange.only_looked": "{files}ファイルを読みました　｜　まだ何も変わっていません",
    "exchange.some_taken": "{files}ファイルを読みました",
    "exchange.add": "ファイルを追加(&A)",
    "exchange.close": "閉じる(&E)",
    "exchange.choose": "取り込むファイルを選ぶ",
    "exchange.kinds": "評価ブック (*.xlsx);;すべてのファイル (*)",
    "exchange.empty": "評価ブックをここへ置くか、「ファイルを追加」から選んでください。"
    "依頼、引継ぎ、差戻し、確定のどれでも、何度でも取り込めます。"
    "中身を読んで、何が変わるかを先に表示します。",
    "exchange.looking": "ファイルを読んでいます。まだ何も変えていません",
    "exchange.taking": "取り込んでいます",
    "exchange.files": "読んだファイル",
    "exchange.files_help": "スペースキーで、取り込むかどうかを切り替えます。"
    "Enterで内容へ移ります。",
    "exchange.changes": "このファイルで変わること",
    "exchange.changes_help": "Enterで、その項目の記入欄を開きます。",
    "exchange.copy": "内容を写す(&U)",
    "exchange.copied": "このファイルについての内容を写しました。メールなどに貼り付けられます。",
    "exchange.apply": "取り込む（{count}項目）(&I)",
    "exchange.apply_files": "取り込む（{files}ファイル）(&I)",
    "exchange.will": "{files}ファイルから、{measures}施策の{items}項目を取り込みます。",
    "exchange.will_nothing": "{files}ファイルに新しい答えはありません。"
    "取り込むと、期限や担当、控えが記録されます。",
    "exchange.nothing_chosen": "取り込むファイルに印が付いていません。",
    "exchange.both_stay": "食い違い{count}件は両方の答えを残し、どちらを採るかは後で選べます。",
    "exchange.others": "ほかの課が答える項目だけの{count}ファイルは、取り込んでも反映されません。",
    "exchange.not_ticked": "見出しから推定した{count}ファイルは、"
    "内容を確かめて印を付けると取り込めます。",
    "exchange.not_readable": "読めない{count}ファイルには触れません。",
    "exchange.originals": "元のファイルは変わりません。",
    "exchange.nothing_new": "このファイルに新しい内容はありません。",
    "exchange.taken": "{files}ファイルを取り込みました。{items}項目が変わりました。",
    "exchange.taken_conflicts": "食い違いが{count}件あります。行を選んでEnterを押すと、"
    "どちらを採るかを選べます。",
    "exchange.stopped": "中止しました。終わったファイルまでは取り込まれています。",
    "exchange.number": "ブック番号 {number}",
    "exchange.saved": "保存 {when}",
    "exchange.level.none": "このファイルは取り込めません。理由と対処は次のとおりです。",
    "exchange.level.codes": "シート「データ」が無いため、印字された項目コードで照合しました。",
    "exchange.level.labels": "項目コードが無いため、見出しの言葉から推定しました。内容を確かめ、"
    "よければ左の一覧で印を付けてください。",
}
_CHIPS = {
    "exchange.chip.refused": "取り込めません",
    "exchange.chip.taken": "取込済み",
    "exchange.chip.guessed": "見出しから推定",
    "exchange.chip.items": "{count}項目",
    "exchange.chip.held": "反映しない{count}",
    "exchange.chip.nothing_new": "新しい内容なし",
    "exchange.chip.to_look_at": "確認{count}",
}
_FILES = {
    "exchange.file_name": "ファイル名",
    "exchange.folder": "保存するフォルダー",
    "exchange.change_folder": "フォルダーを変える(&F)",
    "exchange.choose_folder": "保存するフォルダーを選ぶ",
    "exchange.unnamed": "評価ブック",
    "exchange.name_taken": "同じ名前のファイルがあるため、「{name}」として書き出します。",
    "exchange.open_folder": "フォルダーを開く(&G)",
    "exchange.copy_place": "場所をコピー(&U)",
    "exchange.place_copied": "場所をコピーしました",
}
_SEND = {
    "exchange.submit_title": "提出",
    "exchange.submit": "提出ブックを書き出す(&W)",
    "exchange.submit_hint": "書き出したファイルを推進室へ送ると、提出になります。"
    "書き出した後も記入を直して、もう一度提出できます。",
    "exchange.contents": "提出する施策",
    "exchange.contents_help": "Enterで、その施策の足りない項目を開きます。",
    "exchange.no_gaps": "{measures}施策を1つのファイルにまとめます。記入漏れはありません。",
    "exchange.with_gaps": "{measures}施策を1つのファイルにまとめます。"
    "{lacking}施策に、未記入の項目が{gaps}あります。このままでも提出できます。",
    "exchange.settled": "{measures}施策はすべて確定しています。改めて提出する必要はありません。",
    "exchange.missing": "未記入{count}項目：{labels}",
    "exchange.complete": "すべて記入済みです。",
    "exchange.confirmed": "確定しています。",
    "exchange.nothing_asked": "この年度は、計画に実施評価指標がありません。",
    "exchange.odd": "確認したい点が{count}件あります",
    "exchange.reason": "未記入のまま提出する理由",
    "exchange.reason_help": "いつごろ記入できるかなどを書くと、推進室が待ち方を決められます。",
    "exchange.ask_reason": "未記入の理由があれば書いてください。"
    "書かずに提出するときは、もう一度「提出ブックを書き出す」を押してください。",
    "exchange.submitted": "{measures}施策の提出ブックを書き出しました（ブック番号 {number}）。"
    "このファイルを推進室へ送ってください。",
    "exchange.sent": "このファイルに入れた{measures}施策",
    "exchange.sent_with_gaps": "このファイルに入れた{measures}施策"
    "（未記入は{lacking}施策に{gaps}項目）",
    "exchange.handover_title": "課内への引継ぎ",
    "exchange.handover": "引継ぎブックを書き出す(&W)",
    "exchange.handover_what": "{measures}施策の記入を、途中のまま1つのファイルにまとめます。",
    "exchange.handover_hint": "受け取った人が自分の画面で取り込むと、続きから記入できます。"
    "お二人が別々に書き進めても、後で取り込み合えばどちらの記入も失われません。",
    "exchange.handed_over": "引継ぎブックを書き出しました（ブック番号 {number}）。"
    "このファイルを引き継ぐ人に渡してください。",
}

SENTENCES: dict[str, str] = {**_FILE, **_IMPORT, **_CHIPS, **_FILES, **_SEND}
