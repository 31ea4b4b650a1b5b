#!/usr/bin/env python3
"""Writes the sample résumé printed.pdf, the same bytes every time: one page, standard fonts, nothing compressed.

Usage: make-pdf.py [FOLDER]
"""

import sys
from pathlib import Path

BULLET = "\u2022 "

# Font, indentation in points, text.
LEFT = [
    ("B", 0, "PIETER HALLORAN"),
    ("R", 0, "pieter@example.org | Galway | +353 555 0100"),
    ("B", 0, "EXPERIENCE"),
    ("B", 0, "Machine Learning Engineer, Corrib Weather"),
    ("R", 0, "2020 \u2013 Present"),
    ("R", 8, BULLET + "Responsible for training models in order to"),
    ("R", 16, "predict rain for 40 counties"),
    ("R", 8, BULLET + "Utilized PyTorch to cut error by 12%"),
    ("R", 8, BULLET + "Built an alert feed that 9,000 farms read; it"),
    ("R", 16, "runs on one core and costs 14 euros a"),
    ("R", 16, "month"),
    ("R", 8, BULLET + "Helped to label 40,000 radar images"),
    ("B", 0, "Data Analyst, Salthill Foods"),
    ("R", 0, "2017 \u2013 2020"),
    ("R", 8, BULLET + "Was responsible for various weekly reports"),
    ("R", 8, BULLET + "Migrated 3 TB of tills data to Parquet"),
    ("R", 8, BULLET + "Worked on a forecast of fish sales"),
    ("B", 0, "PROJECTS"),
    ("R", 8, BULLET + "Developed a tide bot; 1,100 users"),
    ("R", 8, BULLET + "Successfully ported it to Rust"),
    ("R", 8, BULLET + "Utilised Kalman filters on 6 buoys"),
    ("R", 8, BULLET + "Taught 60 pupils to read a barometer"),
]
RIGHT = [
    ("B", 0, "SKILLS"),
    ("R", 8, BULLET + "Python, Rust, SQL"),
    ("R", 8, BULLET + "PyTorch, Airflow"),
    ("B", 0, "EDUCATION"),
    ("R", 8, BULLET + "MSc Statistics, 2017"),
    ("R", 8, BULLET + "BSc Physics, 2015"),
]


def escaped(text):
    raw = text.encode("cp1252")
    return b"".join(b"\\" + bytes([c]) if c in b"()\\" else b"\\%03o" % c if c > 126 else bytes([c]) for c in raw)


def column(lines, x):
    out, y = [], 800
    for font, indent, text in lines:
        out.append(b"/%s 10 Tf 1 0 0 1 %d %d Tm (%s) Tj" % (font.encode(), x + indent, y, escaped(text)))
        y -= 14
    return b"\n".join(out)


def font(name):
    return b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>" % name


def pdf():
    content = b"BT\n" + column(LEFT, 40) + b"\n" + column(RIGHT, 380) + b"\nET\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R"
        b" /Resources << /Font << /R 4 0 R /B 5 0 R >> >> >>",
        font(b"Helvetica"),
        font(b"Helvetica-Bold"),
        b"<< /Length %d >>\nstream\n" % len(content) + content + b"endstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent)
    (folder / "printed.pdf").write_bytes(pdf())


main()
