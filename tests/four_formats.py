"""Print one invented law as text, Markdown, page and JSON of the official interface, and read it."""

import json
import re
from collections.abc import Sequence

from lawgraph.law.document import Document
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read

FORMATS = ("txt", "md", "html", "json")
_KINDS = (("section", r"(?:Раздел|Section)\b|\S+(?: \S+)?[ -]бөлім"), ("chapter", r"(?:Глава|Chapter)\b|\S+[ -]тарау"),
          ("article", r"(?:Статья|Article)\b|\S+-бап"), ("sideNote", r"(?:Сноска|Footnote|Ескерту)\."))


def kind_of(line: str) -> str:
    """Return what a line is, in the words of the official interface."""
    return next((kind for kind, pattern in _KINDS if re.match(pattern, line, re.IGNORECASE)), "text")


def law_in(form: str, lang: str, front: tuple[str, str], lines: Sequence[str]) -> Document:
    """Return what is read of a law with title and requisite whose lines stand in a format."""
    told = _PRINTED[form](lang, *front, [(kind_of(line), line) for line in lines])
    return parse(read(told.encode(), f"{lang}.{form}"), lang)


def _text(lang: str, title: str, number: str, lines: Sequence[tuple[str, str]]) -> str:
    body = "\n\n".join(f"      {line}" if kind in {"text", "sideNote"} else line for kind, line in lines)
    return f"{title}\n\n{number}\n\n{body}\n"


def _markdown(lang: str, title: str, number: str, lines: Sequence[tuple[str, str]]) -> str:
    marks = {"text": "{}", "sideNote": "> *{}*", "article": "### {}"}
    return "\n\n".join((f"# {title}", number, *(marks.get(kind, "## {}").format(line) for kind, line in lines))) + "\n"


def _page(lang: str, title: str, number: str, lines: Sequence[tuple[str, str]]) -> str:
    marks = {"text": "<p>      {}</p>", "sideNote": '<p><span class="note">      {}</span></p>', "article": "<p><b>{}</b></p>"}
    body = "".join(marks.get(kind, "<h3>{}</h3>").format(line) for kind, line in lines)
    return (f'<html><body><div class="container_alpha slogan"><h1>{title}</h1><p>{number}</p></div><div class="container_gamma text"><div>'
            f'<article>{body}</article></div></div><div class="container_omega aftertext"></div></body></html>')


def _interface(lang: str, title: str, number: str, lines: Sequence[tuple[str, str]]) -> str:
    front = [{"id": "z0", "type": "doc", "level": 0, "text": None}, {"id": "z1", "type": "title", "level": 1, "text": title}]
    body = [{"id": f"z{place}", "type": kind, "level": 3, "text": line} for place, (kind, line) in enumerate(lines, 2)]
    return json.dumps({
        "id": "1", "code": "1", "language": lang, "versionDate": "2020-03-01", "actualVersion": True, "versionsCount": 2,
        "metadata": {"title": {lang: title}, "requisites": {lang: number}},
        "version": {"id": "v2", "language": lang, "versionDate": "2020-03-01", "changes": []}, "content": front + body})


_PRINTED = {"txt": _text, "md": _markdown, "html": _page, "json": _interface}
