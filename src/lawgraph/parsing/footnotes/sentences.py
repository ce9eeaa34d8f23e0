"""Sentences of a law on its own units: where one ends, and which units it points at without their number."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from lawgraph.languages.letters import LIKE_FIGURES, NEVER
from lawgraph.languages.scanner import Token, found, holds_day, level, opens, plain_pattern, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark, NumberPlace
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Document, Provision
from lawgraph.law.eid import Eid, Kind

_SENTENCE_ENDS = re.compile(r"(?<=[.;!])\s+(?=[^\W\d_]|\d)|\n")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d")
_FIGURES = "".join(LIKE_FIGURES)
_NEAR = 100
"""Characters from a subject to its verb."""
_QUOTES = "«»\"“”„"
_SIGN = re.compile(rf"№|No|[{_QUOTES}]\d|\s[{_FIGURES}][\s,.)]")
_SIGNED = re.compile(
    rf"(?<![^\W\d_])(?P<word>[^\W\d_]+\.?+)\s*+(?:(?:№|No\b\.?)\s*(?=\d)|[{_QUOTES}](?P<quoted>\d+(?:-\d+)*)[{_QUOTES}]"
    rf"|(?<=[\w.]\s)(?P<letter>[{_FIGURES}])(?=[\s,.)]))")
_SIGNED_BEFORE = re.compile(rf"(?:№|[{_QUOTES}])\s?(?P<number>\d+(?:-\d+)*)[{_QUOTES}]?[\s-]?(?P<word>[^\W\d_]+)")
_SHORTENED = re.compile(r"(?<!\w)[^\W\d_]{1,4}\.$")


def sentences(each: Provision, lang: str) -> tuple[str, ...]:
    """Return the sentences of a provision's heading and own text; the heading is one, whatever dots it holds."""
    return sentences_of(each.heading or "", each.text or "", lang)


@lru_cache(1024)
def sentences_of(heading: str, text: str, lang: str) -> tuple[str, ...]:
    """Return the sentences of a heading and a text, each once, the whole heading first."""
    parts = (part.strip() for part in (heading, *_split(heading, lang), *_split(text, lang)))
    return tuple(dict.fromkeys(filter(None, parts)))


def _split(text: str, lang: str) -> Iterator[str]:
    """Give the sentences of a text: the full stop of "Art. 2" ends none."""
    begun: list[str] = []
    for part in _SENTENCE_ENDS.split(text):
        begun.append(part)
        short = _SHORTENED.search(part)
        if short is None or not _is_unit(short[0], lang):
            yield " ".join(begun)
            begun = []
    yield " ".join(begun)


def _is_unit(word: str, lang: str) -> bool:
    """Tell whether a number beside a word is that of a unit."""
    behind = spoken(lang).words.number is NumberPlace.BEHIND_WORD
    return isinstance(scan(f"{word} 1" if behind else f"1-{word}", lang)[0].meaning, Kind)


def plain_numbers(sentence: str, lang: str) -> str:
    """Return a sentence with figures alone for the numbers of units: "Article No. 2", «Статья З»."""
    if not _SIGN.search(sentence):
        return sentence
    if spoken(lang).words.number is not NumberPlace.BEHIND_WORD:
        return _SIGNED_BEFORE.sub(lambda match: f"{match['number']}-{match['word']}"
                                  if _is_unit(match["word"], lang) else match[0], sentence)
    return _SIGNED.sub(lambda match: f"{match['word']} {match['quoted'] or LIKE_FIGURES.get(match['letter'], '')}"
                       if _is_unit(match["word"], lang) else match[0], sentence)


def numbered(document: Document, each: Provision, sentence: str) -> str:
    """Return a sentence with the number of each unit that it calls "this": "paragraph 2 of this Article"."""
    speech = spoken(document.lang)
    behind = speech.words.number is NumberPlace.BEHIND_WORD
    if each.eid.outermost.kind is Kind.ANNEX or not found(speech.citing.this, sentence):
        return sentence
    for rule in speech.citing.these:
        pattern = plain_pattern(rf"(?<![\w-])(?:{speech.citing.this})\s+(?P<word>{rule.word})(?!\w)")
        unit = unit_around(document, each, rule.kind) if pattern.search(sentence) else None
        if unit and unit.number:
            sentence = pattern.sub(rf"\g<word> {unit.number}" if behind else rf"{unit.number}-\g<word>", sentence)
    return sentence


def unit_around(document: Document, each: Provision, kind: Kind) -> Eid | None:
    """Return the unit of a kind in which a provision stands, or that it is."""
    above = enclosing(document, each.eid.outermost) if kind.divides else ()
    return next((eid for eid in (each.eid, *each.eid.ancestors, *above) if eid.kind is kind), None)


def enclosing(document: Document, eid: Eid) -> set[Eid]:
    """Return the chapters, sections and the like in which an edition prints a provision."""
    found, above = set[Eid](), document.within.get(eid)
    while above is not None and above not in found:
        found.add(above)
        above = document.within.get(above)
    return found


def names_another_act(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether an act is named that is not this very one."""
    before = (None, *tokens)
    return any(isinstance(token.meaning, ActKind) and (one is None or not found(spoken(lang).clauses.this, one.text))
               for one, token in zip(before, tokens, strict=False))


def speaks_of_some_article(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether the word for an article stands without a number that is read: "the preceding Article"."""
    others = " ".join(token.text for token in tokens if token.meaning in (Mark.UNREAD, Mark.FILLER))
    several = opens(_article(lang), others) and opens(spoken(lang).words.plural, others)
    bare = plain_pattern(spoken(lang).clauses.itself).sub(" ", others)
    return bool(several or _goes_on_in_words(tokens, lang) or found(_article(lang), bare))


def speaks_of_a_start(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether tokens speak of a start, in words that may be no rule."""
    return found(spoken(lang).clauses.speaks, " ".join(token.text for token in tokens)) is not None


def may_tell_days(line: str, lang: str) -> bool:
    """Tell whether a line holds a figure, without which no day is told, or speaks of a start."""
    return bool(_FIGURE.search(line) or found(spoken(lang).clauses.speaks, " ".join(level(line).split())))


def speaks_of_all_but_some(sentence: str, lang: str) -> bool:
    """Tell whether a sentence says of all articles but those that it names that they operate, or no more."""
    clauses = spoken(lang).clauses
    said = (clauses.operates, clauses.fate, clauses.lasts, clauses.ended)
    return found(clauses.of_all, sentence) is not None and any(found(each, sentence) for each in said) and (
        not names_another_act(scan(sentence, lang), lang))


def speaks_of_a_part(sentence: str, lang: str) -> bool:
    """Tell whether a sentence says from or until when what the law says on something operates: "provisions on oil"."""
    clauses = spoken(lang).clauses
    subject = found(clauses.of_part, sentence)
    if subject is None or not (holds_day(sentence, lang) or found(clauses.span, sentence)):
        return False
    tokens = scan(sentence, lang)
    if names_another_act(tokens, lang) or any(
            isinstance(token.meaning, Kind) and token.meaning is not Kind.LAW for token in tokens):
        return False
    behind = sentence[subject.end():subject.end() + _NEAR]
    said = (clauses.operates, clauses.fate, clauses.lasts, clauses.ended)
    told = plain_pattern(clauses.from_start).sub(" ", sentence)
    return found(clauses.speaks, told) is not None or (
        not found(clauses.reaches, sentence) and any(found(each, behind) for each in said))


def speaks_of_the_act(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether the subject of a sentence is an act, as far as it tells this very one."""
    subject = next((token for token in tokens if token.meaning is not Mark.FILLER
                    and not found(spoken(lang).clauses.this, token.text)), None)
    return subject is not None and isinstance(subject.meaning, ActKind)


def _goes_on_in_words(tokens: Sequence[Token], lang: str) -> bool:
    """Tell whether another number in words stands beside that of a unit: "Articles one to three"."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    return any(isinstance(unit.meaning, Kind) and not re.search(r"\d", unit.text)
               and beside.meaning is Mark.UNREAD and opens(_in_words(lang), beside.text)
               for one, other in pairwise(told) for unit, beside in ((one, other), (other, one)))


@cache
def _in_words(lang: str) -> str:
    speech = spoken(lang)
    return rf"(?:{'|'.join((*speech.citing.ordinals, *(word for word, _ in speech.words.ones)))})(?!\w)"


@cache
def _article(lang: str) -> str:
    word = next((rule.word for rule in spoken(lang).citing.these if rule.kind is Kind.ARTICLE), NEVER)
    return rf"(?<!\w)(?:{word})(?!\w)"


def is_subject(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence begins with a unit: "Article 2 …", "The norms of Article 2 …"."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    return any(isinstance(token.meaning, Kind) for token in told[:2])


def begins_somehow(tokens: Sequence[Token]) -> bool:
    """Tell whether a unit is put into operation by something: "Article 2 shall be put into effect by a decree"."""
    told = [token for token in tokens if token.meaning is not Mark.FILLER]
    behind = next((token for token in told if not isinstance(token.meaning, Kind)), None)
    return behind not in (None, told[0]) and behind.meaning is Mark.ENFORCED


def words_beside(text: str, lang: str, *patterns: str) -> int:
    """Count the words of a text beside those of an end, of days, and of other patterns."""
    clauses = spoken(lang).clauses
    for pattern in (*patterns, clauses.fate, clauses.span):
        text = plain_pattern(pattern).sub(" ", text)
    return len(_WORD.findall(text))
