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

_PAGE = {
    "office.receiving.title": "取込",
    "office.receiving.add": "ファイルを追加(&A)",
    "office.receiving.add_folder": "フォルダーを追加(&F)",
    "office.receiving.choose_folder": "評価ブックの入ったフォルダーを選ぶ",
    "office.receiving.again": "読み直す(&R)",
    "office.receiving.clear": "一覧を消す(&L)",
    "office.receiving.looked": "{files}ファイルを読みました",
    "office.receiving.nothing_changed": "まだ何も変わっていません",
    "office.receiving.empty": "課から届いた評価ブックを、ここへまとめて置いてください。"
    "フォルダーごとでもかまいません。\n"
    "中身を読んで、どの課の何が変わるかを先に表示します。押すまでは何も取り込みません。",
    "office.receiving.nothing_found": "そこには、読めるファイルがありませんでした。",
    "office.receiving.busy": "いま作業中です。終わってから、もう一度置いてください。",
    "office.receiving.broken_off": "取込が途中で止まりました。何も取り込まれていません。"
    "内容を確かめて、もう一度「取り込む」を押すか、「一覧を消す」でやめてください。",
    "office.receiving.taking": "取り込んでいます。中止すると、何も取り込まれません",
    "office.receiving.stopped": "中止しました。何も取り込まれていません。",
    "office.receiving.taken": "{files}ファイルを取り込みました。{items}項目が変わりました。"
    "課ごとの受領書は下のとおりです。",
    "office.receiving.apply": "{count}件を取り込む(&I)",
    "office.receiving.apply_files": "{files}ファイルを控えに残す(&I)",
    "office.receiving.copy_summary": "要約を写す(&U)",
    "office.receiving.summary_copied": "要約を写しました。表計算ソフトやメールに貼り付けられます。",
    "office.receiving.open": "原本を開く(&O)",
    "office.receiving.copies": "原本の写し",
    "office.receiving.changes_help": "Enterで、その評価を点検のページで開きます。",
    "office.receiving.will": "{files}ファイルから、{departments}課・{measures}施策の"
    "変更{items}件を取り込みます。",
    "office.receiving.will_nothing": "{files}ファイルに新しい答えはありません。"
    "押すと、届いたことを控えに残します。",
    "office.receiving.will_nothing_chosen": "取り込むファイルに印が付いていません。",
    "office.receiving.not.both": "食い違い{count}件は、両方の答えを残します。",
    "office.receiving.not.ask": "食い違い{count}件は、両方を残して課に尋ねます。",
    "office.receiving.not.chosen": "食い違い{count}件は、選んだ答えを採り、"
    "ほかの答えも履歴に残します。",
    "office.receiving.not.asks": "確認待ちの{count}ファイルは、取り込みません。",
    "office.receiving.not.held": "担当外の記入{count}件は、反映せず履歴に残します。",
    "office.receiving.not.twin": "同じ内容の{count}ファイルは、一度だけ数えます。",
    "office.receiving.not.seen": "前に取り込んだ{count}ファイルは、そのままです。",
    "office.receiving.not.left": "印を外した{count}ファイルは、取り込みません。",
    "office.receiving.not.refused": "読めない{count}ファイルには触れません。",
}
_LIST = {
    "office.receiving.column.file": "ファイルと送り主",
    "office.receiving.column.level": "読み取り",
    "office.receiving.column.changes": "変更",
    "office.receiving.column.check": "確かめること",
    "office.receiving.sender": "{department}　{count}施策",
    "office.receiving.sender_blank": "{department}　{count}施策　（{purpose}のまま）",
    "office.receiving.sender_refused": "評価ブックとして読めません",
    "office.receiving.level.full": "完全",
    "office.receiving.level.codes": "項目コード",
    "office.receiving.level.labels": "見出し",
    "office.receiving.level.none": "判別不可",
    "office.receiving.chip.taken": "取込済み",
    "office.receiving.chip.refused": "取り込みません",
    "office.receiving.chip.twin": "同じ内容",
    "office.receiving.chip.seen": "取込済み",
    "office.receiving.chip.left": "取り込みません",
    "office.receiving.chip.labels": "見出しから推定",
    "office.receiving.chip.settled": "確定済みを変更",
    "office.receiving.chip.held": "担当外{count}",
    "office.receiving.chip.margin": "欄外{count}",
    "office.receiving.chip.questions": "確認{count}",
    "office.receiving.chip.stale": "古い版",
    "office.receiving.chip.unchanged": "変更なし",
    "office.receiving.bundle": "まとめて決めること　{count}組（残り{open}組）",
    "office.receiving.bundle_done": "まとめて決めること　{count}組（すべて決めました）",
}
_DETAIL = {
    "office.receiving.tab.all": "すべて",
    "office.receiving.tab.changes": "変更",
    "office.receiving.tab.torn": "食い違い",
    "office.receiving.tab.cells": "欄外・確認",
    "office.receiving.tab.same": "変わらない項目",
    "office.receiving.head.cells": "欄外の書き込み　書かれたことは、すべて控えに残ります",
    "office.receiving.head.asked": "確かめること",
    "office.receiving.told.twin": "「{name}」と同じ内容です。一度だけ取り込みます。",
    "office.receiving.told.seen": "{when}に取り込んだものと同じ内容です。"
    "新しく変わることはありません。",
    "office.receiving.told.labels": "シート「データ」も項目コードも無いため、"
    "見出しの言葉から推定しました。"
    "内容を確かめ、よければ左の一覧で印を付けてください。",
    "office.receiving.told.settled": "確定した評価を変える内容が含まれています。"
    "訂正として受け取るときだけ、左の一覧で印を付けてください。",
    "office.receiving.told.stale": "ここに書かれた答えは、いまある答えより古いものです。"
    "取り込んでも、いまの答えは変わりません。",
    "office.receiving.told.mates": "同じ課から、ほかにも届いています：{names}。"
    "合わせた結果を表示しています。",
    "office.receiving.effect.overtaken": "新しい答えあり",
    "office.receiving.overtaken": "ほかのファイルに、この答えを直したものがあります",
    "office.receiving.copy_reply": "課への返事として写す(&Y)",
    "office.receiving.copied": "写しました",
    "office.receiving.torn": "「{label}」に{count}つの答えがあります",
    "office.receiving.torn_at": "{measure}　{year}",
    "office.receiving.torn_kept": "選ばなかった答えも、履歴に残ります。"
    "選ばずに取り込むと、両方の答えが残ります。",
    "office.receiving.side.ask": "課に尋ねる",
    "office.receiving.side.ask_help": "差戻しに添えるコメントにします",
    "office.receiving.side.both": "両方残す",
    "office.receiving.side.both_help": "あとで点検のときに選べます",
    "office.receiving.quoted": "「{text}」",
    "office.receiving.deal_name": "「{text}」をどうするか",
    "office.receiving.deal_where": "「{text}」をどの項目へ",
    "office.receiving.deal.later": "あとで決める",
    "office.receiving.deal.ask": "課に尋ねる（コメントにする）",
    "office.receiving.deal.append": "項目の終わりに加える",
    "office.receiving.deal.item": "項目の答えにする",
    "office.receiving.deal.note": "控えに残すだけ",
    "office.receiving.deal.aside": "対応しない",
}
_GROUPS = {
    "office.receiving.groups": "まとめて決めること",
    "office.receiving.groups_help": "同じ判断を、一度で済ませます。"
    "あとでファイルごとに変えられます。",
    "office.receiving.group.labels": "見出しから推定した{count}ファイル",
    "office.receiving.group.labels_help": "項目コードも「データ」も失われていました。"
    "内容を見て、よければ取り込みます。",
    "office.receiving.group.settled": "確定した評価を変える{count}ファイル",
    "office.receiving.group.settled_help": "訂正として受け取るときだけ取り込みます。",
    "office.receiving.group.conflicts": "食い違い{count}件",
    "office.receiving.group.conflicts_help": "一つずつ選ぶときは、"
    "ファイルの「食い違い」を開きます。",
    "office.receiving.group.held": "「{about}」の担当外の記入{count}件",
    "office.receiving.group.held_help": "その課が答える施策ではないため反映しません。"
    "担当が変わったのなら、年度の準備で担当を直してから読み直してください。",
    "office.receiving.group.questions": "同じ確認が{count}件",
    "office.receiving.group.questions_help": "読み取りに迷った記入です。",
    "office.receiving.group.margin": "欄外の書き込み{count}件",
    "office.receiving.group.margin_alike": "同じ欄外の書き込み「{about}」{count}件",
    "office.receiving.group.margin_help": "項目に入れるときは、"
    "ファイルの「欄外・確認」を開きます。",
    "office.receiving.group.more": "ほか{count}件",
    "office.receiving.group.open": "残り{count}",
    "office.receiving.group.done": "決めました",
    "office.receiving.option.labels.take": "すべて取り込む",
    "office.receiving.option.labels.leave": "取り込まない",
    "office.receiving.option.settled.take": "訂正として取り込む",
    "office.receiving.option.settled.leave": "取り込まない",
    "office.receiving.option.conflicts.ask": "すべて課に尋ねる",
    "office.receiving.option.conflicts.both": "すべて両方残す",
    "office.receiving.option.held.note": "控えに残す",
    "office.receiving.option.questions.note": "このまま受け取る",
    "office.receiving.option.questions.ask": "すべて課に尋ねる",
    "office.receiving.option.margin.note": "控えに残すだけ",
    "office.receiving.option.margin.ask": "すべて課に尋ねる",
    "office.receiving.option.margin.aside": "対応しない",
}
_AFTER = {
    "office.receiving.receipts": "受領書",
    "office.receiving.receipt": "受領書の文面",
    "office.receiving.receipt_line": "{files}ファイル　{measures}施策",
    "office.receiving.receipt_unclear": "尋ねること{count}",
    "office.receiving.copy_receipt": "この課の文面を写す(&Y)",
    "office.receiving.copy_receipts": "すべて写す(&U)",
    "office.receiving.pdf_receipts": "PDFにする(&P)",
    "office.receiving.receipt_copied": "受領書の文面を写しました。メールに貼り付けられます。",
    "office.receiving.receipts_copied": "{count}課分の受領書を写しました。",
    "office.receiving.receipt_file": "受領書.pdf",
    "office.receiving.receipts_written": "受領書を{path}に書き出しました。",
    "office.receiving.last": "最後の取込：{when}　{count}ファイル",
    "office.receiving.take_back": "この取込を取り消す(&K)",
    "office.receiving.take_back_ask": "この取込で入った答えを、すべて取込の前に戻します。"
    "届いたファイルと履歴は残り、もう一度取り込むこともできます。",
    "office.receiving.take_back_yes": "取り消す(&Y)",
    "office.receiving.take_back_no": "やめる(&N)",
    "office.receiving.was_taken_back": "最後の取込を取り消しました。取込の前の答えに戻りました。",
    "office.receiving.blocked": "この取込のあとに書かれたものが{count}件あるため、"
    "まとめて取り消せません（{said}）。",
    "office.receiving.blocked_file": "{when} 取込「{name}」",
    "office.receiving.blocked_value": "{when} {measure}（{year}）",
}

SENTENCES: dict[str, str] = {
    **_PAGE,
    **_LIST,
    **_DETAIL,
    **_GROUPS,
    **_AFTER,
    **_STORE,
    **_DESK,
    **_RECEIPT,
}
