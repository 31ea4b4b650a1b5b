"""Markdown, by CommonMark's reference parser and by pandoc, and Org, by pandoc."""

import collections
import json
import re
import xml.etree.ElementTree as ET

from parts import Part, run


def line(inlines, flat):
    """The text of a line and the markup in it."""
    text, marks = "", []
    for inline in inlines:
        inner, more = flat(inline)
        text += inner
        marks += more
    return text, marks


def commonmark_parts(data, place=""):
    tree = ET.fromstring(run(["cmark", "--to", "xml", "--unsafe"], data).decode().split(">", 2)[2])
    parts = []
    inline = {"text", "softbreak", "linebreak", "code", "html_inline", "emph", "strong", "link", "image"}

    def name(element):
        return re.sub(r"{.*}", "", element.tag)

    def attributes(element):
        return " ".join(f'{key}="{value}"' for key, value in sorted(element.attrib.items()) if "}" not in key)

    def flat(element):
        if name(element) in ("softbreak", "linebreak"):
            return " ", []
        if name(element) == "html_inline":
            return "", [("html", element.text or "", "")]
        if name(element) == "text":
            return element.text or "", []
        text, marks = line(element, flat)
        text = text or element.text or ""
        return text, [(name(element), attributes(element), text), *marks]

    def walk(element, at):
        children = [child for child in element if name(child) not in inline]
        # What is code to CommonMark may be a list to the Markdown that the file is written in.
        literal = element.text or "" if len(element) == 0 else ""
        parts.append(Part(at, (name(element), attributes(element)), literal))
        if len(children) < len(element):
            text, marks = line(element, flat)
            parts.append(Part(at, "text", text, tuple(marks)))
        count = collections.Counter()
        for child in children:
            count[name(child)] += 1
            walk(child, f"{at}/{name(child)}[{count[name(child)]}]")

    walk(tree, place)
    return parts


PANDOC_INLINE = set(
    "Str Emph Underline Strong Strikeout Superscript Subscript SmallCaps Quoted Cite Code Space SoftBreak LineBreak "
    "Math RawInline Link Image Note Span".split())


def pandoc_parts(reader, data):
    tree = json.loads(run(["pandoc", "--from", reader, "--to", "json"], data))

    def is_inline(value):
        return isinstance(value, dict) and value.get("t") in PANDOC_INLINE

    def flat(inline):
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            return content, []
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " ", []
        if kind == "Note":
            return " ".join(part.text for part in blocks(content, "")), [(kind, "", "")]
        if kind in ("Code", "Math", "RawInline"):
            text = content[1] if kind != "RawInline" else ""
            return text, [(kind, json.dumps(content), text)]
        inner = content if isinstance(content, list) and all(map(is_inline, content)) else next(
            (piece for piece in content if isinstance(piece, list) and piece and all(map(is_inline, piece))), [])
        rest = [] if inner is content else [piece for piece in content if piece is not inner]
        text, marks = line(inner, flat)
        return text, [(kind, json.dumps(rest) if rest else "", text), *marks]

    def blocks(value, at):
        if isinstance(value, list) and value and all(map(is_inline, value)):
            text, marks = line(value, flat)
            yield Part(at, "text", text, tuple(marks))
        elif isinstance(value, list):
            yield Part(at, ("list", len(value)))
            for index, child in enumerate(value):
                yield from blocks(child, f"{at}/{index + 1}")
        elif isinstance(value, dict) and value.get("t") == "CodeBlock":
            yield Part(at, ("CodeBlock", value["c"][0]), value["c"][1])
        elif isinstance(value, dict) and "t" in value:
            yield Part(at, value["t"])
            yield from blocks(value.get("c"), f"{at}/{value['t']}")
        elif isinstance(value, dict):
            yield Part(at, sorted(value))
            for key in sorted(value):
                yield from blocks(value[key], f"{at}/{key}")
        else:
            yield Part(at, value)

    return [*blocks(tree["meta"], "meta"), *blocks(tree["blocks"], "")]


def org_parts(data):
    # A year that ends a wrapped sentence begins a list for Org, and is text on purpose for hone: as nobody meant a list
    # there, the year joins its sentence before both are read.
    return pandoc_parts("org", re.sub(rb"\n[ \t]+(\d{4,}[.)]|\d+[.)]$)", rb" \1", data, flags=re.M))
