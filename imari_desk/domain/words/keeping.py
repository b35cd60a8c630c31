"""Sentences about the database, its backups and the import archive. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # Opening
    "database_missing": "データベースが見つかりません（{path}）。"
    "初めて使うときは init で作ってください。場所が違うときは --data で指定してください。",
    "database_exists": "データベースはもう作られています（{path}）。そのままお使いください。",
    "database_locked": "ほかの人（または別の画面）が開いているため、書き込みできません。"
    "使用中：{user}（{host}、番号 {pid}、{since} から）。"
    "読むだけなら開けます。書き込むには、そちらを閉じてからもう一度開いてください。",
    "database_foreign": "このファイルは Imari Desk のデータベースではありません（{path}）。"
    "別のファイルを選んでください。ファイルには手を加えていません。",
    "database_newer": "このデータベースは、より新しい版の Imari Desk で作られています（{path}）。"
    "新しい版で開いてください。中身には手を加えていません。",
    "database_older": "このデータベースは前の版の形のため、読むだけでは開けません（{path}）。"
    "ほかの人が使い終わってから、書き込みできる状態で一度開いてください。",
    # Machine
    "database_damaged": "データベースが傷んでいます（{path}：{detail}）。"
    "verify で調べ、restore で新しいバックアップに戻してください。",
    "database_unwritable": "書き込みできません（{path}）。入力は保存されていません。"
    "フォルダーが読み取り専用になっていないか、書き込む権限があるかを確かめてください。",
    "database_read_only": "読むだけの状態で開いているため、保存できません（{path}）。"
    "ほかで閉じてから開き直してください。",
    "database_busy": "ほかの人が読んでいる途中で、書き込みを待てませんでした（{path}）。"
    "入力は保存されていません。少し待って、もう一度お試しください。",
    "disk_full": "ディスクの空きがなく、保存できませんでした（{path}）。"
    "前の内容はそのまま残っています。空きを作ってから、もう一度お試しください。",
    "disk_failed": "ディスクの読み書きに失敗しました（{path}：{detail}）。保存されていません。"
    "ドライブがつながっているか確かめて、もう一度お試しください。",
    "text_not_storable": "文字として成り立たない記号が入っているため、"
    "保存できませんでした（{place}）。"
    "貼り付けた文の終わりなどを入力し直してください。",
    # Plans and findings
    "plan_version_unknown": "計画「{plan}」の第{version}版はこのデータベースにありません。"
    "その版の計画を取り込んでください。",
    "plan_version_exists": "計画「{plan}」の第{version}版は、違う内容で登録済みです。"
    "版の番号を1つ上げて取り込んでください。",
    "year_without_plan": "{year}を含む計画がこのデータベースにありません。"
    "年度を確かめるか、その計画を取り込んでください。",
    "finding_unknown": "番号 {number} の確認事項は見つかりません。一覧を開き直してください。",
    # Backups
    "backup_missing": "バックアップが見つかりません（{path}）。ファイルの場所を確かめてください。",
    "backup_damaged": "バックアップの中身を確かめられませんでした（{path}：{detail}）。"
    "これまでのバックアップとデータベースはそのまま残っています。verify で調べてください。",
    # What verify finds
    "engine_complains": "データベースの点検で異常が見つかりました：{detail}。"
    "バックアップに戻すことをお勧めします。",
    "record_damaged": "記録が書いたときと変わっています（{where}）。"
    "バックアップと見比べて、入力し直すか restore で戻してください。",
    "answer_damaged": "項目 {key} の記録が読めません。データベースが傷んでいます。"
    "verify で調べ、restore で新しいバックアップに戻してください。",
    "answer_forked": "コピーしたデータベースが2つとも使われたようです（{where}）。"
    "どちらの記入も残してあります。画面でどちらかを選ぶと1つになります。",
    "plan_damaged": "計画「{plan}」の第{version}版が読めません。"
    "バックアップに戻すか、計画を取り込み直してください。",
    "archive_missing": "取り込んだ評価ブック「{file}」の控えがありません（{digest}）。"
    "元のファイルがあれば、もう一度取り込んでください。",
    "archive_changed": "取り込んだ評価ブック「{file}」の控えが変わっています（{digest}）。"
    "元のファイルがあれば、もう一度取り込んでください。",
    "search_stale": "検索のための控えが{count}か所で回答と違っていました。回答は変わっていません。"
    "書き込めるように開いているときは、いま作り直しました。",
    "archive_damaged": "取り込んだ評価ブックの控えが傷んでいます（{path}）。"
    "バックアップに戻すか、元のファイルをもう一度取り込んでください。",
}
