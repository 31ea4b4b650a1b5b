"""Typst: compiled to PDF, and to HTML for its elements."""

import base64
import functools

import typst

from elements import html_parts
from parts import Unreadable, scratch

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
    folder = scratch()
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
