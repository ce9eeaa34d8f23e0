"""Read what the line below a title says of an act: kind, number, day of adoption.

"Закон Республики Казахстан от 29 апреля 2010 года № 271-IV" is such a line; a registration behind it has its own.
"""

import re
from dataclasses import replace
from functools import cache

from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import scan
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.tables import Nesting
from lawgraph.law.authors import ActKind
from lawgraph.reading.source import Said


def with_requisite(said: Said, line: str | None) -> Said:
    """Return what is said of an act together with what its requisite says; what is said already stays."""
    gone = words_of_repeal(line)
    line = line[:gone.start()] if line and gone else line
    if not line:
        return said
    lang = said.lang or _language(line)
    days, numbers = find_days(line, lang), find_numbers(line)
    kinds = [token.meaning for token in scan(line, lang) if isinstance(token.meaning, ActKind)]
    kind = kinds[-1 if spoken(lang).words.nesting is Nesting.LARGER_FIRST else 0] if kinds else None
    return replace(said, number=said.number or (numbers[0].number if numbers else None),
                   adopted=said.adopted or (days[0].day if days else None), kind=said.kind or kind)


def words_of_repeal(line: str | None) -> re.Match[str] | None:
    """Return the end of a requisite by which it tells that the act is repealed, `None` where it does not."""
    return _gone().search(line) if line else None


@cache
def _gone() -> re.Pattern[str]:
    told = "|".join(spoken(code).clauses.gone for code in codes())
    return re.compile(rf"\b(?:{told})\b.*", re.IGNORECASE | re.DOTALL)


def _language(line: str) -> str:
    """Return the language in which most of a line can be read, where no one says which it is."""
    return max(codes(), key=lambda lang: (len(find_days(line, lang)),
                                            sum(isinstance(token.meaning, ActKind) for token in scan(line, lang))))
