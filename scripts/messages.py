"""Bring the catalogues of messages up to date: what code and templates say, in the order of their files.

    python scripts/messages.py

Messages without a translation are added empty, those that nothing says any more are left out. The files hold no days
and no line numbers. Above each message stands, for those who check it, where it is said and what its places hold
in their language. The plural rules are ours: babel's differ from release to release, in words and forms.
"""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from lawgraph.database.schema import TABLES
from lawgraph.languages.spoken import DayForm
from lawgraph.law.eid import Eid, Kind
from lawgraph.printout.exports import OFFERED
from lawgraph.queries.answers import NAMED
from lawgraph.voice.names import by_act, day_in_words, place_name, span_in_words, this_unit
from lawgraph.voice.speaking import Locale, Voice, voice_of

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "site_templates" / "messages"
PLURALS = {
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "kk": "nplurals=2; plural=(n != 1);",
}
"""The languages with a catalogue, each with the rule that tells which form of a message goes with a number."""
_KEYWORDS = {"message": None, "Phrase": None, "CountedPhrase": (1, 2), "say": None, "say_as": ((1, "c"), 2),
             "count": (1, 2), "gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_MARKS = {name: _KEYWORDS[name] for name in ("message", "Phrase", "CountedPhrase")}
"""What marks a message where `say` writes an answer."""
_TEMPLATES = {"extensions": "jinja2.ext.i18n", "trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true",
              "lstrip_blocks": "true"}
_WIDTH = 120
_DAY = date(2013, 7, 20)
_FILLED: dict[str, Callable[[Voice], str]] = {
    "day": lambda voice: day_in_words(_DAY, voice), "on_day": lambda voice: day_in_words(_DAY, voice, DayForm.ON),
    "as_on": lambda voice: day_in_words(_DAY, voice, DayForm.AS_ON),
    "of_day": lambda voice: day_in_words(_DAY, voice, DayForm.OF),
    "from_day": lambda voice: day_in_words(_DAY, voice, DayForm.FROM),
    "until": lambda voice: day_in_words(_DAY, voice, DayForm.UNTIL),
    "when": lambda voice: day_in_words(_DAY, voice, DayForm.FROM),
    "span": lambda voice: span_in_words(_DAY, date(2017, 5, 1), voice),
    "by_act": lambda voice: by_act("124-V", voice), "this": lambda voice: this_unit(Kind.POINT, voice),
    "place": lambda voice: place_name(Eid("art_7__para_2"), voice),
}
"""What stands at a place of a message, as an example in the language of a catalogue."""

Said = tuple[str, Any, str | None]
"""A file, the message that it says (with its plural, where it counts), and the message's context."""


def said() -> Iterator[Said]:
    """Give each message with the file that says it and its context."""
    for path in sorted((ROOT / "src" / "lawgraph").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "Phrase(" in text or ("voice" in text and "commands" not in path.parts):
            yield from _extracted(path, "python", {}, _MARKS if "commands" in path.parts else _KEYWORDS)
    for path in sorted((ROOT / "site_templates").glob("[dp]a*/*.html")):
        yield from _extracted(path, babel_extract, _TEMPLATES)
    for each in NAMED:
        yield from (("src/lawgraph/queries/named.sql", text, None) for text in (each.title, each.description))
    for table in (each for each in TABLES if each.name in OFFERED):
        meanings = (table.meaning, *(each.meaning for each in table.columns))
        yield from (("src/lawgraph/database/declaring.py", each, None) for each in meanings)


def template() -> Catalog:
    """Return all messages that code and templates say, without translations."""
    found = Catalog(charset="utf-8")
    for place, text, context in said():
        found.add(text, locations=[(place, 0)], context=context)
    return found


def catalogue_of(locale: str) -> Catalog:
    """Return the catalogue of a language as it is."""
    with (FOLDER / f"{locale}.po").open("rb") as file:
        return read_po(file, locale=locale)


def updated(locale: str) -> bytes:
    """Return the file of a language, with every message that is said and none that is not."""
    known = catalogue_of(locale)
    fresh = read_po(BytesIO(_header(locale)), locale=locale)
    for each in template():
        if each.id:
            own = known.get(_key(each), each.context)
            empty = ("",) * fresh.num_plurals if each.pluralizable else ""
            same = own is not None and own.pluralizable == each.pluralizable
            fresh.add(each.id, own.string if own is not None and same else empty, locations=each.locations,
                      context=each.context, auto_comments=_told(each, locale))
    out = BytesIO()
    write_po(out, fresh, width=_WIDTH, omit_header=True, include_lineno=False)
    return _header(locale) + out.getvalue()


def main() -> None:
    """Write the catalogues."""
    for locale in PLURALS:
        (FOLDER / f"{locale}.po").write_bytes(updated(locale))


def _extracted(path: Path, method: Any, options: dict[str, str], keywords: Any = _KEYWORDS) -> Iterator[Said]:
    with path.open("rb") as file:
        for _, text, _, context in extract(method, file, keywords=keywords, options=options):
            yield str(path.relative_to(ROOT)), text, context


def _told(each: Message, locale: str) -> list[str]:
    """Return what those who check a message need to know: where it is said first, and what its places hold."""
    voice = voice_of(Locale(locale))
    places = dict.fromkeys(re.findall(r"%\((\w+)\)s", _key(each)))
    return [_said_in(each.locations[0][0]),
            *(f"%({place})s: {_FILLED[place](voice)}" for place in places if place in _FILLED)]


@cache
def _said_in(file: str) -> str:
    path = ROOT / file
    if path.suffix == ".sql":
        return "What a query of the database is called, and what it answers."
    if path.suffix != ".py":
        return f"A page: {path.stem.strip('_').replace('_', ' ')}."
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def _key(each: Message) -> str:
    return each.id if isinstance(each.id, str) else each.id[0]


def _header(locale: str) -> bytes:
    return (f'# Messages of lawgraph\'s pages. `make messages` keeps them; English is the message itself.\n'
            f'msgid ""\nmsgstr ""\n'
            f'"Content-Type: text/plain; charset=utf-8\\n"\n"Language: {locale}\\n"\n'
            f'"Plural-Forms: {PLURALS[locale]}\\n"\n\n').encode()


if __name__ == "__main__":
    main()
