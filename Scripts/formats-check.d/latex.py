"""LaTeX: compiled, and the page's text read by pdftotext."""

import collections
import difflib
import functools
import os
import re
from pathlib import Path

from parts import Part, Unreadable, run, scratch, short, slots, strayed, torn, words

STUBS = Path(__file__).resolve().parent / "texmf"
SAMPLES = Path(__file__).resolve().parent.parent.parent / "Corpus" / "resumes"
# Fragments that another file takes in: it is compiled with them.
INPUT_BY = {"awesome-cv-experience.tex": "awesome-cv.tex"}
# What nobody can compile, and is read all the same.
BROKEN = {"broken.tex"}


def latex_page(data, name):
    """The text of the page, in the order in which TeX wrote it."""
    main = INPUT_BY.get(name, name)
    folder = scratch()
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
    paths = os.pathsep.join([".", str(STUBS), str(SAMPLES), ""])
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
        inner = re.sub(r"^{\s*\\[A-Za-z]+\s*", "", source[start:end]).removeprefix("{").removesuffix("}")
        marks.append((found[0], link, re.sub(r"\s+", " ", re.sub(r"\\[A-Za-z]+", "", inner))))
    return Part("source", "text", re.sub(r"\\[A-Za-z]+", " ", source), tuple(marks))


def source_differences(before, after):
    """Groups, environments and comments that came or went, and markup that was torn."""
    macros = re.compile(r"\\[A-Za-z]+|\\.|[{}$%]")
    mine, other = (collections.Counter(macros.findall(text)) for text in (before, after))
    # Markup may go with the words that it held, but never one half of a pair.
    if (opened := mine["{"] - other["{"]) != (closed := mine["}"] - other["}"]):
        yield f"{opened} braces fewer open in the source, and {closed} fewer close"
    for macro in "$", "%", r"\begin", r"\end", r"\item":
        if mine[macro] != other[macro]:
            yield f"{mine[macro]} times {macro} in the source is now {other[macro]}"
    if gained := {macro for macro in other - mine if macro[1:2].isalpha()}:
        yield f"macros that were not there: {' '.join(sorted(gained))}"
    lines, others = before.splitlines(True), after.splitlines(True)
    for kind, i, j, k, m in difflib.SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from torn(latex_part("".join(lines[i:j])), latex_part("".join(others[k:m])))


@functools.cache
def page_of(data, name):
    return latex_page(data, name)


def latex_differences(old, new, name, bullets):
    before, after = old.decode("utf-8-sig"), new.decode("utf-8-sig")
    yield from source_differences(before, after)
    if name in BROKEN:
        yield from strayed(before, after, bullets)
        return
    page, rewritten = page_of(old, name), page_of(new, name)
    yield from strayed(page, rewritten, bullets)
    marks = "•◦∗⋆◇"
    if [letter for letter in page if letter in marks] != [letter for letter in rewritten if letter in marks]:
        yield "the marks of the items are others"
    # What the source gained and lost is what the page gains and loses.
    source, target = latex_words(before), latex_words(after)
    shown, showing = (collections.Counter(words(text)) for text in (page, rewritten))
    if target - source != showing - shown:
        yield f"the page gains {dict(showing - shown)}, the source {dict(target - source)}"
    if source - target != shown - showing:
        yield f"the page loses {dict(shown - showing)}, the source {dict(source - target)}"
    yield from slots(after, rewritten)
