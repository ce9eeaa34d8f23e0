"""When words stood in a law, as it is printed: by `lawgraph find`, and on the page of words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lawgraph.law.days import add_days
from lawgraph.printout.answers_json import written
from lawgraph.queries.seeking import Appearance, Border, WordsFound, WordsTurn, spans
from lawgraph.queries.values import LawRow
from lawgraph.voice.names import (
    act_in_words,
    bounds_in_words,
    day_in_words,
    law_called,
    provision_name,
    span_in_words,
    text_in,
)
from lawgraph.voice.sentences import known_sentence, sign
from lawgraph.voice.speaking import ENGLISH, Voice, message

_CAME, _PROBABLY_CAME = message("They came in %(when)s."), message("They probably came in %(when)s.")
_WENT, _PROBABLY_WENT = message("They fell away %(when)s."), message("They probably fell away %(when)s.")


@dataclass(frozen=True, slots=True)
class WordsSheet:
    """Hold when words stood in a law in a language; `known` is the day as of whose knowledge."""

    law: LawRow
    lang: str
    found: WordsFound
    known: date | None = None


def data(sheet: WordsSheet) -> str:
    """Return the JSON of `lawgraph find`."""
    found = sheet.found
    return written({"law": sheet.law.id, "lang": sheet.lang, "known_on": sheet.known, "words": found.words,
                    "first": found.first, "last": _last(found),
                    "appearances": [_appearance(each) for each in found.appearances], "not_held": found.unheld})


def _appearance(each: Appearance) -> Mapping[str, object]:
    days = [{"from": first, "before": before, "in_operation": version.in_operation, "wording": version.wording}
            for first, before, version in spans(each.versions)]
    return {"eid": each.eid, "days": days, "came": _turn(each.came), "went": _turn(each.went)}


def _turn(each: WordsTurn) -> Mapping[str, object]:
    return {"border": each.border, "earliest": each.bounds.earliest, "latest": each.bounds.latest, "acts": each.acts,
            "sure": each.sure}


def table(sheet: WordsSheet, voice: Voice = ENGLISH) -> str:
    """Return what `lawgraph find` prints."""
    found, voice = sheet.found, voice.of(sheet.law.kind)
    law = law_called(sheet.law.kind, sheet.law.number, voice)
    told = [f"“{found.words}”, {law}, {text_in(sheet.lang, voice)}. {summary(found, voice)}"]
    told += [known_sentence(sheet.known, voice)] if sheet.known else []
    for each in found.appearances:
        told += ["", f"{each.eid}  {provision_name(each.eid, voice)}", *(f"  {line}" for line in days(each, voice)),
                 f"  {came(each.came, voice)}", f"  {went(each.went, voice)}"]
    if found.unheld:
        told += ["", unheld(found, voice), "  " + " ".join(found.unheld)]
    return "\n".join(told)


def days(each: Appearance, voice: Voice = ENGLISH) -> Iterator[str]:
    """Give the days of an appearance, a line for each stretch on which the same is sure."""
    for first, before, version in spans(each.versions):
        mark, word = sign(version, voice)
        span = span_in_words(first, add_days(before, -1) if before else None, voice) if first else ""
        yield f"{mark} {word} {span}".rstrip()


def summary(found: WordsFound, voice: Voice) -> str:
    """Return between which days words are surely known to have stood in a law."""
    if not found.appearances:
        return voice.say("No wording that is held has these words.")
    if found.first is None:
        return voice.say("On no day are these words surely known to have been in operation.")
    last, first = _last(found), day_in_words(found.first, voice)
    if last is None:
        return voice.say("They surely stood in it first on %(first)s; no last day is known.", first=first)
    return voice.say("They surely stood in it first on %(first)s and last on %(last)s.", first=first,
                     last=day_in_words(last, voice))


def came(turn: WordsTurn, voice: Voice) -> str:
    """Return when and by which acts words came in, or what stands against telling it."""
    if turn.border is Border.NOT_HELD:
        if turn.bounds.latest is None:
            return voice.say("The wording before that is not held.")
        return voice.say("They came in %(when)s: the wording before that is not held.",
                         when=bounds_in_words(turn.bounds, voice))
    return voice.say(_CAME if turn.sure else _PROBABLY_CAME, when=_when(turn, voice))


def went(turn: WordsTurn, voice: Voice) -> str:
    """Return when and by which acts words fell away, or what stands against telling it."""
    if turn.border is Border.OPEN:
        return voice.say("No end is known.")
    if turn.border is Border.NOT_HELD:
        return voice.say("Whether they stood there afterwards is not known: the wording that follows is not held.")
    return voice.say(_WENT if turn.sure else _PROBABLY_WENT, when=_when(turn, voice))


def unheld(found: WordsFound, voice: Voice) -> str:
    """Return of how many provisions it cannot be told."""
    return voice.count("Of %(number)s provision the wording of some days is not held: they may have stood there, too.",
                       "Of %(number)s provisions the wording of some days is not held: they may have stood there, too.",
                       len(found.unheld))


def _when(turn: WordsTurn, voice: Voice) -> str:
    acts = f" ({', '.join(act_in_words(each, voice) for each in turn.acts)})" if turn.acts else ""
    return f"{bounds_in_words(turn.bounds, voice)}{acts}"


def _last(found: WordsFound) -> date | None:
    before = found.last.before.earliest if found.last else None
    return add_days(before, -1) if before else None
