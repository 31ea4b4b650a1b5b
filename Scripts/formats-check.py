"""Holds rewritten samples against the real tools of their formats; `Scripts/formats-check` calls it.

Each file is rewritten with safe rewrites, with full ones, and by `hone-dev probe`, which gives every bullet a new first
word: so places are tried that no rule happens to touch. A tool that knows nothing of hone then reads the old and the
new file, and both become a list of parts: what must stay, and text. The parts must be the same in the same order; text
may differ only where it holds a bullet, and there only within the bullet; markup within it must hold what it held.

  JSON, YAML    the standard parser and PyYAML: keys, kinds, tags, anchors, comments; HTML and Markdown in their strings
  LaTeX         compiled, and the page's text read by pdftotext
  Typst         compiled to PDF, and to HTML for its elements
  Markdown      CommonMark's and pandoc's trees
  Org           pandoc's tree
  HTML          html5lib's tree
  AsciiDoc      the tree of the HTML that Asciidoctor makes of it

Classes and packages that Debian does not have are stubs, in formats-check.d/ and below: they take the arguments that
the samples give them, and print them.
"""

import base64
import collections
import difflib
import functools
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import html5lib
import typst
import yaml

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "Corpus" / "resumes"
STUBS = ROOT / "Scripts" / "formats-check.d"
# The word that `hone-dev probe` writes.
PROBE = "Probed"
SLOT = re.compile(r"TODO\(hone:[a-z-]+\)")

# What must stay, text that may hold bullets, and the markup within it as (kind, attributes, text).
Part = collections.namedtuple("Part", "place fixed text marks")


class Unreadable(Exception):
    """The tool does not take the file."""


def run(arguments, data=None, **options):
    done = subprocess.run(arguments, input=data, capture_output=True, timeout=300, **options)
    if done.returncode:
        raise Unreadable(f"{arguments[0]}: {(done.stderr or done.stdout).decode(errors='replace').strip()[-600:]}")
    return done.stdout


# Text


def signs(text):
    """The words of a text, and each sign between them."""
    return re.findall(r"[^\W_]+|[^\w\s]|_", unicodedata.normalize("NFKC", text))


def words(text):
    return [sign for sign in signs(text) if sign[0].isalnum()]


def letters(text):
    """The letters and digits alone: a tool may give a bullet other dashes, quotes and blanks than hone does."""
    return "".join(words(text))


def short(text, limit=160):
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def span(bullet, text):
    """Where the letters of a bullet stand in those of a text: in order, but there may be markup between them."""
    # Formulas read differently in each tool, so words that the text does not have at all are passed over.
    wanted = "".join(word for word in words(bullet) if word in text)
    if len(wanted) < len(letters(bullet)) / 2:
        return None
    best, limit = None, 2 * len(wanted) + 60
    start = text.find(wanted[:1])
    while start >= 0:
        at = start
        for letter in wanted[1:]:
            at = text.find(letter, at + 1, start + limit)
            if at < 0:
                break
        else:
            if best is None or at + 1 - start < best[1] - best[0]:
                best = (start, at + 1)
        start = text.find(wanted[:1], start + 1)
    return best


def strayed(old, new, bullets):
    """The changes of a text that lie in no bullet, and what a probe changed besides the word that it wrote."""
    before, after = signs(old), signs(new)
    starts = [0]
    for sign in before:
        starts.append(starts[-1] + (len(sign) if sign[0].isalnum() else 0))
    spans = []
    joined = letters(old)
    for found in sorted(filter(None, (span(bullet, joined) for bullet in bullets))):
        if spans and found[0] <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], found[1]))
        else:
            spans.append(found)
    for kind, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        within = any(low <= starts[i] and starts[j] <= high for low, high in spans)
        if not within or PROBE in after[k:m] and set(after[k:m]) != {PROBE}:
            yield f"“{short(' '.join(before[i:j]))}” is now “{short(' '.join(after[k:m]))}”"


def torn(old, new):
    """Markup of a text that is new, gone from words that stay, or holds words that it did not hold."""
    before, after = collections.Counter(old.marks), collections.Counter(new.marks)
    lost, gained = list((before - after).elements()), list((after - before).elements())
    for kind, attributes, text in gained:
        match = next((mark for mark in lost if mark[:2] == (kind, attributes)), None)
        if match is None:
            yield f"{kind} {attributes or ''} around “{short(text)}” is new"
            continue
        lost.remove(match)
        if swallowed := set(words(text)) & set(words(old.text)) - set(words(match[2])):
            yield f"{kind} around “{short(match[2])}” now holds {' '.join(sorted(swallowed))}"
    for kind, attributes, text in lost:
        if letters(text) in letters(new.text):
            yield f"{kind} {attributes or ''} is gone from “{short(text)}”"


def compare(old, new, bullets):
    """What differs between two lists of parts and may not."""
    for before, after in zip(old, new):
        if (before.place, before.fixed) != (after.place, after.fixed):
            yield f"{before.place}: {short(str(before.fixed))} is now {after.place}: {short(str(after.fixed))}"
            return
        if before.text != after.text:
            if before.fixed == "string":
                yield from compare(*(string_parts(part.text, part.place) for part in (before, after)), bullets)
                continue
            yield from (f"{before.place}: {change}" for change in strayed(before.text, after.text, bullets))
        yield from (f"{before.place}: {change}" for change in torn(before, after))
    if len(old) != len(new):
        longer, count = (old, len(new)) if len(old) > len(new) else (new, len(old))
        yield f"{len(old)} parts are now {len(new)}: {short(str(longer[count]))}"


# JSON and YAML


def string_parts(value, place):
    """A string of a data file, which may hold HTML or Markdown."""
    return html_parts(value, place) if value.lstrip().startswith("<") else commonmark_parts(value.encode(), place)


def json_parts(data):
    def walk(value, place):
        if isinstance(value, str):
            yield Part(place, "string", value, ())
        elif isinstance(value, list) and value and isinstance(value[0], tuple):
            yield Part(place, ("object", [key for key, _ in value]), "", ())
            for key, child in value:
                yield from walk(child, f"{place}.{key}")
        elif isinstance(value, list):
            yield Part(place, ("array", len(value)), "", ())
            for index, child in enumerate(value):
                yield from walk(child, f"{place}[{index}]")
        else:
            yield Part(place, value, "", ())

    try:
        # Pairs and not a dictionary: their order and doubled keys must stay too. Numbers stay as they are written.
        tree = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=lambda pairs: pairs or {},
            parse_float=lambda text: ("number", text),
            parse_int=lambda text: ("number", text))
    except ValueError as error:
        raise Unreadable(f"json: {error}")
    return list(walk(tree, "$"))


def yaml_comments(text):
    """The comments, which no parser gives: they stand between two tokens, or behind the sign of a block."""
    end = 0
    for token in yaml.scan(text):
        gaps = [text[end:token.start_mark.index]]
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            gaps.append(text[token.start_mark.index:].split("\n", 1)[0])
        for gap in gaps:
            yield from re.findall(r"(?m)(?:^|(?<=\s))#.*", gap)
        end = token.end_mark.index


def yaml_parts(data):
    text, parts = data.decode("utf-8-sig"), []

    def walk(node, place, seen):
        if id(node) in seen:
            parts.append(Part(place, ("alias of", seen[id(node)]), "", ()))
            return
        seen[id(node)] = place
        if isinstance(node, yaml.SequenceNode):
            parts.append(Part(place, (node.tag, len(node.value)), "", ()))
            for index, child in enumerate(node.value):
                walk(child, f"{place}[{index}]", seen)
        elif isinstance(node, yaml.MappingNode):
            parts.append(Part(place, (node.tag, [(key.tag, key.value) for key, _ in node.value]), "", ()))
            for key, child in node.value:
                walk(child, f"{place}.{key.value}", seen)
        elif node.tag == "tag:yaml.org,2002:str":
            parts.append(Part(place, "string", node.value, ()))
        else:
            parts.append(Part(place, (node.tag, node.value), "", ()))

    try:
        parts += [Part("comments", comment, "", ()) for comment in yaml_comments(text)]
        # Aliases are resolved in the tree, so that their names are looked at apart.
        parts += [Part("anchors", (type(event).__name__, event.anchor), "", ()) for event in yaml.parse(text)
                  if getattr(event, "anchor", None)]
        for number, root in enumerate(yaml.compose_all(text, Loader=yaml.SafeLoader), 1):
            walk(root, f"document {number}", {})
    except yaml.YAMLError as error:
        raise Unreadable(f"yaml: {error}")
    return parts


# HTML


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
        return text, [(name(element), attributes, " ".join(text.split())), *marks]

    def walk(element, at):
        parts.append(Part(at, (name(element), sorted(element.attrib.items())), "", ()))
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


# Markdown, Org, AsciiDoc


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
        text, marks = element.text or "", []
        for child in element:
            inner, more = flat(child)
            text += inner
            marks += more
        if name(element) == "html_inline":
            return "", [("html", element.text or "", "")]
        return text, marks if name(element) == "text" else [(name(element), attributes(element), text), *marks]

    def walk(element, at):
        children = [child for child in element if name(child) not in inline]
        # What is code to CommonMark may be a list to the Markdown that the file is written in.
        literal = element.text or "" if len(element) == 0 else ""
        parts.append(Part(at, (name(element), attributes(element)), literal, ()))
        if len(children) < len(element):
            text, marks = "", []
            for child in element:
                inner, more = flat(child)
                text += inner
                marks += more
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
        text, marks = "", []
        for child in inner:
            more, found = flat(child)
            text += more
            marks += found
        return text, [(kind, json.dumps(rest) if rest else "", text), *marks]

    def blocks(value, at):
        if isinstance(value, list) and value and all(map(is_inline, value)):
            text, marks = "", []
            for child in value:
                more, found = flat(child)
                text += more
                marks += found
            yield Part(at, "text", text, tuple(marks))
        elif isinstance(value, list):
            yield Part(at, ("list", len(value)), "", ())
            for index, child in enumerate(value):
                yield from blocks(child, f"{at}/{index + 1}")
        elif isinstance(value, dict) and value.get("t") == "CodeBlock":
            yield Part(at, ("CodeBlock", value["c"][0]), value["c"][1], ())
        elif isinstance(value, dict) and "t" in value:
            yield Part(at, value["t"], "", ())
            yield from blocks(value.get("c"), f"{at}/{value['t']}")
        elif isinstance(value, dict):
            yield Part(at, sorted(value), "", ())
            for key in sorted(value):
                yield from blocks(value[key], f"{at}/{key}")
        else:
            yield Part(at, value, "", ())

    return [*blocks(tree["meta"], "meta"), *blocks(tree["blocks"], "")]


def asciidoc_parts(data):
    # Asciidoctor would read a date out of its clock and files out of the folder.
    page = run(["asciidoctor", "--safe-mode", "secure", "--no-header-footer", "--out-file", "-", "-"], data)
    return html_parts(page.decode(), "page")


# Typst


# The packages that the samples import, and the names that they take from them.
PACKAGES = {
    "brilliant-cv:2.0.5": "cvSection cvEntry cvSkill cvHonor hBar",
    "modern-cv:0.7.0": "resume resume-entry resume-item resume-skill-item github-link",
    "basic-resume:0.2.9": "resume edu work project dates-helper",
}
TEMPLATES = {"alta-typst.typ": "alta term skill"}
ANY = """
#let show-value(value) = {
  if value == none or value == auto { } else if type(value) == array {
    for item in value { show-value(item) }
  } else if type(value) == dictionary {
    for (_, item) in value { show-value(item) }
  } else if type(value) in (content, str) { block(value) } else { block(repr(value)) }
}
// A citation has no bibliography to be looked up in.
#let show-arguments(..given) = {
  show ref: it => str(it.target)
  for item in given.pos() { show-value(item) }
  for (_, item) in given.named() { show-value(item) }
}
"""
# A part of a résumé that is made to be included lacks what the main file defines. Its data are shown at the end.
FRAMES = {
    "typst-code-data.typ": (
        '#import "any.typ": *\n#let (experience, section, sub) = (show-arguments, show-arguments, show-arguments)\n',
        "\n#show-arguments(data)\n"),
}
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def stub(names):
    return ANY + "".join(f"#let {name} = show-arguments\n" for name in names.split())


@functools.cache
def typst_folder():
    folder = Path(tempfile.mkdtemp(dir=work))
    for package, names in PACKAGES.items():
        name, version = package.split(":")
        home = folder / "packages" / "preview" / name / version
        home.mkdir(parents=True)
        (home / "typst.toml").write_text(
            f'[package]\nname = "{name}"\nversion = "{version}"\nentrypoint = "lib.typ"\nauthors = []\n')
        (home / "lib.typ").write_text(stub(names))
    (folder / "root" / "cv").mkdir(parents=True)
    (folder / "root" / "src" / "logos").mkdir(parents=True)
    (folder / "root" / "metadata.toml").write_text('language = "en"\n')
    (folder / "root" / "src" / "logos" / "hafenblick.png").write_bytes(base64.b64decode(DOT))
    (folder / "root" / "cv" / "any.typ").write_text(ANY)
    for name, names in TEMPLATES.items():
        (folder / "root" / "cv" / name).write_text(stub(names))
    return folder


def typst_parts(data, name):
    folder = typst_folder()
    before, after = FRAMES.get(name, ("", ""))
    path = folder / "root" / "cv" / name
    path.write_bytes(before.encode() + data + after.encode())
    options = {"root": str(folder / "root"), "package_path": str(folder / "packages")}
    try:
        typst.compile(str(path), format="pdf", **options)
        page = typst.compile(str(path), format="html", **options)
    except typst.TypstError as error:
        raise Unreadable(f"typst: {error}")
    return html_parts(page.decode())


# LaTeX


# Fragments that another file takes in: it is compiled with them.
INPUT_BY = {"awesome-cv-experience.tex": "awesome-cv.tex"}
# What nobody can compile, and is read all the same.
BROKEN = {"broken.tex"}


def latex_page(data, name):
    """The text of the page, in the order in which TeX wrote it."""
    main = INPUT_BY.get(name, name)
    folder = Path(tempfile.mkdtemp(dir=work))
    (folder / name).write_bytes(data)
    if main != name:
        (folder / main).write_bytes((SAMPLES / main).read_bytes())
    engine = "xelatex" if b"TS-program = xelatex" in (folder / main).read_bytes() else "pdflatex"
    # Words must come out of the PDF whole: no hyphenation, and glyphs that say which letters they are. Numbers of pages
    # move when the text does.
    driver = r"\AddToHook{begindocument/end}{\hyphenpenalty=10000 \exhyphenpenalty=10000 \pagestyle{empty}}"
    if engine == "pdflatex":
        driver += r"\RequirePackage{lmodern}\input{glyphtounicode}\pdfgentounicode=1 "
    (folder / "driver.tex").write_text(f"{driver}\n\\input{{{main}}}\n")
    # The samples' own folder comes last: a file that one of them takes in.
    paths = os.pathsep.join([".", str(STUBS / "latex"), str(SAMPLES), ""])
    try:
        run([engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "driver.tex"], cwd=folder,
            env={**os.environ, "TEXINPUTS": paths})
    except Unreadable:
        log = (folder / "driver.log").read_text(errors="replace") if (folder / "driver.log").exists() else ""
        fault = re.search(r"(?ms)^!.*?^l\.\d+.*?$", log)
        raise Unreadable(f"{engine}: {short(fault[0] if fault else log[-300:], 300)}")
    return run(["pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", "driver.pdf", "-"], cwd=folder).decode()


def latex_words(source):
    """The words of a source, without the names of macros."""
    return collections.Counter(words(re.sub(r"\\[A-Za-z]+", " ", source)))


def group(source, start):
    """The end of a group that begins at a brace."""
    depth = 0
    for sign in re.finditer(r"\\.|[{}]", source[start:], re.S):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth == 0:
            return start + sign.end()
    return len(source)


# Macros that give words a look or a link; the page's text does not show them.
LOOKS = r"\\(?:text(?:bf|it|tt|sc|sf|sl|up|color|super|sub)|emph|underline|href|tech|mycv)\b|{\\(?:bf|it|em|sc|tt)\b"


def latex_part(source):
    """A stretch of source as text with marks."""
    marks = []
    for found in re.finditer(LOOKS, source):
        start = found.start() if found[0].startswith("{") else found.end()
        end = group(source, start)
        link = ""
        if found[0] in (r"\href", r"\mycv", r"\textcolor"):
            link, start = source[start:end], end
            end = group(source, start)
        marks.append((found[0], link, " ".join(re.sub(r"\\[A-Za-z]+", " ", source[start:end]).split())))
    return Part("source", "text", re.sub(r"\\[A-Za-z]+", " ", source), tuple(marks))


def latex_differences(old, new, name, bullets):
    before, after = old.decode("utf-8-sig"), new.decode("utf-8-sig")
    macros = re.compile(r"\\[A-Za-z]+|\\.|[{}$%]")
    mine, other = (collections.Counter(macros.findall(text)) for text in (before, after))
    for brace in "{", "}", "$", r"\begin", r"\end", r"\item", "%":
        # Markup may go with the words that it held, but never one half of a pair.
        if brace in ("{", "}") and mine["{"] - other["{"] == mine["}"] - other["}"]:
            continue
        if mine[brace] != other[brace]:
            yield f"{mine[brace]} times {brace} in the source is now {other[brace]}"
    if gained := {macro for macro in other - mine if macro[1:2].isalpha()}:
        yield f"macros that were not there: {' '.join(sorted(gained))}"
    lines, others = before.splitlines(True), after.splitlines(True)
    for kind, i, j, k, m in difflib.SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from torn(latex_part("".join(lines[i:j])), latex_part("".join(others[k:m])))
    if name in BROKEN:
        yield from strayed(before, after, bullets)
        return
    page, rewritten = page_of(old, name), page_of(new, name)
    yield from strayed(page, rewritten, bullets)
    marks = "•◦∗⋆◇"
    if [letter for letter in page if letter in marks] != [letter for letter in rewritten if letter in marks]:
        yield "the marks of the items are others"
    # What the source gained and lost is what the page gains and loses.
    source_old, source_new = latex_words(before), latex_words(after)
    page_old, page_new = collections.Counter(words(page)), collections.Counter(words(rewritten))
    if source_new - source_old != page_new - page_old:
        yield f"the page gains {dict(page_new - page_old)}, the source {dict(source_new - source_old)}"
    if source_old - source_new != page_old - page_new:
        yield f"the page loses {dict(page_old - page_new)}, the source {dict(source_old - source_new)}"
    yield from slots(after, rewritten)


@functools.cache
def page_of(data, name):
    return latex_page(data, name)


def slots(source, text):
    """Slots that were written and are not read."""
    written = collections.Counter(SLOT.findall(source))
    read = collections.Counter(SLOT.findall("".join(text.split())))
    if written != read:
        yield f"slots {dict(written)} are read as {dict(read)}"


# A file


def parts_of(data, name):
    """The readings of a file, by tool."""
    ending = name.rsplit(".", 1)[-1].lower()
    if ending == "json":
        return {"json": json_parts(data)}
    if ending in ("yaml", "yml"):
        return {"yaml": yaml_parts(data)}
    if ending == "html":
        return {"html5lib": html_parts(data.decode("utf-8-sig"))}
    if ending == "md":
        return {
            "cmark": commonmark_parts(data), "pandoc": pandoc_parts("markdown", data), "gfm": pandoc_parts("gfm", data)}
    if ending == "org":
        return {"pandoc": pandoc_parts("org", data)}
    if ending == "adoc":
        return {"asciidoctor": asciidoc_parts(data)}
    if ending == "typ":
        return {"typst": typst_parts(data, name)}
    raise Unreadable(f"no tool reads .{ending}")


def differences(old, new, name, bullets):
    """What the rewrite changed and may not have changed."""
    if name.endswith(".tex"):
        yield from latex_differences(old, new, name, bullets)
        return
    before = parts_of(old, name)
    for tool, parts in parts_of(new, name).items():
        yield from (f"{tool}: {change}" for change in compare(before[tool], parts, bullets))
        text = "\n".join(part.text for part in parts)
        yield from (f"{tool}: {change}" for change in slots(new.decode(), text))
        if (written := new.count(PROBE.encode())) != (read := words(text).count(PROBE)):
            yield f"{tool}: {written} probes are read as {read}"


def edits(old, new):
    """How many stretches of words a rewrite changed."""
    before, after = (data.decode(errors="replace").split() for data in (old, new))
    codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return sum(code[0] != "equal" for code in codes)


def check(binary, path):
    """What differs in one file by mode, and how much each mode changed."""
    name, old = path.name, path.read_bytes()
    prober = Path(binary).parent / "hone-dev"
    listed = run([prober, "read", path]).decode().splitlines()
    bullets = [row.split("\t", 2)[2] for row in listed if not row.startswith("##")]
    live = [row.split("\t", 2)[2] for row in listed if not row.startswith("#")]
    if (table := SAMPLES / "expected" / f"{name}.tsv").exists() and path.parent == SAMPLES:
        live = [row.split("\t", 2)[2] for row in table.read_text(encoding="utf-8").splitlines()]
    notes, faults = [], []
    for mode in "safe", "full", "probe":
        held = bullets if mode == "probe" else live
        try:
            if mode == "probe":
                done = subprocess.run([prober, "probe", path], capture_output=True, timeout=120)
            else:
                done = subprocess.run([binary, "rewrite", f"--{mode}", path], capture_output=True, timeout=120)
            if done.returncode:
                raise Unreadable(f"{done.args[1]} ends with {done.returncode}: {done.stderr.decode().strip()}")
            new = done.stdout
            changed = new.count(PROBE.encode()) if mode == "probe" else edits(old, new)
            refused = done.stderr.count(b"refused:")
            notes.append(f"{mode} {changed}" + (f" ({refused} refused)" if refused else ""))
            faults += [f"{mode}: {change}" for change in differences(old, new, name, held)]
            if mode == "probe" and new.count(PROBE.encode()) + refused != len(bullets):
                faults.append(f"probe: {len(bullets)} bullets, {new.count(PROBE.encode())} probes, {refused} refused")
        except Unreadable as error:
            faults.append(f"{mode}: {error}")
    return notes, faults


def main(binary, names):
    endings = ("json", "yaml", "yml", "tex", "typ", "md", "org", "html", "adoc")
    paths = [Path(name) for name in names] or sorted(
        path for path in SAMPLES.iterdir() if path.name.rsplit(".", 1)[-1] in endings)
    failed = 0
    for path in paths:
        notes, faults = check(binary, path)
        failed += bool(faults)
        print(f"{'FAIL' if faults else 'ok':<4} {path.name:<32} changes: {', '.join(notes)}", flush=True)
        for fault in faults:
            print(f"       {fault}", flush=True)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


with tempfile.TemporaryDirectory() as work:
    status = main(sys.argv[1], sys.argv[2:])
sys.exit(status)
