"""Write the statute in bluebell's own markup, so that bluebell can read it.

Bluebell reads text in which each unit stands behind a keyword and indented beneath what encloses it. Footnotes and
editorial lines are left out: bluebell has nothing to say of them, and is spared the work. The conversion is not timed.
"""

import re
from collections.abc import Iterator

_CHAPTER = re.compile(r"^ Chapter (\d+)\. (.+)$")
_ARTICLE = re.compile(r"^ Article (\d+(?:-\d+)?)\. (.+)$")
_PARAGRAPH = re.compile(r"^(\d+(?:-\d+)?)\. (.+)$")
_POINT = re.compile(r"^(\d+(?:-\d+)?)\) ?(.+)$")
_LEFT_OUT = re.compile(r"^(?:Footnote|Note!|See Article|The document|Unofficial|\d+(?:-\d+)?\) [Ii]s excluded)")


def bluebell_markup(source: str) -> str:
    """Return a statute as bluebell reads it: CHAPTER, ARTICLE, PARA and SUBPARA with their texts."""
    return "BODY\n\n" + "\n".join(_lines(source)) + "\n"


def _lines(source: str) -> Iterator[str]:
    depth = 0
    for line in source.splitlines():
        if found := _CHAPTER.match(line):
            yield f"CHAPTER {found[1]} - {found[2].strip()}"
            depth = 1
        elif found := _ARTICLE.match(line):
            yield f"  ARTICLE {found[1]} - {found[2].strip()}"
            depth = 2
        elif depth:
            text = line.replace("\N{NO-BREAK SPACE}", " ").strip()
            if text and not _LEFT_OUT.match(text):
                depth = 3 if _PARAGRAPH.match(text) else depth
                yield from _body(text, depth)


def _body(text: str, depth: int) -> Iterator[str]:
    inner = "  " * depth
    if found := _PARAGRAPH.match(text):
        yield f"    PARA {found[1]}."
        yield f"      {found[2]}"
    elif found := _POINT.match(text):
        yield f"{inner}SUBPARA {found[1]})"
        yield f"{inner}  {found[2]}"
    else:
        yield f"{inner}{text}"
