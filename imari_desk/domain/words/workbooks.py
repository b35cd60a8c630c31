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
    "form.office": "推進室から（返信は黄色の欄へ。ほかは記入不要です）",
    "form.comment": "{label}について",
    "form.reply_row": "上への返信",
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
    "workbook.empty": (
        "「{file}」は中身のない（0バイトの）ファイルです。コピーや送信が途中で止まったようで"
        "す。元の場所からもう一度受け取ってください。"
    ),
    "workbook.owner_file": (
        "「{file}」は、Excelでだれかがブックを開いている間だけできる目印のファイルです。名前"
        "の先頭に「~$」が付かないほうのブックを選んでください。"
    ),
    "workbook.locked": (
        "「{file}」にはパスワードまたは閲覧の制限がかかっていて、中を読めません。Excelで開い"
        "て「ファイル」→「情報」→「ブックの保護」で解除し、保存し直してください。"
    ),
    "workbook.xls": (
        "「{file}」は古い形式（.xls）のブックです。Excelで開き、「名前を付けて保存」で「Excel"
        "ブック（.xlsx）」を選んで保存し直してください。"
    ),
    "workbook.xlsb": (
        "「{file}」はバイナリ形式（.xlsb）のブックです。Excelで開き、「名前を付けて保存」で「"
        "Excelブック（.xlsx）」を選んで保存し直してください。"
    ),
    "workbook.xml_2003": (
        "「{file}」はExcel 2003のXML形式のブックです。Excelで開き、「名前を付けて保存」で「Ex"
        "celブック（.xlsx）」を選んで保存し直してください。"
    ),
    "workbook.old_office": (
        "「{file}」は古い形式のOfficeの文書で、Excelのブックではありません。評価ブック（.xlsx"
        "）を選んでください。"
    ),
    "workbook.ods": (
        "「{file}」はOpenDocument形式（.ods）の表です。LibreOfficeなどで開き、「名前を付けて"
        "保存」で「Excel 2007-365（.xlsx）」を選んで保存し直してください。"
    ),
    "workbook.open_document": (
        "「{file}」はOpenDocument形式の文書で、表計算のブックではありません。評価ブック（.xls"
        "x）を選んでください。"
    ),
    "workbook.docx": "「{file}」はWordの文書です。評価ブック（.xlsx）を選んでください。",
    "workbook.pptx": "「{file}」はPowerPointの資料です。評価ブック（.xlsx）を選んでください。",
    "workbook.pdf": (
        "「{file}」はPDFです。PDFからは取り込めません。元の評価ブック（.xlsx）を選んでください。"
    ),
    "workbook.html": (
        "「{file}」の中身はWebページ（HTML）です。ダウンロードのかわりに案内の画面が保存され"
        "たのかもしれません。元の場所からブックをもう一度受け取ってください。"
    ),
    "workbook.plain_text": (
        "「{file}」の中身はCSVなどの文字だけのファイルです。Excelで開いて「Excelブック（.xlsx"
        "）」で保存し直すか、元の評価ブックを選んでください。"
    ),
    "workbook.other_zip": (
        "「{file}」は圧縮ファイル（zip）で、Excelのブックではありません。展開して、中の評価ブ"
        "ック（.xlsx）を選んでください。"
    ),
    "workbook.unknown": (
        "「{file}」はExcelのブックではありません。Excelで開けるか確かめ、開けたら「Excelブッ"
        "ク（.xlsx）」で保存し直してください。"
    ),
    "workbook.cut_short": (
        "「{file}」は途中で切れているか、壊れています。コピーや送信が終わっているか確かめて、"
        "もう一度受け取ってください。"
    ),
    "workbook.large_file": (
        "「{file}」は{limit}MBを超えているため、取り込みを止めました。貼り付けた画像などを除"
        "いて保存し直してください。"
    ),
    "workbook.many_parts": (
        "「{file}」は中の部品が{limit}個を超えているため、取り込みを止めました。評価ブックの"
        "表だけを新しいブックに写して保存し直してください。"
    ),
    "workbook.swollen": (
        "「{file}」は開くと異常に大きくなるため、取り込みを止めました（{place}）。評価ブック"
        "の表だけを新しいブックに写して保存し直すか、送り主に確かめてください。"
    ),
    "workbook.too_much": (
        "「{file}」の「{place}」には、評価ブックでは使わないほど多くのセルがあります。使って"
        "いない行や列を削除して保存し直してください。"
    ),
    "workbook.zip_locked": (
        "「{file}」の中身は圧縮ソフトのパスワードで守られていて、読めません（{place}）。Excel"
        "で開けるブックに戻して保存し直してください。"
    ),
    "workbook.zip_method": (
        "「{file}」はExcelが使わない圧縮のしかたで作られています（{place}）。Excelで開いて保"
        "存し直してください。"
    ),
    "workbook.part_twice": (
        "「{file}」の中に同じ部品が2つあり、どちらが正しいか決められません（{place}）。Excel"
        "で開いて内容を確かめ、保存し直してください。"
    ),
    "workbook.part_outside": (
        "「{file}」の中の部品がブックの外を指しています（{place}）。安全のため取り込みません"
        "。Excelで開いて内容を確かめ、保存し直してください。"
    ),
    "workbook.part_missing": (
        "「{file}」はブックの部品が足りません（{place}）。Excelで開いて保存し直すか、元の場所"
        "からもう一度受け取ってください。"
    ),
    "workbook.sheet_missing": (
        "「{file}」のシート「{place}」の中身が見つかりません。元の場所からもう一度受け取るか"
        "、Excelで開いて内容を確かめ、保存し直してください。"
    ),
    "workbook.no_sheets": (
        "「{file}」にはシートが1枚もありません。Excelで開いて内容を確かめ、「Excelブック（.xl"
        "sx）」で保存し直してください。"
    ),
    "workbook.doctype": (
        "「{file}」には、ブックにあるはずのない指定が含まれています（{place}）。安全のため取"
        "り込みません。送り主に確かめ、Excelで開いて保存し直したものを受け取ってください。"
    ),
    "workbook.damaged_part": (
        "「{file}」の「{place}」は壊れていて読めません。Excelで開いて（修復して）内容を確かめ"
        "、保存し直してください。"
    ),
    "read.other_plan": (
        "シート「{sheet}」は別の計画（{plan}）の評価表です。このシートは読み取りませんでした。"
    ),
}
