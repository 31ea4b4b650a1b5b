#!/usr/bin/env python3
"""Writes the sample résumés word.docx, writer.docx and typed.docx, the same bytes every time.

word.docx is spelled as Microsoft Word spells one, writer.docx as LibreOffice does, typed.docx as somebody who types
bullets by hand leaves it. Usage: make-docx.py [FOLDER]
"""

import io
import struct
import sys
import zipfile
import zlib
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = (
    '<w:sectPr w:rsidR="00A1"><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)


# --- the parts that every document has ---


def content_types():
    parts = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering")]
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in parts
    )
    return (
        XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>' + overrides + "</Types>"
    )


def package_relationships():
    return (
        XML + f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
    )


def document_relationships(link=None):
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(["styles", "numbering"], 1)
    )
    if link:
        rows += f'<Relationship Id="rId9" Type="{R}/hyperlink" Target="{link}" TargetMode="External"/>'
    return XML + f'<Relationships xmlns="{RELATIONSHIPS}">{rows}</Relationships>'


def numbering():
    def abstract(number, form, text):
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
            f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        )

    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return (
        XML + f'<w:numbering xmlns:w="{W}">' + abstract(1, "bullet", "•") + abstract(2, "decimal", "%1.")
        + numbers + "</w:numbering>"
    )


def style(name, title, based="Normal", paragraph="", run=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>{base}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def styles():
    listing = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    return (
        XML + f'<w:styles xmlns:w="{W}">'
        + style("Normal", "Normal", based=None)
        + style("Heading1", "heading 1", paragraph='<w:outlineLvl w:val="0"/>', run="<w:b/>")
        + style("Heading2", "heading 2", paragraph='<w:outlineLvl w:val="1"/>', run="<w:b/>")
        + style("Rubrik", "My Section", based="Heading1")
        + style("ListParagraph", "List Paragraph", paragraph='<w:ind w:left="720"/>')
        + style("ListBullet", "List Bullet", paragraph=listing)
        + style("Achievement", "Achievement", based="ListBullet")
        + style("Plainly", "Achievement without bullet", based="ListBullet",
                paragraph='<w:numPr><w:numId w:val="0"/></w:numPr>')
        + '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>'
    )


# --- zip archives, as different programs write them ---


def word_zip(members):
    """As Word does: no descriptors, a growth hint in the extra field of the first member."""
    out, directory = io.BytesIO(), []
    for place, (name, text) in enumerate(members):
        data = text.encode("utf-8")
        packer = zlib.compressobj(6, zlib.DEFLATED, -15)
        packed = packer.compress(data) + packer.flush()
        extra = struct.pack("<HHHH", 0xA220, 20, 0xA028, 16) + bytes(16) if place == 0 else b""
        head = struct.pack("<HHHHHIIIHH", 20, 6, 8, 0, 0x21, zlib.crc32(data), len(packed), len(data), len(name), 0)
        directory.append(b"PK\1\2" + struct.pack("<H", 45) + head + struct.pack("<HHHII", 0, 0, 0, 0, out.tell()) + name.encode())
        out.write(b"PK\3\4" + head[:-2] + struct.pack("<H", len(extra)) + name.encode() + extra + packed)
    start = out.tell()
    out.write(b"".join(directory))
    out.write(b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, len(members), len(members), out.tell() - start, start, 0))
    return out.getvalue()


class Stream(io.RawIOBase):
    """A file that cannot seek: zipfile then writes data descriptors, as LibreOffice does."""

    def __init__(self):
        self.bytes = bytearray()

    def writable(self):
        return True

    def write(self, data):
        self.bytes += data
        return len(data)


def stream_zip(members, stored=(), comment=b""):
    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, text in members:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return bytes(out.bytes)


def document(body):
    return XML + f"<w:document {NAMESPACES}><w:body>{body}{SECTION}</w:body></w:document>"


# --- word.docx ---


def run(text, properties=""):
    space = ' xml:space="preserve"' if text != text.strip() else ""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rpr}<w:t{space}>{text}</w:t></w:r>"


def paragraph(*content, name=None, number=None, level=0, extra=""):
    properties = f'<w:pStyle w:val="{name}"/>' if name else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties += extra
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p w14:paraId="1A2B3C4D" w:rsidR="00A1" w:rsidRDefault="00A1">{ppr}{"".join(content)}</w:p>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/>"


def text_box(*paragraphs):
    inner = "".join(paragraphs)
    choice = (
        '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="2400000" cy="900000"/><wp:docPr id="1" name="Text Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="900000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    )
    fallback = (
        '<mc:Fallback><w:pict><v:shape id="Box1" style="width:189pt;height:70pt"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
    )
    return f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"


def table(*rows):
    cells = "".join(
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>{cells}</w:tbl>'


def word():
    author = 'w:id="{}" w:author="Reviewer" w:date="2024-01-01T00:00:00Z"'
    body = [
        paragraph(run("Teodora Wexley"), name="Heading1"),
        paragraph(run("teodora@example.org | +1 555 0100 | Portland")),
        paragraph(run("Professional Experience"), name="Rubrik"),
        paragraph(run("Machine Learning Engineer, Fernhollow", BOLD), run("\u00a0"), "<w:r><w:tab/></w:r>", run("2020 – Present", ITALIC)),
        # Runs are cut where Word saw fit: spelling, revision ids, a bookmark.
        paragraph(
            run("Responsible for "), '<w:proofErr w:type="spellStart"/>', run("trai"), '<w:r w:rsidRPr="00B2">'
            "<w:lastRenderedPageBreak/><w:t>ning</w:t></w:r>", '<w:proofErr w:type="spellEnd"/>',
            '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>', run(" machine learning models in order to predict demand."),
            name="ListParagraph", number=1),
        paragraph(
            run("Ranking:", BOLD), run(" Utilized "), run("LightGBM", ITALIC), run(" &amp; "),
            '<w:hyperlink r:id="rId9" w:history="1">' + run("LambdaMART", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>",
            run(" to rank offers < 20 ms".replace("<", "&lt;")), name="ListParagraph", number=1),
        paragraph(
            run("Helped to "), f'<w:del {author.format(11)}><w:r><w:delText>quickly </w:delText></w:r></w:del>',
            f'<w:ins {author.format(12)}>' + run("safely ") + "</w:ins>", run("move 14 services to Kubernetes"),
            name="ListParagraph", number=1),
        paragraph(run("Wrote the runbook that 9 teams’ on-call engineers use"), name="ListParagraph", number=1, level=1),
        paragraph(run("Cut p99 latency from 180"), '<w:r><w:t xml:space="preserve"> </w:t></w:r>', run("ms to 41 ms"),
                  "<w:r><w:br/></w:r>", run("by batching requests in Triton"), name="Achievement"),
        paragraph(run("Harbour Lane Labs, 2016 – 2020"), name="Plainly"),
        paragraph(run("Worked on various “dashboards” for the pricing team"), name="ListBullet"),
        paragraph(name="ListBullet"),
        paragraph(f'<w:del {author.format(13)}><w:r><w:delText>Was responsible for nothing</w:delText></w:r></w:del>', name="ListBullet"),
        table([
            paragraph(run("Research Assistant", BOLD)) + paragraph(run("2014 – 2016")),
            paragraph(run("Was involved in developing a parser for 3 million patents"), name="ListBullet")
            + paragraph(run("Published "), run("two", BOLD + ITALIC), run(" papers on non"), "<w:r><w:noBreakHyphen/><w:t>autoregressive decoding</w:t></w:r>", name="ListBullet"),
        ]),
        paragraph(text_box(
            paragraph(run("Projects"), name="Heading2"),
            paragraph(run("Utilised Rust to build a "), run("1.4 GB/s", BOLD), run(" tokenizer"), name="ListBullet"))),
        paragraph(run("Volunteering"), name="Heading1"),
        paragraph(run("Successfully taught Python to 60 pupils in 2 schools"), name="ListParagraph", number=2),
        paragraph(run("Responsible for the club\u2019s 12 laptops"), name="ListParagraph", number=2),
        paragraph(run("Education"), name="Heading1"),
        paragraph(run("BSc Computer Science, University of Wexcombe, 2014"), name="ListBullet"),
        paragraph(run("Skills"), name="Heading1"),
        paragraph(run("Languages:", BOLD), run(" Python, Rust, SQL"), name="ListBullet"),
    ]
    return [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("word/document.xml", document("".join(body))),
        ("word/_rels/document.xml.rels", document_relationships("https://example.org/lambda?a=1&amp;b=2")),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering()),
    ]


# --- writer.docx ---


def writer_run(text, properties=""):
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t{space}>{text}</w:t></w:r>"


def writer_paragraph(*content, name="TextBody", number=None):
    listing = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' if number is not None else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{listing}<w:bidi w:val="0"/><w:jc w:val="left"/><w:rPr></w:rPr></w:pPr>'
        f'{"".join(content)}</w:p>'
    )


def writer():
    r, p = writer_run, writer_paragraph
    body = [
        p(r("Ruben Tallis"), name="Heading1"),
        p(r("Summary"), name="Heading2"),
        p(r("Data scientist with 5 years in energy forecasting; responsible for models that 3 grids use every day.")),
        p(r("Experience"), name="Heading2"),
        p(r("Data Scientist, Gridmoor, 2019 - 2024")),
        p(r("Responsible for building forecasting models for "), r("340", "<w:b/>"), r(" turbines"), number=1),
        p(r("Utilized "), r("Pro", "<w:b/>"), r("phet", "<w:b/>"), r(" in order to forecast load 48 h ahead"), number=1),
        p(r("Assisted with "), r("the migration of 12 TB to ", "<w:i/>"), r("Parquet", "<w:b/><w:i/>"), r(", cutting cost by 38%"), number=1),
        p(r("Built a backtest that covers 6 years in 11 minutes"), number=1),
        p(r("Projects"), name="Heading2"),
        p(r("Was responsible for a bot that answers 70% of questions on tariffs"), number=2),
        p(r("Developed various scripts &amp; tests for the ENTSO"), "<w:r><w:rPr></w:rPr><w:noBreakHyphen/></w:r>", r("E feed"), number=2),
        p(r("Trained a 4"), r("×", "<w:rFonts w:eastAsia=\"Noto Sans\"/>"), r(" smaller student with equal MAPE"), number=2),
        p(r("Education"), name="Heading2"),
        p(r("MSc Statistics, Northwold, 2018"), number=1),
        p(r("Languages"), name="Heading2"),
        p(r("Dutch, English"), number=1),
    ]
    xml = document("".join(body)).replace("\r\n", "\n")
    return [
        ("_rels/.rels", package_relationships()),
        ("word/_rels/document.xml.rels", document_relationships()),
        ("word/document.xml", xml),
        ("word/styles.xml", styles().replace("ListParagraph", "TextBody").replace("List Paragraph", "Body Text")),
        ("word/numbering.xml", numbering()),
        ("[Content_Types].xml", content_types()),
    ]


# --- typed.docx ---


def typed():
    def line(*content):
        return f'<w:p><w:pPr><w:ind w:left="360" w:hanging="180"/></w:pPr>{"".join(content)}</w:p>'

    tab = "<w:r><w:tab/></w:r>"
    body = [
        line(run("OTTILIE BRANDVOLD", BOLD)),
        line(run("ottilie@example.org • Bergen • +47 555 00 100")),
        line(run("WORK EXPERIENCE", BOLD)),
        line(run("Computer Vision Engineer", BOLD), tab, run("Jan 2021 – Present")),
        line(run("•"), tab, run("Responsible for developing detection models for "), run("salmon lice", ITALIC)),
        line("<w:r><w:t>•</w:t><w:tab/><w:t>Utilized YOLOv8 in order to count 9,000 fish an hour</w:t></w:r>"),
        line(run("• Helped annotate 40,000 frames &amp; trained 6 annotators")),
        line("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>", tab, run("Cut false alarms from 12% to 3% with test-time augmentation")),
        line(run("-  Worked on "), run("various", "<w:u w:val=\"single\"/>"), run(" camera rigs")),
        line(run("Software Engineer", BOLD), tab, run("2018 – 2020")),
        line(run("•"), run(" "), run("Was responsible for a feed that 70 ports read")),
        # Soft line breaks in one paragraph.
        line(run("• Migrated 3 services to Go"), "<w:r><w:br/></w:r>", run("• Utilised Kafka to move 2 GB an hour")),
        line(run("OPEN SOURCE PROJECTS", "<w:b/><w:caps/>")),
        line(run("• Developed a plug-in, 1,100 downloads a month")),
        line(run("• Successfully ported the "), run("C"), run("++ core to Rust")),
        line(run("EDUCATION", BOLD)),
        line(run("•"), tab, run("MSc Informatics, University of Bergen, 2018")),
        line(run("SKILLS", BOLD)),
        line(run("• Python, C++, OpenCV, PyTorch")),
    ]
    return [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("word/document.xml", document("".join(body))),
        ("word/_rels/document.xml.rels", document_relationships()),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering()),
    ]


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    (folder / "word.docx").write_bytes(word_zip(word()))
    (folder / "writer.docx").write_bytes(stream_zip(writer()))
    (folder / "typed.docx").write_bytes(
        stream_zip(typed(), stored=("word/document.xml", "word/styles.xml"), comment=b"typed by hand"))


main()
