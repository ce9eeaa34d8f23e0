"""Feed the reader ten megabytes of one shape after the other: what parsing takes above the program itself.

A shape is a line that is said again and again, in each format, each in a process of its own;
`python -m benchmarks.attack.reading [PART OF A NAME]` has a part of them.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from lawgraph.law.errors import SourceError

SIZE = 10_000_000
LARGEST, MOST_GROWTH, MOST_LATER = 300, 6.0, 2.45  # megabytes; times the processor time of a quarter; as below
RUNS = 3
BEGINNINGS = {"html": '<!DOCTYPE html><div class="container_gamma text"><article><p>Статья 1. О часах</p>\n',
              "md": "# О часах\n\n### Статья 1. О часах\n\n", "txt": " Статья 1. О часах\n\n", "json": ""}
ENDINGS = {"html": '</article></div><div class="aftertext"></div>'}
_CLAIM = "Сноска. Статья {n} с изменениями, внесенными Законом РК от 03.07.2013 № 124-V (вводится в действие со дня)."
_LINES = {
    "paragraphs": "Часы показывают время, которое назначено законом, всем и каждому, где бы они ни были и когда.",
    "short lines": "и",
    "points": "{n}) часы;",
    "articles": "Статья {n}. О часах",
    "one number again and again": "1. Часы.",
    "footnotes": _CLAIM,
    "one footnote": "Законом РК от 03.07.2013 № {n}-V; ",
    "quotations": "«{n}. Часы»;",
    "rows": "{n}\t2\t3\t4",
    "annexes": "Приложение {n}",
    "lists of addresses": "Сноска. Статьи {n}-{m} исключены Законом РК от 03.07.2013 № 124-V.",
    "controls": "\x01\x02",
    "private characters": "\ue000\ue001 часы",
}
_WORDS = "слово о часах и об их бое на башне в полночь, когда никто не спит"
_WAYS = {"html": "<p>{}</p>\n", "md": "{}\n\n", "txt": "      {}\n"}
_OWN = {
    "html": {"elements": "<b>", "open cells": "<td>x", "comments": "<!--", "attributes": "<p a{n}=1 b{n}=2>x</p>\n",
             "entities": "&lt;", "rows of tables": "<tr><td>1</td><td>2</td></tr>\n", "breaks": "<br>",
             "unknown elements": "<x{n}>y</x{n}>\n", "links": '<a href="/rus/docs/Z1300000124#z1">x</a> ',
             "notes": '<span class="note">слово </span>', "scripts": "<script>x</script>", "no tags": "< "},
    "md": {"quotes": "> *слово\n", "emphasis": "*а ", "links": "[a](b) ", "braces": "{{", "rules": "---\n",
           "tables": "<table><tr><td>1</table>\n", "rows of tables": "|1|2|\n", "headings": "# {n}\n",
           "anchors": "<a id=\"z{n}\"></a>\n", "fences": "```\n", "escapes": "\\*", "contents": "- [{n}](#z{n})\n"},
    "json": {"lines": "      {n}) часы;\n", "elements": "<p>{n}) часы;</p>"},
}


def measure(part: str = "") -> Iterator[Figure]:
    """Yield what each shape takes in each format."""
    for name in shapes():
        if part in name:
            quarter, whole = _spent(name, SIZE // 4), _spent(name, SIZE)
            grown = whole["seconds"] / max(quarter["seconds"], 0.1)
            told, linear = f"{whole['seconds']:.1f} s, {whole['megabytes']:,.0f} MB, ×{grown:.1f}", grown <= MOST_GROWTH
            if not linear:
                later = _later(name)
                told, linear = f"{told}, later ×{later:.1f}", later <= MOST_LATER
            yield Figure(f"{name}: {whole['answer']}", told,
                         f"{LARGEST} MB, ×{MOST_GROWTH:.0f}", whole["megabytes"] <= LARGEST and linear)


def _later(name: str) -> float:
    """Return how many times as long the second half takes as the second quarter; 2 where each byte takes as long.

    A text that is read in two ways, as articles to number 9,999 and as their wording from there on, grows by more than
    its length and is linear all the same. The limit is the root of the one for four times the length.
    """
    quarter, half, whole = (_least(name, size) for size in (SIZE // 4, SIZE // 2, SIZE))
    return (whole - half) / max(half - quarter, 0.1)


def _least(name: str, size: int) -> float:
    """Return the least that a text took in several runs: other work on the machine only adds to it."""
    return min(_spent(name, size)["seconds"] for _ in range(RUNS))


def shapes() -> dict[str, tuple[str, str]]:
    """Return the format and the repeated text of each shape by its name; with words, what is read fills the size."""
    lines = {f"{form}, {name}": (form, way.format(line))
             for form, way in _WAYS.items() for name, line in _LINES.items()}
    own = {f"{form}, {name}": (form, line) for form, own in _OWN.items() for name, line in own.items()}
    padded = {f"{form}, {name}, with words": (form, way.format(f"{line} {_WORDS}"))
              for form, way in _WAYS.items() for name, line in _LINES.items() if len(line) < len(_WORDS)}
    own_padded = {f"{name}, with words": (form, f"{line}{_WORDS}") for name, (form, line) in own.items()}
    return lines | own | padded | own_padded


def text_of(name: str, size: int) -> str:
    """Return a text of a shape with so many bytes."""
    form, line = shapes()[name]
    numbered = "{n}" in line or "{{" in line
    parts, length, n = [BEGINNINGS[form]], 0, 1
    while length < size:
        part = line.format(n=n, m=n + 9) if numbered else line * 100
        parts.append(part)
        length, n = length + len(part.encode()), n + 1
    whole = "".join((*parts, ENDINGS.get(form, "")))
    return json.dumps({"language": "rus", "content": whole}, ensure_ascii=False) if form == "json" else whole


def _spent(name: str, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.attack.reading", name, str(size)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    return dict(json.loads(told.stdout)) if told.returncode == 0 else {
        "answer": told.stderr.strip()[-60:], "seconds": float("inf"), "megabytes": float("inf")}  # type: ignore[dict-item]


def _alone(name: str, size: int) -> None:
    """Parse one text, and print what that took."""
    from lawgraph.parsing.document import parse_law  # noqa: PLC0415
    from lawgraph.reading.opening import read  # noqa: PLC0415

    raw = text_of(name, size).encode()
    parse_law(read(text_of("txt, points", 100_000).encode(), "small"), "rus", "small")
    Path("/proc/self/clear_refs").write_text("5")
    before, begun = _resident("VmRSS"), time.process_time()
    try:
        document = parse_law(read(raw, "large"), "rus", "large")
        answer = f"{len(document.provisions):,} provisions, {len(document.findings):,} findings"
    except SourceError as error:
        answer = str(error)
    sys.stdout.write(json.dumps({"answer": answer, "seconds": time.process_time() - begun,
                                 "megabytes": _resident("VmHWM") - before}))


def _resident(which: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(which)) / 1000


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (3_000_000_000, 3_000_000_000))
    if len(sys.argv) > 2:
        _alone(sys.argv[1], int(sys.argv[2]))
    else:
        for figure in measure(*sys.argv[1:]):
            sys.stdout.write(f"| {figure.what[:110]} | {figure.measured} | {figure.verdict} |\n")
            sys.stdout.flush()
