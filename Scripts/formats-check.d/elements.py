"""HTML, by html5lib, and AsciiDoc, by the HTML that Asciidoctor makes of it."""

import collections
import re

import html5lib

from parts import Part, letters, run

# Elements that stand within a line of text.
INLINE = set(
    "a abbr b bdi bdo big br cite code data dfn em font i img input kbd label mark math q s samp small span strike "
    "strong sub sup time tt u var wbr".split())


def html_parts(source, place=""):
    """The elements of a document or a fragment. Runs of text and of elements within a line are one part."""
    if place:
        root = html5lib.parseFragment(source, treebuilder="etree", namespaceHTMLElements=False)
    else:
        root = html5lib.parse(source, treebuilder="etree", namespaceHTMLElements=False)
    parts = []

    def name(element):
        # A comment's tag is no string.
        return re.sub(r"{.*}", "", element.tag) if isinstance(element.tag, str) else "!"

    def within(element):
        return name(element) in ("!", "math") or name(element) in INLINE and all(map(within, element))

    def flat(element):
        """The text of an element, and the markup in it."""
        text, marks = element.text or "", []
        if name(element) == "math":
            return "".join(element.itertext()), [("math", "", letters("".join(element.itertext())))]
        for child in element:
            inner, more = flat(child)
            text += ("" if name(child) == "!" else inner) + (child.tail or "")
            marks += more
        attributes = " ".join(f'{key}="{value}"' for key, value in sorted(element.attrib.items()))
        return text, [(name(element), attributes, re.sub(r"\s+", " ", text)), *marks]

    def walk(element, at):
        parts.append(Part(at, (name(element), sorted(element.attrib.items()))))
        text, marks, count = element.text or "", [], collections.Counter()

        def flush():
            nonlocal text, marks
            if text.strip() or marks:
                fixed = "text"
                if name(element) in ("script", "style", "template", "pre", "title"):
                    fixed = text
                comments = [mark[2] for mark in marks if mark[0] == "!"]
                looks = tuple(mark for mark in marks if mark[0] != "!")
                parts.append(Part(at, (fixed, comments), " ".join(text.split()), looks))
            text, marks = "", []

        for child in element:
            if within(child):
                inner, more = flat(child)
                text += " " if name(child) == "br" else "" if name(child) == "!" else inner
                marks += more
            else:
                flush()
                count[name(child)] += 1
                walk(child, f"{at}/{name(child)}[{count[name(child)]}]")
            text += child.tail or ""
        flush()

    walk(root, place)
    return parts


def asciidoc_parts(data):
    # Asciidoctor would read a date out of its clock and files out of the folder.
    page = run(["asciidoctor", "--safe-mode", "secure", "--no-header-footer", "--out-file", "-", "-"], data)
    return html_parts(page.decode(), "page")
