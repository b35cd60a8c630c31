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
    "exchange.close": "閉じる(&X)",
    "exchange.choose": "取り込むファイルを選ぶ",
    "exchange.kinds": "評価ブック (*.xlsx);;すべてのファイル (*)",
    "exchange.empty": "評価ブックをここへ置くか、「ファイルを追加」から選んでください。"
    "依頼、引継ぎ、差戻し、確定のどれでも、何度でも取り込めます。"
    "中身を読んで、何が変わるかを先に表示します。",
    "exchange.looking": "ファイルを読んでいます。まだ何も変えていません",
    "exchange.taking": "取り込んでいます",
    "exchange.files": "読んだファイル",
    "exchange.files_help": "スペースキーで、取り込むかどうかを切り替えます。Enterで内容へ移ります。",
    "exchange.changes": "このファイルで変わること",
    "exchange.changes_help": "Enterで、その項目の記入欄を開きます。",
    "exchange.copy": "内容を写す(&C)",
    "exchange.copied": "このファイルについての内容を写しました。メールなどに貼り付けられます。",
    "exchange.apply": "取り込む（{count}項目）(&I)",
    "exchange.apply_files": "取り込む（{files}ファイル）(&I)",
    "exchange.will": "{files}ファイルから、{measures}施策の{items}項目を取り込みます。",
    "exchange.will_nothing": "{files}ファイルに新しい答えはありません。"
    "取り込むと、期限や担当、控えが記録されます。",
    "exchange.nothing_chosen": "取り込むファイルに印が付いていません。",
    "exchange.both_stay": "食い違い{count}件は両方の答えを残し、どちらを採るかは後で選べます。",
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

SENTENCES: dict[str, str] = {**_FILE, **_IMPORT, **_CHIPS}
