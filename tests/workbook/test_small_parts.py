"""Comments, threads and drawn shapes."""

from __future__ import annotations

import pytest

from tests.workbook import hostile
from tests.workbook.hostile import MAIN, parts, worksheet, zipped
from tests.workbook.reading import inline, sheet_of


def with_link(kind: str, target: str, extra: dict[str, bytes]) -> bytes:
    """A workbook whose first sheet has a relationship to another part."""
    made = parts(worksheet(f'<row r="1">{inline("文")}</row>'))
    made["xl/worksheets/_rels/sheet1.xml.rels"] = hostile.links((kind, target))
    return zipped(list((made | extra).items()))


COMMENTS = f"""<comments xmlns="{MAIN}"><authors>
<author>推進室</author><author>花子</author></authors>
<commentList><comment ref="C12" authorId="1"><text><r><t>確認</t></r><r><t>済み</t></r>
<rPh><t>カク</t></rPh></text></comment><comment ref="A1" authorId="9"><text><t>古い</t></text>
</comment></commentList></comments>""".encode()


def test_comments_are_read() -> None:
    data = with_link("comments", "../comments1.xml", {"xl/comments1.xml": COMMENTS})
    assert sheet_of(data).comments == ((12, 3, "花子", "確認済み"), (1, 1, "", "古い"))


def test_threads_stand_in_for_their_notes() -> None:
    made = parts(worksheet(""))
    made["xl/worksheets/_rels/sheet1.xml.rels"] = hostile.links(
        ("comments", "../comments1.xml"), ("threadedComment", "../threads/t1.xml")
    )
    made["xl/_rels/workbook.xml.rels"] = hostile.links(
        ("worksheet", "worksheets/sheet1.xml"), ("person", "persons/person.xml")
    )
    made["xl/comments1.xml"] = COMMENTS
    made["xl/threads/t1.xml"] = (
        '<ThreadedComments><threadedComment ref="C12" personId="{1}"><text>なぜ？</text>'
        '</threadedComment><threadedComment ref="C12" personId="{2}"><text>はい</text>'
        "</threadedComment></ThreadedComments>"
    ).encode()
    made["xl/persons/person.xml"] = (
        '<personList><person id="{1}" displayName="太郎"/></personList>'.encode()
    )
    assert sheet_of(zipped(list(made.items()))).comments == (
        (1, 1, "", "古い"),
        (12, 3, "太郎", "なぜ？"),
        (12, 3, "", "はい"),
    )


def drawing(inside: str) -> bytes:
    return with_link(
        "drawing",
        "../drawings/drawing1.xml",
        {
            "xl/drawings/drawing1.xml": (
                '<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="mc"><xdr:twoCellAnchor>'
                f"{inside}</xdr:twoCellAnchor></xdr:wsDr>"
            ).encode()
        },
    )


SHAPE = (
    "<xdr:sp><xdr:txBody><a:p><a:r><a:t>ここに</a:t></a:r><a:br/><a:r><a:t>書いた</a:t></a:r></a:p>"
    "<a:p><a:r><a:t>二段目</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
)


@pytest.mark.parametrize(
    ("inside", "texts", "silent"),
    [
        ("", (), False),
        (SHAPE, ("ここに\n書いた\n二段目",), False),
        (f"<xdr:grpSp>{SHAPE}<xdr:sp/></xdr:grpSp>", ("ここに\n書いた\n二段目",), True),
        ("<xdr:pic/>", (), True),
        ("<xdr:graphicFrame/>", (), True),
        (
            f"<mc:AlternateContent><mc:Choice>{SHAPE}</mc:Choice><mc:Fallback>{SHAPE}<xdr:pic/>"
            "</mc:Fallback></mc:AlternateContent>",
            ("ここに\n書いた\n二段目",),
            False,
        ),
    ],
)
def test_shapes(inside: str, texts: tuple[str, ...], silent: bool) -> None:
    sheet = sheet_of(drawing(inside))
    assert (sheet.drawing_texts, sheet.drawings) == (texts, silent)


FRAME = '<xdr:graphicFrame><dgm:relIds xmlns:dgm="d" xmlns:r="r" r:dm="rId{}"/></xdr:graphicFrame>'
BOX = "<dgm:pt><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/>{}</dgm:t></dgm:pt>"
LINE = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"


def with_diagram(frame: str, *boxes: str) -> bytes:
    data = "".join(BOX.format(box) for box in boxes)
    made = {
        "xl/drawings/drawing1.xml": (
            f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:oneCellAnchor>{frame}'
            "</xdr:oneCellAnchor></xdr:wsDr>"
        ).encode(),
        "xl/drawings/_rels/drawing1.xml.rels": hostile.links(
            ("diagramLayout", "../diagrams/layout1.xml"), ("diagramData", "../diagrams/data1.xml")
        ),
        "xl/diagrams/data1.xml": (
            f'<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt type="doc"/>{data}'
            "</dgm:ptLst></dgm:dataModel>"
        ).encode(),
    }
    return with_link("drawing", "../drawings/drawing1.xml", made)


def test_the_boxes_of_a_diagram_are_read_each_for_itself() -> None:
    boxes = [LINE.format("窓口") + LINE.format("二段目"), "<a:p/>", LINE.format("電子申請")]
    sheet = sheet_of(with_diagram(FRAME.format(2), *boxes))
    assert sheet.drawing_texts == ("窓口\n二段目", "電子申請")
    assert not sheet.drawings


def test_a_diagram_without_words_or_gone_is_a_drawing() -> None:
    for data in (with_diagram(FRAME.format(2), "<a:p/>"), with_diagram(FRAME.format(7))):
        sheet = sheet_of(data)
        assert (sheet.drawing_texts, sheet.drawings) == ((), True)


@pytest.mark.parametrize(
    ("vml", "silent"),
    [
        (b'<xml><x:ClientData ObjectType="Note"/></xml>', False),
        (
            b'<xml><x:ClientData ObjectType="Note"/><x:ClientData ObjectType="Checkbox"/></xml>',
            True,
        ),
        (b"<xml><v:shape/><br></xml>", True),
    ],
)
def test_the_old_drawings(vml: bytes, silent: bool) -> None:
    data = with_link("vmlDrawing", "../vml1.vml", {"xl/vml1.vml": vml})
    assert sheet_of(data).drawings is silent


def test_an_embedded_object_is_a_drawing() -> None:
    assert sheet_of(with_link("oleObject", "../embeddings/a.bin", {})).drawings


def test_a_stripped_drawing_is_none() -> None:
    for kind in ("drawing", "comments", "vmlDrawing", "threadedComment"):
        sheet = sheet_of(with_link(kind, "../gone.xml", {}))
        assert (sheet.comments, sheet.drawings) == ((), False)
