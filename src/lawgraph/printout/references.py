"""Where the law, and the acts to look up, can be read, in words: a line for each address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.spoken import DayForm
from lawgraph.law.eid import LAW, Eid
from lawgraph.queries.references import LawReference, Lineage, ReferenceKind, ToLookUp
from lawgraph.queries.values import LawRow
from lawgraph.voice.names import act_in_words, day_in_words, language_name, law_called, place_name, provision_name
from lawgraph.voice.sentences import look_up_sentence
from lawgraph.voice.speaking import ENGLISH, Voice, capitalized, message

_NAMED = {
    ReferenceKind.EDITIONS: message("%(name)s, list of its editions (%(language)s)"),
    ReferenceKind.PAGE: message("%(name)s, text (%(language)s)"),
    ReferenceKind.GAZETTE: message("%(name)s in the gazette of the Parliament (Vedomosti)"),
}


_VEDOMOSTI = re.compile(r"(?P<year>\d{4}) № (?P<issue>\S+) [^\W\d_]+\. (?P<article>\S+)")


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """Hold what a reference is called and where it leads; `note` tells of an address that is a guess."""

    name: str
    at: str
    link: bool
    note: str

    @property
    def sentence(self) -> str:
        """All of it as one line of text."""
        return f"{self.name}: {self.at}{f' ({self.note})' if self.note else ''}"


def reference_lines(law: str, references: Iterable[LawReference], voice: Voice = ENGLISH
                    ) -> tuple[ReferenceLine, ...]:
    """Return references in words; those without an act lead to the `law`."""
    return tuple(_line(law, each, voice) for each in references)


def where_to_look(told: ToLookUp, voice: Voice = ENGLISH) -> tuple[tuple[tuple[tuple[Eid, date], ...], str], ...]:
    """Return where to read what is not held: each sentence once, behind the provisions and days it is true of."""
    found: dict[str, list[tuple[Eid, date]]] = {}
    for place, each in told.by_place.items():
        found.setdefault(look_up_sentence(each, voice), []).append(place)
    return tuple((tuple(these), sentence) for sentence, these in found.items() if sentence)


def look_up_lines(law: LawRow, told: ToLookUp, voice: Voice = ENGLISH) -> tuple[str, ...]:
    """Return where to read what is not held, then the addresses, as lines of text; of one provision by its days."""
    named = _by_day if len({eid for eid, _ in told.by_place}) < len(told.by_place) else _by_place
    if not told.by_place:
        return ()
    return (*(f"{capitalized(named(these, voice))}: {sentence}" for these, sentence in where_to_look(told, voice)),
            *(each.sentence for each in reference_lines(law_called(law.kind, law.number, voice), told.references,
                                                        voice)))


def other_side(each: Lineage, law: str | None, voice: Voice = ENGLISH) -> str:
    """Return in words what stands on the other side of a succession than a law, of an act the earlier one."""
    later = each.earlier.law == law
    side = each.later if later else each.earlier
    whole = voice.say("Law № %(number)s", number=side.number) if side.number else \
        act_in_words(each.act, voice) if later else str(side.law)
    return whole if side.eid == LAW else f"{whole}, {place_name(side.eid, voice)}"


def lineage_line(each: Lineage, law: str | None, other: str, voice: Voice = ENGLISH) -> str:
    """Return a succession as a sentence; `other` names, or links to, what stands on its other side."""
    if each.earlier.eid != LAW:
        own = each.earlier.eid if each.earlier.law == law else each.later.eid
        return voice.say("%(own)s corresponds to: %(other)s.", own=provision_name(own, voice), other=other)
    return voice.say("Its place was taken by: %(other)s.", other=other) if each.earlier.law == law else \
        voice.say("It took the place of: %(other)s.", other=other)


def _by_day(these: Iterable[tuple[Eid, date]], voice: Voice) -> str:
    return "; ".join(day_in_words(day, voice, DayForm.FROM) for _, day in these)


def _by_place(these: Iterable[tuple[Eid, date]], voice: Voice) -> str:
    return "; ".join(place_name(eid, voice) for eid, _ in these)


def _line(law: str, each: LawReference, voice: Voice) -> ReferenceLine:
    name = act_in_words(each.act, voice) if each.act else law
    language = language_name(each.lang, voice) if each.lang else ""
    note = voice.say("an address built from the number; nobody has seen it") if each.guessed else ""
    place = _VEDOMOSTI.fullmatch(each.at)
    at = voice.say("%(year)s № %(issue)s art. %(article)s", **place.groupdict()) if place else each.at
    return ReferenceLine(voice.say(_NAMED[each.kind], name=name, language=language), at,
                         each.kind is not ReferenceKind.GAZETTE, note)
