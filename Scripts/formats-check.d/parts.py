"""What a tool reads in a file, and how two readings are held against each other."""

import collections
import difflib
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

# The word that `hone-dev probe` writes.
PROBE = "Probed"
SLOT = re.compile(r"TODO\(hone:[a-z-]+\)")
SCRATCH = tempfile.TemporaryDirectory()

# What must stay, text that may hold bullets, the markup within it as (kind, attributes, text), and who reads it closer.
Part = collections.namedtuple("Part", "place fixed text marks within", defaults=("", (), None))


def scratch():
    """A new folder, which is gone when this ends."""
    return Path(tempfile.mkdtemp(dir=SCRATCH.name))


class Unreadable(Exception):
    """The tool does not take the file."""


def run(arguments, data=None, **options):
    done = subprocess.run(arguments, input=data, capture_output=True, timeout=300, **options)
    if done.returncode:
        raise Unreadable(f"{arguments[0]}: {(done.stderr or done.stdout).decode(errors='replace').strip()[-600:]}")
    return done.stdout


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


def places(bullet, text):
    """Where the letters of a bullet stand in those of a text: in order, but there may be markup between them."""
    # Formulas read differently in each tool, so words that the text does not have at all are passed over.
    wanted = "".join(word for word in words(bullet) if word in text)
    if len(wanted) < len(letters(bullet)) / 2:
        return []
    found, limit = [], 2 * len(wanted) + 60
    start = text.find(wanted[:1])
    while start >= 0:
        at = start
        for letter in wanted[1:]:
            at = text.find(letter, at + 1, start + limit)
            if at < 0:
                break
        else:
            found.append((start, at + 1))
        start = text.find(wanted[:1], start + 1)
    # Letters strewn over a text are no bullet; but the same bullet may stand there twice.
    shortest = min((end - start for start, end in found), default=0)
    return [(start, end) for start, end in found if end - start <= shortest + 20]


def strayed(old, new, bullets):
    """The changes of a text that lie in no bullet, and what a probe changed besides the word that it wrote."""
    before, after = signs(old), signs(new)
    starts = [0]
    for sign in before:
        starts.append(starts[-1] + (len(sign) if sign[0].isalnum() else 0))
    spans = []
    joined = letters(old)
    for found in sorted(place for bullet in bullets for place in places(bullet, joined)):
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


def times(text, old, new):
    """How often the words of a text stand in a new one; or its letters, if they were but a part of a word."""
    run, whole, other = (f" {' '.join(words(part))} " for part in (text, old, new))
    return other.count(run) if run in whole else letters(new).count(letters(text))


def torn(old, new):
    """Markup of a text that is new, gone from words that stay, or holds words that it did not hold."""
    before, after = collections.Counter(old.marks), collections.Counter(new.marks)
    lost, gained = list((before - after).elements()), list((after - before).elements())
    for kind, attributes, text in gained:
        held = set(words(SLOT.sub("", text)))
        matches = [mark for mark in lost if mark[:2] == (kind, attributes)]
        if not matches:
            yield f"{kind} {attributes or ''} around “{short(text)}” is new"
            continue
        match = max(matches, key=lambda mark: len(held & set(words(mark[2]))))
        lost.remove(match)
        if words(match[2]) and not words(text):
            yield f"{kind} {attributes or ''} around “{short(match[2])}” holds no word any more"
        if (text[:1].isspace(), text[-1:].isspace()) != (match[2][:1].isspace(), match[2][-1:].isspace()):
            yield f"{kind} around “{short(text)}” begins or ends with a blank now, or no longer"
        # A word that there are more of now is one that the rewrite brought.
        was = {word.lower() for word in words(match[2])}
        swallowed = {word for word in held if word.lower() not in was
                     and 0 < words(old.text).count(word) >= words(new.text).count(word)}
        if swallowed:
            yield f"{kind} around “{short(match[2])}” now holds {' '.join(sorted(swallowed))}"
    for kind, attributes, text in lost:
        # A word that went took its markup along.
        if not text or times(text, old.text, SLOT.sub("", new.text)) >= times(text, old.text, old.text):
            yield f"{kind} {attributes or ''} is gone from “{short(text)}”"



def compare(old, new, bullets):
    """What differs between two lists of parts and may not."""
    for before, after in zip(old, new):
        if (before.place, before.fixed) != (after.place, after.fixed):
            yield f"{before.place}: {short(str(before.fixed))} is now {after.place}: {short(str(after.fixed))}"
            return
        if before.text != after.text:
            if before.within:
                yield from compare(*(part.within(part.text, part.place) for part in (before, after)), bullets)
                continue
            yield from (f"{before.place}: {change}" for change in strayed(before.text, after.text, bullets))
        yield from (f"{before.place}: {change}" for change in torn(before, after))
    if len(old) != len(new):
        longer, count = (old, len(new)) if len(old) > len(new) else (new, len(old))
        yield f"{len(old)} parts are now {len(new)}: {short(str(longer[count]))}"


def slots(source, text):
    """Slots that were written and are not read."""
    written = collections.Counter(SLOT.findall(source))
    read = collections.Counter(SLOT.findall("".join(text.split())))
    if written != read:
        yield f"slots {dict(written)} are read as {dict(read)}"
