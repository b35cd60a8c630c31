"""Sentences of the area its name says. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # What is printed in a 評価ブック
    "form.title": "{year}　施策評価表",
    "form.hint": (
        "薄い黄色の欄に記入してください（▼は一覧から選択）。項目コードは消さないでください。"
    ),
    "form.measure": "施策番号",
    "form.name": "施策名称",
    "form.year": "評価年度",
    "form.department": "担当課",
    "form.due": "提出期限",
    "form.schedule": "今年度の取組",
    "form.none": "（計画に記載なし）",
    "form.vision": "　【ビジョン：{action}】",
    "form.item": "項目",
    "form.code": "コード",
    "form.input": "今年度（記入）",
    "form.previous": "前年度（{year}）",
    "form.section.indicators": (
        "1　成果指標　　数字だけを記入してください。まだ出ない数字は空欄のまま「数値の状態」"
        "を選びます"
    ),
    "form.section.progress": "2　取組の進み具合　　実施評価指標・今年度行った段階",
    "form.section.grade": "3　自己評価　　{legend}",
    "form.section.texts": (
        "4　取組の記述　　字数は目安です。超えても保存・提出できます（行の高さは変えられます）"
    ),
    "form.section.outlook": "5　今後の方向性・経費・記入者",
    "form.rate": "　率はソフトが計算します",
    "form.not_evaluated": (
        "この年度は、計画に実施評価指標がありません。行ったことがあれば記入してください。"
    ),
    "form.proposal": "提案：{text}",
    "form.office": "推進室から（記入不要）",
    "form.comment": "{label}について",
    "form.conflict": "（回答が2つ以上あります。1つにまとめてください）",
    "form.empty_answer": "（空欄）",
    "form.footer": (
        "{title}（{plan}）第{version}版／{year}／{measure}／{purpose}　ブック番号 {number}"
    ),
    "form.choice_title": "一覧から選びます",
    "form.choice_error": (
        "一覧にない言葉です。このまま残すこともできますが、あとで確認をお願いします。"
    ),
    "cover.sheet": "提出票",
    "cover.title": "評価ブック　提出票",
    "cover.purpose": "用途",
    "cover.plan": "計画",
    "cover.version": "計画の版",
    "cover.plan_id": "計画の記号",
    "cover.year": "評価年度",
    "cover.department": "担当課",
    "cover.due": "提出期限",
    "cover.number": "ブック番号",
    "cover.written_on": "作成日",
    "cover.message": "連絡",
    "cover.reply": "返信（自由に記入）",
    "cover.measures": "このブックの施策",
    "cover.head.code": "番号",
    "cover.head.name": "施策名称",
    "cover.head.sheet": "シート",
    "cover.head.progress": "作成時の記入状況",
    "cover.progress": "{answered}／{all}項目",
    "cover.how": "記入のしかた",
    "cover.how.1": (
        "施策番号のシートを開き、薄い黄色の欄に記入します。▼のある欄は一覧から選びます。"
    ),
    "cover.how.2": "分からない欄は空けたままで構いません。未記入があっても提出できます。",
    "cover.how.3": "「コード」の列と各シートの最後の行は、読み取りに使います。消さないでください。",
    "cover.how.4": (
        "行の高さ、シートの順、シートの名前は変えて構いません。シート「データ」は書き換えない"
        "でください。"
    ),
    "cover.how.5": (
        "記入が終わったら、上書き保存して、このファイルを送り元へそのまま返してください。"
    ),
    "data.sheet": "データ",
    "data.proposal": "ソフトの提案",
    "plan.sheet": "計画",
    "plan.item": "項目",
    "plan.value": "値",
    "book.character": (
        "{place}に、ブックに書けない文字（{code}）があります。その文字を消してから、もう一度"
        "書き出してください。"
    ),
    "book.too_long": (
        "{place}が{count}文字あり、ブックの1つの欄（{limit}文字まで）に入りません。短くしてか"
        "ら、もう一度書き出してください。"
    ),
    # What is found when one is read
    "read.drawing": "読めない図形あり",
    "read.comment": "コメント（{author}）：{text}",
    "read.previous": "前年度の欄：{text}",
    "read.unclear": "{measure}「{label}」：{text}",
    "read.by_label": (
        "{measure}「{label}」はコードが見当たらないため、見出しから読み取りました。合っている"
        "か確かめてください。"
    ),
    "read.conflict_kept": (
        "{measure}「{label}」に複数の回答が並んだままです。1つだけ残して、もう一度取り込むか"
        "画面で選んでください。"
    ),
    "read.all_empty": (
        "シート「{sheet}」の回答がすべて空でした。消したものとは扱わず、前の回答を残しました"
        "。消すときは画面で消してください。"
    ),
    "read.perhaps_empty": (
        "{measure}「{label}」の欄が空ですが、見出しが見当たりません。前の回答を残しました。消"
        "すときは画面で消してください。"
    ),
    "read.merged": (
        "{measure}「{label}」の欄がほかの欄と結合されていて読み取れません。結合を解くか、画面"
        "で入力してください。"
    ),
    "read.formula": (
        "{measure}「{label}」は計算式の結果「{seen}」を読み取りました。合っているか確かめてく"
        "ださい。"
    ),
    "read.formula_empty": (
        "{measure}「{label}」は計算式で、計算結果が保存されていません。表計算ソフトで開いて保"
        "存し直すか、値を入力してください。"
    ),
    "read.error_cell": "{measure}「{label}」がエラー値（{seen}）です。値を入力し直してください。",
    "read.code_twice": (
        "{measure}「{label}」のコードがシートに2か所あります。先にある欄を読み取りました。も"
        "う一方を確かめてください。"
    ),
    "read.no_data": (
        "シート「データ」がないため、どの欄が書き換えられたか見分けられません。記入のある欄を"
        "すべて読み取りました。内容を確かめてください。"
    ),
    "read.no_codes": (
        "シート「{sheet}」に項目コードがないため、見出しから読み取りました。内容を確かめてく"
        "ださい。"
    ),
    "read.no_cover": "提出票が見当たらないため、用途や担当課はほかのシートから読み取りました。",
    "read.plan_guessed": (
        "どの計画のブックか書かれていません。「{title}」第{version}版として読み取りました。合"
        "っているか確かめてください。"
    ),
    "read.foreign": (
        "評価ブックではないようです。提出票も、施策番号や項目コードのある評価表も見当たりませ"
        "ん。送り元に確かめてください。"
    ),
    "read.plan_unknown": (
        "計画「{plan}」第{version}版のブックですが、この計画は登録されていません。計画を登録"
        "してから、もう一度取り込んでください。"
    ),
    "read.plan_damaged": "シート「{sheet}」の計画を読み取れません。{text}",
    "read.plan_changed": (
        "シート「{sheet}」の計画が、登録されている計画と違います。違いは取り込まず、登録され"
        "ている計画で読み取りました。"
    ),
    "read.measure_unknown": (
        "シート「{sheet}」の施策番号「{seen}」は、この計画にありません。このシートは読み取り"
        "ませんでした。"
    ),
    "read.year_unknown": (
        "シート「{sheet}」の評価年度「{seen}」が読み取れないか、計画の期間にありません。この"
        "シートは読み取りませんでした。"
    ),
    "read.form_disagrees": (
        "シート「{sheet}」の施策番号や年度が、いちばん下の行と違います。このシートは読み取り"
        "ませんでした。どの施策の評価表か確かめてください。"
    ),
    "read.data_row": (
        "シート「{sheet}」の{row}行目は読み取れません（{seen}）。この行は取り込みませんでした。"
    ),
    "read.data_changed": (
        "シート「{sheet}」の{row}行目（{measure}「{label}」）が書き換えられています。前の値と"
        "両方を残しますので、どちらかを選んでください。"
    ),
    "read.data_broken": (
        "シート「{sheet}」の行が崩れています（並べ替えや貼り付けなど）。このシートは使わず、"
        "評価表の記入だけを読み取りました。"
    ),
}
