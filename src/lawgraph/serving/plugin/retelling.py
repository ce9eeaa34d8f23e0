"""Datasette's own words on pages of tables and rows in the language of the page, found in its markup (0.65).

Its templates are not copied for that. What stands in the rows is data, and stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html import escape, unescape

from lawgraph.database.schema import TABLES
from lawgraph.voice.speaking import Locale, Voice, message, voice_of

_SORTED = message("Sort by")
_THEIRS = {
    "Search:": message("Search"), "- column -": message("column"), "- remove filter -": message("without this filter"),
    "contains": message("contains"), "does not contain": message("does not contain"),
    "ends with": message("ends with"), "starts with": message("begins with"), "Apply": message("Show"),
    "Sort...": _SORTED, "descending": message("descending"),
    "View and edit SQL": message("The question, in SQL"), "This data as": message("This page as:"),
    "advanced": message("more ways"), "Suggested facets:": message("Count by:"), "Next page": message("The next page"),
    "Advanced export": message("To take along"), "JSON shape:": message("Forms of JSON:"),
    "default": message("with names of columns"), "array": message("a list"), "object": message("by key"),
    "newline-delimited": message("a line for each row"), "CSV options:": "CSV:",
    "download file": message("as a file"), "expand labels": message("with names beside keys"),
    "stream all rows": message("all rows"), "Export CSV": "CSV", "0 records": message("Nothing was found."),
    "Links from other tables": message("Rows of other tables that lead here"),
}
_AROUND_DATA = re.compile(r'(<tbody>|</tbody>|<ul class="tight-bullets">|</ul>|<pre\b|</pre>)')
_WORDS = re.compile(r'(?<=>)[^<>]+(?=<)|(?<=type="submit" value=")[^"<>]+|(?<=data-column-description=")[^"<>]+')
_COUNTED = re.compile(r"(?<![\d,])([\d,]+) rows?\b")
_FILTERED = re.compile(r"(?<=<h3>)(?P<rows>[\d,]+ rows?)?\s+(?:where|sorted|search)[^<]*(?=</h3>)")
"""What the filters below it say again, in English."""
_BY_COLUMN = ">Sort by "
_OF_DATA = re.compile(r"<(?=(?:tbody|dt|h1)[ >])(\w+)")


def retold(markup: str, locale: Locale) -> str:
    """Return the markup of a page with its words, and what is told of columns, in a language; data is marked."""
    if locale is Locale.ENGLISH:
        return markup
    told = "".join(_told(_AROUND_DATA.split(markup), voice_of(locale)))
    return type(markup)(_OF_DATA.sub(r'<\1 lang="en"', told).replace(" (view)</h1>", "</h1>"))     # markup stays markup


def _told(pieces: Iterable[str], voice: Voice) -> Iterator[str]:
    data = False
    for place, each in enumerate(pieces):
        if place % 2:
            data = not each.startswith("</")
        yield each if place % 2 or data else _frame(each, voice)


def _frame(markup: str, voice: Voice) -> str:
    known = _known(voice.locale)
    counting = _FILTERED.sub(lambda found: found["rows"] or "", markup)
    sorting = counting.replace(_BY_COLUMN, f">{voice.say(_SORTED)} ")
    counted = _COUNTED.sub(lambda found: _rows(found[1], voice), sorting)
    return _WORDS.sub(lambda found: _said(found[0], known), counted)


def _said(words: str, known: Mapping[str, str]) -> str:
    own = words.strip()
    told = known.get(unescape(own))
    return words if told is None else words.replace(own, escape(told))


def _rows(number: str, voice: Voice) -> str:
    return voice.count("%(number)s row", "%(number)s rows", int(number.replace(",", "")), number=number)


@cache
def _known(locale: Locale) -> Mapping[str, str]:
    voice = voice_of(locale)
    meanings = {each.meaning: each.meaning for table in TABLES for each in table.columns}
    return {theirs: voice.say(ours) for theirs, ours in (meanings | _THEIRS).items()}
