"""A citation, with how sure the wording is: in words, for programs that keep literature, and as a sheet of one page.

The sheet says what the wording was, whether to rely on it, and how that follows.
"""

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lawgraph.languages.spoken import DayForm, spoken
from lawgraph.law.amendments import RECORDED, Amendment, Source
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Finding
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.versions import Presence
from lawgraph.printout.answers_json import day_fields, written
from lawgraph.printout.references import look_up_lines, reference_lines
from lawgraph.printout.sheets import DaySheet, title
from lawgraph.printout.writers import escaped
from lawgraph.queries.references import official_texts
from lawgraph.queries.values import ActRow, Printing
from lawgraph.timeline.assurance import GRADES, Coverage, total
from lawgraph.timeline.consolidation import Grade, OnDay, grade_with_parts
from lawgraph.voice.names import (
    act_in_words,
    act_kind,
    bounds_in_words,
    cited_place,
    day_in_words,
    done,
    law_called,
    place_name,
    provision_name,
    text_in,
)
from lawgraph.voice.recorded import basis_in_words
from lawgraph.voice.sentences import (
    answer_sentence,
    citation_sentence,
    completeness_sentence,
    known_sentence,
    translation_sentence,
    verdict,
)
from lawgraph.voice.speaking import ENGLISH, Locale, Voice, message, voice_of

_COUNTRY = "KZ"
_TEX = re.compile(r"[\\{}%&#$_^~]")
_WIDTH = 92
_NO_FORCE = message("This text is a translation without legal force. Only the official Kazakh and Russian texts have "
                    "legal force.")
_NUMBERS = {Kind.POINT: "{}) ", Kind.SUBPOINT: "{}) ", Kind.ARTICLE: "Article {}. "}


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """Hold a provision on a day to be cited, and the address to remember, where the site's own is known."""

    asked: DaySheet
    address: str | None

    @property
    def grade(self) -> Grade:
        """How sure it is together with its parts."""
        own, *parts = (each.version for each in self.asked.found)
        return grade_with_parts(own, parts)

    @property
    def translated(self) -> bool:
        """Tell whether its text is a translation, which no court relies on."""
        return self.asked.source is not None and not self.asked.source.official


_CITED = {
    ActKind.LAW: message("Law of the Republic of Kazakhstan № %(number)s %(of_day)s, “%(title)s”, %(provision)s, as "
                         "%(as_on)s (%(text)s) [%(verdict)s]."),
    ActKind.CODE: message("Code of the Republic of Kazakhstan № %(number)s %(of_day)s, “%(title)s”, %(provision)s, as "
                          "%(as_on)s (%(text)s) [%(verdict)s]."),
}
_OTHERS_CITED = message("%(kind)s № %(number)s %(of_day)s, “%(title)s”, %(provision)s, as %(as_on)s (%(text)s) "
                        "[%(verdict)s].")
"""What is no law or code names no state: an order is a ministry's."""


def pattern(kind: str, voice: Voice = ENGLISH) -> str:
    """Return how a provision of a kind of act is cited, with places for all that is particular to it."""
    return voice.say(_CITED.get(ActKind(kind), _OTHERS_CITED))


def cited(given: CitedProvision, voice: Voice = ENGLISH) -> str:
    """Return the citation in words, with the address to remember at its end."""
    asked, voice = given.asked, voice.of(given.asked.law.kind)
    standing = text_in(asked.lang, voice) + (f", {voice.say('unofficial translation')}" if given.translated else "")
    told = pattern(asked.law.kind, voice) % {
        "kind": act_kind(ActKind(asked.law.kind), voice), "number": asked.law.number,
        "of_day": day_in_words(asked.law.adopted, voice, DayForm.OF),
        "title": asked.law.title(voice.locale.letters),
        "provision": cited_place(Eid(_eid(given)), voice), "as_on": day_in_words(asked.day, voice, DayForm.AS_ON),
        "text": standing, "verdict": verdict(given.grade, voice)}
    return f"{told} {given.address}" if given.address else told


def as_json(given: CitedProvision, build: str | None) -> str:
    """Return the citation in every language of messages, with the answer that it rests on."""
    own = given.asked.found[0].version
    told = translation_sentence(own) if given.translated else citation_sentence(own)
    return written({"build": build, "citation": {each: cited(given, voice_of(each)) for each in Locale},
                    "verdict": given.grade, "reliance": told, "address": given.address,
                    "answer": {"build": build, **day_fields(given.asked)}})


def as_markdown(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001  (one call for all formats)
    """Return the citation, and the wording where it is held."""
    text = given.asked.found[0].version.text
    address = f" <{given.address}>" if given.address else ""
    told = escaped(cited(CitedProvision(given.asked, None))) + address
    return f"{told}\n\n> {escaped(text)}" if text else told


def as_csl(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001
    """Return the citation as CSL-JSON, a list of one item."""
    asked = given.asked
    day, adopted = asked.day, asked.law.adopted
    fields: Mapping[str, object] = {
        "id": _key(given), "type": "legislation", "title": asked.law.title(asked.lang), "number": asked.law.number,
        "section": place_name(_eid(given)), "jurisdiction": _COUNTRY, "language": spoken(asked.lang).tag,
        "issued": {"date-parts": [[adopted.year, adopted.month, adopted.day]]},
        "original-date": {"date-parts": [[day.year, day.month, day.day]]},
        "note": f"as on {day.isoformat()} [{verdict(given.grade)}]",
        **({"URL": given.address} if given.address else {})}
    return written([fields])


def as_bibtex(given: CitedProvision, build: str | None) -> str:  # noqa: ARG001
    """Return the citation as an entry of BibTeX."""
    asked = given.asked
    fields = {"title": asked.law.title(asked.lang), "number": asked.law.number, "year": str(asked.law.adopted.year),
              "howpublished": f"{_of_whom(ActKind(asked.law.kind))} of {day_in_words(asked.law.adopted)}",
              "language": spoken(asked.lang).name.lower(),
              "note": f"{place_name(_eid(given))}, as on {asked.day.isoformat()} [{verdict(given.grade)}]",
              **({"url": given.address} if given.address else {})}
    lines = (f"  {name} = {{{_TEX.sub(lambda match: chr(92) + match[0], value)}}},"
             if name != "url" else f"  url = {{{value}}}," for name, value in fields.items())
    return "\n".join([f"@misc{{{_key(given)},", *lines, "}"])


FORMATS: Mapping[str, Callable[[CitedProvision, str | None], str]] = {
    "json": as_json, "markdown": as_markdown, "bibtex": as_bibtex, "csl": as_csl}
"""The formats of a citation beside the sheet."""


def _of_whom(kind: ActKind) -> str:
    return f"{act_kind(kind)} of the Republic of Kazakhstan" if kind in _CITED else act_kind(kind)


def _eid(given: CitedProvision) -> str:
    return given.asked.eid or LAW


def _key(given: CitedProvision) -> str:
    return f"{given.asked.law.number}-{Eid(_eid(given))}-{given.asked.day.isoformat()}".replace("__", "-")


@dataclass(frozen=True, slots=True)
class CitationSheet:
    """Hold a provision on a day: the changes behind the answer, the acts that made them, where it is printed, and the
    known faults of its translation; `address` is the one to remember."""

    asked: DaySheet
    amendments: tuple[Amendment, ...]
    acts: tuple[ActRow, ...]
    printings: tuple[Printing, ...]
    faults: tuple[Finding, ...] = ()
    address: str | None = None


def citation(sheet: CitationSheet, voice: Voice = ENGLISH) -> str:
    """Return the sheet as plain text."""
    voice = voice.of(sheet.asked.law.kind)
    told_by = (voice.say("%(file)s, line %(line)s: %(text)s", file=each.file, line=each.line, text=each.text)
               for each in facts(sheet))
    rests_on = [line for told in (*sources(sheet, voice), *told_by) for line in _filled(told)]
    where = [line for told in look_up_lines(sheet.asked.law, sheet.asked.looked_up, voice) for line in _filled(told)]
    looked_up = [[voice.say("Where to look it up").upper(), *where]] if where else []
    parts = [_title(sheet, voice), _wording(sheet, voice), _reliance(sheet, voice), *looked_up,
             [voice.say("How this follows").upper(), *_numbered(derivation(sheet, voice))],
             [voice.say("Sources").upper(), *rests_on]]
    return "\n\n".join("\n".join(part) for part in parts)


def coverage_table(parts: dict[str, Coverage], voice: Voice = ENGLISH) -> str:
    """Return the shares of each article and of the whole, in per cent of the provision-days that count."""
    counted = voice.say("days")
    lines = [f"{'':14}{counted:>10}" + "".join(f"{grade:>12}" for grade in GRADES)]
    for name, part in (*parts.items(), (voice.say("total"), total(parts.values()))):
        shares = "".join(f"{part.share(grade):11.2f}%" for grade in GRADES)
        lines.append(f"{name:14}{part.days:10}{shares}")
    return "\n".join(lines)


def _title(sheet: CitationSheet, voice: Voice) -> list[str]:
    asked = sheet.asked
    known = [known_sentence(asked.known, voice)] if asked.known else []
    retrieved = asked.source.retrieved if asked.source else None
    own = voice.say("%(provision)s as of %(day)s", provision=provision_name(asked.eid or LAW, voice),
                    day=day_in_words(asked.day, voice))
    cite = voice.say("Cite as: %(citation)s", citation=cited(CitedProvision(asked, sheet.address), voice))
    return [title(asked, voice), own, *_filled(completeness_sentence(asked.law.acts_complete_until, retrieved, voice)),
            *known, "", *_filled(cite)]


def _wording(sheet: CitationSheet, voice: Voice) -> list[str]:
    lines = [voice.say("Wording").upper()]
    for each in sheet.asked.found:
        own = each.place.eid == sheet.asked.eid
        if not own and (each.version.in_operation is Presence.NO or each.place.kind is Kind.HEADING):
            continue
        number = _NUMBERS.get(each.place.kind, "{}. ").format(each.place.number) if each.place.number else ""
        heading = f"{each.heading} " if each.heading else ""
        told = f"{number}{heading}{_own_text(each, voice)}".rstrip()
        lines += _filled(told) if told else []
    return lines


def _own_text(each: OnDay, voice: Voice) -> str:
    if each.version.in_operation is Presence.NO:
        told = voice.say("not in operation")
        return f"[{told}]"
    told = voice.say("not held")
    return each.version.text if each.version.text is not None else f"[{told}]"


def _reliance(sheet: CitationSheet, voice: Voice) -> list[str]:
    own = sheet.asked.found[0]
    told = answer_sentence(own.version, sheet.asked.day, own.place.kind, voice)
    called = law_called(sheet.asked.law.kind, sheet.asked.law.number, voice)
    official = reference_lines(called, official_texts(sheet.asked.source, sheet.asked.looked_up), voice)
    short = translation_sentence(own.version, voice) if official else citation_sentence(own.version, voice)
    lines = [voice.say("May I rely on it?").upper(), *_filled(told),
             *_filled(voice.say("In short: %(reliance)s.", reliance=short))]
    lines += [line for each in official for line in _filled(each.sentence)]
    lines += [line for each in sheet.faults
              for line in _filled(voice.say("Known fault of the translation: %(fault)s.", fault=each.message))]
    weaker = sum(each.version != own.version and each.version.wording != own.version.wording
                 for each in sheet.asked.found[1:])
    otherwise = voice.say("Of its parts %(number)s stand otherwise: cite each on its own.", number=weaker)
    return [*lines, *(_filled(otherwise) if weaker else ())]


def derivation(sheet: CitationSheet, voice: Voice = ENGLISH) -> tuple[str, ...]:
    """Return how the answer follows, step by step: the law's start, then each change by its first day of operation."""
    start = sheet.asked.law.start
    known = {each.act.name: each for each in sheet.acts}
    told = [each for each in sheet.amendments if each.act]
    by_first_day = sorted(told, key=lambda each: (str(each.operative.earliest), each.target))
    began = voice.say("The law began to operate %(span)s: %(basis)s.", span=bounds_in_words(start, voice),
                      basis=basis_in_words(start.basis, voice))
    return (began, *(_step(each, known.get(each.act_name or ""), sheet.asked.day, voice)
                     for each in by_first_day))


def sources(sheet: CitationSheet, voice: Voice = ENGLISH) -> tuple[str, ...]:
    """Return what the answer rests on beside facts: the file with its hash and its standing, and the place in it."""
    source = sheet.asked.source
    address = f", {source.address}" if source and source.address else ""
    held = [f"{source.file}, {voice.say(source.standing)}, SHA-256 {source.sha256}{address}"] if source else []
    printed = [voice.say("printed at %(file)s, line %(line)s, bytes %(first)s–%(after)s", file=each.file,
                         line=each.line, first=each.first, after=each.after) for each in sheet.printings]
    standing = [voice.say(_NO_FORCE)] if source and not source.official else []
    return (*held, *standing, *printed)


def facts(sheet: CitationSheet) -> tuple[Source, ...]:
    """Return the recorded facts that the answer rests on, each once."""
    return tuple(dict.fromkeys(source for each in sheet.amendments for source in each.sources
                               if source.kind in RECORDED))


def _numbered(lines: tuple[str, ...]) -> list[str]:
    return [line for count, told in enumerate(lines, 1) for line in _filled(f"{count}. {told}")]


def _step(each: Amendment, row: ActRow | None, day: date, voice: Voice) -> str:
    act = [act_in_words(each.act_name, voice)]
    if row and row.act.adopted:
        act.append(voice.say("adopted %(day)s", day=day_in_words(row.act.adopted, voice)))
    if row and row.published:
        act.append(voice.say("published %(day)s", day=day_in_words(row.published, voice)))
    operative = bounds_in_words(each.operative, voice)
    if not each.operative.possibly_by(day):
        operative = voice.say("%(span)s (after this day)", span=operative)
    return voice.say("%(act)s: %(done)s: %(provision)s, first day of operation %(span)s; %(basis)s.",
                     act=", ".join(act), done=done(each.action, voice), provision=place_name(each.target, voice),
                     span=operative, basis=basis_in_words(each.operative.basis, voice))


# The citations of one law say many lines alike.
@lru_cache(maxsize=4096)
def _filled(text: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="     ", break_on_hyphens=False,
                               break_long_words=False))
