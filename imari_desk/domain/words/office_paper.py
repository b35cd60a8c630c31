"""What the page of printing and publishing says."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # --- what stands in the PDF's title ---
    "office.paper.document.sheets": "{year}　施策評価シート　{plan}",
    "office.paper.document.meeting": "{year}　本部会議資料　{plan}",
    "office.paper.document.wrap_up": "計画期間の総括　{plan}",
    "office.paper.document.public": "{year}　施策評価　{plan}",
    "office.paper.document.status": "{year}　提出状況の一覧　{plan}",
    # --- the list of who has sent what, on paper ---
    "office.paper.status.title": "{year}評価　提出状況の一覧",
    "office.paper.status.day": "{plan}　{day}現在",
    "office.paper.status.lead": "{departments}課のうち{waiting}課から、"
    "あわせて{missing}施策がまだ届いていない。",
    "office.paper.status.all_there": "{departments}課すべてから届いた。",
    "office.paper.status.heads": "担当課｜依頼｜受付｜差戻し｜確定｜まだ届いていない施策",
    # --- the page ---
    "office.paper.title": "印刷・公表",
    "office.paper.what": "印刷するもの",
    "office.paper.of": "{count}施策",
    "office.paper.kind.sheets": "施策評価シート",
    "office.paper.kind.meeting": "本部会議資料",
    "office.paper.kind.wrap_up": "計画期間の総括",
    "office.paper.kind.public": "公表用のシート",
    "office.paper.kind.status": "提出状況の一覧",
    "office.paper.kind.book": "集計ブック（Excel）",
    "office.paper.hint.sheets": "1施策1枚、A4横。",
    "office.paper.hint.meeting": "評価の分布、前年度からの変化、遅れている施策、お諮りすること、"
    "成果指標と施策の一覧。A4縦。",
    "office.paper.hint.wrap_up": "計画の全年度を1施策1枚に。はじめに計画全体のまとめが付きます。",
    "office.paper.hint.public": "確定して「公表する」とした施策を、内部の記入を除いて。",
    "office.paper.hint.status": "どの課から何が届いているか。A4縦。",
    "office.paper.hint.book": "一覧・分野別・課別・指標・グラフを1つのブックに。",
    "office.paper.order": "印刷のしかた",
    "office.paper.order.all": "すべて",
    "office.paper.order.some": "選ぶ",
    "office.paper.order.plan": "計画の順",
    "office.paper.order.department": "課ごと（仕切り付き）",
    "office.paper.order.alone": "資料だけ",
    "office.paper.order.with_sheets": "シートも付ける",
    "office.paper.measures": "印刷する施策",
    "office.paper.picked": "{count}施策を選んでいます",
    "office.paper.pick_first": "印刷する施策を左の一覧で選んでください。",
    "office.paper.book": "集計ブックは、上の「ブックを保存」でExcelのファイルにします。",
    "office.paper.making": "作っています　{done} / {total}枚",
    "office.paper.shown": "{count}ページ",
    "office.paper.shown_some": "はじめの{count}ページ（ほか{left}枚も印刷・PDFには入ります）",
    "office.paper.print": "印刷する",
    "office.paper.pdf": "PDFにする",
    "office.paper.save_book": "ブックを保存",
    "office.paper.book_kind": "Excelブック (*.xlsx)",
    "office.paper.file.sheets": "{year}_評価シート.pdf",
    "office.paper.file.meeting": "{year}_本部会議資料.pdf",
    "office.paper.file.wrap_up": "{year}_計画期間の総括.pdf",
    "office.paper.file.public": "{year}_公表.pdf",
    "office.paper.file.status": "{year}_提出状況.pdf",
    "office.paper.file.book": "{year}_集計.xlsx",
    # --- publishing ---
    "office.paper.going": "公表する {count}施策　見送る {held}施策",
    "office.paper.no_text": "公表文のないまま公表：{count}施策（{codes}）",
    "office.paper.held": "公表を見送る施策と理由",
    "office.paper.held.not_settled": "まだ確定していない：{count}施策（{codes}）",
    "office.paper.held.not_said": "公表可否が決まっていない：{count}施策（{codes}）",
    "office.paper.held.not_public": "「公表しない」としている：{count}施策（{codes}）",
    "office.paper.publish": "公表ファイルを書き出す",
    "office.paper.ask_publish": "{count}施策の公表用シート（PDF）と表（CSV）"
    "をフォルダーに書き出し、"
    "「公表済」にします。そのあとの変更は訂正の手続きになります。",
    "office.paper.publish_yes": "フォルダーを選ぶ",
    "office.paper.publish_folder": "公表ファイルを書き出すフォルダー",
    "office.paper.publishing": "公表ファイルを書き出しています",
}
