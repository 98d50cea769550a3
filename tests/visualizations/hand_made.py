"""A small map model made by hand: three actors, two sectors, one missing sector, two gaps."""

from __future__ import annotations

from dataclasses import replace

from visualizations.map_model import (
    WORDS,
    DashedLine,
    GapMark,
    Hull,
    Label,
    LegendBlock,
    LegendEntry,
    MapEdge,
    MapModel,
    MapNode,
)

HOSTILE = (
    "</script><script>document.title='struck'</script>",
    "<img src=x onerror=\"document.title='struck'\"> see href",
    "\u2028\u2029{{ 7 * 7 }}{% raw %}\\u003c!--",
    "\"'><svg onload=document.title='struck'>",
    "--></style><a href=javascript:alert(1)>ก</a>",
)


def node(number: int, x: float, y: float, group: str, name: str) -> MapNode:
    """One node with its row."""
    return MapNode(
        id=f"id-{number}",
        name=name,
        short_name=name[:20],
        x=x,
        y=y,
        radius=12,
        colour="#0C13B3",
        shape="square",
        group=group,
        tooltip=f"{name}\n{group}",
        importance=number,
        label=Label(name[:20], x, y + 26, 60, 17.4) if number < 2 else None,
        hatched=number == 2,
        cells=(name, group, str(number), f"0.{number}"),
    )


def model(names: tuple[str, ...] = ("สำนักงานจังหวัด", "กลุ่มน้ำใส", "วัดป่า"), **changes: object) -> MapModel:
    """The model, with other names or fields if wanted."""
    heading = Label("ภาครัฐ 2", 250, 80, 70, 23)
    line = DashedLine(400, 300, 620, 300, 0.1)
    made = MapModel(
        language="th",
        title="เครือข่ายตัวอย่าง",
        subtitle="ณ วันที่ 1 ตุลาคม 2569",
        footer="รหัสข้อมูล abc",
        summary="แผนที่สองภาคส่วน",
        width=1060,
        height=800,
        nodes=(
            node(0, 200, 260, "state", names[0]),
            node(1, 320, 260, "state", names[1]),
            node(2, 760, 300, "unknown", names[2]),
        ),
        edges=(
            MapEdge(0, 1, "#0C13B3", 0.4, 1.0, inside=True),
            MapEdge(1, 2, "#4B5563", 0.3, 1.0, inside=False, bend=0.12),
            MapEdge(0, 2, "#4B5563", 0.3, 2.0, inside=False, bend=-0.12),
        ),
        hulls=(
            Hull("state", 250, 260, 150, "#0C13B3", heading, "#0C13B3"),
            Hull("unknown", 760, 300, 120, "#6B7280", Label("ยังไม่ทราบ 1", 760, 160, 90, 23), "#6B7280", hatched=True),
            Hull("academic", 600, 640, 50, "#A38BBB", Label("ภาควิชาการ", 600, 570, 90, 23), "#7F6C92", missing=True),
        ),
        gaps=(
            GapMark(1, "ยังไม่พบสายสัมพันธ์", "สำคัญ", ((510, 280),), 9.5, line),
            GapMark(2, "ยังไม่เชื่อมกับใคร", "ควรดู", ((790, 270),), 9.5, None, (2,)),
        ),
        legend=(
            LegendBlock("ภาคส่วน", (LegendEntry("ภาครัฐ", "#0C13B3"), LegendEntry("ไม่ทราบ", style="hatched"))),
            LegendBlock("ขนาด", (LegendEntry("0.5", shape="dot", radius=12, style="outline"),), row=True),
            LegendBlock("เส้น", tuple(LegendEntry(style, style=style) for style in ("inside", "across", "gap", "ring"))),
        ),
        table_headers=("ชื่อ", "ภาคส่วน", "สายสัมพันธ์", "ความเป็นตัวกลาง"),
        numeric=(False, False, True, True),
        words={key: f"คำ {key}" for key in WORDS} | {"shown": "แสดง {shown} จาก {total}"},
        banner="ข้อมูลสังเคราะห์",
    )
    return replace(made, **changes)


def hostile(text: str) -> MapModel:
    """A model with the same hostile text in every field a person's data can reach."""
    made = model((text, text, text))
    heading = Label(text, 250, 80, 70, 23)
    return replace(
        made,
        title=text,
        subtitle=text,
        footer=text,
        summary=text,
        banner=text,
        notes=(text,),
        table_headers=(text,) * 4,
        words=dict.fromkeys(WORDS, text),
        hulls=tuple(replace(hull, heading=heading, group=text) for hull in made.hulls),
        gaps=tuple(replace(gap, text=text, rank=text) for gap in made.gaps),
        legend=(LegendBlock(text, (LegendEntry(text, text),)),),
        nodes=tuple(replace(each, id=text, group=text, cells=(text,) * 4) for each in made.nodes),
    )
