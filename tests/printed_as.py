"""Print a plain text of the golden kind as the page, the Markdown edition and the JSON that hold the same act.

Each line stands on the line that it has in the text, so that all readers must find the same things on the same lines. The
parsed text tells which lines are notes; how each format marks notes, headings, tables and links is written out here.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from lawgraph.languages.printed import find_numbers
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Claim, Document, Role

RED = re.compile(r"Примечание (?:ИЗПИ|РЦПИ)|Note of RCLI|ЗҚАИ-ның ескертпесі|РҚАО-ның ескертпесі")
OPEN = ('<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        '<nav><a href="/{path}/docs/Z990000001_/info">i</a><a href="/kaz/docs/Z990000001_">қаз</a></nav>'
        '<div class="container_alpha slogan"><h1>{title}</h1><span class="status status_upd">upd</span>')
BEGIN = '</div><div class="container_gamma text text_upd"><div class="gs_12"><article>'
CLOSE = ('</article></div></div><div class="container_omega aftertext"><p>1. Article 99. Not the text</p></div>'
         "</body></html>")
WEB = {"eng": "en", "rus": "ru", "kaz": "kk"}


class Part(StrEnum):
    """What a line of a golden text is on the page."""

    TITLE = "title"
    UNOFFICIAL = "unofficial"
    REQUISITE = "requisite"
    HEADING = "heading"
    NOTE = "note"
    RED = "red"
    WORDING = "wording"
    SIGNER = "signer"
    SIGNER_ON = "signer_on"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Printed:
    """Hold a line of the text: its words, what it is, the claims read from it."""

    number: int
    words: str
    part: Part
    claims: tuple[Claim, ...]


def printed(document: Document) -> Iterator[Printed]:
    """Give the lines of a golden text that are not blank."""
    roles = {document.text.count("\n", 0, each.start) + 1: each.role for each in document.segments
             if each.role is not Role.LAYOUT}
    headed = requisite = red = False
    cell, before = 0, None
    for number, line in enumerate(document.text.split("\n"), 1):
        words = line.strip("\t \u00a0")
        if not words:
            cell += requisite and "\t" in line
            continue
        margin = not line.startswith("\u00a0")
        if not requisite:
            part = Part.UNOFFICIAL if "\t" in line else Part.REQUISITE if headed else Part.TITLE
            requisite = part is Part.REQUISITE
        elif cell in {1, 2}:
            part = Part.NAME if cell == 2 else Part.SIGNER_ON if before is Part.SIGNER else Part.SIGNER
            cell += cell == 2
        elif margin:
            part = Part.HEADING
        else:
            note = roles[number] in {Role.CLAIM, Role.NOTE}
            red = note and (RED.match(words) is not None or (red and not words.startswith("Порядок")))
            part = Part.RED if red else Part.NOTE if note else Part.WORDING
        headed, before = True, part
        yield Printed(number, words, part, tuple(each for each in document.claims if each.span.line == number))


def _in_place(lines: dict[int, str]) -> str:
    return "\n".join(lines.get(number, "") for number in range(1, max(lines) + 1)) + "\n"


# The page

def as_page(document: Document) -> str:
    """Return the page of the public system that holds the act."""
    lines = {each.number: _on_page(each, document.lang) for each in printed(document)}
    whole = _in_place(lines)
    title = next(each.words for each in printed(document) if each.part is Part.TITLE)
    head = OPEN.format(lang=WEB[document.lang], path=document.lang, title=escape(title))
    return f"{head}{whole.rstrip()}{CLOSE}\n"


MARKUP = {
    Part.TITLE: "",
    Part.UNOFFICIAL: "<p>{words}</p>",
    Part.REQUISITE: "<p>{words}</p>" + BEGIN,
    Part.HEADING: '<h3 id="z{number}"> {words} </h3>',
    Part.NOTE: "{linked}<br/>",
    Part.RED: '<font color="#FF0000">      {words}</font><br/>',
    Part.WORDING: '<p id="z{number}">      {words}</p>',
    Part.SIGNER: "<table><tr><td><p>      {words}<br/>",
    Part.SIGNER_ON: "{words}<br/>",
    Part.NAME: "</p></td><td>{words}</td></tr></table>",
}


def _on_page(each: Printed, lang: str) -> str:
    article = each.part is Part.HEADING and lang == "rus" and each.words.lower().startswith("стать")
    markup = '<p><b><a name="z{number}"></a>{words}</b></p>' if article else MARKUP[each.part]
    return markup.format(words=escape(each.words, quote=False), number=each.number, linked=_linked(each))


def _linked(each: Printed) -> str:
    """Break a note by a link at each act whose identity its claims tell."""
    whole, end = '<span class="note">      ', 0
    for found in find_numbers(each.words):
        act = next((claim.act for claim in each.claims if claim.act and claim.act.number == found.number), None)
        address = act and act.adopted and act.kind in {ActKind.LAW, ActKind.CODE} and identity(
            act.kind, act.number or "", act.adopted.year)
        if address:
            whole += (f'{escape(each.words[end:found.start], quote=False)}</span><a href="/rus/docs/{address}#z1">'
                      f'{escape(found.text, quote=False)}</a><span class="note">')
            end = found.end
    return f"{whole}{escape(each.words[end:], quote=False)}</span>"


def identity(kind: ActKind, number: str, year: int) -> str | None:
    """Return the identity of an act in the public system, which tells its kind, year and ordinal number."""
    ordinal = re.match(r"\d+", number)
    if ordinal is None:
        return None
    letter = "K" if kind is ActKind.CODE else "Z"
    return f"{letter}{year % 100:02}{int(ordinal[0]):07}_" if year <= 2010 else f"{letter}{year % 100:02}{int(ordinal[0]):08}"


# Markdown

def as_markdown(document: Document) -> str:
    """Return the Markdown edition that holds the act."""
    return _in_place({each.number: _in_markdown(each) for each in printed(document)})


def _in_markdown(each: Printed) -> str:
    words = re.sub(r"([\\*_#>\[\]<|`])", r"\\\1", each.words)
    words = re.sub(r"^(\d+)\.", r"\1\\.", words)
    match each.part:
        case Part.TITLE:
            return f"# {words}"
        case Part.HEADING:
            return f'{"##" if "." in words[:12] else "###"} {words}'
        case Part.NOTE | Part.RED:
            return f"> *{words}*"
        case Part.UNOFFICIAL | Part.SIGNER | Part.SIGNER_ON | Part.NAME:
            return f"*{words}*"
        case _:
            return f"   {words}" if ")" in words[:5] else words


# JSON

def as_answer(document: Document) -> str:
    """Return the answer of the official interface that holds the act."""
    lines = {each.number: _element(each, place) for place, each in enumerate(printed(document))}
    requisite = next(each.words for each in printed(document) if each.part is Part.REQUISITE)
    title = next(each.words for each in printed(document) if each.part is Part.TITLE)
    lang = document.lang
    head = {"id": "1", "code": "1", "language": lang, "versionDate": "2020-01-01",
            "metadata": {"title": {lang: title}, "requisites": {lang: requisite}, "status": "upd"}}
    lines[1] = f'{json.dumps(head, ensure_ascii=False)[:-1]}, "content": [{lines[1]}'
    return _in_place(lines) + "]}\n"


def _element(each: Printed, place: int) -> str:
    kinds = {Part.HEADING: "article", Part.NOTE: "sideNote", Part.RED: "rcpi_notice", Part.SIGNER: "signature", Part.SIGNER_ON: "signature",
             Part.NAME: "signature", Part.REQUISITE: "doc", Part.UNOFFICIAL: "doc", Part.TITLE: "title"}
    if each.part in {Part.REQUISITE, Part.UNOFFICIAL}:
        return ""
    element = {"id": str(each.number), "type": kinds.get(each.part, "text"), "level": 1, "text": each.words}
    return f'{"," if place else ""}{json.dumps(element, ensure_ascii=False)}'
