"""Measures hone and prints each figure beside what is to be reached. Called by Benchmarks/run."""

import glob
import json
import os
import re
import statistics
import sys
import time

HONE, WORK = sys.argv[1], sys.argv[2]
BULLETS = int(os.environ.get("BULLETS", "50000"))
REPEATS = int(os.environ.get("REPEATS", "3"))
STARTS = 60
LEAST_MEAN = 120
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
    start = time.perf_counter()
    child = os.posix_spawn(path, arguments, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
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

print("Growth")
small, large = side_by_side(REPEATS, (findings, tenth), (findings, all_of_them))
report("ten times the bullets", f"{large / small:.1f} × the time", "", "(to reach ≤ 10.5 ×)")
short, endless = run(findings, all_of_them).memory, run(findings, long).memory
report(f"peak memory, a stream of {BULLETS * 4:,}", f"{endless / 1024:.0f} MiB", f"{short / 1024:.0f} MiB on a quarter of it", "(to reach ≤ 64 MiB, flat)")
short, endless = run([HONE], all_of_them).memory, run([HONE], long).memory
report("the same, hone as a pipe", f"{endless / 1024:.0f} MiB", f"{short / 1024:.0f} MiB on a quarter of it", "(to reach ≤ 64 MiB, flat)")
