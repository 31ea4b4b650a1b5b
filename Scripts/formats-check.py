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

import difflib
import subprocess
import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
SAMPLES = SCRIPTS.parent / "Corpus" / "resumes"
sys.path.insert(0, str(SCRIPTS / "formats-check.d"))

from blocks import commonmark_parts, org_parts, pandoc_parts
from data_files import json_parts, yaml_parts
from elements import asciidoc_parts, html_parts
from latex import latex_differences
from parts import PROBE, Unreadable, compare, run, slots, words
from typst_files import typst_parts


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
        return {"pandoc": org_parts(data)}
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


def bullets_of(prober, path):
    """The bullets that a probe may touch, and those that a rewrite may."""
    rows = run([prober, "read", path]).decode().splitlines()
    found = [row.split("\t", 2)[2] for row in rows if not row.startswith("##")]
    table = SAMPLES / "expected" / f"{path.name}.tsv"
    if path.parent == SAMPLES and table.exists():
        rows = table.read_text(encoding="utf-8").splitlines()
    return found, [row.split("\t", 2)[2] for row in rows if not row.startswith("#")]


def rewritten(command):
    done = subprocess.run(command, capture_output=True, timeout=120)
    if done.returncode:
        raise Unreadable(f"{command[1]} ends with {done.returncode}: {done.stderr.decode().strip()}")
    return done.stdout, done.stderr.count(b"refused:")


def check(binary, path):
    """What differs in one file by mode, and how much each mode changed."""
    old, prober = path.read_bytes(), Path(binary).parent / "hone-dev"
    found, live = bullets_of(prober, path)
    notes, faults = [], []
    for mode, command in (
            ("safe", [binary, "rewrite", "--safe", path]), ("full", [binary, "rewrite", "--full", path]),
            ("probe", [prober, "probe", path])):
        try:
            new, refused = rewritten(command)
            changed = new.count(PROBE.encode()) if mode == "probe" else edits(old, new)
            notes.append(f"{mode} {changed}" + (f" ({refused} refused)" if refused else ""))
            held = found if mode == "probe" else live
            faults += [f"{mode}: {change}" for change in differences(old, new, path.name, held)]
            if mode == "probe" and changed + refused != len(found):
                faults.append(f"probe: {len(found)} bullets, {changed} probes, {refused} refused")
        except (Unreadable, UnicodeDecodeError) as error:
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


sys.exit(main(sys.argv[1], sys.argv[2:]))
