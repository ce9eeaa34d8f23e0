# The scorer as the founders share it, unchanged below this line, so it keeps its own style and its own types.
# ruff: noqa
# mypy: ignore-errors
"""Score `lawgraph parse` against a folder of labelled texts.

    score_parse.py FOLDER PREFIX...        e.g.  score_parse.py data/golden .venv/bin/lawgraph
    score_parse.py --show FOLDER PREFIX... also lists every difference
    score_parse.py --json FOLDER PREFIX... the figures as JSON

For each NAME.txt with its NAME.json it runs `PREFIX parse NAME.txt --lang LANG --format json` (30 seconds at most) and
prints, per text and in total:

    law       number, day of adoption and title as labelled
    prov-P/R  precision and recall of provisions, by eId
    text      share of the labelled provisions whose heading and text agree, white space normalised
    excl      share of the labelled provisions whose `excluded` agrees
    claim-P/R precision and recall of claims: target, action, act number, day of adoption, operation, pending
    find      share of the lines that must yield a finding and do

Exit status: 0 when every figure is 1.0, 1 when one is not, 2 when it cannot score at all.
A command that crashes, runs out of time or prints no JSON object scores as an empty answer, and the table says why.
"""

import argparse
import json
import os
import shlex
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

FIGURES = ("law", "prov-P", "prov-R", "text", "excl", "claim-P", "claim-R", "find")
Score = dict[str, tuple[int, int]]


def words(value: object) -> str:
    """White space, NBSP included, is one space; null and the empty string are the same."""
    return " ".join(value.replace("\u00a0", " ").split()) if isinstance(value, str) else ""


def rows(answer: object, name: str) -> list[dict]:
    value = answer.get(name) if isinstance(answer, dict) else None
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def act(value: object) -> tuple[str, str]:
    known = value if isinstance(value, dict) else {}
    return words(known.get("number")), words(known.get("adopted"))


def operation(value: object) -> tuple[str, ...]:
    known = value if isinstance(value, dict) else {}
    kind = words(known.get("kind")) or "unstated"
    if kind == "see":
        return kind, words(known.get("reference")).casefold().strip(" .;:,()")
    return kind, *(f"{name} {known[name]}" for name in ("days", "months", "day") if known.get(name) is not None)


def claim(row: dict) -> tuple:
    return (words(row.get("target")), words(row.get("action")), *act(row.get("act")),
            operation(row.get("operation")), row.get("pending") is True)


def listed(row: dict) -> bool:
    """Headings and the law itself are targets; a parser that also lists them as provisions is not marked down."""
    eid = row.get("eid")
    return isinstance(eid, str) and eid not in ("law", "toc") and not eid.endswith("__heading")


def run(prefix: list[str], text: Path, lang: str, limit: float) -> tuple[object, str]:
    """Return what the command answered and, where that is no answer, why."""
    command = [*prefix, "parse", str(text), "--lang", lang, "--format", "json"]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   stdin=subprocess.DEVNULL, start_new_session=True)
    except OSError as error:
        return None, f"cannot start: {error.strerror}"
    try:
        out, err = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            process.kill()
        process.communicate()
        return None, f"no answer in {limit:g} s"
    last = " ".join(err.decode("utf-8", "replace").strip().splitlines()[-1:])[:120]
    if process.returncode not in (0, 1):
        return None, f"exit status {process.returncode}: {last}"
    try:
        answer = json.loads(out.decode("utf-8"))
    except (ValueError, RecursionError):
        return None, f"no JSON (exit status {process.returncode}): {last}"
    return (answer, "") if isinstance(answer, dict) else (None, "JSON, but no object")


def compare(label: dict, answer: object) -> tuple[Score, list[str]]:
    """Return each figure as (right, of how many) and the differences in words."""
    notes: list[str] = []
    found_law = answer.get("law") if isinstance(answer, dict) else None
    found_law = found_law if isinstance(found_law, dict) else {}
    law_ok = True
    for name, wanted in label["law"].items():
        if words(wanted) != words(found_law.get(name)):
            law_ok = False
            notes.append(f"law {name}: {found_law.get(name)!r}, not {wanted!r}")

    wanted = {row["eid"]: row for row in label["provisions"]}
    given = [row for row in rows(answer, "provisions") if listed(row)]
    first: dict[str, dict] = {}
    for row in given:
        first.setdefault(row["eid"], row)
        if row["eid"] not in wanted:
            notes.append(f"provision too many: {row['eid']}")
    for eid, count in Counter(row["eid"] for row in given).items():
        if count > 1:
            notes.append(f"provision {count} times: {eid}")
    same = exact = agreed = 0
    for eid, row in wanted.items():
        if eid not in first:
            notes.append(f"provision missing: {eid} (line {row['line']})")
            continue
        same += 1
        good = True
        for name in ("heading", "text"):
            if words(row[name]) != words(first[eid].get(name)):
                good = False
                notes.append(f"{eid} {name}: {first[eid].get(name)!r}, not {row[name]!r}")
        exact += good
        if (first[eid].get("excluded") is True) == row["excluded"]:
            agreed += 1
        else:
            notes.append(f"{eid} excluded: not {row['excluded']}")

    wanted_claims = Counter(claim(row) for row in label["claims"])
    given_claims = Counter(claim(row) for row in rows(answer, "claims"))
    right = sum((wanted_claims & given_claims).values())
    notes += [f"claim missing: {row}" for row in (wanted_claims - given_claims).elements()]
    notes += [f"claim too many: {row}" for row in (given_claims - wanted_claims).elements()]

    seen = {row.get("line") for row in rows(answer, "findings") if isinstance(row.get("line"), int)}
    must = label["finding_lines"]
    notes += [f"finding missing: line {line}" for line in must if line not in seen]
    return {"law": (int(law_ok), 1), "prov-P": (same, len(given)), "prov-R": (same, len(wanted)),
            "text": (exact, len(wanted)), "excl": (agreed, len(wanted)),
            "claim-P": (right, given_claims.total()), "claim-R": (right, wanted_claims.total()),
            "find": (sum(line in seen for line in must), len(must))}, notes


def ratio(score: Score, name: str) -> float:
    right, total = score[name]
    if total:
        return right / total
    partner = score.get(name.replace("-P", "-R"), (0, 0))
    return 0.0 if name.endswith("-P") and partner[1] else 1.0


def line(name: str, score: Score, why: str = "") -> str:
    # A figure just below one never prints as 1.000.
    cells = (f"{int(ratio(score, figure) * 1000) / 1000:8.3f}" for figure in FIGURES)
    return f"{name:20.20}" + "".join(cells) + (f"  {why}" if why else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="list every difference")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--timeout", type=float, default=30, help="seconds for each text (30)")
    parser.add_argument("folder", type=Path)
    parser.add_argument("prefix", nargs=argparse.REMAINDER, help="the command line of the parser")
    told = parser.parse_args()
    prefix = shlex.split(told.prefix[0]) if len(told.prefix) == 1 else told.prefix
    texts = sorted(told.folder.glob("*.txt"))
    if not prefix or not texts:
        print("score_parse: no command given" if not prefix else f"score_parse: no *.txt in {told.folder}", file=sys.stderr)
        return 2

    if not told.json:
        print(f"{'':20}" + "".join(f"{figure:>8}" for figure in FIGURES))
    total: Score = {figure: (0, 0) for figure in FIGURES}
    figures = {}
    for text in texts:
        try:
            label = json.loads(text.with_suffix(".json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            print(f"score_parse: {text.stem}: label unreadable ({error})", file=sys.stderr)
            return 2
        answer, why = run(prefix, text, label["lang"], told.timeout)
        score, notes = compare(label, answer)
        total = {figure: (total[figure][0] + score[figure][0], total[figure][1] + score[figure][1]) for figure in FIGURES}
        figures[text.stem] = {figure: ratio(score, figure) for figure in FIGURES} | ({"failure": why} if why else {})
        if not told.json:
            print(line(text.stem, score, why))
            if told.show and not why:
                print(*(f"    {note}" for note in notes), sep="\n", end="\n" if notes else "")
    figures["total"] = {figure: ratio(total, figure) for figure in FIGURES}
    print(json.dumps(figures, indent=1) if told.json else line("total", total))
    return 0 if all(figures["total"][figure] == 1.0 for figure in FIGURES) and not any("failure" in row for row in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
