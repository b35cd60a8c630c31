"""What is asked about typed answers, and what a check finds. See words/__init__.py."""

from __future__ import annotations

_NUMBERS = {
    "number.state": "「{seen}」は数字の代わりに「数値の状態」で「{state}」をお選びください。",
    "number.dash": "「{seen}」は0でしょうか、数字がないのでしょうか。0なら「0」と入れてください。"
    "ないときは空欄にして、「数値の状態」の欄があればお選びください。",
    "number.none": "「{seen}」は0でしょうか、対象外でしょうか。0なら「0」と入れてください。"
    "対象外のときは空欄にして、「数値の状態」の欄があればお選びください。",
    "number.not_held": "「{seen}」のときの数字をご確認ください。行わなかったため0なら「0」と、"
    "数えないときは空欄にして「数値の状態」で「対象外」をお選びください。",
    "number.mark": "「{seen}」は印のようです。数字で入れてください。",
    "number.error_cell": "表計算ソフトのエラー（{seen}）になっています。数字を入れ直してください。",
    "number.formula": "計算式（{seen}）は読み取れません。計算した結果の数字を入れてください。",
    "number.date": "「{seen}」は日付のように見えます。数字が日付に変わっていないかご確認ください。",
    "number.about": "「{seen}」は幅のある書き方です。数字を1つ入れ、"
    "説明は補足の欄にお書きください。",
    "number.range": "「{seen}」は範囲のように見えます。数字を1つ入れてください。",
    "number.several": "「{seen}」は数字が2つ以上あるように見えます。"
    "ここには1つだけ入れてください。",
    "number.no_digits": "「{seen}」に数字が見当たりません。数字を入れてください。",
    "number.similar": "「{seen}」は「{might}」でよろしいですか。よければ数字だけを入れてください。",
    "number.unreadable": "「{seen}」は数字として読み取れません。数字だけを入れ直してください。",
    "number.other_unit": "「{seen}」の単位をご確認ください（この欄の単位：{unit}）。"
    "「{might}」でよければ数字だけを入れてください。",
    "number.share": "「{seen}」は{might}％でしょうか、{bare}％でしょうか。"
    "「{might}」か「{bare}％」と入れてください。",
    "number.percent_cell": "セルの表示形式が％になっています。「{might}」でよければ、"
    "表示形式を標準に戻して入れ直してください。",
    "number.one_or_several": "「{seen}」は{one}の1つでしょうか、{several}の2つ以上でしょうか。"
    "2つ以上のときは「・」で区切ってください。",
    "number.part_of_event": "「{seen}」は小数を含んでいます。1回ごとの数は「11・7」のように"
    "「・」で区切ってください。",
}
_DATES = {
    "date.unreadable": "「{seen}」は日付として読み取れません。「令和8年5月20日」のように"
    "入れてください。",
    "date.no_year": "「{seen}」には年がありません。"
    "「令和8年5月20日」のように年から入れてください。",
    "date.no_day": "「{seen}」には日がありません。「令和8年5月20日」のように日まで入れてください。",
    "date.no_era": "「{seen}」は{name}でよろしいですか。よければ元号か西暦を付けて入れてください。",
    "date.impossible": "「{seen}」という日付は暦にありません。入れ直してください。",
    "date.outside": "「{seen}」はその元号の期間に入りません。{name}でよろしいですか。",
    "date.weekday": "「{seen}」は日付と曜日が合いません（その日は{right}曜日です）。"
    "日付をご確認ください。",
    "date.serial": "「{seen}」は日付の通し番号のように見えます。{name}でよろしいですか"
    "（1904年から数えるブックなら{name_1904}）。日付で入れ直してください。",
    "year.unreadable": "「{seen}」は年度として読み取れません。"
    "「令和7年度」のように入れてください。",
    "year.outside": "「{seen}」はその元号の期間に入りません。{name}でよろしいですか。",
}
_CHOICES = {
    "choice.unknown": "「{seen}」は選択肢にありません。{choices}からお選びください。",
    "choice.similar": "「{seen}」は「{might}」でよろしいですか。{choices}からお選びください。",
    "text.control": "表に入れられない文字（{character}）が含まれています。"
    "消してから入れ直してください。",
}

_MISSING = {
    "missing.text": "「{label}」をご記入ください。",
    "missing.choice": "「{label}」をお選びください。",
    "missing.milestone": "実施評価指標「{label}」の状況をお選びください。",
    "missing.milestone_reason": "実施評価指標「{label}」が「{state}」の理由をご記入ください。",
    "missing.number": "「{label}」の数字をご記入ください。まだ出ないときは「数値の状態」を"
    "お選びください。",
    "missing.number_state": "「{name}」の数字が確定か速報かを「{label}」でお選びください。",
    "missing.phases": "今年度に取り組んだ段階をお選びください。",
    "missing.because": "{because}が「{value}」なので、「{label}」をご記入ください。",
    "missing.grade_reason": "自己評価「{grade}」は提案「{proposed}」と異なります。"
    "「{label}」をご記入ください。",
}
_ODD = {
    "check.conflict": "「{label}」に答えが{count}つあります。どちらかをお選びください。",
    "check.other_grade": "自己評価「{grade}」は提案「{proposed}」と異なります（理由の記入あり）。",
    "contradiction.progress": "進捗区分は「{progress}」ですが、実施評価指標「{milestone}」は"
    "「{state}」です。どちらかをご確認ください。",
    "contradiction.phase": "進捗区分は「未着手」ですが、「{phase}」に取り組んだとあります。"
    "どちらかをご確認ください。",
    "contradiction.state": "「{name}」の状態は「{state}」ですが、数字も入っています。"
    "どちらかをご確認ください。",
    "contradiction.next_plan": "今後の方向性は「{direction}」ですが、{label}は「{next_plan}」です。"
    "どちらかをご確認ください。",
    "contradiction.wrap_up": "{label}は「達成」ですが、自己評価は「{grade}」です。"
    "どちらかをご確認ください。",
    "contradiction.approved": "所属長の確認日（{approved}）が記入日（{entered}）より前です。"
    "日付をご確認ください。",
    "range.negative": "「{label}」が0より小さい数（{number}）です。数字をご確認ください。",
    "range.over_hundred": "「{label}」が100％を超えています（{number}％）。数字をご確認ください。",
    "range.numerator": "「{name}」は分子（{numerator}）が分母（{denominator}）より大きく、"
    "率が100％を超えます。数字をご確認ください。",
    "range.zero_denominator": "「{label}」が0なので率を計算できません。対象がない年度なら"
    "「数値の状態」で「対象外」をお選びください。",
    "range.settlement": "決算額（{settlement}千円）が予算額（{budget}千円）を超えています。"
    "補正などがあればそのままで構いません。",
    "range.date": "「{label}」の{day}は評価の時期から離れています。年をご確認ください。",
    "range.date_1904": "「{label}」の{day}は評価の時期から離れています。1904年から数えるブックから"
    "写したときは{meant}かもしれません。ご確認ください。",
    "range.fell": "「{label}」が前年度の{before}から{now}に減っています。"
    "年度末までの計かどうかご確認ください。",
    "range.rose": "「{label}」が前年度の{before}から{now}へ{percent}％増えています。"
    "そのままでよければ「数値の補足」に一言お書きください。",
    "range.sank": "「{label}」が前年度の{before}から{now}へ{percent}％減っています。"
    "そのままでよければ「数値の補足」に一言お書きください。",
}
_TEXTS = {
    "text.long": "「{label}」は{length}字で、目安の{limit}字を超えています。"
    "印刷では別紙に続くことがあります。",
    "text.private": "「{label}」に外字（{character}）があります。ほかのパソコンや公表で表示されない"
    "ので、別の文字への置き換えをご検討ください。",
    "text.same": "「{label}」が前年度と同じ文です。今年度の内容かご確認ください。",
    "text.nearly_same": "「{label}」が前年度とほぼ同じ文です（{percent}％）。"
    "今年度の内容かご確認ください。",
}

SENTENCES: dict[str, str] = {
    **_NUMBERS,
    **_DATES,
    **_CHOICES,
    **_MISSING,
    **_ODD,
    **_TEXTS,
}
