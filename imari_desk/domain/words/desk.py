"""What the desk and the command line say. See words/__init__.py."""

from __future__ import annotations

_CALLS = {
    "file_missing": "ファイルが見つかりません：{path}。名前と場所を確かめてください。",
    "office_only": "「{verb}」は推進室のデータベースで行う操作です。",
    "department_only": "「{verb}」は担当課のデータベースで行う操作です。",
    "measure_unknown": "施策番号「{measure}」は「{plan}」にありません。番号を確かめてください。",
    "item_unknown": "項目「{key}」はこの施策にありません。使える項目：{known}",
    "item_of_office": "「{label}」は推進室が記入する項目です。",
    "already_confirmed": "{measure}は確定済みです。直すときは訂正の理由（correction=…）を"
    "一緒に入力してください。",
    "department_wanted": "担当課のデータベースには課名が必要です。--department 課名 を"
    "付けてください。",
    "department_unknown": "「{department}」が担当する施策はありません。登録されている課：{known}",
    "nobody_assigned": "{year}年度の担当課がまだ登録されていません。"
    "先に担当課の一覧（assign）を取り込んでください。",
    "no_measures_yet": "{year}年度の担当施策がまだありません。"
    "先に推進室から届いた依頼ブックを取り込んでください。",
    "nothing_to_return": "{department}には、差し戻せる提出済みの評価がありません。",
    "nothing_to_publish": "{year}年度には、確定して「公表する」とした評価がまだありません。",
    "answer_without_sign": "「{answer}」は 項目=値 の形になっていません。",
    "plan_not_utf8": "計画ファイル{path}の文字コードがUTF-8ではありません。"
    "UTF-8で保存し直してください。",
}
_MACHINE = {
    "file_unreadable": "{path}を読み込めません（{reason}）。"
    "保存場所とのつながりを確かめてください。",
    "file_in_use": "{path}は別のプログラムが使用中です。Excelなどで開いていれば閉じて、"
    "もう一度行ってください。閉じられないときは別の名前で保存してください。",
    "file_disk_full": "{path}に書き込む空きがありません。元のファイルはそのままです。"
    "空きを作るか、別の場所に保存してください。",
    "file_unwritable": "{path}に書き込めません（{reason}）。元のファイルはそのままです。"
    "別の場所に保存してください。",
}
_IMPORT = {
    "held_back": "{measure}の{count}項目は、「{department}」が記入できる項目ではないため"
    "反映していません。内容は履歴に残しています。担当を確かめてください。",
    "import_applied": "{name}：{count}項目を取り込みました。",
    "import_nothing_new": "{name}：新しい内容はありません（取込済み）。",
    "import_needs_review": "{name}：確認が必要なため、まだ取り込んでいません。",
    "import_refused": "{name}：取り込めません。",
    "effect_conflict": "2つの答えがあります（{answers}）。どちらを採るか選んでください。",
    "effect_held": "反映していない記入（{answers}）",
    "margin": "欄外の書き込み「{text}」",
    "empty": "（空欄）",
    "only_looked": "確認だけを行いました。データベースは変えていません。",
}
_COMMAND = {
    "cli_about": "計画の年度評価を記入し、評価ブックでやり取りし、集計して印刷します。",
    "cli_init": "データベースを作る",
    "cli_plan": "計画を見る・書き出す・取り込む",
    "cli_plan_show": "計画の内容を表示する",
    "cli_plan_export": "計画をブックに書き出す",
    "cli_plan_import": "直した計画、別の計画を取り込む",
    "cli_assign": "担当課の一覧（施策番号、担当課、関係課）を取り込む",
    "cli_request": "課ごとの依頼ブックを作る",
    "cli_import": "評価ブックを取り込む（種類・順番・回数は問わない）",
    "cli_enter": "回答を入力する",
    "cli_show": "1つの評価を表示する",
    "cli_check": "記入漏れや気になる点を調べる",
    "cli_submit": "提出ブックを作る",
    "cli_handover": "引継ぎブックを作る",
    "cli_return": "差戻しブックを作る",
    "cli_confirm": "提出された評価を確定し、確定ブックを作る",
    "cli_status": "提出状況を表示する",
    "cli_consolidate": "集計ブックを作る",
    "cli_print": "評価シートのPDFを作る",
    "cli_publish": "公表用のCSVとPDFを作る",
    "cli_backup": "控えを1つのファイルに取る",
    "cli_restore": "控えから元に戻す",
    "cli_verify": "データベースに傷みがないか調べる",
    "cli_demo": "見本の回答で一巡を行う",
    "cli_data": "データを置くフォルダー（省略時は利用者のデータフォルダー）",
    "cli_json": "結果をJSONで出力する",
    "cli_year": "年度（2025、令和7、R7）",
    "cli_dry_run": "何が変わるかを見るだけで、取り込まない",
    "cli_accept": "見出しだけで見分けたブックも取り込む",
    "cli_out": "ブックを書き出すフォルダー",
    "cli_department": "課名",
    "cli_measure": "施策番号（行-②）",
    "cli_answers": "項目=値（例：progress=計画どおり）",
    "cli_reason": "未記入のまま提出する理由",
    "cli_role": "office＝推進室、department＝担当課",
    "cli_due": "提出期限（2026-05-29、令和8年5月29日）",
    "cli_message": "依頼文",
    "cli_no_verb": "操作が指定されていません。操作の一覧は imari-desk --help で見られます。"
    "画面を開くときは、操作を付けずに imari-desk とだけ入力してください。",
    "cli_window": "操作を付けずに imari-desk とだけ入力すると、画面が開きます。"
    "依頼などのファイルを付けると（imari-desk FILE.xlsx）、そのファイルを画面で開きます。"
    "--measure-start は、画面が出るまでの時間を測って終わります。",
    "cli_no_display": "画面が使えないため、ウィンドウを開けません。"
    "操作の一覧は imari-desk --help で見られます。",
    "cli_interrupted": "中断しました。終わったところまでは保存されています。",
    "cli_crashed": "プログラムの誤りで止まりました。保存済みの内容は失われていません。記録：{log}",
    "cli_made": "データベースを作りました：{folder}",
    "cli_written": "書き出しました：{path}",
    "cli_plan_kept": "計画「{title}」の第{version}版を使います。",
    "cli_plan_gone": "前の版にあった次の施策が、この版にはありません：{codes}。"
    "番号の書き間違いでないか確かめてください（これまでの回答は残っています）。",
    "cli_assigned": "{measures}施策の担当として{departments}課を登録しました。",
    "cli_entered": "{count}項目を保存しました。",
    "cli_gaps": "未記入の項目があります（提出ブックは作りました）。",
    "cli_printed": "評価シート{sheets}枚を書き出しました：{path}",
    "cli_backed_up": "控えを取り、開いて確かめました：{path}",
    "cli_network": "データがネットワークの場所にあります（{folder}）。"
    "回線が切れると保存できません。このPCの中に置くことをお勧めします。",
    "cli_newest_backup": "いちばん新しいバックアップ（{day}）：{path}。"
    "restore で戻せます。いまのデータは取っておかれます。",
    "cli_restored": "控えから元に戻しました：{path}",
    "cli_kept_before": "戻す前のデータベースはここにあります：{path}",
    "cli_book_written": "{department}（{measures}施策）：{path}",
    "public_file": "{year}_公表_施策.csv",
    "public_indicator_file": "{year}_公表_指標.csv",
    "public_paper": "{year}_公表.pdf",
    "year_unclear": "年度「{text}」が読み取れません。2025、令和7、R7 のように入力してください。",
    "day_unclear": "日付「{text}」が読み取れません。2026-05-29 のように入力してください。",
    "two_answers": "回答が2つあります",
    "proposed": "評価の案：{grade}",
    "nothing_missing": "記入漏れや気になる点はありません。",
    "status_line": "{department}：依頼{asked}　受付{received}　差戻し{returned}　"
    "確定{confirmed}　未提出 {missing}",
    "database_whole": "傷みはありません（評価{evaluations}件、要約値 {digest}）。",
    "database_hurt": "傷みが見つかりました（評価{evaluations}件）。"
    "控えから元に戻すことができます（restore）。",
    "progress_import": "取込中 {done}/{total}",
    "progress_request": "依頼ブックを作成中 {done}/{total}",
    "progress_confirm": "確定ブックを作成中 {done}/{total}",
    "progress_print": "評価シートを作成中 {done}/{total}",
}
_DEMO = {
    "demo_folder_full": "{folder}は空ではありません。見本を書き出す空のフォルダーを"
    "指定してください。",
    "demo_message": "見本の依頼です。令和7年度の評価と計画期間の総括の記入をお願いします。",
    "demo_choose": "2人から異なる回答が届いています。どちらを採るか課で決めて、"
    "再提出してください。",
    "demo_reason": "集計が終わりしだい追って提出します（見本）。",
    "demo_assigned": "推進室：{measures}施策の担当として{departments}課（例）を登録しました。",
    "demo_past": "推進室：過年度の評価{count}件を入れました。",
    "demo_requested": "推進室：依頼ブックを{count}課に作りました。",
    "demo_submitted": "{department}：{measures}施策を提出しました（記入漏れ{gaps}件を明記）。",
    "demo_two_clerks": "{department}：2人が{measure}を別々に記入し、それぞれ提出しました。",
    "demo_by_hand": "{department}：依頼ブックに表計算ソフトで記入し、そのまま提出しました。",
    "demo_taken_in": "推進室：取込 {name}（{count}項目、質問{questions}件、欄外{unread}件）",
    "demo_checked": "推進室：{count}施策に確かめたい点があります。",
    "demo_returned": "推進室：{department}へ{measures}を差し戻しました。",
    "demo_confirmed": "推進室：{count}施策を確定しました。",
    "demo_consolidated": "推進室：集計ブックを作りました。",
    "demo_printed": "推進室：評価シート{count}枚を印刷用PDFにしました。",
    "demo_published": "推進室：公表用のファイルを作りました。",
    "demo_where": "できたもの：",
}

SENTENCES: dict[str, str] = {**_CALLS, **_MACHINE, **_IMPORT, **_COMMAND, **_DEMO}
