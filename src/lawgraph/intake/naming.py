"""By which name the corpus knows a law and an act, where a source may know it by another.

The public system has an id (`Z100000271_`), the git corpus and the official interface have a code of their own
(`81245`). A law that the corpus holds under the same number and day of adoption is that law. For one that it does not
hold the id follows from kind, number and day by the usual construction; other acts, whose ids count registrations, go
by their code.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lawgraph.law.authors import Act, ActKind
from lawgraph.law.errors import SourceError
from lawgraph.reading.requisites import with_requisite
from lawgraph.reading.source import Said

_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_BY_NUMBER = {ActKind.LAW: "Z", ActKind.CONSTITUTIONAL_LAW: "Z", ActKind.CODE: "K"}
_PLAIN_NUMBER = re.compile(r"(\d{1,7})(?:-[IVXL]+)?")
_LAST_YEAR_OF_SEVEN_DIGITS = 2010

Requisites = tuple[str, date, str]
"""Number, day of adoption and kind of an act."""


@dataclass(frozen=True, slots=True)
class Ids:
    """Hold by what acts are known: the ids of those in the corpus, by code, and of laws and codes by number and day.

    No two of these share number and day. `acts` are all whose code is known, from the corpus and from the facts.
    """

    by_number: Mapping[tuple[str, date], str]
    by_code: Mapping[str, str]
    acts: Mapping[str, Act]

    def of(self, code: str | None, known: Requisites) -> tuple[str, ...]:
        """Return the ids under which the corpus holds an act."""
        found = (self.by_code.get(code or ""), self.by_number.get(known[:2]) if known[2] in _BY_NUMBER else None)
        return tuple(dict.fromkeys(each for each in found if each))

    def with_laws(self, laws: Iterable[tuple[str, str | None, Requisites]]) -> "Ids":
        """Return the same with more acts of the corpus, each by id, code and requisites."""
        told = tuple(laws)
        coded = [(code, law, known) for law, code, known in told if code]
        return Ids({**self.by_number, **{known[:2]: law for law, _, known in told if known[2] in _BY_NUMBER}},
                   {**self.by_code, **{code: law for code, law, _ in coded}},
                   {**self.acts, **{code: Act(known[0], known[1], ActKind(known[2])) for code, _, known in coded}})


@dataclass(frozen=True, slots=True)
class LawId:
    """Hold the id of a law; `built` tells that no source states it."""

    text: str
    built: bool = False


def law_id(place: str, typed: str | None, told: Said, known: Requisites, held: Ids) -> LawId:
    """Return the id for a law; raise `SourceError` where nobody tells it, or two ids are told."""
    stated = typed or told.id
    others = [each for each in held.of(told.zan, known) if each != stated]
    other = others[0] if others else None
    if stated and not _FOLDER.fullmatch(stated):
        raise SourceError(place, f"{stated!r} cannot be the id of a law", "give one with --law, as Z100000271_")
    if other and (stated or len(others) > 1):
        raise SourceError(place, f"this is {stated or others[1]}, but № {known[0]} of {known[1]} is in the corpus as "
                          f"{other}",
                          "rename that folder and the id in its manifest, or leave --law out")
    if stated or other:
        return LawId(stated or other or "")
    if told.zan is None:
        raise SourceError(place, "it does not say by which id the law is known", "give it with --law, as Z100000271_")
    return LawId(_usual(known) or f"zan-{re.sub(r'[^0-9A-Za-z]', '', told.zan)}", built=True)


def act_kind(words: str | None, lang: str) -> str | None:
    """Return the kind of act that is named, by its own word or in a language: "law"."""
    return words if words is None or words in set(ActKind) else with_requisite(Said(lang=lang), words).kind


def act_named(words: str, acts: Mapping[str, Act]) -> tuple[str, date | None]:
    """Return the short name of an act that is told in words or by its code, and its day of adoption if it is known."""
    if words.strip() in acts:
        return acts[words.strip()].name, acts[words.strip()].adopted
    said = with_requisite(Said(), words)
    if said.number is None or said.adopted is None:
        return words.strip(), said.adopted
    return Act(said.number, said.adopted, ActKind(said.kind or ActKind.UNSTATED)).name, said.adopted


def _usual(known: Requisites) -> str | None:
    number, adopted, kind = known
    match, letter = _PLAIN_NUMBER.fullmatch(number), _BY_NUMBER.get(ActKind(kind))
    if match is None or letter is None:
        return None
    year = f"{adopted.year % 100:02d}"
    short = adopted.year <= _LAST_YEAR_OF_SEVEN_DIGITS
    return f"{letter}{year}{int(match[1]):07d}_" if short else f"{letter}{year}{int(match[1]):08d}"
