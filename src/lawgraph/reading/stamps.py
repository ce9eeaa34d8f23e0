"""Tell the stamp of an annex from a note: «Утверждены приказом … № 13», «Приложение к Правилам …»."""

import re
from functools import cache

from lawgraph.languages.scanner import scan
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.model import Action

_LONGEST = 400


def opens_annex(text: str) -> bool:
    """Tell whether a line opens an annex, or the rules that an order approves, in any language."""
    return _annexed().match(text) is not None


def is_stamp(text: str) -> bool:
    """Tell whether quoted words are the stamp of an annex: they open it, and tell of no change."""
    labelled = text.casefold().startswith(tuple(label for code in codes() for label in spoken(code).layout.labels))
    if labelled or len(text) > _LONGEST or not opens_annex(text):
        return False
    return not any(isinstance(token.meaning, Action) for code in codes() if _annexed_in(code).match(text)
                   for token in scan(text, code))


@cache
def _annexed() -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(f"(?:{spoken(code).layout.annexed})" for code in codes()))


@cache
def _annexed_in(code: str) -> re.Pattern[str]:
    return re.compile(f"(?i){spoken(code).layout.annexed}")
