"""Sentences about the plan: its file, its workbook, its rows. See words/__init__.py."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # The file
    "plan.syntax": "計画ファイルの{line}の書き方を読み取れません。"
    "引用符やかっこの閉じ忘れがないか、その前後を確かめてください。",
    # One entry
    "plan.unknown_key": "{place}：この項目は使えません。"
    "項目名の書きまちがいがないか確かめてください（使える項目：{known}）。",
    "plan.missing": "{place}：値がありません。書き加えてください。",
    "plan.not_table": "{place}：ここには項目の集まりが入ります。書き方を見直してください。",
    "plan.not_list": "{place}：ここには [ ] で囲んだ並びが入ります。書き方を見直してください。",
    "plan.not_text": "{place}：ここには文字が入ります。引用符で囲まれているか確かめてください。",
    "plan.too_long": "{place}：{length}字あります。{limit}字以内に縮めてください。",
    "plan.one_line": "{place}：改行は使えません。1行にまとめてください。",
    "plan.strange_character": "{place}：目に見えない特別な文字（{character}）が入っています。"
    "打ち直してください。",
    "plan.not_number": "{place}：「{found}」は0以上の数として読めません。数だけを書いてください。",
    "plan.not_whole": "{place}：「{found}」は整数として読めません。数だけを書いてください。",
    "plan.not_flag": "{place}：ここには true か false が入ります。",
    "plan.not_choice": "{place}：「{found}」は選べません。次のどれかにしてください：{choices}。",
    "plan.not_year": "{place}：年度は「2021」のように西暦4桁で書いてください。",
    "plan.not_interval": "{place}：「{found}」は期間として読めません。"
    "「2022-04/2023-03」のように書いてください。",
    "plan.not_id": "{place}：「{found}」は識別名に使えません。"
    "半角の英小文字・数字・ハイフンで40字までにしてください。",
    "plan.not_code": "{place}：「{found}」は施策番号に使えません。「行-②」のように、"
    "文字・ハイフン・番号で20字までにしてください。",
    # What must agree
    "plan.years": "{place}：計画の年度は1900から2200までの間で、初年度から30年以内にしてください。",
    "plan.version": "{place}：版は1以上にしてください。",
    "plan.empty": "{place}：一つもありません。少なくとも一つ書いてください。",
    "plan.twice": "{place}：「{found}」は前にも書かれています。重ならないようにしてください。",
    "plan.unknown_field": "{place}：「{found}」という分野はありません。"
    "分野の一覧と合わせてください。",
    "plan.unknown_group": "{place}：「{found}」という柱はありません。柱の一覧と合わせてください。",
    "plan.outside_years": "{place}：計画の年度（{first}～{last}）の外です。"
    "年度を確かめてください。",
    "plan.interval_backwards": "{place}：期間の終わりが始まりより前です。入れ替えてください。",
    "plan.intervals_overlap": "{place}：期間が前の期間と重なるか、順が逆です。"
    "早い順に、重ならないように並べてください。",
    "plan.rate_without_parts": "{place}：率の指標には分子と分母の名前が要ります。"
    "書き加えてください。",
    "plan.parts_without_rate": "{place}：分子・分母は率の指標だけに書きます。"
    "種類を率にするか、消してください。",
    "plan.target_missing": "{place}：数値目標が要ります。数値のない目標なら、"
    "種類を「数値のない目標」（milestone）にしてください。",
    "plan.target_unwanted": "{place}：数値のない目標には数値目標を書きません。"
    "種類を変えるか、消してください。",
    "plan.target_zero": "{place}：この種類の目標は0より大きい数にしてください。"
    "0以下に抑える目標なら、種類を「上限」（ceiling）にしてください。",
    "plan.direction": "{place}：少ないほどよい指標は種類を「上限」（ceiling）に、"
    "上限の指標は向きを「少ないほどよい」（down）にしてください。",
    "plan.shares_count": "{place}：見込みが{found}個あります。"
    "計画の年度と同じ{years}個にしてください。",
    "plan.share_range": "{place}：「{found}」は見込みに使えません。"
    "0より大きく100以下の数（％）にしてください。",
    "plan.shares_fall": "{place}：見込みが前の年度より下がっています。"
    "計画の終わりに向けて増えるように並べてください。",
    "plan.thresholds_fall": "{place}：「何％以上」は、良い評価から順に"
    "小さくなるように書いてください。",
    "plan.threshold_missing": "{place}：達成率で決まる評価には「何％以上」が要ります。"
    "書き加えてください。",
    "plan.threshold_unwanted": "{place}：達成率で決まらない評価に「何％以上」は書きません。"
    "消してください。",
    "plan.threshold_floor": "{place}：達成率で決まる評価の最後は「0％以上」にして、"
    "どの達成率にも評価が付くようにしてください。",
    "plan.grade_order": "{place}：評価は、達成率で決まるもの、評価できないもの、"
    "評価の対象外の順に並べてください。",
    "plan.grade_kinds": "{place}：達成率で決まる評価が一つ以上、評価の対象外が一つ要ります"
    "（評価できないものは一つまで）。",
    # The rows a plan travels as
    "plan.row_path": "{place}：計画の行の見出しとして読めません。"
    "計画シートは直さずに、送られたままでお使いください。",
    "plan.rows_lost": "{place}：計画の行が欠けているか、書き換えられています。"
    "元のファイルをもう一度送ってもらってください。",
    # The workbook of the plan: what is wrong with it
    "plan_book.no_sheet": "「{sheet}」シートが見つかりません。"
    "見出しの行（{headers}）を消していないか確かめてください。",
    "plan_book.two_sheets": "「{sheet}」シートと同じ見出しのシートが二つ以上あります（{sheets}）。"
    "使うほうの名前を「{sheet}」にしてください。",
    "plan_book.no_column": "「{sheet}」シートに「{head}」の列が見つかりません。"
    "見出しを元に戻してください。",
    "plan_book.two_columns": "「{sheet}」シートに「{head}」の列が二つあります。"
    "使わないほうを消してください。",
    "plan_book.no_item": "「{sheet}」シートに「{item}」の行が見つかりません。"
    "行を元に戻してください。",
    "plan_book.not_value": "{place}：{found}が入っていて、値がわかりません。"
    "文字か数で打ち直してください。",
    "plan_book.not_year": "{place}：「{found}」は年度として読めません。"
    "「令和4年度」のように書いてください。",
    "plan_book.not_interval": "{place}：「{found}」は期間として読めません。"
    "「令和4年4月～令和7年3月」のように、1行に一つ書いてください。",
    "plan_book.unknown_code": "{place}：「{found}」という施策は「{sheet}」シートにありません。"
    "施策番号を合わせてください。",
    "plan_book.no_code": "{place}：施策番号がありません。書き加えてください。",
    # What is found in a cell in place of a value
    "plan_book.found.error": "エラー（{text}）",
    "plan_book.found.formula": "計算されていない式",
    "plan_book.found.date": "日付（{text}）",
    # What is printed in it
    "plan_book.choice.title": "選択肢",
    "plan_book.choice.text": "一覧にない言葉です。一覧から選んでください。",
    "plan_book.hint.head": "「内容」の列を直します。見出しと項目の言葉は変えないでください。",
    "plan_book.hint.structure": "区分が「柱」の行には、属する分野の名称も書きます。"
    "識別名は半角の英小文字・数字・ハイフンです。",
    "plan_book.hint.measures": "1行が一つの施策です。並べた順に表示されます。"
    "施策を足すときは表の下の空いた行に書きます。",
    "plan_book.hint.yearly": "実施評価指標がいくつもあるときは、セルの中で改行して1行に一つ書きます"
    "（Alt＋Enter）。ない年度は空欄にします。",
    "plan_book.hint.phases": "帯は「令和4年4月～令和7年3月」のように書きます。"
    "離れた期間は、セルの中で改行して並べます。原本と照らしたら「確認済」にします。",
    "plan_book.hint.indicators": "番号は施策の中での順です。"
    "数値のない目標は、数値目標と単位を空欄にします。"
    "見込みは、この指標だけ変えるときに書きます。",
    "plan_book.hint.grades": "良い評価から順に並べます。年度ごとの見込みと、指標が複数のときの"
    "決め方は「計画」シートにあります。",
    "plan_book.hint.terms": "説明は要約です。正式な文に置き換えてかまいません。",
    "plan_book.note.title": "評価シートなどに印刷されます。",
    "plan_book.note.short_title": "狭い所に使う短い名前です。",
    "plan_book.note.municipality": "計画を立てた市町村の名前です。",
    "plan_book.note.years": "「令和3年度」のように書きます。",
    "plan_book.note.expected": "その年度までに目標の何％まで進むはずかを、"
    "年度の数だけ「・」で並べます。",
    "plan_book.note.combine": "一つの施策の評価を、いくつもの指標からどう決めるかです。",
    "plan_book.note.id": "変えると別の計画になります。ふだんは変えません。",
    "plan_book.note.version": "取り込むと、次の番号になります。",
    "plan_book.note.version_note": "今回、どこをなぜ直したかを書いてください。",
}
