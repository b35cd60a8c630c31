"""Sentences of the office's tables: assignment list, consolidated workbook, public CSV."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # --- the assignment list ---
    "list.unreadable": "担当課の一覧を読めませんでした。Excelで開き、「Excelブック（.xlsx）」か"
    "「CSV UTF-8」で保存し直したものを指定してください。",
    "list.too_large": "担当課の一覧にしては大きすぎるファイルです（上限{limit}MB）。"
    "施策番号・担当課・関係課だけの表にしてください。",
    "list.no_header": "「施策番号」と「担当課」の見出しが見つかりません。"
    "表の最初の行に、施策番号・担当課・関係課の見出しを付けてください。",
    "list.no_codes": "貼り付けた範囲に施策番号の列が見つかりません。"
    "施策番号と担当課を含めてコピーしてください。",
    "list.empty": "見出しの下に行がありません。施策番号と担当課を1行に1施策ずつ入れてください。",
    "list.rows": "担当課の一覧に直すところが{count}か所あります。"
    "直してからもう一度指定してください。"
    "まだ何も取り込んでいません。\n{faults}",
    "list.row": "{line.row}行目",
    "list.row_of_sheet": "シート「{line.sheet}」の{line.row}行目",
    "list.twice": "{place}：{measure}は前の行にもあり、担当課か関係課が違います。"
    "どちらか一方の行にしてください。",
    "list.no_measure": "{place}：「{department}」の施策番号が空いています。番号を入れてください。",
    "list.unknown_measure": "{place}：施策番号「{measure}」は{plan}にありません。"
    "番号を確かめてください。",
    "list.no_department": "{place}：{measure}の担当課が空いています。課の名前を入れてください。",
    "list.odd_name": "{place}：{measure}の課の名前「{name}」を読み取れません。"
    "1行の短い名前を文字で入れてください。",
    # --- the consolidated workbook; ｜ parts the headings of a table ---
    "sum.list": "一覧",
    "sum.fields": "分野別",
    "sum.departments": "課別",
    "sum.indicators": "指標",
    "sum.charts": "指標グラフ",
    "sum.data": "一覧データ",
    "sum.list.title": "{year}　施策評価の一覧",
    "sum.fields.title": "{year}　評価の集計（分野別）",
    "sum.departments.title": "{year}　評価の集計（課別）",
    "sum.indicators.title": "成果指標の推移（{first}～{last}）",
    "sum.charts.title": "成果指標の推移（{first}～{last}）　グラフ",
    "sum.made": "{plan}　第{version}版　　{day}現在　　{measures}施策",
    "sum.legend": "評価の見方：{legend}",
    "sum.counted": "「評価」は、二次評価があれば二次評価、なければ課の自己評価です。"
    "どちらもまだない施策は「未定」とし、ソフトの提案は数えません。",
    "sum.shares": "割合は、それぞれの行の施策数に対するものです。",
    "sum.expected": "「見込み」は、その年度末までに進むはずの値（目標×年度ごとの割合）です。"
    "達成率は見込みに対するもので、{year}が今回の評価年度です。空欄は、値がないか評価しない年度です。",
    "sum.chart_lines": "青の実線が実績、灰色の破線が見込みです。"
    "数値のない目標は「指標」の表をご覧ください。",
    "sum.page": "－ &P －",
    "sum.list.heads": "番号｜分野｜施策名｜担当課｜進捗区分｜指標の済｜成果指標と実績"
    "｜達成率｜提案｜自己｜二次｜評価｜前年度｜変化｜取組実績｜成果｜課題・要因｜次年度の取組｜方向性"
    "｜推進室所見｜本部意見｜公表",
    "sum.indicator": "{name}：{value}（目標 {target}）",
    "sum.stated": "{name}：{value}",
    "sum.no_value": "値なし",
    "sum.done": "{done}／{asked}",
    "sum.sign.up": "▲",
    "sum.sign.same": "＝",
    "sum.sign.down": "▼",
    "sum.sign.none": "",
    "sum.trend.up": "▲ 上がった",
    "sum.trend.same": "＝ 同じ",
    "sum.trend.down": "▼ 下がった",
    "sum.trend.none": "比べられない（評価なし・未定）",
    "sum.conflict": "回答が{count}つあります：{answers}",
    "sum.cut": "{text}…（全文は「一覧データ」）",
    "sum.unsettled": "未定",
    "sum.measures": "施策数",
    "sum.count": "件数（{year}）",
    "sum.share": "割合（{year}）",
    "sum.last_count": "前年度の件数（{year}）",
    "sum.all": "全体",
    "sum.by_field": "分野",
    "sum.by_group": "柱（◎）",
    "sum.by_department": "担当課",
    "sum.nobody": "（担当課未定）",
    "sum.by_trend": "前年度からの変化",
    "sum.trend.measures": "施策",
    "sum.chart.fields": "分野別の評価の割合（数字は施策数）",
    "sum.chart.departments": "課別の評価の割合（数字は施策数）",
    "sum.indicator.heads": "番号｜施策名｜成果指標｜目標｜単位",
    "sum.actual": "実績",
    "sum.expected_head": "見込み",
    "sum.achievement": "達成率",
    "sum.state": "数値の状態\n（{year}）",
    "sum.met": "達成",
    "sum.not_met": "未達成",
    "sum.chart_title": "{code} {name}（{unit}）",
    "sum.data.heads": "年度｜施策番号｜分野｜柱｜施策名｜担当課"
    "｜項目キー｜項目コード｜項目名｜値｜単位｜数値｜同じ項目の回答数",
    "sum.data.grade": "評価",
    "sum.data.proposal": "提案",
    "sum.data.achievement": "達成率",
    "sum.data.amount": "{name}：実績",
    "sum.data.expected": "{name}：見込み",
    # --- the public CSV ---
    "public.heads": "計画｜年度｜施策番号｜分野｜柱｜施策名｜担当課｜取組内容｜評価｜公表文",
    "public.indicator_heads": "年度｜施策番号｜施策名｜成果指標｜目標｜実績（表記）｜実績（数値）"
    "｜単位｜達成率（％）",
}
