"""Measures hone and prints each figure beside what is to be reached. Called by Benchmarks/run."""

import glob
import json
import os
import re
import statistics
import subprocess
import sys
import time

# proselint and Hyperscan come from PyPI; `make bench-deps` puts them into this folder.
VENV = ".build/bench-venv"
HONE, WORK = sys.argv[1], sys.argv[2]
BULLETS = int(os.environ.get("BULLETS", "50000"))
REPEATS = int(os.environ.get("REPEATS", "3"))
STARTS = 60
LEAST_MEAN = 120
# The cores that a measured program may use: one, unless two are what is measured.
ALL_CORES = os.sched_getaffinity(0)
CORES = {min(ALL_CORES)}
# diction and pcre2grep are slow enough that a part of the bullets tells their speed.
PART = max(1, BULLETS // 5)


class Run:
    """How one process went: seconds on the clock, peak memory in KiB."""

    def __init__(self, seconds, memory):
        self.seconds = seconds
        self.memory = memory


def run(arguments, source, statuses=(0, 1)):
    """Runs a program with a file as its input and its output thrown away."""
    path = next(p for p in [arguments[0], *(f"{d}/{arguments[0]}" for d in os.get_exec_path())] if os.path.exists(p))
    actions = [
        (os.POSIX_SPAWN_OPEN, 0, source, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ]
    os.sched_setaffinity(0, CORES)
    start = time.perf_counter()
    child = os.posix_spawn(path, arguments, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    os.sched_setaffinity(0, ALL_CORES)
    if os.waitstatus_to_exitcode(status) not in statuses:
        sys.exit(f"bench: {' '.join(arguments)} failed with {os.waitstatus_to_exitcode(status)}")
    # Linux counts KiB, macOS bytes.
    return Run(seconds, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1))


def side_by_side(repeats, *commands):
    """The median seconds of each (arguments, source), run in turn so that noise meets all alike."""
    times = [[] for _ in commands]
    for _ in range(repeats):
        for index, (arguments, source) in enumerate(commands):
            times[index].append(run(arguments, source).seconds)
    return [statistics.median(found) for found in times]


def corpus():
    """The corpus bullets in their order, without the shortest, so that the mean is that of real bullets."""
    texts = [json.loads(line)["text"] for name in sorted(glob.glob("Corpus/*.jsonl")) for line in open(name, encoding="utf-8")]
    lengths = sorted(len(text.encode()) for text in texts)
    while statistics.mean(lengths) < LEAST_MEAN:
        lengths.pop(0)
    return [text for text in texts if len(text.encode()) >= lengths[0]]


def write(name, texts, count):
    path = f"{WORK}/{name}"
    with open(path, "w", encoding="utf-8") as file:
        for index in range(count):
            file.write(f"- {texts[index % len(texts)]}\n")
    return path


def patterns():
    """The patterns of the rules that stand for themselves: no calls, nothing that looks around."""
    found = []
    for name in sorted(glob.glob("Grammars/*/rules/*.yaml")):
        for line in open(name, encoding="utf-8"):
            match = re.match(r"^    match: '(.*)'$", line.rstrip("\n"))
            if not match:
                continue
            pattern = match[1].replace("''", "'")
            if not re.search(r"\(\?&|\(\?<?[=!]|\\A", pattern) and len(pattern) < 2_000:
                found.append(rf"(?<!\w)(?:{pattern})(?!\w)")
    path = f"{WORK}/patterns"
    open(path, "w", encoding="utf-8").write("\n".join(found) + "\n")
    return path, len(found)


def more_rules(times):
    """A pack that adds rules of another field, whose words stand in no bullet, until there are so many times as many."""
    rules = sum(len(re.findall(r"^  - id: ", open(name, encoding="utf-8").read(), re.M)) for name in glob.glob("Grammars/*/rules/*.yaml"))
    lines = ["name: more", "extends: ml-engineer", "rules:"]
    for number in range(rules * (times - 1) or 1):
        word = f"zq{number}xv"
        lines += [
            f"  - id: more.rule{number}", "    kind: more", "    level: warning",
            f"    match: '{word} (?:teams?|models?|services?) (?:of|for) (?&np_word)'",
            "    message: Which?", "    why: None.", "    source: the benchmark", "    examples:",
            f"      - {{flag: 'Led [[{word} teams of engineers]]'}}", f"      - {{pass: 'Led {word} and others'}}",
        ]
    path = f"{WORK}/more-{times}.yaml"
    open(path, "w", encoding="utf-8").write("\n".join(lines) + "\n")
    return path


def report(what, value, ratio="", target=""):
    print(f"  {what:<42} {value:>16}  {ratio:<26} {target}".rstrip(), flush=True)


def rate(seconds, count=BULLETS):
    return f"{count / seconds:,.0f} /s"


texts = corpus()
mean = statistics.mean(len(text.encode()) for text in texts)
all_of_them = write("all", texts, BULLETS)
part = write("part", texts, PART)
tenth = write("tenth", texts, BULLETS // 10)
long = write("long", texts, BULLETS * 4)
page = write("page", texts, 30)
one = f"{WORK}/one"
open(one, "w", encoding="utf-8").write("- Responsible for training a deep learning model for product search using PyTorch\n")
findings = [HONE, "suggest", "--format", "jsonl", "--limit", "0"]
three = [HONE, "suggest", "--format", "jsonl", "--limit", "3"]
diction = ["diction", "-b", "-s"]
trigger_file, trigger_count = patterns()
triggers = ["pcre2grep", "-u", "-i", "-n", "-o", "-f", trigger_file]

print(f"{len(texts)} bullets of the corpus, {mean:.0f} bytes on average, repeated to {BULLETS:,}; medians of {REPEATS}\n")

print("Start")
hone, grep = side_by_side(STARTS, ([HONE, "--safe"], one), (["pcre2grep", "-u", "-i", r"responsible\s+for"], one))
report("one bullet, hone --safe", f"{hone * 1e3:.1f} ms", f"{hone / grep:.1f} × pcre2grep", "(to reach ≤ 6 ×, then ≤ 4 ×)")
hone, _ = side_by_side(STARTS, ([HONE], one), (["pcre2grep", "-u", "-i", r"responsible\s+for"], one))
report("one bullet, hone", f"{hone * 1e3:.1f} ms", f"{hone / grep:.1f} × pcre2grep", "(to reach ≤ 6 ×, then ≤ 4 ×)")
hone, = side_by_side(STARTS // 3, ([HONE, "suggest", "--format", "jsonl"], page))
report("a page of 30 bullets, suggest", f"{hone * 1e3:.1f} ms", "", "(to reach ≤ 30 ms)")

print("Bullets a second, one core")
limit0, = side_by_side(REPEATS, (findings, all_of_them))
report("suggest --format jsonl --limit 0", rate(limit0), "", "(to reach ≥ 100,000 /s)")
limit3, = side_by_side(REPEATS, (three, all_of_them))
report("suggest --format jsonl --limit 3", rate(limit3), "", "(to reach ≥ 30,000 /s)")
full, safe = side_by_side(REPEATS, ([HONE], all_of_them), ([HONE, "--safe"], all_of_them))
report("hone", rate(full))
report("hone --safe", rate(safe))

print("Beside others, on the same bullets")
mine, other = side_by_side(REPEATS, (findings, part), (diction, part))
report("GNU diction -b -s", rate(other, PART), f"hone --limit 0: {other / mine:.1f} × as fast", "(to reach ≥ 40 ×)")
mine, other = side_by_side(REPEATS, (findings, part), (triggers, part))
report(f"pcre2grep -f, {trigger_count} patterns of the rules", rate(other, PART), f"hone --limit 0: {mine / other:.2f} × its time", "(to reach < 1 ×)")

if os.path.exists(f"{VENV}/bin/proselint"):
    mine, other = side_by_side(REPEATS, (findings, part), ([f"{VENV}/bin/proselint", "check", part], part))
    report("proselint", rate(other, PART), f"hone --limit 0: {other / mine:.1f} × as fast", "(to reach ≥ 20 ×)")
    scan = f"""
import hyperscan, sys, time
patterns = [line.encode() for line in open(sys.argv[1], encoding="utf-8").read().split("\\n") if line]
flags = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_UCP
def plain(pattern): return pattern.removeprefix(b"(?<!\\\\w)").removesuffix(b"(?!\\\\w)")
database = hyperscan.Database()
database.compile(expressions=[plain(p) for p in patterns], ids=list(range(len(patterns))), elements=len(patterns), flags=[flags] * len(patterns))
data = open(sys.argv[2], "rb").read()
start = time.perf_counter()
database.scan(data, match_event_handler=lambda *a: None)
print(time.perf_counter() - start)
"""
    found = subprocess.run(
        [f"{VENV}/bin/python", "-c", scan, trigger_file, part], capture_output=True, text=True, check=False)
    if found.returncode == 0:
        bare = float(found.stdout)
        report("Hyperscan, a bare scan of the same patterns", rate(bare, PART), f"hone --limit 0: {mine / bare:.0f} × its time", "(to reach ≤ 20 ×)")
    else:
        print("  Hyperscan does not take the patterns: " + found.stderr.strip().split("\n")[-1])
else:
    print("  proselint and Hyperscan: not measured; run `make bench-deps`")

print("Growth")
one_core = limit0
CORES = set(sorted(ALL_CORES)[:2])
if len(CORES) == 2:
    two_cores, = side_by_side(REPEATS, (findings, all_of_them))
    report("two cores", f"{one_core / two_cores:.2f} × one", "", "(to reach ≥ 1.8 ×)")
CORES = {min(ALL_CORES)}
few_rules, many_rules = (findings + ["--grammar", more_rules(times)] for times in (1, 10))
few, few_start, many, many_start = side_by_side(
    REPEATS, (few_rules, part), (few_rules, one), (many_rules, part), (many_rules, one))
report("ten times the rules, loading apart", f"{(many - many_start) / (few - few_start):.1f} × the time", "", "(to reach ≤ 2 ×)")
small, large = side_by_side(REPEATS, (findings, tenth), (findings, all_of_them))
report("ten times the bullets", f"{large / small:.1f} × the time", "", "(to reach ≤ 10.5 ×)")
short, endless = run(findings, all_of_them).memory, run(findings, long).memory
report(f"peak memory, a stream of {BULLETS * 4:,}", f"{endless / 1024:.0f} MiB", f"{short / 1024:.0f} MiB on a quarter of it", "(to reach ≤ 64 MiB, flat)")
short, endless = run([HONE], all_of_them).memory, run([HONE], long).memory
report("the same, hone as a pipe", f"{endless / 1024:.0f} MiB", f"{short / 1024:.0f} MiB on a quarter of it", "(to reach ≤ 64 MiB, flat)")
