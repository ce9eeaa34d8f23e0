"""An edition is understood: which law it is of, in which language, of which day, and what the manifest says of it.

A source is believed in this order: what stands beside it (`meta.yaml`, the names of files), what it says of itself,
what its text prints below the title. What a person says fills the gaps; a contradiction stops the import.

The corpus knows a law and an act by one name, where a source may know it by another. The public system has an id
(`Z100000271_`), the git corpus and the official interface have a code of their own (`81245`). A law that the corpus
holds under the same number and day of adoption is that law. For one that it does not hold the id follows from kind,
number and day by the usual construction; other acts, whose ids count registrations, go by their code.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from lawgraph.intake.corpus import CausingAct, Manifestation, Requisites
from lawgraph.intake.files import Found, Given
from lawgraph.languages.printed import find_days, find_numbers, read_number
from lawgraph.languages.spoken import codes
from lawgraph.languages.state import OFFICIAL_LANGUAGES, is_adilet_id
from lawgraph.law.amendments import Action, Dating
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.document import Document, Finding, Severity
from lawgraph.law.errors import Phrase, SourceError, at_line
from lawgraph.parsing.document import parse_law
from lawgraph.parsing.headings import names_kind
from lawgraph.reading.opening import read, read_whole
from lawgraph.reading.requisites import names_several, with_requisite
from lawgraph.reading.source import Block, Said, SourceText, ToldCause, told_beside, unsaid
from lawgraph.replay.acts import is_amending, read_act

_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,60}")
_BY_NUMBER = {ActKind.LAW: "Z", ActKind.CONSTITUTIONAL_LAW: "Z", ActKind.CODE: "K"}
_PLAIN_NUMBER = re.compile(r"(\d{1,7})(?:-[IVXL]+)?")
_LAST_YEAR_OF_SEVEN_DIGITS = 2010

_FRONT = 60
_OFFICIAL, _TRANSLATION = "official", "unofficial translation"
_Both = tuple[str, str | date | None, str | date | None]


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

    def with_causes(self, causes: Iterable[CausingAct]) -> "Ids":
        """Return the same with the codes of acts that made editions; one that is told of two acts tells of none."""
        told = {(each.zan, each.act) for each in causes if each.zan}
        several = Counter(code for code, _ in told)
        return replace(self, acts={**{code: act for code, act in told if several[code] == 1}, **self.acts})


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
        raise SourceError(place, Phrase("%(stated)s cannot be the id of a law", stated=repr(stated)),
                          Phrase("give one with --law, as Z100000271_"))
    if other and (stated or len(others) > 1):
        raise SourceError(place,
                          Phrase("this is %(others)s, but № %(known)s of %(known_)s is in the corpus as %(other)s",
                                 others=stated or others[1], known=known[0], known_=known[1], other=other),
                          Phrase("rename that folder and the id in its manifest, or leave --law out"))
    if stated or other:
        return LawId(stated or other or "")
    if told.zan is None:
        raise SourceError(place, Phrase("it does not say by which id the law is known"),
                          Phrase("give it with --law, as Z100000271_"))
    return LawId(_usual(known) or f"zan-{re.sub(r'[^0-9A-Za-z]', '', told.zan)}", built=True)


def act_kind(words: str | None, lang: str) -> str | None:
    """Return the kind of act that is named, by its own word or in a language: "law"."""
    return words if words is None or words in set(ActKind) else with_requisite(Said(lang=lang), words).kind


def act_told(cause: ToldCause, acts: Mapping[str, Act]) -> Act | None:
    """Return the act that is told by its requisite or its code, `None` where neither tells number and day, or two acts
    are told."""
    words = (cause.requisite or "").strip()
    known = acts.get(words) or acts.get(cause.code or "")
    said = with_requisite(Said(), words)
    number = read_number(said.number) if said.number else None
    if names_several(words):
        return None
    if number is None or said.adopted is None:
        return known
    return Act(number, said.adopted, ActKind(said.kind or ActKind.UNSTATED))


def _usual(known: Requisites) -> str | None:
    number, adopted, kind = known
    match, letter = _PLAIN_NUMBER.fullmatch(number), _BY_NUMBER.get(ActKind(kind))
    if match is None or letter is None:
        return None
    year = f"{adopted.year % 100:02d}"
    short = adopted.year <= _LAST_YEAR_OF_SEVEN_DIGITS
    return f"{letter}{year}{int(match[1]):07d}_" if short else f"{letter}{year}{int(match[1]):08d}"


class UntoldError(SourceError):
    """A source that does not say which act it holds; another edition of the act may say it."""


@dataclass(frozen=True, slots=True)
class LawNamed:
    """Hold what an edition tells of its law."""

    id: LawId
    number: str
    adopted: date
    kind: str
    title: str | None
    zan: str | None = None

    @property
    def requisites(self) -> Requisites:
        """Number, day of adoption and kind."""
        return self.number, self.adopted, self.kind


@dataclass(frozen=True, slots=True)
class UnderstoodEdition:
    """Hold an edition that is understood: its law, what the manifest says of it, its bytes, and what does not fit.

    `cause` is the act that made it, where it is told by number and day. One of an amending act `amends` the laws that
    were adopted on these days.
    """

    law: LawNamed
    source: Manifestation
    raw: bytes
    in_source: tuple[Finding, ...]
    in_text: tuple[Finding, ...]
    cause: CausingAct | None = None
    amends: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """Hold a source as read, with its document and what it tells of itself and stands beside it."""

    source: SourceText
    document: Document
    typed: Said
    told: Said

    @property
    def agreed(self) -> Said:
        """What is told and typed together."""
        return _filled(self.typed, self.told)


def read_found(found: Found, given: Given) -> Understood:
    """Return what is found as read; raise `SourceError` where it is no text of a law, or does not say its language."""
    source = read_whole(found.raw, found.place)
    typed = Said(given.law, given.lang, given.number, given.adopted, given.kind, day=given.day)
    told = _filled(found.beside, source.said)
    lang = _language(found.place, typed, told)
    around = replace(_normal(_filled(typed, told), lang), state=found.beside.state)  # its own it tells in its text
    document = parse_law(told_beside(source, around), lang, found.place)
    return Understood(source, document, typed,
                      _filled(_filled(_normal(told, lang), _printed(source, document)), Said(day=found.committed)))


def understand(found: Found, given: Given, held: Ids) -> UnderstoodEdition:
    """Return what is found as an edition; raise `SourceError` where something is not told, with the option to give."""
    return edition_of(read_found(found, given), found, given, held)


def edition_of(text: Understood, found: Found, given: Given, held: Ids) -> UnderstoodEdition:
    """Return what was read as an edition; raise `SourceError` where something is not told, or told in two ways."""
    _refuse_contradiction(found.place, _both(text.typed, text.told))
    agreed = text.agreed
    known = _requisites(found.place, agreed)
    law = LawNamed(law_id(found.place, given.law, text.told, known, held), *known, agreed.title, agreed.zan)
    told = agreed.caused_by
    act = act_told(told, held.acts) if told else None
    cause = CausingAct(act, told.code, told.id, told.titles) if told and act else None
    file = replace(_source_file(found, given, agreed, text.document.lang, act),
                   state=unsaid(found.beside.state, text.source))
    return UnderstoodEdition(law, file, found.raw, (*found.findings, *_beside(found.place, text.document)),
                             text.document.findings, cause, _amended(text, found.place, given))


def _amended(text: Understood, place: str, given: Given) -> tuple[date, ...]:
    """Return the days of adoption of the laws that an amending act amends.

    Days in lines that may name a law, and are not read, are among them: what the act does to that law is open then.
    """
    if not is_amending(text.source, text.document.lang):
        return ()
    act = read_act(text.source, text.document.lang)
    if act.dateless and not given.amends:
        raise SourceError(at_line(place, act.dateless[0].line),
                          Phrase("it amends a law without naming the day on which that was adopted"),
                          Phrase("give that day with %(option)s", option="--amends"))
    days = {day for item in act.items for day, _ in item.target.issued if day}
    return tuple(sorted(days.union(act.unread_days, given.amends)))


def named_by(found: Found, law: LawNamed) -> Found:
    """Return what is found with what another edition of the act tells of it, where it does not say it itself."""
    known = Said(law.id.text if is_adilet_id(law.id.text) else None, number=law.number, adopted=law.adopted,
                 kind=law.kind, zan=law.zan)
    own = replace(found.beside, id=known.id or found.beside.id)
    return replace(found, beside=_filled(own, known))


def _beside(place: str, document: Document) -> Iterator[Finding]:
    """Give what must be seen on import: what a source says in two ways of the law, and that the law is repealed."""
    yield from (replace(each, file=place) for each in document.findings if each.kind == "said_otherwise")
    for claim in document.claims:
        if claim.action is Action.REPEAL and claim.target == "law" and not claim.pending:
            by = f"№ {claim.act.name}" if claim.act else "an act that it does not name"
            yield Finding("law_repealed", Severity.NOTE, f"the law is repealed by {by}: {claim.text}", file=place)
            return


def id_of(found: Found, held: Ids) -> str | None:
    """Return the id of the law that an edition is of, as far as it can be told without reading all of the text."""
    said = _normal(found.beside, found.beside.lang or OFFICIAL_LANGUAGES[0])
    if not (said.number and said.adopted and said.kind):
        said = _filled(said, read(found.raw, found.place).said)
    if said.number and said.adopted and said.kind:
        return law_id(found.place, None, said, (said.number, said.adopted, said.kind), held).text
    return said.id or held.by_code.get(said.zan or "")


def _filled(first: Said, second: Said) -> Said:
    """Return what the first one says, and what only the second one says."""
    return Said(*(getattr(first, each.name) or getattr(second, each.name) for each in fields(Said)))


def _language(place: str, typed: Said, told: Said) -> str:
    _refuse_contradiction(place, (("lang", typed.lang, told.lang),))
    lang = typed.lang or told.lang
    if lang is None:
        raise SourceError(place, Phrase("it does not say its language"),
                          Phrase("give it with --lang, one of %(codes)s", codes=', '.join(codes())))
    return lang


def _normal(said: Said, lang: str) -> Said:
    """Return what was told with number and kind as the corpus writes them."""
    return replace(said, number=read_number(said.number) if said.number else None, kind=act_kind(said.kind, lang))


def _printed(source: SourceText, document: Document) -> Said:
    """Return what the lines at the head of the text print."""
    front = source.blocks[:_FRONT]
    line = next((each.text for each in front if _names_act(each, document)), None) or next(
        (each.text for each in front if names_kind(each.text, document.lang)), None)  # its number and day stand below
    said = Said(lang=document.lang, number=document.number, adopted=document.adopted, title=document.title)
    return with_requisite(said, line)


def _names_act(block: Block, document: Document) -> bool:
    return (document.number in {each.number for each in find_numbers(block.text)}
            and document.adopted in {each.day for each in find_days(block.text, document.lang)})


def _both(typed: Said, told: Said) -> Iterator[_Both]:
    """Give each option with what was typed and what the source tells."""
    yield from (("law", typed.id, told.id), ("number", typed.number, told.number),
                ("adopted", typed.adopted, told.adopted), ("kind", typed.kind, told.kind), ("day", typed.day, told.day))


def _refuse_contradiction(place: str, each: Iterable[_Both]) -> None:
    for option, wanted, found in each:
        if wanted and found and wanted != found:
            raise SourceError(place,
                              Phrase("it says %(found)s where --%(option)s says %(wanted)s",
                                     found=found, option=option, wanted=wanted),
                              Phrase("leave --%(option)s out, or give another source", option=option))


def _requisites(place: str, agreed: Said) -> Requisites:
    if agreed.number is None:
        raise _untold(place, Phrase("its number"), "--number (271-IV)")
    if agreed.adopted is None:
        raise _untold(place, Phrase("its day of adoption"), "--adopted (2010-04-29)")
    if agreed.kind is None:
        raise _untold(place, Phrase("its kind of act"), f"--kind ({', '.join(ActKind)})")
    return agreed.number, agreed.adopted, agreed.kind


def _untold(place: str, what: str, option: str) -> UntoldError:
    return UntoldError(place, Phrase("it does not say %(what)s", what=what),
                       Phrase("give it with %(option)s", option=option))


def _source_file(found: Found, given: Given, agreed: Said, lang: str, act: Act | None) -> Manifestation:
    """Return what the manifest says of the file; an edition of no stated day is named by the day it was retrieved."""
    retrieved = given.retrieved or found.retrieved or agreed.retrieved
    dated = agreed.day or retrieved
    cause = agreed.caused_by or ToldCause()
    name = act.name if act else cause.requisite or cause.code
    told = None if names_several(cause.requisite or "") else cause.requisite
    adopted = act.adopted if act else with_requisite(Said(), told).adopted
    known_by_cause = adopted is not None and agreed.day not in {adopted, agreed.adopted}
    by_adoption = agreed.day is not None and not given.day and not known_by_cause
    return Manifestation(
        f"{lang}-{dated}{found.suffix}" if dated else f"{lang}{found.suffix}", lang,
        given.standing or (_OFFICIAL if lang in OFFICIAL_LANGUAGES else _TRANSLATION), agreed.address,
        hashlib.sha256(found.raw).hexdigest(), agreed.day,
        retrieved, Dating.ADOPTION if by_adoption else Dating.OPERATION, name, found.commit)
