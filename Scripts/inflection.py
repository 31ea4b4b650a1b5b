"""Compares the verb forms of hone with LemmInflect's dictionary; `Scripts/inflection` calls it.

The verbs are the most frequent words, by wordfreq, that the dictionary knows as verbs in all their forms. A form of
hone agrees when it is one of those that the dictionary has for its tag.
"""

import subprocess
import sys

from lemminflect import getAllInflections
from wordfreq import top_n_list

VERBS = 3000
GOAL = 99.5
FORMS = [("third", "VBZ"), ("past", "VBD"), ("participle", "VBN"), ("ing", "VBG")]


def dictionary():
    """The forms that LemmInflect's dictionary knows, by verb: no rule of its own is asked."""
    verbs = {}
    for word in top_n_list("en", 100_000):
        tags = getAllInflections(word, upos="VERB")
        if {"VB", "VBD", "VBG", "VBZ"} <= tags.keys():
            # The dictionary names a participle only where it is not the past.
            tags.setdefault("VBN", tags["VBD"])
            verbs[word] = tags
        if len(verbs) == VERBS:
            return verbs
    sys.exit(f"inflection: the dictionary knows only {len(verbs)} verbs")


def inflect(binary, verbs):
    """The forms that hone makes, a row a verb."""
    run = subprocess.run([binary, "inflect"], input="\n".join(verbs) + "\n", capture_output=True, text=True, check=True)
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    if [row[0] for row in rows] != list(verbs):
        sys.exit("inflection: the rows of hone-dev are not the verbs that it was given")
    return rows


def main(binary):
    verbs = dictionary()
    agreed = dict.fromkeys((form for form, _ in FORMS), 0)
    for base, *forms in inflect(binary, verbs):
        for (form, tag), made in zip(FORMS, forms, strict=True):
            known = verbs[base][tag]
            if made in known:
                agreed[form] += 1
            else:
                print(f"{base}: {form} {made}, not {' or '.join(known)}")
    for form, count in agreed.items():
        print(f"{form:<10} {count:>6} of {len(verbs):>6}  {100 * count / len(verbs):6.2f} %")
    total, all_forms = sum(agreed.values()), len(verbs) * len(FORMS)
    share = 100 * total / all_forms
    print(f"{'all':<10} {total:>6} of {all_forms:>6}  {share:6.2f} %, to reach {GOAL} %")
    return 0 if share >= GOAL else 1


sys.exit(main(sys.argv[1]))
